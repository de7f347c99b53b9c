import SeosModel

/// The rows of one document, computed before any of them is written: ids, quotes and code point offsets.
///
/// What does not hold together (a span outside the text, an entity without a mention, a claim that points nowhere)
/// makes no row, and is told in ``problems``.
struct DocumentRows {
    struct MentionRow {
        var id: Int64
        var source: Int
        var quote: String
        var local: Int?
    }

    struct EntityRow {
        var local: Int
        var firstMention: Int64
        var firstSpan: SourceSpan
    }

    struct ClaimRow {
        var id: Int64
        var source: Int
        var mentionID: Int64?
        var value: String?
        var evidence: [(span: SourceSpan, quote: String)]
    }

    let documentID: Int64
    private(set) var mentions: [MentionRow] = []
    private(set) var entities: [EntityRow] = []
    private(set) var claims: [ClaimRow] = []
    private(set) var problems: [Problem]

    private let text: StoredText
    private let extraction: Extraction
    private var points: [Int: Int] = [:]

    init(document: Document, extraction: Extraction) {
        documentID = StableID.make("document", document.uri)
        text = document.text
        self.extraction = extraction
        problems = document.problems + extraction.problems
        let ids = makeMentions(uri: document.uri)
        let kept = makeEntities(mentionIDs: ids)
        makeClaims(uri: document.uri, hash: document.hash, mentionIDs: ids, kept: kept)
        countCodePoints()
    }

    /// A byte offset of the stored text in code points.
    func codePoint(_ byte: Int) -> Int { points[byte] ?? 0 }

    // MARK: Steps

    /// - Returns: the id of each mention of the extraction, nil where its span is not in the text.
    private mutating func makeMentions(uri: String) -> [Int64?] {
        var owner = [Int?](repeating: nil, count: extraction.mentions.count)
        for (local, entity) in extraction.entities.enumerated() {
            for i in entity.mentions where owner.indices.contains(i) && owner[i] == nil { owner[i] = local }
        }
        var rowOf: [Int64: Int] = [:]
        var ids: [Int64?] = []
        for (i, mention) in extraction.mentions.enumerated() {
            let quote = quote(mention.span)
            guard !quote.isEmpty else {
                ids.append(nil)
                drop("A mention found by \(mention.rule) does not lie in the text and was left out.")
                continue
            }
            let id = StableID.make(
                "mention", uri, mention.kind.name, String(mention.span.start), String(mention.span.end))
            ids.append(id)
            if let row = rowOf[id] {
                // The same characters found twice: one row, and the entity of whichever has one.
                mentions[row].local = mentions[row].local ?? owner[i]
            } else {
                rowOf[id] = mentions.count
                mentions.append(MentionRow(id: id, source: i, quote: quote, local: owner[i]))
            }
        }
        return ids
    }

    /// - Returns: which entities have a row.
    private mutating func makeEntities(mentionIDs: [Int64?]) -> [Bool] {
        extraction.entities.indices.map { local in
            let entity = extraction.entities[local]
            let first = entity.mentions
                .filter { mentionIDs.indices.contains($0) && mentionIDs[$0] != nil }
                .min { extraction.mentions[$0].span < extraction.mentions[$1].span }
            guard let first, let id = mentionIDs[first] else {
                drop("A \(entity.kind.word) without a mention was left out, with what is said of it.")
                return false
            }
            entities.append(EntityRow(local: local, firstMention: id, firstSpan: extraction.mentions[first].span))
            return true
        }
    }

    private mutating func makeClaims(uri: String, hash: String, mentionIDs: [Int64?], kept: [Bool]) {
        var seen: Set<Int64> = []
        for (i, claim) in extraction.claims.enumerated() {
            let ends = [claim.subject, claim.object, claim.owner].compactMap { $0 }
            guard ends.allSatisfy({ kept.indices.contains($0) }) else {
                drop("A claim made by \(claim.rule) names an entity that does not exist and was left out.")
                continue
            }
            // The entity was reported already.
            guard ends.allSatisfy({ kept[$0] }) else { continue }
            let evidence = claim.evidence.map { (span: $0, quote: quote($0)) }.filter { !$0.quote.isEmpty }
            guard let first = evidence.first else {
                drop("A claim made by \(claim.rule) has no words in the text and was left out.")
                continue
            }
            let mention = claim.mention.flatMap { mentionIDs.indices.contains($0) ? mentionIDs[$0] : nil }
            let parts = [
                "claim", uri, hash, claim.property.word, claim.role.map(\.word) ?? "",
                claim.amountKind.map(\.word) ?? "",
                String(claim.subject), claim.object.map { String($0) } ?? "", String(first.span.start),
                String(first.span.end), claim.rule,
            ]
            var id = StableID.make(parts)
            if !seen.insert(id).inserted {
                // One row of a table can hold two shares: same words, same rule, another value or owner.
                id = StableID.make(parts + [mention.map { String($0) } ?? "", claim.owner.map { String($0) } ?? ""])
                guard seen.insert(id).inserted, !isRepeated(claim) else { continue }
            }
            claims.append(
                ClaimRow(id: id, source: i, mentionID: mention, value: value(of: claim), evidence: evidence))
        }
    }

    private mutating func countCodePoints() {
        var offsets: Set<Int> = []
        for row in mentions {
            let span = extraction.mentions[row.source].span
            offsets.formUnion([span.start, span.end])
        }
        for row in claims {
            for (span, _) in row.evidence { offsets.formUnion([span.start, span.end]) }
        }
        for span in problems.compactMap(\.span) { offsets.formUnion([span.start, span.end]) }
        let bytes = offsets.sorted()
        points = Dictionary(uniqueKeysWithValues: zip(bytes, text.codePointOffsets(of: bytes)))
    }

    // MARK: Parts

    /// The words of a span; empty when it is outside the text or cuts a character.
    private func quote(_ span: SourceSpan) -> String {
        guard span.start >= 0, span.start < span.end, span.end <= text.count,
            isBoundary(span.start), isBoundary(span.end)
        else { return "" }
        return text[span]
    }

    private func isBoundary(_ byte: Int) -> Bool { byte == text.count || text.utf8[byte] & 0xC0 != 0x80 }

    private func value(of claim: Claim) -> String? {
        if let object = claim.object { return extraction.entities[object].name }
        guard let index = claim.mention, extraction.mentions.indices.contains(index) else { return nil }
        let mention = extraction.mentions[index]
        return mention.value.flatMap { ValueText.text(of: $0) } ?? mention.name
    }

    /// Whether an earlier claim says the same, so that this one adds nothing.
    private func isRepeated(_ claim: Claim) -> Bool {
        claims.contains { row in
            let earlier = extraction.claims[row.source]
            return earlier.subject == claim.subject && earlier.property == claim.property
                && earlier.object == claim.object && earlier.owner == claim.owner && earlier.role == claim.role
                && earlier.amountKind == claim.amountKind && earlier.rule == claim.rule
                && earlier.evidence.first == claim.evidence.first && earlier.mention == claim.mention
        }
    }

    private mutating func drop(_ message: String) {
        problems.append(Problem(code: "store.left-out", severity: .warning, message: message))
    }
}
