public import SeosModel

/// GEXF 1.3: typed attributes, parallel relationships kept apart by `kind`.
///
/// A node's label of the model is the attribute `type`; the relationship's type is `kind` and `label`, since `type` of
/// an edge means directedness in GEXF. Lists are `liststring`. Null is an attribute that is absent.
public struct GEXFExporter: GraphExporter {
    public let name = "gexf"
    public let fileExtension = "gexf"
    public let description = "GEXF 1.3 for Gephi and networkx, with typed attributes"

    public init() {}

    public func write(_ graph: GraphSnapshot, to sink: any ExportSink, options: ExportOptions) throws -> ExportSummary {
        try graph.checkWhole()
        var out = ExportWriter(sink)
        let nodeColumns = PropertyColumns(
            of: graph.nodes.lazy.map(\.properties), idPrefix: "n_", reserved: ["id", "label", "type"])
        let edgeColumns = PropertyColumns(
            of: graph.relationships.lazy.map(\.properties), idPrefix: "e_",
            reserved: ["id", "label", "kind", "type", "weight", "source", "target"])

        try out.put(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
              <meta>
                <creator>Seos</creator>
                <description>
            """)
        try out.putXMLText(options.title)
        try out.put("</description>\n  </meta>\n  <graph defaultedgetype=\"directed\" mode=\"static\">\n")
        try out.put("    <attributes class=\"node\" mode=\"static\">\n")
        try out.put("      <attribute id=\"type\" title=\"type\" type=\"string\"/>\n")
        try declare(nodeColumns, to: &out)
        try out.put("    </attributes>\n    <attributes class=\"edge\" mode=\"static\">\n")
        try declare(edgeColumns, to: &out)
        try out.put("    </attributes>\n    <nodes>\n")
        for node in graph.nodes {
            try out.put("      <node id=\"n\(node.id)\" label=\"")
            try out.putXMLAttribute(node.displayName)
            try out.put("\">\n        <attvalues>\n          <attvalue for=\"type\" value=\"")
            try out.putXMLAttribute(node.label)
            try out.put("\"/>\n")
            try values(node.properties, nodeColumns, to: &out)
            try out.put("        </attvalues>\n      </node>\n")
        }
        try out.put("    </nodes>\n    <edges>\n")
        for edge in graph.relationships {
            try out.put("      <edge id=\"e\(edge.id)\" source=\"n\(edge.source)\" target=\"n\(edge.target)\" kind=\"")
            try out.putXMLAttribute(edge.type)
            try out.put("\" label=\"")
            try out.putXMLAttribute(edge.type)
            if edge.properties.contains(where: { $0.value != .null }) {
                try out.put("\">\n        <attvalues>\n")
                try values(edge.properties, edgeColumns, to: &out)
                try out.put("        </attvalues>\n      </edge>\n")
            } else {
                try out.put("\"/>\n")
            }
        }
        try out.put("    </edges>\n  </graph>\n</gexf>\n")
        try out.flush()
        return ExportSummary(graph, out)
    }

    private func declare(_ columns: PropertyColumns, to out: inout ExportWriter) throws {
        for column in columns.columns {
            try out.put("      <attribute id=\"\(column.id)\" title=\"")
            try out.putXMLAttribute(column.title)
            try out.put("\" type=\"\(typeName(column.type))\"/>\n")
        }
    }

    private func values(
        _ properties: [GraphSnapshot.Property], _ columns: PropertyColumns, to out: inout ExportWriter
    ) throws {
        for property in properties {
            guard let column = columns.column(of: property) else { continue }
            try out.put("          <attvalue for=\"\(column.id)\" value=\"")
            try out.putXMLAttribute(PropertyText.bracketed(property.value))
            try out.put("\"/>\n")
        }
    }

    private func typeName(_ type: PropertyColumns.ColumnType) -> String {
        switch type {
        case .double: "double"
        case .long: "long"
        case .text: "string"
        case .list: "liststring"
        case .boolean: "boolean"
        }
    }
}

extension ExportSummary {
    /// The summary of a whole graph written through `out`.
    init(_ graph: GraphSnapshot, _ out: borrowing ExportWriter) {
        nodes = graph.nodes.count
        relationships = graph.relationships.count
        removedCharacters = out.removedCharacters
        bytes = out.bytes
    }
}
