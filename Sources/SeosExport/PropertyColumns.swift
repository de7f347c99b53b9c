import SeosModel

/// The typed columns that the properties of a graph need.
///
/// Programs that read graph files want one type a column. A property that is a number on one node and text on another
/// (the value of an amount and of a claim) becomes two columns: `value` and `value_text`.
struct PropertyColumns {
    enum ColumnType: Int {
        case double
        case long
        case text
        case list
        case boolean
    }

    struct Column {
        var title: String
        var type: ColumnType
        /// Letters, digits and `_` only, unique; neutral, since some readers give words like `size` a meaning.
        var id: String
    }

    private(set) var columns: [Column] = []
    private var indexes: [String: [Kind: Int]] = [:]

    /// Columns in order of first appearance; a property with a `reserved` name is called `property_<name>`.
    init<S: Sequence>(of owners: S, idPrefix: String, reserved: Set<String>)
    where S.Element == [GraphSnapshot.Property] {
        var names: [String] = []
        var kinds: [String: [Kind: ColumnType]] = [:]
        for properties in owners {
            for property in properties {
                guard let (kind, type) = Kind.of(property.value) else { continue }
                if kinds[property.name] == nil { names.append(property.name) }
                let known = kinds[property.name]?[kind]
                kinds[property.name, default: [:]][kind] = known == .double ? .double : type
            }
        }
        var taken = reserved.union(names)
        for name in names {
            let found = (kinds[name] ?? [:]).sorted { $0.key.rawValue < $1.key.rawValue }
            for (place, (kind, type)) in found.enumerated() {
                var title = reserved.contains(name) ? "property_\(name)" : name
                if place > 0 { title += kind.suffix }
                if place > 0 || title != name { title = Self.unused(title, &taken) }
                indexes[name, default: [:]][kind] = columns.count
                columns.append(Column(title: title, type: type, id: ""))
            }
        }
        var ids: Set<String> = []
        for index in columns.indices {
            let plain = columns[index].title.unicodeScalars.map { scalar in
                scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? String(scalar) : "_"
            }
            columns[index].id = Self.unused(idPrefix + plain.joined(), &ids)
        }
    }

    /// The column of a property, nil for null.
    func column(of property: GraphSnapshot.Property) -> Column? {
        guard let (kind, _) = Kind.of(property.value), let index = indexes[property.name]?[kind] else { return nil }
        return columns[index]
    }

    private static func unused(_ wanted: String, _ taken: inout Set<String>) -> String {
        var name = wanted
        var number = 2
        while !taken.insert(name).inserted {
            name = "\(wanted)_\(number)"
            number += 1
        }
        return name
    }

    /// The values that can share a column; the first of these that a property has keeps the property's own name.
    private enum Kind: Int {
        case number
        case text
        case list
        case flag

        var suffix: String {
            switch self {
            case .number: "_number"
            case .text: "_text"
            case .list: "_list"
            case .flag: "_flag"
            }
        }

        static func of(_ value: GraphSnapshot.PropertyValue) -> (Kind, ColumnType)? {
            switch value {
            case .null: nil
            case .bool: (.flag, .boolean)
            case .integer: (.number, .long)
            case .decimal, .double: (.number, .double)
            case .string: (.text, .text)
            case .list: (.list, .list)
            }
        }
    }
}
