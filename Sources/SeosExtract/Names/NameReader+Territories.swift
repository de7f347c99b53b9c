internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Counties and municipalities that a sentence names as places: "covers Львівський район and Закарпатську область".
///
/// A territory's name is read as that of the body that governs it. Behind words for the work done somewhere, behind a
/// word for where, and in a row with a place that stands so, the land is meant.
extension NameReader {
    /// The names with such territories as places.
    ///
    /// - Parameter found: names in the order of the text.
    func withTerritories(_ found: [Found]) -> [Found] {
        guard found.contains(where: \.isTerritory) else { return found }
        var found = found
        // Where the last place ended that a row may go on from.
        var rowEnd = Int.min
        for (k, name) in found.enumerated() where name.isTerritory || name.mention.kind == .region {
            let isNext = reading.joint(before: withNation(name.tokens.lowerBound)) == rowEnd
            guard isNext || isPlaced(name.tokens) else { continue }
            rowEnd = name.tokens.upperBound
            if name.isTerritory { found[k] = territory(name) }
        }
        return found
    }

    /// Where the adjective of a country in front of a name begins: "i mađarsku županiju Somogy".
    private func withNation(_ start: Int) -> Int {
        guard reading.isSmall(start - 1), let nation = reading.last(.namePlace, endingAt: start) else { return start }
        return nation.start
    }

    /// Behind words for the work done or for where: "обхваща област Силистра", "in der Gemeinde Emmen"; an article or the
    /// adjective of a country may stand between.
    private func isPlaced(_ tokens: Range<Int>) -> Bool {
        var start = tokens.lowerBound
        for step in 0...1 {
            if reading.last(.acts, endingAt: start) != nil || reading.last(.between, endingAt: start) != nil {
                return true
            }
            if let before = reading.last(.placeBefore, endingAt: start) {
                return PlaceWord.isWhere(reading.entry(before).key)
            }
            guard step == 0, reading.isSmall(start - 1), reading.sameLine(start) else { break }
            start -= 1
        }
        return reading.whereEnding(tokens.upperBound - 1, isKnown: true) != nil
    }

    private func territory(_ name: Found) -> Found {
        Found(
            tokens: name.tokens,
            mention: Mention(
                kind: .region, span: name.mention.span, quote: name.mention.quote,
                name: BaseForm.name(name.tokens, reading, isOrganization: false), language: reading.tag,
                rule: "place.territory", confidence: 0.65))
    }
}
