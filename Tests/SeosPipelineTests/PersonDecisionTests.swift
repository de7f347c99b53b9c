import Foundation
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

    /// A line more at the top of a page, or a page read by other rules: the words have moved, what was decided holds.
    @Test func decisionsFollowTheWordsOfAPage() throws {
        let workspace = try Workspace(Pages.tide.merging(["fr.html": Pages.otherTide]) { $1 })
        try workspace.ingest()
        let body = try #require(try workspace.firstMention("Werft Sandnes", in: "et.html"))
        for other in ["de.html", "en.html"] {
            let mention = try #require(try workspace.firstMention("Werft Sandnes GmbH", in: other))
            _ = try decide(workspace, .different, .organization, body, mention)
        }
        let project = try #require(try workspace.firstMention("TideLink", in: "fr.html"))
        let twin = try #require(try workspace.firstMention("TideLink", in: "en.html"))
        _ = try decide(workspace, .same, .project, project, twin)
        for page in ["et.html", "fr.html"] {
            let text = try String(contentsOfFile: workspace.path(page), encoding: .utf8)
            try workspace.write(page, text.replacingOccurrences(of: "<body>", with: "<body><p>27.</p>"))
        }
        try workspace.ingest()
        #expect(try workspace.firstMention("Werft Sandnes", in: "et.html") != body)
        #expect(try workspace.firstMention("TideLink", in: "fr.html") != project)
        #expect(try workspace.clusters(.project, mentioning: "TideLink").count == 1)
        #expect(
            try workspace.clusters(.organization, mentioning: "Werft Sandnes").map { $0.mentions.map(\.uri) } == [
                ["et.html"]
            ])
        #expect(try workspace.store.decisions().filter { $0.decision.maker == NewDecision.person }.count == 3)
        // A page that no longer names the body keeps the word for when it does again.
        let text = try String(contentsOfFile: workspace.path("et.html"), encoding: .utf8)
        try workspace.write("et.html", Pages.short(3))
        try workspace.ingest()
        try workspace.write("et.html", text)
        try workspace.ingest()
        #expect(
            try workspace.clusters(.organization, mentioning: "Werft Sandnes").map { $0.mentions.map(\.uri) } == [
                ["et.html"]
            ])
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
