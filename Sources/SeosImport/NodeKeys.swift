/// The ids of all nodes: which label each has, and the number it is stored under.
///
/// Ids that are whole numbers from 0, unique over all labels, are the numbers themselves. Otherwise nodes are numbered
/// in the order of the files and keep their id as a property.
struct NodeKeys {
    enum Numbering {
        case own
        case assigned
    }

    let numbering: Numbering
    private var table: IntegerTable
    private var texts: [[String: Int64]]
    private(set) var count: Int64 = 0

    /// A node's key must leave room for its label beside it.
    static let largest: Int64 = (1 << 53) - 1

    init(_ numbering: Numbering, labels: Int) {
        self.numbering = numbering
        table = IntegerTable()
        texts = Array(repeating: [:], count: numbering == .assigned ? labels : 0)
    }

    enum Addition {
        case added
        /// The label has a node with this id.
        case duplicate
        /// This id cannot be a number of its own, or another label has it.
        case needsNumbering
    }

    mutating func add(_ id: UnsafeBufferPointer<UInt8>, label: Int) -> Addition {
        count += 1
        switch numbering {
        case .own:
            guard let number = NumberText.integer(id), number >= 0, number <= Self.largest else {
                return .needsNumbering
            }
            guard let other = table.insert(number, UInt8(label)) else { return .added }
            return other == UInt8(label) ? .duplicate : .needsNumbering
        case .assigned:
            let text = String(decoding: id, as: UTF8.self)
            if texts[label].updateValue(count, forKey: text) != nil { return .duplicate }
            return .added
        }
    }

    /// The number of a node of this label.
    func key(_ id: UnsafeBufferPointer<UInt8>, label: Int) -> Int64? {
        switch numbering {
        case .own:
            guard let number = NumberText.integer(id), table[number] == UInt8(label) else { return nil }
            return number
        case .assigned: return texts[label][String(decoding: id, as: UTF8.self)]
        }
    }
}

/// Whole numbers from 0 with a small value each: open addressing in two arrays.
struct IntegerTable {
    private var keys = [Int64](repeating: -1, count: 1 << 12)
    private var values = [UInt8](repeating: 0, count: 1 << 12)
    private var count = 0

    /// - Returns: the value that is there already; nil when it was added.
    mutating func insert(_ key: Int64, _ value: UInt8) -> UInt8? {
        if count * 2 >= keys.count { grow() }
        let place = place(of: key)
        if keys[place] == key { return values[place] }
        keys[place] = key
        values[place] = value
        count += 1
        return nil
    }

    subscript(key: Int64) -> UInt8? {
        if key < 0 { return nil }
        let place = place(of: key)
        return keys[place] == key ? values[place] : nil
    }

    private func place(of key: Int64) -> Int {
        let mask = keys.count - 1
        var place = Int(truncatingIfNeeded: (UInt64(bitPattern: key) &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
        while keys[place] != key, keys[place] != -1 { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let old = (keys, values)
        keys = [Int64](repeating: -1, count: old.0.count * 2)
        values = [UInt8](repeating: 0, count: old.0.count * 2)
        for (i, key) in old.0.enumerated() where key >= 0 {
            let place = place(of: key)
            keys[place] = key
            values[place] = old.1[i]
        }
    }
}
