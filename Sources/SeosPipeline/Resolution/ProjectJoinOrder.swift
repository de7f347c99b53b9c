internal import SeosModel
internal import SeosResolve
internal import SeosStore

/// When a join of two projects comes, among all that are chosen from: the first that joins two is kept.
///
/// Resolution of all goes through keys in their order; what it needs for that stands in the table of keys.
final class ProjectJoinOrder {
    typealias Place = ResolvedGraph.Place

    struct Position: Comparable {
        var rule: Int
        /// The surest context first.
        var doubt: Double
        var key: UInt64
        /// Those behind the first who have a short name come after these.
        var isLate: Bool
        var first: Place
        var second: Place

        static func < (a: Position, b: Position) -> Bool {
            if a.rule != b.rule { return a.rule < b.rule }
            if a.doubt != b.doubt { return a.doubt < b.doubt }
            if a.key != b.key { return a.key < b.key }
            if a.isLate != b.isLate { return b.isLate }
            return (a.first.document, a.first.local, a.second.document, a.second.local)
                < (b.first.document, b.first.local, b.second.document, b.second.local)
        }
    }

    private let area: Neighbourhood
    /// Projects that were not there when joins were kept.
    private let new: Set<Place>
    private var first: [Int64: [Place: Int]] = [:]

    init(_ area: Neighbourhood, new: Set<Place>) {
        self.area = area
        self.new = new
    }

    /// When one of the joins comes that may be kept.
    ///
    /// - Parameter left: before `right` in the order of resolution.
    static func position(_ choice: ProjectChoice, _ left: Place, _ right: Place) -> Position? {
        guard let order = Resolver.order(ofProjectRule: choice.join.rule) else { return nil }
        return Position(
            rule: order, doubt: ProjectAppends.isOfContext(choice.join.rule) ? -choice.join.score : 0, key: choice.key,
            isLate: choice.isLate, first: choice.isLate ? right : left, second: choice.isLate ? left : right)
    }

    /// When a join came that was kept before.
    ///
    /// - Returns: nil when it cannot be told from the keys.
    func position(_ left: Place, _ right: Place, rule: String, score: Double) throws -> Position? {
        guard let order = Resolver.order(ofProjectRule: rule) else { return nil }
        let (a, b) = Self.isBefore(left, right) ? (left, right) : (right, left)
        let family: KeyFamily
        switch rule {
        case Self.rule(of: .number): family = .number
        case Self.rule(of: .long): family = .long
        case Self.rule(of: .short): family = .short
        default: return Position(rule: order, doubt: -score, key: 0, isLate: false, first: a, second: b)
        }
        let shared = try Set(keys(of: a, family)).intersection(keys(of: b, family)).sorted {
            UInt64(bitPattern: $0) < UInt64(bitPattern: $1)
        }
        if family == .short {
            var late: Position?
            for key in shared {
                let ranks = try holders(of: key, limit: family.limit ?? 0)
                guard ranks[a] != nil else { continue }
                let isLate = ranks[b] == nil
                let position = Position(
                    rule: order, doubt: 0, key: UInt64(bitPattern: key), isLate: isLate, first: isLate ? b : a,
                    second: isLate ? a : b)
                // Whom one of many is joined with under which of several names is not told by the names alone.
                if late != nil { return nil }
                if !isLate { return position }
                late = position
            }
            return late
        }
        // All who have the key are joined with the first.
        for key in shared where try holders(of: key, limit: 1)[a] != nil {
            return Position(
                rule: order, doubt: 0, key: UInt64(bitPattern: key), isLate: false, first: a, second: b)
        }
        return nil
    }

    private static func rule(of family: KeyFamily) -> String {
        switch family {
        case .number: "project.number"
        case .long: "project.full-name"
        default: "project.short-name"
        }
    }

    private func keys(of place: Place, _ family: KeyFamily) throws -> [Int64] {
        try area.keys(of: place).filter { KeyFamily.of(UInt64(bitPattern: $0)) == family }
    }

    private func holders(of key: Int64, limit: Int) throws -> [Place: Int] {
        if let known = first[key] { return known }
        var ranks: [Place: Int] = [:]
        let places = try area.update.holders(of: key, limit: limit + new.count).map(\.place)
        for (n, place) in places.filter({ !new.contains($0) }).prefix(limit).enumerated() { ranks[place] = n }
        first[key] = ranks
        return ranks
    }

    private static func isBefore(_ a: Place, _ b: Place) -> Bool { (a.document, a.local) < (b.document, b.local) }
}
