import GRDB

/// What an imported graph consists of: its labels, its types, and the properties that lie in `extra`.
public struct ImportedCatalogue: Sendable {
    /// What every value of a property is; JSON in `extra` says the same.
    public enum ValueKind: String, Sendable {
        case text
        case integer
        case number
        case boolean
        case texts
        case numbers
    }

    public struct Property: Sendable {
        public var name: String
        public var kind: ValueKind

        public init(name: String, kind: ValueKind) {
            self.name = name
            self.kind = kind
        }
    }

    public struct Label: Sendable {
        public var code: Int
        /// Empty for nodes without a label.
        public var name: String
        public var table: String
        /// Those in `extra`.
        public var properties: [Property]

        public init(code: Int, name: String, table: String, properties: [Property]) {
            self.code = code
            self.name = name
            self.table = table
            self.properties = properties
        }
    }

    public struct RelationshipType: Sendable {
        public var code: Int
        public var name: String
        public var table: String
        /// Codes of the labels that it joins.
        public var ends: [(source: Int, target: Int)]
        public var properties: [Property]

        public init(
            code: Int, name: String, table: String, ends: [(source: Int, target: Int)], properties: [Property]
        ) {
            self.code = code
            self.name = name
            self.table = table
            self.ends = ends
            self.properties = properties
        }
    }

    public var labels: [Label]
    public var types: [RelationshipType]

    public init(labels: [Label], types: [RelationshipType]) {
        self.labels = labels
        self.types = types
    }

    public var isEmpty: Bool { labels.isEmpty }

    /// The name of a property inside `extra`: its own, unless a JSON path cannot name it.
    public static func key(_ name: String, number: Int) -> String {
        let isPlain = name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\"" && $0 != "\\" }
        return isPlain ? name : "property\(number)"
    }
}

extension ImportedCatalogue {
    init(_ db: Database) throws {
        func properties(_ owner: String, _ code: Int) throws -> [Property] {
            try Row.fetchAll(
                db, sql: "SELECT name, type FROM imported_property WHERE owner = ? AND code = ? ORDER BY number",
                arguments: [owner, code]
            ).map { Property(name: $0[0], kind: ValueKind(rawValue: $0[1]) ?? .text) }
        }
        labels = try Row.fetchAll(db, sql: #"SELECT code, name, "table" FROM imported_label ORDER BY code"#).map {
            Label(code: $0[0], name: $0[1], table: $0[2], properties: try properties("node", $0[0]))
        }
        types = try Row.fetchAll(db, sql: #"SELECT code, name, "table" FROM imported_type ORDER BY code"#).map { row in
            let ends = try Row.fetchAll(
                db, sql: "SELECT source, target FROM imported_end WHERE type = ? ORDER BY source, target",
                arguments: [row[0] as Int]
            ).map { (source: $0[0] as Int, target: $0[1] as Int) }
            return RelationshipType(
                code: row[0], name: row[1], table: row[2], ends: ends, properties: try properties("edge", row[0]))
        }
    }

    func write(_ db: Database) throws {
        func write(_ properties: [Property], _ owner: String, _ code: Int) throws {
            for (number, property) in properties.enumerated() {
                try db.execute(
                    sql: "INSERT INTO imported_property (owner, code, number, name, key, type) VALUES (?,?,?,?,?,?)",
                    arguments: [
                        owner, code, number, property.name, Self.key(property.name, number: number),
                        property.kind.rawValue,
                    ])
            }
        }
        for label in labels {
            try db.execute(
                sql: #"INSERT INTO imported_label (code, name, "table") VALUES (?,?,?)"#,
                arguments: [label.code, label.name, label.table])
            try write(label.properties, "node", label.code)
        }
        for type in types {
            try db.execute(
                sql: #"INSERT INTO imported_type (code, name, "table") VALUES (?,?,?)"#,
                arguments: [type.code, type.name, type.table])
            for end in type.ends {
                try db.execute(
                    sql: "INSERT OR IGNORE INTO imported_end (type, source, target) VALUES (?,?,?)",
                    arguments: [type.code, end.source, end.target])
            }
            try write(type.properties, "edge", type.code)
        }
    }
}
