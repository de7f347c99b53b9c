import SeosExtract
import SeosModel
import SeosPipeline
import SeosStore
import Testing

/// Merging, splitting and taking back, through the commands' own type.
@Suite struct DecisionBookTests {
    private func book(_ workspace: Workspace) -> DecisionBook {
        DecisionBook(store: workspace.store, resources: .embedded, time: Workspace.time)
    }

    private func entity(_ workspace: Workspace, _ words: String, _ kind: EntityKind, in uri: String) throws -> Int64 {
        let clusters = try workspace.clusters(kind, mentioning: words)
        return try #require(clusters.first { $0.mentions.contains { $0.uri == uri } }).entityID
    }

    /// Two projects of one acronym that a person made one, with the graph before and the decision's number.
    private func mergedTides() throws -> (workspace: Workspace, before: String, number: Int64) {
        let workspace = try Workspace(Pages.tide.merging(["fr.html": Pages.otherTide]) { $1 })
        try workspace.ingest()
        let before = try workspace.export()
        let number = try book(workspace).merge(
            try entity(workspace, "TideLink", .project, in: "en.html"),
            try entity(workspace, "TideLink", .project, in: "fr.html"))
        return (workspace, before, number)
    }

    @Test func mergeAndUndoGiveTheFirstGraphBack() throws {
        let (workspace, before, number) = try mergedTides()
        #expect(try workspace.clusters(.project, mentioning: "TideLink").count == 1)
        #expect(try book(workspace).undo(number))
        #expect(try !book(workspace).undo(number))
        #expect(try workspace.export() == before)
    }

    @Test func splitTakesADocumentsMentionsOut() throws {
        let workspace = try Workspace(Pages.tide)
        try workspace.ingest()
        let before = try workspace.export()
        let id = try entity(workspace, "Werft Sandnes", .organization, in: "et.html")
        let mention = try #require(try workspace.store.mentions(of: id).first { $0.uri == "et.html" })
        let numbers = try book(workspace).split(id, mentions: [mention.id])
        #expect(numbers.count == 2)
        #expect(
            try workspace.clusters(.organization, mentioning: "Werft Sandnes").allSatisfy {
                Set($0.mentions.map(\.uri)) == ["et.html"]
            })
        // One of the two taken back is not enough, and the order does not matter.
        for number in numbers.reversed() { try book(workspace).undo(number) }
        #expect(try workspace.export() == before)
    }

    @Test func severalAreTakenBackTogetherOrNotAtAll() throws {
        let (workspace, before, number) = try mergedTides()
        let merged = try workspace.export()
        #expect(throws: StoreError.unknownID(99_999)) { try book(workspace).undo([number, 99_999]) }
        #expect(try workspace.export() == merged)
        #expect(try book(workspace).undo([number, number]) == [true, false])
        #expect(try book(workspace).undo([]).isEmpty)
        #expect(try workspace.export() == before)
    }

    /// The acronym in Latin letters on one page, with a Cyrillic letter on two: one question, and one answer ends it.
    @Test func aQuestionIsAskedOnceForTwoEntities() throws {
        let lines = ["Lead partner: Heron Watch Society, Latvia", "Partner: Bittern Bay Trust, Ireland"]
        let workspace = try Workspace([
            "a.html": Pages.page("en", "RESIST", ["Project acronym: RESIST"] + lines),
            "b.html": Pages.page("en", "RE\u{405}IST", ["Project acronym: RE\u{405}IST"] + lines),
            "c.html": Pages.page("en", "RE\u{405}IST", ["Project acronym: RE\u{405}IST"] + lines),
        ])
        try workspace.ingest()
        let open = try workspace.store.decisions().filter {
            $0.decision.verdict == .unsure && $0.decision.kind == .project
        }
        #expect(open.count == 2)
        let questions = try book(workspace).openQuestions().filter { $0.left.kind == .project }
        #expect(questions.count == 1)
        _ = try book(workspace).decide(try #require(questions.first), .different)
        #expect(try book(workspace).openQuestions().allSatisfy { $0.left.kind != .project })
    }

    @Test func whatCannotBeIsRefused() throws {
        let workspace = try Workspace(Pages.tide)
        try workspace.ingest()
        let project = try entity(workspace, "TideLink", .project, in: "en.html")
        let body = try entity(workspace, "Werft Sandnes", .organization, in: "et.html")
        #expect(throws: DecisionError.sameEntity(project)) { try book(workspace).merge(project, project) }
        #expect(throws: DecisionError.differentKinds(.project, .organization)) {
            try book(workspace).merge(project, body)
        }
        #expect(throws: DecisionError.unknownEntity(7)) { try book(workspace).merge(project, 7) }
        #expect(throws: DecisionError.unknownMention(7, entity: body)) {
            try book(workspace).split(body, mentions: [7])
        }
        #expect(try workspace.store.decisions().allSatisfy { $0.decision.maker != NewDecision.person })
    }

    @Test func decisionsSurviveADatabaseBuiltAnew() throws {
        let pages = Pages.tide.merging(["fr.html": Pages.otherTide]) { $1 }
        let first = try Workspace(pages)
        try first.ingest()
        try book(first).merge(
            try entity(first, "TideLink", .project, in: "en.html"),
            try entity(first, "TideLink", .project, in: "fr.html"))
        let file = try DecisionFile.write(first.store)
        let second = try Workspace(pages)
        try second.ingest()
        let result = try DecisionFile.read(file, into: second.store)
        #expect(result.added == 1)
        #expect(result.unknown == 0)
        try second.ingest()
        #expect(try second.clusters(.project, mentioning: "TideLink").count == 1)
        #expect(try DecisionFile.write(second.store) == file)
        let empty = try Workspace(["a.html": Pages.short(1)])
        try empty.ingest()
        #expect(try DecisionFile.read(file, into: empty.store).unknown == 1)
    }

    @Test func aFileThatContradictsItselfIsRefusedWhole() throws {
        let workspace = try Workspace(Pages.tide)
        try workspace.ingest()
        let head = "kind,verdict,left_uri,left_name,left_start,right_uri,right_name,right_start,time\n"
        let row = ",a.html,\"A, B\",1,b.html,C,2,2026-01-01T00:00:00Z\n"
        let back = ",b.html,C,2,a.html,\"A, B\",1,2026-01-01T00:00:00Z\n"
        #expect(throws: DecisionError.file(line: 3, reason: "contradicts line 2")) {
            try DecisionFile.read(head + "project,same" + row + "project,different" + back, into: workspace.store)
        }
        #expect(throws: DecisionError.file(line: 2, reason: "9 columns are wanted, 2 found")) {
            try DecisionFile.read(head + "project,same\n", into: workspace.store)
        }
        #expect(throws: DecisionError.file(line: 2, reason: "a verdict is 'same' or 'different'")) {
            try DecisionFile.read(head + "project,perhaps" + row, into: workspace.store)
        }
        // Two rows join what a third parts, in whatever order they stand.
        let time = "2026-01-01T00:00:00Z\n"
        let joined = "project,same,a.html,A,1,b.html,B,1,\(time)project,same,b.html,B,1,c.html,C,1,\(time)"
        let parted = "project,different,c.html,C,1,a.html,A,1,\(time)"
        let reason = "contradicts what other lines say together"
        #expect(throws: DecisionError.file(line: 4, reason: reason)) {
            try DecisionFile.read(head + joined + parted, into: workspace.store)
        }
        #expect(throws: DecisionError.file(line: 2, reason: reason)) {
            try DecisionFile.read(head + parted + joined, into: workspace.store)
        }
        #expect(try DecisionFile.read(head + joined, into: workspace.store).unknown == 2)
        #expect(try DecisionFile.read("", into: workspace.store).added == 0)
    }
}
