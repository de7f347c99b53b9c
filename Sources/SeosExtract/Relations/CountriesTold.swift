internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// The countries that the words around names of bodies tell: "X from Norway", "the Slovene agency X", "from Denmark come
/// X and Y", "X et Y côté italien".
struct CountriesTold {
    /// A name of a body in the view; without an entity when its country is known already.
    struct Body {
        var tokens: Range<Int>
        var entity: Int?
    }

    struct Told {
        var entity: Int
        var country: String
        /// Said of this body alone and right beside it.
        var isSeat: Bool
        /// Told by a town behind the name.
        var isTown = false
    }

    /// A word of the text that stands for a country.
    private struct Place {
        var end: Int
        var country: String
        /// Whether what follows is of this country, until the sentence names another.
        var opens: Bool
        /// "on the Polish side"
        var isSide: Bool
    }

    let view: BlockView
    let gazetteer: Gazetteer
    /// By position, none inside another.
    let bodies: [Body]

    private var reading: Reading { view.reading }

    private static let farthest = 8
    private static let farthestAdjective = 4

    func read() -> [Told] {
        var told: [Told] = []
        let wanted = bodies.filter { $0.entity != nil }
        guard !wanted.isEmpty else { return [] }
        if !view.block.cells.isEmpty || view.block.headingLevel != nil { return wanted.compactMap(seated) }
        var next = 0
        for sentence in view.sentences {
            while next < bodies.count, bodies[next].tokens.lowerBound < sentence.lowerBound { next += 1 }
            let start = next
            while next < bodies.count, bodies[next].tokens.lowerBound < sentence.upperBound { next += 1 }
            if bodies[start..<next].contains(where: { $0.entity != nil }) {
                read(sentence, bodies[start..<next], &told)
            }
        }
        return told
    }

    private func seated(_ body: Body) -> Told? {
        guard let entity = body.entity, let seat = seat(behind: body.tokens.upperBound) else { return nil }
        return Told(entity: entity, country: seat.country, isSeat: true, isTown: seat.isTown)
    }

    private func read(_ sentence: Range<Int>, _ bodies: ArraySlice<Body>, _ told: inout [Told]) {
        var bodies = bodies
        var carried: String?
        var pending: [Place] = []
        var lastEnd: Int?
        // Bodies of this part of the sentence of which nothing is told yet.
        var open: [Int] = []
        var i = sentence.lowerBound
        while i < sentence.upperBound {
            if let body = bodies.first, body.tokens.lowerBound <= i {
                bodies = bodies.dropFirst()
                guard body.tokens.lowerBound == i else { continue }
                var country: String?
                if let place = pending.last {
                    if pending.allSatisfy({ $0.country == place.country }), reaches(place, i) {
                        country = place.country
                    }
                    carried = place.opens ? country : nil
                    pending = []
                    open = []
                } else if let known = carried, let end = lastEnd, isJoined(end..<i) {
                    country = known
                } else {
                    carried = nil
                }
                i = max(i + 1, body.tokens.upperBound)
                lastEnd = i
                if let seat = seat(behind: i) {
                    if let entity = body.entity {
                        told.append(
                            Told(entity: entity, country: seat.country, isSeat: true, isTown: seat.isTown))
                    }
                    i = seat.end
                    lastEnd = i
                } else if let entity = body.entity {
                    if let country {
                        told.append(Told(entity: entity, country: country, isSeat: false))
                    } else {
                        open.append(entity)
                    }
                }
                continue
            }
            if reading.ascii(i) == UInt8(ascii: ";") {
                (carried, pending, open) = (nil, [], [])
            } else if let place = place(at: i) {
                if place.isSide, let end = lastEnd, pending.isEmpty, i - end <= 3, closes(place.end) {
                    told += open.map { Told(entity: $0, country: place.country, isSeat: false) }
                    open = []
                } else {
                    pending.append(place)
                    carried = nil
                }
                i = place.end
                continue
            }
            i += 1
        }
    }

    /// The country named at token `i`, by its name, the adjective of its name or a place in it.
    private func place(at i: Int) -> Place? {
        let next = view.firstName(from: i + 1)
        // One name inside another stands behind it.
        if let name = view.names[max(0, next - 3)..<next].first(where: { i < $0.tokens.upperBound }) {
            guard name.tokens.lowerBound == i, name.mention.kind == .region, let country = name.mention.country else {
                return nil
            }
            let end = name.tokens.upperBound
            if let side = side(beside: i..<end) { return Place(end: side, country: country, opens: true, isSide: true) }
            let opens =
                name.mention.code == country || reading.last(.placeBefore, endingAt: i) != nil
                || reading.whereEnding(end - 1, isKnown: true) != nil
            return Place(end: end, country: country, opens: opens, isSide: false)
        }
        guard reading.knows(i), let match = reading.first(.namePlace, at: i), !reading.isDash(match.end),
            let country = CountryCode.ofRegion(reading.entry(match).key, gazetteer)
        else { return nil }
        if let side = side(beside: i..<match.end) {
            return Place(end: side, country: country, opens: true, isSide: true)
        }
        // "the Polish programme", "polský projekt": not of the bodies behind it.
        // "1,1 mio. norske kroner, mens Tønder Kommune …"
        let isOfMore = reading.at(match.end).contains {
            [.project, .programme, .funder, .currency].contains($0.meaning)
        }
        return isOfMore ? nil : Place(end: match.end, country: country, opens: false, isSide: false)
    }

    /// The end of "Estonian side", "côté italien", "z polskiej strony".
    private func side(beside tokens: Range<Int>) -> Int? {
        if let side = reading.first(.side, at: tokens.upperBound), reading.sameLine(tokens.upperBound) {
            return side.end
        }
        if reading.last(.side, endingAt: tokens.lowerBound) != nil { return tokens.upperBound }
        let before = tokens.lowerBound - 1
        if reading.isSmall(before), reading.last(.side, endingAt: before) != nil,
            reading.first(.of, at: before) != nil || reading.first(.orgInside, at: before) != nil
        {
            return tokens.upperBound
        }
        return nil
    }

    private func reaches(_ place: Place, _ start: Int) -> Bool {
        let gap = place.end..<max(place.end, start)
        if place.opens { return gap.count <= Self.farthest }
        guard gap.count <= Self.farthestAdjective else { return false }
        // "a Greek partner, the Institute X"
        return !gap.dropLast(2).contains { reading.ascii($0) == UInt8(ascii: ",") }
            || gap.contains { reading.first(.partnerPartner, at: $0) != nil }
    }

    /// Whether a list goes on over the tokens between two names.
    private func isJoined(_ gap: Range<Int>) -> Bool {
        gap.count <= 6 && gap.count { reading.kind($0) == .word && reading.first(.and, at: $0) == nil } <= 2
            && gap.contains { reading.ascii($0) == UInt8(ascii: ",") || reading.first(.and, at: $0) != nil }
    }

    private func closes(_ i: Int) -> Bool {
        !reading.range.contains(i) || ",.;:)".utf8.contains(reading.ascii(i)) || reading.first(.and, at: i) != nil
    }

    /// "(Poland)", ", Vilnius,", "from Kiruna", "Norjasta" right behind a name.
    private func seat(behind end: Int) -> (country: String, end: Int, isTown: Bool)? {
        guard reading.sameLine(end) else { return nil }
        if reading.ascii(end) == UInt8(ascii: "(") {
            let limit = min(end + 8, reading.range.upperBound)
            guard let close = (end..<limit).first(where: { reading.ascii($0) == UInt8(ascii: ")") }) else { return nil }
            let inside = (end + 1)..<close
            let named = view.names[view.firstName(from: inside.lowerBound)...].prefix(inside.count)
                .first { inside.contains($0.tokens.lowerBound) && $0.mention.country != nil }
            let country =
                named?.mention.country ?? PartnerList(view: view, gazetteer: gazetteer).countryAlone(inside)
            return country.map { ($0, close + 1, false) }
        }
        var at = end
        let isParted = reading.ascii(at) == UInt8(ascii: ",")
        if isParted { at += 1 }
        let from = reading.first(.placeBefore, at: at)
        if let from, reading.isSmall(at) { at = reading.skipsArticle(from.end) }
        guard reading.sameLine(at),
            let place = view.names[view.firstName(from: at)...].prefix(2)
                .first(where: { $0.tokens.lowerBound == at && $0.mention.kind == .region }),
            let country = place.mention.country
        else { return nil }
        let stop = place.tokens.upperBound
        let isInflected = at == end && reading.whereEnding(stop - 1, isKnown: true) != nil
        guard from != nil && !isParted || isParted && closes(stop) || isInflected else { return nil }
        return (country, stop, place.mention.code != country)
    }
}
