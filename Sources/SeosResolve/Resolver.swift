internal import SeosModel
internal import SeosText

/// Joins what documents tell of the same thing, by rules a person can read, and says why.
///
/// Deterministic and independent of order: joins come from keys and from pairs inside blocks, never from a running
/// average. Nothing is joined on a guess: names must be equal when folded and freed of legal forms, or the same words
/// in another case; a project needs more than its acronym.
public struct Resolver {
    public struct Result: Sendable {
        /// For each local entity, the index of the first member of its cluster.
        public var cluster: [Int]
        public var joins: [Join]
        /// Pairs that are alike, and not alike enough: questions for a person.
        public var open: [Join] = []
    }

    private static let blockLimit = 400

    /// What names mean; nil compares their letters only.
    private let names: NameResources?
    private let keys: NameKeys

    public init(legalForms: Set<String>, names: NameResources? = nil) {
        keys = NameKeys(legalForms: legalForms)
        self.names = names
    }

    /// - Parameters:
    ///   - entities: sorted by (uri, span), so that equal inputs give equal results.
    ///   - judgements: a person's decisions; `isSame == false` keeps two apart whatever the rules say.
    ///   - undone: pairs and rules that a person has taken back.
    public func resolve(_ entities: [LocalEntity], judgements: [Judgement] = [], undone: Set<UndoneJoin> = []) -> Result
    {
        var joins: [Join] = []
        joins += byKey(entities, .region, rule: "region.code") { e in
            e.code.map { ["code \($0)"] } ?? ["name \(keys.key(of: e.name))"]
        }
        joins += byKey(entities, .programme, rule: "programme.code") { e in
            let years = e.years
            if let code = e.code, code != "interreg" { return ["code \(code) \(years)"] }
            return ["name \(keys.key(of: e.name))"]
        }
        joins += byKey(entities, .contact, rule: "contact.email") { e in e.email.map { [$0.lowercased()] } ?? [] }
        joins += organizations(entities)
        var book = JoinBook(entities, vetoes: vetoes(judgements, entities), takenBack: Set(undone.map(\.pair)))
        var open: [Join] = []
        let index = Dictionary(entities.enumerated().map { ($1.firstMention, $0) }, uniquingKeysWith: { a, _ in a })
        for judgement in judgements where judgement.isSame {
            if let a = index[judgement.left], let b = index[judgement.right] { book.unite(a, b) }
        }
        for join in joins { book.apply(join) }
        if let names, entities.contains(where: { $0.kind == .organization }) {
            var meanings = MeaningJoins(entities, resources: names, keys: keys)
            for join in meanings.joins() { book.apply(join) }
            open = meanings.open
        }
        // Projects last: the partners they share are known by now.
        joinProjects(entities, &book)
        open += lookAlikes(entities)
        return Result(
            cluster: (0..<entities.count).map { book.root(of: $0) }, joins: book.kept,
            open: open.filter { book.areApart($0.left, $0.right) })
    }

    // MARK: Keys

    private func byKey(_ entities: [LocalEntity], _ kind: EntityKind, rule: String, keys: (LocalEntity) -> [String])
        -> [Join]
    {
        var first: [String: Int] = [:]
        var joins: [Join] = []
        for (n, e) in entities.enumerated() where e.kind == kind {
            for key in keys(e) where !key.isEmpty {
                if let known = first[key] {
                    if known != n {
                        joins.append(
                            Join(left: known, right: n, score: 1, reason: Self.reason(kind, e, key), rule: rule))
                    }
                } else {
                    first[key] = n
                }
            }
        }
        return joins
    }

    private static func reason(_ kind: EntityKind, _ e: LocalEntity, _ key: String) -> String {
        switch kind {
        case .region: return e.code.map { "same place: \($0)" } ?? "same name"
        case .programme: return e.code.map { "same programme and period: \($0) \(e.years)" } ?? "same name"
        case .contact: return "same address: \(key)"
        default: return "same name"
        }
    }

    // MARK: Organizations

    private func organizations(_ entities: [LocalEntity]) -> [Join] {
        var joins = byKey(entities, .organization, rule: "organization.code") { e in
            e.code.map { ["code \($0)"] } ?? []
        }
        for k in joins.indices { joins[k].reason = "same institution: \(entities[joins[k].left].code ?? "")" }
        var blocks: [String: [Int]] = [:]
        for (n, e) in entities.enumerated() where e.kind == .organization && e.code == nil {
            for key in Set(names(of: e).map { keys.bareKey(of: $0) }) where isTelling(key) {
                blocks[key, default: []].append(n)
            }
        }
        for key in blocks.keys.sorted() {
            let members = blocks[key] ?? []
            guard members.count > 1 else { continue }
            joins += sameName(
                members, entities,
                reason: { a, b in
                    keys.key(of: a.name) == keys.key(of: b.name)
                        ? "same name" : "same name, one with its legal form or in another case"
                }, rule: "organization.name")
        }
        joins += inflected(entities)
        return joins
    }

    /// Members of one name, kept apart by country: who has none joins only when the others agree.
    private func sameName(
        _ members: [Int], _ entities: [LocalEntity], reason: (LocalEntity, LocalEntity) -> String, rule: String
    ) -> [Join] {
        let countries = Set(members.compactMap { entities[$0].country })
        var joins: [Join] = []
        var first: [String: Int] = [:]
        for n in members {
            let country = entities[n].country ?? (countries.count == 1 ? countries.first : nil) ?? ""
            if country.isEmpty, countries.count > 1 { continue }
            if let known = first[country] {
                joins.append(
                    Join(
                        left: known, right: n,
                        score: entities[n].country == nil || entities[known].country == nil ? 0.9 : 0.98,
                        reason: reason(entities[known], entities[n]) + (country.isEmpty ? "" : "; country \(country)"),
                        rule: rule))
            } else {
                first[country] = n
            }
        }
        return joins
    }

    /// The same words with other endings, in one language.
    private func inflected(_ entities: [LocalEntity]) -> [Join] {
        var blocks: [String: [Int]] = [:]
        for (n, e) in entities.enumerated() where e.kind == .organization && e.code == nil {
            let words = keys.key(of: e.name).split(separator: " ")
            guard words.count >= 2 else { continue }
            blocks[e.language + " " + words.map { $0.prefix(4) }.joined(separator: " "), default: []].append(n)
        }
        var joins: [Join] = []
        for key in blocks.keys.sorted() {
            let members = blocks[key] ?? []
            guard members.count > 1 else { continue }
            // One member a spelling is enough: equal spellings are joined already.
            var spellings: [String: Int] = [:]
            for n in members where spellings[entities[n].name] == nil { spellings[entities[n].name] = n }
            let distinct = spellings.values.sorted().prefix(40)
            for (i, a) in distinct.enumerated() {
                for b in distinct.dropFirst(i + 1) where InflectedNames.areSame(entities[a].name, entities[b].name) {
                    if let x = entities[a].country, let y = entities[b].country, x != y { continue }
                    joins.append(
                        Join(
                            left: a, right: b, score: 0.85, reason: "the same words in another case",
                            rule: "organization.inflected"))
                }
            }
        }
        return joins
    }

    private func names(of e: LocalEntity) -> [String] {
        [e.name] + e.aliases.filter { $0.contains(" ") }
    }

    /// One short word names too many bodies.
    private func isTelling(_ key: String) -> Bool {
        key.contains(" ") || key.count >= 6
    }

    // MARK: Projects

    private func joinProjects(_ entities: [LocalEntity], _ book: inout JoinBook) {
        var byShort: [String: [Int]] = [:]
        var byLong: [String: [Int]] = [:]
        for (n, e) in entities.enumerated() where e.kind == .project {
            for key in Set(([e.name, e.acronym ?? ""] + e.aliases.filter(Self.isAcronym)).map { keys.key(of: $0) })
            where !key.isEmpty {
                byShort[key, default: []].append(n)
            }
            for key in Set(([e.fullName ?? "", e.name] + e.aliases).map { keys.key(of: $0) })
            where key.split(separator: " ").count >= 4 {
                byLong[key, default: []].append(n)
            }
        }
        let partners = partnerSets(entities, &book)
        let years = entities.map { $0.kind == .project ? Years($0) : nil }
        func isContradiction(_ a: Int, _ b: Int) -> Bool {
            guard let x = years[a], let y = years[b] else { return false }
            return contradict(x, y)
        }
        for key in byLong.keys.sorted() {
            let members = byLong[key] ?? []
            for n in members.dropFirst() where !isContradiction(members[0], n) {
                book.apply(
                    Join(left: members[0], right: n, score: 0.95, reason: "same long name", rule: "project.full-name"))
            }
        }
        for key in byShort.keys.sorted() {
            let members = (byShort[key] ?? []).prefix(Self.blockLimit)
            for (i, a) in members.enumerated() {
                for b in members.dropFirst(i + 1) where book.areApart(a, b) && !isContradiction(a, b) {
                    let roots = (partners[a] ?? []).intersection(partners[b] ?? [])
                    if roots.isEmpty, entities[a].evidence.isDisjoint(with: entities[b].evidence) { continue }
                    var shared = entities[a].evidence.intersection(entities[b].evidence).sorted()
                    for root in roots.sorted() {
                        let item = "partner \(keys.key(of: entities[root].name))"
                        if !shared.contains(item) { shared.append(item) }
                    }
                    book.apply(
                        Join(
                            left: a, right: b, score: min(0.98, 0.8 + 0.05 * Double(shared.count)),
                            reason: "same short name; both: " + shared.prefix(4).joined(separator: ", "),
                            rule: "project.short-name"))
                }
            }
        }
        joinByPartners(entities, partners, &book, isContradiction)
    }

    /// Projects of different names, as translations have: the same partners, most of them, and a date, programme or
    /// address in common.
    private func joinByPartners(
        _ entities: [LocalEntity], _ partners: [Int: Set<Int>], _ book: inout JoinBook,
        _ isContradiction: (Int, Int) -> Bool
    ) {
        var ofPartner: [Int: [Int]] = [:]
        for n in partners.keys.sorted() { for p in partners[n] ?? [] { ofPartner[p, default: []].append(n) } }
        var shared: [UndirectedPair: Int] = [:]
        for projects in ofPartner.values where projects.count <= Self.blockLimit / 4 {
            for (i, a) in projects.enumerated() {
                for b in projects.dropFirst(i + 1) where book.areApart(a, b) {
                    shared[UndirectedPair(a: a, b: b), default: 0] += 1
                }
            }
        }
        for (pair, count) in shared.sorted(by: { ($0.key.a, $0.key.b) < ($1.key.a, $1.key.b) }) {
            let smaller = min(partners[pair.a]?.count ?? 0, partners[pair.b]?.count ?? 0)
            let x = entities[pair.a]
            let y = entities[pair.b]
            guard count >= 3, count * 3 >= smaller * 2, x.documentID != y.documentID, !isContradiction(pair.a, pair.b)
            else { continue }
            let evidence = x.evidence.intersection(y.evidence).filter { !$0.hasPrefix("partner ") }.sorted()
            guard
                evidence.contains(where: { $0.hasPrefix("start ") || $0.hasPrefix("end ") || $0.hasPrefix("address ") })
            else { continue }
            book.apply(
                Join(
                    left: pair.a, right: pair.b, score: 0.9,
                    reason: "\(count) common partners; both: " + evidence.prefix(4).joined(separator: ", "),
                    rule: "project.partners"))
        }
    }

    private struct UndirectedPair: Hashable {
        var a: Int
        var b: Int
    }

    /// The organizations, by the first of their set, that are partners of each project.
    private func partnerSets(_ entities: [LocalEntity], _ book: inout JoinBook) -> [Int: Set<Int>] {
        var index: [Int64: [Int: Int]] = [:]
        for (n, e) in entities.enumerated() where e.kind == .organization {
            index[e.documentID, default: [:]][e.local] = n
        }
        var result: [Int: Set<Int>] = [:]
        for (n, e) in entities.enumerated() where e.kind == .project {
            for local in e.partners {
                if let partner = index[e.documentID]?[local] { result[n, default: []].insert(book.root(of: partner)) }
            }
        }
        return result
    }

    /// Short names that only look alike, by letters of another script: offered to a person, never joined.
    private func lookAlikes(_ entities: [LocalEntity]) -> [Join] {
        let named = entities.indices.filter { entities[$0].kind == .project || entities[$0].kind == .organization }
        func key(_ n: Int, _ look: String) -> String { (entities[n].kind == .project ? "p " : "o ") + look }
        let looks = named.compactMap { n in Confusables.look(entities[n].name).map { (n: n, key: key(n, $0)) } }
        guard !looks.isEmpty else { return [] }
        let wanted = Set(looks.map(\.key))
        var plain: [String: Int] = [:]
        for n in named {
            let own = key(n, entities[n].name.uppercased())
            if wanted.contains(own), plain[own] == nil { plain[own] = n }
        }
        var joins: [Join] = []
        for (n, look) in looks {
            guard let other = plain[look], other != n else { continue }
            joins.append(
                Join(
                    left: min(n, other), right: max(n, other), score: 0.5,
                    reason: "the names look alike, with letters of another script", rule: "name.look-alike"))
        }
        return joins
    }

    /// One word with at least two capitals.
    private static func isAcronym(_ name: String) -> Bool {
        !name.contains(" ") && name.count >= 3 && name.filter(\.isUppercase).count >= 2
    }

    /// First and last year of a project, as far as its document tells.
    private struct Years {
        var start: Int?
        var end: Int?

        init(_ e: LocalEntity) {
            for item in e.evidence {
                if item.hasPrefix("start "), let year = Int(item.dropFirst(6).prefix(4)) {
                    start = min(start ?? year, year)
                }
                if item.hasPrefix("end "), let year = Int(item.dropFirst(4).prefix(4)) { end = min(end ?? year, year) }
            }
        }
    }

    /// Two periods that lie more than a year apart are two projects of one name.
    private func contradict(_ a: Years, _ b: Years) -> Bool {
        guard let startA = a.start, let startB = b.start else { return false }
        if let endA = a.end, startB > endA { return true }
        if let endB = b.end, startA > endB { return true }
        return abs(startA - startB) > 3
    }

    private func vetoes(_ judgements: [Judgement], _ entities: [LocalEntity]) -> [(Int, Int)] {
        let apart = judgements.filter { !$0.isSame }
        guard !apart.isEmpty else { return [] }
        let index = Dictionary(entities.enumerated().map { ($1.firstMention, $0) }, uniquingKeysWith: { a, _ in a })
        return apart.compactMap { j in
            guard let a = index[j.left], let b = index[j.right] else { return nil }
            return (a, b)
        }
    }
}

/// A join of a rule that a person has taken back.
public struct UndoneJoin: Sendable, Hashable {
    let left: Int64
    let right: Int64
    let rule: String

    struct Pair: Hashable {
        let left: Int64
        let right: Int64

        init(_ a: Int64, _ b: Int64) {
            left = min(a, b)
            right = max(a, b)
        }
    }

    var pair: Pair { Pair(left, right) }

    public init(_ a: Int64, _ b: Int64, _ rule: String) {
        left = min(a, b)
        right = max(a, b)
        self.rule = rule
    }
}

extension LocalEntity {
    /// "2021-2027" in the name, or nothing.
    var years: String {
        let numbers = name.split { !$0.isNumber }.filter { $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }
        return numbers.prefix(2).joined(separator: "-")
    }

}
