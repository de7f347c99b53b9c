extension Value {
    /// `a = b` in three values: nil is null.
    static func equal(_ a: Value, _ b: Value) -> Bool? {
        switch (a, b) {
        case (.null, _), (_, .null): return nil
        case (.integer(let x), .integer(let y)): return x == y
        case (.string(let x), .string(let y)): return sameText(x, y)
        case (.boolean(let x), .boolean(let y)): return x == y
        case (.integer, .float), (.float, .integer), (.float, .float): return numbers(a, b) == .equal
        case (.list(let x), .list(let y)):
            if x.count != y.count { return false }
            return all(zip(x, y).lazy.map { equal($0, $1) })
        case (.map(let x), .map(let y)):
            let (x, y) = (x.sorted, y.sorted)
            if x.count != y.count || !zip(x, y).allSatisfy({ sameText($0.key, $1.key) }) { return false }
            return all(zip(x, y).lazy.map { equal($0.value, $1.value) })
        default: return equivalent(a, b)
        }
    }

    private static func all(_ tests: some Sequence<Bool?>) -> Bool? {
        var result: Bool? = true
        for test in tests {
            if test == false { return false }
            if test == nil { result = nil }
        }
        return result
    }

    /// Whether two values are one group: as `=`, but null is null and NaN is NaN.
    static func equivalent(_ a: Value, _ b: Value) -> Bool {
        switch (a, b) {
        case (.null, .null): true
        case (.boolean(let x), .boolean(let y)): x == y
        case (.integer(let x), .integer(let y)): x == y
        case (.float(let x), .float(let y)): x == y || (x.isNaN && y.isNaN)
        case (.integer, .float), (.float, .integer): numbers(a, b) == .equal
        case (.string(let x), .string(let y)): sameText(x, y)
        case (.list(let x), .list(let y)):
            x.count == y.count && zip(x, y).allSatisfy { equivalent($0, $1) }
        case (.map(let x), .map(let y)):
            x.entries.count == y.entries.count
                && zip(x.sorted, y.sorted).allSatisfy { sameText($0.key, $1.key) && equivalent($0.value, $1.value) }
        case (.node(let x), .node(let y)): x == y
        case (.relationship(let x), .relationship(let y)): x == y
        case (.path(let x), .path(let y)):
            x.nodes == y.nodes && x.relationships.count == y.relationships.count
                && zip(x.relationships, y.relationships).allSatisfy { $0 == $1 }
        case (.date(let x), .date(let y)): x == y
        case (.localTime(let x), .localTime(let y)): x == y
        case (.time(let x), .time(let y)): x == y
        case (.localDateTime(let x), .localDateTime(let y)): x == y
        case (.dateTime(let x), .dateTime(let y)): x == y
        case (.duration(let x), .duration(let y)): x == y
        default: false
        }
    }

    /// Byte for byte; Swift's own `==` would take é and e + ´ for the same.
    static func sameText(_ a: String, _ b: String) -> Bool {
        a.utf8.count == b.utf8.count && order(a, b) == 0
    }

    /// By code points: below, at, or above zero.
    static func order(_ a: String, _ b: String) -> Int {
        let fast = a.utf8.withContiguousStorageIfAvailable { x in
            b.utf8.withContiguousStorageIfAvailable { y in bytes(x, y) }
        }
        if let fast, let fast { return fast }
        return Array(a.utf8).withUnsafeBufferPointer { x in Array(b.utf8).withUnsafeBufferPointer { bytes(x, $0) } }
    }

    private static func bytes(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
        let count = min(a.count, b.count)
        for i in 0..<count where a[i] != b[i] { return a[i] < b[i] ? -1 : 1 }
        return a.count - b.count
    }

    enum NumberOrder { case less, equal, greater, unordered }

    /// Exact, also between integers and floats beyond 2^53.
    static func numbers(_ a: Value, _ b: Value) -> NumberOrder? {
        func order<T: Comparable>(_ x: T, _ y: T) -> NumberOrder { x < y ? .less : x == y ? .equal : .greater }
        switch (a, b) {
        case (.integer(let x), .integer(let y)): return order(x, y)
        case (.float(let x), .float(let y)): return x.isNaN || y.isNaN ? .unordered : order(x, y)
        case (.integer(let x), .float(let y)): return mixed(x, y)
        case (.float(let x), .integer(let y)):
            switch mixed(y, x) {
            case .less: return .greater
            case .greater: return .less
            case let same: return same
            }
        default: return nil
        }
    }

    private static func mixed(_ x: Int64, _ y: Double) -> NumberOrder {
        if y.isNaN { return .unordered }
        if y >= 9_223_372_036_854_775_808 { return .less }
        if y < -9_223_372_036_854_775_808 { return .greater }
        let whole = Int64(y.rounded(.down))
        if x != whole { return x < whole ? .less : .greater }
        return y > Double(whole) ? .less : .equal
    }
}

/// Values as keys of groups: null and NaN are values like others.
extension Value: Hashable {
    static func == (a: Value, b: Value) -> Bool { equivalent(a, b) }

    func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .boolean(let b): hasher.combine(b)
        case .integer(let n): hasher.combine(n)
        case .float(let d):
            // A whole float is in one group with the integer.
            if let n = Int64(exactly: d) { hasher.combine(n) } else { hasher.combine(d.isNaN ? 1 : d.bitPattern) }
        case .string(let s):
            var s = s
            s.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        case .list(let items): for item in items { item.hash(into: &hasher) }
        case .map(let map): hasher.combine(map.entries.count)
        case .node(let n): hasher.combine(n)
        case .relationship(let r):
            hasher.combine(r.id)
            hasher.combine(r.type)
        case .path(let p): hasher.combine(p.nodes)
        case .date(let d): hasher.combine(d)
        case .localTime(let t): hasher.combine(t)
        case .time(let t): hasher.combine(t)
        case .localDateTime(let t): hasher.combine(t)
        case .dateTime(let t): hasher.combine(t)
        case .duration(let d): hasher.combine(d)
        }
    }
}
