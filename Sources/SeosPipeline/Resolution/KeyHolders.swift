internal import SeosModel
internal import SeosResolve
internal import SeosStore

/// Finds whom the owners of keys are compared with: of many who share one, only the first matter.
struct KeyHolders {
    typealias Place = ResolvedGraph.Place

    /// Keys that too many share to be compared.
    private(set) var crowded: Set<UInt64> = []

    private let update: GraphUpdate
    private var seen: Set<Int64> = []
    /// More countries than there are.
    static let countryLimit = 1_000

    init(_ update: GraphUpdate) { self.update = update }

    /// - Returns: nobody for a key that was asked for before.
    mutating func compared(by key: Int64) throws -> [Place] {
        guard seen.insert(key).inserted, let family = KeyFamily.of(UInt64(bitPattern: key)) else { return [] }
        switch family {
        case .same, .long, .number: return try update.holders(of: key, limit: 1).map(\.place)
        case .name: return try update.firstHolders(of: key, limit: Self.countryLimit).map(\.place)
        case .inflected: return try update.firstHolders(of: key, limit: KeyFamily.spellingLimit).map(\.place)
        case .look: return try (update.holders(of: key, limit: 1) + update.holders(of: key, above: 0)).map(\.place)
        case .short: return try update.holders(of: key, limit: family.limit ?? .max).map(\.place)
        case .fact, .partner:
            let limit = family.limit ?? 0
            return few(key, limit, try update.holders(of: key, limit: limit + 1))
        case .programme, .domain:
            let limit = family.limit ?? 0
            return few(key, limit, try update.firstHolders(of: key, limit: limit + 1))
        case .spelling: return []
        }
    }

    /// Holders of a key, when they are not too many.
    private mutating func few(_ key: Int64, _ limit: Int, _ holders: [ResolutionKey]) -> [Place] {
        if holders.count <= limit { return holders.map(\.place) }
        crowded.insert(UInt64(bitPattern: key))
        return []
    }
}

extension ResolutionKey {
    var place: ResolvedGraph.Place { ResolvedGraph.Place(document, local) }
}
