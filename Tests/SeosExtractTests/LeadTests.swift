import SeosModel
import Testing

/// Who leads: brackets, cells, columns, leads of one country.
@Suite struct LeadTests {
    private func page(_ body: String) -> String {
        "<html lang=\"en\"><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p>\(body)</body></html>"
    }

    @Test func theBracketBehindANameSaysItsRole() {
        let facts = Analysis.facts(
            page(
                "<p>With the University of Limerick (lead partner), Cork City Council and the University of Galway we"
                    + " restore the old river bank of the town.</p>"), "en")
        #expect(facts.partners.contains("lead University of Limerick IE"))
        #expect(!facts.partners.contains { $0.hasPrefix("lead Cork") })
    }

    @Test func aCellSaysWhoOfTheRowsLeads() {
        let facts = Analysis.facts(
            page(
                """
                <table><tr><th>Partner</th><th>Role</th><th>Budget</th></tr>
                <tr><td>Cork City Council</td><td>lead partner</td><td>€120,000</td></tr>
                <tr><td>University of Galway</td><td>partner</td><td>€80,000</td></tr></table>
                """), "en")
        #expect(facts.partners.first == "lead Cork City Council IE")
        #expect(facts.partners.filter { $0.hasPrefix("lead") }.count == 1)
    }

    @Test func partnersAsColumnsHaveTheirRolesInARow() {
        let facts = Analysis.facts(
            page(
                """
                <table><tr><th></th><th>Cork City Council</th><th>University of Galway</th><th>Total</th></tr>
                <tr><td>Role</td><td>lead partner</td><td>partner</td><td></td></tr>
                <tr><td>Budget</td><td>€120,000</td><td>€80,000</td><td>€200,000</td></tr></table>
                """), "en")
        #expect(facts.partners.contains { $0.hasPrefix("lead Cork City Council") })
        #expect(facts.partners.contains { $0.hasPrefix("partner University of Galway") })
        #expect(facts.partners.count == 2)
    }

    @Test func aColumnOfImplementersNamesNoSecondLead() {
        let facts = Analysis.facts(
            page(
                """
                <p>The project is coordinated by the University of Limerick.</p>
                <table><tr><th>Beneficiary coordinator</th><th>Budget</th></tr>
                <tr><td>Cork City Council</td><td>€120,000</td></tr>
                <tr><td>University of Galway</td><td>€80,000</td></tr></table>
                """), "en")
        #expect(facts.partners.filter { $0.hasPrefix("lead") } == ["lead University of Limerick IE"])
    }

    @Test func theLeadOfOneCountryIsAPartnerWhereAnotherLeadsTheWhole() {
        let facts = Analysis.facts(
            "<html lang=\"nb\"><body><h1>STILLELV</h1><p>Prosjektet STILLELV varer i to år. Kiruna kommune er "
                + "hovedpartner. Norsk prosjekteier er Kautokeino kommune.</p></body></html>", "nb")
        #expect(facts.partners.contains { $0.hasPrefix("lead Kiruna") })
        #expect(facts.partners.contains { $0.hasPrefix("partner Kautokeino") })
    }

    @Test func theOnlyLeadStaysOneWhateverItsCountry() {
        let facts = Analysis.facts(
            "<html lang=\"nb\"><body><h1>STILLELV</h1><p>Prosjektet STILLELV varer i to år. "
                + "Norsk prosjekteier er Kautokeino kommune.</p></body></html>", "nb")
        #expect(facts.partners.contains { $0.hasPrefix("lead Kautokeino") })
    }

    @Test func twoLabelsWithTheirValuesShareARow() {
        let facts = Analysis.facts(
            page(
                """
                <table><tr><td>Lead partner</td><td>Cork City Council</td><td>Total budget</td><td>€120,000</td></tr>
                <tr><td>Project period</td><td>01.03.2022 – 31.08.2024</td><td>ERDF</td><td>€80,000</td></tr></table>
                """), "en")
        #expect(facts.partners == ["lead Cork City Council IE"])
        #expect(facts.amounts == ["total 120000 EUR", "eu 80000 EUR"])
        #expect(facts.dates == ["period 2022-03-01/2024-08-31"])
    }

    @Test func aNounAloneStandsForTheBodyThatHasIt() {
        let facts = Analysis.facts(
            "Projektet QUIETFJORD begyndte i 2024. Lyngby Kommune har søgt om penge.\n\n"
                + "Kommunen er leadpartner. Med er Lysekils kommun i Sverige.", "da")
        #expect(facts.partners.contains { $0.hasPrefix("lead Lyngby Kommune") })
        #expect(!facts.partners.contains { $0.hasPrefix("lead Lysekils") })
    }

    @Test func aBodyNoListKnowsLeadsBehindTheWordsForIt() {
        let facts = Analysis.facts(
            "Projektet QUIETFJORD begyndte i 2024. Projektet ledes af Zavod Tihi Fjord d.o.o. fra Slovenien.", "da")
        #expect(facts.partners.contains { $0.hasPrefix("lead Zavod Tihi Fjord") })
    }

    @Test func aPersonBehindTheWordsForLeadingIsNoLead() {
        let facts = Analysis.facts("Projektet QUIETFJORD ledes af Anna Eksempel. Det begyndte i 2024.", "da")
        #expect(!facts.partners.contains { $0.hasPrefix("lead") })
    }

    @Test func aVerbForLeadingCountsBesideTheNameOfTheProject() {
        let facts = Analysis.facts(
            "El proyecto «Bancales vivos» empezó en 2024. La Universidad de Zaragoza lidera «Bancales vivos» desde mayo.",
            "es")
        #expect(facts.partners.contains { $0.hasPrefix("lead Universidad de Zaragoza") })
    }

    @Test func aVerbForLeadingElsewhereNamesNobody() {
        let facts = Analysis.facts("Projektet STILLEGADE begyndte i 2024.\n\nI ligaen leder Aarhus Universitet.", "da")
        #expect(!facts.partners.contains { $0.hasPrefix("lead") })
    }

    @Test func lettersInACellOfTheirOwnMarkTheLead() {
        let facts = Analysis.facts(
            page(
                """
                <p>Project acronym: QUIETFJORD</p><table><tr><th>No</th><th>Partner</th><th>Budget</th></tr>
                <tr><td>PP2</td><td>Cork City Council</td><td>€80,000</td></tr>
                <tr><td>LP</td><td>University of Limerick</td><td>€120,000</td></tr></table>
                """), "en")
        #expect(facts.partners.filter { $0.hasPrefix("lead") } == ["lead University of Limerick IE"])
    }

    @Test func oneLineNamesTheLead() {
        let facts = Analysis.facts(
            page(
                """
                <p>Project acronym: QUIETFJORD</p><p>Lead partner: University of Limerick</p>
                <p>Onlookers: Cork City Council, Galway County Council</p>
                """), "en")
        #expect(facts.partners.filter { $0.hasPrefix("lead") } == ["lead University of Limerick IE"])
    }

    @Test(
        arguments: [
            (
                "nl",
                "Het project ZILTLAND begon in 2024. \"De boeren wachten niet\", zegt projectleider J. de B. van Universiteit Gent. Mee doen Universiteit Leiden en Universiteit Antwerpen.",
                "Universiteit Gent"
            ),
            (
                "pl",
                "Projekt CICHA RZEKA ruszył w 2024 r. „Czekamy na wiosnę” – mówi kierowniczka projektu A. L. z Uniwersytetu Opolskiego.",
                "Opolski"
            ),
        ] as [(String, String, String)])
    func theBodyOfTheProjectsManagerLeads(language: String, text: String, wanted: String) {
        let partners = Analysis.facts(text, language).partners
        #expect(partners.filter { $0.hasPrefix("lead") }.contains { $0.contains(wanted) }, "\(partners)")
    }

    @Test func managersOfTwoBodiesSayNothing() {
        let facts = Analysis.facts(
            "The project QUIETFJORD began in 2024. Also, says A. B., project manager at the University of Galway, it rains."
                + " Still, says C. D., project manager at Cork City Council, it works.", "en")
        #expect(!facts.extraction.claims.contains { $0.rule == "partner.lead-person" })
    }

    @Test func theManagersBodyCountsForNothingWhereTheLeadIsTold() {
        let facts = Analysis.facts(
            page(
                "<p>Lead partner: University of Limerick</p><p>The work goes well, says A. B., project manager at Cork City"
                    + " Council, and will end soon.</p>"), "en")
        #expect(facts.partners.filter { $0.hasPrefix("lead") } == ["lead University of Limerick IE"])
    }

    @Test func theSubjectBehindTheVerbLeadsWhereACommaPartsTheOther() {
        let facts = Analysis.facts(
            page(
                "<p>The idea came from Cork City Council, at the helm is the University of Limerick with its own boats and"
                    + " crews.</p>"), "en")
        #expect(facts.partners.contains { $0.hasPrefix("lead University of Limerick") })
        #expect(!facts.partners.contains { $0.hasPrefix("lead Cork") })
    }

    @Test func aBodyBesideItsVerbBehindTheProjectsName() {
        let facts = Analysis.facts(
            "Hankkeen lyhenne: HILJAINEN\n\nVastausta hakee HILJAINEN (Silent Winter), jota Lapin ammattikorkeakoulu"
                + " vetää ja joka alkoi 1.8.2024.", "fi")
        #expect(facts.partners.contains { $0.hasPrefix("lead Lapin ammattikorkeakoulu") })
    }

    @Test func whoIsNamedTogetherWithTheLeadDoesNotLead() {
        let facts = Analysis.facts(
            page("<p>Cork City Council is lead partner, working alongside the University of Galway.</p>"), "en")
        #expect(facts.partners.filter { $0.hasPrefix("lead") } == ["lead Cork City Council IE"])
    }

    @Test func aClauseInTheBracketSaysWhoLeads() {
        let facts = Analysis.facts(
            "<html lang=\"nb\"><body><h1>STILLELV</h1><p>Prosjektets akronym: STILLELV</p><h2>Partnere</h2><ul>"
                + "<li>Luleå tekniska universitet (leder hele prosjektet)</li><li>Kalix kommun</li></ul></body></html>",
            "nb")
        #expect(facts.partners.contains { $0.hasPrefix("lead Luleå tekniska universitet") })
        #expect(facts.partners.filter { $0.hasPrefix("lead") }.count == 1)
    }

    @Test func aHeadlineTellsWhoLeads() {
        let facts = Analysis.facts(
            "<html lang=\"et\"><body><h1>Eesti Maaülikool veab projekti märgade põldude heaks</h1><p>Projekti lühinimi:"
                + " PALUPLUS</p><p>Partnerid on Tartu linn ja Võru vald.</p></body></html>", "et")
        #expect(facts.partners.contains { $0.hasPrefix("lead Eesti Maaülikool") })
    }
}
