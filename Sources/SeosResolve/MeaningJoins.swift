internal import SeosModel

/// Joins organizations whose names mean the same in two languages, with what their documents say of them as evidence:
/// country, project, and their place in its list of partners.
///
/// Names are compared only inside blocks of signature keys, so that the cost grows with the number of names and not
/// with that of pairs; each pair of names is compared once, however many documents have it.
struct MeaningJoins {
    static let rule = "organization.meaning"
    static let listRule = "organization.partner-list"

    /// The least score that joins, by what else speaks for it.
    enum Least {
        static let worthAsking = 0.35
        static let worthAskingAlone = 0.6
        static let sameProject = NameMatcher.threshold
        static let sameDomain = 0.5
        static let sameDocument = 0.6
        static let sameListOfPartners = 0.9
        static let sameCountry = 0.7
        static let identity = 0.8
        /// More than any score.
        static let never = 2.0
    }

    let table: NameTable
    /// Projects, by the first of their cluster, that an organization is a partner of, ascending.
    private(set) var projects: [[Int32]]
    /// Lists of partners by the first of the project's cluster, the first document first.
    private(set) var lists: [Int: [PartnerList]] = [:]

    /// Pairs that are alike, and not alike enough to be joined.
    private(set) var open: [Join] = []

    /// Pairs that the joins were chosen from.
    private(set) var influences: [(Int, Int)] = []
    /// Those of them that were judged here.
    private(set) var judged: [Join] = []
    /// Pairs judged here that a person should be asked about.
    private(set) var asked: [Join] = []

    /// Partners of projects that a document names, by its number.
    private var told: [Int32: [Int]] = [:]
    /// Whether two documents have three partners in common, by their numbers.
    private var alike: [UInt64: Bool] = [:]
    /// Domains by which organizations are found, key by key; and those that too many names have, which say nothing.
    private(set) var domains: [[Int]] = []
    private var portals: Set<Int32> = []
    /// Names a domain: more are those of a portal, or of all departments of a government.
    static let domainLimit = 12
    /// Partners of one project that are compared with each other.
    static let listLimit = 120
    /// Of a longer list, the first partners are enough.
    private static let partnersCompared = 40

    /// Who one document says are partners of a project.
    struct PartnerList {
        var document: Int32
        /// The project as the document tells it.
        var project: Int
        var partners: [Int]
    }

    /// What was judged before.
    let known: Resolver.Scope.Known?

    /// What other rules joined: the first of the cluster of each entity.
    private let roots: [Int]
    /// ``Resolver/Scope/settled``.
    private let settled: [Int]?

    /// - Parameters:
    ///   - roots: the first of the cluster of each entity, as far as other rules joined them.
    ///   - known: pairs that need no judging.
    init(_ table: NameTable, roots: [Int], known: Resolver.Scope.Known? = nil, settled: [Int]? = nil) {
        self.table = table
        self.settled = settled
        self.roots = roots
        self.known = known
        projects = [[Int32]](repeating: [], count: table.entities.count)
        for n in table.partners.indices where !table.partners[n].isEmpty {
            let root = roots[n]
            let known = lists[root]?.firstIndex { $0.document == table.documents[n] }
            var partners = known.flatMap { lists[root]?[$0].partners } ?? []
            for partner in table.partners[n] where !partners.contains(partner) {
                partners.append(partner)
                projects[partner].append(Int32(truncatingIfNeeded: root))
            }
            let list = PartnerList(document: table.documents[n], project: n, partners: partners)
            if let known { lists[root]?[known] = list } else { lists[root, default: []].append(list) }
        }
        for n in projects.indices where projects[n].count > 1 { projects[n].sort() }
        for n in projects.indices where !projects[n].isEmpty { told[table.documents[n], default: []].append(n) }
    }

    /// Joins, the surest first.
    ///
    /// - Parameter judges: one a thread.
    mutating func joins(
        _ names: CloseNames, _ keys: KeyTable, _ judges: PairJudges<NameTable>, crowded: Set<UInt64>
    ) -> [Join] {
        var joins: [Join] = []
        findDomains(keys, crowded)
        let judged = judges.compactMap(candidates(names)) { table, a, b in
            // Less is no join and no question.
            table.best(a, b).flatMap { $0.likeness.score >= Least.worthAsking ? (a: a, b: b, found: $0) : nil }
        }
        for (a, b, found) in judged {
            if found.likeness.score >= least(a, b, found.likeness) {
                joins.append(join(a, b, found))
            } else if isWorthAsking(a, b, found.likeness) {
                asked.append(join(a, b, found))
            }
        }
        open = asked + (known?.questions ?? [])
        let before = known?.joins ?? []
        joins += alignedLists(joins + before)
        self.judged = joins
        joins += before
        if let settled { joins.removeAll { settled[$0.left] >= 0 && settled[$0.right] >= 0 } }
        joins.sort { ($1.score, $0.left, $0.right) < ($0.score, $1.left, $1.right) }
        influences = joins.map { ($0.left, $0.right) }
        return oneToOne(joins)
    }

    /// One organization a name is enough, as with names that mean the same.
    private mutating func findDomains(_ keys: KeyTable, _ crowded: Set<UInt64>) {
        keys.forEachBlock(.domain) { key, members in
            var seen: Set<String> = []
            let distinct = members.filter { seen.insert(table.entities[$0].name).inserted }
            if distinct.count > Self.domainLimit || crowded.contains(key) {
                portals.insert(table.traits[members[0]].domain)
            } else {
                domains.append(distinct)
            }
        }
    }

    /// Leaves out joins that would make one of two bodies that are known to be two; they become questions.
    private mutating func oneToOne(_ joins: [Join]) -> [Join] {
        var clusters = OrganizationClusters(
            table, roots: roots,
            isPartner: projects.indices.map { !projects[$0].isEmpty || known?.partners.contains($0) == true })
        var kept: [Join] = []
        for join in joins {
            if clusters.union(join.left, join.right) { kept.append(join) } else { open.append(join) }
        }
        return kept
    }

    /// Whether two documents name at least three partners of projects that match one to one under different names: two
    /// lists may be of one project though nothing else tells so.
    private mutating func areAlike(_ a: Int, _ b: Int) -> Bool {
        let key = documentPair(a, b)
        if let known = alike[key] { return known }
        let (first, second) = (told[table.documents[a]] ?? [], told[table.documents[b]] ?? [])
        var left: Set<Int> = []
        var right: Set<Int> = []
        for x in first.prefix(Self.partnersCompared) {
            for y in second.prefix(Self.partnersCompared) where !table.haveSameName(x, y) {
                guard let found = table.best(x, y), found.likeness.score >= Least.sameProject else { continue }
                left.insert(x)
                right.insert(y)
            }
        }
        let isAlike = min(left.count, right.count) >= 3
        alike[key] = isAlike
        return isAlike
    }

    private func documentPair(_ a: Int, _ b: Int) -> UInt64 {
        let x = UInt64(UInt32(bitPattern: table.documents[a]))
        let y = UInt64(UInt32(bitPattern: table.documents[b]))
        return min(x, y) << 32 | max(x, y)
    }

    // MARK: Judging

    /// The least score at which two organizations are one.
    private mutating func least(_ a: Int, _ b: Int, _ likeness: Likeness) -> Double {
        let shared = sharedProject(a, b) != nil
        if likeness.isOneTown { return Least.sameProject }
        if table.documents[a] == table.documents[b] {
            // "HiØ" in the list, "Høgskolen i Østfold" in the text.
            if likeness.isSpelledOut { return isOnlySpelling(a, b) ? Least.sameProject : Least.never }
            // Who stands twice in one list of partners is two: the town and the rural municipality around it.
            if shared {
                return likeness.heads != .kin && likeness.greaterRest < 0.05 ? Least.sameListOfPartners : Least.never
            }
            // "Arad County" may be its council or its library, which the page names apart.
            return likeness.heads == .same || likeness.greaterRest < 0.3 ? Least.sameDocument : Least.never
        }
        if shared { return Least.sameProject }
        // Partners in two lists that have at least two others in common.
        if !projects[a].isEmpty, !projects[b].isEmpty, likeness.score >= Least.sameProject, areAlike(a, b) {
            return Least.sameProject
        }
        // Each has a place or a proper word of its own, or they are bodies of different kinds.
        if likeness.identityRestLesser >= 0.3 || likeness.heads == .different { return Least.never }
        // One says more than the other: the society's section, the university's hospital; unless its acronym says it too.
        let isSpelled = likeness.initialsAgree && likeness.identityShared >= 0.5
        if !isSpelled, likeness.ideaRestGreater >= 0.5 || likeness.properRestGreater >= 0.7 { return Least.never }
        if haveOneDomain(a, b) { return Least.sameDomain }
        if let country = table.entities[a].country, country == table.entities[b].country { return Least.sameCountry }
        // A ministry of finance is in every country: without one, the name itself must tell which.
        return likeness.identityShared >= 0.5 ? Least.identity : Least.never
    }

    /// Whether of the organizations of one document no third one could be meant by the acronym of these two, nor another
    /// acronym be of the long name.
    private mutating func isOnlySpelling(_ a: Int, _ b: Int) -> Bool {
        let document = table.documents[a]
        var start = a
        while start > 0, table.documents[start - 1] == document { start -= 1 }
        var n = start
        while n < table.entities.count, table.documents[n] == document {
            if n != a, n != b, table.entities[n].kind == .organization {
                for side in [a, b] {
                    guard let s = table.signatures[n].first, let t = table.signatures[side].first, s != t else {
                        continue
                    }
                    if table.likenesses.of(s, t).isSpelledOut { return false }
                }
            }
            n += 1
        }
        return true
    }

    /// Whether a person should be asked: not of all that have a word in common.
    private func isWorthAsking(_ a: Int, _ b: Int, _ likeness: Likeness) -> Bool {
        guard table.documents[a] != table.documents[b], likeness.score >= Least.worthAsking else { return false }
        if sharedProject(a, b) != nil {
            return likeness.score >= Least.sameProject || likeness.identityRestLesser < 0.3
        }
        return likeness.score >= Least.worthAskingAlone && likeness.identityRestLesser < 0.3
    }

    /// Whether their pages give both one domain of the web. Two domains say nothing: a body may have several.
    private func haveOneDomain(_ a: Int, _ b: Int) -> Bool {
        table.traits[a].domain >= 0 && table.traits[a].domain == table.traits[b].domain
            && table.documents[a] != table.documents[b] && !portals.contains(table.traits[a].domain)
    }

    /// The first project that both are partners of.
    private func sharedProject(_ a: Int, _ b: Int) -> Int? {
        let other = projects[b]
        return projects[a].first { other.contains($0) }.map { Int($0) }
    }

    private func join(_ a: Int, _ b: Int, _ found: NameTable.Found) -> Join {
        var reasons = table.reasons(found)
        if let country = table.entities[a].country, country == table.entities[b].country {
            reasons.append("country \(country)")
        }
        if haveOneDomain(a, b), let domain = table.entities[a].domain { reasons.append("same web domain: \(domain)") }
        if let project = sharedProject(a, b) {
            reasons.append("both partners of \(table.entities[project].name)")
        }
        return Join(
            left: min(a, b), right: max(a, b), score: found.likeness.score, reason: reasons.joined(separator: "; "),
            rule: Self.rule)
    }
}
