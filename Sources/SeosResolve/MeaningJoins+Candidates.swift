internal import SeosModel

extension MeaningJoins {
    /// Names a key: more say too little to be worth comparing.
    private static let blockLimit = 40
    /// Partners of one project that are compared with each other.
    private static let listLimit = 120

    /// Pairs of organizations whose names share a key and are alike, and pairs of partners of one project, in order.
    func candidates(_ judges: PairJudges<NameTable>) -> [(Int, Int)] {
        // One organization a name is enough: equal names are joined already, or kept apart by their country.
        let owners = self.owners()
        var keys: [(key: UInt64, signature: Int32)] = []
        for s in owners.indices where !owners[s].isEmpty {
            for key in table.matcher.blockingKeys(s) { keys.append((key, Int32(s))) }
        }
        keys.sort { ($0.key, $0.signature) < ($1.key, $1.signature) }
        var alike = IndexPairs()
        var start = 0
        while start < keys.count {
            var end = start + 1
            while end < keys.count, keys[end].key == keys[start].key { end += 1 }
            if end - start > 1, end - start <= Self.blockLimit {
                for i in start..<end {
                    for j in (i + 1)..<end { alike.insert(Int(keys[i].signature), Int(keys[j].signature)) }
                }
            }
            start = end
        }
        var found = IndexPairs()
        let representatives = owners.map { self.representatives($0) }
        let close = judges.compactMap(alike.all()) { table, s, t in
            table.likenesses.of(Int32(s), Int32(t)).score >= NameMatcher.threshold ? (s, t) : nil
        }
        for (s, t) in close {
            for a in representatives[s] { for b in representatives[t] { found.insert(a, b) } }
        }
        for lists in lists.values {
            let members = Array(lists.flatMap(\.partners).sorted().prefix(Self.listLimit))
            for (i, a) in members.enumerated() { for b in members.dropFirst(i + 1) { found.insert(a, b) } }
        }
        return found.all()
    }

    /// Organizations by the signatures of their names.
    private func owners() -> [[Int]] {
        var owners = [[Int]](repeating: [], count: table.matcher.signatureCount)
        for (n, numbers) in table.signatures.enumerated() where table.entities[n].kind == .organization {
            for s in numbers { owners[Int(s)].append(n) }
        }
        return owners
    }

    /// Of many organizations of one name, the first of each country.
    private func representatives(_ owners: [Int]) -> [Int] {
        if owners.count <= 1 { return owners }
        var seen: Set<String> = []
        var found: [Int] = []
        for n in owners where seen.insert(table.entities[n].country ?? "").inserted {
            found.append(n)
            if found.count == 8 { break }
        }
        return found
    }
}
