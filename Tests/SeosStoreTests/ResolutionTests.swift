import SeosModel
import Testing

@testable import SeosStore

@Suite struct ResolutionTests {
    let fixture: Fixture
    let store: Store

    init() throws {
        fixture = try Fixture()
        store = try fixture.open()
    }

    private func decision(_ left: Int64, _ right: Int64, maker: String, score: Double = 0.9) -> NewDecision {
        NewDecision(
            kind: .organization, verdict: .same, left: left, right: right, score: score, reason: "same name",
            maker: maker)
    }

    @Test func memoryIsGivenBackAndNothingIsLost() throws {
        for uri in ["a.txt", "b.txt"] { try store.save(Sample.document(uri)) }
        func rows() throws -> [LocalEntityRow] {
            var rows: [LocalEntityRow] = []
            try store.localEntities { rows.append($0) }
            return rows
        }
        let before = try rows()
        try store.releaseMemory()
        #expect(try rows() == before)
        for kinds: [EntityKind] in [[.region], [.project, .organization], EntityKind.allCases] {
            #expect(try store.localEntityCount(kinds) == before.count { kinds.contains($0.kind) })
        }
        #expect(try store.localEntityCount([]) == 0)
    }

    @Test func streamsComeInTheSameOrderHoweverDocumentsCame() throws {
        let uris = ["b.txt", "a/ä.txt", "a.txt", "c.txt"]
        let other = try Fixture().open()
        for uri in uris { try store.save(Sample.document(uri)) }
        for uri in uris.reversed() { try other.save(Sample.document(uri)) }
        func rows(_ store: Store) throws -> ([LocalEntityRow], [MentionRow], [ClaimRow]) {
            var rows: ([LocalEntityRow], [MentionRow], [ClaimRow]) = ([], [], [])
            try store.localEntities { rows.0.append($0) }
            try store.localMentions { rows.1.append($0) }
            try store.claims { rows.2.append($0) }
            return rows
        }
        let (one, two) = (try rows(store), try rows(other))
        #expect(one == two)
        let inOrder = uris.sorted { StableID.make("document", $0) < StableID.make("document", $1) }
        #expect(one.0.map(\.uri) == inOrder.flatMap { [$0, $0, $0] })
        #expect(one.1.map(\.uri) == ["a.txt", "a/ä.txt", "b.txt", "c.txt"].flatMap { [$0, $0, $0] })
        #expect((one.0.count, one.1.count, one.2.count) == (12, 12, 16))
        let own = one.0.filter { $0.uri == "a.txt" }
        let first = try #require(own.first)
        #expect(first.aliases == ["Projekt \"RESIST\""])
        #expect(first.firstMention == StableID.make("mention", "a.txt", "project", "0", "14"))
        #expect(first.firstSpan == SourceSpan(0, 14))
        #expect(own.last?.organizationKind == .ngo)
    }

    @Test func aGraphReplacesTheOneBefore() throws {
        try store.save(Sample.document("a.txt"))
        try store.save(Sample.document("b.txt", lead: "Pärnu linn"))
        #expect(try !store.isResolved())
        try store.resolveByName()
        #expect(try store.isResolved())
        let status = try store.status()
        #expect(status.entities.map { "\($0.name) \($0.count)" }.prefix(2) == ["Project 1", "Organization 3"])
        #expect(try store.integrityCheck().isEmpty)
        #expect(try store.integer("SELECT count(*) FROM mention WHERE local IS NOT NULL AND entity_id IS NULL") == 0)
        #expect(try store.integer("SELECT count(*) FROM claim WHERE subject_id IS NULL") == 0)
        let before = try store.snapshot()

        try store.remove("b.txt")
        try store.resolveByName()
        #expect(try store.status().entities.prefix(2).map(\.count) == [1, 2])
        #expect(try store.integer("SELECT count(*) FROM name_search WHERE name = 'Pärnu linn'") == 0)
        #expect(try store.integrityCheck().isEmpty)

        try store.save(Sample.document("b.txt", lead: "Pärnu linn"))
        try store.resolveByName()
        let after = try store.snapshot()
        #expect(after.nodes == before.nodes)
        #expect(after.relationships == before.relationships)
    }

    @Test func resolvingAgainLeavesRowsThatAreRight() throws {
        for uri in ["a.txt", "b.txt"] { try store.save(Sample.document(uri)) }
        try store.resolveByName()
        let graph = ResolvedGraph()
        try store.replaceGraph(graph, time: Sample.time)
        #expect(try store.integer("SELECT count(*) FROM mention WHERE entity_id IS NOT NULL") == 0)
        #expect(try store.integer("SELECT count(*) FROM claim WHERE subject_id IS NOT NULL") == 0)
        #expect(try store.snapshot().nodes.allSatisfy { ["Document", "Claim"].contains($0.label) })
    }

    @Test func refusesAGraphOfOldDocuments() throws {
        try store.save(Sample.document("a.txt"))
        let generation = try store.generation()
        try store.save(Sample.document("b.txt"))
        #expect(throws: StoreError.changedMeanwhile(path: fixture.path)) {
            try store.replaceGraph(ResolvedGraph(), generation: generation, time: Sample.time)
        }
        #expect(try !store.isResolved())
    }

    @Test func rulesDecideAnewAndPersonsStay() throws {
        var graph = ResolvedGraph()
        graph.decisions = [decision(1, 2, maker: "name"), decision(5, 3, maker: "name"), decision(7, 8, maker: "code")]
        try store.replaceGraph(graph, time: "t1")
        let first = try store.decisions()
        #expect(first.map { [$0.id, $0.decision.left, $0.decision.right] } == [[1, 1, 2], [2, 3, 5], [3, 7, 8]])
        let person = try store.addDecision(decision(9, 10, maker: NewDecision.person), time: "t2")
        #expect(try !store.isResolved())
        #expect(try store.undoDecision(2))
        #expect(try !store.undoDecision(2))
        #expect(throws: StoreError.unknownID(99)) { try store.undoDecision(99) }

        graph.decisions = [decision(2, 1, maker: "name"), decision(3, 5, maker: "name", score: 0.5)]
        try store.replaceGraph(graph, time: "t3")
        let second = try store.decisions()
        #expect(second.map(\.id) == [1, 2, person])
        // Kept as it was, number and time; the undone one stays undone with its old score.
        #expect(second[0] == first[0])
        #expect(second[1].isUndone)
        #expect(second[1].decision.score == 0.9)
        #expect(second[2].time == "t2")
    }

    @Test func joinsBetweenSomeMentionsAreReadWithoutTheOthers() throws {
        var graph = ResolvedGraph()
        graph.decisions = [
            decision(7, 8, maker: "code"), decision(2, 1, maker: "name"), decision(2, 3, maker: "name"),
            NewDecision(kind: .project, verdict: .same, left: 1, right: 3, score: 1, reason: "", maker: "name"),
            NewDecision(kind: .organization, verdict: .unsure, left: 1, right: 3, score: 1, reason: "", maker: "ask"),
        ]
        try store.replaceGraph(graph, time: "t1")
        func pairs(_ mentions: Set<Int64>) throws -> [[Int64]] {
            try store.joins(of: [.organization], between: mentions).map { [$0.decision.left, $0.decision.right] }
        }
        #expect(try pairs([1, 2, 3, 7]) == [[1, 2], [2, 3]])
        #expect(try pairs([1, 3, 8]) == [])
        #expect(try store.joins(of: [.organization, .project], between: [1, 3]).map(\.decision.kind) == [.project])
        let undone = try #require(try store.joins(of: [.organization], between: [1, 2]).first)
        try store.undoDecision(undone.id)
        #expect(try pairs([1, 2, 3]) == [[2, 3]])
    }

    @Test func membersOfOneEntityAreThoseOfAllWithItsNumber() throws {
        for uri in ["a.txt", "b.txt"] { try store.save(Sample.document(uri)) }
        try store.resolveByName()
        var all: [Int64: [LocalEntityRow]] = [:]
        try store.localEntities { row in if let id = row.entityID { all[id, default: []].append(row) } }
        #expect(all.values.contains { $0.count > 1 })
        for (id, rows) in all { #expect(try store.members(of: id) == rows) }
        #expect(try store.members(of: 1).isEmpty)
    }
}
