import Foundation
import SeosDocuments
import SeosExtract
import SeosLanguages
import SeosModel
import SeosText
import Testing

/// What `AddingWords.md` and `AddingALanguage.md` promise: a folder of packs adds a label, an organization word, and a
/// whole language.
@Suite struct PackFolderTests {
    /// The built-in table of a language with rows of one's own behind it, as a copied file would hold.
    private func table(_ name: String, adding rows: String) -> [UInt8] {
        (DataFiles.embedded.bytes("Packs/\(name)") ?? []) + Array(rows.utf8)
    }

    private func facts(_ text: String, _ packs: [String: [UInt8]], language: String?) -> Facts {
        let overrides = Dictionary(uniqueKeysWithValues: packs.map { ("Packs/\($0)", $1) })
        let resources = Resources(files: DataFiles(overrides: overrides))
        var document = Analysis.document(
            Array(text.utf8), uri: text.hasPrefix("<") ? "page.html" : "page.txt", language: language)
        if language == nil {
            let declared = document.metadata.first { $0.name == "html:lang" }?.value
            document.language = resources.identify(Array(text.utf8), prior: declared)
            for k in document.blocks.indices { document.blocks[k].language = document.language }
        }
        var extractor = DocumentExtractor(resources: resources)
        return Facts(document: document, extraction: extractor.extract(document))
    }

    @Test func aLabelOfOnesOwn() {
        let page = "Projekti nimi: VAIKRAND\nKukrusumma: 120 000 eurot\n"
        #expect(facts(page, [:], language: "et").amounts == [])
        let packs = [
            "et/labels.tsv": table("et/labels.tsv", adding: "amount.total\tkukrusumma*\tKukrusumma: 120 000 eurot\n")
        ]
        #expect(facts(page, packs, language: "et").amounts == ["total 120000 EUR"])
    }

    @Test func anOrganizationWordOfOnesOwn() {
        let page = "Projekti nimi: VAIKRAND\n\nProjekti juhib Pärnu Kudumisring koos naabritega.\n"
        func bodies(_ facts: Facts) -> [String] {
            facts.extraction.entities.filter { $0.kind == .organization }.map(\.name)
        }
        #expect(!bodies(facts(page, [:], language: "et")).contains("Pärnu Kudumisring"))
        let packs = ["et/orgs.tsv": table("et/orgs.tsv", adding: "head\t*kudumisring*\tngo\tPärnu Kudumisring\n")]
        #expect(bodies(facts(page, packs, language: "et")).contains("Pärnu Kudumisring"))
    }

    @Test func aWholeLanguage() {
        let page = """
            <html lang="eu"><head><title>ITSASBIDE</title></head><body><h1>ITSASBIDE</h1>
            <p>Proiektuaren izena: ITSASBIDE</p><p>Bazkide nagusia: Bilboko Itsas Museoa</p>
            <p>Aurrekontua: 240.000 euro</p><p>Iraupena: 2022-03-01 – 2024-08-31</p></body></html>
            """
        let packs: [String: [UInt8]] = [
            "eu/labels.tsv": Array(
                """
                project.name\tproiektuaren izena\tProiektuaren izena: ITSASBIDE
                partner.lead\tbazkide nagusia\tBazkide nagusia: Bilboko Itsas Museoa
                amount.total\taurrekontua\tAurrekontua: 240.000 euro
                period\tiraupena\tIraupena: 2022-03-01 – 2024-08-31

                """.utf8),
            "eu/orgs.tsv": Array("head\tmuseoa\tother\tBilboko Itsas Museoa\n".utf8),
        ]
        let known = facts(page, packs, language: nil)
        #expect(known.document.language == "eu")
        #expect(known.project?.name == "ITSASBIDE")
        #expect(known.partners.contains { $0.hasPrefix("lead Bilboko Itsas Museoa") })
        #expect(known.amounts == ["total 240000 EUR"])
        #expect(known.dates == ["period 2022-03-01/2024-08-31"])
        #expect(!known.extraction.problems.contains { $0.code == "extract.language" })
        // Without the folder the labels are words of no language Seos knows.
        let unknown = facts(page, [:], language: "eu")
        #expect(unknown.amounts == [])
        #expect(unknown.extraction.problems.contains { $0.code == "extract.language" })
    }

    @Test func packsOfKnownLanguagesAddNone() {
        #expect(Languages(files: .embedded).added.isEmpty)
        let files = DataFiles(overrides: ["Packs/et/labels.tsv": [], "Packs/mul/labels.tsv": []])
        #expect(Languages(files: files).added.isEmpty)
        #expect(Languages(files: files).added("eu-ES") == nil)
    }
}
