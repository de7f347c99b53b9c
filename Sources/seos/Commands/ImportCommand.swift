import ArgumentParser
import Foundation
import SeosImport
import SeosModel
import SeosPipeline
import SeosStore

struct ImportCommand: SeosCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Load a graph from CSV files, or a register of known organizations.",
        discussion: """
            FOLDER holds nodes_<Label>.csv with a column id, and edges_<TYPE>_<From>_<To>.csv with columns src and dst,
            as 'seos export --format csv' writes them; all other columns are properties. The database must be new or
            empty. A file that is not well-formed is refused with its line, and nothing is left behind.

            --register reads one CSV file of organizations, --map says which columns hold what: a JSON object with
            register, id, names, and where there are such columns country and domain. Organizations that documents
            name are linked to those of the register.

            Examples:
              seos import graph/out/csv --db graph/imported.sqlite
              seos import --register organizations.csv --map organizations.json
            """)

    @Argument(help: "The folder of a graph.") var folder: String?
    @Option(help: "A CSV file of organizations.") var register: String?
    @Option(help: "Which columns of the register hold what, as JSON.") var map: String?
    @OptionGroup var database: DatabaseOptions

    var wantsJSON: Bool { database.json }

    func validate() throws {
        if (folder == nil) == (register == nil) { throw ValidationError("Give a folder, or --register with a file.") }
        if (register == nil) != (map == nil) { throw ValidationError("--register and --map go together.") }
    }

    func execute() throws {
        if let folder { return try importGraph(folder) }
        if let register, let map { try importRegister(register, map) }
    }

    // MARK: A register

    private func importRegister(_ file: String, _ mapFile: String) throws {
        let map = try RegisterMap(path: mapFile)
        let organizations = try RegisterReader(map: map).read(path: file)
        let isNew = !FileManager.default.fileExists(atPath: database.path)
        let store = try database.open(.readWrite)
        if isNew, !database.quiet, !database.json {
            Talk.say("There is no database at \(database.path) yet; 'seos ingest' links what it reads from now on.")
        }
        let time = timestamp()
        try store.replaceRegister(
            map.register, organizations, file: (file as NSString).lastPathComponent, time: time)
        let summary = try RegisterLinker(store: store).link(map.register, time: time)
        try store.close()
        if database.json {
            return Output().line(
                .object([
                    "register": .string(map.register), "organizations": .integer(Int64(organizations.count)),
                    "named": .integer(Int64(summary.named)), "linked": .integer(Int64(summary.linked)),
                ]))
        }
        if database.quiet { return }
        Talk.say(
            "Read \(organizations.count) organizations of \(map.register); linked \(summary.linked) of"
                + " \(summary.named) organizations that documents name. Read it again at any time to replace it.")
    }

    // MARK: A graph

    private func importGraph(_ folder: String) throws {
        let start = ContinuousClock.now
        let path = database.path
        if FileManager.default.fileExists(atPath: path) { try checkEmpty() }
        let importer = try GraphImporter(folder: folder)
        let isNew = !FileManager.default.fileExists(atPath: path)
        let summary: ImportSummary
        do {
            let store = try database.open(.readWrite)
            summary = try importer.load(into: store)
            try store.close()
        } catch {
            if isNew { for end in ["", "-journal", "-wal", "-shm"] { unlink(path + end) } }
            throw error
        }
        if database.json {
            return Output().line(
                .object([
                    "nodes": .integer(Int64(summary.nodes)), "relationships": .integer(Int64(summary.relationships)),
                    "files": .integer(Int64(summary.files)),
                    "ignored": .array(importer.ignored.map { .string($0) }),
                ]))
        }
        if database.quiet { return }
        let seconds = Double((ContinuousClock.now - start) / .milliseconds(100)).rounded() / 10
        Talk.say(
            "Imported \(summary.nodes) nodes and \(summary.relationships) relationships from \(summary.files) files"
                + " in \(seconds) s.")
        if summary.numbered {
            Talk.say("Ids are no whole numbers, or not unique over all labels; nodes keep them as the property id.")
        }
        for name in importer.ignored {
            Talk.say("Left alone: \(name), whose name begins with neither nodes_ nor edges_.")
        }
    }

    /// A database that holds something is told of before the files are read.
    private func checkEmpty() throws {
        let store = try database.open(.readWrite)
        defer { try? store.close() }
        guard try store.isEmpty() else { throw StoreError.notEmpty(path: database.path) }
    }
}
