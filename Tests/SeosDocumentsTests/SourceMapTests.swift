import Foundation
import SeosDocuments
import SeosModel
import SeosTestSupport
import SeosText
import Testing

/// The way from stored text back to the bytes of the file.
@Suite struct SourceMapTests {
    private func raw(_ bytes: [UInt8], _ document: Document, _ words: String) throws -> String {
        let at = try #require(document.text.string.range(of: words))
        let start = document.text.string[..<at.lowerBound].utf8.count
        let span = SourceSpan(start, start + words.utf8.count)
        let range = try #require(document.source?.rawRange(of: span))
        return String(decoding: bytes[range], as: UTF8.self)
    }

    @Test func findsWordsOfAPage() throws {
        let page = "<h1>Pot  miru</h1><p>Skupaj <b>75&nbsp;000</b>&euro; za &quot;vse&quot;.<p>Konec"
        let bytes = Array(page.utf8)
        let document = DocumentReading.read(bytes: bytes, uri: "a.html")
        #expect(try raw(bytes, document, "Pot miru") == "Pot  miru")
        #expect(try raw(bytes, document, "miru") == "miru")
        #expect(try raw(bytes, document, "75\u{A0}000€") == "75&nbsp;000</b>&euro;")
        #expect(try raw(bytes, document, "vse") == "vse")
        #expect(try raw(bytes, document, "\"vse\"") == "&quot;vse&quot;")
        #expect(try raw(bytes, document, "Konec") == "Konec")
    }

    /// Who does not ask for the way back gets the same text without it.
    @Test(arguments: [
        ("a.html", "<h1>Pot  miru</h1><p>75&nbsp;000 &euro;<table><tr><td>a<td>b</table>"), ("a.txt", "Pot\n\nmiru\n"),
        ("a.md", "# Pot\n\n- miru\n"), ("a.xml", "<a><b>Pot</b><c>miru</c></a>"),
        ("a.xhtml", "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>Pot</p></body></html>"),
    ])
    func isLeftOutWhereNobodyAsks(name: String, text: String) {
        var options = ReadingOptions()
        let asked = read(text, name, options)
        options.wantsSource = false
        let notAsked = read(text, name, options)
        #expect(asked.source != nil && notAsked.source == nil)
        #expect(asked.text == notAsked.text && asked.blocks == notAsked.blocks)
        #expect(asked.problems == notAsked.problems && asked.metadata == notAsked.metadata)
    }

    @Test func knowsNothingOfWhatSeosPutBetweenBlocks() {
        let document = read("<p>a<p>b")
        #expect(document.source?.rawRange(of: SourceSpan(1, 2)) == nil)
        #expect(document.source?.rawRange(of: SourceSpan(0, 3)) == 3..<8)
    }

    @Test func stepsOverRepairsAndMarks() throws {
        let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("<p>Ann".utf8) + [0xC3] + Array("a kos".utf8) + [0xE2, 0x82]
        let document = DocumentReading.read(bytes: bytes + Array(" ok</p>".utf8), uri: "a.html")
        #expect(document.text.string == "Ann\u{FFFD}a kos\u{FFFD} ok")
        #expect(document.source?.rawRange(of: SourceSpan(0, 3)) == 6..<9)
        #expect(document.source?.rawRange(of: SourceSpan(3, 6)) == 9..<10)
        #expect(document.source?.rawRange(of: SourceSpan(6, 7)) == 10..<11)
        let end = document.text.count
        #expect(document.source?.rawRange(of: SourceSpan(end - 2, end)) == 18..<20)
    }

    @Test(arguments: [String.Encoding.windowsCP1250, .utf16LittleEndian, .utf8])
    func findsWordsInEveryEncoding(encoding: String.Encoding) throws {
        let text =
            "<meta charset=windows-1250><p>Čas šole in žetve</p><p>Življenje ob meji je še &scaron;e lep&scaron;e</p>"
        let data = try #require(text.data(using: encoding))
        let bytes = (encoding == .utf16LittleEndian ? [0xFF, 0xFE] : []) + [UInt8](data)
        let document = DocumentReading.read(bytes: bytes, uri: "a.html")
        let spans = document.blocks.map(\.span)
        let ranges = try #require(document.source).rawRanges(of: spans)
        #expect(spans.count == 2)
        for (span, range) in zip(spans, ranges) {
            let place = try #require(range)
            let raw = try #require(String(data: Data(bytes[place]), encoding: encoding))
            #expect(raw.replacingOccurrences(of: "&scaron;", with: "š") == document.text[span])
        }
    }

    @Test func mapsTextThatNormalisationChangedLineByLine() throws {
        let text = "First line\nPo\u{30C}t miru\nLast line"
        let document = read(text, "a.txt")
        let bytes = Array(text.utf8)
        #expect(document.text.string.utf8.count < bytes.count)
        #expect(try raw(bytes, document, "Last") == "Last")
        #expect(try raw(bytes, document, "First") == "First")
        let html = read("<p>First line<p>Po\u{30C}t miru<p>Last line")
        #expect(try raw(Array("<p>First line<p>Po\u{30C}t miru<p>Last line".utf8), html, "Last") == "Last")
    }

    @Test func packsAndUnpacks() {
        let runs = [
            SourceMap.Run(text: 0..<5, raw: 300..<305, isExact: true),
            SourceMap.Run(text: 5..<6, raw: 305..<311, isExact: false),
            SourceMap.Run(text: 9..<400, raw: 20..<411, isExact: true),
        ]
        #expect(SourceMap(runs).runs == runs)
        #expect(SourceMap(runs).rawRange(of: SourceSpan(4, 10)) == 20..<311)
        #expect(SourceMap([]).rawRange(of: SourceSpan(0, 1)) == nil)
        #expect(SourceMap(runs + runs).runs == runs)
    }

    /// For every block of every document here the raw range, decoded by itself, holds the words of the block.
    @Test func everyBlockOfTheCorpusMapsToItsWords() throws {
        for folder in ["documents", "hostile", "layouts"] {
            let path = Folders.corpus + "/" + folder
            for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] {
                let data = try Data(contentsOf: URL(fileURLWithPath: path + "/" + name))
                let bytes = [UInt8](data)
                let document = DocumentReading.read(bytes: bytes, uri: name)
                guard let source = document.source, document.charset == "utf-8" else { continue }
                let ranges = source.rawRanges(of: document.blocks.map(\.span))
                for (block, range) in zip(document.blocks, ranges) {
                    // Names of elements are no text of the file.
                    if range == nil, name.hasSuffix("ml"), !name.hasSuffix(".html") { continue }
                    let place = try #require(range)
                    let raw = bytes[place]
                    let again = DocumentReading.read(bytes: Array("<p>".utf8) + raw, uri: "a.html")
                    let words = document.text[block.span].unicodeScalars.filter { $0.properties.isAlphabetic }
                    let found = again.text.string.unicodeScalars.filter { $0.properties.isAlphabetic }
                    if words.isEmpty { continue }
                    if name.hasSuffix(".html") {
                        #expect(
                            String(found.map(Character.init)).contains(String(words.map(Character.init))), "\(name)")
                    } else if !name.hasSuffix("ml") {
                        let plain = Normalization.nfc(String(decoding: raw, as: UTF8.self))
                        #expect(plain.contains(document.text[block.span]), "\(name)")
                    }
                }
            }
        }
    }
}
