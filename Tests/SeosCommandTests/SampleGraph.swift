import Foundation

/// One database for all tests that only read, made once by the program itself: two pages that disagree on a budget.
struct SampleGraph {
    let folder: String
    var database: String { folder + "/graph.sqlite" }
    var pages: String { folder + "/pages" }
    var environment: [String: String] { ["SEOS_DB": database] }

    private static let made = Result { try SampleGraph() }
    private static let folder = FileManager.default.temporaryDirectory.path + "/seos-sample-" + UUID().uuidString

    static func shared() throws -> SampleGraph { try made.get() }

    private init() throws {
        folder = Self.folder
        atexit { try? FileManager.default.removeItem(atPath: SampleGraph.folder) }
        try FileManager.default.createDirectory(atPath: folder + "/pages", withIntermediateDirectories: true)
        try Data(Self.page("1,250,000 EUR", "Werft Sandnes GmbH, Germany").utf8).write(
            to: URL(fileURLWithPath: folder + "/pages/one.html"))
        try Data(Self.page("1,300,000 EUR", "Istanbul Iris Society, Lithuania").utf8).write(
            to: URL(fileURLWithPath: folder + "/pages/two.html"))
        try Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0, 1]).write(
            to: URL(fileURLWithPath: folder + "/pages/picture.html"))
        let answer = try Command.run(["ingest", pages, "--quiet"], environment: environment)
        guard answer.code == 65 else { throw CocoaError(.fileReadUnknown) }
    }

    static func page(_ budget: String, _ partner: String) -> String {
        """
        <html lang="en"><head><meta charset="utf-8"><title>TideLink</title></head><body><h1>TideLink</h1>
        <p>Project acronym: TideLink</p>
        <p>Lead partner: Kihelgu Harbour Society, Estonia</p>
        <p>Partners: \(partner)</p>
        <p>Programme: Interreg Baltic Sea Region 2021–2027</p>
        <p>Project period: 01.03.2024 – 28.02.2027</p>
        <p>Total budget: \(budget)</p>
        <p>The project TideLink links small harbours on both sides of the sea and teaches skippers.</p>
        </body></html>
        """
    }
}
