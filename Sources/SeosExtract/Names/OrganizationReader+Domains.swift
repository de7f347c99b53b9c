internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// The fields of a ministry that commas part: "Ministerium für Energiewende, Klimaschutz, Umwelt und Natur".
extension OrganizationReader {
    /// "Ministry of Culture, Heritage and the Gaeltacht": what a public body is in charge of, when a list with "and"
    /// follows that holds no place and no other body.
    ///
    /// - Returns: the end of the list that begins with the comma at `comma`.
    func domains(_ head: Range<Int>, from comma: Int, _ blocked: TokenSet) -> Int? {
        guard let match = reading.first(.orgHead, at: head.lowerBound),
            HeadKey.isPublic(reading.entry(match).key) || reading.entry(match).key.hasPrefix("chamber"),
            !isPlace(comma - 1), comma - head.upperBound <= 4,
            comma > head.upperBound || head.count > 1
        else { return nil }
        var j = comma + 1
        var sawAnd = false
        var words = 0
        while reading.range.contains(j), j - comma < 14, !blocked.contains(j), !reading.breaks(before: j) {
            if let and = reading.first(.and, at: j), !opensOther(and.end) {
                guard !sawAnd, words > 0 else { return nil }
                sawAnd = true
                words = 0
                j = and.end
                continue
            }
            guard reading.kind(j) == .word else {
                guard reading.ascii(j) == UInt8(ascii: ","), !sawAnd, words > 0 else { break }
                words = 0
                j += 1
                continue
            }
            let isDomain = sawAnd && reading.first(.and, at: j - 1) != nil
            let isHead =
                !isDomain && reading.at(j).contains { [.orgHead, .orgLegal, .nameBody].contains(reading.meaning($0)) }
            if isHead || isCue(j) || isPlace(j) && reading.isCapital(j) { return nil }
            guard reading.isCapital(j) || isSmallWord(j) else { break }
            if reading.isCapital(j) {
                words += 1
                if words > 2 { return nil }
                if sawAnd { return capitals(from: j + 1, atMost: 1) }
            }
            j += 1
        }
        return nil
    }

    /// Whether a body with an article, a territory or a school stands behind the word for and, no domain.
    private func opensOther(_ next: Int) -> Bool {
        let start = reading.skipsArticle(next)
        guard let match = reading.first(.orgHead, at: start) else { return false }
        let key = reading.entry(match).key
        return start > next || !reading.isCapital(start) || HeadKey(key).isArea
            || !(key.hasPrefix("public") || key.hasPrefix("company") || key.hasPrefix("other"))
    }

    private func capitals(from start: Int, atMost count: Int) -> Int {
        var end = start
        while end - start < count, reading.kind(end) == .word, reading.isCapital(end),
            !reading.breaks(before: end)
        { end += 1 }
        return end
    }
}
