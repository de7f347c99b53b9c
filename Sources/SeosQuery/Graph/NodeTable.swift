/// The nodes of one label in memory: their ids in ascending order, and such properties as have been asked for often.
final class NodeTable {
    let label: Int
    let ids: [Int64]
    private let database: DatabaseGraph
    private var columns: [String: Column] = [:]

    init(label: Int, ids: [Int64], database: DatabaseGraph) {
        self.label = label
        self.ids = ids
        self.database = database
    }

    static func load(_ label: GraphMapping.Label, _ database: DatabaseGraph, _ budget: Budget) throws -> NodeTable {
        // Without an order, so that a small index may be read instead of the table.
        let condition = label.condition.map { " WHERE " + Compiler.fill($0, "x") } ?? ""
        var isSorted = true
        var ids: [Int64] = try database.run("SELECT x.id FROM \(label.table) AS x\(condition)") { statement in
            var ids: [Int64] = []
            while try statement.step() {
                try budget.step()
                let id = statement.integer(0)
                if let last = ids.last, last >= id { isSorted = false }
                ids.append(id)
            }
            return ids
        }
        if !isSorted { ids.sort() }
        return NodeTable(label: label.code, ids: ids, database: database)
    }

    /// The place of an id. Ids are spread evenly or follow each other, so the search begins where it should be.
    func place(of id: Int64) -> Int? {
        guard let first = ids.first, let last = ids.last, id >= first, id <= last else { return nil }
        var low = 0
        var high = ids.count - 1
        let share = last == first ? 0 : (Double(id) - Double(first)) / (Double(last) - Double(first))
        var probe = min(high, max(0, Int(share * Double(high))))
        var width = 1
        // Widen from the guess until the id lies between, then halve.
        if ids[probe] == id { return probe }
        if ids[probe] < id {
            low = probe + 1
            while probe < high, ids[min(high, probe + width)] < id {
                low = min(high, probe + width) + 1
                width *= 2
                if probe + width >= high { break }
            }
            high = min(high, probe + width)
        } else {
            high = probe - 1
            while probe - width > 0, ids[probe - width] > id {
                high = probe - width - 1
                width *= 2
            }
            low = max(0, probe - width)
        }
        while low <= high {
            probe = (low + high) / 2
            if ids[probe] == id { return probe }
            if ids[probe] < id { low = probe + 1 } else { high = probe - 1 }
        }
        return nil
    }

    func column(_ property: GraphMapping.Property) -> Column {
        if let known = columns[property.name] { return known }
        let made = Column(property, self)
        columns[property.name] = made
        return made
    }

    /// Values of one property by the node's place; read one by one at first, all at once when many are asked for.
    final class Column {
        private let property: GraphMapping.Property
        private unowned let table: NodeTable
        private var values = ValueColumn()
        private var count = 0
        private var reads = 0
        private var signatures: [TextSignature] = []

        fileprivate init(_ property: GraphMapping.Property, _ table: NodeTable) {
            self.property = property
            self.table = table
        }

        func value(_ place: Int) throws -> Value {
            if place < count { return values[place] }
            reads += 1
            if reads > 64, reads > table.ids.count / 8, !property.type.isList {
                values = ValueColumn(try table.load(property))
                count = values.count
                if place < count { return values[place] }
            }
            guard place < table.ids.count else { return .null }
            return try table.database.property(property.name, of: DatabaseGraph.key(table.ids[place], table.label))
        }

        /// The places whose text may contain another, in small letters or as it is; nil where looking through all is
        /// as good: for short texts, and while the column is not in memory.
        func places(of part: String, _ budget: Budget) throws -> [Int]? {
            guard property.type == .string, count > 0, part.utf8.count >= TextSignature.leastBytes else { return nil }
            if signatures.isEmpty {
                signatures = try (0..<count).map {
                    try budget.step()
                    return if case .string(let text) = values[$0] { TextSignature(text) } else { .none }
                }
            }
            let wanted = TextSignature(part)
            return signatures.indices.filter { signatures[$0].mayContain(wanted) }
        }
    }

    private func load(_ property: GraphMapping.Property) throws -> [Value] {
        guard let own = database.mapping.label(code: label) else { return [] }
        let sql = "SELECT x.id, \(Compiler.fill(property.sql, "x")) FROM \(own.table) AS x"
        var values = [Value](repeating: .null, count: ids.count)
        // Few different texts are kept once each.
        var texts: [String: Value] = [:]
        try database.run(sql) { statement in
            while try statement.step() {
                guard let place = place(of: statement.integer(0)) else { continue }
                var value = DatabaseGraph.value(try statement.item(1, property.type))
                if case .string(let s) = value, s.utf8.count > 15 {
                    if let known = texts[s] { value = known } else if texts.count < 1000 { texts[s] = value }
                }
                values[place] = value
            }
        }
        return values
    }
}
