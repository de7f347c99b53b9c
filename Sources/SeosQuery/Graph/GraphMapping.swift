/// Labels and relationship types as they lie in tables: the only source of table and column names in compiled SQL.
///
/// In the SQL pieces `$` stands for the table's alias.
struct GraphMapping: Sendable {
    struct Property: Sendable {
        var name: String
        var type: ValueType
        var sql: String

        init(_ name: String, _ type: ValueType, _ sql: String? = nil) {
            self.name = name
            self.type = type
            self.sql = sql ?? "$.\(name)"
        }
    }

    struct Label: Sendable {
        var name: String
        /// 1…63: kept in the low bits of a node reference.
        var code: Int
        var table: String
        /// Rows of the table that are not nodes are left out by this.
        var condition: String?
        var properties: [Property]
        /// Properties by which a node is found without looking at all of them, beside `id`.
        var indexed: Set<String> = []

        func property(_ name: String) -> Property? { properties.first { $0.name == name } }

        /// As `labels()` answers them: an imported node may have none.
        var names: [String] { name.isEmpty ? [] : [name] }

        /// Whether the property `id` is what the node is stored under.
        var hasOwnID: Bool { property("id").map { $0.sql == "$.id" } ?? true }
        func isIndexed(_ name: String) -> Bool { name == "id" && hasOwnID || indexed.contains(name) }
    }

    /// One table, or one column of a table, that holds relationships of a type.
    struct Part: Sendable {
        var table: String
        var source = "$.source"
        var target = "$.target"
        var id = "$.id"
        var condition: String?
        var sources: LabelSet
        var targets: LabelSet
    }

    struct RelationshipType: Sendable {
        var name: String
        var code: Int
        var parts: [Part]
        var properties: [Property]

        func property(_ name: String) -> Property? { properties.first { $0.name == name } }
    }

    var labels: [Label]
    var types: [RelationshipType]

    var allLabels: LabelSet { labels.reduce(into: []) { $0.formUnion(LabelSet(code: $1.code)) } }

    func label(code: Int) -> Label? { labels.first { $0.code == code } }
    func label(named name: String) -> Label? { labels.first { $0.name == name } }
    func labels(in set: LabelSet) -> [Label] { labels.filter { set.contains(LabelSet(code: $0.code)) } }
    func type(code: Int) -> RelationshipType? { types.first { $0.code == code } }
    func type(named name: String) -> RelationshipType? { types.first { $0.name == name } }
}
