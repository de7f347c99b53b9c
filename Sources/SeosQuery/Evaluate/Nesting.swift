/// How deep and how large a value is written out, each list counted as often as it occurs. Only `reduce` can nest
/// without an end, by putting its result into itself; the parts it shares are measured once.
struct Nesting {
    static let deepest = 200
    static let largest = 20_000_000

    private var known: [UnsafeRawPointer: (depth: Int, size: Int)] = [:]

    static func check(_ value: Value, _ range: Range<Int>) throws {
        var nesting = Nesting()
        let (depth, size) = nesting.measure(value, deepest + 1)
        if depth > deepest {
            throw QueryFault(.tooDeep, "the value is nested more than \(deepest) levels deep", at: range, .outOfRange)
        }
        if size > largest { throw QueryFault(.tooLong, "the value becomes too large", at: range, .outOfRange) }
    }

    private mutating func measure(_ value: Value, _ levels: Int) -> (depth: Int, size: Int) {
        switch value {
        case .list(let items):
            let place = items.withUnsafeBytes { $0.baseAddress }
            return measure(items, at: place, levels)
        case .map(let map): return measure(map.entries.map(\.value), at: nil, levels)
        default: return (0, 1)
        }
    }

    private mutating func measure(
        _ items: [Value], at place: UnsafeRawPointer?, _ levels: Int
    ) -> (depth: Int, size: Int) {
        if levels == 0 { return (1, 1) }
        if let place, let found = known[place] { return found }
        var (depth, size) = (0, 1)
        for item in items {
            switch item {
            case .list, .map:
                let inner = measure(item, levels - 1)
                depth = max(depth, inner.depth)
                size += inner.size
            default: size += 1
            }
            if size > Self.largest { break }
        }
        let found = (depth: depth + 1, size: min(size, Self.largest + 1))
        if let place { known[place] = found }
        return found
    }
}
