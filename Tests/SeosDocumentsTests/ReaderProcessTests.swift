import Foundation
import SeosDocuments
import SeosModel
import Testing

/// A reader that hangs, crashes, eats memory or makes noise in a process of its own: a problem, and the rest is read.
@Suite(.serialized) struct ReaderProcessTests {
    /// Stands where the reader's process reads; in this process it would be wrong to ask it.
    private struct Stand: DocumentReader {
        let name = "mock"
        let mediaTypes = ["application/x-mock"]
        let extensions = ["mock"]
        let isTrusted = false

        func read(_ bytes: [UInt8], into document: Document, options: ReadingOptions) -> Document { document }
    }

    private var options: ReadingOptions {
        let folder = ((CommandLine.arguments.first ?? "") as NSString).deletingLastPathComponent
        var process = ReaderProcess(program: folder + "/seos-mock-reader", arguments: [])
        process.processorSeconds = 20
        process.seconds = 20
        process.memoryBytes = 512 << 20
        var options = ReadingOptions()
        options.readers = [Stand()] + DocumentReaders.all
        options.process = process
        return options
    }

    private func ask(_ words: String) -> Document {
        var options = self.options
        if words == "sleep" { options.process?.seconds = 1 }
        if words == "spin" { options.process?.processorSeconds = 1 }
        return DocumentReading.read(bytes: Array(words.utf8), uri: "a.mock", options: options)
    }

    @Test(arguments: [
        ("sleep", "reader.timeout"), ("spin", "reader.timeout"), ("memory", "reader.memory"),
        ("recursion", "reader.crash"), ("abort", "reader.crash"), ("exit", "reader.crash"),
        ("nonsense", "reader.crash"),
    ])
    func aReaderThatFailsIsAProblem(words: String, code: String) {
        let start = Date()
        let document = ask(words)
        #expect(document.problems.map(\.code) == [code], "\(document.problems)")
        #expect(document.problems.allSatisfy { $0.severity == .failure && !$0.message.isEmpty })
        #expect(document.text.count == 0 && document.blocks.isEmpty)
        #expect(document.hash.utf8.count == 64)
        #expect(Date().timeIntervalSince(start) < 10)
        // The next one is read.
        #expect(ask("good").text.string == "read 4 bytes")
    }

    @Test(arguments: ["noise", "closed", "good"]) func whatAReaderPrintsGoesNowhere(words: String) {
        let document = ask(words)
        #expect(document.text.string == "read \(words.utf8.count) bytes")
        #expect(document.problems.isEmpty)
    }

    @Test func aLargeFileIsReadOnItsOwnAndReadsTheSame() throws {
        let page =
            "<html lang=sl><title>Pot</title><h1>Pot miru</h1><table><tr><th>A<th>B<tr><td>1<td>2</table><p>Konec\u{0}."
            + "<dl><dt>Trajanje<dd>2018–2022</dl><ul><li>ena<li>dve</ul><address>a@b.si</address><pre>x</pre>"
        var options = self.options
        options.limits.ownProcessBytes = 10
        let bytes = Array(page.utf8)
        let own = DocumentReading.read(bytes: bytes, uri: "a.html", options: options)
        let here = DocumentReading.read(bytes: bytes, uri: "a.html")
        #expect(own.text == here.text && own.blocks == here.blocks && own.problems == here.problems)
        #expect(own.title == here.title && own.metadata == here.metadata && own.source == here.source)
        #expect(own.hash == here.hash && own.mediaType == here.mediaType && own.language == here.language)
        #expect(!here.blocks.isEmpty && !here.problems.isEmpty)
    }

    @Test func aProgramThatIsNotThereIsAProblem() {
        var options = self.options
        options.process = ReaderProcess(program: "/nowhere/seos", arguments: ["read-document"])
        let document = DocumentReading.read(bytes: Array("good".utf8), uri: "a.mock", options: options)
        #expect(document.problems.map(\.code) == ["reader.unavailable"])
    }

    @Test func aLongRequestArrives() {
        let bytes = [UInt8](repeating: 0x61, count: 4 << 20)
        let document = DocumentReading.read(bytes: bytes, uri: "a.mock", options: options)
        #expect(document.text.string == "read \(4 << 20) bytes")
    }

    /// What starting a process costs, beside what the reader does.
    @Test func startsQuickly() {
        let start = Date()
        for _ in 0..<10 { _ = ask("good") }
        #expect(Date().timeIntervalSince(start) < 3)
    }
}
