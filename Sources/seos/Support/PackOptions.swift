import ArgumentParser
import Foundation
import SeosDocuments
import SeosExtract
import SeosLanguages

/// `--packs FOLDER`: language packs from a folder instead of those in the binary.
struct PackOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Read language packs from this folder (et/labels.tsv …) in place of the built-in ones.", valueName: "folder"
        ))
    var packs: String?

    func resources() throws -> Resources { packs == nil ? .embedded : Resources(files: try files()) }

    /// Where large files are read: by another `seos` with the same packs.
    var readerProcess: ReaderProcess? {
        var process = ReaderProcess.own
        if let packs { process?.arguments.append("--packs=" + packs) }
        return process
    }

    /// The data files alone, without the languages that are made of them.
    func files() throws -> DataFiles {
        guard let packs else { return .embedded }
        guard let entries = FileManager.default.subpaths(atPath: packs) else {
            throw ValidationError("The pack folder \(packs) cannot be read.")
        }
        var overrides: [String: [UInt8]] = [:]
        for entry in entries where entry.hasSuffix(".tsv") {
            guard let data = FileManager.default.contents(atPath: packs + "/" + entry) else { continue }
            overrides[entry.hasPrefix("Concepts/") ? entry : "Packs/" + entry] = [UInt8](data)
        }
        return DataFiles(overrides: overrides)
    }
}
