import GRDB
public import SeosModel

/// What changed since the last resolution.
public struct GraphChanges: Sendable {
    /// Ids of documents that were added, changed or removed, or about which something was decided; sorted.
    public var documents: [Int64]
    /// What documents told of that they no longer tell of.
    public var entities: [Int64: EntityKind]
    /// First mentions of what they no longer tell of.
    public var mentions: [EntityKind: Set<Int64>]
}

extension GraphUpdate {
    /// What changed since the last resolution; nil when it is not known, or when the keys were made by another version of
    /// the program.
    ///
    /// - Parameter limit: when more documents changed, nil.
    public func changes(keysVersion: String, limit: Int) throws -> GraphChanges? {
        guard try StateTable(db: db).keysVersion() == keysVersion else { return nil }
        let documents = try Int64.fetchAll(
            db, sql: "SELECT id FROM changed_document ORDER BY id LIMIT ?", arguments: [limit + 1])
        guard documents.count <= limit else { return nil }
        var entities: [Int64: EntityKind] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT id, kind FROM changed_entity") {
            entities[row[0]] = try Words.entityKind(row[1])
        }
        var mentions: [EntityKind: Set<Int64>] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT id, kind FROM changed_mention") {
            mentions[try Words.entityKind(row[1]), default: []].insert(row[0])
        }
        return GraphChanges(documents: documents, entities: entities, mentions: mentions)
    }

    /// The number of documents.
    public func documentCount() throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM document") ?? 0 }

    /// Takes all keys out; `body` writes others.
    ///
    /// - Parameter version: of what makes keys; keys of another version are of no use.
    public func replaceKeys(version: String, _ body: (GraphUpdate) throws -> Void) throws {
        try KeyIndex(db: db).replace(version: version) { _ in try body(self) }
    }

    public func insert(keys: some Sequence<ResolutionKey>) throws { try KeyIndex(db: db).insert(keys) }

    public func insert(nameKeys spellings: some Sequence<SpellingKey>) throws { try KeyIndex(db: db).insert(spellings) }

    public func forgetChanges() throws { try KeyIndex(db: db).forgetChanges() }

    public func removeKeys(of document: Int64) throws { try KeyIndex(db: db).remove(document: document) }

    public func insert(spellings: some Sequence<Spelling>) throws { try KeyIndex(db: db).insert(spellings) }

    /// Takes out a spelling that nobody has any more, with its keys.
    public func remove(spelling: Int64, keys: [Int64]) throws {
        try KeyIndex(db: db).remove(spelling: spelling, keys: keys)
    }

    public func spelling(_ id: Int64) throws -> Spelling? { try KeyIndex(db: db).spelling(id) }

    public func keys(of document: Int64) throws -> [ResolutionKey] { try KeyIndex(db: db).keys(of: document) }

    /// The keys of one thing that a document tells of.
    public func keys(of place: ResolvedGraph.Place) throws -> [Int64] { try KeyIndex(db: db).keys(of: place) }

    /// Who has a key.
    public func holders(of key: Int64, limit: Int = .max) throws -> [ResolutionKey] {
        try KeyIndex(db: db).holders(of: key, limit: limit)
    }

    /// The first of each trait who has a key.
    public func firstHolders(of key: Int64, limit: Int) throws -> [ResolutionKey] {
        try KeyIndex(db: db).firstHolders(of: key, limit: limit)
    }

    /// The first who has a key and a trait.
    public func firstHolder(of key: Int64, trait: Int64) throws -> ResolutionKey? {
        try KeyIndex(db: db).firstHolder(of: key, trait: trait)
    }

    /// Who has a key and a trait above one.
    public func holders(of key: Int64, above trait: Int64) throws -> [ResolutionKey] {
        try KeyIndex(db: db).holders(of: key, above: trait)
    }

    /// The spellings that share a part of their meaning.
    public func spellings(of key: Int64, limit: Int) throws -> [Spelling] {
        try KeyIndex(db: db).spellings(of: key, limit: limit)
    }

    /// Whether more spellings than so many share a part of their meaning.
    public func hasMoreSpellings(than limit: Int, _ key: Int64) throws -> Bool {
        try KeyIndex(db: db).hasMoreSpellings(than: limit, key)
    }

    // MARK: Pairs

    public func clearPairs() throws { try PairTable(db: db).clear() }

    public func insert(pairs: [JudgedPair]) throws { try PairTable(db: db).insert(pairs) }

    public func pairs(with place: ResolvedGraph.Place) throws -> [JudgedPair] {
        try PairTable(db: db).pairs(with: place)
    }

    /// Pairs with one of the members of an entity.
    public func pairs(ofMembers entity: Int64) throws -> [JudgedPair] { try PairTable(db: db).pairs(ofMembers: entity) }

    public func remove(pair: JudgedPair) throws { try PairTable(db: db).remove(pair) }

    public func removePairs(of document: Int64) throws { try PairTable(db: db).remove(document: document) }
}
