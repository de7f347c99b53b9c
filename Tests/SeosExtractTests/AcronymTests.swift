import SeosExtract
import SeosModel
import Testing

/// Bodies that are letters only.
@Suite struct AcronymTests {
    @Test(
        arguments: [
            ("lv", "Tā saka QZD direktors.", "QZD"), ("fi", "Näin kertoo QZD:n toimitusjohtaja.", "QZD"),
            ("ro", "Directorul Q.Z.D. a semnat, potrivit presei.", "Q.Z.D."),
            ("en", "She is the president of QZD now.", "QZD"),
            ("lv", "Darbu vada “Zilkrasts” jau gadu.", "Zilkrasts"),
        ])
    func anOfficeOrAQuotationMakesABody(language: String, text: String, wanted: String) {
        #expect(Analysis.bodies(text, language).contains(wanted))
    }

    @Test(
        arguments: [
            ("en", "The file is a PDF for all."), ("lv", "Maksa EUR direktors."), ("fi", "Luku XIV toimitusjohtaja."),
            ("ro", "Directorul I.C. Popescu a semnat."), ("en", "He said “Zilkrasts” twice."),
        ])
    func otherLettersStayLetters(language: String, text: String) {
        #expect(Analysis.bodies(text, language) == [])
    }

    @Test func lettersInBracketsAreTheNameBeforeThem() {
        let facts = Analysis.facts(
            "<html lang=\"en\"><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p><p>The project is led by the"
                + " University of Limerick (UOL). Cork City Council helps UOL.</p></body></html>", "en")
        let bodies = facts.extraction.entities.filter { $0.kind == .organization }
        #expect(bodies.map(\.name) == ["University of Limerick", "Cork City Council"])
        #expect(bodies.first?.acronym == "UOL")
    }
}
