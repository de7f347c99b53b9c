/// What is joined so far: unions that persons allow, and the joins that made them.
struct JoinBook {
    private(set) var kept: [Join] = []
    private var sets: DisjointSets
    private let mentions: [Int64]
    /// What a person took back from one rule, no other may do in its place.
    private let takenBack: Set<UndoneJoin.Pair>

    init(_ entities: [LocalEntity], vetoes: [(Int, Int)], takenBack: Set<UndoneJoin.Pair>) {
        sets = DisjointSets(count: entities.count, vetoes: vetoes)
        mentions = takenBack.isEmpty ? [] : entities.map(\.firstMention)
        self.takenBack = takenBack
    }

    /// The first member of an entity's set.
    mutating func root(of entity: Int) -> Int { sets.find(entity) }

    mutating func areApart(_ a: Int, _ b: Int) -> Bool { sets.find(a) != sets.find(b) }

    /// A person's word: no rule, no join to show.
    mutating func unite(_ a: Int, _ b: Int) { sets.union(a, b) }

    /// Joins two sets, and remembers why, unless they are one already or a person keeps them apart.
    mutating func apply(_ join: Join) {
        if !takenBack.isEmpty, takenBack.contains(UndoneJoin.Pair(mentions[join.left], mentions[join.right])) { return }
        if sets.union(join.left, join.right) { kept.append(join) }
    }
}
