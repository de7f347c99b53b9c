import SeosModel
import SeosQuery
import Testing

@Suite struct EvidenceTests {
    /// `claim words document` of the first row.
    private func evidence(_ query: String) throws -> [String] {
        let engine = try Fixture.shared.engine()
        let reader = EvidenceReader(engine: engine)
        guard let row = try engine.run(engine.prepare(query)).next() else { return ["no row"] }
        return try reader.evidence(of: row).map { "\($0.claim.map(String.init) ?? "-") \($0.quote) \($0.document)" }
    }

    @Test func ofANode() throws {
        #expect(
            try evidence("MATCH (p:Project {name: 'Amber'}) RETURN p") == [
                "1001 from 2021 a.html", "1003 led by Tartu a.html", "1002 algus 2/2021 b.html",
            ])
        #expect(try evidence("MATCH (o:Organization {name: 'Tartu'}) RETURN o") == ["1003 led by Tartu a.html"])
        #expect(try evidence("MATCH (p:Project {name: 'Cedar'}) RETURN p").isEmpty)
    }

    @Test func ofARelationship() throws {
        #expect(
            try evidence("MATCH (:Organization {name: 'Tartu'})-[r:PARTNER_IN]->(:Project {name: 'Amber'}) RETURN r")
                == ["1003 led by Tartu a.html"])
        #expect(
            try evidence("MATCH (:Project)-[r:MENTIONED_IN]->(d) WHERE id(r) = 91 RETURN r") == ["- Amber a.html"])
        #expect(try evidence("MATCH (c:Claim {id: 1001})-[r:STATED_IN]->(d) RETURN r") == ["1001 from 2021 a.html"])
        #expect(try evidence("MATCH (:Region)-[r:PART_OF]->(:Region) RETURN r LIMIT 1").isEmpty)
    }

    /// In lists, maps and paths too, and each claim once.
    @Test func ofWhatIsInside() throws {
        let tartu = "MATCH p = (o:Organization {name: 'Tartu'})-[r:PARTNER_IN]->(:Project {name: 'Amber'})"
        for items in ["[o]", "{a: {b: r}}", "o, r, [r, o]"] {
            #expect(try evidence("\(tartu) RETURN \(items)") == ["1003 led by Tartu a.html"], "\(items)")
        }
        #expect(try evidence("\(tartu) RETURN p").count == 3)
        #expect(try evidence("\(tartu) RETURN o.name, 1, null").isEmpty)
    }

    /// What a newer version of a page no longer says is no evidence.
    @Test func nothingRetired() throws {
        #expect(try !evidence("MATCH (p:Project {name: 'Amber'}) RETURN p").contains { $0.contains("old") })
    }
}
