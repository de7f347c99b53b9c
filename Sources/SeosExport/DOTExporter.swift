public import SeosModel

/// The DOT language of graphviz, every id and value quoted.
///
/// Properties are attributes named `p_<property>`, so that none of them is taken for an instruction to graphviz; the
/// node's label of the model and the relationship's type are `type`. Lists are joined by ` | `.
public struct DOTExporter: GraphExporter {
    public let name = "dot"
    public let fileExtension = "dot"
    public let description = "DOT for graphviz; above some 500 nodes lay it out with sfdp"

    public init() {}

    public func write(_ graph: GraphSnapshot, to sink: any ExportSink, options: ExportOptions) throws -> ExportSummary {
        try graph.checkWhole()
        var out = ExportWriter(sink)
        try out.put("digraph ")
        try out.putDOT(options.title, isLabel: false)
        try out.put(" {\n  graph [charset=\"UTF-8\"];\n")
        for node in graph.nodes {
            try out.put("  \"n\(node.id)\" [label=")
            try out.putDOT(node.displayName, isLabel: true)
            try attributes(type: node.label, node.properties, to: &out)
        }
        for edge in graph.relationships {
            try out.put("  \"n\(edge.source)\" -> \"n\(edge.target)\" [label=")
            try out.putDOT(edge.type, isLabel: true)
            try attributes(type: edge.type, edge.properties, to: &out)
        }
        try out.put("}\n")
        try out.flush()
        return ExportSummary(graph, out)
    }

    private func attributes(
        type: String, _ properties: [GraphSnapshot.Property], to out: inout ExportWriter
    ) throws {
        try out.put(", type=")
        try out.putDOT(type, isLabel: false)
        for property in properties where property.value != .null {
            try out.put(", ")
            try out.putDOT("p_\(property.name)", isLabel: false)
            try out.put("=")
            try out.putDOT(PropertyText.text(property.value), isLabel: false)
        }
        try out.put("];\n")
    }
}
