import SeosModel

/// The part of a graph that fits into a drawing.
struct DrawnGraph {
    /// Relationships of one type between the same two nodes are one line.
    struct Line: Hashable {
        var source: Int64
        var target: Int64
        var type: String
        var role: String?
    }

    let nodes: [GraphSnapshot.Node]
    let relationships: [Line]
    let caption: String

    /// Words beside the lines help only where there are few.
    var showsTypes: Bool { relationships.count <= 40 }

    init(_ graph: GraphSnapshot, limit: Int) {
        var kept = graph.nodes
        if kept.count > limit {
            let main = kept.filter { $0.label == "Organization" || $0.label == "Project" }
            if !main.isEmpty { kept = main }
        }
        let candidates = kept.count
        if kept.count > limit { kept = Self.bestConnected(kept, of: graph, limit: limit) }

        let ids = Set(kept.map(\.id))
        var seen: Set<Line> = []
        var lines: [Line] = []
        for edge in graph.relationships where ids.contains(edge.source) && ids.contains(edge.target) {
            var role: String?
            if case .string(let word)? = edge.properties.first(where: { $0.name == "role" })?.value { role = word }
            let line = Line(source: edge.source, target: edge.target, type: edge.type, role: role)
            if seen.insert(line).inserted { lines.append(line) }
        }
        nodes = kept
        relationships = lines
        caption = Self.caption(kept, of: graph, candidates: candidates)
    }

    private static func bestConnected(
        _ nodes: [GraphSnapshot.Node], of graph: GraphSnapshot, limit: Int
    ) -> [GraphSnapshot.Node] {
        let ids = Set(nodes.map(\.id))
        var degree: [Int64: Int] = [:]
        for edge in graph.relationships
        where edge.source != edge.target && ids.contains(edge.source) && ids.contains(edge.target) {
            degree[edge.source, default: 0] += 1
            degree[edge.target, default: 0] += 1
        }
        let ranked = nodes.sorted { a, b in
            let (x, y) = (degree[a.id] ?? 0, degree[b.id] ?? 0)
            return x == y ? a.id < b.id : x > y
        }
        let chosen = Set(ranked.prefix(max(limit, 0)).map(\.id))
        return nodes.filter { chosen.contains($0.id) }
    }

    private static func caption(_ kept: [GraphSnapshot.Node], of graph: GraphSnapshot, candidates: Int) -> String {
        if kept.isEmpty { return "no nodes" }
        var counts: [String: Int] = [:]
        for node in kept { counts[node.label, default: 0] += 1 }
        let legend = counts.keys.sorted().map { label in
            "\(label) (\(look(of: label).words)): \(counts[label] ?? 0)"
        }
        var text = legend.joined(separator: " · ")
        if kept.count < candidates {
            text += "\nthe \(kept.count) best connected of \(candidates) nodes"
            if candidates < graph.nodes.count { text += "; \(graph.nodes.count - candidates) of other kinds not drawn" }
        } else if kept.count < graph.nodes.count {
            text += "\n\(graph.nodes.count - kept.count) nodes of other kinds not drawn"
        }
        return text
    }

    struct Look {
        var fill: String
        var shape: String
        var words: String
    }

    /// Pale fills under black text, told apart by lightness and shape too, for those who see colours differently.
    static func look(of label: String) -> Look {
        switch label {
        case "Project": Look(fill: "#f6c85f", shape: "box", words: "yellow box")
        case "Organization": Look(fill: "#9fd0e6", shape: "ellipse", words: "blue ellipse")
        case "Region": Look(fill: "#b5d99c", shape: "hexagon", words: "green hexagon")
        case "Programme": Look(fill: "#d9b8e8", shape: "octagon", words: "violet octagon")
        case "Amount": Look(fill: "#f4a582", shape: "note", words: "orange note")
        case "Date": Look(fill: "#fde0dd", shape: "note", words: "pink note")
        case "Contact": Look(fill: "#e0e0e0", shape: "cds", words: "grey tag")
        case "Document": Look(fill: "#ffffff", shape: "folder", words: "white folder")
        case "Claim": Look(fill: "#f5f5dc", shape: "plain", words: "beige")
        default: Look(fill: "#d5dbe3", shape: "ellipse", words: "grey ellipse")
        }
    }
}
