extension Value {
    /// `a < b` and its kin: nil where the two cannot be compared, `.unordered` for NaN.
    static func compare(_ a: Value, _ b: Value) -> NumberOrder? {
        func order<T: Comparable>(_ x: T, _ y: T) -> NumberOrder { x < y ? .less : x == y ? .equal : .greater }
        switch (a, b) {
        case (.integer, .integer), (.integer, .float), (.float, .integer), (.float, .float): return numbers(a, b)
        case (.string(let x), .string(let y)): return order(Self.order(x, y), 0)
        case (.boolean(let x), .boolean(let y)): return order(x ? 1 : 0, y ? 1 : 0)
        case (.date(let x), .date(let y)): return order(x, y)
        case (.localTime(let x), .localTime(let y)): return order(x, y)
        case (.time(let x), .time(let y)): return order(x.instant, y.instant)
        case (.localDateTime(let x), .localDateTime(let y)): return order(x, y)
        case (.dateTime(let x), .dateTime(let y)): return order(x.instant, y.instant)
        case (.list(let x), .list(let y)):
            for (i, j) in zip(x, y) {
                if equal(i, j) == true { continue }
                guard let result = compare(i, j), result != .unordered else { return nil }
                if result != .equal { return result }
            }
            return order(x.count, y.count)
        default: return nil
        }
    }

    /// The order of ORDER BY, min and max, over all values: below, at, or above zero. Null is the largest.
    static func orderability(_ a: Value, _ b: Value) -> Int {
        switch (a, b) {
        case (.integer(let x), .integer(let y)): return x < y ? -1 : x == y ? 0 : 1
        case (.string(let x), .string(let y)): return order(x, y)
        default: break
        }
        let (x, y) = (a.rank, b.rank)
        if x != y { return x - y }
        switch (a, b) {
        case (.integer, _), (.float, _):
            switch numbers(a, b) {
            case .less: return -1
            case .greater: return 1
            case .unordered:
                // NaN is the largest number.
                guard case .float(let x) = a, x.isNaN else { return -1 }
                if case .float(let y) = b, y.isNaN { return 0 }
                return 1
            default: return 0
            }
        case (.list(let x), .list(let y)):
            for (i, j) in zip(x, y) {
                let result = orderability(i, j)
                if result != 0 { return result }
            }
            return x.count - y.count
        case (.map(let x), .map(let y)):
            for (i, j) in zip(x.sorted, y.sorted) {
                let keys = order(i.key, j.key)
                if keys != 0 { return keys }
                let values = orderability(i.value, j.value)
                if values != 0 { return values }
            }
            return x.entries.count - y.entries.count
        case (.node(let x), .node(let y)): return three(x.raw, y.raw)
        case (.relationship(let x), .relationship(let y)):
            return [three(x.type, y.type), three(x.id, y.id), three(x.source.raw, y.source.raw)].first { $0 != 0 } ?? 0
        case (.path(let x), .path(let y)):
            for (i, j) in zip(x.nodes, y.nodes) where i != j { return three(i.raw, j.raw) }
            if x.nodes.count != y.nodes.count { return x.nodes.count - y.nodes.count }
            for (i, j) in zip(x.relationships, y.relationships) where i.id != j.id { return three(i.id, j.id) }
            return 0
        case (.duration(let x), .duration(let y)): return three(x.averageSeconds, y.averageSeconds)
        default:
            switch compare(a, b) {
            case .less: return -1
            case .greater: return 1
            default: return 0
            }
        }
    }

    private static func three<T: Comparable>(_ a: T, _ b: T) -> Int { a < b ? -1 : a == b ? 0 : 1 }

    private var rank: Int {
        switch self {
        case .map: 0
        case .node: 1
        case .relationship: 2
        case .list: 3
        case .path: 4
        case .dateTime: 5
        case .localDateTime: 6
        case .date: 7
        case .time: 8
        case .localTime: 9
        case .duration: 10
        case .string: 11
        case .boolean: 12
        case .integer, .float: 13
        case .null: 14
        }
    }
}
