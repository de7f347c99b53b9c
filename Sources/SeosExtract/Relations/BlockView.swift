internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// One block of a document with its values and names read.
final class BlockView {
    let index: Int
    let block: Block
    let reading: Reading
    let values: [ValueReader.Found]
    let names: [NameReader.Found]

    init(index: Int, block: Block, reading: Reading, values: [ValueReader.Found], names: [NameReader.Found]) {
        self.index = index
        self.block = block
        self.reading = reading
        self.values = values
        self.names = names
    }

    var range: Range<Int> { reading.range }

    /// Running text rather than a list or a label: a full sentence.
    private(set) lazy var isProse: Bool = {
        switch block.kind {
        case .paragraph, .listItem, .preformatted, .labelValue, .contact, .tableRow:
            let words = range.count { reading.kind($0) == .word }
            guard words >= 3, var last = range.last else { return false }
            // "“… found each other.”"
            while last > range.lowerBound, "\")".utf8.contains(reading.ascii(last)) { last -= 1 }
            if words <= 7 { return isShortSentence(last) }
            return ".!?".utf8.contains(reading.ascii(last)) || words > 40
        case .heading: return false
        }
    }()

    /// "We began on 1 May 2024.", "The museum is in charge.": a few words with a full stop and a word that only sentences
    /// have.
    private func isShortSentence(_ last: Int) -> Bool {
        guard block.kind == .paragraph, reading.ascii(last) == UInt8(ascii: ".") else { return false }
        return reading.matches.contains { match in
            switch match.meaning {
            case .leadBefore, .leadVerb, .ownLead, .ownPartner, .periodFrom, .periodUntil, .funderGives, .funderBefore,
                .giverFrom, .costs:
                match.start > range.lowerBound || match.length > 1
            default: false
            }
        }
    }

    /// A line all in capitals, which says nothing about acronyms: "FIGYELEM!", "VIŠINA SREDSTEV (v EUR)".
    private(set) lazy var isShouting: Bool = {
        var words = 0
        var capitals = 0
        var holdsProject = false
        var depth = 0
        for i in range {
            if reading.ascii(i) == UInt8(ascii: "(") { depth += 1 }
            if reading.ascii(i) == UInt8(ascii: ")") { depth -= 1 }
            guard depth <= 0, reading.kind(i) == .word else { continue }
            words += 1
            // "A PROJEKTRŐL RÖVIDEN": a word of one letter is written in capitals too.
            if reading.tokens[i].isAllCaps || reading.isCapital(i) && reading.isLetter(i) { capitals += 1 }
            // More small words than all that may follow can outweigh.
            if (words - capitals) * 10 > range.count * 2 { return false }
            if words <= 2, reading.first(.project, at: i) != nil { holdsProject = true }
        }
        guard words >= 2, capitals * 10 >= words * 8 else { return false }
        return words >= 3 || !holdsProject
    }()

    /// Whether a line is the title of a part of the page, such as "Related news": the "en" of a Dutch or Spanish headline
    /// is no link to the English page.
    private(set) lazy var isPartOfPage: Bool = {
        let words = range.count { reading.kind($0) == .word }
        return reading.matches.contains { match in
            if match.meaning == .noiseChapter { return match.length >= words }
            return reading.meaning(match).rawValue.hasPrefix("noise.")
                && (match.length * 2 >= words || match.start == range.lowerBound && match.length >= 2)
        }
    }()

    /// A heading without a small letter.
    private(set) lazy var isInCapitals: Bool =
        block.headingLevel != nil && range.contains { reading.kind($0) == .word && reading.tokens[$0].isAllCaps }
        && range.allSatisfy { reading.kind($0) != .word || reading.tokens[$0].isAllCaps }

    /// Whether names of the block leave their head noun to the last one of their list.
    private(set) lazy var sharesHeads = names.contains { $0.mention.rule == "org.shared-head" }

    /// The tokens of web and mail addresses.
    private(set) lazy var addresses: TokenSet = {
        var tokens = TokenSet()
        for value in values where value.mention.kind == .url || value.mention.kind == .email {
            tokens.insert(value.tokens)
        }
        return tokens
    }()

    /// The tokens of names that are no places.
    private(set) lazy var bodies: TokenSet = {
        var tokens = TokenSet()
        for name in names where name.mention.kind != .region { tokens.insert(name.tokens) }
        return tokens
    }()

    /// Index of the first name that begins at token `i` or behind it; names stand in order.
    func firstName(from i: Int) -> Int {
        var low = 0
        var high = names.count
        while low < high {
            let mid = (low + high) / 2
            if names[mid].tokens.lowerBound < i { low = mid + 1 } else { high = mid }
        }
        return low
    }

    func tokens(_ span: SourceSpan) -> Range<Int> { reading.tokens.tokens(in: span) }

    /// All sentences of the block, in order.
    private(set) lazy var sentences: [Range<Int>] = self.sentences(in: range)

    /// The sentence that token `i` stands in.
    func sentence(at i: Int) -> Range<Int> {
        var low = 0
        var high = sentences.count
        while low < high {
            let mid = (low + high) / 2
            if sentences[mid].upperBound <= i { low = mid + 1 } else { high = mid }
        }
        return low < sentences.count && sentences[low].contains(i) ? sentences[low] : range
    }

    /// The sentences of a range of tokens; a full stop ends one when a capital or nothing follows and no short
    /// abbreviation or number stands before it.
    func sentences(in range: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = range.lowerBound
        var i = start
        while i < range.upperBound {
            let c = reading.ascii(i)
            if c == UInt8(ascii: ".") || c == UInt8(ascii: "!") || c == UInt8(ascii: "?") {
                let next = i + 1
                let followed = next < range.upperBound
                let capital =
                    followed
                    && (reading.tokens[next].isCapitalized || reading.ascii(next) == UInt8(ascii: "\"")
                        || reading.tokens[next].newlineBefore)
                let isEnd =
                    !followed
                    || capital && !reading.glued(next) && !isInside(i) && !isOpeningDate(start..<next)
                        && !(c == UInt8(ascii: ".") && isAbbreviation(i - 1))
                    || !capital && isBeforeSum(i)
                if isEnd {
                    result.append(start..<next)
                    start = next
                }
            }
            i += 1
        }
        if start < range.upperBound { result.append(start..<range.upperBound) }
        return result
    }

    /// "2024 m. birželio 1 d. Lazdijų savivaldybė …": a day whose full stop is its own opens a sentence.
    private func isOpeningDate(_ tokens: Range<Int>) -> Bool {
        tokens.count <= 8 && values.contains { $0.mention.kind == .date && $0.tokens == tokens }
    }

    /// Whether the full stop at `i` belongs to a value or a name that goes on behind it.
    private func isInside(_ i: Int) -> Bool {
        values.contains { $0.tokens.lowerBound <= i && i < $0.tokens.upperBound - 1 }
            || names.contains { $0.tokens.lowerBound <= i && i < $0.tokens.upperBound }
    }

    /// "… 2 million euro. €500,000 was put in by …": a sum begins the next sentence where a value, a name or a whole word
    /// ends this one.
    private func isBeforeSum(_ i: Int) -> Bool {
        let next = i + 1
        guard reading.kind(next) == .number || reading.kind(next) == .symbol, !reading.glued(next),
            values.contains(where: { $0.tokens.lowerBound == next && $0.mention.kind == .money }), !isInside(i)
        else { return false }
        if values.contains(where: { $0.tokens.upperBound == i || $0.tokens.upperBound == next })
            || names.contains(where: { $0.tokens.upperBound == i })
        {
            return true
        }
        return reading.isSmall(i - 1) && reading.tokens.folded(i - 1).count >= 6
            && !reading.at(i - 1).contains { [.approximate, .magnitude, .upTo, .atLeast].contains($0.meaning) }
    }

    private func isInitial(_ i: Int) -> Bool {
        reading.kind(i) == .word && reading.tokens[i].isCapitalized && reading.ascii(i + 1) == UInt8(ascii: ".")
            && reading.tokens.folded(i).count <= 2 && reading.tokens.string(i).count == 1
    }

    /// One or two letters before a full stop that end no value and are no word in their own right ("leggen … in.").
    private func isAbbreviation(_ i: Int) -> Bool {
        // "15. Juni Fonden"
        if reading.kind(i) == .number, reading.digits(i) <= 2 { return reading.first(.month, at: i + 2) != nil }
        // "A. L. of the museum": the initials of a person, though "a" is a word.
        if isInitial(i), isInitial(i + 2) { return true }
        guard reading.kind(i) == .word, reading.tokens.folded(i).count <= 2,
            !values.contains(where: { $0.tokens.upperBound == i + 1 || $0.tokens.upperBound == i + 2 })
        else { return false }
        // "A. L.": the initials of a person, also where the letter is a word ("a" in Polish).
        return reading.tokens[i].isCapitalized
            || !reading.at(i).contains {
                [.orgInside, .of, .and, .toBefore, .fromBefore, .between].contains(reading.meaning($0))
            }
    }
}

extension [BlockView] {
    /// The headings of a page whose headings stand in capitals: there these say nothing of acronyms.
    var capitalHeadings: Set<Int> {
        let found = filter(\.isInCapitals)
        return found.count >= 3 ? Set(found.map(\.index)) : []
    }

    /// The view that holds a token, of views in the order of the document.
    func view(holding token: Int) -> BlockView? {
        var low = 0
        var high = count
        while low < high {
            let mid = (low + high) / 2
            if self[mid].range.upperBound <= token { low = mid + 1 } else { high = mid }
        }
        return low < count && self[low].range.contains(token) ? self[low] : nil
    }
}
