import Foundation
import SeosModel

/// The JSON arrays that some columns hold.
enum JSONText {
    static func list(_ strings: [String]) -> String {
        strings.isEmpty ? "[]" : JSONValue.array(strings.map { .string($0) }).text
    }

    static func names(_ names: [LocalizedName]) -> String {
        JSONValue.array(
            names.map { .object(["name": .string($0.name), "language": .string($0.language)]) }
        ).text
    }

    /// - Returns: an empty list for what is no JSON array of strings.
    static func strings(_ text: String) -> [String] {
        if text == "[]" { return [] }
        if let plain = plainStrings(text) { return plain }
        return (try? JSONDecoder().decode([String].self, from: Data(text.utf8))) ?? []
    }

    /// The strings of a list without escapes, which most are; nil for others.
    private static func plainStrings(_ text: String) -> [String]? {
        let bytes = text.utf8
        guard bytes.count >= 4, bytes.starts(with: [0x5B, 0x22]), bytes.last == 0x5D, !bytes.contains(0x5C) else {
            return nil
        }
        // A quote without an escape begins or ends a string.
        let parts = bytes.split(separator: 0x22, omittingEmptySubsequences: false)
        var strings: [String] = []
        for (n, part) in parts.enumerated().dropFirst() {
            if n % 2 == 1 {
                strings.append(String(Substring(part)))
            } else if n < parts.count - 1, !part.elementsEqual([0x2C]) {
                return nil
            }
        }
        return parts.count % 2 == 1 ? strings : nil
    }

    static func localizedNames(_ text: String) -> [LocalizedName] {
        if text == "[]" { return [] }
        return (try? JSONDecoder().decode([LocalizedName].self, from: Data(text.utf8))) ?? []
    }
}
