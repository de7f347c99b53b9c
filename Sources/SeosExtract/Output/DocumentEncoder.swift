public import SeosModel

/// A document as JSON: its content, its blocks, its claims.
public enum DocumentEncoder {
    /// `--format content`: the content blocks only, one a line; the headline, being the title, is not repeated there.
    public static func content(_ document: Document, doc: String, path: String) -> JSONValue {
        var text: [UInt8] = []
        let headline = document.blocks.firstIndex { $0.isContent && $0.headingLevel == 1 }
        for (n, block) in document.blocks.enumerated() where block.isContent && n != headline {
            if !text.isEmpty { text.append(0x0A) }
            text.append(contentsOf: document.text.utf8[block.span.start..<block.span.end])
        }
        return .object([
            "doc": .string(doc), "path": .string(path), "lang": .string(document.language),
            "charset": .string(document.charset),
            "title": .optional(headline.map { document.text[document.blocks[$0].span] } ?? document.title),
            "text": .string(String(decoding: withoutSoftHyphens(text), as: UTF8.self)),
        ])
    }

    /// Where a word may be divided is no part of its spelling (U+00AD).
    private static func withoutSoftHyphens(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(0xAD) else { return text }
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        for (i, b) in text.enumerated() {
            if b == 0xAD, i > 0, text[i - 1] == 0xC2 {
                out.removeLast()
            } else {
                out.append(b)
            }
        }
        return out
    }

    /// `--format text`: the whole stored text.
    public static func text(_ document: Document, doc: String, path: String) -> JSONValue {
        .object([
            "doc": .string(doc), "path": .string(path), "lang": .string(document.language),
            "charset": .string(document.charset),
            "title": .optional(document.title), "text": .string(document.text.string),
        ])
    }

    /// `--format blocks`: every block with its kind, its role and its place in code points, and in the bytes of the file
    /// where that is known.
    public static func blocks(_ document: Document, doc: String) -> JSONValue {
        let offsets = document.text.codePointOffsets(of: document.blocks.flatMap { [$0.span.start, $0.span.end] })
        let raw = document.source?.rawRanges(of: document.blocks.map(\.span))
        let blocks = document.blocks.enumerated().map { n, block -> JSONValue in
            var members: [JSONValue.Member] = [
                .init("kind", .string(kind(block.kind))), .init("role", .string(block.role.rawValue)),
                .init("lang", .string(block.language)),
                .init("start", .integer(Int64(offsets[n * 2]))), .init("end", .integer(Int64(offsets[n * 2 + 1]))),
                .init("text", .string(document.text[block.span])),
            ]
            if let range = raw?[n] {
                members.append(.init("raw_start", .integer(Int64(range.lowerBound))))
                members.append(.init("raw_end", .integer(Int64(range.upperBound))))
            }
            if case .heading(let level) = block.kind { members.append(.init("level", .integer(Int64(level)))) }
            if let label = block.label { members.append(.init("label", .string(document.text[label]))) }
            if let value = block.value { members.append(.init("value", .string(document.text[value]))) }
            if !block.cells.isEmpty {
                members.append(
                    .init(
                        "cells",
                        .array(
                            block.cells.map {
                                .object([
                                    "text": .string(document.text[$0.span]),
                                    "header": .optional($0.header.map { document.text[$0] }),
                                ])
                            })))
            }
            return .object(members)
        }
        return .object(["doc": .string(doc), "lang": .string(document.language), "blocks": .array(blocks)])
    }

    private static func kind(_ kind: Block.Kind) -> String {
        switch kind {
        case .heading: return "heading"
        case .paragraph: return "paragraph"
        case .listItem: return "list_item"
        case .tableRow: return "table_row"
        case .labelValue: return "label_value"
        case .contact: return "contact"
        case .preformatted: return "preformatted"
        }
    }

    /// `--format claims`: every claim with its rule, its words and where they stand.
    public static func claims(_ document: Document, _ x: Extraction, doc: String) -> JSONValue {
        let offsets = document.text.codePointOffsets(
            of: x.claims.flatMap { claim in claim.evidence.prefix(1).flatMap { [$0.start, $0.end] } })
        let claims = x.claims.enumerated().map { n, claim -> JSONValue in
            let evidence = claim.evidence.first ?? SourceSpan(0, 0)
            let value = claim.object.map { x.entities[$0].name } ?? claim.mention.map { x.mentions[$0].quote }
            let (amount, currency, from, to) = reading(claim, x)
            return .object([
                "subject": .string(x.entities[claim.subject].name), "property": .string(claim.property.word),
                "value": .optional(value), "amount": amount, "currency": .optional(currency),
                "from": .optional(from), "to": .optional(to),
                "role": .optional(claim.role?.word), "kind": .optional(claim.amountKind?.word),
                "of": .optional(claim.owner.map { x.entities[$0].name }),
                "rule": .string(claim.rule), "confidence": .double(claim.confidence),
                "superseded": .bool(claim.isSuperseded),
                "quote": .string(document.text[evidence]),
                "start": .integer(Int64(offsets[n * 2])), "end": .integer(Int64(offsets[n * 2 + 1])),
            ])
        }
        return .object(["doc": .string(doc), "lang": .string(document.language), "claims": .array(claims)])
    }

    /// What a claim's words were read as: an amount with its currency, or a date with its two ends.
    private static func reading(_ claim: Claim, _ x: Extraction) -> (JSONValue, String?, String?, String?) {
        switch claim.mention.flatMap({ x.mentions[$0].value }) {
        case .money(let money): return (.decimal(money.amount), money.currency, nil, nil)
        case .date(let date): return (.null, nil, date.start?.iso, date.isPeriod ? date.end?.iso : nil)
        default: return (.null, nil, nil, nil)
        }
    }
}
