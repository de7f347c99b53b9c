import SeosQuery

/// What the word before the cursor may become.
struct ShellCompletion {
    let vocabulary: QueryVocabulary
    let queries: [String]
    static let commands = [":explain", ":format", ":help", ":limit", ":param", ":profile", ":quit", ":timeout"]

    /// - Parameters:
    ///   - line: what was typed before the cursor.
    ///   - isContinued: whether the statement began on an earlier line.
    /// - Returns: the answers, and how many bytes before the cursor they stand for.
    func complete(_ line: String, isContinued: Bool) -> (answers: [String], replaced: Int) {
        let bytes = Array(line.utf8)
        var start = bytes.count
        while start > 0, Self.isWordByte(bytes[start - 1]) { start -= 1 }
        let word = String(decoding: bytes[start...], as: UTF8.self)
        let before = bytes[..<start].last { $0 != 0x20 }
        let isFirst = !isContinued && bytes[..<start].allSatisfy { $0 == 0x20 }
        let isCommand = !isContinued && start == 1 && bytes[0] == UInt8(ascii: ":")
        if isCommand { return (Self.matches(":" + word, Self.commands), word.utf8.count + 1) }
        if line.hasPrefix(":format ") { return (Self.matches(word, ResultEncoders.names), word.utf8.count) }
        switch start > 0 ? bytes[start - 1] : 0 {
        case UInt8(ascii: "@"): return (Self.matches(word, queries), word.utf8.count)
        case UInt8(ascii: "."): return (Self.matches(word, vocabulary.properties), word.utf8.count)
        case UInt8(ascii: ":"), UInt8(ascii: "|"):
            let isType =
                bytes[..<start].lastIndex(of: UInt8(ascii: "[")) ?? -1
                > bytes[..<start].lastIndex(of: UInt8(ascii: "(")) ?? -1
            return (Self.matches(word, isType ? vocabulary.types : vocabulary.labels), word.utf8.count)
        case UInt8(ascii: "{"): return (Self.matches(word, vocabulary.properties), word.utf8.count)
        default: break
        }
        if word.isEmpty { return ([], 0) }
        // Inside the braces of a pattern a name after a comma is a property.
        if before == UInt8(ascii: ","), Self.isInBraces(bytes[..<start]) {
            return (Self.matches(word, vocabulary.properties), word.utf8.count)
        }
        let words = vocabulary.keywords + (isFirst ? [] : vocabulary.functions.map { $0 + "(" })
        return (Self.matches(word, words), word.utf8.count)
    }

    /// Those that begin with the word, whatever its case.
    private static func matches(_ word: String, _ candidates: [String]) -> [String] {
        let lower = word.lowercased()
        return candidates.filter { $0.lowercased().hasPrefix(lower) }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x5F || byte == 0x2D || byte >= 0x80
    }

    private static func isInBraces(_ bytes: ArraySlice<UInt8>) -> Bool {
        var depth = 0
        for byte in bytes {
            if byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "}") { depth -= 1 }
        }
        return depth > 0
    }
}
