public import SeosModel

/// GraphML for Gephi, networkx, igraph and yEd.
///
/// All keys come first and say what they are for. GraphML has no lists: the members are joined by ` | `. A node's label
/// of the model and a relationship's type are the attribute `type`; `label` is what a drawing shows.
public struct GraphMLExporter: GraphExporter {
    public let name = "graphml"
    public let fileExtension = "graphml"
    public let description = "GraphML for networkx, igraph, Gephi and yEd; lists are joined by ' | '"

    public init() {}

    public func write(_ graph: GraphSnapshot, to sink: any ExportSink, options: ExportOptions) throws -> ExportSummary {
        try graph.checkWhole()
        var out = ExportWriter(sink)
        let reserved: Set<String> = ["id", "label", "type", "source", "target"]
        let nodeColumns = PropertyColumns(
            of: graph.nodes.lazy.map(\.properties), idPrefix: "n_p_", reserved: reserved)
        let edgeColumns = PropertyColumns(
            of: graph.relationships.lazy.map(\.properties), idPrefix: "e_p_", reserved: reserved)

        try out.put(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
            http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

            """)
        for (prefix, owner, columns) in [("n", "node", nodeColumns), ("e", "edge", edgeColumns)] {
            try out.put("  <key id=\"\(prefix)_label\" for=\"\(owner)\" attr.name=\"label\" attr.type=\"string\"/>\n")
            try out.put("  <key id=\"\(prefix)_type\" for=\"\(owner)\" attr.name=\"type\" attr.type=\"string\"/>\n")
            for column in columns.columns {
                try out.put("  <key id=\"\(column.id)\" for=\"\(owner)\" attr.name=\"")
                try out.putXMLAttribute(column.title)
                try out.put("\" attr.type=\"\(typeName(column.type))\"/>\n")
            }
        }
        try out.put("  <graph id=\"G\" edgedefault=\"directed\">\n    <desc>")
        try out.putXMLText(options.title)
        try out.put("</desc>\n")
        for node in graph.nodes {
            try out.put("    <node id=\"n\(node.id)\">\n")
            try data("n_label", node.displayName, to: &out)
            try data("n_type", node.label, to: &out)
            try values(node.properties, nodeColumns, to: &out)
            try out.put("    </node>\n")
        }
        for edge in graph.relationships {
            try out.put("    <edge id=\"e\(edge.id)\" source=\"n\(edge.source)\" target=\"n\(edge.target)\">\n")
            try data("e_label", edge.type, to: &out)
            try data("e_type", edge.type, to: &out)
            try values(edge.properties, edgeColumns, to: &out)
            try out.put("    </edge>\n")
        }
        try out.put("  </graph>\n</graphml>\n")
        try out.flush()
        return ExportSummary(graph, out)
    }

    private func values(
        _ properties: [GraphSnapshot.Property], _ columns: PropertyColumns, to out: inout ExportWriter
    ) throws {
        for property in properties {
            guard let column = columns.column(of: property) else { continue }
            try data(column.id, PropertyText.text(property.value), to: &out)
        }
    }

    private func data(_ key: String, _ text: String, to out: inout ExportWriter) throws {
        try out.put("      <data key=\"\(key)\">")
        try out.putXMLText(text)
        try out.put("</data>\n")
    }

    private func typeName(_ type: PropertyColumns.ColumnType) -> String {
        switch type {
        case .double: "double"
        case .long: "long"
        case .text, .list: "string"
        case .boolean: "boolean"
        }
    }
}
