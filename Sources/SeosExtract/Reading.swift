internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// The tokens of one block with everything the lexicon knows of them: what all readers of a block share.
final class Reading {
    let tokens: TokenBuffer
    /// The block's tokens.
    let range: Range<Int>
    let language: Language
    /// BCP 47 tag of the block.
    let tag: String
    /// By start, longer first.
    let matches: [Lexicon.Match]
    /// For each token of `range`, where its matches begin in `matches`; one more at the end.
    private let offsets: [Int32]

    init(tokens: TokenBuffer, range: Range<Int>, language: Language, tag: String, cache: inout LexiconCache) {
        self.tokens = tokens
        self.range = range
        self.language = language
        self.tag = tag
        let matches = language.lexicon.matches(in: tokens, range, cache: &cache)
        var offsets = [Int32](repeating: 0, count: range.count + 1)
        var m = 0
        for i in 0..<range.count {
            offsets[i] = Int32(m)
            while m < matches.count, matches[m].start == range.lowerBound + i { m += 1 }
        }
        offsets[range.count] = Int32(m)
        self.matches = matches
        self.offsets = offsets
    }

    /// Matches that begin at token `i`, longer first.
    @inline(__always)
    func at(_ i: Int) -> ArraySlice<Lexicon.Match> {
        guard range.contains(i) else { return [] }
        let k = i - range.lowerBound
        return matches[Int(offsets[k])..<Int(offsets[k + 1])]
    }

    func entry(_ match: Lexicon.Match) -> Lexicon.Entry { language.lexicon.entries[match.entry] }
    func meaning(_ match: Lexicon.Match) -> Meaning { match.meaning }

    /// The longest match of a meaning that begins at token `i`.
    @inline(__always)
    func first(_ meaning: Meaning, at i: Int) -> Lexicon.Match? {
        for match in at(i) where self.meaning(match) == meaning { return match }
        return nil
    }

    /// The longest match of a meaning that ends right before token `i`.
    func last(_ meaning: Meaning, endingAt i: Int) -> Lexicon.Match? {
        var best: Lexicon.Match?
        for start in stride(from: i - 1, through: max(range.lowerBound, i - 4), by: -1) {
            for match in at(start) where match.end == i && self.meaning(match) == meaning { best = match }
        }
        return best
    }

    func kind(_ i: Int) -> Token.Kind? { range.contains(i) ? tokens[i].kind : nil }

    /// The character of a one-character ASCII token (folded: dashes are `-`), else 0.
    @inline(__always)
    func ascii(_ i: Int) -> UInt8 { range.contains(i) ? tokens.ascii(i) : 0 }

    func isDash(_ i: Int) -> Bool { ascii(i) == UInt8(ascii: "-") }

    /// Digits of token `i` as an integer, when it is a number of at most 18 digits.
    func integer(_ i: Int) -> Int? {
        guard kind(i) == .number, tokens.folded(i).count <= 18 else { return nil }
        var n = 0
        for b in tokens.folded(i) { n = n * 10 + Int(b - 48) }
        return n
    }

    func digits(_ i: Int) -> Int { kind(i) == .number ? tokens.folded(i).count : 0 }

    func glued(_ i: Int) -> Bool { range.contains(i) && i > range.lowerBound && tokens[i].gluedBefore }

    /// Whether exactly one space character (of any width) stands before token `i`, on the same line.
    func singleSpaceBefore(_ i: Int) -> Bool {
        guard range.contains(i), i > range.lowerBound else { return false }
        let a = Int(tokens[i - 1].end)
        let b = Int(tokens[i].start)
        switch b - a {
        case 1: return tokens.text[a] == 0x20
        case 2: return tokens.text[a] == 0xC2 && tokens.text[a + 1] == 0xA0
        case 3: return tokens.text[a] == 0xE2 && tokens.text[a + 1] == 0x80
        default: return false
        }
    }

    func sameLine(_ i: Int) -> Bool { range.contains(i) && !tokens[i].newlineBefore }

    /// Three bytes may be one space of Unicode.
    private func isOneSpace(before i: Int) -> Bool {
        tokens[i].start - tokens[i - 1].end == 3 && tokens.text[Int(tokens[i - 1].end)] >= 0x80
    }

    /// Whether token `i` begins a line or a cell of a table.
    func breaks(before i: Int) -> Bool {
        guard i > 0, i < tokens.count else { return true }
        if tokens[i].newlineBefore { return true }
        if tokens[i].gluedBefore { return false }
        // Wide space parts the columns of plain text.
        if tokens[i].start - tokens[i - 1].end >= 3, !isOneSpace(before: i) { return true }
        var k = Int(tokens[i - 1].end)
        while k < Int(tokens[i].start) {
            if tokens.text[k] == 0x09 { return true }
            k += 1
        }
        return false
    }

    /// Whether a comma is a decimal sign in this block: one stands before two or four and more digits that close a
    /// number without magnitude, the language writes so, and none sets off thousands.
    private(set) lazy var writesCommaDecimals: Bool = {
        guard language.decimalIsComma else { return false }
        var hasDecimals = false
        for i in range where ascii(i) == UInt8(ascii: ",") && glued(i) && glued(i + 1) && kind(i - 1) == .number {
            let goesOn =
                (ascii(i + 2) == UInt8(ascii: ",") || ascii(i + 2) == UInt8(ascii: "."))
                && glued(i + 3) && kind(i + 3) == .number
            switch digits(i + 1) {
            case 0, 1: continue
            case 3: if goesOn { return false }
            default: hasDecimals = hasDecimals || !goesOn && first(.magnitude, at: i + 2) == nil
            }
        }
        return hasDecimals
    }()

    func span(_ r: Range<Int>) -> SourceSpan { tokens.span(r) }
    /// The text of a range of tokens, on one line.
    func string(_ r: Range<Int>) -> String {
        let text = tokens.string(tokens.span(r))
        guard text.utf8.contains(0x0A) else { return text }
        return text.split { $0.isNewline || $0 == " " }.joined(separator: " ")
    }
}
