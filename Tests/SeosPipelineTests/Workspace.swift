import Foundation
import SeosExport
import SeosExtract
import SeosModel
import SeosPipeline
import SeosStore
import SeosText

/// A folder of pages and a database of its own for each test, removed at the end.
final class Workspace {
    static let time = "2026-01-01T00:00:00Z"

    let folder: String
    var pages: String { folder + "/pages" }
    let store: Store
    private(set) var ingestor: Ingestor

    init(_ pages: [String: String] = [:]) throws {
        folder = FileManager.default.temporaryDirectory.path + "/seos-pipeline-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder + "/pages", withIntermediateDirectories: true)
        store = try Store(path: folder + "/graph.sqlite", fold: { Folding.key($0) })
        ingestor = Ingestor(store: store, resources: .embedded)
        for (name, text) in pages { try write(name, text) }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func path(_ name: String) -> String { pages + "/" + name }

    func write(_ name: String, _ text: String) throws { try write(name, bytes: Array(text.utf8)) }

    func write(_ name: String, bytes: [UInt8]) throws { try Data(bytes).write(to: URL(fileURLWithPath: path(name))) }

    /// A picture under a page's name: an input that cannot be read.
    func writeBinary(_ name: String) throws {
        try write(name, bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0, 1])
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

    /// Ingests the folder of pages, or the inputs given.
    @discardableResult
    func ingest(_ inputs: [String]? = nil, jobs: Int = 1, _ change: (inout Ingestor.Options) -> Void = { _ in })
        throws -> Ingestor.Summary
    {
        var options = Ingestor.Options(jobs: jobs)
        change(&options)
        return try ingestor.ingest(inputs ?? [pages], options: options, time: Self.time)
    }

    /// As a new run of the program begins: nothing of the last one is stopped.
    func restart() { ingestor = Ingestor(store: store, resources: .embedded) }

    // MARK: What the graph holds

    func clusters(_ kind: EntityKind) throws -> [Cluster] {
        var found: [Cluster] = []
        try store.clusters { if $0.kind == kind { found.append($0) } }
        return found
    }

    /// The clusters that have a mention with these words.
    func clusters(_ kind: EntityKind, mentioning words: String) throws -> [Cluster] {
        try clusters(kind).filter { $0.mentions.contains { $0.quote == words } }
    }

    func allClusters() throws -> [Cluster] {
        var found: [Cluster] = []
        try store.clusters { found.append($0) }
        return found
    }

    /// The whole graph as the bytes of a file for another program.
    func export() throws -> String {
        let sink = MemorySink()
        _ = try GraphExporters.exporter(named: "gexf").write(store.snapshot(), to: sink, options: ExportOptions())
        return sink.text
    }

    func claims() throws -> [ClaimRow] {
        var found: [ClaimRow] = []
        try store.claims { found.append($0) }
        return found
    }

    /// The mention that decisions name, of the entity that a document calls so.
    func firstMention(_ name: String, in uri: String) throws -> Int64? {
        var found: Int64?
        try store.localEntities { if $0.name == name, $0.uri == uri { found = $0.firstMention } }
        return found
    }
}
