public import SeosModel

extension QueryError: CustomStringConvertible {
    /// The error as people read it, several lines without a final newline.
    public var description: String {
        var out = "error[\(code.rawValue)]: \(message)"
        guard let line, let excerpt else {
            if let hint { out += "\n  \(hint)" }
            return out
        }
        let number = String(line)
        let margin = String(repeating: " ", count: number.count)
        out += "\n  \(number) | \(excerpt.text)"
        out += "\n  \(margin) | " + String(repeating: " ", count: excerpt.indent)
        out += String(repeating: "^", count: max(1, excerpt.width))
        if let hint { out += " \(hint)" }
        return out
    }

    /// `{"error":{"code","message","line","column","hint"}}`; what is unknown is null.
    public var json: JSONValue {
        .object([
            "error": .object([
                "code": .string(code.rawValue),
                "message": .string(message),
                "line": line.map { .integer(Int64($0)) } ?? .null,
                "column": column.map { .integer(Int64($0)) } ?? .null,
                "hint": .optional(hint),
            ])
        ])
    }
}

extension QueryError {
    /// How much of a long line is shown on either side of the place.
    private static let window = 60

    /// Gives a fault its line and column in the query text.
    init(_ fault: QueryFault, source: [UInt8]) {
        self.init(code: fault.code, message: fault.message, hint: fault.hint)
        standard = fault.standard ?? StandardError(fault.code)
        guard let range = fault.range else { return }
        let start = min(range.lowerBound, source.count)
        let end = min(max(range.upperBound, start), source.count)
        let newline = UInt8(ascii: "\n")
        let lineStart = source[..<start].lastIndex(of: newline).map { $0 + 1 } ?? 0
        let lineEnd = source[start...].firstIndex(of: newline) ?? source.count
        line = source[..<start].reduce(into: 1) { if $1 == newline { $0 += 1 } }
        let before = Array(String(decoding: source[lineStart..<start], as: UTF8.self).unicodeScalars)
        column = before.count + 1
        let marked = Array(String(decoding: source[start..<min(end, lineEnd)], as: UTF8.self).unicodeScalars)
        let after = Array(String(decoding: source[min(end, lineEnd)..<lineEnd], as: UTF8.self).unicodeScalars)
        var text = ""
        if before.count > Self.window { text += "…" }
        for scalar in before.suffix(Self.window) { text += Self.visible(scalar) }
        let indent = DisplayWidth.of(text)
        for scalar in marked.prefix(Self.window) { text += Self.visible(scalar) }
        let width = DisplayWidth.of(text) - indent
        for scalar in after.prefix(Self.window) { text += Self.visible(scalar) }
        if after.count > Self.window || marked.count > Self.window { text += "…" }
        while text.last == " " { text.removeLast() }
        excerpt = Excerpt(text: text, indent: indent, width: width)
    }

    private static func visible(_ scalar: Unicode.Scalar) -> String {
        switch scalar.properties.generalCategory {
        case .control: scalar == "\t" ? " " : scalar == "\r" ? "" : "·"
        case .format, .lineSeparator, .paragraphSeparator: "·"
        default: String(scalar)
        }
    }

    /// A piece of the query inside a message: at most 80 characters, control characters as escapes.
    static func quoted(_ text: String) -> String {
        var out = "'"
        for (count, scalar) in text.unicodeScalars.enumerated() {
            if count == 80 {
                out += "…"
                break
            }
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
                out += "\\u{" + String(scalar.value, radix: 16) + "}"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "'"
    }
}
