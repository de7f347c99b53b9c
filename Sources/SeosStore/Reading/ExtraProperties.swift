import Foundation
import SeosModel

/// Reads the JSON object in `extra` as the catalogue describes it.
struct ExtraProperties: Sendable {
    private let properties: [ImportedCatalogue.Property]

    init(_ properties: [ImportedCatalogue.Property]) { self.properties = properties }

    var names: Set<String> { Set(properties.map(\.name)) }

    /// In the order of the file's columns; what is not there makes no property.
    func read(_ json: String?) -> [GraphSnapshot.Property] {
        guard let json, let members = try? JSONDecoder().decode([String: Member].self, from: Data(json.utf8)) else {
            return []
        }
        return properties.enumerated().compactMap { number, property in
            guard let member = members[ImportedCatalogue.key(property.name, number: number)] else { return nil }
            return GraphSnapshot.Property(property.name, member.value(property.kind))
        }
    }

    private enum Member: Decodable {
        case boolean(Bool)
        case integer(Int64)
        case number(Double)
        case text(String)
        case list([Member])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let value = try? container.decode(String.self) {
                self = .text(value)
            } else if let value = try? container.decode(Bool.self) {
                self = .boolean(value)
            } else if let value = try? container.decode(Int64.self) {
                self = .integer(value)
            } else if let value = try? container.decode(Double.self) {
                self = .number(value)
            } else {
                self = .list(try container.decode([Member].self))
            }
        }

        func value(_ kind: ImportedCatalogue.ValueKind) -> GraphSnapshot.PropertyValue {
            switch self {
            case .boolean(let value): return .bool(value)
            case .integer(let value): return kind == .number ? .double(Double(value)) : .integer(value)
            case .number(let value): return .double(value)
            case .text(let value): return .string(value)
            case .list(let items): return .list(items.map { $0.value(.integer) })
            }
        }
    }
}
