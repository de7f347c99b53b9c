import SeosModel
import Testing

@testable import SeosQuery

/// The reference of the language: complete, and true to what a query answers.
@Suite struct ReferenceTests {
    private func rows(_ example: LanguageExample) -> [String] {
        let graph = ScenarioGraph()
        do throws(QueryError) {
            try graph.setUp(LanguageReference.exampleGraph)
            return try graph.ask(example.query).rows.map { QueryValue.list($0).json.text }
        } catch { return [error.description] }
    }

    @Test(arguments: FunctionReference.all.map(\.name)) func exampleOfAFunctionHolds(_ name: String) throws {
        let reference = try #require(FunctionReference.all.first { $0.name == name })
        #expect(rows(reference.example) == reference.example.rows)
        #expect(reference.example.query.lowercased().contains(name.lowercased() + "("))
    }

    @Test(arguments: LanguageReference.constructs.map(\.name)) func exampleOfAConstructHolds(_ name: String) throws {
        let construct = try #require(LanguageReference.constructs.first { $0.name == name })
        #expect(rows(construct.example) == construct.example.rows)
    }

    @Test func everyFunctionIsDescribedOnce() {
        #expect(FunctionReference.all.map(\.name).sorted() == Functions.names.sorted())
        #expect(Set(FunctionNote.all.map(\.name)).count == FunctionNote.all.count)
        #expect(FunctionNote.all.count == Functions.names.count)
    }

    @Test func signaturesNameAsManyArgumentsAsTheFunctionTakes() {
        for note in FunctionNote.all {
            let parts = note.parameters.isEmpty ? [] : note.parameters.split(separator: ",").map(String.init)
            let optional = parts.filter { $0.hasSuffix("?") }.count
            if let function = Functions.value(named: note.name) {
                #expect(parts.count == function.parameters.count, "\(note.name)")
                #expect(optional == function.optional, "\(note.name)")
                #expect(parts.contains { $0.hasSuffix("…") } == function.isVariadic, "\(note.name)")
            } else if let function = Functions.accumulator(named: note.name) {
                #expect(parts.count == function.arguments, "\(note.name)")
            } else {
                Issue.record("\(note.name) is no function")
            }
        }
    }

    @Test func whatHasAFormInSQLStandsInTheRegistry() {
        let names = Set(Functions.names)
        for function in Functions.graphFunctions + Functions.textFunctions + Functions.numberFunctions
            + Functions.listFunctions
        {
            #expect(names.contains(function.name), "\(function.name)")
        }
        for function in Functions.aggregateFunctions { #expect(names.contains(function.name), "\(function.name)") }
    }
}
