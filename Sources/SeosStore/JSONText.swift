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
        return (try? JSONDecoder().decode([String].self, from: Data(text.utf8))) ?? []
    }

    static func localizedNames(_ text: String) -> [LocalizedName] {
        if text == "[]" { return [] }
        return (try? JSONDecoder().decode([LocalizedName].self, from: Data(text.utf8))) ?? []
    }
}
