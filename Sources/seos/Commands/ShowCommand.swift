import ArgumentParser
import Foundation
import SeosModel
import SeosStore

struct ShowCommand: SeosCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One project, organization, region or programme with every claim and its words.",
        discussion: """
            Takes a name in any language and spelling, or an id. All names are listed with their language and the pages
            that have them; --lang says which of them is put first: one of that language, else English.

            Example:
              seos show "universitat greifswald" --lang et
            """)

    @Argument(help: "A name or an id.") var name: String
    @Option(help: ArgumentHelp("The language of the name shown first.", valueName: "tag")) var lang: String?
    @OptionGroup var database: DatabaseOptions

    var wantsJSON: Bool { database.json }

    func execute() throws {
        let store = try database.open()
        let id: Int64
        if let number = Int64(name), try store.entity(number) != nil {
            id = number
        } else {
            let hits = try store.search(name: name, limit: 10)
            guard let first = hits.first else {
                throw UserError(
                    code: "show.not-found", message: "nothing in the graph is called '\(name)'",
                    hint: "'seos status' tells what there is")
            }
            id = first.id
            if hits.count > 1, !database.json, !database.quiet {
                let others = hits.dropFirst().prefix(5).map { "\($0.name) (\($0.kind.word), \($0.id))" }
                Talk.say("Also: " + others.joined(separator: "; "))
            }
        }
        guard let node = try store.entity(id) else { return }
        let claims = try store.claims(of: id)
        let mentions = try store.mentions(of: id)
        let entries = try store.registerEntries(of: id)
        let names = try store.names(of: id)
        let output = Output()
        if database.json {
            output.line(json(node, claims, mentions, names, entries))
            return
        }
        var title = "\(node.label)"
        if let text = shown(node, names) { title = "\(text)  (\(node.label), \(node.id))" }
        output.line(Talk.safe(title))
        for property in node.properties where property.name != "name" && property.name != "names" {
            let text = Show.text(property.value)
            if !text.isEmpty { output.line(Talk.safe("  \(property.name): \(text)")) }
        }
        Self.names(names, mentions).forEach { output.line(Talk.safe($0)) }
        for entry in entries {
            let place = [entry.country, entry.domain].compactMap { $0 }.joined(separator: ", ")
            output.line(
                Talk.safe(
                    "  in \(entry.register): \(entry.name)\(place.isEmpty ? "" : " (\(place))"), \(entry.key); score"
                        + " \(entry.score): \(entry.reason)  [\(entry.maker)]"))
        }
        for (property, group) in Dictionary(grouping: claims.filter { !$0.isRetired }, by: { $0.property }).sorted(by: {
            $0.key.rawValue < $1.key.rawValue
        }) {
            output.line("")
            output.line(property.word)
            for claim in group { output.line(Talk.safe("  " + Show.claim(claim))) }
        }
        output.line("")
        output.line("mentioned \(mentions.count) times in \(Set(mentions.map(\.documentID)).count) documents")
    }

    /// The name put first: the most used one, or the one of the language asked for.
    private func shown(_ node: GraphSnapshot.Node, _ names: [LocalizedName]) -> String? {
        guard case .string(let name) = node["name"] else { return nil }
        return lang.map { LocalizedName.preferred(names, language: $0, otherwise: name) } ?? name
    }

    /// "  et  Tallinna Ülikool  a.html, b.html": each name with its language and up to three pages that have it.
    private static func names(_ names: [LocalizedName], _ mentions: [MentionRow]) -> [String] {
        guard !names.isEmpty else { return [] }
        let sorted = names.sorted { ($0.language, $0.name) < ($1.language, $1.name) }
        // Thousands of pages may have as many names.
        var pagesOf: [LocalizedName: [String]] = [:]
        for mention in mentions {
            for words in Set([mention.name ?? mention.quote, mention.quote]) {
                let name = LocalizedName(name: words, language: mention.language)
                // Mentions of one page stand together.
                if pagesOf[name]?.last != mention.uri { pagesOf[name, default: []].append(mention.uri) }
            }
        }
        return ["  names:"]
            + sorted.map { name in
                let pages = pagesOf[name] ?? []
                let more = pages.count > 3 ? " and \(pages.count - 3) more" : ""
                return "    \(name.language)  \(name.name)  \(pages.prefix(3).joined(separator: ", "))\(more)"
            }
    }

    private func json(
        _ node: GraphSnapshot.Node, _ claims: [ClaimRow], _ mentions: [MentionRow], _ names: [LocalizedName],
        _ entries: [RegisterEntry]
    ) -> JSONValue {
        .object([
            "id": .integer(node.id), "label": .string(node.label), "name": .optional(shown(node, names)),
            "names": .array(
                names.map { .object(["name": .string($0.name), "language": .string($0.language)]) }),
            "properties": .object(node.properties.map { .init($0.name, Show.json($0.value)) }),
            "claims": .array(claims.map(Show.json)),
            "registers": .array(
                entries.map {
                    .object([
                        "register": .string($0.register), "id": .string($0.key), "name": .string($0.name),
                        "country": .optional($0.country), "domain": .optional($0.domain), "score": .double($0.score),
                        "reason": .string($0.reason), "rule": .string($0.maker),
                        "mentions": .integer(Int64($0.mentions)),
                    ])
                }),
            "mentions": .array(
                mentions.map {
                    .object([
                        "doc": .string($0.uri), "as_written": .string($0.quote), "language": .string($0.language),
                        "start": .integer(Int64($0.codePoints.lowerBound)),
                        "end": .integer(Int64($0.codePoints.upperBound)),
                    ])
                }),
        ])
    }
}

/// Rows of the database as text and as JSON.
enum Show {
    static func text(_ value: GraphSnapshot.PropertyValue) -> String {
        switch value {
        case .null: return ""
        case .bool(let b): return b ? "true" : "false"
        case .integer(let n): return String(n)
        case .decimal(let d): return d.description
        case .double(let d): return String(d)
        case .string(let s): return s
        case .list(let items): return items.map(text).joined(separator: " · ")
        }
    }

    static func json(_ value: GraphSnapshot.PropertyValue) -> JSONValue {
        switch value {
        case .null: return .null
        case .bool(let b): return .bool(b)
        case .integer(let n): return .integer(n)
        case .decimal(let d): return .decimal(d)
        case .double(let d): return .double(d)
        case .string(let s): return .string(s)
        case .list(let items): return .array(items.map(json))
        }
    }

    /// One line: value, role, the words, the document, the claim's number.
    static func claim(_ c: ClaimRow) -> String {
        var parts: [String] = [c.value ?? c.quote]
        if let role = c.role { parts.append(role.word) }
        if let kind = c.amountKind { parts.append(kind.word) }
        if c.isSuperseded { parts.append("corrected on the page") }
        return parts.joined(separator: ", ") + "  “\(shortened(c.quote))”  \(c.uri)  [\(c.id)]"
    }

    static func json(_ c: ClaimRow) -> JSONValue {
        .object([
            "id": .integer(c.id), "property": .string(c.property.word), "value": .optional(c.value),
            "role": .optional(c.role?.word),
            "kind": .optional(c.amountKind?.word), "quote": .string(c.quote), "doc": .string(c.uri),
            "start": .integer(Int64(c.codePoints.lowerBound)),
            "end": .integer(Int64(c.codePoints.upperBound)), "rule": .string(c.rule),
            "confidence": .double(c.confidence), "language": .string(c.language),
            "superseded": .bool(c.isSuperseded), "retired": .bool(c.isRetired),
        ])
    }

    static func shortened(_ text: String) -> String {
        text.utf8.count > 80 && text.count > 80 ? String(text.prefix(79)) + "…" : text
    }
}
