/// Numbers for values: two values of one group have the same number, others have not.
final class ValueCoder {
    private var known: [Value: UInt32] = [:]

    // Nodes in memory and small whole numbers are their own numbers, each in a range of its own.
    private static let firstInteger: UInt32 = 1 << 31
    private static let firstOther: UInt32 = 3 << 30

    /// Also tells whether a value has to be kept for it.
    func code(_ value: Value, _ budget: Budget) throws -> UInt32 {
        switch value {
        case .node(let node) where node.raw >= 0 && node.raw < Int64(Self.firstInteger): return UInt32(node.raw)
        case .integer(let n) where n >= 0 && n < 1 << 30: return Self.firstInteger + UInt32(n)
        case .float(let d) where d >= 0 && d < 1_073_741_824 && d == d.rounded(): return Self.firstInteger + UInt32(d)
        default: break
        }
        try budget.read(value)
        if let found = known[value] { return found }
        guard known.count < Int(UInt32.max - Self.firstOther) else {
            throw QueryFault(.tooLong, "there are too many different values", at: nil)
        }
        let made = Self.firstOther + UInt32(known.count)
        known[value] = made
        try budget.keep(1 + value.size)
        return made
    }
}

/// Consecutive numbers for keys, from 0, in the order in which they come first; a table with open addressing.
final class CodeTable {
    /// The number is one more than that of the key; 0 is free.
    private typealias Entry = (key: UInt64, number: UInt32)

    private var entries: UnsafeMutableBufferPointer<Entry>
    private(set) var count = 0

    init() { entries = Self.made(16) }

    deinit { entries.deallocate() }

    /// The size is a power of two.
    private static func made(_ size: Int) -> UnsafeMutableBufferPointer<Entry> {
        let entries = UnsafeMutableBufferPointer<Entry>.allocate(capacity: size)
        entries.initialize(repeating: (0, 0))
        return entries
    }

    private func place(_ key: UInt64) -> Int {
        var hash = key &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 32
        let mask = entries.count - 1
        var at = Int(truncatingIfNeeded: hash) & mask
        while entries[at].number != 0, entries[at].key != key { at = (at + 1) & mask }
        return at
    }

    func number(_ key: UInt64) -> (number: Int, isNew: Bool) {
        let at = place(key)
        let known = entries[at].number
        if known != 0 { return (Int(known) - 1, false) }
        count += 1
        entries[at] = (key, UInt32(count))
        if count * 3 > entries.count * 2 { grow() }
        return (count - 1, true)
    }

    private func grow() {
        let old = entries
        entries = Self.made(old.count * 2)
        for entry in old where entry.number != 0 { entries[place(entry.key)] = entry }
        old.deallocate()
    }
}

/// Consecutive numbers for rows of values.
final class RowCoder {
    private let coder = ValueCoder()
    private let tables: [CodeTable]
    private var row: UInt64 = 0
    private var column = 0

    init(columns: Int) { tables = (0..<max(1, columns)).map { _ in CodeTable() } }

    /// Begins a row; its values follow one by one.
    func begin() {
        row = 0
        column = 0
    }

    /// The number of the row up to and with this value.
    @discardableResult
    func add(_ value: Value, _ budget: Budget) throws -> (number: Int, isNew: Bool) {
        let code = try coder.code(value, budget)
        let found = tables[column].number(row << 32 | UInt64(code))
        if found.isNew {
            try budget.keep(1)
            if found.number >= Int(Int32.max) {
                throw QueryFault(.tooLong, "there are too many different rows", at: nil)
            }
        }
        row = UInt64(found.number)
        column += 1
        return found
    }
}

extension Value {
    /// What it takes in memory beyond itself, in values, lists within lists included; counted no further than a query
    /// may hold anyway, since lists may share their parts.
    var size: Int { size(Budget.mostValues + 1) }

    private func size(_ limit: Int) -> Int {
        switch self {
        case .string(let s): return s.utf8.count >> 5
        case .list(let items): return Self.size(items.count, items, limit) { $0 }
        case .map(let map): return Self.size(map.entries.count * 2, map.entries, limit, \.value)
        case .path(let path): return path.nodes.count * 3
        default: return 0
        }
    }

    private static func size<T>(_ own: Int, _ items: [T], _ limit: Int, _ value: (T) -> Value) -> Int {
        var total = own
        for item in items {
            if total > limit { break }
            switch value(item) {
            case .integer, .float, .boolean, .null, .node: break
            case let other: total += other.size(limit - total)
            }
        }
        return total
    }
}
