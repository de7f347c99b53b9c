internal import SeosLanguages
internal import SeosText

/// Numbers in the names of schools, kindergartens and works: "Gymnázium č. 2", "Rīgas 49. vidusskola", "71. osnovna škola".
extension OrganizationReader {
    /// "č. 2", "nr 7", "№ 5", "Nr. 5": the end of a number of at most three digits behind a word for number.
    func numberEnd(_ i: Int, behind head: Range<Int>) -> Int? {
        let r = reading
        guard r.range.contains(i), !r.breaks(before: i), !isPlace(i - 1),
            reading.first(.orgHead, at: head.lowerBound).map({ !HeadKey(reading.entry($0).key).isArea }) ?? true,
            let word = r.first(.orgNumber, at: i),
            r.entry(word).key == "-"
        else { return nil }
        var number = word.end
        if r.ascii(number) == UInt8(ascii: "."), r.glued(number) { number += 1 }
        guard r.kind(number) == .number, r.sameLine(number), isShort(number) else { return nil }
        return number + 1
    }

    /// One to three digits.
    private func isShort(_ i: Int) -> Bool { reading.tokens.folded(i).count <= 3 }

    /// The full stop of an ordinal number before a head noun.
    func isOrdinalMark(_ i: Int) -> Bool {
        let r = reading
        return r.ascii(i) == UInt8(ascii: ".") && r.glued(i) && r.kind(i - 1) == .number && isShort(i - 1)
    }

    /// "*71.* osnovna škola Zagreb", "το *1ο* Γυμνάσιο": the number of a school in front of its name, inside a line.
    func ordinal(before start: Int, _ blocked: TokenSet) -> Int? {
        let r = reading
        // "71.", "1ο"
        let isMarked = r.glued(start - 1) && (r.ascii(start - 1) == UInt8(ascii: ".") || r.kind(start - 1) == .word)
        let number = isMarked ? start - 2 : start - 1
        guard r.at(start).contains(where: { $0.meaning == .orgNumber && r.entry($0).key == "first" }),
            r.range.contains(number), r.kind(number) == .number, isShort(number), !r.breaks(before: number),
            !r.breaks(before: start), !blocked.contains(number), number > r.range.lowerBound,
            isMarked
        else { return nil }
        return number
    }
}
