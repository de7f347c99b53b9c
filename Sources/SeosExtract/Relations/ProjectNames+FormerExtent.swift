internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// How far the name of an earlier project or a sister goes in running text.
extension ProjectNames {
    private static let mostInside = 2
    private static let mostPlain = 4

    /// Capitals in a row; behind the word for project the small words up to the mark that ends them ("Projekt Kupa bez
    /// otpada, kojim"); small words between capitals where a mark ends the last ("Note di Confine»").
    static func formerExtent(from start: Int, _ sentence: Range<Int>, _ view: BlockView) -> Range<Int> {
        let r = view.reading
        let capitals = capitals(from: start, view)
        let isShaped = capitals.contains { r.tokens[$0].hasInnerCapital || r.tokens[$0].isAllCaps }
        if !isShaped, let end = calledEnd(from: capitals.upperBound, start, sentence, r) { return start..<end }
        guard !isShaped, !r.language.capitalizesNouns else { return capitals }
        if let project = r.last(.project, endingAt: start), isPlain(project, r), capitals.count == 1 {
            var end = capitals.upperBound
            while end < sentence.upperBound, end - start <= mostPlain, r.kind(end) == .word, r.sameLine(end),
                !endsName(end, r) || end > start && ",(;".utf8.contains(r.ascii(end + 1))
            { end += 1 }
            if end > capitals.upperBound, end - start <= mostPlain, ",(;".utf8.contains(r.ascii(end)) {
                return start..<end
            }
        }
        // "Fuair Bád na Scéal, tionscadal níos lú …": a verb opens the sentence, a name follows.
        if start == sentence.lowerBound, r.language.verbFirst, capitals.count > 1 {
            return formerExtent(from: start + 1, sentence, view)
        }
        guard start > sentence.lowerBound, !r.startsSentence(start) else { return capitals }
        var end = capitals.upperBound
        while let next = capital(behind: end, sentence, r) { end = Self.capitals(from: next, view).upperBound }
        let isClosed = ",\"(".utf8.contains(r.ascii(end)) || end + 1 == sentence.upperBound
        return isClosed && end - start <= 5 ? start..<end : capitals
    }

    /// "The sequel is called Braxen på burk och …": behind words for being called a name goes on in small letters, up to a
    /// mark, a verb or "and"; nil where nothing shows its end.
    private static func calledEnd(from next: Int, _ start: Int, _ sentence: Range<Int>, _ r: Reading) -> Int? {
        guard r.last(.projectNamed, endingAt: start) != nil, r.isSmall(next) else { return nil }
        var end = next
        while end < sentence.upperBound, end - start < longestFormer, r.kind(end) == .word, r.sameLine(end),
            !endsName(end, r), r.first(.and, at: end) == nil, r.first(.projectIs, at: end) == nil
        { end += 1 }
        return end > next && end - start < longestFormer && r.kind(end) != .number ? end : nil
    }

    /// The capital behind one or two words of three letters at most.
    private static func capital(behind end: Int, _ sentence: Range<Int>, _ r: Reading) -> Int? {
        var i = end
        while i < sentence.upperBound, i - end <= mostInside, r.kind(i) == .word, r.sameLine(i) {
            if r.tokens[i].isCapitalized { return i > end ? i : nil }
            guard r.tokens.folded(i).count <= 3, r.first(.and, at: i) == nil else { return nil }
            i += 1
        }
        return nil
    }

    /// "Þang og þörungar hét það": where words for being called end the name that a sentence begins with.
    private static func named(from start: Int, _ next: Int, _ sentence: Range<Int>, _ r: Reading) -> Int? {
        var i = next
        while i < sentence.upperBound, i - start <= mostPlain, r.kind(i) == .word, r.sameLine(i) {
            if r.first(.projectNamed, at: i) != nil { return i > next ? i : nil }
            i += 1
        }
        return nil
    }

    /// Without the small word that a sentence begins with; nothing where one word begins it that any word may be. Up to
    /// two small words more before a comma: "Ysta ihop, som …".
    static func unopened(_ tokens: Range<Int>, _ sentence: Range<Int>, _ view: BlockView) -> Range<Int> {
        let r = view.reading
        var tokens = tokens
        var isFirst = r.startsSentence(tokens.lowerBound) || tokens.lowerBound == sentence.lowerBound
        if isFirst, tokens.count > 1, r.isOpeningWord(tokens.lowerBound) {
            tokens = (tokens.lowerBound + 1)..<tokens.upperBound
            isFirst = false
        }
        if isFirst, tokens.count == 1, let only = tokens.first,
            !r.tokens[only].hasInnerCapital, !(r.tokens[only].isAllCaps && r.tokens.folded(only).count >= 5)
        {
            let next = tokens.upperBound
            if let named = named(from: tokens.lowerBound, next, sentence, r) { return tokens.lowerBound..<named }
            let isDated = r.ascii(next) == UInt8(ascii: "(") && r.digits(next + 1) == 4
            if !isDated { return tokens.lowerBound..<tokens.lowerBound }
        }
        guard !r.language.capitalizesNouns else { return tokens }
        var end = tokens.upperBound
        while end - tokens.upperBound < 3, r.isSmall(end), r.sameLine(end), !ends(at: end, r) { end += 1 }
        let isClosed =
            r.ascii(end) == UInt8(ascii: ",") || r.ascii(end) == UInt8(ascii: "(") || end + 1 == sentence.upperBound
        return isClosed && end > tokens.upperBound && end - tokens.upperBound <= 2 ? tokens.lowerBound..<end : tokens
    }

    private static func ends(at i: Int, _ r: Reading) -> Bool {
        r.at(i).contains { $0.meaning != .and && $0.meaning != .of && $0.meaning != .orgInside }
    }
}
