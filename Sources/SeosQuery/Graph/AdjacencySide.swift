/// The relationships of one type in one direction, those of a node one behind the other.
///
/// They lie in memory of their own: they are read in the innermost loop of a query, where counting references to arrays
/// would take longer than the reading. Whoever makes one frees it.
struct AdjacencySide {
    private let labels: UnsafeMutableBufferPointer<(base: Int, count: Int)>
    /// For each node where its relationships begin, and behind the last node of a label where they end.
    private let starts: UnsafeMutableBufferPointer<Int32>
    let others: UnsafeMutableBufferPointer<Int32>
    let numbers: UnsafeMutableBufferPointer<Int32>
    /// In the order of the others, so that they are read one behind the other.
    let ids: UnsafeMutableBufferPointer<Int64>

    /// Counting sort: relationships of a node stay in the order in which they were read.
    ///
    /// - Parameter counts: how many nodes each label has. Keys of nodes beyond are not allowed.
    init(_ near: [Int32], _ far: [Int32], _ ids: [Int64], _ counts: [Int]) {
        labels = .allocate(capacity: LabelSet.count)
        labels.initialize(repeating: (0, 0))
        var base = 0
        let present = near.reduce(into: LabelSet()) { $0.formUnion(LabelSet(code: Int($1) & LabelSet.mask)) }
        for label in present.codes {
            labels[label] = (base, counts[label])
            base += counts[label] + 1
        }
        starts = .allocate(capacity: base)
        starts.initialize(repeating: 0)
        others = .allocate(capacity: near.count)
        others.initialize(repeating: 0)
        numbers = .allocate(capacity: near.count)
        numbers.initialize(repeating: 0)
        self.ids = .allocate(capacity: near.count)
        self.ids.initialize(repeating: 0)
        for key in near { starts[at(key) + 1] += 1 }
        var total: Int32 = 0
        for i in starts.indices {
            total += starts[i]
            starts[i] = total
        }
        var next = Array(starts)
        for (number, key) in near.enumerated() {
            let place = Int(next[at(key)])
            next[at(key)] += 1
            others[place] = far[number]
            numbers[place] = Int32(number)
            self.ids[place] = ids[number]
        }
    }

    func deallocate() {
        labels.deallocate()
        starts.deallocate()
        others.deallocate()
        numbers.deallocate()
        ids.deallocate()
    }

    private func at(_ key: Int32) -> Int { labels[Int(key) & LabelSet.mask].base + Int(key) >> LabelSet.bits }

    /// How many nodes of a label there are; 0 where none has relationships.
    func nodeCount(_ label: Int) -> Int { labels[label].count }

    /// The places of a node's relationships; none for a key that is not known here.
    @inline(__always)
    func range(_ node: Int32) -> Range<Int> {
        let own = labels[Int(node) & LabelSet.mask]
        let place = Int(node) >> LabelSet.bits
        if place < 0 || place >= own.count { return 0..<0 }
        let at = own.base &+ place
        return Int(starts[at])..<Int(starts[at &+ 1])
    }
}
