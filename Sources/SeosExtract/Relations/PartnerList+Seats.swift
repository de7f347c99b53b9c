internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Where a body of a list is: the country or the town behind or in front of its name.
extension PartnerList {
    /// "…, Poland", "… – Estonia", "EE – …": the place that ends or opens the piece.
    func withoutPlace(_ tokens: Range<Int>, _ item: inout Item) -> Range<Int> {
        var name = tokens
        for i in tokens.dropFirst().reversed() {
            let c = reading.ascii(i)
            guard c == UInt8(ascii: ",") || (c == UInt8(ascii: "-") && !reading.glued(i)) else { continue }
            // "…, à Marcinelle"
            let isWhere = c == UInt8(ascii: ",") && reading.isSmall(i + 1)
            let place = (isWhere ? reading.first(.placeBefore, at: i + 1)?.end ?? i + 1 : i + 1)..<name.upperBound
            guard !place.isEmpty else { break }
            if let country = countryAlone(place) ?? (c == UInt8(ascii: ",") ? placeAlone(place) : nil) {
                item.country = item.country ?? country
                name = name.lowerBound..<i
            } else if c == UInt8(ascii: ","), item.country != nil, hasHead(name.lowerBound..<i),
                isTown(place)
            {
                name = name.lowerBound..<i
            } else {
                break
            }
        }
        if name.count > 3, reading.tokens[name.lowerBound].isAllCaps, reading.tokens.folded(name.lowerBound).count == 2,
            [UInt8(ascii: "-"), UInt8(ascii: ":")].contains(reading.ascii(name.lowerBound + 1)),
            let country = countryAlone(name.lowerBound..<(name.lowerBound + 1))
        {
            item.country = item.country ?? country
            name = strip((name.lowerBound + 2)..<name.upperBound)
        }
        return strip(name)
    }

    /// "Musée Unterlinden in Colmar", "Göcseji Múzeum z Madžarske": where a body is that ends before the preposition.
    func withoutSeat(_ tokens: Range<Int>, _ item: inout Item) -> Range<Int> {
        // "the nature park directorate from Hungary"
        if item.country == nil,
            let from = tokens.dropFirst(2).last(where: { i in
                reading.isSmall(i)
                    && reading.first(.placeBefore, at: i).map { PlaceWord.isFrom(reading.entry($0).key) } ?? false
            }), from + 1 < tokens.upperBound, let country = countryAlone(from + 1..<tokens.upperBound)
        {
            item.country = country
            return tokens.lowerBound..<from
        }
        guard
            let body = view.names.first(where: {
                $0.mention.kind == .organization && $0.tokens.lowerBound == tokens.lowerBound
                    && $0.tokens.upperBound < tokens.upperBound
            }), reading.isSmall(body.tokens.upperBound),
            let before = reading.first(.placeBefore, at: body.tokens.upperBound), before.end < tokens.upperBound,
            PlaceWord.isWhere(reading.entry(before).key) || PlaceWord.isFrom(reading.entry(before).key)
                || countryAlone(before.end..<tokens.upperBound) != nil
        else { return tokens }
        let seat = before.end..<tokens.upperBound
        guard let country = countryAlone(seat) ?? placeAlone(seat) else { return tokens }
        item.country = item.country ?? country
        return body.tokens
    }

    /// One to three capitalised words without a head noun: the seat behind a name ("…, Le Châtelard").
    func isTown(_ tokens: Range<Int>) -> Bool {
        let words = tokens.filter { reading.kind($0) == .word }
        return !words.isEmpty && words.count <= 3 && words.allSatisfy { reading.tokens[$0].isCapitalized }
            && !hasHead(tokens)
            && tokens.allSatisfy {
                reading.kind($0) == .word || reading.isDash($0) || reading.ascii($0) == UInt8(ascii: "'")
            }
    }

    /// The country when the tokens are one country (name or code) and nothing else.
    func countryAlone(_ piece: Range<Int>) -> String? {
        let tokens = strip(piece)
        guard !tokens.isEmpty, tokens.count <= 5, let first = tokens.first else { return nil }
        if tokens.count == 1, reading.tokens[first].isAllCaps,
            let code = CountryCode.from(reading.tokens.string(first), gazetteer)
        {
            return code
        }
        // An article glued in front: "il-Pajjiżi l-Baxxi", "l'Italia".
        if tokens.count >= 3, reading.tokens.folded(first).count <= 2,
            reading.isDash(first + 1) || reading.ascii(first + 1) == UInt8(ascii: "'"), reading.glued(first + 1),
            let code = countryAlone((first + 2)..<tokens.upperBound)
        {
            return code
        }
        if let hit = reading.place(at: first, before: tokens.upperBound, in: gazetteer),
            hit.tokens.upperBound == tokens.upperBound,
            let place = hit.places.first, place.level == 0
        {
            return place.country
        }
        if let match = reading.first(.namePlace, at: first), match.end == tokens.upperBound {
            let code = reading.entry(match).key
            return code.count == 2 ? code : nil
        }
        return nil
    }

    /// The country of a place that fills the piece: the town behind a name ("…, Turin").
    func placeAlone(_ piece: Range<Int>) -> String? {
        let tokens = strip(piece)
        guard let first = tokens.first, tokens.count <= 5, reading.tokens[first].isCapitalized,
            let hit = reading.place(at: first, before: tokens.upperBound, in: gazetteer),
            hit.tokens.upperBound == tokens.upperBound
        else { return nil }
        return hit.places.first?.country
    }
}
