internal import SeosModel

/// Joins programmes that no list knows by what their names mean: "Programm Ländlicher Raum 2014–2020" and "Rural Programme
/// 2014–2020".
struct ProgrammeJoins {
    static let rule = "programme.meaning"
    /// Names a key: more say too little to be worth comparing.
    static let blockLimit = 40
    private static let enough = 0.85

    let table: NameTable

    init(_ table: NameTable) { self.table = table }

    /// - Parameter crowded: keys that more names share than are among these.
    func joins(_ keys: KeyTable, crowded: Set<UInt64>) -> [Join] {
        var pairs = IndexPairs()
        keys.forEachBlock(.programme) { key, members in
            // One programme a name is enough: equal names are joined already.
            var seen: Set<Int32> = []
            let distinct = members.filter { seen.insert(table.mainKeys[$0]).inserted }
            guard distinct.count > 1, distinct.count <= Self.blockLimit, !crowded.contains(key) else { return }
            for (i, a) in distinct.enumerated() { for b in distinct.dropFirst(i + 1) { pairs.insert(a, b) } }
        }
        return pairs.all().compactMap { pair in
            let (a, b) = (pair.left, pair.right)
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
