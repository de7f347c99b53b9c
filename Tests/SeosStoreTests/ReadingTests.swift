import GRDB
import SeosModel
import Testing

@testable import SeosStore

@Suite struct ReadingTests {
    let fixture: Fixture
    let store: Store

    init() throws {
        fixture = try Fixture()
        store = try fixture.open()
    }

    private func id(_ name: String) throws -> Int64 { try #require(try store.search(name: name).first).id }

    @Test func findsNamesHoweverTheyAreWritten() throws {
        try store.save(Sample.document("a.txt"))
        try store.save(Sample.document("b.txt", lead: "Võru"))
        try store.save(Sample.document("c.txt", lead: "Eesti Võru selts"))
        try store.save(Sample.document("d.txt", lead: "Suurvõru"))
        try store.resolveByName()
        let hits = try store.search(name: "VÕRU")
        #expect(hits.map(\.name) == ["Võru", "Võru linn", "Eesti Võru selts", "Suurvõru"])
        #expect(hits.map(\.match) == [.exact, .prefix, .word, .part])
        #expect(hits.allSatisfy { $0.kind == .organization && $0.mentions == 1 })
        #expect(try store.search(name: "võ").map(\.name) == ["Võru", "Võru linn"])
        #expect(try store.search(name: "võru", limit: 1).count == 1)
        #expect(try store.search(name: "upė \"x").map(\.name) == ["RESIST"])
    }

    @Test(arguments: ["", "\"a\" OR NEAR(", "***", "^", "'); DROP TABLE mention;--", "%%%", "___", "\u{0}abc", "-- -"])
    func aSearchIsNeverASyntaxError(_ words: String) throws {
        try store.save(Sample.document("a.txt"))
        try store.resolveByName()
        #expect(try store.search(name: words).isEmpty)
    }

    @Test func tellsAllThatIsSaidOfAnEntity() throws {
        try store.save(Sample.document("a.txt"))
        try store.save(Sample.document("b.txt"))
        try store.resolveByName()
        let project = try id("resist")
        let node = try #require(try store.entity(project))
        #expect(node.label == "Project")
        #expect(node["name"] == .string("RESIST"))
        #expect(node["names"] == .list([.string("RESIST")]))
        #expect(try store.entity(1) == nil)
        let claims = try store.claims(of: project)
        #expect(claims.map(\.uri) == Array(repeating: "a.txt", count: 4) + Array(repeating: "b.txt", count: 4))
        #expect(claims.prefix(4).map(\.property) == [.partner, .partner, .amount, .period])
        #expect(claims[2].value == "46388 EUR")
        #expect(claims[3].value == "2023-06/2027-01")
        let lead = try store.claims(of: try id("võru linn"))
        #expect(lead.map(\.quote) == ["Võru linn", "Võru linn"])
        #expect(lead.allSatisfy { $0.role == .lead })
        let mentions = try store.mentions(of: project)
        #expect(mentions.map(\.codePoints) == [0..<14, 0..<14])
        #expect(try store.claim(1) == nil)
        let detail = try #require(try store.claim(claims[0].id))
        #expect(detail.evidence.map(\.quote) == ["Projekt RESIST"])
        #expect(detail.document.uri == "a.txt")
    }

    @Test func amountsAreExact() throws {
        var graph = ResolvedGraph()
        for (id, scale) in [(Int64(1), 1), (2, 0)] {
            let amount = try #require(ExactDecimal(coefficient: 463_884, scale: scale))
            graph.amounts.append(
                ResolvedGraph.Amount(
                    id: id, money: Money(amount: amount, currency: "EUR"), kind: .partnerEU, asWritten: "x"))
        }
        try store.replaceGraph(graph, time: Sample.time)
        #expect(try store.entity(1)?["value"] == ExactDecimal(coefficient: 463_884, scale: 1).map { .decimal($0) })
        #expect(try store.entity(2)?["value"] == .integer(463_884))
        #expect(try store.entity(2)?["kind"] == .string("partner_eu"))
        #expect(try store.integer("SELECT count(*) FROM amount WHERE typeof(value) = 'integer'") == 1)
    }

    @Test func conflictsAreWhatCannotBothBeTrue() throws {
        try store.save(Sample.document("a.txt", amount: 1000, period: "2023-06/2027-01"))
        try store.save(Sample.document("b.txt", amount: 2000, period: "2023/2027-02"))
        try store.save(Sample.document("c.txt", amount: 2000, period: "2023-06-21/2027"))
        try store.resolveByName()
        let conflicts = try store.conflicts()
        #expect(conflicts.map(\.property) == [.amount, .end])
        #expect(conflicts[0].amountKind == .total)
        #expect(conflicts[0].projectName == "RESIST")
        #expect(conflicts[0].values.map(\.text) == ["2000 EUR", "1000 EUR"])
        #expect(conflicts[0].values.map(\.sources) == [2, 1])
        #expect(conflicts[1].values.map(\.text) == ["2027", "2027-01", "2027-02"])
    }

    @Test func correctedAndRetiredClaimsAreNoConflict() throws {
        try store.save(Sample.document("a.txt", amount: 1000))
        try store.save(Sample.document("a.txt", amount: 2000))
        var item = Sample.document("b.txt", amount: 3000)
        item.extraction.claims[2].isSuperseded = true
        try store.save(item)
        var other = Sample.document("c.txt", amount: 500)
        other.extraction.claims[2].amountKind = .other
        try store.save(other)
        try store.resolveByName()
        #expect(try store.conflicts().isEmpty)
    }

    @Test func leadsThatDifferAreAConflict() throws {
        try store.save(Sample.document("a.txt"))
        try store.save(Sample.document("b.txt", lead: "Pärnu linn"))
        try store.resolveByName()
        let conflict = try #require(try store.conflicts().first)
        #expect(conflict.property == .partner)
        #expect(conflict.values.map(\.text) == ["Pärnu linn", "Võru linn"])
    }

    @Test func clustersHoldEveryMention() throws {
        try store.save(Sample.document("b.txt"))
        try store.save(Sample.document("a.txt"))
        try store.resolveByName()
        var clusters: [Cluster] = []
        try store.clusters { clusters.append($0) }
        #expect(clusters.map(\.kind) == [.project, .organization, .organization])
        #expect(clusters[0].name == "RESIST")
        #expect(clusters[0].mentions.map(\.uri) == ["a.txt", "b.txt"])
        #expect(clusters[0].mentions[0].quote == "Projekt RESIST")
        #expect((clusters[0].mentions[0].start, clusters[0].mentions[0].end) == (0, 14))
    }

    @Test func theSnapshotIsTheModelInAFixedOrder() throws {
        try store.save(Sample.document("b.txt"))
        try store.save(Sample.document("a.txt"))
        try store.resolveByName()
        let graph = try store.snapshot()
        #expect(Set(graph.nodes.map(\.label)) == ["Amount", "Claim", "Document", "Organization", "Project"])
        #expect(
            Set(graph.relationships.map(\.type))
                == ["ABOUT", "HAS_AMOUNT", "MENTIONED_IN", "PARTNER_IN", "STATED_IN"])
        let nodes = graph.nodes.map { ($0.label, $0.id) }
        #expect(zip(nodes, nodes.dropFirst()).allSatisfy { $0 < $1 })
        let keys = graph.relationships.map { ($0.type, $0.source, $0.target, $0.id) }
        #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 })
        #expect(Set(graph.relationships.map(\.id)).count == graph.relationships.count)
        let document = try #require(graph.nodes.first { $0.label == "Document" })
        #expect(document.properties.map(\.name) == ["uri", "title", "language", "media_type"])
        let mention = try #require(graph.relationships.first { $0.type == "MENTIONED_IN" })
        #expect(mention.properties.map(\.name) == ["quote", "start", "end", "language"])
        let lead = graph.relationships.filter { $0.type == "PARTNER_IN" }.flatMap(\.properties)
        #expect(lead.contains(GraphSnapshot.Property("role", .string("lead"))))
        let small = try store.snapshot([])
        #expect(Set(small.relationships.map(\.type)) == ["HAS_AMOUNT", "PARTNER_IN"])
    }

    @Test func orphansAreFound() throws {
        try store.save(Sample.document("a.txt"))
        try store.resolveByName()
        try store.write { try $0.execute(sql: "DELETE FROM organization WHERE name = 'Võru linn'") }
        let codes = try store.integrityCheck().map(\.code)
        #expect(Set(codes) == ["check.entity", "check.edge"])
    }
}
