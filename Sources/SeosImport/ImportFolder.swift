import Foundation

/// The files of a graph in a folder, by their names: `nodes_<Label>.csv` and `edges_<TYPE>_<From>_<To>.csv`; other
/// characters than letters, digits and `_` may be written as `%` and hex. `nodes_.csv` holds nodes without a label.
struct ImportFolder {
    var nodes: [ImportFile] = []
    var edges: [ImportFile] = []
    /// CSV files that are no part of the graph.
    var others: [String] = []

    init(path: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw ImportError(.missing, "there is no folder \(path)")
        }
        guard isFolder.boolValue, let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw ImportError(
                .missing, "\(path) is not a folder that can be read",
                hint: "a folder with nodes_<Label>.csv and edges_<TYPE>_<From>_<To>.csv; --register reads one file")
        }
        let files = names.filter { $0.hasSuffix(".csv") }.sorted {
            Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8))
        }
        for name in files where name.hasPrefix("nodes_") {
            let label = try Self.decoded(name.dropFirst(6).dropLast(4), name)
            nodes.append(ImportFile(path: path + "/" + name, content: .nodes(label: label)))
        }
        if nodes.isEmpty {
            throw ImportError(
                .noFiles, "\(path) has no file nodes_<Label>.csv",
                hint: "a graph is nodes_<Label>.csv and edges_<TYPE>_<From>_<To>.csv")
        }
        let labels = Set(
            nodes.map { file -> String in
                if case .nodes(let label) = file.content { return label }
                return ""
            })
        for name in files where name.hasPrefix("edges_") {
            edges.append(ImportFile(path: path + "/" + name, content: try Self.edges(name, labels)))
        }
        others = files.filter { !$0.hasPrefix("nodes_") && !$0.hasPrefix("edges_") }
    }

    /// A type or a label may hold `_` itself: the labels that have files decide where one ends.
    private static func edges(_ name: String, _ labels: Set<String>) throws -> ImportFile.Content {
        let words = name.dropFirst(6).dropLast(4).split(separator: "_", omittingEmptySubsequences: false)
        var found: [ImportFile.Content] = []
        for i in 1..<max(1, words.count) {
            for j in (i + 1)..<max(i + 1, words.count) {
                let type = try decoded(words[..<i].joined(separator: "_")[...], name)
                let source = try decoded(words[i..<j].joined(separator: "_")[...], name)
                let target = try decoded(words[j...].joined(separator: "_")[...], name)
                if type.isEmpty || !labels.contains(source) || !labels.contains(target) { continue }
                found.append(.edges(type: type, source: source, target: target))
            }
        }
        if found.count == 1 { return found[0] }
        throw ImportError(
            .fileName,
            found.isEmpty
                ? "its name does not end with two labels that have a file nodes_<Label>.csv"
                : "its name can be read in more than one way",
            file: name, hint: "edges_<TYPE>_<From>_<To>.csv, with '_' inside a label written as %5F")
    }

    private static func decoded(_ text: Substring, _ file: String) throws -> String {
        guard let decoded = String(text).removingPercentEncoding else {
            throw ImportError(.fileName, "a '%' in its name is not followed by two hex digits of UTF-8", file: file)
        }
        return decoded
    }
}
