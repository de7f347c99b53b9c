import GRDB

extension Store {
    /// Checks the whole database: pages and indexes of the file, references between tables, the words of every span,
    /// and both ends of every relationship.
    ///
    /// - Returns: nothing when all is well. Damage that keeps SQLite from going on is an issue too, not an error.
    public func integrityCheck() throws -> [IntegrityIssue] {
        do {
            return try read { try IntegrityChecker(db: $0).issues() }
        } catch StoreError.damaged(_, let reason) {
            return [IntegrityIssue(code: "check.file", message: reason)]
        }
    }
}
