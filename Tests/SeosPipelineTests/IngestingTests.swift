import SeosModel
import SeosPipeline
import SeosStore
import Testing

@Suite struct IngestingTests {
    @Test func theSameInputsAgainWriteNothing() throws {
        let workspace = try Workspace(Pages.tide)
        let first = try workspace.ingest()
        #expect(first.added == 3)
        #expect(first.rowsWritten > 0)
        let export = try workspace.export()
        let second = try workspace.ingest()
        #expect(second.unchanged == 3)
        #expect(second.rowsWritten == 0)
        #expect(second.added + second.updated + second.failed + second.removed == 0)
        #expect(try workspace.export() == export)
        #expect(try workspace.store.integrityCheck().isEmpty)
    }

    @Test func aChangedPageRetiresWhatItSaidAndKeepsIt() throws {
        let workspace = try Workspace(["a.html": Pages.budget("100,000 EUR")])
        try workspace.ingest()
        let old = try #require(try workspace.claims().first { $0.property == .amount })
        #expect(old.quote == "100,000 EUR")
        try workspace.write("a.html", Pages.budget("200,000 EUR"))
        let summary = try workspace.ingest()
        #expect(summary.updated == 1)
        #expect(summary.added == 0)
        #expect(try workspace.claims().filter { $0.property == .amount }.map(\.quote) == ["200,000 EUR"])
        // The earlier claim still has its words and the text they stood in.
        let kept = try #require(try workspace.store.claim(old.id))
        #expect(kept.claim.isRetired)
        #expect(kept.text[kept.claim.span] == "100,000 EUR")
        let status = try workspace.store.status()
        #expect(status.earlierVersions == 1)
        #expect(status.retiredClaims > 0)
        #expect(status.documents == 1)
        #expect(try workspace.store.integrityCheck().isEmpty)
    }

    @Test func aPageThatTurnsBackSaysWhatItSaidBefore() throws {
        let workspace = try Workspace(["a.html": Pages.budget("100,000 EUR")])
        try workspace.ingest()
        let export = try workspace.export()
        try workspace.write("a.html", Pages.budget("200,000 EUR"))
        try workspace.ingest()
        #expect(try workspace.export() != export)
        try workspace.write("a.html", Pages.budget("100,000 EUR"))
        try workspace.ingest()
        #expect(try workspace.claims().filter { $0.property == .amount }.map(\.quote) == ["100,000 EUR"])
        #expect(try workspace.store.integrityCheck().isEmpty)
    }

    @Test func aMissingPageStaysUnlessPruned() throws {
        let workspace = try Workspace(Pages.tide)
        try workspace.ingest()
        try workspace.remove("de.html")
        #expect(try workspace.ingest().removed == 0)
        #expect(try workspace.store.documents().count == 3)
        let summary = try workspace.ingest { $0.prune = true }
        #expect(summary.removed == 1)
        #expect(try workspace.store.documents().map(\.uri) == ["en.html", "et.html"])
        #expect(try workspace.claims().allSatisfy { $0.uri != "de.html" })
        #expect(try workspace.allClusters().flatMap(\.mentions).allSatisfy { $0.uri != "de.html" })
        #expect(try workspace.store.integrityCheck().isEmpty)
    }

    @Test func aDryRunChangesNothing() throws {
        let workspace = try Workspace(["a.html": Pages.budget("100,000 EUR"), "gone.html": Pages.short(1)])
        try workspace.ingest()
        let export = try workspace.export()
        let generation = try workspace.store.generation()
        try workspace.write("a.html", Pages.budget("200,000 EUR"))
        try workspace.write("new.html", Pages.short(2))
        try workspace.writeBinary("picture.html")
        try workspace.remove("gone.html")
        let summary = try workspace.ingest {
            $0.dryRun = true
            $0.prune = true
        }
        #expect(summary.added == 1)
        #expect(summary.updated == 1)
        #expect(summary.failed == 1)
        #expect(summary.removed == 1)
        #expect(summary.rowsWritten == 0)
        #expect(try workspace.export() == export)
        #expect(try workspace.store.generation() == generation)
        #expect(try workspace.store.problems().isEmpty)
    }

    @Test func aStoppedRunKeepsWhatItReadAndTheNextGoesOn() throws {
        let pages = Dictionary(uniqueKeysWithValues: (0..<70).map { ("p\($0).html", Pages.short($0)) })
        let workspace = try Workspace(pages)
        let ingestor = workspace.ingestor
        // The first batch ends, then the run is stopped.
        var options = Ingestor.Options(jobs: 2)
        options.batchSize = 32
        let first = try ingestor.ingest([workspace.pages], options: options, time: Workspace.time) { _, _ in
            ingestor.stop()
        }
        #expect(first.wasStopped)
        #expect(first.added > 0)
        #expect(first.skipped > 0)
        #expect(first.added + first.skipped == first.found)
        #expect(try workspace.store.documents().count == first.added)
        #expect(try workspace.store.integrityCheck().isEmpty)
        workspace.restart()
        let second = try workspace.ingest(jobs: 2)
        #expect(!second.wasStopped)
        #expect(second.unchanged == first.added)
        #expect(second.added == first.skipped)
        // The interruption leaves no trace in the graph.
        let whole = try Workspace(pages)
        try whole.ingest(jobs: 2)
        #expect(try workspace.export() == whole.export())
    }

    @Test func aRunStoppedBeforeItsFirstPageAddsAndRemovesNothing() throws {
        let workspace = try Workspace(["a.html": Pages.short(1), "b.html": Pages.short(2)])
        try workspace.ingest()
        try workspace.remove("b.html")
        workspace.ingestor.stop()
        let summary = try workspace.ingest { $0.prune = true }
        #expect(summary.wasStopped)
        #expect(summary.skipped == 1)
        #expect(summary.removed == 0)
        #expect(try workspace.store.documents().count == 2)
    }
}
