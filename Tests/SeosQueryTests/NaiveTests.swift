import CSQLite
import Foundation
import SeosModel
import Testing

@testable import SeosQuery

/// Random queries over random graphs, answered by every way the product has and by an evaluator that tries everything.
@Suite struct NaiveTests {
    private static let schema: String = {
        (try? String(contentsOf: Fixture.root.appendingPathComponent("graph/schema.sql"), encoding: .utf8)) ?? ""
    }()

    private enum Answer: Equatable, CustomStringConvertible {
        case rows([String])
        case refused(QueryError.Code)
        case failed(String)

        var description: String {
            switch self {
            case .rows(let rows): rows.joined(separator: " ")
            case .refused(let code): "refused: \(code.rawValue)"
            case .failed(let message): message
            }
        }
    }

    private static func text(_ row: [QueryValue]) -> String { QueryValue.list(row).json.text }

    private func ask(_ engine: QueryEngine, _ query: String, _ way: QueryEngine.Way) -> Answer {
        do throws(QueryError) {
            let rows = try engine.run(engine.prepare(query, way: way), timeout: .seconds(20)).all()
            return .rows(rows.map(Self.text))
        } catch {
            // SQL knows more of a pattern's labels than the planner asks for, and leaves what it finds to the others.
            let refuses = error.code == .unsupported || (way == .sql && error.code == .unknownProperty)
            return refuses ? .refused(error.code) : .failed(error.description)
        }
    }

    private func ask(_ graph: ScenarioGraph, _ query: String) -> Answer {
        do throws(QueryError) { return .rows(try graph.ask(query).rows.map(Self.text)) } catch {
            return .failed(error.description)
        }
    }

    /// A file with the tables of Seos, copied for each graph.
    private func template() throws -> URL {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("seos-naive-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        try Fixture.run(Self.schema, at: url.appendingPathComponent("empty.sqlite").path)
        return url
    }

    @Test func everyWayAnswersAsTheWordsSay() throws {
        let folder = try template()
        defer { try? FileManager.default.removeItem(at: folder) }
        var random = NaiveRandom(state: 2026)
        var compared = 0
        var inSQL = 0
        var failures = 0
        for number in 0..<100 {
            let graph = NaiveGraph(&random)
            let file = folder.appendingPathComponent("\(number).sqlite")
            try FileManager.default.copyItem(at: folder.appendingPathComponent("empty.sqlite"), to: file)
            try Fixture.run(graph.sql, at: file.path)
            let engine = try QueryEngine(path: file.path)
            let memory = ScenarioGraph()
            try memory.setUp(graph.create)
            let naive = NaiveEvaluator(graph: graph)
            var maker = NaiveMaker(random)
            for _ in 0..<10 {
                let query = maker.query()
                let expected = naive.answer(query).map { "[" + $0.map(\.json).joined(separator: ",") + "]" }
                let right: Answer = .rows(query.isOrdered ? expected : expected.sorted())
                func same(_ answer: Answer) -> Answer {
                    if case .rows(let rows) = answer, !query.isOrdered { return .rows(rows.sorted()) }
                    return answer
                }
                let ways: [(String, Answer)] = [
                    ("memory", same(ask(engine, query.text, .memory))),
                    ("by key", same(ask(engine, query.text, .evaluator))),
                    ("generic", same(ask(memory, query.text))), ("sql", same(ask(engine, query.text, .sql))),
                ]
                compared += 1
                for (way, answer) in ways where answer != right {
                    if way == "sql", case .refused = answer { continue }
                    failures += 1
                    if failures < 12 {
                        Issue.record("\(way): \(query.text)\n\(graph.create)\nexpected \(right)\nanswered \(answer)")
                    }
                }
                if case .rows = ways[3].1 { inSQL += 1 }
            }
            random = maker.random
        }
        #expect(compared == 1000)
        #expect(failures == 0)
        #expect(inSQL > 300)
    }
}
