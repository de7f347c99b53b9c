internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// The tokens of one block with everything the lexicon knows of them: what all readers of a block share.
final class Reading {
    let tokens: TokenBuffer
    /// The block's tokens.
    let range: Range<Int>
    let language: Language
    /// Whether words may begin with small letters before their capital ("gCill"): Irish, asked for at every capital.
    let mayMutate: Bool
    /// BCP 47 tag of the block.
    let tag: String
    /// By start, longer first.
    let matches: [Lexicon.Match]
    /// Words for leading with the project's name between them, by start; see ``bridged(_:_:_:_:_:)``.
    let bridged: [Lexicon.Match]
    /// For each token of `range`, where its matches begin in `matches`; one more at the end.
    private let offsets: [Int32]
    /// For each place between tokens, how many tokens the longest match that ends there has, at most 255.
    private let lengths: [UInt8]
    /// For each token of `range` asked for, the place's index in `places` and two more; 1 for none, 0 when not asked.
    @exclusivity(unchecked) private var placeIndexes: [Int32] = []
    @exclusivity(unchecked) private var places: [Gazetteer.Hit] = []

    init(tokens: TokenBuffer, range: Range<Int>, language: Language, tag: String, cache: inout LexiconCache) {
        self.tokens = tokens
        self.range = range
        self.language = language
        mayMutate = language.tag == "ga"
        self.tag = tag
        var matches = language.lexicon.matches(in: tokens, range, cache: &cache)
        // "When" opens a sentence; "when" and "WHEN" tell of nothing.
        matches.removeAll {
            $0.meaning == .nameOpening && (!tokens[$0.start].isCapitalized || tokens[$0.start].isAllCaps)
        }
        bridged = Self.bridged(tokens, range, language, matches, &cache)
        // Appended to, and not made of zeros: the library makes those without knowing their type.
        var offsets: [Int32] = []
        offsets.reserveCapacity(range.count + 1)
        var lengths: [UInt8] = []
        lengths.reserveCapacity(range.count + 1)
        var m = 0
        for i in range {
            offsets.append(Int32(m))
            lengths.append(0)
            while m < matches.count, matches[m].start == i { m += 1 }
        }
        offsets.append(Int32(m))
        lengths.append(0)
        for match in matches {
            let k = match.end - range.lowerBound
            lengths[k] = max(lengths[k], UInt8(min(match.length, 255)))
        }
        self.matches = matches
        self.offsets = offsets
        self.lengths = lengths
    }

    /// Matches that begin at token `i`, longer first.
    @inline(__always)
    func at(_ i: Int) -> ArraySlice<Lexicon.Match> { matches[matchIndexes(i)] }

    /// Where the matches that begin at token `i` stand in `matches`.
    @inline(__always)
    private func matchIndexes(_ i: Int) -> Range<Int> {
        guard range.contains(i) else { return 0..<0 }
        let k = i - range.lowerBound
        return Int(offsets[k])..<Int(offsets[k + 1])
    }

    /// Matches that begin in a range of tokens: what a sentence is asked for, without a look at each of its tokens.
    func matches(in tokens: Range<Int>) -> ArraySlice<Lexicon.Match> {
        let tokens = tokens.clamped(to: range)
        if tokens.isEmpty { return [] }
        let start = offsets[tokens.lowerBound - range.lowerBound]
        return matches[Int(start)..<Int(offsets[tokens.upperBound - range.lowerBound])]
    }

    func entry(_ match: Lexicon.Match) -> Lexicon.Entry { language.lexicon.entries[match.entry] }
    func meaning(_ match: Lexicon.Match) -> Meaning { match.meaning }

    /// Whether the lexicon knows anything that begins at token `i`.
    @inline(__always)
    func knows(_ i: Int) -> Bool { !matchIndexes(i).isEmpty }

    /// The longest match of a meaning that begins at token `i`.
    @inline(__always)
    func first(_ meaning: Meaning, at i: Int) -> Lexicon.Match? {
        for m in matchIndexes(i) where matches[m].meaning == meaning { return matches[m] }
        return nil
    }

    /// The longest match of a meaning, of at most four tokens, that ends right before token `i`.
    func last(_ meaning: Meaning, endingAt i: Int) -> Lexicon.Match? {
        guard i > range.lowerBound, i <= range.upperBound else { return nil }
        let longest = min(4, Int(lengths[i - range.lowerBound]))
        for start in (i - longest)..<i {
            for m in matchIndexes(start).reversed() where matches[m].end == i && matches[m].meaning == meaning {
                return matches[m]
            }
        }
        return nil
    }

    /// The longest name of a place that begins at token `i` and ends before `limit`. Every reader asks for the same
    /// words, so what the gazetteer says of them in this block is remembered.
    func place(at i: Int, before limit: Int, in gazetteer: Gazetteer) -> Gazetteer.Hit? {
        guard range.contains(i), limit <= range.upperBound else {
            guard i >= 0, i < tokens.count else { return nil }
            return gazetteer.hits(at: i, in: tokens, limit: limit, language: language)
        }
        guard tokens[i].kind == .word else { return nil }
        if placeIndexes.isEmpty {
            placeIndexes.reserveCapacity(range.count)
            for _ in range { placeIndexes.append(0) }
        }
        let k = i - range.lowerBound
        if placeIndexes[k] == 0 {
            let hit = gazetteer.hits(at: i, in: tokens, limit: range.upperBound, language: language)
            if let hit { places.append(hit) }
            placeIndexes[k] = hit == nil ? 1 : Int32(places.count + 1)
        }
        guard placeIndexes[k] > 1 else { return nil }
        let hit = places[Int(placeIndexes[k]) - 2]
        // A shorter name may end before the limit.
        return hit.tokens.upperBound <= limit
            ? hit : gazetteer.hits(at: i, in: tokens, limit: limit, language: language)
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

    /// "The", "Das", "We": a short word that the pack knows, or one letter, which may stand in front of any name; "Sea" may
    /// not.
    func isOpeningWord(_ i: Int) -> Bool {
        guard kind(i) == .word, tokens.folded(i).count <= 3 else { return false }
        return tokens.folded(i).count == 1
            || at(i).contains { match in
                switch match.meaning {
                case .orgInside, .of, .and, .placeBefore, .ours, .fromBefore, .between, .since, .numberWord, .adverb,
                    .negation, .projectIs, .partnerAfter:
                    true
                default: false
                }
            }
    }

    /// Whether token `i` begins a line, a column or a cell of a table.
    func breaks(before i: Int) -> Bool {
        guard i > 0, i < tokens.count else { return true }
        if tokens[i].newlineBefore { return true }
        if tokens[i].gluedBefore { return false }
        let gap = Int(tokens[i - 1].end)..<Int(tokens[i].start)
        // Columns of plain text stand three spaces apart and more.
        return gap.count >= 3 && gap.allSatisfy { tokens.text[$0] == 0x20 } || gap.contains { tokens.text[$0] == 0x09 }
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
