public import SeosStore

/// Reads a graph from a folder of CSV files into an empty database.
///
/// The files are read twice: once to check every record and to learn what each column holds, before the database is
/// touched, and once to load them in one transaction. What cannot be read as it stands is refused with file and line.
///
/// - What is kept: every id, every value, columns that the model does not know under their own name, values that the
///   model has no word for as written. A column is one of whole numbers, numbers, `true` and `false`, lists (JSON
///   arrays) or texts; one odd value makes it a column of texts.
/// - What is not kept: an empty field is no property; `""` is an empty text.
public struct GraphImporter {
    var nodes: [ImportFile]
    var edges: [ImportFile]
    var keys: NodeKeys
    /// Labels in the order of their files.
    var labels: [String]
    /// CSV files of the folder that were left alone.
    public let ignored: [String]

    /// Reads and checks all files.
    ///
    /// - Throws: ``ImportError``.
    public init(folder: String) throws {
        let files = try ImportFolder(path: folder)
        nodes = files.nodes
        edges = files.edges
        ignored = files.others
        labels = []
        for file in nodes {
            guard case .nodes(let label) = file.content else { continue }
            if !labels.contains(label) { labels.append(label) }
        }
        let free = ModelTable.lastLabel - ModelTable.firstFreeLabel + 1
        if labels.filter({ ModelCode.label($0) == nil }).count > free {
            throw ImportError(.tooMany, "there are more than \(free) labels besides those of the model")
        }
        keys = NodeKeys(.own, labels: labels.count)
        for i in nodes.indices { try nodes[i].readHeader(ModelCode.nodes(nodes[i])) }
        for i in edges.indices { try edges[i].readHeader(ModelCode.edges(edges[i])) }
        if try !checkNodes() {
            keys = NodeKeys(.assigned, labels: labels.count)
            _ = try checkNodes()
        }
        for i in edges.indices { try checkEdges(i) }
    }

    /// Loads what was checked.
    ///
    /// - Throws: `StoreError` when the database is not empty or cannot be written; ``ImportError`` when a file was
    ///   changed meanwhile. Nothing is written then.
    public func load(into store: Store) throws -> ImportSummary {
        try store.importGraph { load in try GraphLoader(importer: self, load: load).run() }
        var summary = ImportSummary()
        summary.files = nodes.count + edges.count
        summary.nodes = nodes.reduce(0) { $0 + $1.records }
        summary.relationships = edges.reduce(0) { $0 + $1.records }
        summary.numbered = keys.numbering == .assigned
        return summary
    }

    func number(of label: String) -> Int { labels.firstIndex(of: label) ?? 0 }

    // MARK: The first reading

    /// - Returns: false when the ids cannot be the numbers that nodes are stored under.
    private mutating func checkNodes() throws -> Bool {
        for i in nodes.indices {
            guard case .nodes(let label) = nodes[i].content, let idColumn = nodes[i].idColumn else { continue }
            let number = number(of: label)
            let reader = try nodes[i].reader()
            nodes[i].records = 0
            while try nodes[i].next(reader) {
                if reader.isNull(idColumn) { throw reader.error(.id, "this node has no id") }
                nodes[i].records += 1
                switch keys.add(reader.bytes(idColumn), label: number) {
                case .added: break
                case .duplicate:
                    throw reader.error(
                        .duplicateID, "a node with the id \(shown(reader.bytes(idColumn))) was there before")
                case .needsNumbering: return false
                }
                if keys.numbering == .assigned { nodes[i].idKind.look(reader.bytes(idColumn)) }
                nodes[i].look(reader)
            }
        }
        return true
    }

    private mutating func checkEdges(_ i: Int) throws {
        guard case .edges(_, let sourceLabel, let targetLabel) = edges[i].content else { return }
        let source = (column: edges[i].sourceColumn, label: sourceLabel, number: number(of: sourceLabel))
        let target = (column: edges[i].targetColumn, label: targetLabel, number: number(of: targetLabel))
        let reader = try edges[i].reader()
        while try edges[i].next(reader) {
            for end in [source, target] {
                if keys.key(reader.bytes(end.column), label: end.number) != nil { continue }
                throw reader.error(
                    .unknownID,
                    reader.isNull(end.column)
                        ? "an end of this relationship is empty"
                        : "there is no node :\(end.label) with the id \(shown(reader.bytes(end.column)))")
            }
            if let id = edges[i].idColumn, !reader.isNull(id) { edges[i].idKind.look(reader.bytes(id)) }
            edges[i].records += 1
            edges[i].look(reader)
        }
    }
}

extension ImportFile {
    /// Notes what the properties of a record look like.
    mutating func look(_ reader: CSVReader) {
        for i in properties.indices where !reader.isNull(properties[i].column) {
            properties[i].kind.look(reader.bytes(properties[i].column))
        }
    }
}

/// What was imported.
public struct ImportSummary: Sendable {
    public var files = 0
    public var nodes = 0
    public var relationships = 0
    /// The ids were no numbers of their own, so nodes were numbered and keep their id as a property.
    public var numbered = false
}
