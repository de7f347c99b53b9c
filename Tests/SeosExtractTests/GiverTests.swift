import SeosModel
import Testing

/// Who pays, and who takes part, by the words of running text.
@Suite struct GiverTests {
    private static func funders(_ text: String, _ language: String) -> [String] {
        let facts = Analysis.facts(text, language)
        return facts.extraction.claims.filter { $0.property == .funder }
            .compactMap { $0.mention.map { facts.extraction.mentions[$0].quote } }
    }

    @Test(arguments: [
        (
            "nb", "Prosjekt: KYST\nI år gir Sparebankstiftelsen Eksempel 810 000 kroner til arbeidet.",
            "Sparebankstiftelsen Eksempel"
        ),
        (
            "it", "Progetto: STAGNI\nLa Fondazione Cassa Rurale ha aggiunto 5 mila euro per gli attrezzi.",
            "Fondazione Cassa Rurale"
        ),
        ("cs", "Projekt: LOUTKA\nPříspěvek Evropské unie: 198 400 €", "Evropské unie"),
        (
            "de", "Projekt: MOORBAND\nGesamtkosten: 900.000 €\nKofinanzierung Kanton Basel-Stadt: 90.000 €",
            "Kanton Basel-Stadt"
        ),
        (
            "hu", "Projekt: NÁDAS\nAz Európai Unió a Duna Programon keresztül 1,84 millió eurót áll a keretből.",
            "Európai Unió"
        ),
        ("sv", "Projekt: VASSEN\nBidrag från EU: 1,15 miljoner euro", "EU"),
        (
            "sk", "Projekt: TRSTINA\nNórska strana a Nadácia Zelený Kameň zaplatia ďalších 20 000 eur.",
            "Nadácia Zelený Kameň"
        ),
        (
            "da", "Projekt: SIVENE\nResten, 300 000 kroner, finder den norske stat.",
            "den norske stat"
        ),
        ("de", "Projekt: SCHILF\nGesamtkosten: 486.000 Euro\nEFRE-Anteil: 233.280 Euro", "EFRE"),
        (
            "de", "Projekt: SCHILF\nDas Land Niedersachsen und die Provinz Groningen geben je 90.000 Euro dazu.",
            "Land Niedersachsen"
        ),
        (
            "de",
            "Projekt: SCHILF\nGesamtkosten: 486.000 Euro\nEFRE-Anteil: 233.280 Euro\nBeitrag Land Vorarlberg 58.320 Euro",
            "Land Vorarlberg"
        ),
        ("pl", "Projekt: TRZCINA\nŹródło finansowania: Interreg Polska – Saksonia 2021–2027 (EFRR)", "EFRR"),
        (
            "lv", "Projekts: NIEDRES\nFinansētājs: Interreg Baltijas jūras reģions\nKopējās izmaksas: 120 000 eiro",
            "Interreg Baltijas jūras reģions"
        ),
        ("lv", "Projekts: NIEDRES\nLIFE programma segs 60 procentus jeb 3,36 miljonus eiro.", "LIFE programma"),
        ("sk", "Projekt: TRSTINA\nCelkový rozpočet: 100 000 €\nŠtátny rozpočet SR: 12 000 €", "Štátny rozpočet SR"),
    ])
    func whoGivesMoneyIsAFunder(language: String, text: String, wanted: String) {
        #expect(Self.funders(text, language).contains(wanted))
    }

    @Test(arguments: [
        ("et", "Projekt: ROOSTIK\nRahastusallikas: Erasmus+ programm 2021–2027\nKogumaksumus: 120 000 eurot"),
        (
            "en",
            "Project: REEDBED\nThe survey was carried out by Fenside Surveys Ltd under a €73,500 contract awarded in May."
        ),
    ])
    func aProgrammeUnderALabelForProgrammesAndAFirmPayNothing(language: String, text: String) {
        #expect(
            !Self.funders(text, language).contains {
                ["Erasmus+ programm 2021–2027", "Fenside Surveys Ltd"].contains($0)
            })
    }

    @Test(arguments: [
        ("en", "Project: REEDBED\nStonework Foundation gives children room to play."),
        (
            "en",
            "Project: REEDBED\nLead partner: Stonework Foundation\nStonework Foundation adds 5,000 euros to the budget."
        ),
        ("nb", "Prosjekt: KYST\nKunstmuseet Eksempel ligger 300 meter fra havna."),
        ("en", "Project: REEDBED\nThe Ministry of Culture itself receives 5,000 euros for its own work on the reeds."),
        ("lv", "Projekts: NIEDRE\nCeļu pērn par 40 000 eiro uzlaboja no valsts budžeta, ne jau no projekta naudas."),
    ])
    func othersAreNone(language: String, text: String) {
        #expect(Self.funders(text, language) == [])
    }

    @Test func aLineAtTheFootOfThePageNamesTheUnion() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><main><h1>REEDBED</h1><p>Project acronym: REEDBED</p><p>Lead partner: University of Galway</p></main>
            <footer><p>Co-funded by the European Union. Views are those of the author.</p></footer></body></html>
            """, "en")
        #expect(facts.codes(.funder) == ["eu"])
    }

    @Test func aListGoesOnWhereAHeadNounIsMissing() {
        let facts = Analysis.facts(
            "Project: REEDBED\nThe project is carried out together with Stonework Collective Leitrim and the University of Galway.",
            "en")
        #expect(facts.partners.contains { $0.hasPrefix("partner Stonework Collective Leitrim") })
        #expect(facts.partners.contains { $0.hasPrefix("partner University of Galway") })
    }

    @Test func personsAreNoPartners() {
        let facts = Analysis.facts(
            "Project: REEDBED\nThe project is carried out together with Anna Example and the University of Galway.",
            "en")
        #expect(!facts.partners.contains { $0.contains("Anna") })
    }

    @Test func aSecondGiverStandsBehindAnd() {
        let names = Self.funders(
            "Project: REEDBED\nThe Ministry of Culture adds 350,000 euros and the Galway County Council 120,000 euros.",
            "en")
        #expect(names.count == 2)
    }

    @Test func aBodyBesideLabelsOfAmountsGivesThem() {
        let facts = Analysis.facts(
            "<html lang=\"de\"><body><h1>STILLMOOR</h1><p>Projektname: STILLMOOR</p><p>Gesamtkosten: 900.000 Euro</p>"
                + "<p>Landkreis Emsland: 120.000 Euro</p><p>Eigenmittel: 80.000 Euro</p></body></html>", "de")
        #expect(facts.amounts.contains("national 120000 EUR"))
    }

    @Test func aProgrammeThatProseNamesIsNoFunder() {
        let text = "Project: REEDBED\nThe project is funded by the Interreg Europe programme with 200,000 euros."
        #expect(!Self.funders(text, "en").contains { $0.contains("Interreg") })
    }

    @Test func aFirmBelowAHeadingForMoneyIsNoFunder() {
        let names = Self.funders(
            "<html lang=\"en\"><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p><h2>Funding</h2>"
                + "<p>The National Heritage Fund granted 40 000 euros. The panels were bought from Sample Solar Ltd"
                + " for 12 000 euros.</p></body></html>", "en")
        #expect(names.contains { $0.contains("Heritage Fund") })
        #expect(!names.contains { $0.contains("Solar") })
    }
}
