/// Yes or no for each node that was asked about: a table with open addressing, asked at every step of a query.
final class NodeAnswers {
    private enum State: UInt8 { case free, no, yes }

    private var entries: UnsafeMutableBufferPointer<(key: Int64, state: State)>
    private(set) var count = 0

    init() { entries = Self.made(16) }

    deinit { entries.deallocate() }

    /// The size is a power of two.
    private static func made(_ size: Int) -> UnsafeMutableBufferPointer<(key: Int64, state: State)> {
        let entries = UnsafeMutableBufferPointer<(key: Int64, state: State)>.allocate(capacity: size)
        entries.initialize(repeating: (0, .free))
        return entries
    }

    private func place(_ key: Int64) -> Int {
        var hash = UInt64(bitPattern: key) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 32
        let mask = entries.count - 1
        var at = Int(truncatingIfNeeded: hash) & mask
        while entries[at].state != .free, entries[at].key != key { at = (at + 1) & mask }
        return at
    }

    subscript(node: NodeKey) -> Bool? {
        get {
            let state = entries[place(node.raw)].state
            return state == .free ? nil : state == .yes
        }
        set {
            guard let newValue else { return }
            let at = place(node.raw)
            if entries[at].state == .free { count += 1 }
            entries[at] = (node.raw, newValue ? .yes : .no)
            if count * 3 > entries.count * 2 { grow() }
        }
    }

    func removeAll() {
        if count == 0 { return }
        entries.deallocate()
        entries = Self.made(16)
        count = 0
    }

    private func grow() {
        let old = entries
        entries = Self.made(old.count * 2)
        for entry in old where entry.state != .free { entries[place(entry.key)] = entry }
        old.deallocate()
    }
}
