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
        /// Pairs that joins were chosen from, chosen or not: who is in none of them is not concerned by the others.
        public var influences: [(Int, Int)] = []
        /// How many of the influences, the first ones, come of equal names and codes.
        public var namedInfluences = 0
        /// Joins of projects that those kept were chosen from, in the order in which they were chosen; of those of
        /// ``Scope/isOutside`` none with another, unless by one of ``Scope/displaced``.
        public var choices: [ProjectChoice] = []
        /// Joins of organizations that were judged here, before the best were chosen.
        public var judged: [Join] = []
        /// Pairs of organizations judged here that a person should be asked about.
        public var asked: [Join] = []
        /// Whether something speaks against one of ``Scope/standing``.
        public var isUpset = false
        /// Those of ``Scope/displaced`` by which projects outside may be joined, and it is not known whether.
        public var doubtful: Set<UInt64> = []
        /// How many pairs of projects and of names were looked at, by one thread when there are several: what the time
        /// grows with.
        public var compared = 0
        /// The keys by which the entities were found.
        public var keys = KeyTable()
        /// Parts of the meaning of organizations' names, each with the key of family ``KeyFamily/spelling`` of a name.
        public var spellings: [(key: UInt64, spelling: UInt64)] = []

        public init(cluster: [Int] = [], joins: [Join] = []) {
            self.cluster = cluster
            self.joins = joins
        }
    }

    /// What is known when a part of the entities is resolved.
    public struct Scope: Sendable {
        /// Keys that more entities or names share than are among the given ones, too many to be compared.
        public var crowded: Set<UInt64> = []
        /// The index of the first of each entity's cluster, when projects have been resolved before.
        public var projects: [Int]?
        /// Numbers of what is one already and stays so, of which not all members are among the entities; -1 for others;
        /// nil when there is none. Two of them are not joined.
        public var settled: [Int]?
        /// Which projects only stand around the others: what two of them say of themselves is not compared; nil for none.
        public var isOutside: [Bool]?
        /// Keys of projects before whose first holders others came; all who have one are among the entities.
        public var displaced: Set<UInt64> = []
        /// Projects that stay apart, since a page tells of both: for each pair the two sides, each of which names make one.
        public var apart: [[[Int]]] = []
        /// Joins of projects outside with one another that were kept before, with their reasons.
        public var standing: [Join] = []
        /// Whether organizations are only the partners of projects here, and not to be resolved.
        public var isOfProjects = false
        /// Whether ``Result/influences`` are wanted: who follows changes needs them.
        public var wantsInfluences = true
        /// What is known of pairs of organizations; nil when all are judged.
        public var known: Known?

        /// Pairs that were judged before and have not changed.
        public struct Known: Sendable {
            /// Organizations whose pairs are to be judged.
            public var fresh: Set<Int> = []
            /// Joins of pairs without a fresh one.
            public var joins: [Join] = []
            /// Questions about pairs without a fresh one.
            public var questions: [Join] = []
            /// Organizations that are partners of a project, also of one that is not among the entities.
            public var partners: Set<Int> = []
            /// Projects, by the first of their cluster, whose lists of partners are to be aligned.
            public var lists: Set<Int> = []

            public init() {}
        }

        public init() {}
    }

    /// Of names with one beginning, the first are compared.
    static let spellingLimit = 40
    /// Goes up with every change of rules: what was resolved by other rules is resolved anew.
    public static let version = 4

    /// In which order rules join projects; nil for rules of other things.
    public static func order(ofProjectRule rule: String) -> Int? { ProjectJoins.rules.firstIndex(of: rule) }

    /// Joins projects by what pages say of them beside names and numbers.
    public static let contextRule = ProjectJoins.contextRule

    /// Whether a rule joins what is left over in two lists of partners.
    public static func isOfLists(_ rule: String) -> Bool { rule == MeaningJoins.listRule }

    /// What names mean.
    private let names: NameResources
    private let keys: NameKeys
    private let jobs: Int
    private let memory: SignatureMemory?

    /// - Parameters:
    ///   - jobs: threads that compare names; the result does not depend on it.
    ///   - memory: what several resolutions leave each other of names; the result does not depend on it either.
    public init(
        legalForms: Set<String>, names: NameResources = .embedded, jobs: Int = 1, memory: SignatureMemory? = nil
    ) {
        self.memory = memory
        self.jobs = max(1, jobs)
        keys = NameKeys(legalForms: legalForms)
        self.names = names
    }

    /// - Parameters:
    ///   - entities: sorted by (document, local), so that equal inputs give equal results.
    ///   - judgements: a person's decisions; `isSame == false` keeps two apart whatever the rules say.
    ///   - undone: pairs and rules that a person has taken back.
    public func resolve(
        _ entities: [LocalEntity], judgements: [Judgement] = [], undone: Set<UndoneJoin> = [], scope: Scope = Scope()
    ) -> Result {
        var clusters = Clusters(
            entities, judgements, undone, settled: scope.settled, wantsInfluences: scope.wantsInfluences)
        let isNamed = entities.contains { $0.kind != .region && $0.kind != .contact }
        let table = isNamed ? NameTable(entities, resources: names, keys: keys, memory: memory) : nil
        let found = EntityKeys(entities: entities, keys: keys, names: names).all(table)
        if let projects = scope.projects {
            for n in entities.indices where entities[n].kind == .project { clusters.unite(projects[n], n) }
        }
        clusters.apply(same(entities, found, scope))
        if !scope.isOfProjects { clusters.apply(organizations(entities, found)) }
        let named = clusters.influenceCount
        var spellings: [(key: UInt64, spelling: UInt64)] = []
        var choices: [ProjectChoice] = []
        var (judged, asked): ([Join], [Join]) = ([], [])
        var compared = 0
        var doubtful: Set<UInt64> = []
        var isUpset = false
        if let table {
            let judges = PairJudges(judges: table.copies(jobs))
            let parts = CloseNames.keys(table)
            let names = CloseNames(table, parts, judges, crowded: scope.crowded)
            spellings = parts.map { ($0.key, KeyFamily.spelling.key(table.spellings[Int($0.signature)])) }
            // Projects first: who are partners of one is evidence for who they are.
            if scope.projects == nil {
                var projects = ProjectJoins(
                    table, crowded: scope.crowded, isOutside: scope.isOutside, apart: scope.apart,
                    displaced: scope.displaced, standing: scope.standing)
                let joins = projects.joins(found, names, jobs: jobs)
                clusters.apply(joins, from: projects.influences) { projects.explained($0) }
                clusters.open += projects.open
                choices = projects.choices
                (doubtful, isUpset) = (projects.doubtful, projects.isUpset)
                compared += projects.compared
            }
            clusters.apply(ProgrammeJoins(table).joins(found, crowded: scope.crowded))
            if !scope.isOfProjects {
                var meanings = MeaningJoins(
                    table, roots: clusters.roots(), known: scope.known, settled: scope.settled)
                let joins = meanings.joins(names, found, judges, crowded: scope.crowded)
                clusters.apply(joins, from: meanings.influences)
                clusters.open += meanings.open
                (judged, asked) = (meanings.judged, meanings.asked)
            }
        }
        clusters.open += lookAlikes(entities, found, scope)
        var result = clusters.result(found)
        result.spellings = spellings
        result.namedInfluences = named
        (result.judged, result.asked) = (judged, asked)
        result.choices = choices
        (result.doubtful, result.isUpset) = (doubtful, isUpset)
        result.compared = compared + (table?.likenesses.asked ?? 0)
        return result
    }

    // MARK: Keys

    /// Whether two organizations are one by their code or their name alone.
    public func haveOneName(_ a: LocalEntity, _ b: LocalEntity) -> Bool {
        if a.code != nil || b.code != nil { return a.code == b.code }
        return a.country == b.country && EntityKeys.isTelling(keys.bareKey(of: a.name))
            && keys.bareKey(of: a.name) == keys.bareKey(of: b.name)
    }

    /// The keys of some entities. Of projects those of their partners are among them when the partners are given too.
    public func keys(of entities: [LocalEntity]) -> KeyTable {
        let isNamed = entities.contains { $0.kind != .region && $0.kind != .contact }
        let table = isNamed ? NameTable(entities, resources: names, keys: keys, memory: memory) : nil
        return EntityKeys(entities: entities, keys: keys, names: names).all(table)
    }

    private func same(_ entities: [LocalEntity], _ keys: KeyTable, _ scope: Scope) -> [Join] {
        var joins: [Join] = []
        keys.forEachBlock(.same) { _, members in
            let first = entities[members[0]]
            if first.kind == .organization && scope.isOfProjects { return }
            let rule =
                switch first.kind {
                case .contact: "contact.email"
                default: "\(first.kind.word).code"
                }
            for n in members.dropFirst() {
                joins.append(
                    Join(left: members[0], right: n, score: 1, reason: reason(first, entities[n]), rule: rule))
            }
        }
        return joins
    }

    private func reason(_ first: LocalEntity, _ e: LocalEntity) -> String {
        switch e.kind {
        case .region:
            (e.code ?? first.code).map { "same place: \($0)" }
                ?? (keys.number(of: first.name) == keys.number(of: e.name)
                    ? "same name" : "the same kind of place, by the same place's name")
        case .programme: e.code.map { "same programme and period: \($0) \(e.years)" } ?? "same name"
        case .contact: "same address: \(e.email?.lowercased() ?? "")"
        case .organization: "same institution: \(e.code ?? "")"
        default: "same name"
        }
    }

    // MARK: Organizations

    private func organizations(_ entities: [LocalEntity], _ found: KeyTable) -> [Join] {
        var joins: [Join] = []
        found.forEachBlock(.name) { _, members in
            joins += sameName(
                members, entities,
                reason: { a, b in
                    keys.number(of: a.name) == keys.number(of: b.name)
                        ? "same name" : "same name, one with its legal form or in another case"
                }, rule: "organization.name")
        }
        found.forEachBlock(.inflected) { _, members in joins += inflected(members, entities) }
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
    private func inflected(_ members: [Int], _ entities: [LocalEntity]) -> [Join] {
        // One member a spelling is enough: equal spellings are joined already.
        var seen: Set<String> = []
        var distinct = members.filter { seen.insert(entities[$0].name).inserted }
        if distinct.count > Self.spellingLimit {
            let traits = distinct.map { (EntityKeys.trait(spelling: entities[$0].name), $0) }
            distinct = traits.sorted { $0 < $1 }.prefix(Self.spellingLimit).map(\.1).sorted()
        }
        var joins: [Join] = []
        for (i, a) in distinct.enumerated() {
            for b in distinct.dropFirst(i + 1) where InflectedNames.areSame(entities[a].name, entities[b].name) {
                if let x = entities[a].country, let y = entities[b].country, x != y { continue }
                joins.append(
                    Join(
                        left: a, right: b, score: 0.85, reason: "the same words in another case",
                        rule: "organization.inflected"))
            }
        }
        return joins
    }

    /// Short names that only look alike, by letters of another script: offered to a person, never joined.
    private func lookAlikes(_ entities: [LocalEntity], _ found: KeyTable, _ scope: Scope) -> [Join] {
        var joins: [Join] = []
        found.forEachBlock(.look) { _, members in
            guard let plain = members.first(where: { Confusables.look(entities[$0].name) == nil }) else { return }
            if entities[plain].kind == .organization ? scope.isOfProjects : scope.projects != nil { return }
            for n in members where n != plain && Confusables.look(entities[n].name) != nil {
                joins.append(
                    Join(
                        left: min(n, plain), right: max(n, plain), score: 0.5,
                        reason: "the names look alike, with letters of another script", rule: "name.look-alike"))
            }
        }
        return joins
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
