import SeosExtract
import SeosModel
import Testing

/// Compounds, legal forms, seats and names of other languages.
@Suite struct BodyExtentTests {
    private static func bodies(_ text: String, _ language: String) -> [String] {
        var annotator = Annotator(resources: .embedded)
        return annotator.annotate(Array(text.utf8), language: language, kinds: [.organization]).found.map(\.quote)
    }

    @Test(
        arguments: [
            ("de", "Dabei ist auch der Deich- und Wasserverband Nordhorn.", "Deich- und Wasserverband Nordhorn"),
            ("et", "Raha andis ka Haridus- ja Noorteamet.", "Haridus- ja Noorteamet"),
            ("da", "Projektet ledes af Hochschule Emden/Leer.", "Hochschule Emden/Leer"),
            ("sk", "Pridala sa Universität für Bodenkultur Wien.", "Universität für Bodenkultur Wien"),
            ("sl", "Sodeluje tudi Università degli Studi di Udine.", "Università degli Studi di Udine"),
            ("fi", "Laitteet toimittaa Sepi-Rakenne Oy ensi vuonna.", "Sepi-Rakenne Oy"),
            ("en", "The crew is the council, Lofoten Tare AS from Norway, and others.", "Lofoten Tare AS"),
            ("bg", "Кухнята се доставя от „Инокс Пример“ ООД по договор.", "„Инокс Пример“ ООД"),
            ("pl", "Projekt wspiera Biebrzański Park Narodowy i inni.", "Biebrzański Park Narodowy"),
            ("sk", "Prispelo aj ministerstvo životného prostredia.", "ministerstvo životného prostredia"),
            ("sl", "Del stroškov krije ministrstvo za kulturo.", "ministrstvo za kulturo"),
            ("fr", "L'Union européenne paie la moitié.", "Union européenne"),
        ])
    func namesAreReadWhole(language: String, text: String, wanted: String) {
        #expect(Self.bodies(text, language).contains(wanted), "\(Self.bodies(text, language))")
    }

    @Test(
        arguments: [
            ("da", "Med er Lolland Kommune og Celf.", "Lolland Kommune"),
            ("da", "Partner er Kommunen Bra i Italien og flere.", "Kommunen Bra"),
            ("sk", "Z Maďarska Soproni Egyetem prispeje tiež.", "Soproni Egyetem"),
            ("de", "Die Karten druckt die Firma Ortner & Sohn in Ried.", "Ortner & Sohn"),
            ("pl", "Plany robi pracownia Kamień i Drewno sp. z o.o. za 5 zł.", "Kamień i Drewno sp. z o.o."),
            ("pt", "Chegou a Universität zu Kiel e de Itália outro parceiro.", "Universität zu Kiel"),
        ])
    func whatStandsBesideANameIsNoneOfIt(language: String, text: String, wanted: String) {
        #expect(Self.bodies(text, language).contains(wanted), "\(Self.bodies(text, language))")
    }

    @Test(
        arguments: [
            ("fi", "Jaa: Facebook / X / LinkedIn"), ("en", "We work AS one team."), ("ga", "Tá sé as Gaillimh."),
            ("sk", "Hovorilo ministerstvo aj obce."),
        ])
    func buttonsWordsAndCommonNounsAreNoBodies(language: String, text: String) {
        #expect(Self.bodies(text, language).isEmpty, "\(Self.bodies(text, language))")
    }

    @Test func sharingIsTalkedOfInSentences() {
        #expect(Self.bodies("Seit 2019 gehört der Dienst zu Facebook und wächst.", "de") == ["Facebook"])
    }

    @Test func aNameInsideALongerOneIsNoBodyOfItsOwn() {
        let facts = Analysis.facts(
            "<html lang=\"en\"><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p><h2>Partners</h2><ul>"
                + "<li>Norsk institutt for vannforskning (NO)</li><li>University of Limerick (IE)</li></ul></body></html>",
            "en")
        let names = facts.extraction.entities.filter { $0.kind == .organization }.map(\.name)
        #expect(names.contains("Norsk institutt for vannforskning"))
        #expect(!names.contains("Norsk institutt"))
    }

    @Test func theFootOfAPageNamesBodiesAndNoPartners() {
        let facts = Analysis.facts(
            "<html lang=\"sk\"><body><main><h1>TICHÁ RIEKA</h1><p>Projekt TICHÁ RIEKA vedie Technická univerzita vo"
                + " Zvolene od roku 2024 spolu s obcami v okolí rieky a jej prítokov.</p></main>"
                + "<footer>Mestský úrad Kežmarok, Hlavné námestie 1</footer></body></html>", "sk")
        #expect(facts.extraction.entities.contains { $0.kind == .organization && $0.name == "Mestský úrad Kežmarok" })
        #expect(!facts.partners.contains { $0.contains("Kežmarok") })
    }
}
