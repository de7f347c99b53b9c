import Foundation
import SeosModel
import Testing

@testable import SeosQuery

/// The cases of `corpus/cases/query`: a file for each clause, expression and function.
@Suite struct QueryCaseTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var place: String
        var graph: String?
        var query: String
        var expected: [String]
        var testDescription: String { place }
    }

    static let folder = Fixture.root.appendingPathComponent("corpus/cases/query")

    static let cases: [Case] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".txt") }.sorted().flatMap { file -> [Case] in
            guard let text = try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8) else {
                return []
            }
            return read(text, file)
        }
    }()

    private static func read(_ text: String, _ file: String) -> [Case] {
        let rule = String(repeating: "=", count: 18)
        // Comment, then head and body in turn.
        let parts = text.components(separatedBy: rule + "\n").dropFirst()
        var cases: [Case] = []
        var head: [String] = []
        for (i, part) in parts.enumerated() {
            let lines = part.split(separator: "\n").map(String.init)
            if i % 2 == 0 {
                head = lines
                continue
            }
            let halves = lines.split(separator: "---", maxSplits: 1, omittingEmptySubsequences: false)
            let graph = head.first { $0.hasPrefix(":graph ") }.map { String($0.dropFirst(7)) }
            cases.append(
                Case(
                    place: "\(file): \(head.first ?? "")", graph: graph, query: halves[0].joined(separator: "\n"),
                    expected: halves.count > 1 ? Array(halves[1]) : []))
        }
        return cases
    }

    /// Rows as JSON, or the error's code.
    private func answer(_ example: Case) -> [String] {
        let graph = ScenarioGraph()
        do throws(QueryError) {
            if let text = example.graph { try graph.setUp(text) }
            return try graph.ask(example.query).rows.map { QueryValue.list($0).json.text }
        } catch {
            return ["error \(error.code.rawValue)"]
        }
    }

    @Test(arguments: cases) func holds(_ example: Case) {
        #expect(answer(example) == example.expected)
    }

    @Test func everyFunctionHasResultsAnErrorAndANullCase() {
        let files = Dictionary(grouping: Self.cases) { String($0.place.prefix { $0 != ":" }) }
        for name in Functions.names {
            let cases = files[name + ".txt"] ?? []
            #expect(cases.contains { $0.expected.first?.hasPrefix("error") ?? false }, "\(name) has no error case")
            #expect(
                cases.contains { $0.query.contains("null") || $0.query.contains("OPTIONAL") },
                "\(name) has no null case")
            #expect(cases.contains { $0.expected.first?.hasPrefix("[") ?? false }, "\(name) has no results")
        }
    }

    @Test func everyConstructHasResultsAnErrorAndANullCase() {
        let files = Dictionary(grouping: Self.cases) { String($0.place.prefix { $0 != ":" }) }
        for construct in LanguageReference.constructs {
            let kind = construct.kind == .clause ? "clause" : "expression"
            let name = "\(kind)-\(construct.name.lowercased().replacingOccurrences(of: " ", with: "-")).txt"
            let cases = files[name] ?? []
            #expect(cases.contains { $0.expected.first?.hasPrefix("error") ?? false }, "\(name) has no error case")
            #expect(
                cases.contains {
                    $0.query.contains("null") || $0.query.contains("OPTIONAL")
                        || $0.expected.contains { $0.contains("null") }
                }, "\(name) has no null case")
            #expect(cases.contains { $0.expected.first?.hasPrefix("[") ?? false }, "\(name) has no results")
        }
    }
}
