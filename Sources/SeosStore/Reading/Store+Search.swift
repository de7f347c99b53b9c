import GRDB
import SeosModel

extension Store {
    /// Finds entities by a name or a part of one, whatever its case and diacritics.
    ///
    /// - Parameter name: plain words; nothing in it is an operator. One or two characters find names that begin with
    ///   them, three or more find them anywhere.
    /// - Returns: each entity once, best match first, then the most mentioned, then by name and id.
    public func search(name: String, limit: Int = 20) throws -> [SearchHit] {
        let words = fold(name)
        guard !words.isEmpty, !words.utf8.contains(0), limit > 0 else { return [] }
        if let hits = try importedHits(words, limit) { return hits }
        // The index holds three-character pieces and cannot answer for less.
        let isIndexed = words.unicodeScalars.count >= 3
        let filter = isIndexed ? "name_search MATCH ?2" : "substr(folded, 1, length(?1)) = ?2"
        let quoted = words.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        let pattern = isIndexed ? "\"\(quoted)\"" : words
        return try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    WITH fit AS (
                      SELECT entity_id, kind, name, length(folded) AS size,
                        CASE WHEN folded = ?1 THEN 0 WHEN substr(folded, 1, length(?1)) = ?1 THEN 1
                             WHEN instr(folded, ' ' || ?1) > 0 THEN 2 ELSE 3 END AS fit
                      FROM name_search WHERE \(filter)
                    ), best AS (
                      SELECT entity_id, kind, name, fit, min(fit * 1000000 + size) AS rank FROM fit GROUP BY entity_id
                    )
                    SELECT b.entity_id, b.kind, b.name, b.fit,
                      coalesce(p.name, o.name, r.name, g.name, c.name, c.email, b.name) AS preferred,
                      (SELECT count(*) FROM mention m WHERE m.entity_id = b.entity_id) AS mentions
                    FROM best b LEFT JOIN project p ON p.id = b.entity_id LEFT JOIN organization o ON o.id = b.entity_id
                    LEFT JOIN region r ON r.id = b.entity_id LEFT JOIN programme g ON g.id = b.entity_id
                    LEFT JOIN contact c ON c.id = b.entity_id
                    ORDER BY b.fit, mentions DESC, preferred, b.entity_id LIMIT ?3
                    """, arguments: [words, pattern, limit]
            ).map {
                SearchHit(
                    id: $0[0], kind: try Words.entityKind($0[1]), name: $0[4], matchedName: $0[2],
                    match: SearchHit.Match(rawValue: $0[3]) ?? .part, mentions: $0[5])
            }
        }
    }

    /// An imported graph has no index of names, which would be larger than the graph: its names are read one by one.
    ///
    /// - Returns: nil when the graph was not imported.
    private func importedHits(_ words: String, _ limit: Int) throws -> [SearchHit]? {
        try read { db in
            if try ImportedCatalogue(db).isEmpty { return nil }
            var hits: [SearchHit] = []
            for kind in EntityKind.allCases {
                let columns = kind == .project ? ["name", "full_name", "acronym"] : ["name"]
                let rows = try Row.fetchCursor(
                    db, sql: "SELECT id, \(columns.joined(separator: ", ")) FROM \(kind.word) ORDER BY id")
                while let row = try rows.next() {
                    let names = (1...columns.count).compactMap { row[$0] as String? }
                    guard let best = names.compactMap({ fit(fold($0), words, $0) }).min(by: { $0.match < $1.match })
                    else { continue }
                    hits.append(
                        SearchHit(
                            id: row[0], kind: kind, name: names[0], matchedName: best.name, match: best.match,
                            mentions: 0))
                }
            }
            hits.sort {
                ($0.match, $0.matchedName.utf8.count, $0.name, $0.id) < (
                    $1.match, $1.matchedName.utf8.count, $1.name, $1.id
                )
            }
            return Array(hits.prefix(limit))
        }
    }

    private func fit(_ folded: String, _ words: String, _ name: String) -> (match: SearchHit.Match, name: String)? {
        if folded == words { return (.exact, name) }
        if folded.hasPrefix(words) { return (.prefix, name) }
        if folded.contains(" " + words) { return (.word, name) }
        return words.unicodeScalars.count >= 3 && folded.contains(words) ? (.part, name) : nil
    }
}
