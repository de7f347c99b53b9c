internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// "LP", "PP2", "Б3": the letters and the number by which a partnership calls its members, alone in a cell.
struct PartnerCode {
    /// Folded; empty for a number alone.
    let letters: String
    let number: Int?
    /// Letters that stand for the lead wherever they are written.
    let isLead: Bool

    private static let mostLetters = 3

    init?(_ tokens: Range<Int>, _ view: BlockView) {
        let r = view.reading
        var tokens = tokens
        // "LP (nosilec)", "1 (JF)", "1 (водеща)"
        var isTold = false
        if let open = tokens.dropFirst().first(where: { r.ascii($0) == UInt8(ascii: "(") }) {
            isTold =
                r.kind(open - 1) == .number
                && r.at(open + 1).contains { $0.meaning == .leadCode || $0.meaning == .partnerLead }
            tokens = tokens.lowerBound..<open
        }
        while let first = tokens.first, r.kind(first) == .punctuation { tokens = (first + 1)..<tokens.upperBound }
        while let last = tokens.last, r.kind(last) == .punctuation { tokens = tokens.lowerBound..<last }
        guard let first = tokens.first, tokens.count <= 2 else { return nil }
        var i = first
        if r.kind(i) == .word {
            let word = r.tokens.foldedString(i)
            guard r.tokens[i].isAllCaps || r.tokens[i].isCapitalized && word.count == 1, word.count <= Self.mostLetters
            else { return nil }
            letters = word
            isLead = r.first(.leadCode, at: i) != nil
            i += 1
        } else {
            letters = ""
            isLead = isTold
        }
        if i == tokens.upperBound {
            number = nil
        } else {
            guard r.kind(i) == .number, r.digits(i) <= 2 else { return nil }
            number = r.integer(i)
        }
    }

    /// The roles of codes in a column: letters that stand for the lead, or letters of their own in the first row where
    /// the others share theirs ("GB, B2, B3"); "A" before the letters of all is associated ("AP" beside "P2, P3").
    static func roles(_ codes: [PartnerCode?]) -> [Claim.Role?]? {
        var counts: [String: Int] = [:]
        for code in codes {
            if let code, code.number != nil { counts[code.letters, default: 0] += 1 }
        }
        // Bare numbers are roles only beside one that says it leads.
        if !codes.contains(where: { $0?.isLead ?? false && $0?.letters.isEmpty ?? false }) { counts[""] = nil }
        guard let common = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key,
            codes.filter({ $0 != nil }).count * 3 >= codes.count * 2
        else { return nil }
        let first = codes.firstIndex { $0 != nil }
        return codes.enumerated().map { n, code in
            guard let code else { return nil }
            if code.isLead { return .lead }
            if code.letters == common { return .partner }
            if code.letters.hasPrefix("a"), code.letters.hasSuffix(common) { return .associated }
            return n == first && code.number ?? 1 == 1 && !code.letters.isEmpty ? .lead : nil
        }
    }
}
