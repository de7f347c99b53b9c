import SeosModel

/// Rows of RFC 4180: commas, CRLF, quotes doubled.
struct CSVRows {
    /// See ``ExportOptions/spreadsheetSafe``.
    var spreadsheetSafe: Bool

    func header(_ names: [String], to out: inout ExportWriter) throws {
        // Without the mark, spreadsheets guess an eight-bit encoding.
        if spreadsheetSafe { try out.put("\u{FEFF}") }
        try out.put { bytes in
            for (index, name) in names.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                append(text: name, to: &bytes)
            }
            bytes.append(contentsOf: "\r\n".utf8)
        }
    }

    func row(
        _ fixed: [GraphSnapshot.PropertyValue], _ properties: [GraphSnapshot.Property], _ columns: [String],
        to out: inout ExportWriter
    ) throws {
        try out.put { bytes in
            for (index, value) in fixed.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                append(value, to: &bytes)
            }
            for name in columns {
                bytes.append(UInt8(ascii: ","))
                append(properties.first { $0.name == name }?.value ?? .null, to: &bytes)
            }
            bytes.append(contentsOf: "\r\n".utf8)
        }
    }

    private func append(_ value: GraphSnapshot.PropertyValue, to bytes: inout [UInt8]) {
        switch value {
        case .null: return
        case .bool, .double: bytes.append(contentsOf: PropertyText.text(value).utf8)
        case .integer, .decimal:
            let digits = PropertyText.text(value)
            // A spreadsheet keeps 15 digits of a number and shows zeros for the rest.
            if spreadsheetSafe, digits.utf8.count(where: { $0 >= UInt8(ascii: "0") }) > 15 {
                bytes.append(UInt8(ascii: "'"))
            }
            bytes.append(contentsOf: digits.utf8)
        case .string(let string): append(text: string, to: &bytes)
        case .list: append(text: PropertyText.json(value).text, to: &bytes)
        }
    }

    private func append(text: String, to bytes: inout [UInt8]) {
        let start = bytes.count
        if spreadsheetSafe, let first = text.utf8.first, Self.formulaStarts.contains(first) {
            bytes.append(UInt8(ascii: "'"))
        }
        bytes.append(contentsOf: text.utf8)
        // Empty text is quoted, since an empty field is null; so are leading and trailing spaces, which some trim.
        let needsQuotes =
            bytes.count == start || bytes[start] == 0x20 || bytes[bytes.count - 1] == 0x20
            || bytes[start...].contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        guard needsQuotes else { return }
        let plain = Array(bytes[start...])
        bytes.removeSubrange(start...)
        bytes.append(UInt8(ascii: "\""))
        for byte in plain {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// `=`, `+`, `-`, `@`, tab, line feed and carriage return begin what a spreadsheet may run.
    private static let formulaStarts: Set<UInt8> = [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0A, 0x0D]
}
