import SeosStore

/// How the records of one file become rows of one table.
struct RowPlan {
    enum Place {
        /// A parameter of the INSERT statement.
        case column(Int, ModelTable.Content)
        /// A property in `extra`, with its name as the beginning of a JSON member.
        case extra(key: [UInt8], ImportedCatalogue.ValueKind)
    }

    var places: [(column: Int, place: Place)] = []

    /// - Parameters:
    ///   - columns: of the table, as the statement names them.
    ///   - extra: the properties in `extra`.
    init(_ file: ImportFile, model: [ModelTable.Column], columns: [String], extra: [ImportedCatalogue.Property]) {
        for property in file.properties {
            if let number = extra.firstIndex(where: { $0.name == property.name }) {
                places.append((property.column, .extra(key: Self.member(extra, number), extra[number].kind)))
            } else if let column = model.first(where: { $0.name == property.name }),
                let index = columns.firstIndex(of: column.name)
            {
                places.append((property.column, .column(index + 1, column.content)))
            }
        }
    }

    mutating func addExtra(column: Int, _ name: String, _ extra: [ImportedCatalogue.Property]) {
        guard let number = extra.firstIndex(where: { $0.name == name }) else { return }
        places.append((column, .extra(key: Self.member(extra, number), extra[number].kind)))
    }

    private static func member(_ extra: [ImportedCatalogue.Property], _ number: Int) -> [UInt8] {
        var out: [UInt8] = []
        JSONBytes.string(Array(ImportedCatalogue.key(extra[number].name, number: number).utf8), to: &out)
        out.append(UInt8(ascii: ":"))
        return out
    }

    /// The JSON object of a record's properties that lie in `extra`; nothing when there are none.
    func writeExtra(_ reader: CSVReader, to out: inout [UInt8]) {
        var isFirst = true
        for (column, place) in places {
            guard case .extra(let key, let kind) = place, !reader.isNull(column) else { continue }
            out.append(isFirst ? UInt8(ascii: "{") : UInt8(ascii: ","))
            isFirst = false
            out += key
            let value = reader.bytes(column)
            switch kind {
            case .text: JSONBytes.string(value, to: &out)
            case .number:
                out += value
                // A whole number would come back as one.
                if !value.contains(where: { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }) {
                    out += ".0".utf8
                }
            case .integer, .boolean, .texts, .numbers: out += value
            }
        }
        if !isFirst { out.append(UInt8(ascii: "}")) }
    }
}

enum JSONBytes {
    /// A text with quotation marks, as JSON.
    static func string(_ bytes: some Sequence<UInt8>, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "\""))
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
            case 0..<0x20:
                out += "\\u00".utf8
                out += [UInt8(ascii: "0") + byte / 16, "0123456789abcdef".utf8.map { $0 }[Int(byte % 16)]]
            default: out.append(byte)
            }
        }
        out.append(UInt8(ascii: "\""))
    }
}
