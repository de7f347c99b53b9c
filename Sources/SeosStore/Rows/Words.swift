import GRDB
import SeosModel

/// The model's enumerations by the words that the tables hold.
enum Words {
    private static let entityKinds = table(EntityKind.allCases) { $0.word }
    private static let mentionKinds = table(Mention.Kind.allCases) { $0.name }
    private static let properties = table(Claim.Property.allCases) { $0.word }
    private static let roles = table(Claim.Role.allCases) { $0.word }
    private static let amountKinds = table(Claim.AmountKind.allCases) { $0.word }

    static func entityKind(_ word: String) throws -> EntityKind { try find(word, in: entityKinds, "kind") }
    static func mentionKind(_ word: String) throws -> Mention.Kind { try find(word, in: mentionKinds, "kind") }
    static func property(_ word: String) throws -> Claim.Property { try find(word, in: properties, "property") }
    static func role(_ word: String) throws -> Claim.Role { try find(word, in: roles, "role") }
    static func amountKind(_ word: String) throws -> Claim.AmountKind { try find(word, in: amountKinds, "amount_kind") }

    /// A range that cannot be turned round, whatever a damaged row says.
    static func range(_ start: Int, _ end: Int) -> Range<Int> { start..<max(start, end) }

    private static func table<T>(_ cases: [T], _ word: (T) -> String) -> [String: T] {
        Dictionary(uniqueKeysWithValues: cases.map { (word($0), $0) })
    }

    /// Only this program writes these columns, so an unknown word means that something else has changed the file.
    private static func find<T>(_ word: String, in table: [String: T], _ column: String) throws -> T {
        guard let value = table[word] else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a column \(column) holds an unknown word")
        }
        return value
    }
}
