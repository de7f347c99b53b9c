internal import SeosModel

/// Joins programmes that no list knows by what their names mean: "Programm Ländlicher Raum 2014–2020" and "Rural Programme
/// 2014–2020".
struct ProgrammeJoins {
    static let rule = "programme.meaning"
    private static let blockLimit = 40
    private static let enough = 0.85

    let table: NameTable

    init(_ table: NameTable) { self.table = table }

    func joins() -> [Join] {
        var blocks: [UInt64: [Int]] = [:]
        for (n, e) in table.entities.enumerated() where e.kind == .programme && e.code == nil {
            for s in table.signatures[n] {
                for key in table.matcher.blockingKeys(Int(s)) { blocks[key, default: []].append(n) }
            }
        }
        var pairs = IndexPairs()
        for members in blocks.values {
            // One programme a name is enough: equal names are joined already.
            var seen: Set<Int32> = []
            let distinct = members.filter { seen.insert(table.mainKeys[$0]).inserted }
            guard distinct.count > 1, distinct.count <= Self.blockLimit else { continue }
            for (i, a) in distinct.enumerated() { for b in distinct.dropFirst(i + 1) { pairs.insert(a, b) } }
        }
        return pairs.all().compactMap { a, b in
            let (e, f) = (table.entities[a], table.entities[b])
            // Two periods of one programme are two.
            guard e.documentID != f.documentID, e.years == f.years, let found = table.closest(a, b) else { return nil }
            let likeness = found.likeness
            guard likeness.score >= Self.enough, likeness.identityShared >= 0.5, likeness.greaterRest < 0.5 else {
                return nil
            }
            return Join(
                left: a, right: b, score: likeness.score, reason: table.reasons(found).joined(separator: "; "),
                rule: Self.rule)
        }
    }
}
