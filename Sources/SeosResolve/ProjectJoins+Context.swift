internal import SeosModel
internal import SeosText

extension ProjectJoins {
    /// What two pages agree on, in words, and how much it weighs.
    struct Agreement {
        var weight = 0.0
        var reasons: [String] = []
        /// Partners, dates, amounts, programme, address, title: how many kinds of evidence speak for it.
        var kinds = 0

        mutating func add(_ weight: Double, _ reason: String) {
            self.weight += weight
            reasons.append(reason)
            kinds += 1
        }
    }

    /// Joins at this weight; from two thirds of it a person is asked.
    private static let enough = 4.5
    private static let worthAsking = 3.0
    /// More common partners than so many say no more.
    private static let partnersCounted = 5

    /// Projects of different names, as translations have: partners, dates, amounts, programme, address and the meaning of
    /// the title together; never one of them alone.
    mutating func context(_ named: [Join], _ keys: KeyTable, _ names: CloseNames, jobs: Int) -> [Join] {
        var sets = DisjointSets(count: table.entities.count, vetoes: [])
        for join in named { sets.union(join.left, join.right) }
        for side in apart.joined() { for n in side.dropFirst() { sets.union(side[0], n) } }
        var told: [Int: Set<Int32>] = [:]
        for (n, e) in table.entities.enumerated() where e.kind == .project {
            told[sets.find(n), default: []].insert(table.documents[n])
        }
        // The page that tells of both is not among the documents.
        for (n, sides) in apart.enumerated() {
            for side in sides { if let one = side.first { told[sets.find(one), default: []].insert(-1 - Int32(n)) } }
        }
        var candidates = candidates(keys, names)
        compared += candidates.given
        let pairs = candidates.all { a, b in
            if let isOutside, isOutside[a], isOutside[b] { return false }
            return table.documents[a] != table.documents[b] && sets.find(a) != sets.find(b)
        }
        // Few of many are kept: why is told later.
        var found = PairJudges(judges: copies(jobs)).compactMap(pairs) { joins, a, b in
            joins.agreement(a, b).map { agreement in
                Join(
                    left: a, right: b, score: min(0.97, 0.5 + 0.08 * agreement.weight), reason: "",
                    rule: Self.contextRule)
            }
        }
        found += standing.filter { $0.rule == Self.contextRule }
        found.sort { ($1.score, $0.left, $0.right) < ($0.score, $1.left, $1.right) }
        var joins: [Join] = []
        for join in found {
            // Why those were kept that stand is known.
            let isStanding = !join.reason.isEmpty
            let isEnough = isStanding || join.score >= 0.5 + 0.08 * Self.enough
            if isEnough, !isStanding {
                influences.append((join.left, join.right))
                if isOutside != nil { choices.append(ProjectChoice(join: join)) }
            }
            let (a, b) = (sets.find(join.left), sets.find(join.right))
            guard a != b else { continue }
            guard isEnough else {
                open.append(explained(join))
                continue
            }
            // A page that tells of two projects tells them apart.
            let documents = told[a] ?? []
            let others = told[b] ?? []
            guard documents.isDisjoint(with: others) else {
                if isStanding { isUpset = true }
                continue
            }
            sets.union(a, b)
            told[sets.find(a)] = documents.union(others)
            joins.append(join)
        }
        return joins
    }

    /// Why a page is about what another is about.
    func contextReason(_ join: Join) -> String {
        agreement(join.left, join.right)?.reasons.joined(separator: "; ") ?? ""
    }

    /// Pairs that share a fact which few projects share, or a partner whom few have.
    private func candidates(_ keys: KeyTable, _ names: CloseNames) -> IndexPairs {
        var pairs = IndexPairs()
        keys.forEachBlock(.fact) { key, members in
            guard members.count <= Self.contextLimit, !crowded.contains(key) else { return }
            for (i, a) in members.enumerated() { for b in members.dropFirst(i + 1) { pairs.insert(a, b) } }
        }
        var telling: [Int32: [Int]] = [:]
        for n in table.partners.indices {
            for partner in table.partners[n] {
                for s in table.signatures[partner] where telling[s]?.last != n { telling[s, default: []].append(n) }
            }
        }
        telling = telling.filter {
            $0.value.count <= Self.partnerLimit && (crowded.isEmpty || !crowded.contains(partnerKey($0.key)))
        }
        for members in telling.values where members.count > 1 {
            for (i, a) in members.enumerated() { for b in members.dropFirst(i + 1) { pairs.insert(a, b) } }
        }
        for (s, t) in names.pairs {
            guard let left = telling[s], let right = telling[t], left.count + right.count <= Self.partnerLimit else {
                continue
            }
            for a in left { for b in right { pairs.insert(a, b) } }
        }
        return pairs
    }

    private func partnerKey(_ signature: Int32) -> UInt64 { KeyFamily.partner.key(table.spellings[Int(signature)]) }

    /// What speaks for one project under two names; nil when something speaks against it or too little is known.
    func agreement(_ a: Int, _ b: Int) -> Agreement? {
        guard let x = facts[a], let y = facts[b], !x.contradicts(y) else { return nil }
        if haveOtherNumerals(a, b) { return nil }
        let title = titleLikeness(a, b)
        if NameTable.Traits.differ(acronyms[a], acronyms[b]), title < 0.9 { return nil }
        var result = Agreement()
        dates(x, y, &result)
        amounts(x, y, &result)
        if let programme = x.programmes.intersection(y.programmes).min() {
            result.add(1, "both of the programme \(programme)")
        } else if !x.programmes.isEmpty, !y.programmes.isEmpty {
            result.weight -= 0.5
        }
        if let address = x.addresses.intersection(y.addresses).min() { result.add(1.5, "both name \(address)") }
        if title >= NameMatcher.threshold { result.add(title >= 0.7 ? 2 : 1.5, "the titles mean the same") }
        // Within one language a project keeps its name.
        let isOneLanguage = table.traits[a].language == table.traits[b].language
        if isOneLanguage { result.weight -= 1 }
        // Partners alone say nothing: they may have run two projects, in one language with the same programme and name.
        if result.kinds == 0 || isOneLanguage && result.weight < 1 { return nil }
        // Not even all partners of the shorter list could tip it.
        let most = min(table.partners[a].count, table.partners[b].count, Self.partnersCounted)
        guard result.weight + Double(most) >= Self.worthAsking else { return nil }
        partners(a, b, &result)
        return result.kinds >= 2 && result.weight >= Self.worthAsking ? result : nil
    }

    private func partners(_ a: Int, _ b: Int, _ result: inout Agreement) {
        let common = commonPartners(a, b, anyCountry: true).count
        guard common > 0 else { return }
        let smaller = min(table.partners[a].count, table.partners[b].count)
        let weight = Double(min(common, Self.partnersCounted)) * (common * 2 >= smaller ? 1 : 0.5)
        result.add(weight, common == 1 ? "a common partner" : "\(common) common partners")
    }

    private func dates(_ x: ProjectFacts, _ y: ProjectFacts, _ result: inout Agreement) {
        if let start = x.starts.intersection(y.starts).min() {
            result.add(1.5, "both begin \(start)")
        } else if x.startYear != nil, x.startYear == y.startYear {
            result.add(0.5, "both begin in one year")
        }
        if let end = x.ends.intersection(y.ends).min() {
            result.add(1.5, "both end \(end)")
        } else if let p = x.endYear, let q = y.endYear {
            if p == q { result.add(0.5, "both end in one year") } else { result.weight -= 0.5 }
        }
    }

    private func amounts(_ x: ProjectFacts, _ y: ProjectFacts, _ result: inout Agreement) {
        func shared(_ left: [ProjectFacts.Amount], _ right: [ProjectFacts.Amount]) -> ProjectFacts.Amount? {
            left.filter { amount in right.contains { $0.isAbout(amount) } }.max { $0.hundredths < $1.hundredths }
        }
        if let total = shared(x.totals, y.totals) {
            result.add(total.isRound ? 1.5 : 2, "the same total")
        } else if let crossed = shared(x.totals, y.shares) ?? shared(x.shares, y.totals), !crossed.isRound {
            result.add(1, "one figure in both")
        }
        if let share = shared(x.shares, y.shares) { result.add(share.isRound ? 0.75 : 1.5, "the same grant") }
    }

    /// How alike the titles are in meaning; names of one word say nothing.
    private func titleLikeness(_ a: Int, _ b: Int) -> Double {
        var best = 0.0
        for s in table.signatures[a] where table.matcher.partCount(Int(s)) >= 2 {
            for t in table.signatures[b] where table.matcher.partCount(Int(t)) >= 2 {
                best = max(best, table.likenesses.of(s, t).score)
            }
        }
        return best
    }
}
