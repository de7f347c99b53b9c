internal import SeosLanguages
public import SeosModel
internal import SeosText

/// One document's facts as the JSON object of `seos extract --format facts`.
///
/// Written straight into bytes: a tree of values for the hundreds of members of a page takes longer than what they say.
public struct FactsEncoder {
    private let resources: Resources
    /// Leaves out names, addresses and telephone numbers of persons.
    public var withoutContacts = false

    public init(resources: Resources) { self.resources = resources }

    public func encode(_ document: Document, _ extraction: Extraction, doc: String) -> JSONValue {
        // A project whose name fell below the wanted confidence is not told of.
        let named = Set(extraction.claims.lazy.filter { $0.property == .name }.map(\.subject))
        var claims: [Int: [Int]] = [:]
        for n in extraction.claims.indices where named.contains(extraction.claims[n].subject) {
            claims[extraction.claims[n].subject, default: []].append(n)
        }
        let projects = extraction.entities.indices.filter {
            extraction.entities[$0].kind == .project && named.contains($0)
        }
        var json = JSONWriter(capacity: 6000)
        json.object { json in
            json.member("doc", doc)
            json.member("lang", document.language)
            json.member("title", document.title)
            json.array("projects") { json in
                for n in projects where n == projects[0] || !isInPassing(claims[n] ?? [], extraction) {
                    project(n, claims[n] ?? [], extraction, to: &json)
                }
            }
            json.array("all_money") { allMoney(extraction, to: &$0) }
            json.array("all_dates") { allDates(extraction, to: &$0) }
            json.array("all_organizations") { allOrganizations(extraction, to: &$0) }
            json.array("all_places") { allPlaces(extraction, to: &$0) }
        }
        return .written(json.bytes)
    }

    // MARK: Project

    /// "In 2016 the same partners built Green Court for two million": a project of which the page tells no more than its name
    /// and one sum. It stays in the graph, as what the page names.
    private func isInPassing(_ claims: [Int], _ x: Extraction) -> Bool {
        var amounts = 0
        for n in claims {
            switch x.claims[n].property {
            case .amount: amounts += 1
            case .partner, .period, .start, .end, .duration, .programme, .region, .funder: return false
            default: break
            }
        }
        return amounts <= 1
    }

    /// - Parameter claims: those about the project, by their indexes.
    private func project(_ index: Int, _ claims: [Int], _ x: Extraction, to json: inout JSONWriter) {
        let entity = x.entities[index]
        let (start, end) = period(claims, x)
        json.object { json in
            json.member("name", entity.name)
            json.member("full_name", entity.fullName)
            json.array("aliases", entity.aliases, without: entity.fullName)
            json.array("partners") { partners(claims, x, to: &$0) }
            json.array("regions") { regions(claims, x, to: &$0) }
            json.array("amounts") { amounts(claims, x, to: &$0) }
            json.member("start", start)
            json.member("end", end)
            programme(claims, x, to: &json)
            json.array("funder") { json in
                for n in claims where x.claims[n].property == .funder { funder(n, x, to: &json) }
            }
            json.array("contacts") { json in
                if withoutContacts { return }
                for n in claims where x.claims[n].property == .contact {
                    if let object = x.claims[n].object { contact(x.entities[object], to: &json) }
                }
            }
            json.member("url", claims.first { x.claims[$0].property == .url }.flatMap { quote($0, x) })
        }
    }

    /// The words of a claim's mention.
    private func quote(_ claim: Int, _ x: Extraction) -> String? {
        x.claims[claim].mention.map { x.mentions[$0].quote }
    }

    private func partners(_ claims: [Int], _ x: Extraction, to json: inout JSONWriter) {
        var byEntity: [Int: Int] = [:]
        var order: [Int] = []
        for n in claims where x.claims[n].property == .partner && x.claims[n].role != .supplier {
            guard let object = x.claims[n].object else { continue }
            if let known = byEntity[object] {
                // Lead says more than partner; otherwise the surer claim stands.
                if x.claims[known].role != .lead,
                    x.claims[n].role == .lead || x.claims[n].confidence > x.claims[known].confidence
                {
                    byEntity[object] = n
                }
            } else {
                byEntity[object] = n
                order.append(object)
            }
        }
        for object in order {
            guard let claim = byEntity[object] else { continue }
            let entity = x.entities[object]
            let quote = quote(claim, x) ?? entity.name
            json.object { json in
                json.member("name", entity.name)
                json.member("as_written", quote)
                json.member("role", x.claims[claim].role?.word ?? "partner")
                json.member("country", entity.country)
                json.array("aliases", entity.aliases, without: quote)
            }
        }
    }

    /// Who pays, by all names that the page gives: "EU:n" here, "Euroopan unioni" there.
    private func funder(_ claim: Int, _ x: Extraction, to json: inout JSONWriter) {
        guard let quote = quote(claim, x), let object = x.claims[claim].object else { return }
        let entity = x.entities[object]
        json.object { json in
            json.member("name", entity.name)
            json.member("as_written", quote)
            json.array("aliases", entity.aliases, without: quote)
        }
    }

    private func regions(_ claims: [Int], _ x: Extraction, to json: inout JSONWriter) {
        for n in claims where x.claims[n].property == .region {
            guard let object = x.claims[n].object, let quote = quote(n, x) else { continue }
            let entity = x.entities[object]
            json.object { json in
                json.member("as_written", quote)
                json.member("name", entity.name)
                json.member("country", entity.country)
                json.member("name_en", englishName(entity))
                json.array("aliases", entity.aliases, without: entity.name)
            }
        }
    }

    private func englishName(_ place: Extraction.Entity) -> String? {
        place.code.flatMap { resources.languages.gazetteer.name(of: $0, in: "en") }
    }

    private func amounts(_ claims: [Int], _ x: Extraction, to json: inout JSONWriter) {
        for n in claims where x.claims[n].property == .amount && !x.claims[n].isSuperseded {
            guard let mention = x.claims[n].mention, case .money(let money) = x.mentions[mention].value else {
                continue
            }
            json.object { json in
                json.member("as_written", x.mentions[mention].quote)
                json.member("value", money.amount)
                json.member("currency", money.currency)
                json.member("kind", x.claims[n].amountKind?.word ?? "other")
                json.member("of", x.claims[n].owner.map { x.entities[$0].name })
            }
        }
    }

    /// The preferred start and end: the surest claim; of a day and the year it lies in, the day; a correction on the page
    /// before what it corrects.
    private func period(_ claims: [Int], _ x: Extraction) -> (String?, String?) {
        var start: (Double, String)?
        var end: (Double, String)?
        var isPutOff = false
        for n in claims where !x.claims[n].isSuperseded {
            let property = x.claims[n].property
            guard property == .period || property == .start || property == .end, let mention = x.claims[n].mention,
                case .date(let date) = x.mentions[mention].value
            else { continue }
            let confidence = x.claims[n].confidence
            let from = property == .end ? nil : date.start?.iso
            let to = (property == .start ? nil : property == .end && !date.isPeriod ? date.start : date.end)?.iso
            if let from, isBetter(confidence, from, start) { start = (confidence, from) }
            // What was put off ends then, however sure the first plan is.
            let isExtension = x.claims[n].rule == "period.extended"
            let sureness = isExtension ? 1 : confidence
            guard let to else { continue }
            // "until the end of 2026" and the last day of that year tell the same end.
            let isSameEnd = end.map { Self.isLastDay($0.1, of: to) || Self.isLastDay(to, of: $0.1) } ?? false
            if isSameEnd || isExtension == isPutOff ? isBetter(sureness, to, end) : isExtension {
                end = (sureness, to)
            }
            isPutOff = isPutOff || isExtension
        }
        return (start?.1, end?.1)
    }

    /// Whether a date is the last day or month of a year.
    private static func isLastDay(_ date: String, of year: String) -> Bool {
        year.utf8.count == 4 && (date == year + "-12-31" || date == year + "-12")
    }

    private func isBetter(_ confidence: Double, _ date: String, _ known: (confidence: Double, date: String)?) -> Bool {
        guard let known else { return true }
        if date != known.date, date.hasPrefix(known.date) { return true }
        return confidence > known.confidence && !known.date.hasPrefix(date)
    }

    private func programme(_ claims: [Int], _ x: Extraction, to json: inout JSONWriter) {
        guard let claim = claims.first(where: { x.claims[$0].property == .programme }),
            let mention = x.claims[claim].mention, let object = x.claims[claim].object
        else { return json.member("programme", nil) }
        let entity = x.entities[object]
        let quote = x.mentions[mention].quote
        json.object("programme") { json in
            json.member("as_written", quote)
            json.member("name", x.mentions[mention].name)
            json.member(
                "name_en", ProgrammeNames.english(code: entity.code, quote: quote, languages: resources.languages))
            json.array("aliases", entity.aliases, without: quote)
        }
    }

    private func contact(_ entity: Extraction.Entity, to json: inout JSONWriter) {
        json.object { json in
            json.member("name", entity.name == entity.email ? nil : entity.name)
            json.member("email", entity.email)
            json.member("phone", entity.phone)
        }
    }

    // MARK: Everything of a kind

    private func allMoney(_ x: Extraction, to json: inout JSONWriter) {
        for mention in x.mentions {
            guard case .money(let money) = mention.value else { continue }
            json.object { json in
                json.member("as_written", mention.quote)
                json.member("value", money.amount)
                json.member("currency", money.currency)
            }
        }
    }

    private func allDates(_ x: Extraction, to json: inout JSONWriter) {
        var seen: Set<String> = []
        for mention in x.mentions {
            guard case .date(let date) = mention.value else { continue }
            let start = date.start?.iso
            let end = date.isPeriod ? date.end?.iso : nil
            guard seen.insert((start ?? "") + "/" + (end ?? "")).inserted else { continue }
            json.object { json in
                json.member("as_written", mention.quote)
                json.member("start", start)
                json.member("end", end)
            }
        }
    }

    private func allOrganizations(_ x: Extraction, to json: inout JSONWriter) {
        for entity in x.entities where entity.kind == .organization {
            guard let first = entity.mentions.first else { continue }
            json.object { json in
                json.member("as_written", x.mentions[first].quote)
                json.member("name", entity.name)
                json.array("aliases", entity.aliases)
            }
        }
    }

    private func allPlaces(_ x: Extraction, to json: inout JSONWriter) {
        for entity in x.entities where entity.kind == .region && !isNoPlace(entity, x) {
            guard let first = entity.mentions.first else { continue }
            json.object { json in
                json.member("as_written", x.mentions[first].quote)
                json.member("name", entity.name)
                json.array("aliases", entity.aliases)
                json.member("name_en", englishName(entity))
                json.member("country", entity.country)
            }
        }
    }

    /// Europe, which says of no page where something is, and a country of which only an adjective tells: "Nederlandse".
    private func isNoPlace(_ place: Extraction.Entity, _ x: Extraction) -> Bool {
        guard let code = place.code else { return false }
        if code == "x-europe" { return true }
        return place.mentions.allSatisfy { x.mentions[$0].rule == "place.nation" }
    }
}
