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

    func role(of line: [UInt8], language: String) -> Block.Role? {
        let tokens = TokenBuffer(text: line)
        guard let first = tokens.indices.first(where: { tokens[$0].kind == .word }),
            let last = tokens.indices.last(where: { tokens[$0].kind == .word }),
            tokens.indices.count(where: { tokens[$0].kind == .word }) <= 12
        else { return nil }
        let (lexicon, matches) = state.withLock { state in
            let lexicon = state.lexicons[language] ?? languages.language(language).lexicon
            state.lexicons[language] = lexicon
            return (
                lexicon, lexicon.matches(in: tokens, tokens.indices, startingIn: 0..<(first + 1), cache: &state.cache)
            )
        }
        for match in matches where match.end > last {
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
