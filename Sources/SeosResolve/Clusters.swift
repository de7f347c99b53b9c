internal import SeosModel

/// What is one thing, as far as it is known: grows join by join, and keeps apart what persons keep apart.
struct Clusters {
    private let entities: [LocalEntity]
    private var sets: DisjointSets
    /// What a person took back from one rule, no other may do in its place.
    private let takenBack: Set<UndoneJoin.Pair>
    private var kept: [Join] = []
    private var influences: [(Int, Int)] = []
    private let wantsInfluences: Bool
    /// Numbers of what is one already and is not looked at again; -1 for others; nil when there is none.
    private let settled: [Int]?
    var open: [Join] = []

    /// - Parameters:
    ///   - settled: ``Resolver/Scope/settled``.
    ///   - wantsInfluences: ``Resolver/Scope/wantsInfluences``.
    init(
        _ entities: [LocalEntity], _ judgements: [Judgement], _ undone: Set<UndoneJoin>, settled: [Int]? = nil,
        wantsInfluences: Bool = true
    ) {
        self.entities = entities
        self.wantsInfluences = wantsInfluences
        self.settled = settled
        takenBack = Set(undone.map(\.pair))
        let index = Dictionary(entities.enumerated().map { ($1.firstMention, $0) }, uniquingKeysWith: { a, _ in a })
        let known = judgements.compactMap { judgement -> (Int, Int, Bool)? in
            guard let a = index[judgement.left], let b = index[judgement.right] else { return nil }
            return (a, b, judgement.isSame)
        }
        sets = DisjointSets(count: entities.count, vetoes: known.filter { !$0.2 }.map { ($0.0, $0.1) })
        if let settled {
            var first: [Int: Int] = [:]
            for (n, number) in settled.enumerated() where number >= 0 {
                if let known = first[number] { sets.union(known, n) } else { first[number] = n }
            }
        }
        // Two that begin with the same words of one page are one.
        for (n, e) in entities.enumerated() {
            if let first = index[e.firstMention], first != n {
                sets.union(first, n)
                influences.append((first, n))
            }
        }
        for (a, b, isSame) in known {
            if areSettled(a, b) { continue }
            if isSame { sets.union(a, b) }
            influences.append((a, b))
        }
    }

    /// Makes one of two without a reason of its own.
    mutating func unite(_ a: Int, _ b: Int) { sets.union(a, b) }

    /// - Parameters:
    ///   - influences: the pairs that the joins were chosen from, when there are more.
    ///   - explained: completes a join that is kept.
    mutating func apply(
        _ found: [Join], from influences: [(Int, Int)]? = nil, explained: (Join) -> Join = { $0 }
    ) {
        if wantsInfluences {
            self.influences += (influences ?? found.map { ($0.left, $0.right) }).filter { !areSettled($0.0, $0.1) }
        }
        for join in found where !areSettled(join.left, join.right) {
            let pair = UndoneJoin.Pair(entities[join.left].firstMention, entities[join.right].firstMention)
            if takenBack.contains(pair) { continue }
            if sets.union(join.left, join.right) { kept.append(explained(join)) }
        }
    }

    var influenceCount: Int { influences.count }

    private func areSettled(_ a: Int, _ b: Int) -> Bool {
        guard let settled else { return false }
        return settled[a] >= 0 && settled[b] >= 0
    }

    /// For each entity, the first of its cluster.
    mutating func roots() -> [Int] { entities.indices.map { sets.find($0) } }

    mutating func result(_ keys: KeyTable) -> Resolver.Result {
        let roots = roots()
        var result = Resolver.Result(cluster: roots, joins: kept)
        result.open = open.filter { roots[$0.left] != roots[$0.right] }
        result.influences = influences
        result.keys = keys
        return result
    }
}
