import Foundation
import SeosExtract
import SeosModel
import SeosTestSupport
import SeosText
import Testing

/// What holds of the extraction of every document, tried on all of the corpus.
@Suite struct CorpusInvariantTests {
    static let names = Folders.entries(of: Folders.documents)
    /// A word of 60 KB takes two minutes in a debug build.
    static let hostile = Folders.entries(of: Folders.corpus + "/hostile").filter { $0 != "long-word.txt" }

    private func read(_ name: String) throws -> [UInt8] { try #require(Folders.bytes("\(Folders.documents)/\(name)")) }

    @Test(arguments: names)
    func extractionsAreWellFormedAndTheSameEveryTime(name: String) throws {
        let document = Analysis.document(try read(name), uri: name)
        var extractor = DocumentExtractor(resources: .embedded)
        let first = extractor.extract(document)
        #expect(ExtractionChecks.structure(first, in: document.text) == [])
        #expect(!first.mentions.isEmpty)
        // The second time the extractor knows the words.
        let second = extractor.extract(document)
        #expect(first.mentions == second.mentions)
        #expect(first.entities == second.entities)
        #expect(first.claims == second.claims)
    }

    /// A download that broke off ends behind any word.
    @Test(arguments: names.filter { $0.hasSuffix(".txt") })
    func pagesMayEndBehindAnyWord(name: String) throws {
        let bytes = try read(name)
        let blanks = bytes.indices.filter { bytes[$0] == 0x20 }
        var extractor = DocumentExtractor(resources: .embedded)
        for end in stride(from: name.utf8.count % 97, to: blanks.count, by: 97).map({ blanks[$0] }) {
            let document = Analysis.document(Array(bytes[..<end]), uri: name)
            #expect(ExtractionChecks.structure(extractor.extract(document), in: document.text) == [])
        }
    }

    @Test(arguments: [
        "pl-brama-lubawska.txt", "et-rohelised-roopad.txt", "fr-rhin-superieur-projets.txt",
        "uk-velosypedy-bez-kordoniv.txt", "el-polyphonia-taftotita.txt",
    ])
    func decomposedBytesGiveTheSameNames(name: String) throws {
        let bytes = try read(name)
        let text = String(decoding: bytes, as: UTF8.self)
        let composed = Analysis.document(Array(text.utf8), uri: name)
        let decomposed = Analysis.document(Array(text.decomposedStringWithCanonicalMapping.utf8), uri: name)
        let a = Analysis.extract(composed)
        let b = Analysis.extract(decomposed)
        #expect(a.entities.map { Array($0.name.utf8) } == b.entities.map { Array($0.name.utf8) })
        #expect(a.claims == b.claims)
    }

    /// Text that was never normalised reaches the annotator; its spans count the bytes given.
    @Test func annotationsOfDecomposedTextQuoteItAsItStands() {
        let text = "Projekti toetab Võru vald 12 500 euroga, Łódź 3 000 zł, Málaga 20 märtsil 2023."
            .decomposedStringWithCanonicalMapping
        var annotator = Annotator(resources: .embedded)
        let decomposed = annotator.annotate(Array(text.utf8), language: "et").found
        let composed = annotator.annotate(Array(text.precomposedStringWithCanonicalMapping.utf8), language: "et").found
        #expect(ExtractionChecks.quotes(decomposed, in: StoredText(text)) == [])
        #expect(decomposed.map(\.value) == composed.map(\.value))
        #expect(decomposed.map(\.kind) == composed.map(\.kind))
    }

    @Test(arguments: hostile)
    func hostileDocumentsAreWellFormedToo(name: String) throws {
        let bytes = try #require(Folders.bytes("\(Folders.corpus)/hostile/\(name)"))
        let document = Analysis.document(bytes, uri: name)
        #expect(ExtractionChecks.structure(Analysis.extract(document), in: document.text) == [])
    }
}
