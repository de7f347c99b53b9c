internal import SeosModel

extension MeaningJoins {
    /// Of those with one name, so many are compared with others.
    static let representativeLimit = 8

    /// Pairs of organizations whose names mean the same, that have one domain, or that are partners of one project; in
    /// order.
    func candidates(_ names: CloseNames) -> [IndexPairs.Pair] {
        var found = IndexPairs()
        let representatives = representatives()
        for (s, t) in names.pairs {
            for a in representatives[Int(s)] { for b in representatives[Int(t)] { found.insert(a, b) } }
        }
        for lists in lists.values {
            let members = Array(lists.flatMap(\.partners).sorted().prefix(Self.listLimit))
            for (i, a) in members.enumerated() { for b in members.dropFirst(i + 1) { found.insert(a, b) } }
        }
        for members in domains {
            for (i, a) in members.enumerated() { for b in members.dropFirst(i + 1) { found.insert(a, b) } }
        }
        guard let known else { return found.all() }
        return found.all { known.fresh.contains($0) || known.fresh.contains($1) }
    }

    /// One organization a name and country is enough: equal names are joined already, or kept apart by their country.
    private func representatives() -> [[Int]] {
        var first: [[Int]] = [[Int]](repeating: [], count: table.matcher.signatureCount)
        for (n, numbers) in table.signatures.enumerated() where table.entities[n].kind == .organization {
            for s in numbers
            where !first[Int(s)].contains(where: { table.traits[$0].country == table.traits[n].country }) {
                first[Int(s)].append(n)
            }
        }
        return first.map { members in
            if members.count <= Self.representativeLimit { return members }
            let sorted = members.sorted {
                EntityKeys.trait(table.entities[$0].country) < EntityKeys.trait(table.entities[$1].country)
            }
            return Array(sorted.prefix(Self.representativeLimit))
        }
    }
}
