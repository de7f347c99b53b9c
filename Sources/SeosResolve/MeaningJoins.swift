internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Joins organizations whose names mean the same in two languages, with what their documents say of them as evidence:
/// country, project, and their place in its list of partners.
///
/// Names are compared only inside blocks of signature keys, so that the cost grows with the number of names and not
/// with that of pairs.
struct MeaningJoins {
    static let rule = "organization.meaning"
    static let listRule = "organization.partner-list"

    /// The least score that joins, by what else speaks for it.
    private enum Least {
        static let worthAsking = 0.35
        static let sameProject = 0.42
        static let sameDocument = 0.6
        static let sameListOfPartners = 0.9
        static let sameCountry = 0.7
        static let identity = 0.8
    }

    private let entities: [LocalEntity]
    private var matcher: NameMatcher
    /// Organizations, and the numbers of their names' signatures.
    private var signatures: [Int: [Int]] = [:]
    /// Short names of the projects an organization is a partner of.
    private var projects: [Int: Set<String>] = [:]
    /// Organizations by short name of project and document, in order.
    private var lists: [String: [Int64: [Int]]] = [:]
    /// Projects by short name and document.
    private var projectOf: [String: [Int64: Int]] = [:]

    /// Pairs that are alike, and not alike enough to be joined.
    private(set) var open: [Join] = []
    private var documentNumber: [Int64: Int] = [:]
    /// How many partners match in two documents, by their numbers.
    private var alike: [Pair: Int] = [:]

    init(_ entities: [LocalEntity], resources: NameResources) {
        self.entities = entities
        matcher = NameMatcher(resources: resources)
        var index: [Int64: [Int: Int]] = [:]
        for (n, e) in entities.enumerated() where e.kind == .organization {
            index[e.documentID, default: [:]][e.local] = n
            if documentNumber[e.documentID] == nil { documentNumber[e.documentID] = documentNumber.count }
            var numbers: [Int] = []
            for name in [e.name] + e.aliases.prefix(4) where !name.isEmpty {
                let s = matcher.signature(of: name, language: e.language)
                if !numbers.contains(s) { numbers.append(s) }
            }
            signatures[n] = numbers
        }
        for (n, e) in entities.enumerated() where e.kind == .project && !e.partners.isEmpty {
            for key in Set([e.name, e.acronym ?? ""].map(Folding.key)) where !key.isEmpty {
                projectOf[key, default: [:]][e.documentID] = n
                for local in e.partners {
                    guard let partner = index[e.documentID]?[local] else { continue }
                    if projects[partner, default: []].insert(key).inserted {
                        lists[key, default: [:]][e.documentID, default: []].append(partner)
                    }
                }
            }
        }
    }

    /// Joins, the surest first.
    mutating func joins() -> [Join] {
        var joins: [Join] = []
        let candidates = candidates()
        countAlike(candidates)
        for (a, b) in candidates {
            guard let found = best(a, b) else { continue }
            if found.score >= least(a, b, found) {
                joins.append(join(a, b, found))
            } else if found.score >= Least.worthAsking, entities[a].documentID != entities[b].documentID {
                open.append(join(a, b, found))
            }
        }
        joins += alignedLists(joins)
        joins.sort { ($1.score, $0.left, $0.right) < ($0.score, $1.left, $1.right) }
        return oneToOne(joins)
    }

    /// Leaves out joins that would make one of two partners whom one document lists apart; they become questions.
    private mutating func oneToOne(_ joins: [Join]) -> [Join] {
        var sets = DisjointSets(count: entities.count, vetoes: [])
        var listed: [Int: [Int64: Set<Int>]] = [:]
        for n in projects.keys {
            listed[n] = [entities[n].documentID: [signatures[n]?.first ?? -1]]
        }
        var kept: [Join] = []
        for join in joins {
            let a = sets.find(join.left)
            let b = sets.find(join.right)
            if a != b {
                let left = listed[a] ?? [:]
                let right = listed[b] ?? [:]
                let isDouble = left.contains { document, names in
                    guard let others = right[document] else { return false }
                    return names != others && entities[join.left].documentID != entities[join.right].documentID
                }
                if isDouble {
                    open.append(join)
                    continue
                }
                sets.union(a, b)
                listed[sets.find(a)] = left.merging(right) { $0.union($1) }
            }
            kept.append(join)
        }
        return kept
    }

    /// Counts, for every two documents, the partners that match one to one: translated projects have other names, and
    /// tell themselves by their lists.
    private mutating func countAlike(_ candidates: [(Int, Int)]) {
        var taken: [Pair: (left: Set<Int>, right: Set<Int>)] = [:]
        for (a, b) in candidates where projects[a] != nil && projects[b] != nil {
            let documents = Pair(
                a: documentNumber[entities[a].documentID] ?? -1, b: documentNumber[entities[b].documentID] ?? -1)
            guard documents.a != documents.b, let found = best(a, b), found.score >= Least.sameProject else { continue }
            taken[documents, default: ([], [])].left.insert(a)
            taken[documents, default: ([], [])].right.insert(b)
        }
        for (documents, sides) in taken {
            let count = min(sides.left.count, sides.right.count)
            alike[documents] = count
            alike[Pair(a: documents.b, b: documents.a)] = max(count, alike[Pair(a: documents.b, b: documents.a)] ?? 0)
        }
    }

    // MARK: Candidates

    private struct Pair: Hashable {
        var a: Int
        var b: Int
    }

    private static let blockLimit = 40

    /// Pairs of organizations that share a key, and pairs of partners of one project.
    private func candidates() -> [(Int, Int)] {
        // One organization a name is enough: equal names are joined already, or kept apart by their country.
        var owners: [Int: [Int]] = [:]
        for (n, numbers) in signatures { for s in numbers { owners[s, default: []].append(n) } }
        var keys: [(key: UInt64, signature: Int)] = []
        for s in owners.keys.sorted() {
            for key in matcher.blockingKeys(s) { keys.append((key, s)) }
        }
        keys.sort { ($0.key, $0.signature) < ($1.key, $1.signature) }
        var pairs: Set<Pair> = []
        var start = 0
        while start < keys.count {
            var end = start + 1
            while end < keys.count, keys[end].key == keys[start].key { end += 1 }
            if end - start > 1, end - start <= Self.blockLimit {
                for i in start..<end {
                    for j in (i + 1)..<end where keys[i].signature != keys[j].signature {
                        pairs.insert(Pair(a: keys[i].signature, b: keys[j].signature))
                    }
                }
            }
            start = end
        }
        var found: Set<Pair> = []
        func insert(_ a: Int, _ b: Int) {
            if a != b { found.insert(Pair(a: min(a, b), b: max(a, b))) }
        }
        for pair in pairs where matcher.match(pair.a, pair.b).isSame {
            let left = representatives(owners[pair.a] ?? [])
            for a in left { for b in representatives(owners[pair.b] ?? []) { insert(a, b) } }
        }
        for documents in lists.values {
            let members = Array(documents.values.joined().sorted().prefix(120))
            for (i, a) in members.enumerated() { for b in members.dropFirst(i + 1) { insert(a, b) } }
        }
        return found.map { ($0.a, $0.b) }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    }

    /// Of many organizations of one name, the first of each country.
    private func representatives(_ owners: [Int]) -> [Int] {
        var seen: Set<String> = []
        return owners.sorted().filter { seen.insert(entities[$0].country ?? "").inserted }.prefix(8).map { $0 }
    }

    // MARK: Judging

    private struct Found {
        var score: Double
        var a: Int
        var b: Int
        var comparison: NameComparison
    }

    /// The best pair of names of two organizations; nil when their countries or codes differ.
    private func best(_ a: Int, _ b: Int) -> Found? {
        let x = entities[a]
        let y = entities[b]
        if let p = x.country, let q = y.country, p != q { return nil }
        if let p = x.code, let q = y.code, p != q { return nil }
        // A name inside a longer one is another body, or none: "Weaving Society" in "Weaving Society Gotland".
        if x.documentID == y.documentID, x.span.start < y.span.end, y.span.start < x.span.end { return nil }
        // In one language, two names that each have a place or proper word of their own are two, whatever short form
        // their pages share.
        if x.language == y.language, let s = signatures[a]?.first, let t = signatures[b]?.first, s != t,
            matcher.comparison(s, t).identityRestLesser >= 0.3
        {
            return nil
        }
        var best: Found?
        for s in signatures[a] ?? [] {
            for t in signatures[b] ?? [] {
                let comparison = matcher.comparison(s, t)
                let score = s == t ? 1 : matcher.score(comparison)
                if score > best?.score ?? -1 { best = Found(score: score, a: s, b: t, comparison: comparison) }
            }
        }
        return best
    }

    private func least(_ a: Int, _ b: Int, _ found: Found) -> Double {
        let shared = !(projects[a] ?? []).isDisjoint(with: projects[b] ?? [])
        if entities[a].documentID == entities[b].documentID {
            // Who stands twice in one list of partners is two: the town and the rural municipality around it.
            guard shared else { return Least.sameDocument }
            let isPlain = found.comparison.heads != .kin && found.comparison.greaterRest < 0.05
            return isPlain ? Least.sameListOfPartners : 2
        }
        if shared || haveAlikeLists(a, b) { return Least.sameProject }
        // Each has a place or a proper word of its own.
        if found.comparison.identityRestLesser >= 0.3 { return 2 }
        let country = entities[a].country
        if country != nil, country == entities[b].country { return Least.sameCountry }
        // A ministry of finance is in every country: without one, the name itself must tell which.
        return found.comparison.identityShared >= 0.5 ? Least.identity : 2
    }

    /// Whether the two are partners of projects, told by two documents, whose lists share at least two other partners.
    private func haveAlikeLists(_ a: Int, _ b: Int) -> Bool {
        let x = (entities[a].documentID, entities[b].documentID)
        return (alike[Pair(a: documentNumber[x.0] ?? -1, b: documentNumber[x.1] ?? -1)] ?? 0) >= 3
    }

    private func join(_ a: Int, _ b: Int, _ found: Found) -> Join {
        var reasons = found.a == found.b ? ["same name"] : matcher.reasons(found.a, found.b)
        if let country = entities[a].country, country == entities[b].country { reasons.append("country \(country)") }
        if let project = (projects[a] ?? []).intersection(projects[b] ?? []).min() {
            reasons.append("both partners of \(project)")
        }
        return Join(
            left: min(a, b), right: max(a, b), score: found.score, reason: reasons.joined(separator: "; "),
            rule: Self.rule)
    }

    // MARK: Lists of partners

    /// Partner lists of one project told by two documents: who is left alone with his country on both sides.
    private func alignedLists(_ known: [Join]) -> [Join] {
        var matched: Set<Pair> = []
        for join in known { matched.insert(Pair(a: join.left, b: join.right)) }
        var joins: [Join] = []
        for project in lists.keys.sorted() {
            guard let documents = lists[project] else { continue }
            let order = documents.keys.sorted().prefix(12)
            for (i, first) in order.enumerated() {
                for second in order.dropFirst(i + 1) {
                    joins += align(
                        documents[first] ?? [], documents[second] ?? [], project, (first, second), &matched)
                }
            }
        }
        return joins
    }

    private func align(
        _ left: [Int], _ right: [Int], _ project: String, _ documents: (Int64, Int64), _ matched: inout Set<Pair>
    ) -> [Join] {
        func isMatched(_ a: Int, _ b: Int) -> Bool { matched.contains(Pair(a: min(a, b), b: max(a, b))) }
        let agreed = left.count { a in right.contains { isMatched(a, $0) || sameName(a, $0) } }
        // One shared partner can be chance, two tell that the lists are of one project.
        guard agreed >= 2 || (agreed >= 1 && sharesEvidence(project, documents)) else { return [] }
        let freeLeft = left.filter { a in !right.contains { isMatched(a, $0) || sameName(a, $0) } }
        let freeRight = right.filter { b in !left.contains { isMatched($0, b) || sameName($0, b) } }
        var joins: [Join] = []
        for country in Set(freeLeft.compactMap { entities[$0].country }).sorted() {
            let a = freeLeft.filter { entities[$0].country == country }
            let b = freeRight.filter { entities[$0].country == country }
            guard let (x, y, found) = clearest(a, b) else { continue }
            matched.insert(Pair(a: min(x, y), b: max(x, y)))
            joins.append(
                Join(
                    left: min(x, y), right: max(x, y), score: max(0.5, found.score),
                    reason: "left over from \(country) in two lists of partners of \(project); "
                        + matcher.reasons(found.a, found.b).joined(separator: "; "),
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
                guard let found = best(a, b), found.score >= 0.1, found.comparison.places != .different,
                    found.score >= 0.3 || found.comparison.identityShared >= 0.5
                else { continue }
                fits.append((a, b, found))
            }
        }
        return fits.count == 1 ? fits[0] : nil
    }

    private func sameName(_ a: Int, _ b: Int) -> Bool {
        !Set(signatures[a] ?? []).isDisjoint(with: signatures[b] ?? [])
            || Folding.key(entities[a].name) == Folding.key(entities[b].name)
    }

    private func sharesEvidence(_ project: String, _ documents: (Int64, Int64)) -> Bool {
        guard let a = projectOf[project]?[documents.0], let b = projectOf[project]?[documents.1] else { return false }
        return !entities[a].evidence.isDisjoint(with: entities[b].evidence)
    }
}
