extension MeaningJoins {
    /// Documents that tell of one project and are compared with each other.
    private static let tellersLimit = 12

    /// Partner lists of one project told by two documents: who is left alone with his country on both sides.
    func alignedLists(_ known: [Join]) -> [Join] {
        var matched: Set<UInt64> = []
        for join in known { matched.insert(Self.pair(join.left, join.right)) }
        var joins: [Join] = []
        for key in lists.keys.sorted(by: { keys[$0] < keys[$1] }) {
            let tellers = (lists[key] ?? []).prefix(Self.tellersLimit)
            for (i, first) in tellers.enumerated() {
                for second in tellers.dropFirst(i + 1) {
                    joins += align(first, second, keys[key], &matched)
                }
            }
        }
        return joins
    }

    private static func pair(_ a: Int, _ b: Int) -> UInt64 { UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }

    private func align(
        _ first: PartnerList, _ second: PartnerList, _ project: String, _ matched: inout Set<UInt64>
    ) -> [Join] {
        var freeLeft: [Int] = []
        var isTaken = [Bool](repeating: false, count: second.partners.count)
        for a in first.partners {
            var agrees = false
            for (k, b) in second.partners.enumerated()
            where matched.contains(Self.pair(a, b)) || sameName(a, b) {
                agrees = true
                isTaken[k] = true
            }
            if !agrees { freeLeft.append(a) }
        }
        let agreed = first.partners.count - freeLeft.count
        // One shared partner can be chance, two tell that the lists are of one project.
        guard agreed >= 2 || (agreed >= 1 && sharesEvidence(first, second)) else { return [] }
        let freeRight = second.partners.indices.filter { !isTaken[$0] }.map { second.partners[$0] }
        guard !freeLeft.isEmpty, !freeRight.isEmpty else { return [] }
        var joins: [Join] = []
        for country in Set(freeLeft.compactMap { entities[$0].country }).sorted() {
            let a = freeLeft.filter { entities[$0].country == country }
            let b = freeRight.filter { entities[$0].country == country }
            guard let (x, y, found) = clearest(a, b) else { continue }
            matched.insert(Self.pair(x, y))
            joins.append(
                Join(
                    left: min(x, y), right: max(x, y), score: max(0.5, found.likeness.score),
                    reason: "left over from \(country) in two lists of partners of \(project); "
                        + matcher.reasons(Int(found.a), Int(found.b)).joined(separator: "; "),
                    rule: Self.listRule))
        }
        return joins
    }

    /// The pair of two short lists that fits, when no other does: something that tells bodies apart must be shared.
    private func clearest(_ left: [Int], _ right: [Int]) -> (Int, Int, Found)? {
        guard left.count * right.count <= 6 else { return nil }
        var fits: [(Int, Int, Found)] = []
        for a in left {
            for b in right {
                guard let found = best(a, b), found.likeness.score >= 0.1, !found.likeness.placesDiffer,
                    found.likeness.score >= 0.3 || found.likeness.identityShared >= 0.5
                else { continue }
                fits.append((a, b, found))
            }
        }
        return fits.count == 1 ? fits[0] : nil
    }

    private func sameName(_ a: Int, _ b: Int) -> Bool {
        if mainKeys[a] == mainKeys[b] { return true }
        let other = signatures[b]
        return signatures[a].contains { other.contains($0) }
    }

    private func sharesEvidence(_ first: PartnerList, _ second: PartnerList) -> Bool {
        !entities[first.project].evidence.isDisjoint(with: entities[second.project].evidence)
    }
}
