internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Places that a page says something is done in, without a label: "the tower was built in Orchówek".
///
/// A preposition or an ending that says where is enough, unless the sentence tells of an event, a contract, an
/// address or a body's seat.
extension FactReader {
    mutating func readPlacesOfWork(_ regions: inout RegionsTold) {
        guard let main = project else { return }
        let isLabelled = Set(
            builder.claims.filter { $0.property == .region && $0.confidence >= 0.6 && $0.rule != "region.acts" }
                .map(\.subject))
        var fieldTokens: [Int: TokenSet]?
        let days = daysOfProjects()
        let told = Set(builder.claims.flatMap { [$0.object, $0.owner] }.compactMap { $0 })
        for view in views {
            var located: Set<Int> = []
            // The cells of a wide table are names, not sentences.
            if view.block.cells.count > 2 { continue }
            let places = ownPlaces(view, told)
            guard !places.isEmpty else { continue }
            let others = fieldTokens ?? tokensOfOtherFields()
            fieldTokens = others
            let ahead = namesBeforeNoun(view)
            let ranges = namesOfRanges(view, places)
            let rows = namesOfRows(view, places)
            let clauses = clauses(of: view, days)
            var c = 0
            var sentence = (tokens: 0..<0, tellsOfWork: false)
            // The end of a sentence in which a place has a clause of its own, behind which the row may go on.
            var interrupted = 0
            let bodyEnds = Set(
                view.names.indices.lazy.filter { view.names[$0].mention.kind == .organization && !places.contains($0) }
                    .map { view.names[$0].tokens.upperBound })
            for (k, name) in view.names.enumerated() where places.contains(k) {
                guard !(others[view.index]?.intersects(name.tokens) ?? false) else { continue }
                let isNext = joint(before: name, view).map(located.contains) ?? false
                let isFrom = ranges.contains(k) && !isSeat(name.tokens.lowerBound - 1, view, bodyEnds)
                let isRow = rows.contains(k) && view.isProse
                let hasClause = view.reading.hasWhereClause(behind: name.tokens.upperBound)
                if hasClause { interrupted = view.sentence(at: name.tokens.lowerBound).upperBound }
                let isResumed = name.tokens.lowerBound < interrupted && view.reading.resumesRow(name.tokens)
                let isTold =
                    isNext || ahead.contains(k) || isLocated(name, view, bodyEnds)
                    || view.isProse && tellsOfWork(view, name.tokens.lowerBound, &sentence)
                guard isTold || isFrom || hasClause || isResumed || isRow else { continue }
                guard isNext || !isSeatTold(before: name.tokens.lowerBound, view) else { continue }
                while c < clauses.count, clauses[c].tokens.upperBound <= name.tokens.lowerBound { c += 1 }
                guard c < clauses.count, !clauses[c].isElsewhere else { continue }
                // "with four partners it reopens quarries in Lunigiana, in Gallura and in Balagna": a row is where the work is.
                if clauses[c].tellsOfPartners, !isNext, !isTold || !opensRow(name, view) { continue }
                // "Two camps took place in Veisiejai and Punsk": a row or a whole area is more than where people met.
                let isMany = isNext || isRow || isArea(name, view) || opensRow(name, view)
                guard isMany || !clauses[c].tellsOfEvent(before: name.tokens.lowerBound) else { continue }
                located.insert(endOfMention(name, view))
                let project = project(at: view.index, clauses[c].tokens.lowerBound) ?? main
                if isLabelled.contains(project) { regions.addLabelled(project) }
                let rule =
                    isFrom
                    ? "region.from"
                    : hasClause || isResumed ? "region.clause" : isTold ? "region.located" : "region.row"
                regions.add(project, view, name, place(k, view), rule, 0.45)
            }
        }
    }

    /// The places of a view by their position among its names, with the counties and districts of which nothing else is
    /// said: "rolników z powiatu sanockiego".
    private func ownPlaces(_ view: BlockView, _ told: Set<Int>) -> Set<Int> {
        var places: Set<Int> = []
        for (k, name) in view.names.enumerated() {
            if isOwnPlace(name) || isFreeTerritory(k, view, told) { places.insert(k) }
        }
        return places
    }

    /// A county or a district of which nothing else is said.
    func isFreeTerritory(_ k: Int, _ view: BlockView, _ told: Set<Int>) -> Bool {
        let name = view.names[k]
        return name.isTerritory && !view.reading.language.areasAreBodies
            && (view.reading.isSmall(name.tokens.lowerBound) || view.reading.isSmall(name.tokens.upperBound - 1))
            && entity(of: nameMentions[view.index][k]).map { !told.contains($0) } ?? false
    }

    /// The mention of a name as a place.
    mutating func place(_ k: Int, _ view: BlockView) -> Int {
        let name = view.names[k]
        if name.mention.kind == .region { return nameMentions[view.index][k] }
        let mention = addSpan(.region, view, name.tokens, rule: "place.territory", confidence: 0.6)
        _ = region(mention)
        return mention
    }

    /// A place below the country, by its code or, without one, by the words around it; no part of the world and no ocean.
    func isOwnPlace(_ name: NameReader.Found) -> Bool {
        guard name.mention.kind == .region else { return false }
        guard let code = name.mention.code else { return true }
        if code.hasPrefix("x-") { return gazetteer.place(code: code)?.isWide != true }
        return code != name.mention.country || Self.islands.contains(code)
    }

    /// Islands with a country's code that are regions of one: Åland.
    private static let islands: Set<String> = ["AX"]

    /// What joins a place to the one before it in a list; a preposition may stand between: "i Vilhelmina og ved Karleby".
    private func joint(before name: NameReader.Found, _ view: BlockView) -> Int? {
        let r = view.reading
        var start = name.tokens.lowerBound
        if let joint = r.joint(before: start) { return joint }
        // "iz Mislinjske doline in avstrijske Labotske doline"
        if let country = r.last(.namePlace, endingAt: start), r.isSmall(country.start) {
            start = country.start
            if let joint = r.joint(before: start) { return joint }
        }
        return r.last(.placeBefore, endingAt: start).flatMap { r.joint(before: $0.start) }
    }

    /// "from Connemara to Lewis", "children from Pazardzhik and Karlovo": two places or more behind a word for from.
    private func namesOfRanges(_ view: BlockView, _ places: Set<Int>) -> Set<Int> {
        let r = view.reading
        var found: Set<Int> = []
        var last: Int?
        for (k, name) in view.names.enumerated() where places.contains(k) {
            defer { last = k }
            guard let a = last, view.names[a].tokens.upperBound <= name.tokens.lowerBound else { continue }
            let first = view.names[a].tokens
            let article = r.isSmall(first.lowerBound - 1) ? r.last(.of, endingAt: first.lowerBound) : nil
            let isOpen =
                found.contains(a)
                || [first.lowerBound, article?.start ?? first.lowerBound].contains { start in
                    r.last(.placeBefore, endingAt: start).map { PlaceWord.isFrom(r.entry($0).key) } ?? false
                }
            guard isOpen else { continue }
            let gap = first.upperBound..<name.tokens.lowerBound
            let isRange =
                (1...3).contains(gap.count) && gap.allSatisfy { r.isSmall($0) && r.first(.and, at: $0) == nil }
            guard isRange || joint(before: name, view) == first.upperBound else { continue }
            found.insert(a)
            found.insert(k)
        }
        return found
    }

    /// "the growers of Livorno, of Elba and of Capo Corso": two places or more in a row, whatever stands before them, unless
    /// all are cities ("debates in Stockholm, Helsinki and Brussels").
    private func namesOfRows(_ view: BlockView, _ places: Set<Int>) -> Set<Int> {
        var found: Set<Int> = []
        var row: [Int] = []
        func close() {
            if row.count >= 2, !row.allSatisfy({ isCity(view.names[$0], view) }) { found.formUnion(row) }
            row = []
        }
        for (k, name) in view.names.enumerated() where places.contains(k) {
            let isNext = row.last.map { joint(before: name, view) == view.names[$0].tokens.upperBound } ?? false
            if !isNext { close() }
            row.append(k)
        }
        close()
        return found
    }

    /// Names of a list that ends in a word for where they are: "Bugac, Fülöpháza és Mórahalom határában".
    private func namesBeforeNoun(_ view: BlockView) -> Set<Int> {
        var found: Set<Int> = []
        var starts: Set<Int> = []
        for (k, name) in view.names.enumerated().reversed() where name.mention.kind == .region {
            let end = name.tokens.upperBound
            let isFollowed = starts.contains { view.reading.joint(before: $0) == end }
            guard isFollowed || view.reading.isPlaceNoun(.behind, at: end) else { continue }
            found.insert(k)
            starts = [name.tokens.lowerBound]
        }
        return found
    }

    /// Behind "in", "near" or "between", or with an ending that says the same.
    private func isLocated(_ name: NameReader.Found, _ view: BlockView, _ bodyEnds: Set<Int>) -> Bool {
        let r = view.reading
        // A valley, a bay or a district is an area by its name.
        if ["place.noun", "place.region", "place.territory", "place.enumerated"].contains(name.mention.rule) {
            return true
        }
        if r.opensListOfPlaces(name.tokens.lowerBound) { return true }
        // "en la comarca zamorana de Sanabria"
        if let of = r.last(.of, endingAt: name.tokens.lowerBound), r.isSmall(of.start - 1),
            r.last(.regionNoun, endingAt: of.start - 1) != nil
        {
            return true
        }
        // "powiatu sanockiego": a territory behind its noun in small letters.
        if name.mention.kind == .organization {
            let before = r.last(.placeBefore, endingAt: name.tokens.lowerBound).map { r.entry($0).key } ?? "-"
            return PlaceWord.isWhere(before) || PlaceWord.isFrom(before)
        }
        var start = name.tokens.lowerBound
        // "in het aangrenzende Emsland", "w pobliskiej Dolinie", "у словацькому Гемері"
        for step in 0...1 {
            if let before = r.last(.placeBefore, endingAt: start), PlaceWord.isWhere(r.entry(before).key) {
                // "small harbours in Roslagen and on Öland": of a row no single body is meant.
                let isRow = r.isSmall(before.start - 1) && !r.language.capitalizesNouns && opensRow(name, view)
                return bodyEnds.contains(before.start) ? false : isRow || !isSeat(before.start, view, bodyEnds)
            }
            if r.last(.between, endingAt: start) != nil { return true }
            guard step == 0 else { break }
            if r.last(.regionNoun, endingAt: start) != nil { return true }
            if name.tokens.contains(where: { r.first(.regionNoun, at: $0) != nil && r.isSmall($0) }), step == 0 {
                return true
            }
            if r.ascii(start - 1) == UInt8(ascii: ",") {
                break
            } else if r.lastPlaceNoun(.apart, endingAt: start) {
                return true
            } else if r.isSmall(start - 1), r.sameLine(start), r.first(.of, at: start - 1) == nil {
                start -= 1
            } else {
                break
            }
        }
        return r.whereEnding(name.tokens.upperBound - 1, isKnown: true) != nil
            && !isSeat(name.tokens.lowerBound, view, bodyEnds)
    }

    /// A county, a valley or another area rather than a town.
    func isArea(_ name: NameReader.Found, _ view: BlockView) -> Bool {
        if ["place.noun", "place.region", "place.territory"].contains(name.mention.rule) { return true }
        guard let code = name.mention.code, let place = gazetteer.place(code: code) else { return false }
        return (1...3 ~= place.level || place.isLandscape) && !isCity(name, view)
    }

    /// Whether another place is joined to this one behind it.
    private func opensRow(_ name: NameReader.Found, _ view: BlockView) -> Bool {
        let k = view.firstName(from: name.tokens.upperBound)
        guard view.names.indices.contains(k), isOwnPlace(view.names[k]) else { return false }
        return joint(before: view.names[k], view) == name.tokens.upperBound
    }

    /// Whether a body stands right before token `i`: "the university in Córdoba".
    private func isSeat(_ i: Int, _ view: BlockView, _ bodyEnds: Set<Int>) -> Bool {
        let r = view.reading
        let end = r.ascii(i - 1) == UInt8(ascii: ",") ? i - 1 : i
        if bodyEnds.contains(end) { return true }
        return r.sameLine(i)
            && r.at(end - 1).contains { [.orgHead, .orgLegal, .orgDepartment, .orgGeneric].contains($0.meaning) }
    }

    /// Whether the sentence around token `i` has words for work that is done somewhere, wherever they stand: "Na Žitném
    /// ostrově a v Podluží práce probíhají na …". Each sentence is looked at once.
    private func tellsOfWork(_ view: BlockView, _ i: Int, _ last: inout (tokens: Range<Int>, tellsOfWork: Bool)) -> Bool
    {
        if last.tokens.contains(i) { return last.tellsOfWork }
        let tokens = view.sentence(at: i)
        last = (tokens, cue(.acts, in: tokens, view))
        return last.tellsOfWork
    }

    /// "który ma siedzibę w Osowcu", "has its office in Kells", "shown at the Matstreif in Oslo": where a body sits, somebody
    /// lives or what was done is shown.
    private func isSeatTold(before i: Int, _ view: BlockView) -> Bool {
        let r = view.reading
        var k = i - 1
        while k >= max(view.range.lowerBound, i - 6),
            ![",", ";", ".", ":"].contains(where: { r.ascii(k) == UInt8(ascii: $0) })
        {
            if r.at(k).contains(where: { $0.meaning == .seat && $0.end <= i }) { return true }
            k -= 1
        }
        return false
    }

    /// The part of a sentence between semicolons.
    private struct Clause {
        var tokens: Range<Int>
        /// Whether it tells of what is no work of the project: a contract, an address, partners and where they sit, a day.
        var isElsewhere: Bool
        /// Whether it says beside a body's name that it leads or takes part.
        var tellsOfPartners = false
        /// Words for events.
        var events: [Range<Int>]

        /// Whether a word for an event stands right before token `i`.
        func tellsOfEvent(before i: Int) -> Bool {
            events.contains { $0.lowerBound < i && i - $0.upperBound <= 4 }
        }
    }

    /// The clauses of a block, each looked at once however many places it names.
    private func clauses(of view: BlockView, _ days: Set<String>) -> [Clause] {
        var clauses: [Clause] = []
        for sentence in view.sentences {
            var start = sentence.lowerBound
            for i in sentence where view.reading.ascii(i) == UInt8(ascii: ";") {
                clauses.append(clause(start..<i, view, days))
                start = i
            }
            clauses.append(clause(start..<sentence.upperBound, view, days))
        }
        return clauses
    }

    private func clause(_ tokens: Range<Int>, _ view: BlockView, _ days: Set<String>) -> Clause {
        let r = view.reading
        var clause = Clause(tokens: tokens, isElsewhere: false, events: [])
        let bodies = view.names.filter { $0.mention.kind == .organization && tokens.contains($0.tokens.lowerBound) }
        for i in tokens {
            for match in r.at(i) {
                if Self.isNoWork(match.meaning) { clause.isElsewhere = true }
                // A partner's part in the work stands beside its name.
                if [.partnerBefore, .partnerAfter, .leadBefore, .leadAfter].contains(match.meaning),
                    bodies.contains(where: {
                        abs($0.tokens.upperBound - match.start) <= 8 || $0.tokens.lowerBound >= match.end
                    })
                {
                    clause.tellsOfPartners = true
                }
                if match.meaning == .event { clause.events.append(match.start..<match.end) }
            }
            if clause.isElsewhere { return clause }
        }
        clause.isElsewhere = view.values.contains { value in
            guard tokens.contains(value.tokens.lowerBound) else { return false }
            switch value.mention.value {
            case .date(let date):
                // "Since 1 October 2023 farmers in the Pinzgau …": the day the project began is no event's.
                if let day = date.start?.iso, days.contains(day) { return false }
                return !clause.events.isEmpty || !date.isPeriod && date.start?.precision == .day
            default: return [.email, .phone, .url].contains(value.mention.kind)
            }
        }
        return clause
    }

    /// The first and the last days of the page's projects.
    private func daysOfProjects() -> Set<String> {
        var days: Set<String> = []
        for claim in builder.claims where [.period, .start, .end].contains(claim.property) {
            guard let mention = claim.mention, case .date(let date) = builder.mention(mention).value else { continue }
            for point in [date.start, date.end] {
                if let point { days.insert(point.iso) }
            }
        }
        return days
    }

    private static func isNoWork(_ meaning: Meaning) -> Bool {
        switch meaning {
        case .published, .noProject, .supplierBefore, .supplierAfter, .partnerSupplier, .price, .contact, .amountNone:
            true
        default: false
        }
    }

    /// Where the mention of a place ends, with a country in brackets behind it.
    private func endOfMention(_ name: NameReader.Found, _ view: BlockView) -> Int {
        let end = name.tokens.upperBound
        guard view.reading.ascii(end) == UInt8(ascii: "("),
            let close = (end..<min(end + 6, view.range.upperBound)).first(where: {
                view.reading.ascii($0) == UInt8(ascii: ")")
            })
        else { return end }
        return close + 1
    }

    /// What stands under labels for bodies, contacts and money is no place of work.
    private func tokensOfOtherFields() -> [Int: TokenSet] {
        var ranges: [Int: [Range<Int>]] = [:]
        for field in fields
        where field.meaning.isPartnerLabel || [.contact, .funder, .programme, .url].contains(field.meaning) {
            for part in field.parts where !views[part.view].isProse {
                ranges[part.view, default: []].append(part.tokens)
            }
        }
        return ranges.mapValues { TokenSet($0) }
    }
}

/// Names that only their surroundings made places.
extension FactReader {
    /// "in Wiergordel" speaks of the project of that name.
    mutating func dropPlacesOfProjects() {
        guard builder.extraction.entities.contains(where: { $0.kind == .region && $0.code == nil }) else { return }
        let names = builder.extraction.entities.filter { $0.kind == .project }
            .flatMap { [$0.name, $0.acronym, $0.fullName].compactMap { $0 } + $0.aliases }
            .map(InflectedNames.words)
        for (n, place) in builder.extraction.entities.enumerated() where place.kind == .region && place.code == nil {
            let words = InflectedNames.words(place.name)
            guard names.contains(where: { $0 == words || InflectedNames.areSame($0, words) }) else { continue }
            builder.update(n) { $0.mentions = [] }
        }
    }
}
