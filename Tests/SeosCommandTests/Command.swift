import Foundation
import Testing

/// Runs the built `seos`, which stands beside the test bundle, as a child process.
enum Command {
    struct Answer {
        var code: Int32
        var output: String
        var errors: String

        var lines: [String] { output.split(whereSeparator: \.isNewline).map(String.init) }

        /// Every line of the output as a JSON object.
        func objects() throws -> [[String: Any]] { try lines.map { try Command.object($0) } }

        /// The error of a command with `--json`.
        func error() throws -> [String: Any] {
            try #require(try Command.object(errors)["error"] as? [String: Any])
        }
    }

    static let executable = ((CommandLine.arguments.first ?? "") as NSString).deletingLastPathComponent + "/seos"

    static func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    /// - Parameters:
    ///   - words: the command line without the program's name.
    ///   - input: what standard input holds.
    ///   - environment: beside PATH; nothing of this process is handed on.
    @discardableResult
    static func run(
        _ words: [String], input: String = "", environment: [String: String] = [:], folder: String? = nil,
        closedOutput: Bool = false
    ) throws -> Answer {
        let scratch = try Scratch()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = words
        process.environment = environment.merging(["PATH": "/usr/bin:/bin"]) { own, _ in own }
        process.currentDirectoryURL = URL(fileURLWithPath: folder ?? scratch.folder)
        // Files, not pipes: no output is too long for them.
        process.standardInput = try FileHandle(forReadingFrom: scratch.write("in", input))
        process.standardError = try FileHandle(forWritingTo: scratch.write("err", ""))
        let pipe = Pipe()
        if closedOutput {
            try pipe.fileHandleForReading.close()
            process.standardOutput = pipe
        } else {
            process.standardOutput = try FileHandle(forWritingTo: scratch.write("out", ""))
        }
        try process.run()
        process.waitUntilExit()
        return Answer(
            code: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
            output: closedOutput ? "" : try scratch.read("out"), errors: try scratch.read("err"))
    }
}

/// A folder that is removed at the end of a test.
final class Scratch {
    let folder = FileManager.default.temporaryDirectory.path + "/seos-command-" + UUID().uuidString

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func path(_ name: String) -> String { folder + "/" + name }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> URL {
        let url = URL(fileURLWithPath: path(name))
        try Data(text.utf8).write(to: url)
        return url
    }

    /// A picture under a page's name: an input that cannot be read.
    func writeBinary(_ name: String) throws {
        try Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0, 1]).write(
            to: URL(fileURLWithPath: path(name)))
    }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(name))), as: UTF8.self)
    }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }
}
