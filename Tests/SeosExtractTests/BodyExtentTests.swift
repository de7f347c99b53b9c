import SeosExtract
import SeosModel
import Testing

/// Compounds, legal forms, seats and names of other languages.
@Suite struct BodyExtentTests {
    @Test(
        arguments: [
            ("de", "Dabei ist auch der Deich- und Wasserverband Nordhorn.", "Deich- und Wasserverband Nordhorn"),
            ("fi", "Mukana on Ruotsin maatalousyliopisto.", "Ruotsin maatalousyliopisto"),
            ("fi", "Kumppanina toimii Islannin yliopisto.", "Islannin yliopisto"),
            ("lt", "Partneris yra Varmijos ir Mozūrų universitetas.", "Varmijos ir Mozūrų universitetas"),
            (
                "uk", "Партнером є Басейнове управління водних ресурсів річки Тиса.",
                "Басейнове управління водних ресурсів річки Тиса"
            ),
            ("is", "Unnið er með Háskólann í Tórínó og fleirum.", "Háskólann í Tórínó"),
            (
                "it", "Partner sono il Comune di Demonte e il Parc national du Mercantour.",
                "Parc national du Mercantour"
            ),
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
            ("uk", "Партнером є Берегівська районна рада та школа.", "Берегівська районна рада"),
            ("uk", "Виступив Український аграрний університет, а потім школа.", "Український аграрний університет"),
            ("sk", "Úver dala Považská komunálna banka z Trenčína.", "Považská komunálna banka"),
            ("hr", "Mjeri to Dalmatinski šumarski institut već godinama.", "Dalmatinski šumarski institut"),
            ("cs", "Vede to Evropská výkonná agentura pro výzkum v Bruselu.", "Evropská výkonná agentura pro výzkum"),
            (
                "sl", "Denar daje ministrstvo za naravne vire in prostor že leta.",
                "ministrstvo za naravne vire in prostor"
            ),
            (
                "sl", "Prišel je Zavod Republike Slovenije za varstvo narave.",
                "Zavod Republike Slovenije za varstvo narave"
            ),
            (
                "hr", "Dio plaća Fond za zaštitu okoliša i energetsku učinkovitost ove godine.",
                "Fond za zaštitu okoliša i energetsku učinkovitost"
            ),
            (
                "hr", "Ministarstvo regionalnoga razvoja i fondova Europske unije daje ostatak.",
                "Ministarstvo regionalnoga razvoja i fondova Europske unije"
            ),
            ("nb", "Med er også Norsk institutt for bioøkonomi fra Ås.", "Norsk institutt for bioøkonomi"),
            (
                "sv", "I Norge deltar Norsk institutt for vannforskning samt en stiftelse.",
                "Norsk institutt for vannforskning"
            ),
            ("nb", "Vi takker Møre og Romsdal fylkeskommune for pengene.", "Møre og Romsdal fylkeskommune"),
            ("cs", "Tabule vyrobil Modelový servis s.r.o. z Brna.", "Modelový servis s.r.o."),
            ("sk", "Stavbu vedú Horské stavby, a. s., a obec.", "Horské stavby, a. s."),
            ("is", "Verkið vann Dæmi og synir ehf. fyrir sveitina.", "Dæmi og synir ehf."),
            ("pt", "A obra coube à Construções Exemplo, Lda. e ao município.", "Construções Exemplo, Lda."),
            (
                "bg", "Участва и Регионален исторически музей – Силистра, както и училище.",
                "Регионален исторически музей – Силистра"
            ),
            ("fi", "Asiasta kertoivat Jokivarren Sanomat viime viikolla.", "Jokivarren Sanomat"),
        ])
    func namesAreReadWhole(language: String, text: String, wanted: String) {
        #expect(Analysis.bodies(text, language).contains(wanted), "\(Analysis.bodies(text, language))")
    }

    @Test(
        arguments: [
            ("da", "Med er Lolland Kommune og Celf.", "Lolland Kommune"),
            ("da", "Partner er Kommunen Bra i Italien og flere.", "Kommunen Bra"),
            ("sk", "Z Maďarska Soproni Egyetem prispeje tiež.", "Soproni Egyetem"),
            ("de", "Die Karten druckt die Firma Ortner & Sohn in Ried.", "Ortner & Sohn"),
            ("pl", "Plany robi pracownia Kamień i Drewno sp. z o.o. za 5 zł.", "Kamień i Drewno sp. z o.o."),
            ("pt", "Chegou a Universität zu Kiel e de Itália outro parceiro.", "Universität zu Kiel"),
            ("cs", "Platí Lesy České republiky a Povodí Vltavy.", "Lesy České republiky"),
            ("sl", "Sodeluje Kmetijska zadruga Tolmin z Občino Kobarid.", "Kmetijska zadruga Tolmin"),
            ("nb", "Lillehammer kommune for første gang betaler selv.", "Lillehammer kommune"),
            ("sk", "V Prešove krajská univerzita nemá pobočku, Univerzita Komenského áno.", "Univerzita Komenského"),
            ("hr", "Ministarstvo kulture i grad plaćaju.", "Ministarstvo kulture"),
        ])
    func whatStandsBesideANameIsNoneOfIt(language: String, text: String, wanted: String) {
        #expect(Analysis.bodies(text, language).contains(wanted), "\(Analysis.bodies(text, language))")
    }

    @Test(
        arguments: [
            ("fi", "Jaa: Facebook / X / LinkedIn"), ("en", "We work AS one team."), ("ga", "Tá sé as Gaillimh."),
            ("sk", "Hovorilo ministerstvo aj obce."),
        ])
    func buttonsWordsAndCommonNounsAreNoBodies(language: String, text: String) {
        #expect(Analysis.bodies(text, language).isEmpty, "\(Analysis.bodies(text, language))")
    }

    @Test(
        arguments: [
            ("ro", "Prefectul a anunțat că Județul Iași are bani."), ("uk", "Кошти отримає Чернівецька область."),
            ("cs", "Peníze šly ze státního rozpočtu."),
        ])
    func territoriesAndBudgetsActInProjectsOnly(language: String, text: String) {
        #expect(Analysis.bodies(text, language).isEmpty, "\(Analysis.bodies(text, language))")
    }

    @Test func namesLoseWhatTheWordBeforeThemDid() {
        var annotator = Annotator(resources: .embedded)
        let text = "Tá an tionscadal á stiúradh ag hOllscoil na Gaillimhe agus ag gComhairle Contae Mhaigh Eo."
        let names = annotator.annotate(Array(text.utf8), language: "ga", kinds: [.organization]).found.map(\.name)
        #expect(names.contains("Ollscoil na Gaillimhe"), "\(names)")
        #expect(names.contains { $0.hasPrefix("Comhairle Contae") }, "\(names)")
    }

    @Test func sharingIsTalkedOfInSentences() {
        #expect(Analysis.bodies("Seit 2019 gehört der Dienst zu Facebook und wächst.", "de") == ["Facebook"])
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
