import SeosModel
import Testing

/// What short pages say, by layout.
@Suite struct DocumentFactTests {
    @Test func labelsAndValuesOfAPlainPage() {
        let facts = Analysis.facts(
            """
            Projekti nimi: VAIKRAND
            Projekti pikk nimi: Vaikse ranna hooldus Läänemere ääres
            Programm: Interreg Estonia-Latvia 2021-2027
            Juhtpartner: Tartu Ülikool
            Projekti periood: 01.03.2022 – 31.08.2024
            Kogumaksumus: 1 240 500 eurot
            ERF toetus: 992 400 eurot
            """, "et")
        #expect(facts.project?.name == "VAIKRAND")
        #expect(facts.project?.fullName == "Vaikse ranna hooldus Läänemere ääres")
        #expect(facts.partners == ["lead Tartu Ülikool EE"])
        #expect(facts.dates == ["period 2022-03-01/2024-08-31"])
        #expect(facts.rules(.period) == ["period.colon"])
        #expect(facts.amounts == ["total 1240500 EUR", "eu 992400 EUR"])
        #expect(facts.codes(.programme) == ["interreg-ee-lv"])
    }

    @Test func partnersInAListWithCountriesInBrackets() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p><h2>Project partners</h2><ul>
            <li>University of Limerick (Ireland) – lead partner</li><li>Gmina Tczew (PL)</li><li>Klaipėda University (Lithuania)</li>
            </ul></body></html>
            """, "en")
        #expect(facts.partners.contains("partner Gmina Tczew PL"))
        #expect(facts.partners.contains("partner Klaipėda University LT"))
        #expect(facts.partners.contains { $0.hasSuffix("University of Limerick IE") })
        #expect(facts.partners.count == 3)
        #expect(facts.rules(.partner).allSatisfy { $0 == "partner.heading" })
    }

    @Test func partnersAsRowsOfATable() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p><table>
            <tr><th>Partner</th><th>Country</th><th>Budget</th></tr>
            <tr><td>Cork City Council</td><td>Ireland</td><td>€120,000</td></tr>
            <tr><td>Gmina Tczew</td><td>Poland</td><td>€80,000</td></tr></table></body></html>
            """, "en")
        #expect(facts.partners.count == 2)
        #expect(facts.partners.first == "partner Cork City Council IE")
        #expect(facts.partners.last?.hasPrefix("partner Gmina Tczew") == true)
        #expect(facts.rules(.partner) == ["partner.table", "partner.table"])
        #expect(facts.amounts.first == "partner_share 120000 EUR of Cork City Council")
    }

    @Test func anAmountAndThePartOfItThatTheFundGives() {
        let facts = Analysis.facts(
            """
            Project acronym: QUIETRIVER
            Lead partner: University of Limerick

            The total budget of the project is €1,240,500, of which €992,400 comes from the European Regional Development Fund.
            """, "en")
        #expect(facts.amounts == ["total 1240500 EUR", "eu 992400 EUR"])
        #expect(facts.codes(.funder) == ["erdf"])
    }

    /// Whoever is counted up right behind the lead takes part, whatever the verb.
    @Test(arguments: [
        (
            "es",
            "El proyecto RIOCLARO ha empezado. La Universidad de Zaragoza actúa como beneficiario principal. Le acompañan el Ayuntamiento de Alcañiz, la Université de Pau (Francia) y el Instituto Politécnico de Guarda.",
            3
        ),
        (
            "en",
            "The project QUIETRIVER has begun. The University of Limerick is the lead partner. The conference was visited by Cork City Council, Galway County Council and the University of Tartu.",
            0
        ),
    ])
    func whoStandsBesideTheLead(tag: String, text: String, count: Int) {
        #expect(Analysis.facts(text, tag).partners.filter { $0.hasPrefix("partner ") }.count == count)
    }

    @Test func theYearsOfAFundInRunningTextAreNotTheProjects() {
        let facts = Analysis.facts(
            """
            Start of the project QUIETRIVER

            The University of Limerick as lead partner announces that QUIETRIVER has begun, which is paid by the programme Interreg NEXT Poland-Ukraine 2021-2027 under a contract of May.
            """, "en")
        #expect(facts.dates == [])
    }

    /// No word says what the figures are; a percentage and a difference do.
    @Test func aPercentageTellsTheGrantAndTheRestIsWhatIsLeft() {
        let facts = Analysis.facts(
            """
            Project acronym: QUIETRIVER
            Lead partner: University of Limerick

            QUIETRIVER is about 3,412,000 euros, and 80% of it, namely 2,729,600 euros, comes from Brussels. The other 682,400 euros are found by the towns.
            """, "en")
        #expect(facts.amounts.sorted() == ["eu 2729600 EUR", "own 682400 EUR", "total 3412000 EUR"])
    }

    @Test func aTaxIsNoGrant() {
        let facts = Analysis.facts(
            """
            Project acronym: QUIETRIVER
            Lead partner: University of Limerick

            The printing came to 10,000 euros, and 23%, namely 2,300 euros, went to the tax office.
            """, "en")
        #expect(!facts.amounts.contains { $0.hasPrefix("eu ") })
    }

    @Test func aPartnersShareBelongsToThePartner() {
        let facts = Analysis.facts(
            """
            Nazwa projektu: CICHARZEKA
            Całkowita wartość projektu: 1 240 500 EUR
            Budżet Politechniki Gdańskiej: 310 000 EUR
            """, "pl")
        #expect(facts.amounts.first == "total 1240500 EUR")
        #expect(facts.amounts.contains { $0.hasPrefix("partner_share 310000 EUR of Politechnik") })
    }

    @Test func startAndEndHaveLabelsOfTheirOwn() {
        let facts = Analysis.facts(
            "Project acronym: QUIETRIVER\nStart date: 1 March 2022\nEnd date: 31 August 2024\n", "en")
        #expect(facts.dates == ["start 2022-03-01/2022-03-01", "end 2024-08-31/2024-08-31"])
    }

    @Test func anExtensionStandsAboveTheOlderEndAndBothAreKept() {
        let facts = Analysis.facts(
            """
            Projektname: STILLBACH
            Projektbeginn: 01.03.2020
            Projektende: 28.02.2022

            Das Projekt wurde verlängert bis 31.08.2022.
            """, "de")
        #expect(facts.dates == ["start 2020-03-01/2020-03-01", "end 2022-08-31/2022-08-31"])
        let ends = facts.extraction.claims.filter { $0.property == .end }
        #expect(ends.map(\.isSuperseded) == [true, false])
    }

    @Test func aPageAboutNoProjectHasNoProjectClaims() {
        let facts = Analysis.facts(
            "It rained in Cork on Monday. The market in Limerick was closed, and the bus was late.", "en")
        #expect(facts.project == nil)
        #expect(facts.extraction.claims == [])
    }

    @Test func aCallForProposalsIsNoProject() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>Call for proposals 2025</h1><p>The call for proposals opens on 3 March 2025 and closes on 30 May 2025.
            The programme has €12 million for projects.</p></body></html>
            """, "en")
        #expect(facts.project == nil)
        #expect(facts.amounts == [])
    }

    @Test func contactsHaveAddressAndTelephone() throws {
        let facts = Analysis.facts(
            """
            Naziv projekta: Tihi potok
            Vodilni partner: Občina Tolmin

            Kontakt:
            pisarna@tihi-potok.example
            tel. +386 5 555 01 42
            """, "sl")
        let claim = try #require(facts.extraction.claims.first { $0.property == .contact })
        let contact = facts.extraction.entities[try #require(claim.object)]
        #expect(contact.email == "pisarna@tihi-potok.example")
        #expect(contact.phone.map { $0.filter(\.isNumber) } == "38655550142")
    }

    @Test func theSameNameInTwoPlacesIsOneEntityWithTwoMentions() {
        let facts = Analysis.facts(
            "Project acronym: QUIETRIVER\nLead partner: University of Limerick\n\nThe University of Limerick measures the water twice a year.",
            "en")
        let named = facts.extraction.entities.filter { $0.name == "University of Limerick" }
        #expect(named.map(\.mentions.count) == [2])
    }

    @Test func navigationAndFootersAreNotReadForFacts() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><nav><ul><li><a href="/a">Lead partner: Other University</a></li></ul></nav><main><h1>QUIETRIVER</h1>
            <p>Project acronym: QUIETRIVER</p><p>Lead partner: University of Limerick</p></main>
            <footer>Total budget: €5 a ticket</footer></body></html>
            """, "en")
        #expect(facts.partners == ["lead University of Limerick IE"])
        #expect(facts.amounts == [])
    }

    @Test func anEmptyDocumentSaysNothing() {
        let facts = Analysis.facts("", "en")
        #expect(facts.extraction.mentions == [])
        #expect(facts.extraction.claims == [])
    }
}
