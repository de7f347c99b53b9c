import SeosModel

/// The blobs CSQLite makes of values SQLite has no type for (see its `internal.h`): reading results, writing
/// parameters.
enum PackedValue {
    /// A node or relationship whose properties have not been read.
    enum Item {
        case value(QueryValue)
        case list([Item])
        case node(label: Int, id: Int64)
        case relationship(type: Int, source: Int64, target: Int64, id: Int64)
    }

    static func item(_ bytes: UnsafeBufferPointer<UInt8>) -> Item? {
        var reader = Reader(bytes: bytes)
        return reader.item(depth: 0)
    }

    private struct Reader {
        let bytes: UnsafeBufferPointer<UInt8>
        var at = 0

        mutating func number(_ size: Int) -> UInt64? {
            guard at + size <= bytes.count else { return nil }
            var value: UInt64 = 0
            for i in 0..<size { value |= UInt64(bytes[at + i]) << UInt64(8 * i) }
            at += size
            return value
        }

        mutating func integer() -> Int64? { number(8).map { Int64(bitPattern: $0) } }

        mutating func item(depth: Int) -> Item? {
            guard depth < 250, let tag = number(1) else { return nil }
            switch UInt8(tag) {
            case UInt8(ascii: "n"): return .value(.null)
            case UInt8(ascii: "b"): return number(1).map { .value(.boolean($0 != 0)) }
            case UInt8(ascii: "i"): return integer().map { .value(.integer($0)) }
            case UInt8(ascii: "d"): return number(8).map { .value(.double(Double(bitPattern: $0))) }
            case UInt8(ascii: "s"):
                guard let count = number(4), at + Int(count) <= bytes.count else { return nil }
                defer { at += Int(count) }
                return .value(.string(String(decoding: bytes[at..<at + Int(count)], as: UTF8.self)))
            case UInt8(ascii: "l"):
                guard let count = number(4), count <= bytes.count else { return nil }
                var items: [Item] = []
                for _ in 0..<count {
                    guard let item = item(depth: depth + 1) else { return nil }
                    items.append(item)
                }
                return .list(items)
            case UInt8(ascii: "N"):
                guard let label = number(1), let id = integer() else { return nil }
                return .node(label: Int(label), id: id)
            case UInt8(ascii: "R"):
                guard let type = number(1), let source = integer(), let target = integer(), let id = integer() else {
                    return nil
                }
                return .relationship(type: Int(type), source: source, target: target, id: id)
            default: return nil
            }
        }
    }

    /// A list parameter; nil when it holds what cannot be a parameter.
    static func pack(_ value: QueryValue, into out: inout [UInt8]) -> Bool {
        func append(_ n: UInt64, _ size: Int) {
            for i in 0..<size { out.append(UInt8(truncatingIfNeeded: n >> UInt64(8 * i))) }
        }
        switch value {
        case .null: out.append(UInt8(ascii: "n"))
        case .boolean(let b): out += [UInt8(ascii: "b"), b ? 1 : 0]
        case .integer(let n):
            out.append(UInt8(ascii: "i"))
            append(UInt64(bitPattern: n), 8)
        case .double(let d):
            out.append(UInt8(ascii: "d"))
            append(d.bitPattern, 8)
        case .decimal(let d):
            out.append(UInt8(ascii: "d"))
            append(d.double.bitPattern, 8)
        case .string(let s):
            out.append(UInt8(ascii: "s"))
            append(UInt64(s.utf8.count), 4)
            out += s.utf8
        case .list(let items):
            out.append(UInt8(ascii: "l"))
            append(UInt64(items.count), 4)
            for item in items where !pack(item, into: &out) { return false }
        case .map, .node, .relationship, .path, .temporal: return false
        }
        return true
    }
}
