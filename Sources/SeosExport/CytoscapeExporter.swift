public import SeosModel

/// Cytoscape's JSON: `elements.nodes[].data` and `elements.edges[].data` with ids that are strings.
///
/// Every column has one type. A node's label of the model is `type`, a relationship's type is `interaction`. Nothing is
/// removed: JSON can write every character.
public struct CytoscapeExporter: GraphExporter {
    public let name = "cytoscape"
    public let fileExtension = "cyjs"
    public let description = "JSON for Cytoscape and cytoscape.js"

    public init() {}

    public func write(_ graph: GraphSnapshot, to sink: any ExportSink, options: ExportOptions) throws -> ExportSummary {
        try graph.checkWhole()
        var out = ExportWriter(sink)
        let reserved: Set<String> = ["id", "SUID", "name", "shared_name", "selected", "type"]
        let nodeColumns = PropertyColumns(of: graph.nodes.lazy.map(\.properties), idPrefix: "n_", reserved: reserved)
        let edgeColumns = PropertyColumns(
            of: graph.relationships.lazy.map(\.properties), idPrefix: "e_",
            reserved: reserved.union(["source", "target", "interaction", "shared_interaction"]))

        let title = JSONValue.string(options.title)
        try out.put("{\"format_version\":\"1.0\",\"generated_by\":\"seos\",\"target_cytoscapejs_version\":\"~2.1\",")
        try out.put("\"data\":{\"shared_name\":\(title.text),\"name\":\(title.text)},\n\"elements\":{\"nodes\":[")
        for (index, node) in graph.nodes.enumerated() {
            let shown = JSONValue.string(node.displayName)
            var members: [JSONValue.Member] = [
                .init("id", .string("n\(node.id)")), .init("shared_name", shown), .init("name", shown),
                .init("type", .string(node.label)),
            ]
            // The column `name` already says it.
            let others = node.properties.filter { $0.name != "name" || PropertyText.json($0.value) != shown }
            append(others, nodeColumns, to: &members)
            try element(members, first: index == 0, to: &out)
        }
        try out.put("\n],\"edges\":[")
        for (index, edge) in graph.relationships.enumerated() {
            let type = JSONValue.string(edge.type)
            var members: [JSONValue.Member] = [
                .init("id", .string("e\(edge.id)")), .init("source", .string("n\(edge.source)")),
                .init("target", .string("n\(edge.target)")), .init("shared_name", type), .init("name", type),
                .init("shared_interaction", type), .init("interaction", type),
            ]
            append(edge.properties, edgeColumns, to: &members)
            try element(members, first: index == 0, to: &out)
        }
        try out.put("\n]}}\n")
        try out.flush()
        return ExportSummary(graph, out)
    }

    private func append(
        _ properties: [GraphSnapshot.Property], _ columns: PropertyColumns, to members: inout [JSONValue.Member]
    ) {
        for property in properties {
            guard let column = columns.column(of: property) else { continue }
            members.append(.init(column.title, value(property.value, column.type)))
        }
    }

    /// Lists hold strings, so that lists of one column have members of one type.
    private func value(_ value: GraphSnapshot.PropertyValue, _ type: PropertyColumns.ColumnType) -> JSONValue {
        guard type == .list, case .list(let items) = value else { return PropertyText.json(value) }
        return .array(items.map { .string(PropertyText.text($0)) })
    }

    private func element(_ members: [JSONValue.Member], first: Bool, to out: inout ExportWriter) throws {
        try out.put(first ? "\n" : ",\n")
        let data = JSONValue.object([JSONValue.Member("data", .object(members))])
        try out.put { data.write(to: &$0) }
    }
}
