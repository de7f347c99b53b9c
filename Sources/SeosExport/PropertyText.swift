import SeosModel

/// Property values as text, the same on every machine.
enum PropertyText {
    /// Between the members of a list, for formats that have no lists.
    static let listSeparator = " | "

    /// Amounts exactly as stored; lists joined by ``listSeparator``.
    static func text(_ value: GraphSnapshot.PropertyValue) -> String {
        switch value {
        case .null: ""
        case .bool(let flag): flag ? "true" : "false"
        case .integer(let number): String(number)
        case .decimal(let number): number.description
        case .double(let number): text(number)
        case .string(let string): string
        case .list(let items): items.map(text).joined(separator: listSeparator)
        }
    }

    /// `["a", "b"]` with `\"` and `\\` inside: the form that graph programs read for a list of strings.
    static func bracketed(_ value: GraphSnapshot.PropertyValue) -> String {
        guard case .list(let items) = value else { return text(value) }
        let quoted = items.map { item in
            let escaped = text(item).unicodeScalars.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }
            return "\"\(escaped.joined())\""
        }
        return "[\(quoted.joined(separator: ", "))]"
    }

    static func json(_ value: GraphSnapshot.PropertyValue) -> JSONValue {
        switch value {
        case .null: .null
        case .bool(let flag): .bool(flag)
        case .integer(let number): .integer(number)
        case .decimal(let number): .decimal(number)
        case .double(let number): .double(number)
        case .string(let string): .string(string)
        case .list(let items): .array(items.map(json))
        }
    }

    /// XML Schema spells infinity in capitals, which other readers take too.
    private static func text(_ number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-INF" : "INF" }
        return "\(number)"
    }
}

extension GraphSnapshot.Node {
    /// What a drawing or a list shows for the node.
    var displayName: String {
        for name in ["name", "title", "as_written", "quote", "property", "uri"] {
            if case .string(let text) = self[name], !text.isEmpty { return text }
        }
        return "\(label) \(id)"
    }
}
