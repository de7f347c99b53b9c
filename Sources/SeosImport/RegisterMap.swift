import Foundation

/// Says which columns of a register's CSV file hold what. As JSON:
///
/// ```json
/// {"register": "ror", "id": "id", "country": "country_code", "domain": "website",
///  "names": [{"column": "name"}, {"column": "name_et", "language": "et"},
///            {"column": "aliases", "separator": ";"},
///            {"column": "labels", "separator": ";", "language_before": ":"}]}
/// ```
///
/// `names` and `id` are needed; the first name found is the one shown. `separator` parts several names in one column;
/// `language_before` says what stands between a language and a name ("et: Tartu Ülikool"). `country` is an ISO code or
/// an English name; `countries` is an object of further spellings with their codes. `delimiter` is "," unless given.
public struct RegisterMap: Sendable {
    struct Name: Sendable {
        var column: String
        var language: String?
        var separator: String?
        var languageBefore: String?
    }

    /// How the register is called in the graph: a short word.
    public var register: String
    var id: String
    var names: [Name]
    var country: String?
    var domain: String?
    var countries: [String: String]
    var delimiter: UInt8

    /// - Throws: ``ImportError`` that names the member that is wrong.
    public init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ImportError(.missing, "the map \(path) cannot be read")
        }
        try self.init(json: data, name: (path as NSString).lastPathComponent)
    }

    init(json: Data, name file: String) throws {
        func wrong(_ message: String) -> ImportError {
            ImportError(.map, message, file: file, hint: "see the article Registers, or 'seos help import'")
        }
        guard let object = try? JSONSerialization.jsonObject(with: json) as? [String: Any] else {
            throw wrong("this is no JSON object")
        }
        let known: Set<String> = ["register", "id", "names", "country", "domain", "countries", "delimiter"]
        if let other = object.keys.sorted().first(where: { !known.contains($0) }) {
            throw wrong("'\(other)' is not known; members are \(known.sorted().joined(separator: ", "))")
        }
        func text(_ object: [String: Any], _ member: String) throws -> String? {
            guard let value = object[member] else { return nil }
            guard let text = value as? String, !text.isEmpty else { throw wrong("'\(member)' is no text") }
            return text
        }
        guard let register = try text(object, "register") else { throw wrong("'register' is missing") }
        let isWord = register.utf8.allSatisfy {
            $0 == 0x2D || $0 == 0x2E || $0 == 0x5F || ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10
        }
        if !isWord || register.utf8.count > 40 {
            throw wrong("'register' is a short word of letters, digits, '-', '.' and '_'")
        }
        guard let id = try text(object, "id") else { throw wrong("'id' is missing") }
        guard let list = object["names"] as? [Any], !list.isEmpty else { throw wrong("'names' is missing") }
        self.register = register
        self.id = id
        names = try list.map { item in
            if let column = item as? String { return Name(column: column) }
            guard let item = item as? [String: Any], let column = try text(item, "column") else {
                throw wrong("a name is a column, or an object with a 'column'")
            }
            let members: Set<String> = ["column", "language", "separator", "language_before"]
            if let other = item.keys.sorted().first(where: { !members.contains($0) }) {
                throw wrong(
                    "'\(other)' of a name is not known; members are \(members.sorted().joined(separator: ", "))")
            }
            return Name(
                column: column, language: try text(item, "language"), separator: try text(item, "separator"),
                languageBefore: try text(item, "language_before"))
        }
        country = try text(object, "country")
        domain = try text(object, "domain")
        if let given = object["countries"] {
            guard let given = given as? [String: String] else { throw wrong("'countries' is no object of texts") }
            countries = given
        } else {
            countries = [:]
        }
        let delimiter = try text(object, "delimiter") ?? ","
        guard delimiter.utf8.count == 1, let byte = delimiter.utf8.first, ![0x22, 0x0A, 0x0D].contains(byte) else {
            throw wrong("'delimiter' is one character")
        }
        self.delimiter = byte
    }
}
