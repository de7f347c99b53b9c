import GRDB

/// What marks a file as a database of Seos, and the steps that bring one up to date.
enum Schema {
    /// "Seos" in ASCII, kept in the header of the file, so that `file` and other programs tell it from any other
    /// SQLite database.
    static let applicationID = 0x5365_6F73

    /// The version this program writes. It reads this one and older ones, after migrating them.
    static let version = 6

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(sql: SchemaText.version1)
            try db.execute(sql: "INSERT INTO state (name, value) VALUES ('resolved', '1'), ('generation', '0')")
            // Both numbers live in the header page and are part of the transaction: a file has them and its
            // tables, or neither.
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: "PRAGMA user_version = 1")
        }
        migrator.registerMigration("2") { db in
            try db.execute(sql: SchemaText.version2)
            try db.execute(sql: "PRAGMA user_version = 2")
        }
        migrator.registerMigration("3") { db in
            try db.execute(sql: SchemaText.version3)
            // Names to search by are numbered by their entity from now on.
            try db.execute(
                sql: "UPDATE state SET value = '0' WHERE name = 'resolved' AND EXISTS (SELECT 1 FROM document)")
            try db.execute(sql: "PRAGMA user_version = 3")
        }
        migrator.registerMigration("4") { db in
            try db.execute(sql: SchemaText.version4)
            try db.execute(sql: "PRAGMA user_version = 4")
        }
        migrator.registerMigration("5") { db in
            try db.execute(sql: SchemaText.version5)
            try db.execute(sql: "PRAGMA user_version = 5")
        }
        migrator.registerMigration("6") { db in
            try db.execute(sql: SchemaText.version6)
            try db.execute(sql: "PRAGMA user_version = 6")
        }
        return migrator
    }
}
