import Foundation
import SeosModel

/// What the line-by-line services share.
enum JSONLines {
    private struct Identified: Decodable {
        enum ID: Decodable {
            case integer(Int64)
            case double(Double)
            case string(String)
            init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                if let n = try? container.decode(Int64.self) {
                    self = .integer(n)
                } else if let d = try? container.decode(Double.self) {
                    self = .double(d)
                } else {
                    self = .string(try container.decode(String.self))
                }
            }
        }
        var id: ID?
    }

    /// The line's id as it was given; null when it has none.
    static func id(of data: Data) -> JSONValue {
        switch (try? JSONDecoder().decode(Identified.self, from: data))?.id {
        case .integer(let n): return .integer(n)
        case .double(let d): return .double(d)
        case .string(let s): return .string(s)
        case nil: return .null
        }
    }

    static func error(_ code: String, _ message: String, id: JSONValue = .null) -> JSONValue {
        .object(["id": id, "error": .object(["code": .string(code), "message": .string(message)])])
    }
}
