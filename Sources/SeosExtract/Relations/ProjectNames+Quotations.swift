internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Quoted names beside the word for project.
extension ProjectNames {
    /// A quoted name beside the word for project (projekt „Rohelised rööpad II"), or in the page's title.
    func quoted() -> Name? {
        let best = quotations.filter { $0.value.score >= 4 }.min {
            -$0.value.score != -$1.value.score ? $0.value.score > $1.value.score : Self.isBefore($0.value, $1.value)
        }
        return best?.value.places.first
    }

    static func quotations(_ views: [BlockView]) -> [String: Candidate] {
        var found: [String: Candidate] = [:]
        for view in views {
            let r = view.reading
            var i = view.range.lowerBound
            while i < view.range.upperBound {
                guard r.ascii(i) == UInt8(ascii: "\""),
                    let close = ((i + 1)..<min(view.range.upperBound, i + 18)).first(where: {
                        r.ascii($0) == UInt8(ascii: "\"")
                    }),
                    close > i + 1, r.tokens[i + 1].isCapitalized
                else {
                    i += 1
                    continue
                }
                let isBeside =
                    (max(view.range.lowerBound, i - 3)..<i).contains { r.first(.project, at: $0) != nil }
                    || isBehindCode(i, view)
                    || r.first(.project, at: close + 1) != nil
                    || [r.last(.projectNamed, endingAt: i), r.first(.projectNamed, at: close + 1)].contains {
                        $0.map { isNamingProject($0, view) } ?? false
                    }
                // "Conference „Border regions change“" is no project.
                let isEvent = r.last(.event, endingAt: i) != nil
                let isInTitle =
                    view.index <= 3 && (view.block.headingLevel != nil || view.index == 0) && close - i > 2 && !isEvent
                let key = Self.key(r.string((i + 1)..<close))
                var candidate = found[key] ?? Candidate()
                candidate.score += (isBeside ? 4 : 0) + (isInTitle ? 3 : 0) + 1
                if isBeside { candidate.beside += 1 }
                candidate.places.append(
                    Name(view: view.index, tokens: (i + 1)..<close, rule: "project.quoted", confidence: 0.8))
                found[key] = candidate
                i = close + 1
            }
        }
        return found
    }

    /// "projekto Nr. LLIV-253 „…“": between the word for project and the quotation stands nothing but its number.
    static func isBehindCode(_ quote: Int, _ view: BlockView) -> Bool {
        let r = view.reading
        var i = quote - 1
        var hasDigits = false
        while i >= view.range.lowerBound, quote - i <= 9 {
            if r.at(i).contains(where: { r.meaning($0) == .project && $0.end <= quote }) { return hasDigits }
            if r.kind(i) == .number { hasDigits = true }
            let isCode = r.kind(i) != .word || r.tokens[i].isAllCaps || r.tokens.folded(i).count <= 3
            guard isCode, r.ascii(i) != UInt8(ascii: "\""), r.sameLine(i) else { return false }
            i -= 1
        }
        return false
    }
}
