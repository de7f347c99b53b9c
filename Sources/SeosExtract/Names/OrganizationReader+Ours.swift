internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// "Our school", "нашето читалище", "museet vårt": a noun for a body and whose it is, which names nobody by itself but
/// stands for the page's own body.
extension OrganizationReader {
    /// The places of a block where a possessive stands beside a noun for a body without a name.
    func bodiesOfOurs() -> [Found] {
        var found: [Found] = []
        for match in reading.matches where match.meaning == .ours {
            guard let tokens = noun(beside: match), tokens.lowerBound >= found.last?.tokens.upperBound ?? 0 else {
                continue
            }
            found.append(Found(tokens: tokens, kind: nil, key: nil, rule: Self.ownRule, isFixed: false, isOwn: true))
        }
        return found
    }

    static let ownRule = "org.own"

    /// The possessive with the noun before or behind it; nil where a name goes on behind the noun ("our Museum of Glass").
    private func noun(beside match: Lexicon.Match) -> Range<Int>? {
        let r = reading
        if let head = r.at(match.end).first(where: { $0.meaning == .orgHead }), isCommon(head), endsThere(head.end) {
            return match.start..<head.end
        }
        // "iskolánk", "kuntamme": the possessive is the noun's ending.
        if r.at(match.start).contains(where: { $0.meaning == .orgHead && $0.end == match.end }), endsThere(match.end) {
            return match.start..<match.end
        }
        if match.length == 1, r.isSmall(match.start), let head = r.last(.orgHead, endingAt: match.start),
            r.isSmall(head.start) || head.start == r.range.lowerBound, endsThere(match.end)
        {
            return head.start..<match.end
        }
        return nil
    }

    /// A noun in small letters, or with the capital that every noun of the language has.
    private func isCommon(_ head: Lexicon.Match) -> Bool {
        (head.start..<head.end).allSatisfy {
            reading.sameLine($0) && (reading.isSmall($0) || reading.language.capitalizesNouns)
        }
    }

    /// No capital, quotation, number or second noun behind, which would be the name.
    private func endsThere(_ i: Int) -> Bool {
        let r = reading
        guard r.range.contains(i), r.sameLine(i) else { return true }
        if r.ascii(i) == UInt8(ascii: "\"") || r.kind(i) == .number { return false }
        return r.kind(i) != .word || !r.isCapital(i)
    }
}
