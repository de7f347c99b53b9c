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
        /// The words of the line that is read.
        var tokens = TokenBuffer(text: [])

        mutating func lexicon(_ language: String, of languages: Languages) -> Lexicon {
            if let known = lexicons[language] { return known }
            let lexicon = languages.language(language).lexicon
            lexicons[language] = lexicon
            return lexicon
        }
    }

    init(languages: Languages) { self.languages = languages }

    func role(of line: [UInt8], language: String) -> Block.Role? {
        if Self.isLong(line) { return nil }
        return state.withLock { role(of: line, language, &$0) }
    }

    private func role(of line: [UInt8], _ language: String, _ state: inout State) -> Block.Role? {
        line.withUnsafeBufferPointer { state.tokens.read($0) }
        var words = 0
        var first = 0
        var last = 0
        for i in state.tokens.indices where state.tokens[i].kind == .word {
            if words == 0 { first = i }
            last = i
            words += 1
        }
        guard words > 0, words <= Self.mostWords else { return nil }
        let matches = state.lexicon(language, of: languages).matches(
            in: state.tokens, state.tokens.indices, startingIn: 0..<(first + 1), cache: &state.cache)
        for match in matches where match.end > last {
            switch match.meaning {
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
