internal import SeosLanguages
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
        static let sameProject = 0.42
        static let sameDocument = 0.6
        static let sameListOfPartners = 0.9
        static let sameCountry = 0.7
        static let identity = 0.8
    }

    let entities: [LocalEntity]
    let likenesses: Likenesses
    var matcher: NameMatcher { likenesses.matcher }
    /// Organizations: the numbers of their names' signatures, the main name's first.
    let signatures: [[Int32]]
    /// Organizations: the number of their main name's folded form.
    let mainKeys: [Int32]
    let keys: NameKeys
    /// Organizations: short names of the projects they are partners of, in order.
    private(set) var projects: [[Int32]]
    /// Lists of partners by short name of the project, the first document first.
    private(set) var lists: [Int32: [PartnerList]] = [:]
    /// Numbers of documents, by entity.
    let documents: [Int32]

    /// Pairs that are alike, and not alike enough to be joined.
    private(set) var open: [Join] = []
    /// How many partners match in two documents, by their numbers.
    private var alike: [UInt64: Int] = [:]

    /// Who one document says are partners of a project.
    struct PartnerList {
        var document: Int64
        /// The project as the document tells it.
        var project: Int
        var partners: [Int]
    }

    init(_ entities: [LocalEntity], resources: NameResources, keys: NameKeys) {
        self.entities = entities
        self.keys = keys
        var matcher = NameMatcher(resources: resources)
        var documents: [Int32] = []
        documents.reserveCapacity(entities.count)
        var numberOf: [Int64: Int32] = [:]
        var signatures = [[Int32]](repeating: [], count: entities.count)
        var mainKeys = [Int32](repeating: -1, count: entities.count)
        for (n, e) in entities.enumerated() {
            let document = numberOf[e.documentID] ?? Int32(numberOf.count)
            numberOf[e.documentID] = document
            documents.append(document)
            guard e.kind == .organization else { continue }
            mainKeys[n] = keys.number(of: e.name)
            for name in [e.name] + e.aliases.prefix(4) where !name.isEmpty {
                let s = Int32(truncatingIfNeeded: matcher.signature(of: name, language: e.language))
                if !signatures[n].contains(s) { signatures[n].append(s) }
            }
        }
        self.documents = documents
        self.signatures = signatures
        self.mainKeys = mainKeys
        likenesses = Likenesses(matcher)
        projects = [[Int32]](repeating: [], count: entities.count)
        readLists()
    }

    private mutating func readLists() {
        var index: [UInt64: Int] = [:]
        for (n, e) in entities.enumerated() where e.kind == .organization { index[place(n, e.local)] = n }
        for (n, e) in entities.enumerated() where e.kind == .project && !e.partners.isEmpty {
            for key in Set([e.name, e.acronym ?? ""].map { keys.number(of: $0) }) where !keys[key].isEmpty {
                for local in e.partners {
                    guard let partner = index[place(n, local)], !projects[partner].contains(key) else { continue }
                    projects[partner].append(key)
                    let known = lists[key]?.firstIndex { $0.document == e.documentID }
                    if let known {
                        lists[key]?[known].partners.append(partner)
                    } else {
                        lists[key, default: []].append(
                            PartnerList(document: e.documentID, project: n, partners: [partner]))
                    }
                }
                // The last project of a name is the one whose other facts count, as its list may be shared.
                if let known = lists[key]?.firstIndex(where: { $0.document == e.documentID }) {
                    lists[key]?[known].project = n
                }
            }
        }
        for n in projects.indices where projects[n].count > 1 { projects[n].sort() }
        for key in lists.keys { lists[key]?.sort { $0.document < $1.document } }
    }

    private func place(_ n: Int, _ local: Int) -> UInt64 {
        UInt64(UInt32(bitPattern: documents[n])) << 32 | UInt64(UInt32(truncatingIfNeeded: local))
    }

    /// Joins, the surest first.
    mutating func joins() -> [Join] {
        var joins: [Join] = []
        let judged = candidates().map { (a: $0.0, b: $0.1, found: best($0.0, $0.1)) }
        countAlike(judged)
        for (a, b, found) in judged {
            guard let found else { continue }
            if found.likeness.score >= least(a, b, found) {
                joins.append(join(a, b, found))
            } else if found.likeness.score >= Least.worthAsking, documents[a] != documents[b] {
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
        var listed: [Int: [Int32: Set<Int32>]] = [:]
        for n in projects.indices where !projects[n].isEmpty {
            listed[n] = [documents[n]: [signatures[n].first ?? -1]]
        }
        var kept: [Join] = []
        for join in joins {
            let a = sets.find(join.left)
            let b = sets.find(join.right)
            if a != b {
                let left = listed[a] ?? [:]
                let right = listed[b] ?? [:]
                let smaller = left.count <= right.count ? left : right
                let larger = left.count <= right.count ? right : left
                let isDouble =
                    documents[join.left] != documents[join.right]
                    && smaller.contains { document, names in
                        guard let others = larger[document] else { return false }
                        return names != others
                    }
                if isDouble {
                    open.append(join)
                    continue
                }
                sets.union(a, b)
                // The larger table takes in the smaller one.
                listed[a] = nil
                listed[b] = nil
                var both = larger
                for (document, names) in smaller { both[document, default: []].formUnion(names) }
                if !both.isEmpty { listed[sets.find(a)] = both }
            }
            kept.append(join)
        }
        return kept
    }

    /// Counts, for every two documents, the partners that match one to one: translated projects have other names, and
    /// tell themselves by their lists.
    private mutating func countAlike(_ judged: [(a: Int, b: Int, found: Found?)]) {
        var taken: [UInt64: (left: Set<Int>, right: Set<Int>)] = [:]
        for (a, b, found) in judged where !projects[a].isEmpty && !projects[b].isEmpty {
            guard documents[a] != documents[b], let found, found.likeness.score >= Least.sameProject else { continue }
            let (low, high) = documents[a] < documents[b] ? (a, b) : (b, a)
            taken[documentPair(low, high), default: ([], [])].left.insert(low)
            taken[documentPair(low, high), default: ([], [])].right.insert(high)
        }
        alike = taken.mapValues { min($0.left.count, $0.right.count) }
    }

    private func documentPair(_ a: Int, _ b: Int) -> UInt64 {
        let x = UInt64(UInt32(bitPattern: documents[a]))
        let y = UInt64(UInt32(bitPattern: documents[b]))
        return min(x, y) << 32 | max(x, y)
    }

    // MARK: Judging

    /// The best pair of names of two organizations.
    struct Found {
        var a: Int32
        var b: Int32
        var likeness: Likeness
    }

    /// The best pair of names of two organizations; nil when their countries or codes differ.
    func best(_ a: Int, _ b: Int) -> Found? {
        if let p = entities[a].country, let q = entities[b].country, p != q { return nil }
        if let p = entities[a].code, let q = entities[b].code, p != q { return nil }
        // A name inside a longer one is another body, or none: "Weaving Society" in "Weaving Society Gotland".
        if documents[a] == documents[b] {
            let (x, y) = (entities[a].span, entities[b].span)
            if x.start < y.end, y.start < x.end { return nil }
        }
        // In one language, two names that each have a place or proper word of their own are two, whatever short form
        // their pages share.
        if let s = signatures[a].first, let t = signatures[b].first, s != t,
            entities[a].language == entities[b].language, likenesses.of(s, t).identityRestLesser >= 0.3
        {
            return nil
        }
        var best: Found?
        for s in signatures[a] {
            for t in signatures[b] {
                let likeness = likenesses.of(s, t)
                if likeness.score > best?.likeness.score ?? -1 { best = Found(a: s, b: t, likeness: likeness) }
            }
        }
        return best
    }

    private func least(_ a: Int, _ b: Int, _ found: Found) -> Double {
        let shared = sharedProject(a, b) != nil
        if documents[a] == documents[b] {
            // Who stands twice in one list of partners is two: the town and the rural municipality around it.
            guard shared else { return Least.sameDocument }
            let isPlain = found.likeness.heads != .kin && found.likeness.greaterRest < 0.05
            return isPlain ? Least.sameListOfPartners : 2
        }
        // Partners of projects that two documents tell, whose lists share at least two other partners.
        if shared || alike[documentPair(a, b), default: 0] >= 3 { return Least.sameProject }
        // Each has a place or a proper word of its own.
        if found.likeness.identityRestLesser >= 0.3 { return 2 }
        if let country = entities[a].country, country == entities[b].country { return Least.sameCountry }
        // A ministry of finance is in every country: without one, the name itself must tell which.
        return found.likeness.identityShared >= 0.5 ? Least.identity : 2
    }

    /// The first project, by name, that both are partners of.
    private func sharedProject(_ a: Int, _ b: Int) -> String? {
        let other = projects[b]
        return projects[a].filter { other.contains($0) }.map { keys[$0] }.min()
    }

    private func join(_ a: Int, _ b: Int, _ found: Found) -> Join {
        var reasons = found.a == found.b ? ["same name"] : matcher.reasons(Int(found.a), Int(found.b))
        if let country = entities[a].country, country == entities[b].country { reasons.append("country \(country)") }
        if let project = sharedProject(a, b) { reasons.append("both partners of \(project)") }
        return Join(
            left: min(a, b), right: max(a, b), score: found.likeness.score, reason: reasons.joined(separator: "; "),
            rule: Self.rule)
    }
}
