internal import Foundation
internal import SeosLanguages
internal import SeosModel
internal import SeosResolve
internal import SeosStore
internal import SeosText

/// Turns local entities and claims into the graph: resolves them, then counts, prefers and links.
///
/// Claims are streamed, once for resolution and once for the relations, since there are many and each is needed for a
/// moment only.
struct GraphBuilder {
    typealias ClaimStream = ((ClaimRow) throws -> Void) throws -> Void

    private let languages: Languages
    /// In the order of ids: document, then place in it.
    private let locals: [LocalEntity]
    private let resolution: Resolver.Result
    private let position: [Position: Int]
    private var graph = ResolvedGraph()
    /// Entity id by cluster root.
    private var ids: [Int: Int64] = [:]
    private var members: [Int: [Int]] = [:]

    private struct Position: Hashable {
        var document: Int64
        var local: Int
    }

    init(languages: Languages, store: Store) throws {
        self.languages = languages
        var locals: [LocalEntity] = []
        var pool = StringPool()
        try store.localEntities { locals.append(Self.entity($0, &pool)) }
        var position: [Position: Int] = [:]
        position.reserveCapacity(locals.count)
        for (k, l) in locals.enumerated() { position[Position(document: l.documentID, local: l.local)] = k }
        var partners: [Int: [Int]] = [:]
        for (k, evidence) in try Self.evidence(locals, store.claims, position, &partners) {
            locals[k].evidence = evidence
        }
        for (k, numbers) in partners { locals[k].partners = numbers }
        let decisions = try store.bindingDecisions()
        let persons = decisions.filter {
            $0.decision.maker == NewDecision.person && $0.decision.verdict != .unsure
        }
        let undone = decisions.filter { $0.decision.maker != NewDecision.person }
        let resolver = Resolver(
            legalForms: languages.legalForms, names: NameResources.of(languages.files), jobs: Parallel.processors)
        resolution = resolver.resolve(
            locals,
            judgements: persons.map {
                Judgement(left: $0.decision.left, right: $0.decision.right, isSame: $0.decision.verdict == .same)
            },
            undone: Set(undone.map { UndoneJoin($0.decision.left, $0.decision.right, $0.decision.maker) }))
        self.locals = locals
        self.position = position
    }

    private func local(_ k: Int) -> LocalEntity { locals[k] }

    private static func entity(_ l: LocalEntityRow, _ pool: inout StringPool) -> LocalEntity {
        LocalEntity(
            kind: l.kind, documentID: l.documentID, local: l.local, uri: l.uri, span: l.firstSpan,
            firstMention: l.firstMention, language: l.language,
            name: pool.one(l.name), fullName: l.fullName.map { pool.one($0) }, acronym: l.acronym,
            aliases: l.aliases.map { pool.one($0) }, country: l.country,
            code: l.code, email: l.email, phone: l.phone, organizationKind: l.organizationKind)
    }

    /// What each project's document says of it besides names.
    private static func evidence(
        _ locals: [LocalEntity], _ claims: ClaimStream, _ position: [Position: Int], _ partners: inout [Int: [Int]]
    ) throws -> [Int: Set<String>] {
        var result: [Int: Set<String>] = [:]
        var keys: [String: String] = [:]
        func key(_ name: String) -> String {
            if let known = keys[name] { return known }
            let made = "partner \(Folding.key(name))"
            keys[name] = made
            return made
        }
        try claims { claim in
            guard !claim.isRetired, let subject = position[Position(document: claim.documentID, local: claim.subject)]
            else { return }
            let object = claim.object.flatMap { position[Position(document: claim.documentID, local: $0)] }.map {
                locals[$0]
            }
            switch claim.property {
            case .programme:
                if let object, let code = object.code, code != "interreg" {
                    result[subject, default: []].insert("programme \(code)")
                }
            case .partner:
                if let number = claim.object, claim.role != .supplier, partners[subject]?.contains(number) != true {
                    partners[subject, default: []].append(number)
                }
                if let object, object.name.contains(" ") {
                    result[subject, default: []].insert(key(object.name))
                }
            case .period, .start, .end:
                guard let date = claim.value.flatMap(ValueText.date) else { return }
                if claim.property != .end, let start = date.start {
                    let word = start.month == nil ? "from" : "start"
                    result[subject, default: []].insert("\(word) \(start.iso.prefix(7))")
                }
                if let end = claim.property == .end ? date.start : date.end {
                    let word = end.month == nil ? "until" : "end"
                    result[subject, default: []].insert("\(word) \(end.iso.prefix(7))")
                }
            case .amount:
                guard let kind = claim.amountKind, kind == .total || kind == .eu, claim.owner == nil,
                    !claim.isSuperseded, let value = claim.value
                else { return }
                result[subject, default: []].insert("amount \(kind.word) \(value)")
            case .url:
                if let value = claim.value { result[subject, default: []].insert("address \(value)") }
            default: return
            }
        }
        return result
    }

    // MARK: Building

    mutating func build(claims: ClaimStream) throws -> ResolvedGraph {
        for k in locals.indices { members[resolution.cluster[k], default: []].append(k) }
        let roots = members.keys.sorted()
        for root in roots {
            let l = local(root)
            ids[root] = StableID.make(l.kind.word, l.uri, String(l.span.start), String(l.span.end))
        }
        for k in locals.indices {
            guard let id = ids[resolution.cluster[k]] else { continue }
            graph.assignments.append(.init(documentID: local(k).documentID, local: local(k).local, entityID: id))
        }
        let dates = try relations(claims)
        for root in roots { node(root, dates[ids[root] ?? 0] ?? Preferred()) }
        regionTree(roots)
        graph.decisions = resolution.joins.map { decision($0, .same) } + resolution.open.map { decision($0, .unsure) }
        return graph
    }

    private func decision(_ join: Join, _ verdict: NewDecision.Verdict) -> NewDecision {
        NewDecision(
            kind: local(join.left).kind, verdict: verdict, left: local(join.left).firstMention,
            right: local(join.right).firstMention, score: join.score, reason: join.reason, maker: join.rule)
    }

    /// The preferred start, end and address of a project.
    private struct Preferred {
        var start: String?
        var end: String?
        var url: String?
    }

    private func names(_ root: Int) -> [LocalizedName] {
        var seen: Set<LocalizedName> = []
        for k in members[root] ?? [] {
            let l = local(k)
            for name in [l.name, l.fullName].compactMap({ $0 }) + l.aliases {
                seen.insert(LocalizedName(name: name, language: l.language))
            }
        }
        return seen.sorted { ($0.name, $0.language) < ($1.name, $1.language) }
    }

    /// The value most members have; of equally frequent ones the first in order.
    private func commonest(_ root: Int, _ value: (LocalEntity) -> String?) -> String? {
        var counts: [String: Int] = [:]
        for k in members[root] ?? [] { if let v = value(local(k)), !v.isEmpty { counts[v, default: 0] += 1 } }
        return counts.min { (-$0.value, -$0.key.utf8.count, $0.key) < (-$1.value, -$1.key.utf8.count, $1.key) }?.key
    }

    private mutating func node(_ root: Int, _ preferred: Preferred) {
        guard let id = ids[root] else { return }
        let first = local(root)
        let name = commonest(root) { $0.name } ?? first.name
        switch first.kind {
        case .project:
            let languages = Set((members[root] ?? []).map { local($0).language }).sorted()
            graph.projects.append(
                .init(
                    id: id, name: name, fullName: commonest(root) { $0.fullName },
                    acronym: commonest(root) { $0.acronym }, startDate: preferred.start,
                    endDate: preferred.end, year: preferred.start.flatMap { Int($0.prefix(4)) }, url: preferred.url,
                    names: names(root), languages: languages))
        case .organization:
            let kind = commonest(root) { $0.organizationKind?.word }
            graph.organizations.append(
                .init(
                    id: id, name: name, kind: kind.flatMap { OrganizationKind(word: $0) },
                    country: commonest(root) { $0.country },
                    names: names(root)))
        case .region:
            let place = first.code.flatMap { languages.gazetteer.place(code: $0) }
            let english = first.code.flatMap { languages.gazetteer.name(of: $0, in: "en") }
            graph.regions.append(
                .init(
                    id: id, name: english ?? name, code: first.code, level: place?.level,
                    country: place?.country ?? first.country, names: names(root)))
        case .programme:
            let years = (commonest(root) { $0.name } ?? "").split { !$0.isNumber }.filter { $0.count == 4 }
            let span = years.count >= 2 ? (String(years[0]), String(years[1])) : nil
            graph.programmes.append(
                .init(id: id, name: name, periodStart: span?.0, periodEnd: span?.1, names: names(root)))
        case .contact:
            graph.contacts.append(
                .init(
                    id: id, name: name == first.email ? nil : name, email: commonest(root) { $0.email },
                    phone: commonest(root) { $0.phone }))
        }
    }

    // MARK: Relations

    private struct EdgeKey: Hashable {
        var type: String
        var source: Int64
        var target: Int64
        var role: Claim.Role?
    }

    private struct Count {
        var claims = 0
        var documents: Set<Int64> = []
        var confidence = 0.0

        mutating func add(_ claim: ClaimRow) {
            claims += 1
            documents.insert(claim.documentID)
            confidence = max(confidence, claim.confidence)
        }
    }

    private mutating func relations(_ stream: ClaimStream) throws -> [Int64: Preferred] {
        var edges: [EdgeKey: Count] = [:]
        var amounts:
            [String: (
                node: ResolvedGraph.Amount, order: (String, Int), owner: Int64?, project: Int64, count: Count,
                claims: [Int64]
            )] = [:]
        var dates:
            [String: (node: ResolvedGraph.Date, order: (String, Int), project: Int64, count: Count, claims: [Int64])] =
                [:]
        var starts: [Int64: [String: Count]] = [:]
        var ends: [Int64: [String: Count]] = [:]
        var urls: [Int64: [String: Count]] = [:]

        try stream { claim in
            guard !claim.isRetired, let subject = entityID(claim, claim.subject) else { return }
            let object = claim.object.flatMap { entityID(claim, $0) }
            let place = (claim.uri, claim.span.start)
            switch claim.property {
            case .partner:
                guard let object, let role = claim.role, role != .supplier else { return }
                edges[EdgeKey(type: "PARTNER_IN", source: object, target: subject, role: role), default: Count()].add(
                    claim)
            case .funder:
                guard let object else { return }
                edges[
                    EdgeKey(type: "FUNDED_BY", source: subject, target: object, role: claim.role ?? .funder),
                    default: Count()
                ].add(claim)
            case .programme:
                guard let object else { return }
                edges[EdgeKey(type: "FUNDED_BY", source: subject, target: object, role: .funder), default: Count()].add(
                    claim)
            case .region:
                guard let object else { return }
                edges[EdgeKey(type: "LOCATED_IN", source: subject, target: object, role: nil), default: Count()].add(
                    claim)
            case .contact:
                guard let object else { return }
                edges[EdgeKey(type: "CONTACT_OF", source: object, target: subject, role: nil), default: Count()].add(
                    claim)
            case .amount:
                guard let kind = claim.amountKind, let money = claim.value.flatMap(ValueText.money) else { return }
                let owner = claim.owner.flatMap { entityID(claim, $0) }
                let key = "\(subject) \(kind.word) \(money.currency) \(money.amount) \(owner ?? 0)"
                let node = ResolvedGraph.Amount(
                    id: StableID.make(
                        "amount", claim.uri, String(claim.span.start), String(claim.span.end), kind.word,
                        money.amount.description), money: money,
                    kind: kind, asWritten: claim.quote)
                var known = amounts[key] ?? (node, place, owner, subject, Count(), [])
                if place < known.order { (known.node, known.order) = (node, place) }
                known.count.add(claim)
                known.claims.append(claim.id)
                amounts[key] = known
            case .period, .start, .end, .event:
                guard let value = claim.value, let date = ValueText.date(value) else { return }
                let isEnd = claim.property == .end
                let start = isEnd ? nil : date.start
                let end = isEnd ? date.start : date.end
                let kind: ResolvedGraph.DateKind = claim.property == .event ? .event : .period
                let key = "\(subject) \(kind.rawValue) \(start?.iso ?? "")/\(end?.iso ?? "")"
                let node = ResolvedGraph.Date(
                    id: StableID.make(
                        "date", claim.uri, String(claim.span.start), String(claim.span.end), claim.property.word),
                    start: start?.iso, end: end?.iso,
                    precision: (start ?? end)?.precision, kind: kind, asWritten: claim.quote)
                var known = dates[key] ?? (node, place, subject, Count(), [])
                if place < known.order { (known.node, known.order) = (node, place) }
                known.count.add(claim)
                known.claims.append(claim.id)
                dates[key] = known
                guard claim.property != .event, !claim.isSuperseded else { return }
                if let start { starts[subject, default: [:]][start.iso, default: Count()].add(claim) }
                if let end { ends[subject, default: [:]][end.iso, default: Count()].add(claim) }
            case .url:
                if let value = claim.value { urls[subject, default: [:]][value, default: Count()].add(claim) }
            case .name, .duration: return
            }
        }
        for (key, count) in edges { edge(key, count) }
        // What two projects share on one page is one node of both.
        var nodes: Set<Int64> = []
        for a in amounts.values {
            if nodes.insert(a.node.id).inserted { graph.amounts.append(a.node) }
            graph.hasAmount.append(counted("HAS_AMOUNT", a.project, a.node.id, a.count))
            if let owner = a.owner {
                let share = counted("SHARE_OF", a.node.id, owner, a.count)
                if nodes.insert(share.id).inserted { graph.shareOf.append(share) }
            }
            for claim in a.claims { graph.valueObjects.append(.init(claimID: claim, entityID: a.node.id)) }
        }
        for d in dates.values {
            if nodes.insert(d.node.id).inserted { graph.dates.append(d.node) }
            graph.hasDate.append(counted("HAS_DATE", d.project, d.node.id, d.count))
            for claim in d.claims { graph.valueObjects.append(.init(claimID: claim, entityID: d.node.id)) }
        }
        var preferred: [Int64: Preferred] = [:]
        for (project, values) in starts { preferred[project, default: Preferred()].start = Self.preferred(values) }
        for (project, values) in ends { preferred[project, default: Preferred()].end = Self.preferred(values) }
        for (project, values) in urls { preferred[project, default: Preferred()].url = Self.preferred(values) }
        return preferred
    }

    /// Most independent documents, then most precise, then surest, then the first in order.
    private static func preferred(_ values: [String: Count]) -> String? {
        values.min {
            (-$0.value.documents.count, -$0.key.count, -$0.value.confidence, $0.key) < (
                -$1.value.documents.count, -$1.key.count, -$1.value.confidence, $1.key
            )
        }?.key
    }

    private func entityID(_ claim: ClaimRow, _ local: Int) -> Int64? {
        guard let k = position[Position(document: claim.documentID, local: local)] else { return nil }
        return ids[resolution.cluster[k]]
    }

    private mutating func edge(_ key: EdgeKey, _ count: Count) {
        let id = StableID.make(key.type, String(key.source), String(key.target), key.role?.word ?? "")
        switch key.type {
        case "PARTNER_IN", "FUNDED_BY":
            let edge = ResolvedGraph.RoleEdge(
                id: id, source: key.source, target: key.target, role: key.role ?? .partner, claims: count.claims,
                sources: count.documents.count,
                confidence: count.confidence)
            if key.type == "PARTNER_IN" { graph.partnerIn.append(edge) } else { graph.fundedBy.append(edge) }
        case "CONTACT_OF": graph.contactOf.append(.init(id: id, source: key.source, target: key.target))
        default:
            graph.locatedIn.append(
                .init(
                    id: id, source: key.source, target: key.target, claims: count.claims, sources: count.documents.count
                ))
        }
    }

    private func counted(_ type: String, _ source: Int64, _ target: Int64, _ count: Count) -> ResolvedGraph.CountedEdge
    {
        .init(
            id: StableID.make(type, String(source), String(target)), source: source, target: target,
            claims: count.claims, sources: count.documents.count)
    }

    // MARK: Regions

    /// Regions inside regions, by the gazetteer's tree, as far as both are in the graph; organizations in the country
    /// their pages give them.
    private mutating func regionTree(_ roots: [Int]) {
        var byCode: [String: Int64] = [:]
        for root in roots where local(root).kind == .region {
            if let code = local(root).code, let id = ids[root] { byCode[code] = id }
        }
        for root in roots where local(root).kind == .region {
            guard let id = ids[root], let code = local(root).code, let place = languages.gazetteer.place(code: code)
            else { continue }
            var parent = place.parent
            var steps = 0
            while !parent.isEmpty, byCode[parent] == nil, steps < 5 {
                parent = languages.gazetteer.place(code: parent)?.parent ?? ""
                steps += 1
            }
            let target = byCode[parent] ?? place.country.flatMap { $0 == code ? nil : byCode[$0] }
            if let target, target != id {
                graph.partOf.append(
                    .init(id: StableID.make("PART_OF", String(id), String(target)), source: id, target: target))
            }
        }
        for root in roots where local(root).kind == .organization {
            guard let id = ids[root], let country = commonest(root, { $0.country }), let region = byCode[country] else {
                continue
            }
            let sources = Set(
                (members[root] ?? []).filter { local($0).country == country }.map { local($0).documentID })
            graph.locatedIn.append(
                .init(
                    id: StableID.make("LOCATED_IN", String(id), String(region)), source: id, target: region,
                    claims: sources.count, sources: sources.count))
        }
    }
}
