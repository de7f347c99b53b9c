import Foundation
import SeosStore
import Testing

@testable import SeosImport

@Suite struct RegisterReaderTests {
    private static let map = """
        {"register": "ror", "id": "id", "country": "country", "domain": "web", "countries": {"Eesti": "EE"},
         "names": ["name", {"column": "name_et", "language": "et"}, {"column": "aliases", "separator": ";"},
                   {"column": "labels", "separator": ";", "language_before": ":"}]}
        """

    private func read(_ map: String, _ csv: String) throws -> [RegisterOrganization] {
        let fixture = try ImportFixture(["r.csv": csv])
        let map = try RegisterMap(json: Data(map.utf8), name: "map.json")
        return try RegisterReader(map: map).read(path: fixture.graph + "/r.csv")
    }

    @Test func namesInColumnsAndSeparatedInOne() throws {
        let found = try read(
            Self.map,
            """
            id,name,name_et,aliases,labels,country,web
            r1,University of Tartu,Tartu Ülikool,UT; Universitas Tartuensis,"et: Tartu Ülikool; de: Universität Tartu; A: B",ee,https://www.ut.ee/en
            r2,Port of Riga,,,,Latvia,
            r3,Somewhere,,,,Eesti,none

            """)
        #expect(found.count == 3)
        #expect(
            found[0].names.map { "\($0.language ?? "-") \($0.name)" } == [
                "- University of Tartu", "et Tartu Ülikool", "- UT", "- Universitas Tartuensis", "de Universität Tartu",
                "- A: B",
            ])
        #expect(found.map(\.country) == ["EE", "LV", "EE"])
        #expect(found.map(\.domain) == ["ut.ee", nil, nil])
        #expect(found[0].id == found[0].id && found[0].id != found[1].id)
    }

    @Test func anotherDelimiter() throws {
        let map =
            #"{"register": "cordis", "id": "organisationID", "names": ["name"], "country": "country", "delimiter": ";"}"#
        let found = try read(map, "organisationID;name;country\n\"999\";\"A; B\";\"EL\"\n")
        #expect(found.first?.names.first?.name == "A; B")
        #expect(found.first?.country == "GR")
    }

    @Test(arguments: [
        (#"{"id": "id", "names": ["n"]}"#, "map.json: 'register' is missing"),
        (
            #"{"register": "a b", "id": "id", "names": ["n"]}"#,
            "map.json: 'register' is a short word of letters, digits, '-', '.' and '_'"
        ),
        (#"{"register": "r", "names": ["n"]}"#, "map.json: 'id' is missing"),
        (#"{"register": "r", "id": "id", "names": []}"#, "map.json: 'names' is missing"),
        (
            #"{"register": "r", "id": "id", "names": [{"language": "et"}]}"#,
            "map.json: a name is a column, or an object with a 'column'"
        ),
        (
            #"{"register": "r", "id": "id", "names": ["n"], "land": "c"}"#,
            "map.json: 'land' is not known; members are countries, country, delimiter, domain, id, names, register"
        ),
        (
            #"{"register": "r", "id": "id", "names": ["n"], "delimiter": "ab"}"#,
            "map.json: 'delimiter' is one character"
        ),
        ("[]", "map.json: this is no JSON object"), ("{", "map.json: this is no JSON object"),
    ])
    func aMapThatCannotBeRead(_ map: String, _ message: String) {
        do {
            _ = try RegisterMap(json: Data(map.utf8), name: "map.json")
            Issue.record("it was read")
        } catch { #expect((error as? ImportError)?.description == message) }
    }

    @Test(arguments: [
        ("id,name\nr1,A\nr1,B\n", "r.csv, line 3: an organization with the id 'r1' was there before"),
        ("id,name\n,A\n", "r.csv, line 2: this organization has no id"),
        ("id,name\nr1,\n", "r.csv, line 2: this organization has no name"),
        ("id,title\nr1,A\n", "r.csv, line 1: there is no column 'name'"),
        ("id,name\nr1,A,x\n", "r.csv, line 2: this record has 3 columns, the header has 2"),
    ])
    func aFileThatCannotBeRead(_ csv: String, _ message: String) {
        do {
            _ = try read(#"{"register": "r", "id": "id", "names": ["name"]}"#, csv)
            Issue.record("it was read")
        } catch { #expect((error as? ImportError)?.description == message) }
    }
}
