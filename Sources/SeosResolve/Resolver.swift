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

    /// What names mean.
    private let names: NameResources
    private let keys: NameKeys
    private let jobs: Int

    /// - Parameter jobs: threads that compare names; the result does not depend on it.
    public init(legalForms: Set<String>, names: NameResources = .embedded, jobs: Int = 1) {
        self.jobs = max(1, jobs)
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
            e.code.map { ["code \(names.regionCode($0))"] } ?? ["name \(keys.key(of: e.name))"]
        }
        joins += byKey(entities, .programme, rule: "programme.code") { e in
            let years = e.years
            if let code = e.code, code != "interreg" { return ["code \(code) \(years)"] }
            return ["name \(keys.key(of: e.name))"]
        }
        joins += byKey(entities, .contact, rule: "contact.email") { e in e.email.map { [$0.lowercased()] } ?? [] }
        joins += organizations(entities)
        var sets = DisjointSets(count: entities.count, vetoes: vetoes(judgements, entities))
        var kept: [Join] = []
        var open: [Join] = []
        let index = Dictionary(entities.enumerated().map { ($1.firstMention, $0) }, uniquingKeysWith: { a, _ in a })
        // Two that begin with the same words of one page are one.
        for (n, e) in entities.enumerated() {
            if let first = index[e.firstMention], first != n { sets.union(first, n) }
        }
        for judgement in judgements where judgement.isSame {
            if let a = index[judgement.left], let b = index[judgement.right] { sets.union(a, b) }
        }
        // What a person took back from one rule, no other may do in its place.
        let takenBack = Set(undone.map(\.pair))
        func pair(_ join: Join) -> UndoneJoin.Pair {
            UndoneJoin.Pair(entities[join.left].firstMention, entities[join.right].firstMention)
        }
        func apply(_ found: [Join]) {
            for join in found where !takenBack.contains(pair(join)) {
                if sets.union(join.left, join.right) { kept.append(join) }
            }
        }
        apply(joins)
        if entities.contains(where: { $0.kind == .organization || $0.kind == .project }) {
            let table = NameTable(entities, resources: names, keys: keys)
            // Projects first: who are partners of one is evidence for who they are.
            var projects = ProjectJoins(table)
            apply(projects.joins(jobs: jobs))
            apply(ProgrammeJoins(table).joins())
            var meanings = MeaningJoins(table, roots: entities.indices.map { sets.find($0) })
            apply(meanings.joins(jobs: jobs))
            open = projects.open + meanings.open
        }
        open += lookAlikes(entities)
        return Result(
            cluster: (0..<entities.count).map { sets.find($0) }, joins: kept,
            open: open.filter { sets.find($0.left) != sets.find($0.right) })
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
    /// "2021-2027" in the name, the years of its generation in "Interreg V-A", or nothing.
    var years: String {
        let numbers = name.split { !$0.isNumber }.filter { $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }
        if !numbers.isEmpty { return numbers.prefix(2).joined(separator: "-") }
        let words = name.split { $0 == " " || $0 == "-" || $0 == "\u{A0}" }
        for (word, next) in zip(words, words.dropFirst()) where word.lowercased() == "interreg" {
            switch next {
            case "III", "IIIA", "IIIB", "IIIC": return "2000-2006"
            case "IV", "IVA", "IVB", "IVC": return "2007-2013"
            case "V", "VA", "VB": return "2014-2020"
            case "VI", "VIA", "VIB": return "2021-2027"
            default: continue
            }
        }
        return ""
    }
}
