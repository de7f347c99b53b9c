import SeosModel
import Testing

/// What a partner's share is made of, shares told by a bare noun, and bodies that go by their letters.
@Suite struct PartsOfSharesTests {
    @Test(arguments: [
        (
            "fr",
            """
            Projet : Eau douce
            Chef de file : Université de Nantes
            Coût total : 3 412 580 €
            Concours FEDER : 2 047 548 €

            Sur les 3,4 millions d’euros du projet, 1 105 900 € reviennent à l’université. Le fonds en couvre 663 540 €, la Région apporte une subvention de 150 000 € et l’établissement prend à sa charge les 292 360 € restants.
            """, ["partner_share 1105900 EUR", "partner_eu 663540 EUR", "own 292360 EUR"]
        ),
        (
            "lt",
            """
            Projektas: Tylus vanduo
            Vadovaujantis partneris: Alytaus kolegija
            Bendra vertė: 1 000 000 Eur
            ERPF lėšos: 800 000 Eur

            Per trejus metus bus sutvarkyti keturi upeliai ir du ežerai abipus sienos. Kolegijos dalis sudaro 386 400 Eur. Penktadalį šios sumos, 77 280 Eur, kolegija pridės iš savo biudžeto, likusius 309 120 Eur kompensuos fondas.
            """, ["partner_share 386400 EUR", "own 77280 EUR", "partner_eu 309120 EUR"]
        ),
    ])
    func partsThatAddUpToAShare(language: String, text: String, wanted: [String]) {
        let amounts = Analysis.facts(text, language).amounts
        for start in wanted { #expect(amounts.contains { $0.hasPrefix(start) }, "\(start) in \(amounts)") }
    }

    @Test func partsOfTheWholeStayTheProjects() {
        let facts = Analysis.facts(
            """
            Project: Quiet Water
            Lead partner: Cork County Council

            The project costs €1,200,000 in all. The European Regional Development Fund pays €960,000 and the partners pay €240,000 themselves.
            """, "en")
        #expect(facts.amounts.contains("total 1200000 EUR"))
        #expect(facts.amounts.contains("eu 960000 EUR"))
        #expect(!facts.amounts.contains { $0.hasPrefix("partner_") })
    }

    @Test(arguments: [
        (
            "nb",
            "Prosjekt: Rolig vann\nProsjekteier: Bodø kommune\nTotalbudsjett: 812 000 euro\nBodø kommunes andel: 185 000 euro"
        ),
        (
            "lv",
            "Projekts: Klusā upe\nVadošais partneris: Ventspils Augstskola\nKopējais budžets: 812 000 EUR\nVA daļa: 185 000 EUR"
        ),
        (
            "sv",
            "Projekt: Lugna ån\nProjektägare: Lunds universitet\nTotal budget: 812 000 euro\n\nPengarna går till plantering av ålgräs längs kusten under tre år. Lunds universitets del är 185 000 euro."
        ),
        (
            "mt",
            "Proġett: Ilma Kwiet\nSieħeb ewlieni: Università ta’ Malta\nBaġit totali: €812,000\nIs-sehem tal-Università ta’ Malta: €185,000"
        ),
    ])
    func aBareNounForAShareBesideAName(language: String, text: String) {
        let amounts = Analysis.facts(text, language).amounts
        #expect(amounts.contains { $0.hasPrefix("partner_share 185000 EUR") }, "\(amounts)")
    }

    @Test func lettersOfABodyMeanTheSameFurtherDown() {
        let head = """
            Project: Bog Bridge
            Lead partner: Monaghan County Council
            Partner: Wetland Research Institute (WRI)
            Total budget: €3,420,000

            The money goes into the restoration of raised bogs on both sides of the border over four years.
            """
        let facts = Analysis.facts(head + " WRI has €940,000 at its disposal for the laboratory.", "en")
        #expect(facts.amounts.contains { $0.hasPrefix("partner_share 940000 EUR of Wetland") }, "\(facts.amounts)")
        // Two letters in brackets are a country.
        let other = Analysis.facts(
            "Capofila Polo Poschiavo – Canton Grigioni (CH)\n\nAltri partner:\nCREPA (CH), Regione Lombardia (IT)", "it"
        )
        #expect(!other.extraction.entities.contains { $0.kind == .organization && $0.name == "CH" })
    }

    @Test(arguments: [
        ("en", "The programme hands out €64,000,000 of ERDF money in all, and the next call opens in May."),
        ("de", "Die Stadt gibt 900.000 Euro für das neue Dach aus; das Geld ist nicht Teil des Projekts."),
        ("nb", "Sparebanken har gitt 150 000 euro til skolen, som ikke er del av Interreg."),
    ])
    func whatIsNoPartOfTheProject(language: String, sentence: String) {
        let head: [String: String] = [
            "en": "Project: Quiet Water\nLead partner: Cork County Council\nTotal budget: €1,200,000\n\n",
            "de": "Projekt: Stille Wasser\nLeadpartner: Stadt Ulm\nGesamtbudget: 1.200.000 Euro\n\n",
            "nb": "Prosjekt: Rolig vann\nProsjekteier: Bodø kommune\nTotalbudsjett: 1 200 000 euro\n\n",
        ]
        let facts = Analysis.facts((head[language] ?? "") + sentence, language)
        #expect(facts.amounts == ["total 1200000 EUR"], "\(facts.amounts)")
    }

    @Test(arguments: [
        (
            "sk",
            "Projekt: Tichá voda\nProgram: Erasmus+\nKoordinátor: Základná škola Vráble\nGrant: 120 000 €\nPodiel našej školy: 38 500 €",
            "partner_eu 38500 EUR"
        ),
        (
            "ga",
            "Tionscadal: Uisce Ciúin\nClár: Erasmus+\nPríomhpháirtí: Ollscoil na Gaillimhe\nDeontas iomlán ón Aontas Eorpach: €400,000\nSciar Ollscoil na Gaillimhe: €134,800",
            "partner_eu 134800 EUR"
        ),
        // Elsewhere a round sum says nothing.
        (
            "en",
            "Project: Quiet Water\nProgramme: LIFE\nLead partner: Cork County Council\nTotal budget: €400,000\nShare of Cork County Council: €134,800",
            "partner_share 134800 EUR"
        ),
    ])
    func aShareOfALumpSumIsAGrant(language: String, text: String, wanted: String) {
        let amounts = Analysis.facts(text, language).amounts
        #expect(amounts.contains { $0.hasPrefix(wanted) }, "\(amounts)")
    }

    @Test func aShareOfTheOwnMoneyIsOwnMoney() {
        let facts = Analysis.facts(
            """
            Proiect: Dunărea lină
            Lider de proiect: Consiliul Județean Arad
            Buget total: 1.200.000 euro

            Banii merg timp de trei ani către malurile râului, de o parte și de alta a graniței. Din contribuția proprie de 99.875 euro, Consiliului Județean Arad îi revin 39.125 euro.
            """, "ro")
        #expect(facts.amounts.contains { $0.hasPrefix("own 39125 EUR") }, "\(facts.amounts)")
    }
}
