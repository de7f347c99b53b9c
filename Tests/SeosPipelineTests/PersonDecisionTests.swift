import SeosModel
import SeosPipeline
import SeosStore
import Testing

/// What a person decides is never overruled.
@Suite struct PersonDecisionTests {
    private func decide(
        _ workspace: Workspace, _ verdict: NewDecision.Verdict, _ kind: EntityKind, _ left: Int64, _ right: Int64
    ) throws -> Int64 {
        try workspace.store.addDecision(
            NewDecision(
                kind: kind, verdict: verdict, left: left, right: right, score: 1, reason: "seen",
                maker: NewDecision.person), time: Workspace.time)
    }

    @Test func differentKeepsTwoApart() throws {
        let workspace = try Workspace(Pages.tide)
        try workspace.ingest()
        let left = try #require(try workspace.firstMention("Werft Sandnes", in: "et.html"))
        let others = try ["de.html", "en.html"].map {
            try #require(try workspace.firstMention("Werft Sandnes GmbH", in: $0))
        }
        for other in others { _ = try decide(workspace, .different, .organization, left, other) }
        try workspace.ingest()
        #expect(try workspace.clusters(.organization, mentioning: "Werft Sandnes GmbH").count == 1)
        #expect(
            try workspace.clusters(.organization, mentioning: "Werft Sandnes").map { $0.mentions.map(\.uri) } == [
                ["et.html"]
            ])
        // New evidence for the rule's join changes nothing.
        try workspace.write("more.html", Pages.tide["en.html"] ?? "")
        try workspace.ingest()
        let apart = try workspace.clusters(.organization, mentioning: "Werft Sandnes")
        #expect(apart.allSatisfy { !$0.mentions.contains { $0.uri == "de.html" } })
        #expect(try workspace.store.decisions().filter { $0.decision.maker == NewDecision.person }.count == 2)
    }

    @Test func sameJoinsWhatNoRuleJoins() throws {
        let workspace = try Workspace(Pages.tide.merging(["fr.html": Pages.otherTide]) { $1 })
        try workspace.ingest()
        let left = try #require(try workspace.firstMention("TideLink", in: "en.html"))
        let right = try #require(try workspace.firstMention("TideLink", in: "fr.html"))
        let number = try decide(workspace, .same, .project, left, right)
        try workspace.ingest()
        #expect(try workspace.clusters(.project, mentioning: "TideLink").count == 1)
        try workspace.write("more.html", Pages.short(1))
        try workspace.ingest()
        #expect(try workspace.clusters(.project, mentioning: "TideLink").count == 1)
        // Taken back, the two are two again.
        try workspace.store.undoDecision(number)
        try workspace.ingest()
        #expect(try workspace.clusters(.project, mentioning: "TideLink").count == 2)
    }

    @Test func anUndoneJoinOfARuleStaysUndone() throws {
        let workspace = try Workspace([
            "a.html": Pages.page(
                "en", "NestOne", ["Project acronym: NestOne", "Lead partner: Heron Watch Society, Latvia"]),
            "b.html": Pages.page(
                "en", "NestTwo", ["Project acronym: NestTwo", "Lead partner: Heron Watch Society, Latvia"]),
        ])
        try workspace.ingest()
        #expect(try workspace.clusters(.organization, mentioning: "Heron Watch Society").count == 1)
        let mentions = try [
            #require(try workspace.firstMention("Heron Watch Society", in: "a.html")),
            #require(try workspace.firstMention("Heron Watch Society", in: "b.html")),
        ].sorted()
        let join = try #require(
            try workspace.store.decisions().first { [$0.decision.left, $0.decision.right] == mentions })
        try workspace.store.undoDecision(join.id)
        try workspace.ingest()
        try workspace.ingest()
        #expect(try workspace.clusters(.organization, mentioning: "Heron Watch Society").count == 2)
    }
}
