internal import SeosModel

extension MeaningJoins {
    /// Documents that tell of one project and are compared with each other.
    static let tellersLimit = 12

    /// Partner lists of one project told by two documents: who is left over on both sides and fits.
    func alignedLists(_ known: [Join]) -> [Join] {
        var matched: Set<UInt64> = []
        for join in known { matched.insert(Self.pair(join.left, join.right)) }
        var joins: [Join] = []
        for root in lists.keys.sorted() where self.known?.lists.contains(root) != false {
            let tellers = (lists[root] ?? []).prefix(Self.tellersLimit)
            for (i, first) in tellers.enumerated() {
                for second in tellers.dropFirst(i + 1) {
                    joins += align(first, second, table.entities[root].name, &matched)
                }
            }
        }
        return joins
    }

    private static func pair(_ a: Int, _ b: Int) -> UInt64 { UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }

    private func align(
        _ first: PartnerList, _ second: PartnerList, _ project: String, _ matched: inout Set<UInt64>
    ) -> [Join] {
        var left: [Int] = []
        var isTaken = [Bool](repeating: false, count: second.partners.count)
        for a in first.partners {
            var agrees = false
            for (k, b) in second.partners.enumerated()
            where matched.contains(Self.pair(a, b)) || table.haveSameName(a, b) && !haveOtherCountries(a, b) {
                agrees = true
                isTaken[k] = true
            }
            if !agrees { left.append(a) }
        }
        let agreed = first.partners.count - left.count
        let right = second.partners.indices.filter { !isTaken[$0] }.map { second.partners[$0] }
        guard !left.isEmpty, !right.isEmpty else { return [] }
        // One shared partner can be chance, two tell that the lists are of one project.
        guard agreed >= 2 || (agreed >= 1 && sharesEvidence(first, second)) else { return [] }
        let isSure = agreed >= 3 && agreed * 2 >= min(first.partners.count, second.partners.count)
        var fits: [Fit] = []
        for a in left {
            for b in right {
                if let fit = fit(a, b, isLast: left.count == 1 && right.count == 1, isSure: isSure) { fits.append(fit) }
            }
        }
        return clearest(fits).map { fit in
            matched.insert(Self.pair(fit.left, fit.right))
            return Join(
                left: min(fit.left, fit.right), right: max(fit.left, fit.right), score: max(0.5, fit.score),
                reason: "left over in two lists of partners of \(project); "
                    + (table.reasons(fit.found) + [fit.reason]).joined(separator: "; "),
                rule: Self.listRule)
        }
    }

    /// Two partners left over in two lists that may be one.
    private struct Fit {
        var left: Int
        var right: Int
        var score: Double
        var found: NameTable.Found
        var reason: String
    }

    /// Something that tells bodies apart must be shared, or be written once as an acronym.
    ///
    /// - Parameters:
    ///   - isLast: nobody else is left over on either side.
    ///   - isSure: the lists agree on most of their partners.
    private func fit(_ a: Int, _ b: Int, isLast: Bool, isSure: Bool) -> Fit? {
        guard let found = table.bestOfAnyCountry(a, b) else { return nil }
        let likeness = found.likeness
        let (p, q) = (table.entities[a].country, table.entities[b].country)
        if haveOtherCountries(a, b) {
            // One of the pages may have the country wrong; the name must leave no doubt.
            let isWhole = isSure && likeness.score >= 0.97 && likeness.greaterRest < 0.1
            guard likeness.isSurelySame || likeness.isEqual || isWhole else { return nil }
            return Fit(
                left: a, right: b, score: likeness.score - (likeness.isEqual ? 0.1 : 0.3), found: found,
                reason: "although the pages name two countries, \(p ?? "") and \(q ?? "")")
        }
        let reason = p != nil && p == q ? "country \(p ?? "")" : "no other fits"
        if likeness.initialsAgree, !likeness.placesDiffer {
            return Fit(left: a, right: b, score: max(likeness.score, 0.6), found: found, reason: reason)
        }
        if likeness.placesDiffer { return nil }
        let isAlike = likeness.score >= 0.1 && (likeness.score >= 0.3 || likeness.identityShared >= 0.5)
        let isOnly = isLast && p != nil && p == q && likeness.heads == .same
        guard isAlike && (p == q || likeness.score >= 0.3) || isOnly else { return nil }
        return Fit(left: a, right: b, score: likeness.score, found: found, reason: reason)
    }

    /// Of the fits, those that are better by far than any other of either side.
    private func clearest(_ fits: [Fit]) -> [Fit] {
        var free = fits.sorted { ($1.score, $0.left, $0.right) < ($0.score, $1.left, $1.right) }
        var chosen: [Fit] = []
        while let best = free.first {
            let rivals = free.dropFirst().filter { $0.left == best.left || $0.right == best.right }
            if rivals.allSatisfy({ $0.score <= best.score - 0.15 }) {
                chosen.append(best)
                free.removeAll { $0.left == best.left || $0.right == best.right }
            } else {
                // Nobody can tell which of them it is.
                let worst = best.score - 0.15
                let doubtful = rivals.filter { $0.score > worst } + [best]
                free.removeAll { fit in doubtful.contains { $0.left == fit.left || $0.right == fit.right } }
            }
        }
        return chosen
    }

    private func haveOtherCountries(_ a: Int, _ b: Int) -> Bool {
        guard let p = table.entities[a].country, let q = table.entities[b].country else { return false }
        return p != q
    }

    private func sharesEvidence(_ first: PartnerList, _ second: PartnerList) -> Bool {
        !table.entities[first.project].evidence.isDisjoint(with: table.entities[second.project].evidence)
    }
}
