import SeosPipeline
import SeosQuery
import SeosStore
import SeosTestSupport
import Testing

@Suite struct SavedQueryTests {
    private static let folder = Folders.root + "/graph/queries"
    private static let documents = [
        "de-klang-ohne-grenze.txt", "en-alpfoodway.html", "en-sound-without-borders.html", "it-alpfoodway.txt",
        "sl-zven-brez-meje.html",
    ].map { Folders.documents + "/" + $0 }
    /// Values for what a query must be told.
    private static let given: [String: QueryValue] = [
        "name": .string("Polo Poschiavo"), "project": .string("AlpFoodway"), "region": .string("SI033"),
        // These pages tell of two projects without a common partner, so only pairs inside one project are right.
        "least": .integer(1), "first": .string("2017-01-01"), "from": .string("Polo Poschiavo"),
        "to": .string("Regione Lombardia"),
    ]

    @Test func everySavedQueryAnswersOnRealPages() throws {
        let workspace = try Workspace()
        try workspace.ingest(Self.documents)
        let engine = try QueryEngine(path: workspace.store.path)
        let names = NamedQuery.names(in: Self.folder)
        #expect(names.count >= 15)
        for name in names {
            let saved = try NamedQuery(path: Self.folder + "/\(name).cypher")
            let wanted = Set(saved.parameters.map(\.name))
            let values = try saved.values(Self.given.filter { wanted.contains($0.key) })
            let rows = try engine.run(engine.prepare(saved.text, parameters: values))
            #expect(!rows.columns.isEmpty)
            #expect(try !rows.all().isEmpty, "@\(name) finds nothing")
        }
    }

    /// One project on three pages in three languages is one project: nobody shares two.
    @Test func onePairIsNotCountedTwiceForPagesOfOneProject() throws {
        let workspace = try Workspace()
        try workspace.ingest(Self.documents)
        let engine = try QueryEngine(path: workspace.store.path)
        let saved = try NamedQuery(path: Self.folder + "/shared-partners.cypher")
        let rows = try engine.run(engine.prepare(saved.text, parameters: try saved.values()))
        #expect(try rows.all().isEmpty)
    }

    /// All documents of the corpus together make one graph, with projects in every language.
    @Test func theWholeCorpusMakesAGraph() throws {
        let workspace = try Workspace()
        try workspace.ingest([Folders.documents])
        let engine = try QueryEngine(path: workspace.store.path)
        func count(_ query: String) throws -> Int { try engine.run(engine.prepare(query)).all().count }
        #expect(try count("MATCH (d:Document) RETURN d.id") >= 118)
        #expect(try count("MATCH (p:Project)-[:MENTIONED_IN]->(d:Document) RETURN DISTINCT d.language") >= 27)
        #expect(try count("MATCH (o:Organization)-[:PARTNER_IN]->(p:Project) RETURN DISTINCT p.id") >= 80)
    }
}
