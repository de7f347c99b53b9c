public import SeosModel

/// What an annotator found, as the JSON of `seos annotate`. Offsets count code points of the text as given.
public enum AnnotationEncoder {
    public static func encode(id: JSONValue, text: StoredText, _ result: Annotator.Result) -> JSONValue {
        let offsets = text.codePointOffsets(of: result.found.flatMap { [$0.span.start, $0.span.end] })
        var found: [JSONValue] = []
        for (n, mention) in result.found.enumerated() {
            guard let kind = kind(mention) else { continue }
            var members: [JSONValue.Member] = [
                .init("start", .integer(Int64(offsets[n * 2]))), .init("end", .integer(Int64(offsets[n * 2 + 1]))),
                .init("text", .string(mention.quote)), .init("kind", .string(kind)),
            ]
            append(mention.value, to: &members)
            if !mention.alternatives.isEmpty, mention.kind != .duration {
                members.append(
                    .init(
                        "alts",
                        .array(
                            mention.alternatives.map { value in
                                var inner: [JSONValue.Member] = []
                                append(value, to: &inner)
                                return .object(inner)
                            })))
            }
            if let qualifier = mention.qualifier { members.append(.init("qualifier", .string(qualifier.rawValue))) }
            if mention.kind == .organization || mention.kind == .region {
                members.append(.init("lemma", .string(mention.name)))
                members.append(.init("link", .optional(mention.code)))
            }
            found.append(.object(members))
            if let number = number(of: mention) {
                found.append(
                    .object([
                        "start": .integer(Int64(offsets[n * 2])), "end": .integer(Int64(offsets[n * 2 + 1])),
                        "text": .string(mention.quote),
                        "kind": .string("number"), "value": .decimal(number),
                    ]))
            }
        }
        return .object(["id": id, "lang": .string(result.language), "found": .array(found)])
    }

    /// The number inside an amount or a length of time, which is an item of its own.
    private static func number(of mention: Mention) -> ExactDecimal? {
        switch mention.value {
        case .money(let money): return money.amount
        case .duration:
            if case .number(let n) = mention.alternatives.first { return n }
            return nil
        default: return nil
        }
    }

    /// The protocol's word for a kind; nil for what the protocol does not name.
    static func kind(_ mention: Mention) -> String? {
        switch mention.kind {
        case .organization: return "ORG"
        case .region: return "LOC"
        case .date:
            if case .date(let date) = mention.value, date.isPeriod { return "daterange" }
            return "date"
        case .programme: return "PROGRAMME"
        default: return mention.kind.name
        }
    }

    /// The kinds of mentions behind the words of `--kinds`.
    public static func kinds(_ words: String) -> Set<Mention.Kind>? {
        var kinds: Set<Mention.Kind> = []
        for word in words.split(separator: ",") {
            switch word.lowercased() {
            case "org": kinds.insert(.organization)
            case "loc": kinds.insert(.region)
            case "date", "daterange": kinds.insert(.date)
            case let other:
                guard let kind = Mention.Kind.allCases.first(where: { $0.name == other }) else { return nil }
                kinds.insert(kind)
            }
        }
        return kinds
    }

    private static func append(_ value: Mention.Value?, to members: inout [JSONValue.Member]) {
        switch value {
        case .money(let money):
            members.append(.init("value", .decimal(money.amount)))
            members.append(.init("currency", .string(money.currency)))
        case .number(let n), .percent(let n): members.append(.init("value", .decimal(n)))
        case .date(let date):
            members.append(.init("iso_start", .optional(date.firstDay)))
            members.append(.init("iso_end", .optional(date.lastDay)))
            if date.isRelative { members.append(.init("relative", .bool(true))) }
        case .duration(let months, let days):
            if let months { members.append(.init("months", .integer(Int64(months)))) }
            if let days { members.append(.init("days", .integer(Int64(days)))) }
        case .text(let text): members.append(.init("value", .string(text)))
        case nil: break
        }
    }
}
