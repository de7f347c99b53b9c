// Writes the tables of places below a folder of language data: `seos-places Sources/SeosLanguages`. Run by
// `Scripts/index-places`; not installed.
import Foundation
import SeosLanguages
import SeosResolve

guard CommandLine.arguments.count == 2 else {
    FileHandle.standardError.write(Data("usage: seos-places FOLDER\n".utf8))
    exit(64)
}
for table in PlaceTables.made(from: .embedded) {
    let path = "\(CommandLine.arguments[1])/\(table.name)"
    guard FileManager.default.createFile(atPath: path, contents: Data(table.bytes)) else {
        FileHandle.standardError.write(Data("error: cannot write \(path)\n".utf8))
        exit(73)
    }
}
