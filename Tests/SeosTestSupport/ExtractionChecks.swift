public import SeosModel

/// What must hold of every extraction, whatever the document. Each function answers the violations in words, so that
/// `#expect(violations.isEmpty)` shows them.
public enum ExtractionChecks {
    /// Spans lie in the text, are not empty, begin and end between characters, and their quotes are the text's words.
    public static func quotes(_ mentions: [Mention], in text: StoredText) -> [String] {
        mentions.compactMap { mention in
            if let wrong = span(mention.span, in: text) { return "\(mention.kind.name) '\(mention.quote)': \(wrong)" }
            let words = text[mention.span]
            return words.utf8.elementsEqual(mention.quote.utf8) ? nil : "quote '\(mention.quote)' stands for '\(words)'"
        }
    }

    /// What is wrong with a span of a text; nil when nothing is.
    public static func span(_ span: SourceSpan, in text: StoredText) -> String? {
        guard span.start >= 0, span.end <= text.count, span.start < span.end else {
            return "span \(span.start)..<\(span.end) is not in the text"
        }
        let isBoundary = { (i: Int) in i == text.count || text.utf8[i] & 0xC0 != 0x80 }
        return isBoundary(span.start) && isBoundary(span.end)
            ? nil : "span \(span.start)..<\(span.end) cuts a character"
    }

    /// Mentions in text order, every index in range, every claim with evidence in the text and an object or a mention.
    public static func structure(_ extraction: Extraction, in text: StoredText) -> [String] {
        var wrong = quotes(extraction.mentions, in: text)
        let mentions = extraction.mentions.indices
        let entities = extraction.entities.indices
        for (a, b) in zip(extraction.mentions, extraction.mentions.dropFirst())
        where (a.span, a.kind.rawValue) > (b.span, b.kind.rawValue) {
            wrong.append("'\(a.quote)' stands before '\(b.quote)' in the list, not in the text")
        }
        for (n, entity) in extraction.entities.enumerated() {
            if entity.name.isEmpty { wrong.append("entity \(n) has no name") }
            if entity.mentions.isEmpty { wrong.append("entity \(n) '\(entity.name)' has no mention") }
            if !entity.mentions.allSatisfy(mentions.contains) {
                wrong.append("entity \(n) '\(entity.name)' has a mention that is not there")
            }
            if Set(entity.aliases).count != entity.aliases.count {
                wrong.append("entity \(n) '\(entity.name)' has an alias twice")
            }
        }
        for (n, claim) in extraction.claims.enumerated() {
            let label = "claim \(n) \(claim.property.word) by \(claim.rule)"
            if !entities.contains(claim.subject) { wrong.append("\(label): no such subject") }
            if let object = claim.object, !entities.contains(object) { wrong.append("\(label): no such object") }
            if let owner = claim.owner, !entities.contains(owner) { wrong.append("\(label): no such owner") }
            if let mention = claim.mention, !mentions.contains(mention) { wrong.append("\(label): no such mention") }
            if claim.object == nil, claim.mention == nil { wrong.append("\(label): neither object nor value") }
            if claim.rule.isEmpty { wrong.append("\(label): no rule") }
            if !(0...1).contains(claim.confidence) { wrong.append("\(label): confidence \(claim.confidence)") }
            if claim.evidence.isEmpty { wrong.append("\(label): no evidence") }
            for span in claim.evidence {
                if let reason = self.span(span, in: text) { wrong.append("\(label): evidence \(reason)") }
            }
        }
        return wrong
    }
}
