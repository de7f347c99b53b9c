import CSQLite
import Foundation
import SeosModel
import SeosQuery
import Testing

/// A small graph in a database of its own, made from `graph/schema.sql`.
///
/// Three projects: Amber (lead Tartu; Riga, Gdańsk; funded by Baltic 2021), Birch (lead Riga; Tartu, Gdańsk twice,
/// also as associated; funded by Baltic 2021 and by Tartu as co-financier), Cedar (lead Solo, alone, nothing else known).
struct Fixture {
    let path: String

    static let shared: Fixture = {
        do { return try Fixture() } catch { fatalError("the fixture cannot be made: \(error)") }
    }()

    static var root: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
    }

    struct Failure: Error { var message: String }

    init() throws {
        let folder = FileManager.default.temporaryDirectory
        path = folder.appendingPathComponent("seos-query-\(UUID().uuidString).sqlite").path
        let schema = try String(contentsOf: Self.root.appendingPathComponent("graph/schema.sql"), encoding: .utf8)
        try Self.run(schema + Self.rows, at: path)
    }

    static func run(_ script: String, at path: String) throws {
        var message = [CChar](repeating: 0, count: 300)
        guard csqlite_run_script(path, script, &message, message.count) == CSQLITE_OK else {
            throw Failure(
                message: String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
        }
    }

    func engine() throws -> QueryEngine { try QueryEngine(path: path) }

    /// Rows as compact JSON, one string a row.
    func rows(_ query: String, _ parameters: [String: QueryValue] = [:]) throws -> [String] {
        let engine = try engine()
        return try engine.run(engine.prepare(query, parameters: parameters), timeout: .seconds(20)).all().map {
            QueryValue.list($0).json.text
        }
    }

    /// The whole text of the error a query ends with; the rows when it does not.
    func error(_ query: String, _ parameters: [String: QueryValue] = [:]) -> String {
        do { return "rows: \(try rows(query, parameters))" } catch let error as QueryError {
            return error.description
        } catch { return "\(error)" }
    }

    private static let rows = """
        INSERT INTO project (id, name, full_name, acronym, start_date, end_date, year, url, names, languages) VALUES
          (11, 'Amber', 'Amber Roads', 'AMB', '2021-01-01', '2023-12-31', 2021, 'https://amber.example', '[{"name":"Amber","language":"en"},{"name":"Merevaik","language":"et"}]', '["en","et"]'),
          (12, 'Birch', 'Birch Works', 'BIR', '2022-05-01', NULL, 2022, NULL, '[{"name":"Birch","language":"en"}]', '["en"]'),
          (13, 'Cedar', NULL, NULL, NULL, NULL, NULL, NULL, '[]', '[]');
        INSERT INTO organization (id, name, kind, country, names) VALUES
          (21, 'Tartu', 'university', 'EE', '["Tartu","Tartu Ülikool"]'),
          (22, 'Riga', 'public', 'LV', '[{"name":"Riga","language":"en"}]'),
          (23, 'Gdańsk', 'ngo', 'PL', '["Gdańsk"]'),
          (24, 'Solo', NULL, NULL, '["Solo"]');
        INSERT INTO region (id, name, code, level, country, names) VALUES
          (31, 'Estonia', 'EE', 0, 'EE', '["Estonia","Eesti"]'), (32, 'Lõuna-Eesti', 'EE008', 3, 'EE', '["Lõuna-Eesti"]'),
          (33, 'Latvia', 'LV', 0, 'LV', '["Latvia"]'), (34, 'Baltic', NULL, -1, NULL, '["Baltic"]');
        INSERT INTO programme (id, name, period_start, period_end, names) VALUES (41, 'Baltic 2021', '2021-01-01', '2027-12-31', '["Baltic 2021"]');
        INSERT INTO amount (id, value, minor, scale, currency, kind, as_written) VALUES
          (51, 1000000, 1000000, 0, 'EUR', 'total', '1 000 000 €'), (52, 46388.4, 463884, 1, 'EUR', 'eu', '46 388,40 €'),
          (53, 0.1, 1, 1, 'EUR', 'own', '0,10 €'), (54, 0.2, 2, 1, 'EUR', 'own', '0,20 €'),
          (55, 900000, 900000, 0, 'EUR', 'total', '900 000 €');
        INSERT INTO date (id, "start", "end", precision, kind, as_written) VALUES (61, '2021-01-01', '2023-12-31', 'day', 'period', '2021–2023');
        INSERT INTO contact (id, name, email, phone) VALUES (71, 'Office', 'office@amber.example', NULL);
        INSERT INTO document VALUES
          (81, 'a.html', 'Amber page', 'en', 'text/html', 'utf-8', '2023-01-01', NULL, 'h', 'x', 1, 'text', '2024-01-01T00:00:00Z'),
          (82, 'b.html', 'Birch page', 'et', 'text/html', 'utf-8', NULL, NULL, 'h', 'x', 1, 'text', '2024-01-01T00:00:00Z');
        INSERT INTO partner_in (source, target, id, role, claims, sources, confidence) VALUES
          (21, 11, 101, 1, 2, 2, 0.9), (22, 11, 102, 2, 1, 1, 0.8), (23, 11, 103, 2, 1, 1, 0.7),
          (22, 12, 104, 1, 1, 1, 0.9), (21, 12, 105, 2, 1, 1, 0.9), (23, 12, 106, 2, 1, 1, 0.9),
          (23, 12, 107, 3, 1, 1, 0.9), (24, 13, 108, 1, 1, 1, 0.5);
        INSERT INTO funded_by (source, target, id, role, claims, sources, confidence) VALUES (11, 41, 111, 4, 1, 1, 0.9), (12, 41, 112, 4, 1, 1, 0.9), (12, 21, 113, 5, 1, 1, 0.9);
        INSERT INTO has_amount (source, target, id, claims, sources) VALUES (11, 51, 121, 1, 1), (11, 52, 122, 1, 1), (12, 53, 123, 1, 1), (12, 54, 124, 1, 1), (11, 55, 125, 1, 1);
        INSERT INTO share_of (source, target, id, claims, sources) VALUES (53, 21, 131, 1, 1);
        INSERT INTO has_date (source, target, id, claims, sources) VALUES (11, 61, 141, 1, 1);
        INSERT INTO located_in (source, target, id, claims, sources) VALUES (21, 32, 151, 1, 1), (22, 33, 152, 1, 1), (11, 31, 153, 1, 1), (12, 32, 154, 1, 1);
        INSERT INTO part_of (source, target, id) VALUES (32, 31, 161), (31, 34, 162), (33, 34, 163), (34, 34, 164);
        INSERT INTO contact_of (source, target, id) VALUES (71, 11, 171);
        INSERT INTO mention VALUES
          (91, 81, 'project', 0, 5, 0, 5, 'Amber', 'Amber', 'en', 1, NULL, NULL, NULL, 'r', 0.9, 11),
          (92, 81, 'project', 9, 14, 9, 14, 'Amber', 'Amber', 'en', 1, NULL, NULL, NULL, 'r', 0.9, 11),
          (93, 82, 'organization', 0, 5, 0, 5, 'Tartu', 'Tartu', 'et', 2, NULL, NULL, NULL, 'r', 0.9, 21),
          (94, 82, 'money', 7, 9, 7, 9, '5 €', '5 €', 'et', NULL, NULL, NULL, '5 EUR', 'r', 0.9, NULL);
        INSERT INTO claim VALUES
          (1001, 81, 1, 0, 0, 'start', NULL, NULL, 1, NULL, NULL, 91, '2021-01-01', 'from 2021', 0, 9, 0, 9, 'date.label', 0.9, 'en', 11, NULL, NULL),
          (1002, 82, 1, 0, 0, 'start', NULL, NULL, 1, NULL, NULL, 91, '2021-02-01', 'algus 2/2021', 0, 9, 0, 9, 'date.label', 0.8, 'et', 11, NULL, NULL),
          (1003, 81, 1, 0, 0, 'partner', 'lead', NULL, 1, 2, NULL, 91, 'Tartu', 'led by Tartu', 0, 9, 0, 9, 'role.label', 0.9, 'en', 11, 21, NULL),
          (1004, 81, 1, 1, 0, 'start', NULL, NULL, 1, NULL, NULL, 91, '1999-01-01', 'old', 0, 9, 0, 9, 'date.label', 0.9, 'en', 11, NULL, NULL);
        """
}
