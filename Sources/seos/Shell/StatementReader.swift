/// Puts lines together to statements: a query ends with `;` outside texts, names in backticks and comments; a line
/// that begins with `:` is a command of the shell, and one that begins with `@` a named query.
struct StatementReader {
    private var text = ""

    /// Whether a statement has begun and not ended.
    var isOpen: Bool { !text.isEmpty }

    /// What was typed of a statement is dropped.
    mutating func clear() { text = "" }

    /// Adds a line and answers the statements it ends.
    mutating func add(_ line: String) -> [String] {
        if text.isEmpty {
            let start = line.drop { $0.isWhitespace }
            if start.isEmpty { return [] }
            let isOpenCommand = Self.takesQuery.contains { start.hasPrefix($0 + " ") }
            if start.first == ":" && !isOpenCommand || start.first == "@" { return [Self.trimmed(start)] }
        }
        text += line + "\n"
        let (statements, rest) = Self.split(text)
        text = Self.isBlank(rest) ? "" : rest
        return statements
    }

    /// What is left at the end of input.
    mutating func finish() -> [String] {
        defer { text = "" }
        return Self.isBlank(text) ? [] : [Self.trimmed(text[...])]
    }

    /// Commands that a query follows.
    static let takesQuery = [":explain", ":profile"]

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop { $0.isWhitespace }
        while let last = text.last, last.isWhitespace || last == ";" { text.removeLast() }
        return String(text)
    }

    /// Nothing but space and comments.
    private static func isBlank(_ text: String) -> Bool {
        var scanner = Scanner(text)
        while let c = scanner.next() { if !c.isComment, ![0x20, 0x09, 0x0A, 0x0D].contains(c.byte) { return false } }
        return true
    }

    private static func split(_ text: String) -> (statements: [String], rest: String) {
        let bytes = Array(text.utf8)
        var statements: [String] = []
        var start = 0
        var scanner = Scanner(text)
        while let c = scanner.next() {
            guard c.byte == UInt8(ascii: ";"), !c.isComment, !c.isQuoted else { continue }
            let statement = String(decoding: bytes[start..<scanner.at - 1], as: UTF8.self)
            if !isBlank(statement) { statements.append(trimmed(statement[...])) }
            start = scanner.at
        }
        return (statements, String(decoding: bytes[start...], as: UTF8.self))
    }

    /// Bytes with what they stand in.
    private struct Scanner {
        private let bytes: [UInt8]
        private(set) var at = 0
        private var quote: UInt8 = 0
        private enum Comment { case none, line, block }
        private var comment = Comment.none

        init(_ text: String) { bytes = Array(text.utf8) }

        private func has(_ pair: (Character, Character)) -> Bool {
            at + 1 < bytes.count && bytes[at] == pair.0.asciiValue && bytes[at + 1] == pair.1.asciiValue
        }

        mutating func next() -> (byte: UInt8, isQuoted: Bool, isComment: Bool)? {
            guard at < bytes.count else { return nil }
            let byte = bytes[at]
            if quote != 0 {
                if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "`"), at + 1 < bytes.count { at += 1 }
                if byte == quote { quote = 0 }
                at += 1
                return (byte, true, false)
            }
            switch comment {
            case .line:
                if byte == 0x0A { comment = .none }
                at += 1
                return (byte, false, true)
            case .block:
                if has(("*", "/")) {
                    comment = .none
                    at += 1
                }
                at += 1
                return (byte, false, true)
            case .none: break
            }
            if has(("/", "/")) {
                comment = .line
                at += 2
                return (byte, false, true)
            }
            if has(("/", "*")) {
                comment = .block
                at += 2
                return (byte, false, true)
            }
            if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`") { quote = byte }
            at += 1
            return (byte, quote != 0, false)
        }
    }
}
