internal import SeosDocuments
internal import SeosLanguages
internal import SeosModel
internal import SeosText
internal import Synchronization

/// The noise lines of the language packs, for telling content from navigation.
final class PackNoise: NoiseLexicon {
    private let languages: Languages
    private let state = Mutex<State>(State())

    private struct State {
        var cache = LexiconCache()
        var lexicons: [String: Lexicon] = [:]
    }

    init(languages: Languages) { self.languages = languages }

    func role(ofFolded line: [UInt8], language: String) -> Block.Role? {
        guard line.count <= 160 else { return nil }
        let tokens = TokenBuffer(text: line)
        let words = tokens.indices.filter { tokens[$0].kind == .word }
        guard let first = words.first, let last = words.last, words.count <= 12 else { return nil }
        let (lexicon, matches) = state.withLock { state in
            let lexicon = state.lexicons[language] ?? languages.language(language).lexicon
            state.lexicons[language] = lexicon
            return (lexicon, lexicon.matches(in: tokens, tokens.indices, cache: &state.cache))
        }
        for match in matches where match.start <= first && match.end > last {
            switch lexicon[match].meaning {
            case .noiseNavigation: return .navigation
            case .noiseCookie: return .notice
            case .noiseShare, .noiseLogo, .noiseCredit: return .furniture
            case .noiseRelated: return .related
            case .noiseFooter: return .footer
            default: continue
            }
        }
        return nil
    }
}
