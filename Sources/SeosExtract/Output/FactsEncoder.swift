internal import SeosLanguages
public import SeosModel
internal import SeosText

/// One document's facts as the JSON object of `seos extract --format facts`.
public struct FactsEncoder {
    private let resources: Resources
    /// Leaves out names, addresses and telephone numbers of persons.
    public var withoutContacts = false

    public init(resources: Resources) { self.resources = resources }

    public func encode(_ document: Document, _ extraction: Extraction, doc: String) -> JSONValue {
        // A project whose name fell below the wanted confidence is not told of.
        let named = Set(extraction.claims.filter { $0.property == .name }.map(\.subject))
        let projects = extraction.entities.indices.filter {
            extraction.entities[$0].kind == .project && named.contains($0)
        }
        var claims: [Int: [Claim]] = [:]
        for claim in extraction.claims where named.contains(claim.subject) {
            claims[claim.subject, default: []].append(claim)
        }
        return .object([
            "doc": .string(doc),
            "lang": .string(document.language),
            "title": .optional(document.title),
            "projects": .array(projects.map { project($0, claims[$0] ?? [], extraction) }),
            "all_money": .array(allMoney(extraction)),
            "all_dates": .array(allDates(extraction)),
            "all_organizations": .array(allOrganizations(extraction)),
            "all_places": .array(allPlaces(extraction)),
        ])
    }

    // MARK: Project

    private func project(_ index: Int, _ claims: [Claim], _ x: Extraction) -> JSONValue {
        let entity = x.entities[index]
        let (start, end) = period(claims, x)
        let url = claims.first { $0.property == .url }.flatMap { $0.mention }.map { x.mentions[$0].quote }
        var contacts: [JSONValue] = []
        if !withoutContacts {
            contacts = claims.filter { $0.property == .contact }.compactMap { $0.object }.map {
                contact(x.entities[$0])
            }
        }
        return .object([
            "name": .string(entity.name),
            "full_name": .optional(entity.fullName),
            "aliases": .array(entity.aliases.filter { $0 != entity.fullName }.map(JSONValue.string)),
            "partners": .array(partners(claims, x)),
            "regions": .array(regions(claims, x)),
            "amounts": .array(amounts(claims, x)),
            "start": .optional(start),
            "end": .optional(end),
            "programme": programme(claims, x),
            "funder": .array(funders(claims, x)),
            "contacts": .array(contacts),
            "url": .optional(url),
        ])
    }

    private func partners(_ claims: [Claim], _ x: Extraction) -> [JSONValue] {
        var byEntity: [Int: Claim] = [:]
        var order: [Int] = []
        for claim in claims where claim.property == .partner && claim.role != .supplier {
            guard let object = claim.object else { continue }
            if let known = byEntity[object] {
                // Lead says more than partner; otherwise the surer claim stands.
                if known.role != .lead, claim.role == .lead || claim.confidence > known.confidence {
                    byEntity[object] = claim
                }
            } else {
                byEntity[object] = claim
                order.append(object)
            }
        }
        return order.compactMap { object in
            guard let claim = byEntity[object] else { return nil }
            let entity = x.entities[object]
            let quote = claim.mention.map { x.mentions[$0].quote } ?? entity.name
            return .object([
                "name": .string(entity.name), "as_written": .string(quote),
                "role": .string(claim.role?.word ?? "partner"),
                "country": .optional(entity.country),
                "aliases": .array(entity.aliases.filter { $0 != quote }.map(JSONValue.string)),
            ])
        }
    }

    private func regions(_ claims: [Claim], _ x: Extraction) -> [JSONValue] {
        claims.filter { $0.property == .region }.compactMap { claim in
            guard let object = claim.object, let mention = claim.mention else { return nil }
            let entity = x.entities[object]
            return .object([
                "as_written": .string(x.mentions[mention].quote), "name": .string(entity.name),
                "country": .optional(entity.country),
                "name_en": .optional(entity.code.flatMap { resources.languages.gazetteer.name(of: $0, in: "en") }),
                "aliases": .array(entity.aliases.filter { $0 != entity.name }.map(JSONValue.string)),
            ])
        }
    }

    private func amounts(_ claims: [Claim], _ x: Extraction) -> [JSONValue] {
        claims.filter { $0.property == .amount && !$0.isSuperseded }.compactMap { claim in
            guard let mention = claim.mention, case .money(let money) = x.mentions[mention].value else { return nil }
            return .object([
                "as_written": .string(x.mentions[mention].quote), "value": .decimal(money.amount),
                "currency": .string(money.currency),
                "kind": .string(claim.amountKind?.word ?? "other"),
                "of": .optional(claim.owner.map { x.entities[$0].name }),
            ])
        }
    }

    /// The preferred start and end: the surest claim; of a day and the year it lies in, the day; a correction on the page
    /// before what it corrects.
    private func period(_ claims: [Claim], _ x: Extraction) -> (String?, String?) {
        var start: (Double, String)?
        var end: (Double, String)?
        for claim in claims where [.period, .start, .end].contains(claim.property) && !claim.isSuperseded {
            guard let mention = claim.mention, case .date(let date) = x.mentions[mention].value else { continue }
            let from = claim.property == .end ? nil : date.start
            let to = claim.property == .period ? date.end : claim.property == .end ? date.start : nil
            if let from, isBetter(claim.confidence, from.iso, start) { start = (claim.confidence, from.iso) }
            // What was put off ends then, however sure the first plan is.
            let confidence = claim.rule == "period.extended" ? 1 : claim.confidence
            if let to, isBetter(confidence, to.iso, end) { end = (confidence, to.iso) }
        }
        return (start?.1, end?.1)
    }

    private func isBetter(_ confidence: Double, _ date: String, _ known: (confidence: Double, date: String)?) -> Bool {
        guard let known else { return true }
        if date != known.date, date.hasPrefix(known.date) { return true }
        return confidence > known.confidence && !known.date.hasPrefix(date)
    }

    private func programme(_ claims: [Claim], _ x: Extraction) -> JSONValue {
        guard let claim = claims.first(where: { $0.property == .programme }), let mention = claim.mention,
            let object = claim.object
        else { return .null }
        let entity = x.entities[object]
        let quote = x.mentions[mention].quote
        return .object([
            "as_written": .string(quote), "name": .string(x.mentions[mention].name),
            "name_en": .optional(
                ProgrammeNames.english(code: entity.code, quote: quote, languages: resources.languages)),
            "aliases": .array(entity.aliases.filter { $0 != quote }.map(JSONValue.string)),
        ])
    }

    private func funders(_ claims: [Claim], _ x: Extraction) -> [JSONValue] {
        claims.filter { $0.property == .funder }.compactMap { claim in
            claim.mention.map { .string(x.mentions[$0].quote) }
        }
    }

    private func contact(_ entity: Extraction.Entity) -> JSONValue {
        .object([
            "name": entity.name == entity.email ? .null : .string(entity.name), "email": .optional(entity.email),
            "phone": .optional(entity.phone),
        ])
    }

    // MARK: Everything of a kind

    private func allMoney(_ x: Extraction) -> [JSONValue] {
        x.mentions.compactMap { m in
            guard case .money(let money) = m.value else { return nil }
            return .object([
                "as_written": .string(m.quote), "value": .decimal(money.amount), "currency": .string(money.currency),
            ])
        }
    }

    private func allDates(_ x: Extraction) -> [JSONValue] {
        var seen: Set<String> = []
        return x.mentions.compactMap { m in
            guard case .date(let date) = m.value else { return nil }
            let start = date.start?.iso
            let end = date.isPeriod ? date.end?.iso : nil
            guard seen.insert("\(start ?? "")/\(end ?? "")").inserted else { return nil }
            return .object(["as_written": .string(m.quote), "start": .optional(start), "end": .optional(end)])
        }
    }

    private func allOrganizations(_ x: Extraction) -> [JSONValue] {
        x.entities.filter { $0.kind == .organization }.compactMap { entity in
            guard let first = entity.mentions.first else { return nil }
            return .object([
                "as_written": .string(x.mentions[first].quote), "name": .string(entity.name),
                "aliases": .array(entity.aliases.map(JSONValue.string)),
            ])
        }
    }

    private func allPlaces(_ x: Extraction) -> [JSONValue] {
        x.entities.filter { $0.kind == .region }.compactMap { entity in
            guard let first = entity.mentions.first else { return nil }
            return .object([
                "as_written": .string(x.mentions[first].quote), "aliases": .array(entity.aliases.map(JSONValue.string)),
                "name_en": .optional(entity.code.flatMap { resources.languages.gazetteer.name(of: $0, in: "en") }),
                "country": .optional(entity.country),
            ])
        }
    }
}
