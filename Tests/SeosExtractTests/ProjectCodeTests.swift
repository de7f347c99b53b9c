import SeosModel
import Testing

/// The numbers and codes of projects: under a label, behind the word for number, beside the name.
@Suite struct ProjectCodeTests {
    @Test(arguments: [
        ("en", "Project acronym: QUIETRIVER\nProject number: CB-00417\nLead partner: Cork City Council\n", "cb00417"),
        ("de", "Projektname: STILLEWASSER\nFörderkennzeichen: 100412345\nLaufzeit: 2021-2023\n", "100412345"),
        (
            "hu", "A projekt címe: Csendes folyó\nProjekt azonosító száma: TOP_PLUSZ-3.3.1-21-ZA1-2022-00041\n",
            "topplusz33121za1202200041"
        ),
        ("ro", "Titlul proiectului: Râul tăcut\nCod eMS: ROHU 204\nBuget: 20.000 euro\n", "rohu204"),
        (
            "cs", "Název projektu: Tichá řeka\nČíslo projektu: CZ.11.4.120/0.0/0.0/16_026/0001078\n",
            "cz1141200000160260001078"
        ),
    ]) func aLabelSaysTheCode(language: String, text: String, code: String) {
        #expect(Analysis.facts(text, language).project?.code == code)
    }

    @Test(arguments: [
        (
            "lt",
            "Bibliotekos dalyvauja projekte Nr. LLIV-253 „Tylioji upė“. Projektas „Tylioji upė“ prasidėjo 2012 m.",
            "lliv253"
        ),
        (
            "lv", "Nedēļa ir daļa no projekta „Klusā upe” (Silent river, LLIV-253). Projektu vada pašvaldība.",
            "lliv253"
        ),
        ("en", "The project QUIETRIVER (ROHU204) restores the bank. QUIETRIVER began in 2019.", "rohu204"),
        (
            "sv", "Projektet Tyst älv (LIFE21-NAT-SE-101074999) pågår till 2026. Projektet leds av kommunen.",
            "life21natse101074999"
        ),
    ]) func aSentenceSaysTheCode(language: String, text: String, code: String) {
        let project = Analysis.facts(text, language).project
        #expect(project?.code == code)
        #expect(project?.name.contains("253") == false)
    }

    /// Dates, programmes, laws, room numbers and companies' numbers are none.
    @Test(arguments: [
        ("en", "Project acronym: QUIETRIVER\nReference: see the notes below\nStart: 01-02-2021\n"),
        ("en", "The project QUIETRIVER (2019-2022) restores the bank under Regulation (EU) 1303/2013."),
        ("en", "The project QUIETRIVER is paid by Horizon 2020. Phone: +353 21 4924000, VAT IE4788512T."),
        ("de", "Projektname: STILLEWASSER\nProjektnummer: 7\nRaum: A 12345\n"),
    ]) func otherNumbersAreNone(language: String, text: String) {
        let project = Analysis.facts(text, language).project
        #expect(project != nil)
        #expect(project?.code == nil)
    }

    @Test func eachProjectOfAPageHasItsOwn() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>Our projects</h1>
            <h2>QUIETRIVER</h2><p>Project number: CB-00417</p><p>Lead partner: Cork City Council</p>
            <h2>LOUDHILLS</h2><p>Project number: CB-00418</p><p>Lead partner: University of Galway</p></body></html>
            """, "en")
        let codes = facts.extraction.entities.filter { $0.kind == .project }.map { "\($0.name) \($0.code ?? "-")" }
        #expect(codes.sorted() == ["LOUDHILLS cb00418", "QUIETRIVER cb00417"])
    }

    @Test func lettersOfAProgrammeBehindANameAreTheSameProject() {
        func names(_ second: String) -> [String] {
            Analysis.facts(
                "The project QUIETRIVER restores the bank. The project \(second) began in 2019 and costs 20 000 EUR.",
                "en"
            ).extraction.entities.filter { $0.kind == .project }.map(\.name)
        }
        #expect(names("QUIETRIVER BSB").count == 1)
        #expect(names("QUIETRIVER II").contains("QUIETRIVER II"))
    }
}
