internal import SeosModel
internal import SeosResolve
internal import SeosStore

/// Finds organizations of new pages that others named before in the same way.
///
/// Such a one joins those whom the others joined, and brings no name and no country into the entity that was not there.
struct Echoes {
    typealias Place = ResolvedGraph.Place

    private let area: Neighbourhood
    /// Entities whose resolution depends on more than names: persons decided about members, or documents left them.
    private let moved: Set<Int64>
    /// The keys of what changed documents tell of.
    private let keys: [Place: [ResolutionKey]]

    /// - Parameter gone: entities that documents no longer tell of.
    init(
        _ area: Neighbourhood, _ persons: PersonDecisions, keys: [Place: [ResolutionKey]], gone: some Sequence<Int64>
    ) throws {
        self.area = area
        self.keys = keys
        moved = try persons.entities(area).union(gone)
    }

    /// - Returns: the entity that each of those found joins.
    func find(_ places: Set<Place>) throws -> [Place: Int64] {
        var found: [Place: Int64] = [:]
        for place in places { found[place] = try entity(place) }
        // What a page tells apart may not be one: then it matters who else is there.
        var together: [Int64: [Int64: [Place]]] = [:]
        for (place, entity) in found { together[entity, default: [:]][place.document, default: []].append(place) }
        for documents in together.values {
            for (document, echoes) in documents where echoes.count > 1 {
                let apart = try setApart(document)
                if echoes.filter({ apart.partners.contains($0) }).count > 1
                    || echoes.filter({ apart.nested.contains($0) }).count > 1
                {
                    for place in echoes { found[place] = nil }
                }
            }
        }
        return found
    }

    private func entity(_ place: Place) throws -> Int64? {
        guard let row = try area.row(place), row.kind == .organization, row.entityID == nil else { return nil }
        var joined: Set<Place> = []
        for key in keys[place] ?? [] {
            guard let family = KeyFamily.of(UInt64(bitPattern: key.key)),
                let first = try area.update.firstHolder(of: key.key, trait: key.trait)?.place
            else { return nil }
            // A code says all: who has it may be called by another name than any before.
            if first == place, row.code == nil || family == .same || family == .domain { return nil }
            // Of one page the others are compared with the first, and it with all of them.
            if family == .look, key.trait != 0 { return nil }
            if family == .same || family == .name { joined.insert(first) }
        }
        // Who has several names joins several; that they are one must have been known before.
        guard let one = joined.first, let other = try area.row(one), let entity = other.entityID,
            !moved.contains(entity), try joined.count == 1 || isEchoOfOne(row),
            try row.code != nil || isNamed(entity, row)
        else { return nil }
        // Two that begin with the same words of one page are one.
        return try area.update.places(of: row.firstMention).count == 1 ? entity : nil
    }

    /// Whether the first of the same name and country has all its names.
    private func isEchoOfOne(_ row: LocalEntityRow) throws -> Bool {
        let key = Int64(bitPattern: KeyFamily.spelling(of: row.name, language: row.language))
        guard let first = try area.update.firstHolder(of: key, trait: KeyFamily.trait(country: row.country)),
            let other = try area.row(first.place)
        else { return false }
        return row.name == other.name && row.language == other.language && row.fullName == other.fullName
            && row.aliases == other.aliases && row.country == other.country && row.code == other.code
    }

    /// Whether an entity is called so, in this language.
    private func isNamed(_ entity: Int64, _ row: LocalEntityRow) throws -> Bool {
        let key = Int64(bitPattern: KeyFamily.spelling(of: row.name, language: row.language))
        return try area.update.firstHolders(of: key, limit: KeyFamily.representativeLimit).contains { holder in
            guard let other = try area.row(holder.place) else { return false }
            return other.entityID == entity && other.name == row.name && other.language == row.language
        }
    }

    /// Partners of projects, and those whose words overlap with others'.
    private func setApart(_ document: Int64) throws -> (partners: Set<Place>, nested: Set<Place>) {
        let places = try area.document(document)
        let rows = places.compactMap { area.rows[$0] }
        let partners = Set(rows.filter { $0.kind == .project }.flatMap { area.partners(of: $0.place) })
        let inOrder = rows.filter { $0.kind == .organization }.sorted { $0.firstSpan < $1.firstSpan }
        var nested: Set<Place> = []
        var longest: LocalEntityRow?
        for row in inOrder {
            if let known = longest, known.firstSpan.end > row.firstSpan.start {
                nested.formUnion([known.place, row.place])
                if known.firstSpan.end >= row.firstSpan.end { continue }
            }
            longest = row
        }
        return (partners, nested)
    }
}
