import Foundation
import SeosImport
import SeosModel
import SeosQuery
import SeosStore

/// A folder of CSV files and a database beside it, removed at the end of a test.
final class ImportFixture {
    let folder = FileManager.default.temporaryDirectory.path + "/seos-import-" + UUID().uuidString
    var database: String { folder + "/graph.sqlite" }
    var graph: String { folder + "/graph" }

    /// - Parameter files: contents by name.
    init(_ files: [String: String]) throws {
        try FileManager.default.createDirectory(atPath: graph, withIntermediateDirectories: true)
        for (name, text) in files { try write(name, text) }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }
    func write(_ name: String, _ bytes: Data) throws {
        try bytes.write(to: URL(fileURLWithPath: graph + "/" + name))
    }

    func store() throws -> Store { try Store(path: database, fold: { $0.lowercased() }) }

    @discardableResult
    func load() throws -> ImportSummary {
        let importer = try GraphImporter(folder: graph)
        let store = try store()
        defer { try? store.close() }
        return try importer.load(into: store)
    }

    /// The error an import ends with; nil when it does not.
    func error() -> ImportError? {
        do {
            try load()
            return nil
        } catch {
            return error as? ImportError
        }
    }

    /// Rows as compact JSON, by the best way, evaluated over the tables and in memory: all must agree.
    func rows(_ query: String) throws -> [String] {
        let engine = try QueryEngine(path: database)
        var answers: [[String]] = []
        for way in [QueryEngine.Way.best, .evaluator, .memory] {
            let prepared = try engine.prepare(query, way: way)
            answers.append(try engine.run(prepared).all().map { QueryValue.list($0).json.text })
        }
        guard Set(answers).count == 1 else { return ["the ways differ"] + answers.flatMap { $0 + ["and"] } }
        return answers[0]
    }
}
