import SeosModel
import Testing

/// The project's time where no label gives it, and programmes by their names.
@Suite struct ProjectTimeTests {
    @Test func workBeganOnAPageOnOneProject() {
        let facts = Analysis.facts(
            "Project acronym: QUIETRIVER\n\nFive villages want their old river back and have asked the university to help."
                + " Work started on 1 January 2023 and will end on 30 June 2025.", "en")
        #expect(facts.dates.contains("start 2023-01-01/2023-01-01"))
        #expect(facts.dates.contains("end 2025-06-30/2025-06-30"))
    }

    @Test func aDayWithAMeetingBelowAHeadingIsNotTheProjectsTime() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p>
            <p>Project period: 01.03.2022 – 31.08.2024</p><h2>Dates</h2>
            <ul><li>14 February 2026: public meeting in the hall</li></ul></body></html>
            """, "en")
        #expect(facts.dates == ["period 2022-03-01/2024-08-31"])
    }

    @Test func theNewEndHolds() {
        let facts = Analysis.facts(
            "Project acronym: QUIETRIVER\n\nThe project started on 1 March 2024. The new end date is 28 February 2027.",
            "en")
        #expect(facts.dates.contains("end 2027-02-28/2027-02-28"))
    }

    @Test func aNationalProgrammeByItsName() {
        let facts = Analysis.facts(
            "Hankkeen nimi: HILJAJOKI\n\nHanke kuuluu ohjelmaan Uudistuva ja osaava Suomi 2021–2027.", "fi")
        #expect(facts.names(.programme).contains { $0.hasPrefix("Uudistuva ja osaava Suomi") })
    }

    @Test func theProgrammeOfAnEveningIsNone() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p><h2>Programme of the conference</h2>
            <p>Friday 4: reception in the convent</p></body></html>
            """, "en")
        #expect(facts.names(.programme).isEmpty)
    }

    @Test func otherProjectsInPassingDoNotHideTheTime() {
        let facts = Analysis.facts(
            """
            The project QUIETRIVER is led by the University of Limerick.

            Work began on 1 February 2025 and will be completed on 31 January 2027.

            In 2019 the university ran the project OLDRIVER with 215,000 euros.
            """, "en")
        #expect(facts.dates.contains("start 2025-02-01/2025-02-01"))
        #expect(facts.dates.contains("end 2027-01-31/2027-01-31"))
    }

    @Test func aLabelForTheFirstPlanHoldsNoMore() {
        let facts = Analysis.facts(
            "Project acronym: QUIETRIVER\n\nEnd (first approval): 31/12/2026\n\nEnd: 30/06/2027", "en")
        #expect(facts.dates == ["end 2027-06-30/2027-06-30"])
    }

    @Test(arguments: [
        (
            "pl",
            "Projekt: Cicha woda\nLider: Gmina Jasło\nTermin realizacji: 01.2021 – 04.2024\n\nDzięki aneksowi projekt potrwa do 30 kwietnia 2024 r.",
            "2024-04-30"
        ),
        (
            "en",
            "Project: Quiet Water\nLead partner: Cork County Council\nPeriod: 01/2021 – 04/2024\n\nThe project will run until 30 April 2024.",
            "2024-04-30"
        ),
        (
            "fi",
            "Hanke: Hiljainen vesi\nPäätoteuttaja: Oulun yliopisto\n\nHanke käynnistyy syyskuussa 2026 ja jatkuu elokuun loppuun 2028.",
            "2028-08"
        ),
        ("et", "Projekt: Vaikne vesi\nJuhtpartner: Tartu Ülikool\n\nProjekt kestab augusti lõpuni 2028.", "2028-08"),
    ])
    func theMorePreciseEndHolds(language: String, text: String, end: String) {
        let facts = Analysis.facts(text, language)
        let ends = facts.extraction.claims.filter { $0.property == .end && !$0.isSuperseded }.compactMap { claim in
            claim.mention.flatMap { mention -> String? in
                guard case .date(let date) = facts.extraction.mentions[mention].value else { return nil }
                return date.start?.iso
            }
        }
        #expect(ends.contains(end), "\(ends)")
    }
}
