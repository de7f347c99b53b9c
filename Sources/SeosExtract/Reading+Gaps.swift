internal import SeosLanguages
internal import SeosText

/// Words for leading that the project's name stands in the middle of.
extension Reading {
    private static let longestQuotation = 16
    /// Small words between the first half of a cue and the word for project: "of the", "per il", "an der".
    private static let mostSmallWords = 3
    private static let reach = 6

    /// "Za realizację projektu *„Światło”* odpowiada X", "Responsibility *for the scheme* rests with X", "Promotore *del
    /// progetto "Luce"* è X": forms for leading with a quoted name between their words, with the word for project before
    /// it or that word alone, and the small words in front of them.
    static func bridged(
        _ tokens: TokenBuffer, _ range: Range<Int>, _ language: Language, _ matches: [Lexicon.Match],
        _ cache: inout LexiconCache
    ) -> [Lexicon.Match] {
        var found: [Lexicon.Match] = []
        func isSmall(_ i: Int) -> Bool {
            tokens[i].kind == .word && !tokens[i].isCapitalized && tokens.folded(i).count <= 4
                && !tokens[i].newlineBefore
        }
        func join(_ start: Int, _ end: Int) {
            for match in language.lexicon.matches(in: tokens, range, over: start..<end, reach: reach, cache: &cache)
            where match.meaning.isLead && !found.contains(where: { $0.start == match.start && $0.end == match.end }) {
                found.append(match)
            }
        }
        func bridge(_ start: Int, _ end: Int) {
            var first = start
            while first > range.lowerBound, start - first <= mostSmallWords {
                join(first, end)
                first -= 1
                guard isSmall(first) else { break }
            }
        }
        var last = range.lowerBound
        for match in matches where match.meaning.namesProject && match.length == 1 && match.start >= last {
            last = match.end
            let end = quotation(from: match.end, tokens, range) ?? match.end
            bridge(match.start, end)
            // "realizację projektu „Światło” odpowiada": the word belongs to the cue.
            if end > match.end { bridge(match.end, end) }
        }
        // "er *nå* leadpartner"
        for match in matches where match.meaning == .adverb && match.start > range.lowerBound {
            join(match.start, match.end)
        }
        for years in years(tokens, range, matches) { bridge(years.lowerBound, years.upperBound) }
        var i = range.lowerBound + 1
        while i < range.upperBound {
            guard tokens.ascii(i) == UInt8(ascii: "\"") else {
                i += 1
                continue
            }
            guard let end = quotation(from: i, tokens, range) else { break }
            bridge(i, end)
            i = end
        }
        return found
    }

    /// Years inside running text with the words that belong to them: "který *v letech 2021 až 2024* uskutečnilo muzeum X",
    /// "kurį *2021–2024 metais* įgyvendino".
    private static func years(_ tokens: TokenBuffer, _ range: Range<Int>, _ matches: [Lexicon.Match]) -> [Range<Int>] {
        func isYear(_ i: Int) -> Bool {
            guard range.contains(i), tokens[i].kind == .number else { return false }
            let digits = tokens.folded(i)
            return digits.count == 4 && (digits.starts(with: "19".utf8) || digits.starts(with: "20".utf8))
        }
        var found: [Range<Int>] = []
        var m = 0
        /// Whether a token is a word for years, a month, "from", "to" or "between".
        func isOfTime(_ i: Int) -> Bool {
            while m > 0, matches[m - 1].start >= i { m -= 1 }
            while m < matches.count, matches[m].start < i { m += 1 }
            return matches[m...].prefix { $0.start == i }.contains { $0.length == 1 && $0.meaning.isOfTime }
        }
        var i = range.lowerBound
        while i < range.upperBound {
            guard isYear(i) else {
                i += 1
                continue
            }
            var end = i + 1
            var k = end
            while k < range.upperBound, k - end <= 3 {
                if isYear(k) { end = k + 1 }
                guard tokens[k].kind != .word || isSmallWord(k, tokens) else { break }
                k += 1
            }
            while end < range.upperBound, tokens.ascii(end) == UInt8(ascii: ".") || isOfTime(end) { end += 1 }
            var start = i
            while start > range.lowerBound + 1, i - start < 5,
                tokens[start - 1].kind == .number && tokens.folded(start - 1).count <= 2
                    || tokens.ascii(start - 1) == UInt8(ascii: ".") || isOfTime(start - 1)
            { start -= 1 }
            if start > range.lowerBound, end < range.upperBound { found.append(start..<end) }
            i = end
        }
        return found
    }

    private static func isSmallWord(_ i: Int, _ tokens: TokenBuffer) -> Bool {
        !tokens[i].isCapitalized && tokens.folded(i).count <= 5 && !tokens[i].newlineBefore
    }

    /// The end of a quotation that begins at token `i`, with the letters in brackets behind it.
    private static func quotation(from i: Int, _ tokens: TokenBuffer, _ range: Range<Int>) -> Int? {
        func close(_ mark: UInt8, from i: Int) -> Int? {
            let last = min(range.upperBound, i + longestQuotation)
            return (i + 1) < last ? ((i + 1)..<last).first { tokens.ascii($0) == mark } : nil
        }
        guard range.contains(i), tokens.ascii(i) == UInt8(ascii: "\""), let end = close(UInt8(ascii: "\""), from: i)
        else {
            return nil
        }
        guard range.contains(end + 1), tokens.ascii(end + 1) == UInt8(ascii: "("),
            let bracket = close(UInt8(ascii: ")"), from: end + 1), bracket - end <= 6
        else { return end + 1 }
        return bracket + 1
    }
}

extension Meaning {
    fileprivate var isLead: Bool {
        switch self {
        case .leadAfter, .leadBefore, .partnerLead: true
        default: false
        }
    }

    fileprivate var isOfTime: Bool {
        switch self {
        case .month, .yearBefore, .yearAfter, .fromBefore, .fromAfter, .toBefore, .between, .dateOf: true
        default: false
        }
    }

    fileprivate var namesProject: Bool { self == .project || self == .projectLike }
}
