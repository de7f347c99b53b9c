public import SeosModel

/// Every format that a graph can be written in: the only list of them.
public enum GraphExporters {
    public static let all: [any GraphExporter] = [
        GEXFExporter(), GraphMLExporter(), DOTExporter(), SVGExporter(), CytoscapeExporter(), CSVExporter(),
    ]

    /// The exporter of that name, or of that file extension for names such as `cyjs`.
    public static func exporter(named name: String) throws(ExportError) -> any GraphExporter {
        let wanted = name.lowercased()
        if let exact = all.first(where: { $0.name == wanted }) { return exact }
        if let byExtension = all.first(where: { $0.fileExtension == wanted }) { return byExtension }
        throw .unknownFormat(name, known: all.map(\.name))
    }

    /// Writes a graph to a file or, for a format of several files, to a folder. What stood there before stays until
    /// the new output is complete.
    public static func write(
        _ graph: GraphSnapshot, with exporter: any GraphExporter, toPath path: String,
        options: ExportOptions = ExportOptions()
    ) throws -> ExportSummary {
        if exporter.isFolder {
            let sink = try FolderSink(path: path)
            let summary = try exporter.write(graph, to: sink, options: options)
            try sink.commit()
            return summary
        }
        let sink = FileSink(file: try AtomicFile(path: path))
        let summary = try exporter.write(graph, to: sink, options: options)
        try sink.file.commit()
        return summary
    }
}
