import SeosModel
import Testing

/// Shares that one verb tells of two bodies, wholes beside bodies that do not have them, and sums of parts.
@Suite struct NextShareTests {
    @Test(arguments: [
        (
            "de",
            "Das Projekt „Stille Wasser“ wird von der Stadt Ulm geleitet, Partner ist das Museum Graz. Es kostet insgesamt 1.000.000 Euro. Auf die Stadt Ulm entfallen 400.000 Euro, auf das Museum Graz 250.000 Euro."
        ),
        (
            "ro",
            "Proiectul „Apă lină” este coordonat de Primăria Cahul, partener fiind Muzeul Galați. Bugetul total este de 1.000.000 de euro. Primăriei Cahul îi revin 400.000 de euro, iar Muzeului Galați 250.000 de euro."
        ),
        (
            "lt",
            "Projektui „Tylus vanduo“ vadovauja Zarasų rajono savivaldybė, partneris – Ludzas novada pašvaldība. Bendras biudžetas – 1 000 000 eurų. Zarasų rajono savivaldybei teko 400 000 eurų, Ludzas novada pašvaldība – 250 000 eurų."
        ),
        (
            "el",
            "Το έργο «Ήσυχα νερά» συντονίζει ο Δήμος Χανίων με εταίρο το Πανεπιστήμιο Πατρών. Ο συνολικός προϋπολογισμός είναι 1.000.000 ευρώ. Στον Δήμο Χανίων αναλογούν 400.000 ευρώ και στο Πανεπιστήμιο Πατρών 250.000 ευρώ."
        ),
    ])
    func theNextBodysShareBehindAShare(_ language: String, _ text: String) {
        let amounts = Analysis.facts(text, language).amounts
        #expect(amounts.count == 3)
        #expect(amounts.contains { $0.hasPrefix("partner_share 400000 EUR") })
        #expect(amounts.contains { $0.hasPrefix("partner_share 250000 EUR") })
    }

    @Test func whatTheStateGivesBehindAShareIsNoShare() {
        let amounts = Analysis.facts(
            "Das Projekt „Stille Wasser“ wird von der Stadt Ulm geleitet. Auf die Stadt Ulm entfallen 400.000 Euro, das Land gibt 250.000 Euro.",
            "de"
        ).amounts
        #expect(amounts.contains { $0.hasPrefix("national 250000 EUR") })
    }

    @Test func aProjectsWholeBehindTheBodyThatRanIt() {
        let amounts = Analysis.facts(
            "Projekt „Stará řeka“, který vedla Univerzita Pardubice, stál celkem 412 000 eur.", "cs"
        ).amounts
        #expect(amounts == ["total 412000 EUR"])
    }

    @Test func theBudgetOfAPartnerBelowTheWhole() {
        let amounts = Analysis.facts(
            """
            Projekt: Tichá voda
            Řešitel: Technická univerzita v Liberci
            Celkový rozpočet: 5 870 412,50 EUR
            Příspěvek EU: 5 212 000 EUR
            Rozpočet univerzity: 846 250 EUR
            """, "cs"
        ).amounts
        #expect(amounts.contains("total 5870412.5 EUR"))
        #expect(amounts.contains { $0.hasPrefix("partner_share 846250 EUR") })
    }

    @Test(arguments: [
        (
            "en",
            "The project \"Quiet Water\" of Cork County Council ended in 2018 with €95,000 from the LIFE programme."
        ),
        ("fr", "Le projet « Eaux calmes » a été mené par la Ville de Lille avec 95 000 € du programme LIFE."),
    ])
    func aProgrammeBehindASum(_ language: String, _ text: String) {
        #expect(Analysis.facts(text, language).amounts == ["eu 95000 EUR"])
    }

    @Test func theSumOfItsSentence() {
        let amounts = Analysis.facts(
            "Das Projekt „Stille Wasser“ wird von der Stadt Ulm geleitet. Von der EU erhalten wir 96.000 Euro, selbst legen wir 9.600 Euro drauf, zusammen 105.600 Euro.",
            "de"
        ).amounts
        #expect(amounts == ["eu 96000 EUR", "own 9600 EUR", "total 105600 EUR"])
    }

    @Test func sentencesBehindTheLabelledWhole() {
        let amounts = Analysis.facts(
            """
            Projekt: Stille Wasser
            Leadpartner: Stadt Ulm
            Gesamtkosten: 2,4 Millionen Euro. Die EU gibt 1,92 Millionen Euro, das Land 120.000 Euro und die Stadt 360.000 Euro.
            """, "de"
        ).amounts
        #expect(
            amounts.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
                == ["total 2400000", "eu 1920000", "national 120000", "own 360000"])
    }

    @Test func theRestThatTheStatePaysIsNoPartOfTheGrant() {
        let amounts = Analysis.facts(
            "Projektet ”Stilla vatten” leds av Lunds kommun. Kostnaden uppgick till 8,9 miljoner kronor, av vilka 5,3 miljoner kronor utgjordes av EU-bidraget och resterande 3,6 miljoner kronor bekostades av statliga anslag.",
            "sv"
        ).amounts
        #expect(amounts == ["total 8900000 SEK", "eu 5300000 SEK", "national 3600000 SEK"])
    }

    @Test func norwaysOwnMoneyIsNoMoneyOfTheUnion() {
        let amounts = Analysis.facts(
            "Prosjektet «Stille vann» ledes av Trysil kommune. Partnerne får ikke EU-penger, men til gjengjeld 7,1 millioner kroner i norske Interreg-midler.",
            "nb"
        ).amounts
        #expect(amounts == ["national 7100000 NOK"])
    }

    @Test func millionsAndThousandsOfOneSum() {
        let amounts = Analysis.facts(
            """
            Nome del progetto: Acque quiete
            Capofila: Comune di Bari
            Costo totale: 2 milioni e 337.500 euro
            """, "it"
        ).amounts
        #expect(amounts == ["total 2337500 EUR"])
    }

    @Test func whatItCostsInAParagraphOfOneShortSentence() {
        let amounts = Analysis.facts(
            """
            Titre du projet : Eaux calmes
            Chef de file : Ville de Lille

            Le projet coûte 500 000 €.
            """, "fr"
        ).amounts
        #expect(amounts == ["total 500000 EUR"])
    }

    @Test func aRateBeforeItsAmountIsNoMoneyOfTheProject() {
        let amounts = Analysis.facts(
            "Projektui „Tylus vanduo“ vadovauja Zarasų rajono savivaldybė. Telšių taryba tam kasmet skirs po 75 tūkst. eurų.",
            "lt"
        ).amounts
        #expect(amounts.isEmpty)
    }

    @Test(arguments: [
        (
            "pl",
            "Projekt „Cicha woda” prowadzi Gmina Jasło. Gminie Jasło przypada 400 000 euro, z czego 40 000 euro musi wyłożyć sama."
        ),
        (
            "de",
            "Das Projekt „Stille Wasser“ wird von der Stadt Ulm geleitet. Auf die Stadt Ulm entfallen 400.000 Euro, davon 40.000 Euro aus eigenen Mitteln."
        ),
    ])
    func thePartOfAShareThatItsBodyPaysItself(_ language: String, _ text: String) {
        let amounts = Analysis.facts(text, language).amounts
        #expect(amounts.contains { $0.hasPrefix("own 40000 EUR") })
    }

    @Test func theBodyThatLeadsIsNoSubjectOfTheNextVerb() {
        let amounts = Analysis.facts(
            "The \"Quiet Water\" project, worth €1.5 million, is led by Cork County Council and receives €1.2 million from the ERDF.",
            "en"
        ).amounts
        #expect(amounts.sorted() == ["eu 1200000 EUR", "total 1500000 EUR"])
    }

    @Test func partsBelowAHeadingForAShare() {
        let amounts = Analysis.facts(
            """
            Projekt: Tichá voda
            Vedoucí partner: Město Sušice

            Celkový rozpočet: 1 236 400 EUR

            Podíl města Sušice
            Celkové způsobilé výdaje: 10 412 500 Kč
            Dotace EU: 8 330 000 Kč
            Státní rozpočet: 520 625 Kč
            Vlastní zdroje: 1 561 875 Kč
            """, "cs"
        ).amounts
        #expect(amounts.contains { $0.hasPrefix("partner_share 10412500 CZK") })
        #expect(amounts.contains { $0.hasPrefix("partner_eu 8330000 CZK") })
    }

    @Test(arguments: [
        ("pl", "Projekt „Cicha woda” Gminy Jasło kosztuje 1,5 mln euro, z czego 1,2 mln pochodzi z EFRR."),
        (
            "it",
            "Il progetto \"Acque quiete\" del Comune di Bari costa 1,5 milioni di euro, di cui 1,2 milioni dal FESR."
        ),
        ("cs", "Projekt „Tichá voda“ města Cheb přijde na 1,5 milionu eur, z toho 1,2 milionu zaplatí EU."),
        (
            "fr",
            "Le projet « Eaux calmes », porté par la Ville de Lille, coûte 1,5 million d'euros, dont 1,2 million versé par l'Union européenne."
        ),
    ])
    func whatTheProjectOfABodyCosts(_ language: String, _ text: String) {
        #expect(Analysis.facts(text, language).amounts == ["total 1500000 EUR", "eu 1200000 EUR"])
    }

    @Test func whatABodysHouseCostsIsNotTheProjects() {
        let amounts = Analysis.facts(
            "Projekt „Cicha woda” prowadzi Gmina Jasło. Budynek Gminy Jasło kosztuje 1,5 mln euro.", "pl"
        ).amounts
        #expect(!amounts.contains { $0.hasPrefix("eu") })
    }
}
