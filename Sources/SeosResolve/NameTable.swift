internal import SeosLanguages
internal import SeosModel

/// The names of all entities as signatures, and how alike two of them are: what joining by meaning works on.
struct NameTable {
    let entities: [LocalEntity]
    let keys: NameKeys
    private(set) var likenesses: Likenesses
    var matcher: NameMatcher { likenesses.matcher }
    /// Organizations, projects and programmes: the numbers of their names' signatures, the main name's first.
    let signatures: [[Int32]]
    /// What tells a name in a language from all others, in every resolution; by the number of its signature.
    let spellings: [UInt64]
    /// Organizations, projects and programmes: the number of their main name's folded form; -1 for others.
    let mainKeys: [Int32]
    /// Signatures that organizations have, in order.
    let organizationNames: [Int32]
    /// Numbers of documents, by entity.
    let documents: [Int32]
    /// What is compared again and again, by entity.
    let traits: [Traits]
    /// Names with letters of two scripts in one word, by the number of their signature.
    private let isMixed: [Bool]
    /// Projects: the organizations that are their partners, by index.
    let partners: [[Int]]

    /// Equal values have equal numbers; -1 for none.
    struct Traits {
        var country: Int32 = -1
        var code: Int32 = -1
        var language: Int32 = -1
        var domain: Int32 = -1

        /// Both have one, and not the same.
        static func differ(_ a: Int32, _ b: Int32) -> Bool { a >= 0 && b >= 0 && a != b }
    }

    private static let aliasLimit = 4

    init(_ entities: [LocalEntity], resources: NameResources, keys: NameKeys, memory: SignatureMemory?) {
        self.entities = entities
        self.keys = keys
        var matcher = NameMatcher(resources: resources, memory: memory)
        var documents: [Int32] = []
        documents.reserveCapacity(entities.count)
        var numberOf: [Int64: Int32] = [:]
        var signatures = [[Int32]](repeating: [], count: entities.count)
        var mainKeys = [Int32](repeating: -1, count: entities.count)
        var index: [UInt64: Int] = [:]
        var traits: [Traits] = []
        traits.reserveCapacity(entities.count)
        var numbers: [String: Int32] = [:]
        func number(_ word: String?) -> Int32 {
            guard let word else { return -1 }
            if let known = numbers[word] { return known }
            let made = Int32(truncatingIfNeeded: numbers.count)
            numbers[word] = made
            return made
        }
        // Most have one name, and many the same: they share what holds it.
        var single: [[Int32]] = []
        for (n, e) in entities.enumerated() {
            traits.append(
                Traits(
                    country: number(e.country), code: number(e.code), language: number(e.language),
                    domain: number(e.domain)))
            let document = numberOf[e.documentID] ?? Int32(truncatingIfNeeded: numberOf.count)
            numberOf[e.documentID] = document
            documents.append(document)
            guard e.kind == .organization || e.kind == .project || e.kind == .programme else { continue }
            if e.kind == .organization { index[Self.place(document, e.local)] = n }
            mainKeys[n] = keys.number(of: e.name)
            for name in Self.names(of: e) {
                let s = matcher.signature(of: name, language: e.language)
                while single.count <= s { single.append([Int32(truncatingIfNeeded: single.count)]) }
                if signatures[n].isEmpty {
                    signatures[n] = single[s]
                } else if !signatures[n].contains(single[s][0]) {
                    signatures[n] += single[s]
                }
            }
        }
        memory?.keep(matcher.builder)
        let spellings = matcher.builder.spellings
        var partners = [[Int]](repeating: [], count: entities.count)
        for (n, e) in entities.enumerated() where e.kind == .project {
            for local in e.partners {
                if let partner = index[Self.place(documents[n], local)], !partners[n].contains(partner) {
                    partners[n].append(partner)
                }
            }
        }
        self.partners = partners
        self.documents = documents
        self.traits = traits
        isMixed = (0..<matcher.signatureCount).map { matcher.hasMixedScript($0) }
        self.signatures = signatures
        self.mainKeys = mainKeys
        self.spellings = spellings
        var isOfOrganization = [Bool](repeating: false, count: matcher.signatureCount)
        for (n, e) in entities.enumerated() where e.kind == .organization {
            for s in signatures[n] { isOfOrganization[Int(s)] = true }
        }
        organizationNames = isOfOrganization.indices.filter { isOfOrganization[$0] }.map { Int32($0) }
        likenesses = Likenesses(matcher, spellings)
    }

    /// The names of an entity that are compared, the main one first.
    static func names(of e: LocalEntity) -> [String] {
        ([e.name] + (e.fullName.map { [$0] } ?? []) + e.aliases.prefix(aliasLimit)).filter { !$0.isEmpty }
    }

    /// The same table, one for each of several threads.
    func copies(_ count: Int) -> [NameTable] {
        (0..<max(1, count)).map { n in
            var copy = self
            if n > 0 { copy.likenesses = Likenesses(matcher, spellings) }
            return copy
        }
    }

    private static func place(_ document: Int32, _ local: Int) -> UInt64 {
        UInt64(UInt32(bitPattern: document)) << 32 | UInt64(UInt32(truncatingIfNeeded: local))
    }

    /// The best pair of names of two entities.
    struct Found {
        var a: Int32
        var b: Int32
        var likeness: Likeness
    }

    /// The best pair of names of two organizations; nil when their countries or codes differ.
    func best(_ a: Int, _ b: Int) -> Found? {
        guard Traits.differ(traits[a].country, traits[b].country) else { return bestOfAnyCountry(a, b) }
        // "Institut polytechnique de Bragance" is no body of France, whatever its page made of the French words: the town
        // that both name lies in the country of the other.
        guard let found = bestOfAnyCountry(a, b), found.likeness.isSurelySame, found.likeness.greaterRest < 0.1,
            found.likeness.sharedCountry != 0,
            [a, b].contains(where: { entities[$0].country.map(PlaceNames.pack) == found.likeness.sharedCountry })
        else { return nil }
        return found
    }

    /// The same for pages of which one may have read a country wrongly.
    func bestOfAnyCountry(_ a: Int, _ b: Int) -> Found? {
        if Traits.differ(traits[a].code, traits[b].code) { return nil }
        // A name inside a longer one is another body, or none: "Weaving Society" in "Weaving Society Gotland".
        if documents[a] == documents[b] {
            let (x, y) = (entities[a].span, entities[b].span)
            if x.start < y.end, y.start < x.end { return nil }
        }
        // In one language, two names that each have a place or proper word of their own are two, whatever short form
        // their pages share.
        if let s = signatures[a].first, let t = signatures[b].first, s != t,
            traits[a].language == traits[b].language
        {
            let likeness = likenesses.of(s, t)
            if likeness.identityRestLesser >= 0.3, !likeness.isSpelledOut { return nil }
        }
        return closest(a, b)
    }

    /// The two names, one of each, that are most alike.
    func closest(_ a: Int, _ b: Int) -> Found? {
        var best: Found?
        // A spelling with letters of two scripts may be meant to mislead: a person is asked.
        for s in signatures[a] where !isMixed[Int(s)] {
            for t in signatures[b] where !isMixed[Int(t)] {
                let likeness = likenesses.of(s, t)
                if likeness.score > best?.likeness.score ?? -1 { best = Found(a: s, b: t, likeness: likeness) }
            }
        }
        return best
    }

    /// Whether two organizations have a name in common.
    func haveSameName(_ a: Int, _ b: Int) -> Bool {
        if mainKeys[a] == mainKeys[b] { return true }
        let other = signatures[b]
        return signatures[a].contains { other.contains($0) }
    }

    func reasons(_ found: Found) -> [String] {
        found.a == found.b ? ["same name"] : matcher.reasons(Int(found.a), Int(found.b))
    }
}
