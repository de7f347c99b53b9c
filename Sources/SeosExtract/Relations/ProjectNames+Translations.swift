internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// What running text calls the project in another language, beside the name that the page uses: "LOOMS is the name of
/// the plan, in German „Webstühle in Gang“", "“Old barns”, or “Stare stodoły”".
///
/// Such names are what one page has in common with another in the other language.
extension ProjectNames {
    static let translationRule = "project.translation"
    /// Tokens between the name and the quotation.
    private static let reach = 12
    private static let longestTranslation = 18

    /// Quotations in the sentence of a name, behind it, where words for a language or for being called stand before the
    /// quotation, and nobody else is named between the two.
    func translations(_ result: inout Result) {
        let known = ([result.short, result.full].compactMap { $0 } + result.aliases).map { key($0) }
        var found = Set(known)
        func add(_ tokens: Range<Int>, _ view: BlockView) {
            let name = Name(view: view.index, tokens: tokens, rule: Self.translationRule, confidence: 0.75)
            let key = key(name)
            guard key.utf8.count > 3, !formerKeys.contains(key), found.insert(key).inserted else { return }
            result.aliases.append(name)
        }
        let places = [result.short, result.full].compactMap { $0 } + result.repeats
        for place in places where place.view != 0 || views[0].block.headingLevel == nil {
            let view = views[place.view]
            if let quoted = quotation(told: place.tokens.upperBound, view) { add(quoted, view) }
            if let letters = letters(before: place.tokens.lowerBound, view) { add(letters, view) }
        }
    }

    /// The quotation behind the end of a name.
    private func quotation(told end: Int, _ view: BlockView) -> Range<Int>? {
        let r = view.reading
        var i = end
        if r.ascii(i) == UInt8(ascii: "\"") { i += 1 }
        let start = i
        let limit = min(view.range.upperBound, start + Self.reach)
        while i < limit, r.ascii(i) != UInt8(ascii: "\"") {
            if isEnd(i, r) || isNamed(i, view) { return nil }
            i += 1
        }
        guard i > start, i < limit, isTold(before: i, from: start, r),
            let close = (i + 1..<min(view.range.upperBound, i + Self.longestTranslation)).first(where: {
                r.ascii($0) == UInt8(ascii: "\"")
            }), close > i + 1, r.isCapital(i + 1), !",.".utf8.contains(r.ascii(close - 1)),
            isFree((i + 1)..<close, view), r.first(.projectEarlier, at: start) == nil
        else { return nil }
        return (i + 1)..<close
    }

    /// "… partnerstwo LOOMS, które nazwaliśmy „Krosna na nowo”": letters of the page before the quotation that is the
    /// page's name.
    private func letters(before start: Int, _ view: BlockView) -> Range<Int>? {
        let r = view.reading
        let open = start - 1
        guard r.ascii(open) == UInt8(ascii: "\"") else { return nil }
        var i = open - 1
        while i > view.range.lowerBound, open - i <= Self.reach, !isEnd(i, r), !isNamed(i, view) {
            let name = Name(view: view.index, tokens: i..<(i + 1), rule: Self.translationRule, confidence: 0.75)
            if candidates[key(name)] != nil, isAcronym(name.tokens, view), r.tokens.folded(i).count >= 4 {
                return isTold(before: open, from: i + 1, r) ? name.tokens : nil
            }
            i -= 1
        }
        return nil
    }

    private func isEnd(_ i: Int, _ r: Reading) -> Bool { ".;:!?()".utf8.contains(r.ascii(i)) || !r.sameLine(i) }

    private func isNamed(_ i: Int, _ view: BlockView) -> Bool {
        view.names.contains { $0.tokens.contains(i) && $0.mention.kind != .region }
    }

    /// Words for a language or for being called right before the quotation, a small word between at most.
    private func isTold(before open: Int, from start: Int, _ r: Reading) -> Bool {
        (start..<open).contains { i in
            r.at(i).contains { match in
                guard match.meaning == .ownLanguage || match.meaning == .projectNamed, match.end <= open else {
                    return false
                }
                return match.end == open || match.end == open - 1 && r.isSmall(match.end)
            }
        }
    }
}
