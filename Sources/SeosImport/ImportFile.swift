import Foundation
import SeosStore

/// One file of a graph: the nodes of a label, or the relationships of a type between two labels.
struct ImportFile {
    enum Content {
        case nodes(label: String)
        case edges(type: String, source: String, target: String)
    }

    var path: String
    var content: Content
    /// The columns that are properties, with what was seen in them.
    var properties: [Property] = []
    var records = 0
    /// Where the ids stand: `id`, or `src`, `dst` and `id` when there is one.
    var idColumn: Int?
    var sourceColumn = 0
    var targetColumn = 0
    /// What the ids have in common, where there are any.
    var idKind = ColumnKind()
    /// How many columns a record has.
    var width = 0

    struct Property {
        var name: String
        var column: Int
        var kind: ColumnKind
    }

    var name: String { (path as NSString).lastPathComponent }

    /// A reader that has read the header already.
    func reader() throws -> CSVReader {
        let reader = try CSVReader(path: path)
        guard try reader.next() else { throw ImportError(.header, "it is empty", file: name) }
        return reader
    }

    /// The next record; refuses one with too few or too many columns.
    func next(_ reader: CSVReader) throws -> Bool {
        guard try reader.next() else { return false }
        if reader.fields.count != width {
            let found = reader.fields.count == 1 ? "1 column" : "\(reader.fields.count) columns"
            throw reader.error(.columns, "this record has \(found), the header has \(width)")
        }
        return true
    }

    // MARK: The header

    mutating func readHeader(_ model: ModelTable?) throws {
        let reader = try reader()
        width = reader.fields.count
        let names = (0..<width).map { reader.text($0) }
        if let empty = names.firstIndex(of: "") {
            throw reader.error(.header, "column \(empty + 1) has no name")
        }
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted {
            throw reader.error(.header, "two columns are called '\(name)'")
        }
        var taken: Set<Int> = []
        switch content {
        case .nodes:
            guard let id = names.firstIndex(of: "id") else {
                throw reader.error(.header, "there is no column 'id'", hint: "columns are \(list(names))")
            }
            idColumn = id
            taken = [id]
        case .edges:
            let ends = [("src", "dst"), ("source", "target")].lazy.compactMap { source, target -> (Int, Int)? in
                guard let s = names.firstIndex(of: source), let t = names.firstIndex(of: target) else { return nil }
                return (s, t)
            }.first
            guard let ends else {
                throw reader.error(
                    .header, "there are no columns 'src' and 'dst'", hint: "columns are \(list(names))")
            }
            (sourceColumn, targetColumn) = ends
            taken = [ends.0, ends.1]
            idColumn = names.firstIndex(of: "id")
            if let idColumn { taken.insert(idColumn) }
        }
        properties = names.indices.filter { !taken.contains($0) }.map {
            Property(name: names[$0], column: $0, kind: ColumnKind(words: Self.words(names[$0], model)))
        }
    }

    private static func words(_ name: String, _ model: ModelTable?) -> [String] {
        if case .words(let words, _) = model?.columns.first(where: { $0.name == name })?.content { return words }
        return []
    }

    private func list(_ names: [String]) -> String {
        names.prefix(12).map { "'\($0)'" }.joined(separator: ", ") + (names.count > 12 ? ", …" : "")
    }
}
