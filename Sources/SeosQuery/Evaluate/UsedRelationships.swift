/// The relationships of the way so far, in a block of memory of its own: it changes with every step.
final class UsedRelationships {
    private var block: UnsafeMutableBufferPointer<RelationshipRef>
    /// Ways begin here: what lies below belongs to a way that has been put aside.
    private var base = 0
    private(set) var end = 0

    init() { block = .allocate(capacity: 16) }

    deinit { block.deallocate() }

    var count: Int { end - base }

    func contains(_ relationship: RelationshipRef) -> Bool {
        for i in base..<end where block[i] == relationship { return true }
        return false
    }

    func append(_ relationship: RelationshipRef) {
        if end == block.count { grow() }
        block.initializeElement(at: end, to: relationship)
        end += 1
    }

    func removeLast(_ number: Int = 1) { end = max(base, end - number) }

    func removeAll() { (base, end) = (0, 0) }

    /// The last ones, from a position on.
    func items(from start: Int) -> [RelationshipRef] { (base + start..<end).map { block[$0] } }

    /// Runs `body` as if the way began here.
    func asideWhile<T>(_ body: () throws -> T) rethrows -> T {
        let outer = (base, end)
        base = end
        defer { (base, end) = outer }
        return try body()
    }

    private func grow() {
        let larger = UnsafeMutableBufferPointer<RelationshipRef>.allocate(capacity: block.count * 2)
        _ = larger.moveInitialize(fromContentsOf: UnsafeMutableBufferPointer(rebasing: block[..<end]))
        block.deallocate()
        block = larger
    }
}
