internal import SeosStore

/// Some entities that are resolved, which grow until nothing outside could be joined with anything inside.
protocol GrowingCore {
    /// Entities of the core that are new to it.
    var pending: [ResolvedGraph.Place] { get set }
    /// Whether what is known of those outside is more than was resolved with.
    var isOutdated: Bool { get set }

    /// Finds what the new ones are compared with.
    mutating func expand(_ batch: [ResolvedGraph.Place]) throws
    mutating func resolve() throws
    /// Takes in what could be joined with something inside.
    mutating func grow() throws
}

extension GrowingCore {
    mutating func settle() throws {
        repeat {
            while !pending.isEmpty {
                let batch = pending
                pending = []
                try expand(batch)
            }
            isOutdated = false
            try resolve()
            try grow()
        } while isOutdated || !pending.isEmpty
    }
}
