import SeosModel
import SeosQuery
import Testing

@Suite struct TypedRowTests {
    private struct Partner: Decodable, Equatable {
        var name: String
        var country: String?
        var projects: Int
    }

    private struct Project: Decodable {
        struct Properties: Decodable {
            var name: String
            var year: Int?
            var names: [String]
        }
        var p: Properties
        var r: Role?
        struct Role: Decodable { var role: String, confidence: Double }
    }

    private func rows(_ query: String) throws -> QueryRows {
        let engine = try Fixture.shared.engine()
        return try engine.run(engine.prepare(query))
    }

    @Test func columnsBecomeMembers() throws {
        let rows = try rows(
            "MATCH (o:Organization)-[:PARTNER_IN]->(p) WITH o, count(DISTINCT p) AS n ORDER BY o.id RETURN o.name AS name, o.country AS country, n AS projects"
        )
        var partners: [Partner] = []
        while let partner = try rows.next(as: Partner.self) { partners.append(partner) }
        #expect(partners.first == Partner(name: "Tartu", country: "EE", projects: 2))
        #expect(partners.last == Partner(name: "Solo", country: nil, projects: 1))
        #expect(partners.count == 4)
    }

    @Test func nodesAndRelationshipsAreObjects() throws {
        let rows = try rows(
            "MATCH (p:Project {name: 'Amber'})<-[r:PARTNER_IN {role: 'lead'}]-() RETURN p, r")
        let project = try #require(try rows.next(as: Project.self))
        #expect(project.p.name == "Amber" && project.p.year == 2021 && project.p.names == ["Amber", "Merevaik"])
        #expect(project.r?.role == "lead" && project.r?.confidence == 0.9)
        #expect(try rows.next(as: Project.self) == nil)
    }

    @Test func aRowThatDoesNotFitIsTold() throws {
        func message(_ query: String) throws -> String {
            let rows = try rows(query)
            do {
                _ = try rows.next(as: Partner.self)
                return "it fits"
            } catch { return error.message }
        }
        #expect(try message("RETURN 'a' AS name, 1 AS n") == "a row is no Partner: there is no column 'projects'")
        #expect(try message("RETURN null AS name, 1 AS projects") == "a row is no Partner: 'name' is null")
        #expect(
            try message("RETURN 'a' AS name, 'b' AS projects")
                == "a row is no Partner: 'projects' is not of the type Int")
    }
}
