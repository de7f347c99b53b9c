public import SeosExtract
internal import SeosModel
public import SeosStore

/// A person's decisions about what is one thing: merging, splitting, taking back; the graph follows at once.
///
/// Decisions name mentions, so that they hold whatever rules come to; a person's decision is never overruled by a rule,
/// and any one can be taken back, also in the middle.
public struct DecisionBook {
    let store: Store
    let ingestor: Ingestor
    let time: String

    /// - Parameter time: now, UTC, ISO 8601.
    public init(store: Store, resources: Resources, time: String) {
        self.store = store
        ingestor = Ingestor(store: store, resources: resources)
        self.time = time
    }

    /// Makes two entities one.
    ///
    /// - Returns: the number of the decision.
    /// - Throws: ``DecisionError``.
    @discardableResult
    public func merge(_ a: Int64, _ b: Int64) throws -> Int64 {
        let members = try members([a, b])
        guard let left = members[a]?.first else { throw DecisionError.unknownEntity(a) }
        guard let right = members[b]?.first else { throw DecisionError.unknownEntity(b) }
        guard a != b else { throw DecisionError.sameEntity(a) }
        guard left.kind == right.kind else { throw DecisionError.differentKinds(left.kind, right.kind) }
        // What kept them apart by a person's word is taken back, or the merge would say nothing.
        let leftMentions = Set((members[a] ?? []).map(\.firstMention))
        let rightMentions = Set((members[b] ?? []).map(\.firstMention))
        for known in try store.bindingDecisions()
        where known.decision.maker == NewDecision.person && known.decision.verdict == .different {
            let (l, r) = (known.decision.left, known.decision.right)
            if leftMentions.contains(l) && rightMentions.contains(r)
                || leftMentions.contains(r) && rightMentions.contains(l)
            {
                try store.undoDecision(known.id)
            }
        }
        let id = try store.addDecision(decision(.same, left, right, "a person says they are one"), time: time)
        try ingestor.follow(time: time)
        return id
    }

    /// Takes mentions, with all their documents say of the same thing, out of an entity.
    ///
    /// - Returns: the numbers of the decisions, one for each pair that must stay apart.
    /// - Throws: ``DecisionError``.
    @discardableResult
    public func split(_ entity: Int64, mentions: [Int64]) throws -> [Int64] {
        guard let all = try members([entity])[entity] else { throw DecisionError.unknownEntity(entity) }
        let rows = try store.mentions(of: entity)
        var out: [LocalEntityRow] = []
        for mention in mentions {
            guard let row = rows.first(where: { $0.id == mention }),
                let member = all.first(where: { $0.documentID == row.documentID && $0.local == row.local })
            else { throw DecisionError.unknownMention(mention, entity: entity) }
            if !out.contains(where: { $0.firstMention == member.firstMention }) { out.append(member) }
        }
        let rest = all.filter { member in !out.contains { $0.firstMention == member.firstMention } }
        guard !rest.isEmpty else { throw DecisionError.nothingLeft(entity) }
        let ids = try store.addDecisions(
            out.flatMap { a in rest.map { (decision(.different, a, $0, "a person says they are two"), time) } })
        try ingestor.follow(time: time)
        return ids
    }

    /// Takes one decision back, a person's or a rule's.
    ///
    /// - Returns: false when it was taken back before.
    @discardableResult
    public func undo(_ id: Int64) throws -> Bool { try undo([id])[0] }

    /// Takes decisions back, all of them or, when a number is unknown, none.
    ///
    /// - Returns: for each number in the order given, false when it was taken back before.
    @discardableResult
    public func undo(_ ids: [Int64]) throws -> [Bool] {
        let changed = try store.undoDecisions(ids)
        if changed.contains(true) { try ingestor.follow(time: time) }
        return changed
    }

    /// A person's word on a pair that rules left open.
    public func decide(_ open: OpenQuestion, _ verdict: NewDecision.Verdict) throws -> Int64 {
        let id = try store.addDecision(
            decision(
                verdict, open.left, open.right,
                verdict == .same ? "a person says they are one" : "a person says they are two"), time: time)
        try ingestor.follow(time: time)
        return id
    }

    /// Pairs that rules found alike and did not dare to join, the likeliest first; of two entities one pair, and none
    /// of two that a person has already told apart.
    public func openQuestions() throws -> [OpenQuestion] {
        var byMention: [Int64: LocalEntityRow] = [:]
        try store.localEntities { byMention[$0.firstMention] = $0 }
        let decisions = try store.decisions()
        func entities(_ known: Decision) -> Set<Int64>? {
            guard let left = byMention[known.decision.left]?.entityID,
                let right = byMention[known.decision.right]?.entityID
            else { return nil }
            return [left, right]
        }
        var answered = Set(
            decisions.filter { $0.decision.maker == NewDecision.person && !$0.isUndone }.compactMap(entities))
        return decisions.compactMap { known -> OpenQuestion? in
            guard known.decision.verdict == .unsure, !known.isUndone,
                let left = byMention[known.decision.left], let right = byMention[known.decision.right],
                left.entityID != right.entityID
            else { return nil }
            return OpenQuestion(left: left, right: right, score: known.decision.score, reason: known.decision.reason)
        }.sorted { ($1.score, $0.left.firstMention) < ($0.score, $1.left.firstMention) }.filter {
            answered.insert([$0.left.entityID ?? 0, $0.right.entityID ?? 0]).inserted
        }
    }

    private func decision(
        _ verdict: NewDecision.Verdict, _ a: LocalEntityRow, _ b: LocalEntityRow, _ reason: String
    ) -> NewDecision {
        NewDecision(
            kind: a.kind, verdict: verdict, left: a.firstMention, right: b.firstMention, score: 1, reason: reason,
            maker: NewDecision.person)
    }

    /// What documents say of some entities, in the order of resolution.
    private func members(_ entities: Set<Int64>) throws -> [Int64: [LocalEntityRow]] {
        var members: [Int64: [LocalEntityRow]] = [:]
        for id in entities {
            let found = try store.members(of: id)
            if !found.isEmpty { members[id] = found }
        }
        return members
    }
}

/// Two things that may be one: a question for a person.
public struct OpenQuestion: Sendable {
    public let left: LocalEntityRow
    public let right: LocalEntityRow
    public let score: Double
    public let reason: String
}
