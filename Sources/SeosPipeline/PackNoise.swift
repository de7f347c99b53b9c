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
        if Self.isLong(line) { return nil }
        let tokens = TokenBuffer(text: line)
        guard let first = tokens.indices.first(where: { tokens[$0].kind == .word }),
            let last = tokens.indices.last(where: { tokens[$0].kind == .word }),
            tokens.indices.count(where: { tokens[$0].kind == .word }) <= Self.mostWords
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

    private static let mostWords = 12

    /// Whether a line has more words than a noise line may, as far as its bytes tell: letters between blanks, of ASCII or
    /// beginning with a byte that only Greek and Cyrillic letters begin with.
    private static func isLong(_ line: [UInt8]) -> Bool {
        var words = 0
        var isInside = false
        for byte in line {
            if byte == 0x20 {
                isInside = false
            } else if !isInside, (0x61...0x7A).contains(byte | 0x20) || (0xCF...0xD1).contains(byte) {
                isInside = true
                words += 1
                if words > mostWords { return true }
            }
        }
        return false
    }
}
