import Dispatch
import Foundation

/// Runs a program of graphviz in a child process, with a time limit.
struct Graphviz {
    /// Where to look for the programs; the `PATH` of the process when nil.
    var folders: [String]?
    var seconds: Double

    /// - Parameter tool: `dot`, `sfdp` or another layout program.
    /// - Throws: ``ExportError/graphvizMissing(tool:)``, ``ExportError/graphvizTimeout(tool:seconds:)`` or
    ///   ``ExportError/graphvizFailed(tool:status:message:)``.
    func draw(_ script: [UInt8], tool: String, format: String) throws -> [UInt8] {
        guard let executable = find(tool) else { throw ExportError.graphvizMissing(tool: tool) }
        let manager = FileManager.default
        let folder = manager.temporaryDirectory.appendingPathComponent("seos-\(UUID().uuidString)")
        try manager.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? manager.removeItem(at: folder) }
        let input = folder.appendingPathComponent("in")
        let output = folder.appendingPathComponent("out")
        let errors = folder.appendingPathComponent("err")
        try Data(script).write(to: input)
        for file in [output, errors] { try Data().write(to: file) }

        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = ["-T\(format)"]
        process.currentDirectoryURL = folder
        // Files rather than pipes: neither side can block the other.
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        do {
            try process.run()
        } catch {
            throw ExportError.graphvizFailed(tool: tool, status: -1, message: error.localizedDescription)
        }
        if ended.wait(timeout: .now() + seconds) == .timedOut {
            kill(process.processIdentifier, SIGKILL)
            ended.wait()
            throw ExportError.graphvizTimeout(tool: tool, seconds: seconds)
        }
        let drawing = try Data(contentsOf: output)
        if process.terminationStatus != 0 || drawing.isEmpty {
            let message = (try? String(decoding: Data(contentsOf: errors), as: UTF8.self)) ?? ""
            throw ExportError.graphvizFailed(
                tool: tool, status: process.terminationStatus,
                message: message.split(whereSeparator: \.isNewline).first.map(String.init) ?? "")
        }
        return Array(drawing)
    }

    private func find(_ tool: String) -> String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
        let candidates = (folders ?? path.split(separator: ":").map(String.init)).map { $0 + "/" + tool }
        return candidates.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
