import SeosModel
import SeosPipeline
import SeosStore
import SeosTestSupport
import Testing

@Suite struct DeterminismTests {
    private static let documents = [
        "de-klang-ohne-grenze.txt", "en-sound-without-borders.html", "et-niidukaar.txt", "sl-zven-brez-meje.html",
    ].map { Folders.documents + "/" + $0 }

    @Test func threadsAndOrderDoNotChangeTheGraph() throws {
        let one = try Workspace()
        let many = try Workspace()
        let reversed = try Workspace()
        let inTwo = try Workspace()
        try one.ingest(Self.documents, jobs: 1)
        try many.ingest(Self.documents, jobs: 8)
        try reversed.ingest(Self.documents.reversed(), jobs: 2)
        try inTwo.ingest(Array(Self.documents.suffix(2)))
        try inTwo.ingest(Array(Self.documents.prefix(2)))
        let export = try one.export()
        let clusters = try one.allClusters()
        #expect(clusters.count > 10)
        for other in [many, reversed, inTwo] {
            #expect(try other.export() == export)
            #expect(try other.allClusters() == clusters)
        }
    }

    @Test func everyQuoteStandsWhereItsClaimSays() throws {
        let workspace = try Workspace()
        try workspace.ingest(Self.documents)
        let claims = try workspace.claims()
        #expect(claims.count > 20)
        for claim in claims {
            let detail = try #require(try workspace.store.claim(claim.id))
            #expect(detail.text[claim.span] == claim.quote)
            #expect(detail.evidence.allSatisfy { detail.text[$0.span] == $0.quote })
        }
        #expect(try workspace.store.integrityCheck().isEmpty)
    }
}
