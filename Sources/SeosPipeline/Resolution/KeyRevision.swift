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

    private let update: GraphUpdate
    private let area: Neighbourhood
    private let resolver: Resolver
    private let names: NameNeighbours

    init(_ update: GraphUpdate, _ area: Neighbourhood, _ resolver: Resolver, _ names: NameResources) {
        self.update = update
        self.area = area
        self.resolver = resolver
        // What is asked here is asked before the keys are brought up to date, and not asked again.
        self.names = NameNeighbours(update, names)
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
        for (n, part) in parts.enumerated() {
            let now = try update.spellings(of: part, limit: KeyFamily.nameLimit + 1)
            let wasCrowded = oldNames[n].count > KeyFamily.nameLimit
            if wasCrowded == (now.count > KeyFamily.nameLimit) { continue }
            // All pairs of names that share the part may be compared from now on, or no longer.
            for spelling in Set(oldNames[n] + now) { fresh.formUnion(try Holders(spelling.id, update).places) }
        }
        seeds.formUnion(fresh)
    }

    /// Who has a key, as far as it matters.
    private struct Holders {
        let family: KeyFamily?
        let key: Int64
        let update: GraphUpdate
        /// Of a spelling those who are compared, of others nobody.
        var places: [Place] = []
        var isCrowded = false

        init(_ key: Int64, _ update: GraphUpdate) throws {
            self.key = key
            self.update = update
            family = KeyFamily.of(UInt64(bitPattern: key))
            if family == .spelling {
                places = try update.firstHolders(of: key, limit: KeyFamily.representativeLimit).map(\.place)
            } else if family == .programme, let limit = family?.limit {
                isCrowded = try update.firstHolders(of: key, limit: limit + 1).count > limit
            } else if let limit = family?.limit {
                isCrowded = try update.holders(of: key, limit: limit + 1).count > limit
            }
        }
    }

    private mutating func compare(_ old: Holders, _ new: Holders) throws {
        switch new.family {
        case .same, .name, .inflected, .look, .long, .number, nil:
            seeds.formUnion(try update.holders(of: new.key).map(\.place))
        case .short:
            // Only the first of many are compared, and who is among them may have changed.
            if old.isCrowded || new.isCrowded { seeds.formUnion(try update.holders(of: new.key).map(\.place)) }
        case .fact, .partner, .programme:
            if old.isCrowded != new.isCrowded { seeds.formUnion(try update.holders(of: new.key).map(\.place)) }
        case .spelling:
            if old.places != new.places { fresh.formUnion(old.places + new.places) }
        }
    }
}

extension ResolutionKey {
    var place: ResolvedGraph.Place { ResolvedGraph.Place(document, local) }
}
