internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Collects mentions, entities and claims of one document; the same name twice is one entity with two mentions.
struct ExtractionBuilder {
    private(set) var extraction = Extraction()
    private var bySpan: [MentionKey: Int] = [:]
    private var byKey: [NameKey: Int] = [:]
    /// What a name of no entity any more stands for in `byKey`: taking it out would hash all others anew.
    private static let dropped = -1
    /// The entity each mention was attached to first; -1 for none.
    private var byMention: [Int] = []
    private var byClaim: [ClaimKey: Int] = [:]
    /// Claims of each subject, in order.
    private var bySubject: [Int: [Int]] = [:]
    /// The first claim of each mention of an amount.
    private var byAmount: [Int: Int] = [:]
    /// Mentions with the entities they are attached to.
    private var attached: Set<Link> = []

    /// The surest claim of each property and role between two entities; what ``join(_:_:keepsFirst:)`` moves later is
    /// not followed.
    ///
    /// Places in ``surest``, the last one of each pair.
    private var byPair: [Pair: Int] = [:]
    /// Claims, with the place of another one of the same pair; -1 at the end.
    private var surest: [(claim: Int, next: Int)] = []

    private struct Pair: Hashable {
        var subject: Int
        var object: Int
    }

    private struct Link: Hashable {
        var mention: Int
        var entity: Int
    }

    private struct NameKey: Hashable {
        var kind: EntityKind
        var name: String
    }

    private struct MentionKey: Hashable {
        var kind: Mention.Kind
        var span: SourceSpan

        func hash(into hasher: inout Hasher) {
            hasher.combine((span.start &* 1_000_003 &+ span.end) &* 31 &+ kind.rawValue)
        }
    }

    /// Makes room for about as many mentions at once.
    mutating func reserve(_ mentions: Int) {
        extraction.mentions.reserveCapacity(mentions)
        bySpan.reserveCapacity(mentions)
        byKey.reserveCapacity(mentions)
        byMention.reserveCapacity(mentions)
        attached.reserveCapacity(mentions)
        byClaim.reserveCapacity(32)
    }

    func mentionCount(_ entity: Int) -> Int { extraction.entities[entity].mentions.count }

    /// The index of a mention; the same kind at the same place is kept once.
    mutating func add(_ mention: Mention) -> Int {
        let key = MentionKey(kind: mention.kind, span: mention.span)
        if let known = bySpan[key] { return known }
        extraction.mentions.append(mention)
        byMention.append(-1)
        bySpan[key] = extraction.mentions.count - 1
        return extraction.mentions.count - 1
    }

    /// The entity a mention names, made when it is the first of its name.
    mutating func entity(_ kind: EntityKind, for mention: Int, keys: [String], make: (Mention) -> Extraction.Entity)
        -> Int
    {
        var known: Int?
        for key in keys where known == nil && !key.isEmpty { known = self.known(kind, key) }
        if known == nil { extraction.entities.append(make(extraction.mentions[mention])) }
        let index = known ?? extraction.entities.count - 1
        attach(mention, to: index)
        // What was known by its only name is known by it still.
        if known == nil || keys.count > 1 {
            for key in keys { addKey(key, kind, entity: index) }
        }
        return index
    }

    /// The entity a mention was attached to first.
    func entity(ofMention mention: Int) -> Int? { byMention[mention] < 0 ? nil : byMention[mention] }

    mutating func attach(_ mention: Int, to entity: Int) {
        if byMention[mention] < 0 { byMention[mention] = entity }
        guard attached.insert(Link(mention: mention, entity: entity)).inserted else { return }
        // The words of one thing are no mention of another: it only learns the name.
        let isTaken = byMention[mention] != entity && !extraction.entities[entity].mentions.isEmpty
        if !isTaken { extraction.entities[entity].mentions.append(mention) }
        let quote = extraction.mentions[mention].quote
        let name = extraction.mentions[mention].name
        addAlias(quote, to: entity)
        if name != quote { addAlias(name, to: entity) }
    }

    /// Takes back what a mention was read as.
    mutating func detach(_ mention: Int) {
        guard byMention[mention] >= 0 else { return }
        extraction.entities[byMention[mention]].mentions.removeAll { $0 == mention }
        byMention[mention] = -1
    }

    mutating func addAlias(_ name: String, to entity: Int) {
        if name.isEmpty || name == extraction.entities[entity].name || name == extraction.entities[entity].fullName
            || extraction.entities[entity].aliases.contains(name)
        {
            return
        }
        extraction.entities[entity].aliases.append(name)
    }

    mutating func addKey(_ key: String, _ kind: EntityKind, entity: Int) {
        if key.isEmpty { return }
        let scoped = NameKey(kind: kind, name: key)
        if byKey[scoped] ?? Self.dropped == Self.dropped { byKey[scoped] = entity }
    }

    func known(_ kind: EntityKind, _ key: String) -> Int? {
        let entity = byKey[NameKey(kind: kind, name: key)]
        return entity == Self.dropped ? nil : entity
    }

    mutating func update(_ entity: Int, _ body: (inout Extraction.Entity) -> Void) {
        body(&extraction.entities[entity])
    }
    mutating func updateMention(_ mention: Int, _ body: (inout Mention) -> Void) { body(&extraction.mentions[mention]) }

    @inline(__always)
    func entity(_ index: Int) -> Extraction.Entity { extraction.entities[index] }
    @inline(__always)
    func mention(_ index: Int) -> Mention { extraction.mentions[index] }
    @inline(__always)
    var claims: [Claim] { extraction.claims }

    /// Indexes of the claims of a subject, in order: a page of thousands of projects has many claims and few of each.
    func claims(of subject: Int) -> [Int] { bySubject[subject] ?? [] }

    /// Index of the first claim that a mention is an amount.
    func amountClaim(of mention: Int) -> Int? { byAmount[mention] }

    /// Whether something has been said so far of two entities; of several claims with one property and role the surest
    /// is asked.
    func hasClaim(of subject: Int, about object: Int, where matches: (Claim) -> Bool) -> Bool {
        var place = byPair[Pair(subject: subject, object: object)] ?? -1
        while place >= 0 {
            if matches(extraction.claims[surest[place].claim]) { return true }
            place = surest[place].next
        }
        return false
    }

    /// Adds a claim unless the document already says the same by a rule at least as sure.
    mutating func claim(_ claim: Claim) {
        let key = ClaimKey(claim)
        if let k = byClaim[key] {
            guard extraction.claims[k].confidence < claim.confidence else { return }
            extraction.claims[k] = claim
            return noteSurest(k)
        }
        let index = extraction.claims.count
        byClaim[key] = index
        bySubject[claim.subject, default: []].append(index)
        if claim.property == .amount, let mention = claim.mention, byAmount[mention] == nil {
            byAmount[mention] = index
        }
        extraction.claims.append(claim)
        noteSurest(extraction.claims.count - 1)
    }

    private mutating func noteSurest(_ index: Int) {
        guard let object = extraction.claims[index].object else { return }
        let pair = Pair(subject: extraction.claims[index].subject, object: object)
        let last = byPair[pair] ?? -1
        var place = last
        while place >= 0 {
            let other = surest[place].claim
            if extraction.claims[other].property == extraction.claims[index].property,
                extraction.claims[other].role == extraction.claims[index].role
            {
                if extraction.claims[other].confidence < extraction.claims[index].confidence {
                    surest[place].claim = index
                }
                return
            }
            place = surest[place].next
        }
        byPair[pair] = surest.count
        surest.append((index, last))
    }

    /// What makes two claims say the same.
    private struct ClaimKey: Hashable {
        var subject: Int
        var property: Claim.Property
        var object: Int?
        var mention: Int?
        var role: Claim.Role?
        var amountKind: Claim.AmountKind?
        var owner: Int?

        init(_ c: Claim) {
            (subject, property, object, mention) = (c.subject, c.property, c.object, c.mention)
            (role, amountKind, owner) = (c.role, c.amountKind, c.owner)
        }

        /// One number of what tells most claims apart: seven would take longer.
        func hash(into hasher: inout Hasher) {
            let prime = 1_000_003
            var mixed = subject &* prime &+ property.rawValue
            mixed = (mixed &* prime &+ (object ?? -1)) &* prime &+ (mention ?? -1)
            hasher.combine(mixed)
        }
    }

    /// Changes a claim in place; what it says of whom stays, its kind, rule and confidence may change.
    mutating func updateClaim(_ index: Int, _ body: (inout Claim) -> Void) {
        body(&extraction.claims[index])
        noteSurest(index)
    }

    mutating func supersede(_ property: Claim.Property, of subject: Int) {
        for k in claims(of: subject) where extraction.claims[k].property == property {
            extraction.claims[k].isSuperseded = true
        }
    }

    /// Makes two entities one; the other becomes empty.
    mutating func join(_ a: Int, _ b: Int, keepsFirst: Bool) {
        let (kept, gone) = keepsFirst ? (a, b) : (b, a)
        let other = extraction.entities[gone]
        guard !other.mentions.isEmpty, !extraction.entities[kept].mentions.isEmpty else { return }
        for mention in other.mentions {
            byMention[mention] = kept
            attach(mention, to: kept)
        }
        for name in [other.name] + other.aliases { addAlias(name, to: kept) }
        update(kept) {
            $0.country = $0.country ?? other.country
            $0.acronym = $0.acronym ?? other.acronym
            $0.organizationKind = $0.organizationKind ?? other.organizationKind
        }
        extraction.entities[gone].mentions = []
        for k in extraction.claims.indices {
            if extraction.claims[k].object == gone { extraction.claims[k].object = kept }
            if extraction.claims[k].owner == gone { extraction.claims[k].owner = kept }
            if extraction.claims[k].subject == gone { extraction.claims[k].subject = kept }
        }
        if let moved = bySubject.removeValue(forKey: gone) {
            bySubject[kept] = ((bySubject[kept] ?? []) + moved).sorted()
        }
    }

    /// Removes entities that lost their mentions, and renumbers.
    mutating func dropEmptyEntities() {
        guard extraction.entities.contains(where: { $0.mentions.isEmpty }) else { return }
        var place = [Int?](repeating: nil, count: extraction.entities.count)
        var kept: [Extraction.Entity] = []
        for (n, entity) in extraction.entities.enumerated() where !entity.mentions.isEmpty {
            place[n] = kept.count
            kept.append(entity)
        }
        extraction.entities = kept
        attached = Set(
            attached.compactMap { link in place[link.entity].map { Link(mention: link.mention, entity: $0) } })
        extraction.claims = extraction.claims.compactMap { claim in
            guard let subject = place[claim.subject] else { return nil }
            var moved = claim
            moved.subject = subject
            moved.object = claim.object.flatMap { place[$0] }
            moved.owner = claim.owner.flatMap { place[$0] }
            return claim.object != nil && moved.object == nil ? nil : moved
        }
        bySubject = Dictionary(grouping: extraction.claims.indices) { extraction.claims[$0].subject }
        byAmount = [:]
        byKey = byKey.mapValues { $0 == Self.dropped ? $0 : place[$0] ?? Self.dropped }
        byMention = byMention.map { $0 < 0 ? -1 : place[$0] ?? -1 }
    }

    /// Gives every claim the confidence that its rule has earned.
    mutating func calibrate() {
        for k in extraction.claims.indices {
            extraction.claims[k].confidence = Calibration.confidence(extraction.claims[k])
        }
    }

    mutating func problem(_ problem: Problem) { extraction.problems.append(problem) }

    /// Mentions in text order, every index renumbered.
    func finished() -> Extraction {
        var result = extraction
        let keys = extraction.mentions.map { (span: $0.span, kind: $0.kind.rawValue) }
        let order = keys.indices.sorted {
            (keys[$0].span, keys[$0].kind) < (keys[$1].span, keys[$1].kind)
        }
        var place = [Int](repeating: 0, count: order.count)
        for (new, old) in order.enumerated() { place[old] = new }
        result.mentions = order.map { extraction.mentions[$0] }
        for k in result.entities.indices {
            result.entities[k].mentions = result.entities[k].mentions.map { place[$0] }.sorted()
        }
        for k in result.claims.indices { result.claims[k].mention = result.claims[k].mention.map { place[$0] } }
        return result
    }
}
