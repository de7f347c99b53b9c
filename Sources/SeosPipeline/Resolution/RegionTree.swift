internal import SeosLanguages
internal import SeosModel
internal import SeosStore

/// Regions inside regions, by the gazetteer's tree, as far as both are in the graph; organizations in the country their
/// pages give them.
struct RegionTree {
    let languages: Languages
    /// Regions of the graph; of several with one code the first stands for it.
    let regions: [(id: Int64, code: String)]
    let byCode: [String: Int64]

    /// - Parameter regions: with their codes, sorted by id.
    init(_ languages: Languages, _ regions: [(id: Int64, code: String)]) {
        self.languages = languages
        self.regions = regions
        byCode = Dictionary(regions.map { ($0.code, $0.id) }, uniquingKeysWith: { a, _ in a })
    }

    var edges: [ResolvedGraph.PlainEdge] { regions.compactMap { parent(of: $0.id, $0.code) } }

    private func parent(of id: Int64, _ code: String) -> ResolvedGraph.PlainEdge? {
        guard let place = languages.gazetteer.place(code: code) else { return nil }
        var parent = place.parent
        var steps = 0
        while !parent.isEmpty, byCode[parent] == nil, steps < 5 {
            parent = languages.gazetteer.place(code: parent)?.parent ?? ""
            steps += 1
        }
        let target = byCode[parent] ?? place.country.flatMap { $0 == code ? nil : byCode[$0] }
        guard let target, target != id else { return nil }
        return .init(id: StableID.make("PART_OF", String(id), String(target)), source: id, target: target)
    }

    /// Where an organization's pages place it.
    func place(
        _ organization: ResolvedGraph.Organization, _ members: [LocalEntityRow]
    ) -> ResolvedGraph.CountedEdge? {
        guard let country = organization.country, let region = byCode[country] else { return nil }
        let sources = Set(members.filter { $0.country == country }.map(\.documentID)).count
        return .init(
            id: StableID.make("LOCATED_IN", String(organization.id), String(region)), source: organization.id,
            target: region, claims: sources, sources: sources)
    }
}
