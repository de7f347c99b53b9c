import SeosModel
import Testing

/// Who leads and takes part by sentences below questions, by nouns for the page's own body, and by roles beside names.
@Suite struct AnswerTests {
    private static func partners(_ text: String, _ language: String) -> Set<String> {
        Set(Analysis.facts(text, language).partners.map { $0.split(separator: " ").dropLast().joined(separator: " ") })
    }

    @Test(arguments: [
        (
            "de", "Fragen zum Projekt „Zug“\nWer leitet?\nDas Vorhaben leitet die Stadt Ulm.\n", ["lead Stadt Ulm"]
        ),
        (
            "fr", "Projet « Rail »\nQui pilote ?\nLe pilotage revient au Musée de Lewarde.\n", ["lead Musée de Lewarde"]
        ),
        (
            "cs",
            "Projekt „Louky“\nKdo za projektem stojí?\nStojí za ním Jihočeský kraj. Pomáhají mu kolegové z Landkreis Regen v Německu.\n",
            ["lead Jihočeský kraj"]
        ),
        (
            "sv",
            "Projekt: Lugna stigar\nVem leder projektet?\nDet gör Region Dalarna, tillsammans med Innlandet fylkeskommune i Norge.\n",
            ["lead Region Dalarna", "partner Innlandet fylkeskommune"]
        ),
    ])
    func theFirstSentenceAnswersWhoLeads(language: String, text: String, wanted: [String]) {
        let told = Self.partners(text, language)
        #expect(told.filter { $0.hasPrefix("lead") } == Set(wanted.filter { $0.hasPrefix("lead") }))
        #expect(told.isSuperset(of: wanted))
    }

    @Test func aQuestionEndsTheLabelBefore() {
        let told = Self.partners(
            "Projekt: Louky\nPartneři: Stadt Selb (Německo)\nCo vás nejvíc těší?\n3 200 000 EUR\n", "cs")
        #expect(told == ["partner Stadt Selb"])
    }

    @Test(arguments: [
        (
            "cs", "Základní škola Trutnov\nNaše škola je koordinátorem projektu „Řemesla“.\n",
            ["lead Základní škola Trutnov"]
        ),
        (
            "nb", "Halden skole\nSkolen vår koordinerer prosjektet «Bestemors handverk».\n", ["lead Halden skole"]
        ),
    ])
    func ourSchoolIsThePagesOwnBody(language: String, text: String, wanted: [String]) {
        #expect(Self.partners(text, language) == Set(wanted))
    }

    @Test func aQuotedNameOfAProjectIsNoBody() {
        #expect(
            Self.partners(
                "Завершено проєкт «Теплі школи Буковини», який втілювала Чернівецька обласна рада.", "uk")
                == ["lead Чернівецька обласна рада"])
    }

    @Test(arguments: [
        (
            "cs",
            "Projekt: Tichá Lužnice\nVedoucí partner: Město Tábor\nPartneři\nGmina Lubawka (Polsko), Univerzita Karlova\n",
            ["lead Město Tábor", "partner Gmina Lubawka", "partner Univerzita Karlova"]
        ),
        (
            "en",
            "Project: Linen\nPartners: the Museo del Mare (Italy), the Irish Linen Centre and the University of Kent\n",
            ["partner Museo del Mare", "partner Irish Linen Centre", "partner University of Kent"]
        ),
        (
            "de",
            "Projekttitel: Stille Auen\nAntragsteller: Gemeinde Aalen\nProjektpartner: 1. Stadt Ulm 2. Universität Ulm 3. Stadt Kehl\n",
            ["lead Gemeinde Aalen", "partner Stadt Ulm", "partner Universität Ulm", "partner Stadt Kehl"]
        ),
    ])
    func namesEndAtTheirCountryTheirArticleOrTheirNumber(language: String, text: String, wanted: [String]) {
        #expect(Self.partners(text, language) == Set(wanted))
    }

    @Test(arguments: [
        (
            "sl", "Projekt »Tihi gozd«\nObčina Bovec – vodilni partner\nComune di Tarvisio – partner\n",
            ["lead Občina Bovec", "partner Comune di Tarvisio"]
        ),
        (
            "hr",
            "Projekt „Tiha šuma“\nGrad Ogulin (vodeći partner), Općina Kostel (Slovenija), Hrvatske šume (partner)\n",
            ["lead Grad Ogulin", "partner Općina Kostel", "partner Hrvatske šume"]
        ),
        (
            "lv", "Projekts „Klusais mežs“\nVP: Alūksnes novada pašvaldība\nPP2: Rõuge vald (Igaunija)\n",
            ["lead Alūksnes novada pašvaldība", "partner Rõuge vald"]
        ),
        (
            "sv",
            "Projekt: Rent vatten\nAnsvarig för projektet: Lunds universitet\nPartner: Aarhus Universitet (Danmark)\n",
            ["lead Lunds universitet", "partner Aarhus Universitet"]
        ),
    ])
    func rolesStandBesideTheNames(language: String, text: String, wanted: [String]) {
        #expect(Self.partners(text, language) == Set(wanted))
    }

    @Test(arguments: [
        (
            "cs", "Projekt „Paměť“, který v letech 2021 až 2024 uskutečnilo Muzeum Tábor, stál 200 000 eur.",
            ["lead Muzeum Tábor"]
        ),
        (
            "nl",
            "In het project Stille Dijken is Waterschap Scheldestromen leadpartner; de Provincie Zeeland en de gemeente Hulst zijn partners.",
            ["lead Waterschap Scheldestromen", "partner Provincie Zeeland", "partner gemeente Hulst"]
        ),
        (
            "hu", "A „Fény” projektet Gyula Város Önkormányzata a Békési Múzeummal közösen valósítja meg.",
            ["lead Gyula Város Önkormányzata", "partner Békési Múzeummal"]
        ),
        (
            "da",
            "Projektet Grøn Kyst sluttede i juni 2023. Lolland Kommune stod i spidsen, og Landkreis Ostholstein var partner.",
            ["lead Lolland Kommune", "partner Landkreis Ostholstein"]
        ),
    ])
    func whoLeadsIsToldFromWhoTakesPart(language: String, text: String, wanted: [String]) {
        #expect(Self.partners(text, language) == Set(wanted))
    }

    @Test(arguments: [
        ("sk", "Projekt Modré studne realizuje Mesto Snina v spolupráci s Gminou Solina.", "Modré studne"),
        ("hu", "A Tiszavirág projektet Szolnok Város Önkormányzata vezeti.", "Tiszavirág"),
        ("en", "Sea Voices is a project led by the University of Bergen.", "Sea Voices"),
        ("it", "Il progetto Acque Amiche vede come capofila il Comune di Aosta.", "Acque Amiche"),
        (
            "fr",
            "<html><body><h1>Projet Rives calmes</h1><h2>Partenaires</h2><ul><li>Ville de Pau</li><li>Université de Pau</li></ul></body></html>",
            "Rives calmes"
        ),
        (
            "de", "Vorhaben: Streuobst verbindet\nFederführung: Gemeinde Aalen\nLaufzeit: 2021 – 2023\n",
            "Streuobst verbindet"
        ),
        ("sk", "Projekt „Vodné cesty“ vedie Mesto Komárno. Informácie podáva oddelenie projektov MsÚ.", "Vodné cesty"),
    ])
    func namesInPlainWords(language: String, text: String, name: String) {
        let facts = Analysis.facts(text, language)
        #expect(facts.extraction.entities.filter { $0.kind == .project }.map(\.name) == [name])
    }
}
