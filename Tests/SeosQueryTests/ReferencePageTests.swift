import Foundation
import Testing

@testable import SeosQuery

/// The page in the documentation is what the registry says; `ReferenceTests` runs its examples.
@Suite struct ReferencePageTests {
    private static let file = Fixture.root.appendingPathComponent("Sources/SeosQuery/SeosQuery.docc/QueryLanguage.md")

    @Test func thePageIsUpToDate() throws {
        if ProcessInfo.processInfo.environment["SEOS_UPDATE_GOLDEN"] != nil {
            try Data(LanguageReference.page.utf8).write(to: Self.file)
        }
        let page = try String(contentsOf: Self.file, encoding: .utf8)
        #expect(page == LanguageReference.page, "run Scripts/query-reference")
    }

    @Test func everythingIsOnIt() {
        let page = LanguageReference.page
        for function in FunctionReference.all { #expect(page.contains("`\(function.signature)` gives ")) }
        for construct in LanguageReference.constructs { #expect(page.contains("**\(construct.name)** `")) }
        let folders = Set(LanguageReference.folders.map(\.name))
        #expect(folders.count == 37)
        // Every folder that was run stands in the table; the others are those that write.
        #expect(folders.isSuperset(of: TCKShares.byFolder.keys))
        #expect(folders.subtracting(TCKShares.byFolder.keys).allSatisfy { $0.hasPrefix("clauses/") })
        #expect(TCKShares.byFolder.values.allSatisfy { $0.run > 0 && $0.right <= $0.run })
    }

    /// What the table says is refused is.
    @Test(arguments: [
        "CREATE (n)", "MATCH (n) DELETE n", "MERGE (n)", "MATCH (n) REMOVE n.x", "MATCH (n) SET n.x = 1", "CALL x()",
    ])
    func whatWritesIsRefused(_ query: String) throws {
        #expect(throws: QueryError.self) { try Fixture.shared.rows(query) }
    }
}
