/// Answers a query by trying everything, straight from the meaning of the clauses: no plan, no index, nothing shared
/// with the product.
struct NaiveEvaluator {
    typealias Row = [String: NaiveValue]

    let graph: NaiveGraph

    func answer(_ query: NaiveQuery) -> [[NaiveValue]] {
        var all: [[NaiveValue]] = []
        for part in query.parts { all += answer(part) }
        return query.parts.count > 1 && !query.keepsAll ? Self.once(all) : all
    }

    private static func once<T: Hashable>(_ items: [T]) -> [T] {
        var seen: Set<T> = []
        return items.filter { seen.insert($0).inserted }
    }

    private func answer(_ clauses: [NaiveQuery.Clause]) -> [[NaiveValue]] {
        var rows: [Row] = [[:]]
        for clause in clauses {
            switch clause {
            case .match(let patterns, let isOptional, let condition):
                rows = rows.flatMap { row -> [Row] in
                    let found = ways(patterns, row).filter { own in
                        condition.map { value($0, own) == .boolean(true) } ?? true
                    }
                    if !found.isEmpty || !isOptional { return found }
                    var missing = row
                    for name in Self.names(patterns) where missing[name] == nil { missing[name] = .null }
                    return [missing]
                }
            case .unwind(let items, let name):
                rows = rows.flatMap { row in
                    items.map { item in
                        var own = row
                        own[name] = item
                        return own
                    }
                }
            case .with(let projection):
                rows = project(projection, rows).map { values in
                    Dictionary(uniqueKeysWithValues: zip(projection.columns.map(\.name), values))
                }
                if let condition = projection.condition {
                    rows = rows.filter { value(condition, $0) == .boolean(true) }
                }
            case .returning(let projection): return project(projection, rows)
            }
        }
        return []
    }

    // MARK: Patterns

    private static func names(_ patterns: [NaiveQuery.Pattern]) -> [String] {
        patterns.flatMap { p in
            [p.start.name].compactMap { $0 } + p.hops.flatMap { [$0.name, $0.node.name].compactMap { $0 } }
        }
    }

    /// Every way to fill the patterns; no relationship stands twice in one way.
    private func ways(_ patterns: [NaiveQuery.Pattern], _ row: Row) -> [Row] {
        var states: [(row: Row, used: Set<Int>)] = [(row, [])]
        for pattern in patterns {
            states = states.flatMap { state -> [(row: Row, used: Set<Int>)] in
                var heads: [(row: Row, used: Set<Int>, at: Int)] = graph.nodes.indices.compactMap { node in
                    bind(pattern.start, node, state.row).map { (row: $0, used: state.used, at: node) }
                }
                for hop in pattern.hops {
                    heads = heads.flatMap { follow(hop, row: $0.row, used: $0.used, at: $0.at) }
                }
                return heads.map { (row: $0.row, used: $0.used) }
            }
        }
        return states.map(\.row)
    }

    private func bind(_ pattern: NaiveQuery.NodePattern, _ node: Int, _ row: Row) -> Row? {
        let own = graph.nodes[node]
        if !pattern.labels.isEmpty, !pattern.labels.contains(own.label) { return nil }
        if let (key, wanted) = pattern.property,
            NaiveValue.equal(own.properties[key] ?? .null, wanted) != true
        {
            return nil
        }
        var row = row
        if let name = pattern.name {
            if let known = row[name] { return known == .node(node) ? row : nil }
            row[name] = .node(node)
        }
        return row
    }

    /// From a node along one relationship: its number and the node at the other end.
    private func next(_ hop: NaiveQuery.Hop, at node: Int, used: Set<Int>) -> [(Int, Int)] {
        graph.relationships.indices.flatMap { i -> [(Int, Int)] in
            let r = graph.relationships[i]
            if used.contains(i) || (!hop.types.isEmpty && !hop.types.contains(r.type)) { return [] }
            if let role = hop.role, r.role != role { return [] }
            let out = r.source == node ? [(i, r.target)] : []
            let back = r.target == node ? [(i, r.source)] : []
            switch hop.direction {
            case .forward: return out
            case .backward: return back
            case .either: return r.source == r.target ? out : out + back
            }
        }
    }

    private func follow(
        _ hop: NaiveQuery.Hop, row: Row, used: Set<Int>, at node: Int
    ) -> [(row: Row, used: Set<Int>, at: Int)] {
        guard let length = hop.length else {
            return next(hop, at: node, used: used).compactMap { number, end in
                guard var own = bind(hop.node, end, row) else { return nil }
                if let name = hop.name {
                    if let known = own[name], known != .relationship(number) { return nil }
                    own[name] = .relationship(number)
                }
                return (row: own, used: used.union([number]), at: end)
            }
        }
        var found: [(row: Row, used: Set<Int>, at: Int)] = []
        var open = [(at: node, used: used, steps: 0)]
        while let way = open.popLast() {
            if way.steps >= length.lowerBound, let own = bind(hop.node, way.at, row) {
                found.append((row: own, used: way.used, at: way.at))
            }
            if way.steps == length.upperBound { continue }
            for (number, end) in next(hop, at: way.at, used: way.used) {
                open.append((at: end, used: way.used.union([number]), steps: way.steps + 1))
            }
        }
        return found
    }

    // MARK: Terms

    func value(_ term: NaiveQuery.Term, _ row: Row) -> NaiveValue {
        func logic(_ value: Bool?) -> NaiveValue { value.map { .boolean($0) } ?? .null }
        func truth(_ term: NaiveQuery.Term) -> Bool? {
            if case .boolean(let b) = value(term, row) { return b }
            return nil
        }
        switch term {
        case .literal(let v): return v
        case .variable(let name): return row[name] ?? .null
        case .property(let name, let key):
            switch row[name] ?? .null {
            case .node(let n): return graph.nodes[n].properties[key] ?? .null
            case .relationship(let r): return graph.relationships[r].role.map { .text($0) } ?? .null
            default: return .null
            }
        case .compare(let sign, let a, let b):
            let (x, y) = (value(a, row), value(b, row))
            switch sign {
            case "=": return logic(NaiveValue.equal(x, y))
            case "<>": return logic(NaiveValue.equal(x, y).map { !$0 })
            case "<": return logic(NaiveValue.less(x, y))
            case ">": return logic(NaiveValue.less(y, x))
            case "<=": return logic(NaiveValue.less(y, x).map { !$0 })
            default: return logic(NaiveValue.less(x, y).map { !$0 })
            }
        case .and(let a, let b):
            let (x, y) = (truth(a), truth(b))
            return logic(x == false || y == false ? false : x == nil || y == nil ? nil : true)
        case .or(let a, let b):
            let (x, y) = (truth(a), truth(b))
            return logic(x == true || y == true ? true : x == nil || y == nil ? nil : false)
        case .not(let a): return logic(truth(a).map { !$0 })
        case .isNull(let a): return .boolean(value(a, row).isNull)
        case .isIn(let a, let items):
            let tests = items.map { NaiveValue.equal(value(a, row), $0) }
            return logic(tests.contains(true) ? true : tests.contains(nil) ? nil : false)
        case .hasLabel(let name, let label):
            guard case .node(let n)? = row[name] else { return .null }
            return .boolean(graph.nodes[n].label == label)
        case .exists(let pattern): return .boolean(!ways([pattern], row).isEmpty)
        case .sum(let a, let b):
            guard case .integer(let x) = value(a, row), case .integer(let y) = value(b, row) else { return .null }
            return .integer(x + y)
        }
    }

    // MARK: Projections

    private func project(_ projection: NaiveQuery.Projection, _ rows: [Row]) -> [[NaiveValue]] {
        let columns = projection.columns
        var made: [[NaiveValue]]
        if columns.contains(where: { $0.aggregate != nil }) {
            let keys = columns.filter { $0.aggregate == nil }
            var order: [[NaiveValue]] = []
            var groups: [[NaiveValue]: [Row]] = [:]
            for row in rows {
                let key = keys.map { $0.term.map { value($0, row) } ?? .null }
                if groups[key] == nil { order.append(key) }
                groups[key, default: []].append(row)
            }
            if keys.isEmpty, order.isEmpty { order = [[]] }
            made = order.map { key in
                var rest = key[...]
                return columns.map { column in
                    guard let aggregate = column.aggregate else { return rest.popFirst() ?? .null }
                    return fold(aggregate, column.term, groups[key] ?? [])
                }
            }
        } else {
            made = rows.map { row in columns.map { $0.term.map { value($0, row) } ?? .null } }
        }
        if projection.isDistinct { made = Self.once(made) }
        if !projection.order.isEmpty {
            let places = projection.order.map { item in
                (columns.firstIndex { $0.name == item.name } ?? 0, item.isDescending)
            }
            made = made.enumerated().sorted { a, b in
                for (place, isDescending) in places {
                    let (x, y) = (a.element[place], b.element[place])
                    if x == y { continue }
                    return isDescending ? NaiveValue.comesBefore(y, x) : NaiveValue.comesBefore(x, y)
                }
                return a.offset < b.offset
            }.map(\.element)
        }
        made = Array(made.dropFirst(projection.skip ?? 0))
        return projection.limit.map { Array(made.prefix($0)) } ?? made
    }

    private func fold(_ aggregate: NaiveQuery.Column.Aggregate, _ term: NaiveQuery.Term?, _ rows: [Row]) -> NaiveValue {
        guard let term else { return .integer(rows.count) }
        let values = rows.map { value(term, $0) }.filter { !$0.isNull }
        switch aggregate {
        case .count, .collectSize: return .integer(values.count)
        case .countDistinct: return .integer(Set(values).count)
        case .sum:
            return .integer(
                values.reduce(0) { total, v in
                    if case .integer(let n) = v { total + n } else { total }
                })
        case .min: return values.min(by: NaiveValue.comesBefore) ?? .null
        case .max: return values.max(by: NaiveValue.comesBefore) ?? .null
        }
    }
}
