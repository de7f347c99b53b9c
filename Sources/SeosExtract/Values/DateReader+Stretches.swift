internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Parts of a year: quarters, half-years, seasons; "early", "mid" and "late" are read as what they stand beside.
extension DateReader {
    /// "3. Quartal 2025", "III kwartale 2025", "Q3 2025", "trimestre 3 2019", "first half of 2026", "Herbst 2024".
    func stretch(at i: Int) -> DatePart? {
        if let (stretch, end) = stretchName(at: i) {
            let j = skipToYear(end)
            if let year = year(at: j, wide: true), reading.sameLine(j) {
                // "winter 1919-1920", "Winter 2023/24": one winter.
                if case .season = stretch, let end = followingYear(year, j + 1) {
                    return DatePart(end: end, year: year, stretch: stretch)
                }
                return DatePart(end: closing(j + 1), year: year, stretch: stretch)
            }
            return DatePart(end: end, stretch: stretch, isWeak: true)
        }
        guard let match = reading.first(.part, at: i) else { return nil }
        var j = match.end
        if reading.isDash(j), reading.glued(j) { j += 1 }
        j = skipSmall(j)
        if let word = reading.first(.yearBefore, at: j) { j = word.end }
        guard reading.sameLine(j) else { return nil }
        if reading.kind(j) == .number {
            guard var part = yearFirst(at: j, role: .single), part.isBareYear else { return nil }
            if isMeasured(part.end) { return nil }
            part.isYearFirst = false
            return part
        }
        return monthFirst(at: j)
    }

    /// The same with the year first: "2026. aasta esimesel poolel", "2017-q1".
    func stretchAfterYear(_ year: Int, _ i: Int) -> DatePart? {
        var j = i
        if reading.isDash(j), reading.glued(j), reading.glued(j + 1) { j += 1 }
        guard reading.sameLine(j), let (stretch, end) = stretchName(at: j) else { return nil }
        return DatePart(end: end, year: year, stretch: stretch)
    }

    private func stretchName(at i: Int) -> (DatePart.Stretch, Int)? {
        for match in reading.at(i) {
            let key = reading.entry(match).key
            switch reading.meaning(match) {
            case .quarter, .half:
                let isHalf = reading.meaning(match) == .half
                if let n = Int(key), n > 0 {
                    return (isHalf ? .half(n) : .quarter(n), match.end)
                }
                // "Q3", "trimestre 3", "trimestrul II"
                if let n = reading.integer(match.end) ?? roman(at: match.end), reading.digits(match.end) <= 1,
                    (1...(isHalf ? 2 : 4)).contains(n), reading.sameLine(match.end)
                {
                    return (isHalf ? .half(n) : .quarter(n), match.end + 1)
                }
            case .season where isSpelledOut(match): return (.season(key), match.end)
            default: continue
            }
        }
        guard let (n, end) = ordinalOrRoman(at: i) else { return nil }
        var j = end
        if reading.isDash(j), reading.glued(j), reading.glued(j + 1) { j += 1 }
        if let match = reading.first(.quarter, at: j), (1...4).contains(n == -1 ? 4 : n), reading.sameLine(j) {
            return (.quarter(n == -1 ? 4 : n), match.end)
        }
        if let match = reading.first(.half, at: j), (1...2).contains(n == -1 ? 2 : n), reading.sameLine(j) {
            return (.half(n == -1 ? 2 : n), match.end)
        }
        return nil
    }

    private func followingYear(_ year: Int, _ i: Int) -> Int? {
        guard reading.isDash(i) || reading.ascii(i) == UInt8(ascii: "/"), let next = reading.integer(i + 1) else {
            return nil
        }
        let digits = reading.digits(i + 1)
        return digits == 4 && next == year + 1 || digits == 2 && next == (year + 1) % 100 ? closing(i + 2) : nil
    }

    private func ordinalOrRoman(at i: Int) -> (Int, Int)? {
        if let found = dayOrdinal(at: i) { return found }
        guard let n = roman(at: i) else { return nil }
        return (n, reading.ascii(i + 1) == UInt8(ascii: ".") && reading.glued(i + 1) ? i + 2 : i + 1)
    }

    /// "vår" is spring and "var" was, "sie" is August and "się" oneself: short names need the marks they have in the
    /// pack, and no others.
    func isSpelledOut(_ match: Lexicon.Match) -> Bool {
        let form = reading.entry(match).form
        let isAbbreviation = form.utf8.count <= 3 || form.utf8.count <= 6 && form.utf8.last == UInt8(ascii: ".")
        let isShort = isAbbreviation || reading.meaning(match) == .season && form.utf8.count <= 6
        guard match.length <= 2, isShort, (form.utf8.first ?? 0) < 0x80 else { return true }
        let token = reading.tokens[match.start]
        return form.utf8.contains { $0 >= 0x80 }
            == reading.tokens.text[Int(token.start)..<Int(token.end)].contains { $0 >= 0x80 }
    }

    private func skipToYear(_ i: Int) -> Int {
        var j = i
        if reading.isDash(j) || reading.ascii(j) == UInt8(ascii: "/") || reading.ascii(j) == UInt8(ascii: ",") {
            j += 1
        }
        if let word = reading.first(.yearBefore, at: j) { return word.end }
        j = skipSmall(j)
        if let word = reading.first(.yearBefore, at: j) { j = word.end }
        return j
    }
}
