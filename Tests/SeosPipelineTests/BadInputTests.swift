import Foundation
import SeosModel
import SeosPipeline
import SeosStore
import Testing

@Suite struct BadInputTests {
    private func addsUp(_ s: Ingestor.Summary) -> Bool {
        s.found == s.added + s.updated + s.unchanged + s.failed + s.skipped
    }

    @Test func badInputsBecomeProblemsAndTheRestIsRead() throws {
        let workspace = try Workspace(["good.html": Pages.budget("5,000 EUR")])
        try workspace.writeBinary("binary.html")
        try workspace.write("photo.jpeg", bytes: [0xFF, 0xD8])
        #expect(mkfifo(workspace.path("pipe.txt"), 0o600) == 0)
        let missing = workspace.folder + "/nowhere.html"
        let summary = try workspace.ingest([workspace.pages, missing])
        #expect(summary.added == 1)
        #expect(summary.failed == 3)
        #expect(addsUp(summary))
        #expect(summary.isMissing)
        #expect(summary.isUnreadable)
        #expect(summary.otherFormats == ["jpeg": 1])
        let problems = try workspace.store.problems().filter(\.isFailure)
        #expect(Set(problems.map(\.uri)) == ["binary.html", "pipe.txt", "nowhere.html"])
        #expect(problems.allSatisfy { $0.problem.severity == .failure && !$0.problem.message.isEmpty })
        #expect(problems.first { $0.uri == "pipe.txt" }?.problem.code == "input.not-a-file")
        #expect(problems.first { $0.uri == "nowhere.html" }?.problem.code == "input.missing")
        #expect(try workspace.claims().contains { $0.uri == "good.html" && $0.property == .amount })
    }

    @Test func anUnreadableFileIsAProblem() throws {
        let workspace = try Workspace(["good.html": Pages.short(1), "secret.html": Pages.short(2)])
        #expect(chmod(workspace.path("secret.html"), 0) == 0)
        defer { chmod(workspace.path("secret.html"), 0o600) }
        // A superuser reads every file.
        guard access(workspace.path("secret.html"), R_OK) != 0 else { return }
        let summary = try workspace.ingest()
        #expect(summary.added == 1)
        #expect(summary.failed == 1)
        #expect(summary.failures.map(\.code) == ["input.unreadable"])
    }

    @Test func theSameFailuresAgainWriteNothing() throws {
        let workspace = try Workspace(["good.html": Pages.short(1)])
        try workspace.writeBinary("picture.html")
        try workspace.ingest()
        let problems = try workspace.store.problems().count
        let again = try workspace.ingest()
        #expect(again.failed == 1)
        #expect(again.unchanged == 1)
        #expect(addsUp(again))
        #expect(try workspace.store.problems().count == problems)
    }

    @Test func anEmptyFileAndBlankLinesSayNothingAndStopNothing() throws {
        let workspace = try Workspace([
            "empty.html": "", "empty.txt": "", "blank.md": " \n\t\n", "good.html": Pages.short(1),
        ])
        let summary = try workspace.ingest()
        #expect(addsUp(summary))
        #expect(try workspace.claims().allSatisfy { $0.uri == "good.html" })
        #expect(try !workspace.claims().isEmpty)
        #expect(try workspace.store.integrityCheck().isEmpty)
    }

    @Test func retryReadsOnlyWhatFailed() throws {
        let workspace = try Workspace(["good.html": Pages.short(1)])
        try workspace.writeBinary("bad.html")
        try workspace.ingest()
        try workspace.write("bad.html", Pages.short(2))
        try workspace.write("good.html", Pages.short(3))
        try workspace.write("new.html", Pages.short(4))
        let summary = try workspace.ingest { $0.retryFailed = true }
        #expect(summary.added == 1)
        #expect(summary.skipped == 2)
        #expect(summary.updated == 0)
        #expect(addsUp(summary))
        #expect(try workspace.store.documents().map(\.uri) == ["bad.html", "good.html"])
        #expect(try workspace.store.failedURIs().isEmpty)
        #expect(try workspace.ingest { $0.retryFailed = true }.skipped == 3)
    }

    @Test func aFileNamedTwiceIsReadOnce() throws {
        let workspace = try Workspace(["a.html": Pages.short(1)])
        let summary = try workspace.ingest([workspace.path("a.html"), workspace.path("a.html"), workspace.pages])
        #expect(summary.found == 1)
        #expect(summary.added == 1)
    }

    @Test func pathsOfThisMachineStayOutOfTheGraph() throws {
        let workspace = try Workspace(["a.html": Pages.short(1)])
        try workspace.ingest([workspace.path("a.html")])
        #expect(try workspace.store.documents().map(\.uri) == ["a.html"])
        #expect(try !workspace.export().contains(workspace.folder))
    }

    @Test func hiddenFilesAndOtherFormatsInFoldersAreLeftOut() throws {
        let workspace = try Workspace(["a.html": Pages.short(1), ".hidden.html": Pages.short(2), "data": "x"])
        let summary = try workspace.ingest()
        #expect(summary.found == 1)
        #expect(summary.otherFormats == ["(none)": 1])
    }
}
