internal import SeosModel
internal import SeosResolve
internal import SeosStore

/// What persons decided, as resolution takes it.
struct PersonDecisions {
    let judgements: [Judgement]
    let undone: Set<UndoneJoin>
    /// Mentions that persons decided about.
    let mentions: Set<Int64>
    /// Mentions of decisions of rules that persons have taken back.
    let undoneMentions: Set<Int64>

    /// Entities that persons decided about.
    func entities(_ area: Neighbourhood) throws -> Set<Int64> {
        var found: Set<Int64> = []
        for mention in mentions.union(undoneMentions) {
            for place in try area.update.places(of: mention) {
                if let entity = try area.row(place)?.entityID { found.insert(entity) }
            }
        }
        return found
    }

    /// - Parameter decisions: those of persons that hold, and those of rules that a person has taken back.
    init(_ decisions: [Decision]) {
        let persons = decisions.map(\.decision).filter { $0.maker == NewDecision.person && $0.verdict != .unsure }
        judgements = persons.map { Judgement(left: $0.left, right: $0.right, isSame: $0.verdict == .same) }
        mentions = Set(persons.flatMap { [$0.left, $0.right] })
        let rules = decisions.map(\.decision).filter { $0.maker != NewDecision.person }
        undoneMentions = Set(rules.flatMap { [$0.left, $0.right] })
        undone = Set(rules.map { UndoneJoin($0.left, $0.right, $0.maker) })
    }
}

extension NewDecision {
    /// What a rule decided.
    init(_ join: Join, _ verdict: Verdict, _ locals: [LocalEntity]) {
        self.init(
            kind: locals[join.left].kind, verdict: verdict, left: locals[join.left].firstMention,
            right: locals[join.right].firstMention, score: join.score, reason: join.reason, maker: join.rule)
    }
}

extension ResolutionKey {
    init(_ key: EntityKey, document: Int64, local: Int) {
        self.init(key: Int64(bitPattern: key.key), trait: key.trait, document: document, local: local)
    }
}

extension SpellingKey {
    init(_ key: UInt64, _ spelling: UInt64) {
        self.init(key: Int64(bitPattern: key), spelling: Int64(bitPattern: spelling))
    }
}

extension JudgedPair {
    init(_ join: Join, _ locals: [LocalEntity], isQuestion: Bool) {
        self.init(
            left: locals[join.left].place, right: locals[join.right].place, rule: join.rule, isQuestion: isQuestion,
            score: join.score, reason: join.reason)
    }
}

extension LocalEntity {
    var place: ResolvedGraph.Place { ResolvedGraph.Place(documentID, local) }

    /// The names by which an organization is compared.
    var spellings: [Spelling] {
        NameProbe.names(of: self).map {
            Spelling(
                id: Int64(bitPattern: KeyFamily.spelling(of: $0, language: language)), name: $0, language: language)
        }
    }
}
