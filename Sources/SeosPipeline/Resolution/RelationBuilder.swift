internal import SeosModel
internal import SeosStore

/// Counts and prefers what claims say of one thing: its relationships, amounts and dates.
struct RelationBuilder {
    /// What the claims are about.
    let subject: Int64

    private var edges: [EdgeKey: Count] = [:]
    private var amounts: [AmountKey: Value<ResolvedGraph.Amount>] = [:]
    private var dates: [DateKey: Value<ResolvedGraph.Date>] = [:]
    private var starts: [String: Count] = [:]
    private var ends: [String: Count] = [:]
    private var urls: [String: Count] = [:]
    /// Claims with a value that cannot be read stand for nothing.
    private var unread: [Int64] = []

    private enum EdgeType: String {
        case partnerIn = "PARTNER_IN"
        case fundedBy = "FUNDED_BY"
        case locatedIn = "LOCATED_IN"
        case contactOf = "CONTACT_OF"
    }

    private struct EdgeKey: Hashable {
        var type: EdgeType
        var other: Int64
        var role: Claim.Role?
    }

    private struct AmountKey: Hashable {
        var kind: Claim.AmountKind
        var currency: String
        var amount: String
        var owner: Int64?
    }

    private struct DateKey: Hashable {
        var kind: ResolvedGraph.DateKind
        var start: String?
        var end: String?
    }

    private struct Count {
        var claims = 0
        var documents: Set<Int64> = []
        var confidence = 0.0

        mutating func add(_ claim: SubjectClaim) {
            claims += 1
            documents.insert(claim.documentID)
            confidence = max(confidence, claim.confidence)
        }
    }

    private struct Value<Node> {
        var node: Node
        var count = Count()
        var claims: [Int64] = []

        mutating func add(_ claim: SubjectClaim) {
            count.add(claim)
            claims.append(claim.id)
        }
    }

    /// - Parameter claims: about the subject, sorted by document and place, so that the first words name a value.
    init(_ subject: Int64, _ claims: [SubjectClaim]) {
        self.subject = subject
        for claim in claims { add(claim) }
    }

    private mutating func add(_ claim: SubjectClaim) {
        let object = claim.objectID
        switch claim.property {
        case .partner:
            guard let object, let role = claim.role, role != .supplier else { return }
            edges[EdgeKey(type: .partnerIn, other: object, role: role), default: Count()].add(claim)
        case .funder:
            guard let object else { return }
            edges[EdgeKey(type: .fundedBy, other: object, role: claim.role ?? .funder), default: Count()].add(claim)
        case .programme:
            guard let object else { return }
            edges[EdgeKey(type: .fundedBy, other: object, role: .funder), default: Count()].add(claim)
        case .region:
            guard let object else { return }
            edges[EdgeKey(type: .locatedIn, other: object), default: Count()].add(claim)
        case .contact:
            guard let object else { return }
            edges[EdgeKey(type: .contactOf, other: object), default: Count()].add(claim)
        case .amount: amount(claim)
        case .period, .start, .end, .event: date(claim)
        case .url:
            if let value = claim.value { urls[value, default: Count()].add(claim) }
        case .name, .duration: return
        }
    }

    private mutating func amount(_ claim: SubjectClaim) {
        guard let kind = claim.amountKind, let money = claim.value.flatMap(ValueText.money) else {
            unread.append(claim.id)
            return
        }
        let key = AmountKey(
            kind: kind, currency: money.currency, amount: money.amount.description,
            owner: claim.ownerID)
        amounts[
            key,
            default: Value(
                node: .init(
                    id: StableID.make(
                        "amount", claim.uri, String(claim.span.start), String(claim.span.end), kind.word,
                        money.amount.description), money: money, kind: kind, asWritten: claim.quote))
        ].add(claim)
    }

    private mutating func date(_ claim: SubjectClaim) {
        guard let date = claim.value.flatMap(ValueText.date) else {
            unread.append(claim.id)
            return
        }
        let isEnd = claim.property == .end
        let start = isEnd ? nil : date.start
        let end = isEnd ? date.start : date.end
        let kind: ResolvedGraph.DateKind = claim.property == .event ? .event : .period
        dates[
            DateKey(kind: kind, start: start?.iso, end: end?.iso),
            default: Value(
                node: .init(
                    id: StableID.make(
                        "date", claim.uri, String(claim.span.start), String(claim.span.end), claim.property.word),
                    start: start?.iso, end: end?.iso, precision: (start ?? end)?.precision, kind: kind,
                    asWritten: claim.quote))
        ].add(claim)
        guard claim.property != .event, !claim.isSuperseded else { return }
        if let start { starts[start.iso, default: Count()].add(claim) }
        if let end { ends[end.iso, default: Count()].add(claim) }
    }

    // MARK: Results

    var preferred: NodeBuilder.Preferred {
        .init(start: Self.preferred(starts), end: Self.preferred(ends), url: Self.preferred(urls))
    }

    /// Most independent documents, then most precise, then surest, then the first in order.
    private static func preferred(_ values: [String: Count]) -> String? {
        values.min {
            (-$0.value.documents.count, -$0.key.count, -$0.value.confidence, $0.key) < (
                -$1.value.documents.count, -$1.key.count, -$1.value.confidence, $1.key
            )
        }?.key
    }

    func add(to graph: inout ResolvedGraph) {
        for (key, count) in edges { edge(key, count, &graph) }
        // What is shared with a second owner on the same words is one node.
        var nodes: Set<Int64> = []
        let inOrder = amounts.sorted { ($0.value.claims[0], $0.key.amount) < ($1.value.claims[0], $1.key.amount) }
        for (key, value) in inOrder {
            if nodes.insert(value.node.id).inserted {
                graph.amounts.append(value.node)
                graph.hasAmount.append(counted("HAS_AMOUNT", subject, value.node.id, value.count))
            }
            if let owner = key.owner {
                let share = counted("SHARE_OF", value.node.id, owner, value.count)
                if nodes.insert(share.id).inserted { graph.shareOf.append(share) }
            }
            for claim in value.claims { graph.valueObjects.append(.init(claimID: claim, entityID: value.node.id)) }
        }
        for value in dates.values {
            if nodes.insert(value.node.id).inserted {
                graph.dates.append(value.node)
                graph.hasDate.append(counted("HAS_DATE", subject, value.node.id, value.count))
            }
            for claim in value.claims { graph.valueObjects.append(.init(claimID: claim, entityID: value.node.id)) }
        }
        for claim in unread { graph.valueObjects.append(.init(claimID: claim, entityID: nil)) }
    }

    private func edge(_ key: EdgeKey, _ count: Count, _ graph: inout ResolvedGraph) {
        let isToSubject = key.type == .partnerIn || key.type == .contactOf
        let (source, target) = isToSubject ? (key.other, subject) : (subject, key.other)
        let id = StableID.make(key.type.rawValue, String(source), String(target), key.role?.word ?? "")
        switch key.type {
        case .partnerIn, .fundedBy:
            let edge = ResolvedGraph.RoleEdge(
                id: id, source: source, target: target, role: key.role ?? .partner, claims: count.claims,
                sources: count.documents.count, confidence: count.confidence)
            if key.type == .partnerIn { graph.partnerIn.append(edge) } else { graph.fundedBy.append(edge) }
        case .contactOf: graph.contactOf.append(.init(id: id, source: source, target: target))
        case .locatedIn:
            graph.locatedIn.append(
                .init(id: id, source: source, target: target, claims: count.claims, sources: count.documents.count))
        }
    }

    private func counted(_ type: String, _ source: Int64, _ target: Int64, _ count: Count) -> ResolvedGraph.CountedEdge
    {
        .init(
            id: StableID.make(type, String(source), String(target)), source: source, target: target,
            claims: count.claims, sources: count.documents.count)
    }
}
