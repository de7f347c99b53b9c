import Foundation
import SeosExport
import SeosModel
import SeosQuery
import SeosStore
import Testing

@testable import SeosImport

@Suite struct GraphImportTests {
    private static let partners = [
        "nodes_Organization.csv": "id,name,kind,staff\n1,Tartu,university,7000\n2,\"Riga, \"\"port\"\"\",public,\n",
        "nodes_Project.csv": "id,acronym,title,start_date,year\n11,AMB,Amber Roads,2021-01-01,2021\n12,BIR,,,\n",
        "nodes_Amount.csv": "id,kind,value,currency\n21,eu,46388.40,EUR\n22,total,1000000,EUR\n",
        "edges_PARTNER_IN_Organization_Project.csv": "src,dst,role,share\n1,11,lead,100\n2,11,partner,\n2,12,,5\n",
        "edges_HAS_AMOUNT_Project_Amount.csv": "src,dst\n11,21\n11,22\n",
    ]

    @Test func knownLabelsGoToTheTablesOfTheModel() throws {
        let fixture = try ImportFixture(Self.partners)
        let summary = try fixture.load()
        #expect(summary.nodes == 6 && summary.relationships == 5 && summary.files == 5)
        #expect(
            try fixture.rows(
                "MATCH (o:Organization)-[r:PARTNER_IN]->(p:Project) RETURN o.name, r.role, p.acronym, r.share ORDER BY p.id, o.id"
            )
                == [
                    #"["Tartu","lead","AMB",100]"#, #"["Riga, \"port\"","partner","AMB",null]"#,
                    #"["Riga, \"port\"",null,"BIR",5]"#,
                ])
        #expect(
            try fixture.rows("MATCH (:Project)-[:HAS_AMOUNT]->(a:Amount) RETURN a.value, a.kind ORDER BY a.value")
                == [#"[46388.4,"eu"]"#, #"[1000000,"total"]"#])
        let store = try fixture.store()
        #expect(try store.search(name: "RIGA").map(\.id) == [2])
        #expect(try store.integrityCheck().isEmpty)
    }

    @Test func columnsTheModelLacksAreProperties() throws {
        let fixture = try ImportFixture(Self.partners)
        try fixture.load()
        #expect(
            try fixture.rows("MATCH (n:Organization) WHERE n.staff > 100 RETURN n.staff + 1, n.country, n.names")
                == ["[7001,null,null]"])
        #expect(
            try fixture.rows("MATCH (p:Project) RETURN p ORDER BY p.id") == [
                #"[{"$node":{"labels":["Project"],"properties":{"id":11,"acronym":"AMB","start_date":"2021-01-01","year":2021,"title":"Amber Roads"}}}]"#,
                #"[{"$node":{"labels":["Project"],"properties":{"id":12,"acronym":"BIR"}}}]"#,
            ])
    }

    @Test func valuesOutsideAnEnumerationStayAsWritten() throws {
        let fixture = try ImportFixture([
            "nodes_Organization.csv": "id,name,kind\n1,A,Kommune\n2,B,\n",
            "nodes_Project.csv": "id,year\n11,n/a\n12,2021\n",
            "edges_PARTNER_IN_Organization_Project.csv": "src,dst,role\n1,11,sponsor\n2,12,lead\n",
        ])
        try fixture.load()
        #expect(
            try fixture.rows(
                "MATCH (o:Organization)-[r:PARTNER_IN]->(p:Project) RETURN o.kind, r.role, p.year ORDER BY o.id")
                == [#"["Kommune","sponsor","n/a"]"#, #"[null,"lead","2021"]"#])
    }

    @Test func anyLabelAnyTypeAnyPropertyAndNone() throws {
        let fixture = try ImportFixture([
            "nodes_Person.csv": "id,born,height,active,tags,zip,\"odd $name 'x', 1\",\"a \"\"b\"\"\"\n"
                + "1,1970,1.5,true,\"[\"\"a\"\",\"\"b\"\"]\",00123,x,y\n2,1980,2,false,[],00124,,\n",
            "nodes_O'Brien.csv": "id\n3\n", "nodes_.csv": "id,note\n4,no label\n",
            "edges_KNOWS_Person_Person.csv": "src,dst,id,since\n1,2,77,2001\n2,1,78,\n2,2,79,\n",
            "edges_KNOWS_Person_.csv": "src,dst,id\n1,4,80\n", "edges_OWNS_IT_Person_O'Brien.csv": "src,dst\n1,3\n",
        ])
        try fixture.load()
        #expect(
            try fixture.rows(
                "MATCH (p:Person {active: true}) RETURN p.born, p.height, p.tags, p.zip, p.`odd $name 'x', 1`, p.`a \"b\"`"
            )
                == [#"[1970,1.5,["a","b"],"00123","x","y"]"#])
        #expect(try fixture.rows("MATCH (p:Person) RETURN p.height / 4 ORDER BY p.id") == ["[0.375]", "[0.5]"])
        #expect(
            try fixture.rows("MATCH (n) RETURN labels(n) AS l, n.id ORDER BY n.id")
                == [#"[["Person"],1]"#, #"[["Person"],2]"#, #"[["O'Brien"],3]"#, "[[],4]"])
        #expect(
            try Array(
                fixture.rows("MATCH (:Person)-[r]->(n) RETURN type(r), id(r), n.id ORDER BY type(r), id(r)").prefix(4))
                == [#"["KNOWS",77,2]"#, #"["KNOWS",78,1]"#, #"["KNOWS",79,2]"#, #"["KNOWS",80,4]"#])
        #expect(
            try fixture.rows("MATCH (a:Person {id: 1})-[r:KNOWS {since: 2001}]->(b) RETURN r, b.id") == [
                #"[{"$rel":{"type":"KNOWS","properties":{"since":2001}}},2]"#
            ])
        #expect(try fixture.rows("MATCH (a:Person {id: 1})-[:KNOWS*1..3]-(b) RETURN count(DISTINCT b) AS n") == ["[3]"])
    }

    /// What a number would not hold stays a text.
    @Test func noDigitIsLost() throws {
        let fixture = try ImportFixture([
            "nodes_A.csv": "id,long,mixed,sum\n1,99999999999999999999,1,9223372036854775807\n2,1,1.5,-1\n"
        ])
        try fixture.load()
        #expect(
            try fixture.rows("MATCH (a:A) RETURN a.long, a.mixed, a.sum ORDER BY a.id") == [
                #"["99999999999999999999",1.0,9223372036854775807]"#, #"["1",1.5,-1]"#,
            ])
    }

    @Test func idsThatAreTextsOrNotUniqueAreProperties() throws {
        let fixture = try ImportFixture([
            "nodes_City.csv": "id,name\nQ1,Tartu\nQ2,Riga\n", "nodes_Country.csv": "id\nQ1\n",
            "edges_IN_City_Country.csv": "src,dst\nQ2,Q1\n",
        ])
        #expect(try fixture.load().numbered)
        #expect(
            try fixture.rows("MATCH (c:City)-[:IN]->(l:Country) RETURN c.id, c.name, l.id") == [#"["Q2","Riga","Q1"]"#])
        #expect(try fixture.rows("MATCH (c:City {id: 'Q1'}) RETURN c.name") == [#"["Tartu"]"#])
        let numbers = try ImportFixture([
            "nodes_City.csv": "id\n1\n2\n", "nodes_Country.csv": "id\n1\n",
            "edges_IN_City_Country.csv": "src,dst\n2,1\n",
        ])
        #expect(try numbers.load().numbered)
        #expect(try numbers.rows("MATCH (c:City)-[:IN]->(l:Country) RETURN c.id, l.id") == ["[2,1]"])
    }

    /// What the engine knows of ids as numbers does not hold for texts and for ids that two labels share.
    @Test func ordersAndComparesIdsThatAreTexts() throws {
        let fixture = try ImportFixture([
            "nodes_Person.csv": "id\nb\na\nc\n", "nodes_Club.csv": "id\nx\ny\n",
            "edges_IN_Person_Club.csv": "src,dst,id\nb,x,r2\na,x,r1\nc,x,r3\na,y,r4\nc,y,r5\n",
        ])
        try fixture.load()
        #expect(
            try fixture.rows(
                "MATCH (a:Person)-[:IN]->(c:Club)<-[:IN]-(b:Person) WHERE a.id < b.id WITH a, b, count(DISTINCT c) AS n RETURN a.id, b.id, n ORDER BY a.id, b.id"
            ) == [#"["a","b",1]"#, #"["a","c",2]"#, #"["b","c",1]"#])
        #expect(
            try fixture.rows("MATCH (:Person {id: 'b'})-[r:IN]->(c) WHERE r.id = 'r2' RETURN r.id, c.id") == [
                #"["r2","x"]"#
            ])
        #expect(try fixture.rows("MATCH (p:Person) WHERE id(p) = 4 RETURN p.id") == [#"["a"]"#])
        #expect(try fixture.rows("MATCH (p:Person) WHERE p.id STARTS WITH 'c' RETURN id(p)") == ["[5]"])
        let shared = try ImportFixture([
            "nodes_A.csv": "id\n1\n2\n", "nodes_B.csv": "id\n1\n2\n", "edges_T_A_B.csv": "src,dst\n1,1\n1,2\n2,2\n",
        ])
        try shared.load()
        #expect(
            try shared.rows("MATCH (a:A {id: 1})-[:T*1..3]-(b) WHERE b.id <> a.id RETURN count(DISTINCT b) AS n") == [
                "[2]"
            ])
    }

    /// More labels than the four bits of earlier keys.
    @Test func fortyLabels() throws {
        var files: [String: String] = [:]
        for i in 1...40 { files["nodes_L\(i).csv"] = "id\n\(i)\n" }
        files["edges_T_L39_L40.csv"] = "src,dst\n39,40\n"
        let fixture = try ImportFixture(files)
        try fixture.load()
        #expect(try fixture.rows("MATCH (a)-[:T]->(b) RETURN labels(a), labels(b), b.id") == [#"[["L39"],["L40"],40]"#])
        for i in 41...60 { try fixture.write("nodes_L\(i).csv", "id\n\(i)\n") }
        #expect(fixture.error()?.code == .tooMany)
    }

    /// What is exported comes back the same.
    @Test func exportImportExportIsTheSame() throws {
        let fixture = try ImportFixture(Self.partners)
        try fixture.load()
        let first = try fixture.store().snapshot()
        let sink = MemorySink()
        _ = try CSVExporter().write(first, to: sink, options: ExportOptions())
        let second = try ImportFixture([:])
        for file in sink.files { try second.write(file.name, Data(file.bytes)) }
        try second.load()
        let again = try second.store().snapshot()
        #expect(again.nodes == first.nodes)
        #expect(again.relationships == first.relationships)
        #expect(!first.relationships.isEmpty)
    }

    @Test func onlyIntoAnEmptyDatabase() throws {
        let fixture = try ImportFixture(Self.partners)
        try fixture.load()
        #expect(throws: StoreError.notEmpty(path: fixture.database)) { try fixture.load() }
        #expect(try fixture.rows("MATCH (n) RETURN count(n)") == ["[6]"])
        #expect(throws: StoreError.importedGraph(path: fixture.database)) {
            try fixture.store().replaceGraph(ResolvedGraph(), time: "2026-01-01T00:00:00Z")
        }
    }
}
