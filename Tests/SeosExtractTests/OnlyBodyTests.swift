import SeosExtract
import SeosModel
import Testing

/// Who takes part where no words for a role say it.
@Suite struct OnlyBodyTests {
    private func page(_ lines: String...) -> String {
        "<html><body>" + lines.map { "<p>\($0)</p>" }.joined() + "</body></html>"
    }

    @Test(arguments: [
        (
            "pl", "Gmina Lipnica – projekty unijne", "Tytuł projektu: Ciepła sala", "Wkład własny gminy: 629 917,46 zł",
            "Gmina Lipnica"
        ),
        (
            "ro", "Spitalul Orășenesc Hârșova", "Denumirea proiectului: Inima Dunării",
            "Data începerii: 1 aprilie 2024", "Spitalul Orășenesc Hârșova"
        ),
        (
            "it", "Quadro economico", "Progetto: Biblio Piazza",
            "di cui risorse proprie del Comune di Budrio: € 374.000,00", "Comune di Budrio"
        ),
        (
            "es", "La Diputación de Soria destina 1,3 millones al proyecto «Pueblos en red»",
            "El pleno aprobó la aportación.", "La obra empieza en mayo.", "Diputación de Soria"
        ),
    ])
    func theOnlyBodyOfAShortPageLeads(tag: String, first: String, second: String, third: String, body: String) {
        let facts = Analysis.facts(page(first, second, third), tag)
        #expect(facts.partners.contains { $0.hasPrefix("lead \(body)") })
    }

    @Test func aSchoolInAnExchangeTakesPart() {
        let facts = Analysis.facts(
            page(
                "Istituto comprensivo \"Manzi\" – circolare n. 12", "Oggetto: progetto Erasmus+ \"Fiumi in classe\"",
                "Il progetto si concluderà il 31 agosto 2026."), "it")
        #expect(facts.partners.contains { $0.hasPrefix("partner Istituto comprensivo") })
    }

    @Test func whoOpensTheHeadlineOnAnothersProjectTakesPart() {
        let facts = Analysis.facts(
            page(
                "El Ayuntamiento de Almazán se suma al proyecto «Pinares Vivos»",
                "«Pinares Vivos» recupera montes. La Fundación Cesefor lidera el proyecto."), "es")
        #expect(facts.partners.contains { $0.hasPrefix("partner Ayuntamiento de Almazán") })
    }

    @Test func oneOfManyPartnersDoesNotLead() {
        let facts = Analysis.facts(
            page("Project “Quiet Shore”", "Kilkenny County Council is one of 6 partners in the project “Quiet Shore”."),
            "en")
        #expect(facts.partners.contains { $0.hasPrefix("partner Kilkenny County Council") })
    }

    @Test func whoPaysDoesNotLead() {
        let facts = Analysis.facts(
            page(
                "Projekt „Stille Ufer“", "Das Vorhaben wird vom Ministerium für Umwelt gefördert.",
                "Gesamtkosten: 120.000 Euro"), "de")
        #expect(!facts.partners.contains { $0.hasPrefix("lead") })
    }
}

/// Names of funds in the nominative, and names that open a sentence.
@Suite struct KnownNameTests {
    @Test(arguments: [
        ("sl", "Denar prihaja iz Evropskega socialnega sklada plus.", "Evropski socialni sklad plus"),
        ("hr", "Projekt se financira iz Europskog fonda za regionalni razvoj.", "Europski fond za regionalni razvoj"),
        ("bg", "Проектът е финансиран от Европейския социален фонд плюс.", "Европейски социален фонд плюс"),
        ("et", "Projekti rahastatakse Euroopa Regionaalarengu Fondist.", "Euroopa Regionaalarengu Fond"),
    ])
    func aFundIsCalledInTheNominative(tag: String, line: String, name: String) {
        let facts = Analysis.facts("<html><body><p>\(line)</p></body></html>", tag)
        #expect(facts.extraction.entities.contains { $0.name == name })
    }

    @Test(arguments: [
        ("uk", "Дрогобицька міська рада уклала грантовий договір.", "Дрогобицька міська рада"),
        ("hr", "Institut za slavenski jezik radi s Gradom Splitom.", "Institut za slavenski jezik"),
        ("pl", "Politechnika Białostocka w projekcie LIGNOSTEP bada drewno.", "Politechnika Białostocka"),
        ("lv", "Rīgas Tehniskās universitātes daļa ir 612 tūkst. eiro.", "Rīgas Tehniskās universitātes"),
    ])
    func aNameBeginsAndEndsWhereItDoes(tag: String, line: String, body: String) {
        #expect(Analysis.bodies(line, tag).contains(body))
    }

    @Test func aCommonNounOpensASentence() {
        #expect(Analysis.bodies("Škola sousedů otevírá v pondělí.", "cs") == [])
    }
}
