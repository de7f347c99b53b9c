internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Parts of universities beside their university.
extension FactReader {
    /// "Řešitelské pracoviště: Přírodovědecká fakulta Univerzity Palackého / Koordinátor: Univerzita Palackého": a faculty
    /// and the university that its name ends with lead as one body.
    mutating func joinFaculties() {
        for project in projects {
            let leads = builder.claims(of: project).filter {
                builder.claims[$0].property == .partner && builder.claims[$0].role == .lead
            }.compactMap { builder.claims[$0].object }
            guard leads.count >= 2, leads.count <= 6 else { continue }
            for whole in leads where builder.entity(whole).organizationKind == .university {
                for part in leads where part != whole && isPart(part, of: whole) {
                    builder.join(whole, part, keepsFirst: true)
                }
            }
        }
    }

    private func isPart(_ part: Int, of whole: Int) -> Bool {
        guard [.university, .research].contains(builder.entity(part).organizationKind) else { return false }
        let (long, short) = (
            InflectedNames.words(builder.entity(part).name), InflectedNames.words(builder.entity(whole).name)
        )
        guard short.count >= 2, long.count > short.count else { return false }
        return InflectedNames.areSame(Array(long.suffix(short.count)), short)
    }
}
