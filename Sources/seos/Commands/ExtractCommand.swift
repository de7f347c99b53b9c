import ArgumentParser
import Foundation
import SeosExtract
import SeosModel
import SeosPipeline

struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract", abstract: "What one document says, without a database.",
        discussion: """
            One JSON object per document and line, in the order of the inputs.

            Examples:
              seos extract page.html
              seos extract --format claims page.html
              seos extract --min-confidence 0.9 page.html
              ls *.html | seos extract --format content --files-from -
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case facts, content, text, blocks, claims }

    @Argument(help: "Files, folders, or - for standard input.") var inputs: [String] = []
    @Option(help: "facts, content, text, blocks or claims.") var format: Format = .facts
    @Option(help: ArgumentHelp("Take paths from a file, one a line; - for standard input.", valueName: "file"))
    var filesFrom: String?
    @Flag(help: "Read JSON lines {\"id\",\"uri\",\"text\" or \"base64\",\"media_type\"} from standard input.")
    var jsonl = false
    @Option(help: "Content by recall (0) or by precision (1).") var focus = 0.5
    @Flag(help: "Leave out names, addresses and telephone numbers of persons.") var noContacts = false
    @Option(help: ArgumentHelp("Leave out claims below a confidence of 0 to 1; facts and claims only.", valueName: "c"))
    var minConfidence = 0.0
    @OptionGroup var packs: PackOptions

    func validate() throws {
        if inputs.isEmpty, filesFrom == nil, !jsonl {
            throw ValidationError("Give files or folders, --files-from, or --jsonl.")
        }
        guard (0...1).contains(focus) else { throw ValidationError("--focus lies between 0 and 1.") }
        guard (0...1).contains(minConfidence) else { throw ValidationError("--min-confidence lies between 0 and 1.") }
    }

    func run() throws {
        let resources = try packs.resources()
        if format == .facts || format == .claims { resources.prepare() }
        let output = Output()
        if jsonl { return try serveLines(resources, output) }
        var paths = inputs
        if let filesFrom { paths += try Self.paths(from: filesFrom) }
        let listing = Inputs.list(paths)
        var analyzers = (0..<Parallel.processors).map { _ in
            DocumentAnalyzer(
                resources: resources, focus: focus, wantsHash: false, wantsSource: format == .blocks,
                process: packs.readerProcess)
        }
        var start = 0
        var size = Self.piece
        // In pieces, so that a long list of inputs answers early and takes no memory.
        while start < listing.items.count {
            let piece = Array(listing.items[start..<min(listing.items.count, start + size)])
            let lines = Parallel.map(piece, states: &analyzers) { analyzer, item in
                var line: [UInt8] = []
                answer(item, &analyzer, resources).write(to: &line)
                line.append(0x0A)
                return line
            }
            for line in lines { output.write(line) }
            start += piece.count
            // Workers wait for the last one at the end of a piece: where answers are short, pieces are longer.
            size = lines.reduce(0) { $0 + $1.count } < Self.shortAnswers ? 4 * Self.piece : Self.piece
        }
        for failure in listing.failures {
            output.line(
                Self.error(
                    Inputs.doc(of: failure.uri), "input.\(failure.reason.rawValue)",
                    "this input is \(failure.reason.rawValue)"))
        }
    }

    private static let piece = 64
    /// Bytes of the answers to a piece.
    private static let shortAnswers = 4 << 20

    private func answer(_ item: Inputs.Item, _ analyzer: inout DocumentAnalyzer, _ resources: Resources) -> JSONValue {
        switch Inputs.bytes(of: item) {
        case .failure(let error): return Self.error(item.doc, error.code, error.message)
        case .success(let bytes):
            let document = analyzer.read(bytes: bytes, uri: item.uri)
            return answer(document, doc: item.doc, path: item.path, &analyzer, resources)
        }
    }

    private func answer(
        _ document: Document, doc: String, path: String, _ analyzer: inout DocumentAnalyzer, _ resources: Resources
    ) -> JSONValue {
        if let failure = document.problems.first(where: { $0.severity == .failure }) {
            return Self.error(doc, failure.code, failure.message)
        }
        switch format {
        case .content: return DocumentEncoder.content(document, doc: doc, path: path)
        case .text: return DocumentEncoder.text(document, doc: doc, path: path)
        case .blocks: return DocumentEncoder.blocks(document, doc: doc)
        case .claims:
            var extraction = analyzer.extract(document).keepingClaims(from: minConfidence)
            if noContacts { extraction.claims.removeAll { $0.property == .contact } }
            return DocumentEncoder.claims(document, extraction, doc: doc)
        case .facts:
            var encoder = FactsEncoder(resources: resources)
            encoder.withoutContacts = noContacts
            let extraction = analyzer.extract(document).keepingClaims(from: minConfidence)
            return encoder.encode(document, extraction, doc: doc)
        }
    }

    private struct Line: Decodable {
        var uri: String?
        var text: String?
        var base64: String?
        var media_type: String?
    }

    private func serveLines(_ resources: Resources, _ output: Output) throws {
        var analyzer = DocumentAnalyzer(
            resources: resources, focus: focus, wantsHash: false, wantsSource: format == .blocks,
            process: packs.readerProcess)
        while let line = readLine(strippingNewline: true) {
            if line.isEmpty { continue }
            let data = Data(line.utf8)
            let id = JSONLines.id(of: data)
            guard let request = try? JSONDecoder().decode(Line.self, from: data),
                let bytes = request.text.map({ Array($0.utf8) })
                    ?? request.base64.flatMap({ Data(base64Encoded: $0) }).map({ [UInt8]($0) })
            else {
                output.line(
                    JSONLines.error("extract.not-json", "this line is no JSON object with a text or base64", id: id))
                output.flush()
                continue
            }
            let uri = request.uri ?? "-"
            let document = analyzer.read(bytes: bytes, uri: uri, mediaType: request.media_type)
            var doc = Inputs.doc(of: uri)
            if case .string(let s) = id { doc = s } else if case .integer(let n) = id { doc = String(n) }
            output.line(answer(document, doc: doc, path: uri, &analyzer, resources))
            output.flush()
        }
    }

    static func error(_ doc: String, _ code: String, _ message: String) -> JSONValue {
        .object(["doc": .string(doc), "error": .object(["code": .string(code), "message": .string(message)])])
    }

    static func paths(from file: String) throws -> [String] {
        let text: String
        if file == "-" {
            text = String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
        } else {
            guard let data = FileManager.default.contents(atPath: file) else {
                throw ValidationError("The list \(file) cannot be read.")
            }
            text = String(decoding: data, as: UTF8.self)
        }
        return text.split(separator: "\n").map(String.init)
    }
}
