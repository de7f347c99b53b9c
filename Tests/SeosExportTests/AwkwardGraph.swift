import SeosExport
import SeosModel

/// What no writer may stumble over: quotes, separators, line breaks, markup, control and bidirectional characters,
/// parallel relationships, a relationship to itself, a node alone, one property of two types.
enum AwkwardGraph {
    static let graph = GraphSnapshot(
        nodes: [
            .init(
                id: 30, label: "Amount",
                properties: [
                    .init("value", .decimal(decimal(463_884, 1))), .init("currency", .string("EUR")),
                    .init("kind", .string("partner_share")), .init("as_written", .string("46 388,4 €")),
                ]),
            .init(
                id: 31, label: "Amount",
                properties: [
                    .init("value", .decimal(decimal(-999_999_999_999_999_999, 2))), .init("currency", .string("HUF")),
                ]),
            .init(
                id: 40, label: "Claim",
                properties: [
                    .init("property", .string("amount")), .init("value", .string("46388.4 EUR")),
                    .init("confidence", .double(0.85)),
                ]),
            .init(
                id: 10, label: "Organization",
                properties: [
                    .init("name", .string("Łódzka \"Spółka\"; AT&T <b>\\ &lt;\n2. rida\tX")),
                    .init("names", .list([.string("a;b"), .string("c \"d\" | e"), .string("")])),
                    .init("kind", .null), .init("country", .string("PL")),
                ]),
            .init(
                id: 11, label: "Organization",
                properties: [
                    .init("name", .string("bell\u{08}null\u{00}not\u{FFFE}a\u{FFFF}character\u{1F}")),
                    .init("id", .string("LV-1")), .init("label", .string("taken")),
                ]),
            .init(
                id: 12, label: "Organization",
                properties: [
                    .init("name", .string("\u{202E}مركز التنمية\u{202C} 2\u{202F}577 👩‍🔬")), .init("active", .bool(true)),
                    .init("odd name, 1", .integer(-7)),
                ]),
            .init(
                id: 9_007_199_254_740_991, label: "Project", properties: [.init("name", .string("=cmd|' /C calc'!A0"))]),
            .init(
                id: 21, label: "Project",
                properties: [
                    .init("name", .string("-10 °C\r\n")), .init("year", .integer(2023)), .init("acronym", .string("")),
                ]),
        ],
        relationships: [
            .init(id: 1, type: "HAS_AMOUNT", source: 21, target: 30, properties: []),
            .init(
                id: 2, type: "PARTNER_IN", source: 10, target: 21,
                properties: [
                    .init("role", .string("lead")), .init("sources", .integer(3)), .init("confidence", .double(0.5)),
                ]),
            .init(id: 3, type: "PARTNER_IN", source: 10, target: 21, properties: [.init("role", .string("partner"))]),
            .init(id: 4, type: "PARTNER_IN", source: 11, target: 21, properties: [.init("id", .string("x<y"))]),
            .init(id: 5, type: "PART_OF", source: 12, target: 12, properties: []),
        ])

    static let empty = GraphSnapshot()

    static func long(_ characters: Int) -> GraphSnapshot {
        GraphSnapshot(nodes: [
            .init(
                id: 1, label: "Project",
                properties: [.init("name", .string(String(repeating: "Õ\"<", count: characters / 3) + "e"))])
        ])
    }

    /// Organizations around projects: every organization in the project of its number's remainder.
    static func large(organizations: Int, projects: Int, claims: Int) -> GraphSnapshot {
        var graph = GraphSnapshot()
        for k in 0..<claims {
            graph.nodes.append(.init(id: Int64(1_000_000 + k), label: "Claim", properties: []))
        }
        for k in 0..<organizations {
            let name = GraphSnapshot.Property("name", .string("Organization \(k)"))
            graph.nodes.append(.init(id: Int64(1000 + k), label: "Organization", properties: [name]))
        }
        for k in 0..<projects {
            let name = GraphSnapshot.Property("name", .string("Project \(k)"))
            graph.nodes.append(.init(id: Int64(1 + k), label: "Project", properties: [name]))
        }
        for k in 0..<organizations {
            graph.relationships.append(
                .init(
                    id: Int64(k), type: "PARTNER_IN", source: Int64(1000 + k), target: Int64(1 + k % projects),
                    properties: []))
        }
        return graph
    }

    private static func decimal(_ coefficient: Int64, _ scale: Int) -> ExactDecimal {
        ExactDecimal(coefficient: coefficient, scale: scale) ?? ExactDecimal(0)
    }
}

/// What an exporter writes, in memory.
func exported(
    _ graph: GraphSnapshot, _ format: String, options: ExportOptions = ExportOptions()
) throws -> (files: [MemorySink.File], summary: ExportSummary) {
    let sink = MemorySink()
    let summary = try GraphExporters.exporter(named: format).write(graph, to: sink, options: options)
    return (sink.files, summary)
}

func exportedText(_ graph: GraphSnapshot, _ format: String, options: ExportOptions = ExportOptions()) throws -> String {
    try exported(graph, format, options: options).files.map(\.text).joined()
}
