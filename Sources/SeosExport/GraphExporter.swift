public import SeosModel

/// Writes a graph in one format.
///
/// The same snapshot with the same options gives the same bytes, whatever the machine, locale or time; SVG, drawn by
/// graphviz, also depends on its version. Nothing is read but the snapshot.
public protocol GraphExporter: Sendable {
    /// The word after `--format`, such as `gexf`.
    var name: String { get }
    /// Without the dot; for a format of several files, that of each file.
    var fileExtension: String { get }
    /// One sentence for `seos formats`: what reads the format and what a reader must know.
    var description: String { get }
    /// Whether the format is a folder of files rather than one file.
    var isFolder: Bool { get }

    /// Writes the whole graph in chunks.
    ///
    /// - Throws: ``ExportError`` for a graph that is not whole or a tool that is missing, and what the sink throws.
    func write(_ graph: GraphSnapshot, to sink: any ExportSink, options: ExportOptions) throws -> ExportSummary
}

extension GraphExporter {
    public var isFolder: Bool { false }
}

/// What an export may be told; every field has a default.
public struct ExportOptions: Sendable {
    /// Stands in the file as the name of the graph.
    public var title = "Seos graph"
    /// CSV only: cells that a spreadsheet would take for a formula begin with `'`, numbers too long for a spreadsheet
    /// stay text, and the file begins with a byte order mark. Machines should read the exact form.
    public var spreadsheetSafe = false
    /// SVG only: a drawing of more nodes than this keeps the best connected.
    public var maximumDrawnNodes = 400
    /// SVG only: seconds that graphviz may take.
    public var layoutSeconds = 30.0
    /// SVG only: folders searched for graphviz; the `PATH` of the process when nil.
    public var toolFolders: [String]?

    public init() {}
}

/// What an export wrote, and what it had to leave out.
public struct ExportSummary: Sendable, Hashable {
    public var nodes = 0
    public var relationships = 0
    /// Characters of names and values that XML 1.0 forbids, left out of the file.
    public var removedCharacters = 0
    /// Nodes of the graph that a drawing leaves out.
    public var omittedNodes = 0
    public var bytes = 0
    /// Names of the files of a folder format, in order.
    public var files: [String] = []

    public init() {}
}
