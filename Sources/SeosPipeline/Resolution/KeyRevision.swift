internal import SeosModel
internal import SeosResolve
internal import SeosStore

/// Brings the keys of changed documents up to date, and finds whom that concerns beside the documents' own entities.
struct KeyRevision {
    typealias Place = ResolvedGraph.Place

    /// Entities to be resolved anew.
    private(set) var seeds: Set<Place> = []
    /// Organizations whose pairs are to be judged anew.
    private(set) var fresh: Set<Place> = []
    /// Keys of projects that changed documents tell of before those who were the first to have them. Whoever has one may be
    /// joined with others of its project by another way than before.
    private(set) var displaced: Set<Int64> = []
    /// Keys of what the changed documents tell of.
    private(set) var own: [Place: [ResolutionKey]] = [:]

    private let update: GraphUpdate
    private let area: Neighbourhood
    private let resolver: Resolver
    private let names: NameNeighbours
    /// Keys that changed documents had before.
    private var left: Set<Int64> = []
    /// Of those who have a key before others, more are resolved as a whole.
    private static let displacedLimit = 3_000

    init(
        _ update: GraphUpdate, _ area: Neighbourhood, _ resolver: Resolver, _ names: NameResources,
        _ memory: SignatureMemory
    ) {
        self.update = update
        self.area = area
        self.resolver = resolver
        // What is asked here is asked before the keys are brought up to date, and not asked again.
        self.names = NameNeighbours(update, names, memory)
    }

    mutating func run(_ documents: [Int64]) throws {
        var before: Set<ResolutionKey> = []
        var after: Set<ResolutionKey> = []
        var spellings: [Int64: Spelling] = [:]
        for document in documents {
            before.formUnion(try update.keys(of: document))
            let places = try area.document(document)
            seeds.formUnion(places)
            let entities = area.entities(Set(places))
            for key in resolver.keys(of: entities).rows {
                after.insert(
                    ResolutionKey(key, document: document, local: entities[Int(key.entity)].local))
            }
            for e in entities where e.kind == .organization {
                fresh.insert(e.place)
                for spelling in e.spellings { spellings[spelling.id] = spelling }
            }
        }
        left = Set(before.map(\.key))
        own = Dictionary(grouping: after, by: \.place)
        let keys = Set(before.map(\.key)).union(after.map(\.key)).sorted()
        let old = try keys.map { try Holders($0, update) }
        for key in keys where KeyFamily.of(UInt64(bitPattern: key)) == .spelling && spellings[key] == nil {
            spellings[key] = try update.spelling(key)
        }
        let parts = Set(spellings.values.flatMap { names.keys(of: $0) }.map { Int64(bitPattern: $0) }).sorted()
        let oldNames = try parts.map { try update.spellings(of: $0, limit: KeyFamily.nameLimit + 1) }

        for document in documents {
            try update.removeKeys(of: document)
            try update.removePairs(of: document)
        }
        try update.insert(keys: after)
        for spelling in spellings.values.sorted(by: { $0.id < $1.id }) {
            let own = names.keys(of: spelling).map { Int64(bitPattern: $0) }
            if try update.holders(of: spelling.id, limit: 1).isEmpty {
                try update.remove(spelling: spelling.id, keys: own)
            } else {
                try update.insert(spellings: [spelling])
                try update.insert(nameKeys: own.map { SpellingKey(key: $0, spelling: spelling.id) })
            }
        }
        for (n, key) in keys.enumerated() { try compare(old[n], try Holders(key, update)) }
        let newNames = try parts.map { try update.spellings(of: $0, limit: KeyFamily.nameLimit + 1) }
        func isCrowded(_ names: [Spelling]) -> Bool { names.count > KeyFamily.nameLimit }
        let crossing = Set(
            parts.indices.filter { isCrowded(oldNames[$0]) != isCrowded(newNames[$0]) }.map { parts[$0] })
        for n in parts.indices where crossing.contains(parts[n]) {
            let (now, wasCrowded) = (newNames[n], isCrowded(oldNames[n]))
            // Pairs of names that share no other part are compared from now on, or no longer; the shorter list has them all.
            let few = wasCrowded ? now : oldNames[n]
            let changed = try names.closeOnly(few) { key in
                let key = Int64(bitPattern: key)
                if crossing.contains(key) { return false }
                return try !update.hasMoreSpellings(than: KeyFamily.nameLimit, key)
            }
            for spelling in few where changed.contains(spelling.id) {
                fresh.formUnion(try Holders(spelling.id, update).places)
                seeds.formUnion(try update.holders(of: names.partnerKey(of: spelling)).map(\.place))
            }
        }
        seeds.formUnion(fresh)
        names.share()
    }

    /// Who has a key, as far as it matters to others who have it.
    private struct Holders {
        let family: KeyFamily?
        let key: Int64
        /// Those who stand for the others.
        var first: [ResolutionKey] = []
        var isCrowded = false

        init(_ key: Int64, _ update: GraphUpdate) throws {
            self.key = key
            family = KeyFamily.of(UInt64(bitPattern: key))
            switch family {
            case .same, .long, .number, .look: first = try update.holders(of: key, limit: 1)
            case .name: first = try update.firstHolders(of: key, limit: KeyHolders.countryLimit)
            case .inflected: first = try update.firstHolders(of: key, limit: KeyFamily.spellingLimit)
            case .spelling: first = try update.firstHolders(of: key, limit: KeyFamily.representativeLimit)
            case .short:
                let limit = family?.limit ?? 0
                first = try update.holders(of: key, limit: limit + 1)
                isCrowded = first.count > limit
                if isCrowded { first.removeLast() }
            case .programme, .domain:
                let limit = family?.limit ?? 0
                first = try update.firstHolders(of: key, limit: limit + 1)
                isCrowded = first.count > limit
            case .fact, .partner:
                let limit = family?.limit ?? 0
                isCrowded = try update.holders(of: key, limit: limit + 1).count > limit
            case nil: return
            }
        }

        var places: Set<Place> { Set(first.map(\.place)) }
        var countries: Set<Int64> { Set(first.map(\.trait)).subtracting([0]) }
    }

    private mutating func compare(_ old: Holders, _ new: Holders) throws {
        var isChanged = old.isCrowded != new.isCrowded
        switch new.family {
        case .same, .look: isChanged = old.first != new.first
        case .long, .number:
            isChanged = try old.first != new.first && !displaces(old, new)
        case .name: isChanged = concernsAll(old, new)
        case .spelling: fresh.formUnion(old.places.symmetricDifference(new.places))
        case .short where old.isCrowded || new.isCrowded:
            // Those behind the first are compared with these.
            isChanged = try old.first != new.first && !displaces(old, new)
        case .domain:
            if !old.isCrowded, !new.isCrowded { fresh.formUnion(old.places.symmetricDifference(new.places)) }
            // What too many names have says nothing: pairs are other ones than before.
            if isChanged { fresh.formUnion(try update.holders(of: new.key).map(\.place)) }
            isChanged = false
        case .inflected, .programme, .short: seeds.formUnion(old.places.symmetricDifference(new.places))
        case .fact, .partner:
            // Pairs that are not compared any more: who was joined by another way, or not at all, is not concerned.
            if isChanged, new.isCrowded, !left.contains(new.key) { isChanged = try areJoined(by: new.key) }
        case nil: break
        }
        if isChanged { seeds.formUnion(try update.holders(of: new.key).map(\.place)) }
    }

    /// Whether what pages say joined one who has a key with another, or made a question of them, and no other key tells
    /// that they are to be compared.
    private func areJoined(by key: Int64) throws -> Bool {
        for holder in try update.holders(of: key) {
            guard let row = try area.row(holder.place) else { continue }
            let own = try comparing(holder.place)
            for mention in try update.mentions(joinedWith: row.firstMention, by: Resolver.contextRule) {
                let places = try update.places(of: mention)
                guard places.count == 1 else { return true }
                let shared = own.intersection(try comparing(places[0])).subtracting([key])
                if try !shared.contains(where: { try !Holders($0, update).isCrowded }) { return true }
            }
        }
        return false
    }

    /// Keys of a project by which it is compared with others for what pages say.
    private func comparing(_ place: Place) throws -> Set<Int64> {
        Set(
            try area.keys(of: place).filter {
                let family = KeyFamily.of(UInt64(bitPattern: $0))
                return family == .fact || family == .partner
            })
    }

    /// Whether others only came before the first who have a key: then nobody's project has to be looked at as a whole.
    private mutating func displaces(_ old: Holders, _ new: Holders) throws -> Bool {
        if old.first.isEmpty { return true }
        guard !left.contains(new.key),
            try update.holders(of: new.key, limit: Self.displacedLimit + 1).count <= Self.displacedLimit
        else { return false }
        displaced.insert(new.key)
        return true
    }

    /// Whether those who had a name before may be joined otherwise: who has no country goes with the others when these agree.
    private func concernsAll(_ old: Holders, _ new: Holders) -> Bool {
        let (before, after) = (old.countries, new.countries)
        if before.count < 2 || after.count < 2 {
            func least(_ holders: Holders) -> ResolutionKey? {
                holders.first.min { ($0.document, $0.local) < ($1.document, $1.local) }
            }
            return before != after || least(old) != least(new)
        }
        let now = Dictionary(new.first.map { ($0.trait, $0) }, uniquingKeysWith: { a, _ in a })
        return old.first.contains { $0.trait != 0 && now[$0.trait] != nil && now[$0.trait] != $0 }
    }
}
