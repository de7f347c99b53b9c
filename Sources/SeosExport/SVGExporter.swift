public import SeosModel

/// A drawing, laid out by graphviz in a child process.
///
/// Colour and shape tell the labels apart and the caption names them. A graph with more nodes than
/// ``ExportOptions/maximumDrawnNodes`` shows organizations and projects only, the best connected first; the caption
/// says what is missing. The layout is the same for the same graph and version of graphviz.
public struct SVGExporter: GraphExporter {
    public let name = "svg"
    public let fileExtension = "svg"
    public let description = "a drawing for browsers and papers; needs graphviz"

    public init() {}

    public func write(_ graph: GraphSnapshot, to sink: any ExportSink, options: ExportOptions) throws -> ExportSummary {
        try graph.checkWhole()
        let drawn = DrawnGraph(graph, limit: options.maximumDrawnNodes)
        let script = MemorySink()
        var dot = ExportWriter(script)
        try describe(drawn, title: options.title, to: &dot)
        try dot.flush()

        let graphviz = Graphviz(folders: options.toolFolders, seconds: options.layoutSeconds)
        let tool = drawn.nodes.count > 2 ? "sfdp" : "dot"
        let svg = try graphviz.draw(script.files.first?.bytes ?? [], tool: tool, format: "svg")

        var summary = ExportSummary()
        summary.nodes = drawn.nodes.count
        summary.relationships = drawn.relationships.count
        summary.omittedNodes = graph.nodes.count - drawn.nodes.count
        summary.removedCharacters = dot.removedCharacters
        summary.bytes = svg.count
        var start = 0
        while start < svg.count {
            let end = min(start + 1 << 16, svg.count)
            try sink.write(Array(svg[start..<end]))
            start = end
        }
        return summary
    }

    /// Leading more lines around the nodes takes graphviz minutes; they are straight then.
    private static let mostCurves = 150

    private func describe(_ drawn: DrawnGraph, title: String, to out: inout ExportWriter) throws {
        try out.put("digraph ")
        try out.putDOT(title, isLabel: true)
        try out.put(
            """
             {
              graph [charset="UTF-8", overlap="prism", overlap_scaling="-4", K="0.9", start="7",
                fontname="Helvetica,Arial,sans-serif", fontsize="20", labelloc="t", pad="0.4", outputorder="edgesfirst",
                splines="\(drawn.relationships.count <= Self.mostCurves)", label=
            """)
        try out.putDOT(title + "\n" + drawn.caption, isLabel: true)
        try out.put(
            """
            ];
              node [style="filled", fontname="Helvetica,Arial,sans-serif", fontsize="12", color="#00000055",
                margin="0.12,0.06"];
              edge [color="#5f6b7a99", arrowsize="0.6", fontname="Helvetica,Arial,sans-serif", fontsize="9",
                fontcolor="#5f6b7a"];

            """)
        for node in drawn.nodes {
            let look = DrawnGraph.look(of: node.label)
            try out.put("  \"n\(node.id)\" [shape=\"\(look.shape)\", fillcolor=\"\(look.fill)\", label=")
            try out.putDOT(Self.wrapped(node.displayName), isLabel: true)
            try out.put(", tooltip=")
            try out.putDOT("\(node.label): \(Self.shortened(node.displayName, to: 300))", isLabel: true)
            try out.put("];\n")
        }
        for edge in drawn.relationships {
            try out.put("  \"n\(edge.source)\" -> \"n\(edge.target)\" [tooltip=")
            try out.putDOT(edge.type, isLabel: true)
            if drawn.showsTypes {
                try out.put(", label=")
                try out.putDOT(edge.type, isLabel: true)
            }
            // Who leads a project is what people look for first.
            if edge.role == "lead" { try out.put(", penwidth=\"2.4\", color=\"#1f2937cc\"") }
            try out.put("];\n")
        }
        try out.put("}\n")
    }

    /// At most three lines of about 24 characters, broken at spaces.
    static func wrapped(_ text: String) -> String {
        let words = shortened(text, to: 66).split(whereSeparator: \.isWhitespace)
        var lines: [String] = []
        for word in words {
            if let last = lines.last, last.count + word.count < 24 {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.isEmpty ? text : lines.joined(separator: "\n")
    }

    static func shortened(_ text: String, to length: Int) -> String {
        text.count <= length ? text : text.prefix(length - 1) + "…"
    }
}
