internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Bodies that are letters only: in brackets behind the name they stand for ("Zavod za gozdove (ZGS)"), or beside an
/// office or a word of reporting ("VID direktors", "potrivit C.N.A.S.").
struct Acronyms {
    struct Found {
        var tokens: Range<Int>
        /// The name that the letters stand for.
        var owner: Range<Int>?
    }

    let reading: Reading
    let busy: TokenSet
    /// The names of the block.
    let names: [NameReader.Found]

    func read() -> [Found] {
        var found: [Found] = []
        var known: [ArraySlice<UInt8>: Range<Int>?] = [:]
        var others: [Range<Int>] = []
        var i = reading.range.lowerBound
        while i < reading.range.upperBound {
            guard let letters = letters(at: i) else {
                i += 1
                continue
            }
            i = letters.upperBound
            let key = reading.tokens.folded(letters.lowerBound)
            if let owner = owner(of: letters) {
                found.append(Found(tokens: letters, owner: owner))
                if letters.count == 1 { known[key] = owner }
            } else if isBesideOffice(letters) {
                found.append(Found(tokens: letters))
                if letters.count == 1, known[key] == nil { known[key] = .some(nil) }
            } else if letters.count == 1 {
                others.append(letters)
            }
        }
        // Once told, the letters mean the same everywhere.
        for letters in others {
            if let owner = known[reading.tokens.folded(letters.lowerBound)] {
                found.append(Found(tokens: letters, owner: owner))
            }
        }
        return found
    }

    /// Two to eight capitals, or single ones with a full stop behind each.
    private func letters(at i: Int) -> Range<Int>? {
        let r = reading
        guard r.kind(i) == .word, r.tokens[i].isCapitalized else { return nil }
        let isOne = r.tokens[i].folded.count == 1
        guard isOne || r.tokens[i].isAllCaps, !busy.contains(i), !isAllCapitals(i - 1, at: i),
            !isAllCapitals(i + 1, at: i + 1)
        else { return nil }
        if isOne {
            var end = i
            while r.kind(end) == .word, r.tokens[end].isCapitalized, r.tokens.folded(end).count == 1,
                end == i || r.glued(end),
                r.ascii(end + 1) == UInt8(ascii: "."), r.glued(end + 1)
            { end += 2 }
            guard end - i >= 4, end - i <= 12, !r.isCapital(end) || !r.sameLine(end) else { return nil }
            return i..<end
        }
        let count = r.tokens.folded(i).count { $0 & 0xC0 != 0x80 }
        guard r.tokens[i].isAllCaps, 2...8 ~= count, !isNumeral(i),
            !r.at(i).contains(where: { Self.others.contains($0.meaning) || $0.meaning.isLabel }),
            r.kind(i + 1) != .number || !r.sameLine(i + 1)
        else { return nil }
        if r.glued(i), "-/".utf8.contains(r.ascii(i - 1)) { return nil }
        if r.isDash(i + 1), r.glued(i + 1) { return nil }
        return i..<(i + 1)
    }

    /// What letters may mean beside a body.
    static let others: [Meaning] = [
        .currency, .unit, .namePlace, .nameProgramme, .nameOrganization, .nameBody, .orgLegal, .magnitude,
        .magnitudeCurrency,
        .code, .programmePlain, .projectPrefix, .month, .percent, .orgInside, .of, .and,
    ]

    private func isNumeral(_ i: Int) -> Bool { reading.tokens.folded(i).allSatisfy { "ivxlcdm".utf8.contains($0) } }

    /// A line in capitals is a heading: whether the word `k` beside another is so, where the later of both is `later`.
    private func isAllCapitals(_ k: Int, at later: Int) -> Bool {
        reading.kind(k) == .word && reading.tokens[k].isAllCaps && reading.tokens[k].folded.count > 3
            && reading.sameLine(later)
    }

    private func owner(of letters: Range<Int>) -> Range<Int>? {
        let r = reading
        guard r.ascii(letters.lowerBound - 1) == UInt8(ascii: "("), r.ascii(letters.upperBound) == UInt8(ascii: ")"),
            let name = body(endingAt: letters.lowerBound - 1), let first = r.tokens.folded(letters.lowerBound).first
        else { return nil }
        // One word of the name begins as the letters do, or a compound has them inside.
        return name.contains { r.kind($0) == .word && r.tokens.folded($0).first == first } ? name : nil
    }

    /// The name of a body that ends before a token.
    private func body(endingAt end: Int) -> Range<Int>? {
        names.first { $0.tokens.upperBound == end && $0.mention.kind == .organization }?.tokens
    }

    private func isBesideOffice(_ letters: Range<Int>) -> Bool {
        let r = reading
        var next = letters.upperBound
        // "UPM:n toimitusjohtaja"
        if r.ascii(next) == UInt8(ascii: ":"), r.glued(next), r.glued(next + 1), r.isSmall(next + 1) { next += 2 }
        if r.language.headLast, r.sameLine(next), r.first(.official, at: next) != nil { return true }
        guard r.language.headFirst || !r.language.headLast || r.language.capitalizesNouns,
            r.sameLine(letters.lowerBound)
        else { return false }
        var start = letters.lowerBound
        for _ in 0...1 {
            if r.last(.official, endingAt: start) != nil { return true }
            guard r.isSmall(start - 1), r.tokens.folded(start - 1).count <= 3 else { return false }
            start -= 1
        }
        return false
    }
}
