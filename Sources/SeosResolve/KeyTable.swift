internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// One key of one entity: what it may share with another that is the same thing.
public struct EntityKey: Sendable, Hashable {
    /// The family in the four highest bits, below them a hash of what is shared.
    public var key: UInt64
    /// Tells the members of a key apart: the country of an organization, the name of a programme or of an organization that
    /// may be inflected, letters of another script. Of those with one trait the first stands for the others.
    public var trait: Int64
    /// The entity's place in the order of resolution.
    public var entity: Int32
}

/// What a key says of those who share it.
public enum KeyFamily: UInt64, Sendable, CaseIterable {
    /// The same code, address or folded name: they are one.
    case same = 1
    /// The name of an organization without its legal form.
    case name
    /// The first letters of an organization's words, in one language.
    case inflected
    /// Letters as they look.
    case look
    /// A project's long name.
    case long
    /// A project's short name or acronym.
    case short
    /// A project's date with its programme, its amounts, its address.
    case fact
    /// The name of a partner of a project.
    case partner
    /// A spelling of an organization's name in one language.
    case spelling
    /// A part of the meaning of a programme's name.
    case programme
    /// The number a programme gave a project.
    case number
    /// The domain of the web that pages give an organization.
    case domain

    /// - Parameter words: joined by a byte that no text has.
    func key(_ kind: EntityKind, _ words: String...) -> UInt64 {
        var hash = Hash.step(Hash.seed, UInt8(truncatingIfNeeded: kind.rawValue))
        for word in words {
            hash = Hash.step(hash, 0xFF)
            for byte in word.utf8 { hash = Hash.step(hash, byte) }
        }
        return key(hash)
    }

    func key(_ hash: UInt64) -> UInt64 {
        var h = hash ^ hash >> 32
        h = h &* 0xBF58_476D_1CE4_E5B9
        return rawValue << 60 | (h ^ h >> 29) >> 4
    }

    /// The key of a spelling of a name in a language.
    public static func spelling(of name: String, language: String) -> UInt64 {
        spelling.key(SignatureBuilder.spelling(of: name, language: language))
    }

    /// The key by which those are found who have an organization's domain.
    public static func domain(of e: LocalEntity) -> UInt64? { e.domain.map { domain.key(.organization, $0) } }

    /// What tells organizations of one name apart in the order of keys.
    public static func trait(country: String?) -> Int64 { EntityKeys.trait(country) }

    public static func of(_ key: UInt64) -> KeyFamily? { KeyFamily(rawValue: key >> 60) }

    /// When more share a key, it says too little: those of it are not compared with each other, or only the first. Of
    /// programmes and domains, names are counted.
    public var limit: Int? {
        switch self {
        case .fact: ProjectJoins.contextLimit
        case .partner: ProjectJoins.partnerLimit
        case .short: ProjectJoins.shortLimit
        case .programme: ProgrammeJoins.blockLimit
        case .domain: MeaningJoins.domainLimit
        case .same, .name, .inflected, .look, .long, .number, .spelling: nil
        }
    }

    /// How many names may share a part of their meaning and still be compared.
    public static let nameLimit = CloseNames.blockLimit
    /// How many spellings with one beginning are compared.
    public static let spellingLimit = Resolver.spellingLimit
    /// Of those with one name, so many are compared with others, each of another country.
    public static let representativeLimit = MeaningJoins.representativeLimit
    /// Documents that tell of one project whose lists of partners are aligned.
    public static let tellersLimit = MeaningJoins.tellersLimit
    /// Partners of one project that are compared with each other.
    public static let listLimit = MeaningJoins.listLimit
}

/// The keys of all entities of a resolution, sorted: equal keys stand together.
public struct KeyTable: Sendable {
    public private(set) var rows: [EntityKey] = []
    /// Where each family begins.
    private var starts: [Int] = []

    mutating func add(_ key: UInt64, _ entity: Int, trait: Int64 = 0) {
        rows.append(EntityKey(key: key, trait: trait, entity: Int32(truncatingIfNeeded: entity)))
    }

    mutating func sort() {
        rows.sort { ($0.key, $0.trait, $0.entity) < ($1.key, $1.trait, $1.entity) }
        var kept = 0
        for k in rows.indices where kept == 0 || rows[k] != rows[kept - 1] {
            rows[kept] = rows[k]
            kept += 1
        }
        // As much room as they need, and no more: they are kept to the end.
        rows = rows.withUnsafeBufferPointer { Array($0.prefix(kept)) }
    }

    /// Those who share a key of a family, key by key, in the order of resolution; nobody who has a key alone.
    func forEachBlock(_ family: KeyFamily, _ body: (_ key: UInt64, _ members: [Int]) -> Void) {
        var start = firstRow(family.rawValue << 60)
        let limit = firstRow((family.rawValue + 1) << 60)
        while start < limit {
            var end = start + 1
            while end < limit, rows[end].key == rows[start].key { end += 1 }
            if end - start > 1 {
                var members = rows[start..<end].map { Int($0.entity) }
                members.sort()
                body(rows[start].key, members)
            }
            start = end
        }
    }

    private func firstRow(_ key: UInt64) -> Int {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
