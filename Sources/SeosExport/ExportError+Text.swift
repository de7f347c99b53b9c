extension ExportError: CustomStringConvertible {
    /// A stable word for programs.
    public var code: String {
        switch self {
        case .unknownFormat: "export.unknown-format"
        case .relationshipWithoutNode, .duplicateNode, .duplicateRelationship: "export.broken-graph"
        case .cannotWrite: "export.cannot-write"
        case .closedPipe: "export.closed-pipe"
        case .needsFolder: "export.needs-folder"
        case .graphvizMissing: "export.graphviz-missing"
        case .graphvizTimeout: "export.graphviz-timeout"
        case .graphvizFailed: "export.graphviz-failed"
        }
    }

    /// One sentence for people.
    public var message: String {
        switch self {
        case .unknownFormat(let name, _): "no export format named '\(Self.shown(name))'"
        case .relationshipWithoutNode(let relationship, let node):
            "relationship \(relationship) leads to node \(node), which the graph does not have"
        case .duplicateNode(let id): "two nodes have the id \(id)"
        case .duplicateRelationship(let id): "two relationships have the id \(id)"
        case .cannotWrite(let path, let reason): "cannot write \(Self.shown(path)): \(reason)"
        case .closedPipe: "the reader of the output has gone"
        case .needsFolder(let format): "\(format) is a folder of files and cannot go to standard output"
        case .graphvizMissing(let tool): "drawing needs graphviz, but there is no program '\(tool)'"
        case .graphvizTimeout(let tool, let seconds): "\(tool) did not finish within \(Int(seconds)) seconds"
        case .graphvizFailed(let tool, let status, let message):
            "\(tool) ended with status \(status)" + (message.isEmpty ? "" : ": \(Self.shown(message))")
        }
    }

    /// What to do next, if there is something.
    public var hint: String? {
        switch self {
        case .unknownFormat(_, let known): "one of \(known.joined(separator: ", "))"
        case .relationshipWithoutNode, .duplicateNode, .duplicateRelationship: "run 'seos check'"
        case .cannotWrite, .closedPipe: nil
        case .needsFolder: "name a folder with -o"
        case .graphvizMissing: "install it with 'apt-get install graphviz', or export dot and draw it elsewhere"
        case .graphvizTimeout: "export gexf and lay it out in Gephi, or dot and draw it with sfdp -Gsplines=false"
        case .graphvizFailed: "export dot and run graphviz on it to see more"
        }
    }

    public var description: String { "error[\(code)]: \(message)" + (hint.map { "\n  \($0)" } ?? "") }

    /// At most 80 characters, control characters as escapes: safe on a terminal.
    private static func shown(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars.prefix(80) {
            let hidden = scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
            out += hidden ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
        }
        return text.unicodeScalars.count > 80 ? out + "…" : out
    }
}
