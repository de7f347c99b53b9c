import SeosModel
import Testing

/// Projects that are over, told of on the page of another.
@Suite struct FormerProjectTests {
    private let opening =
        "The peat of the valley dries out every summer, and the fires of 2023 burned for three weeks. In March 2024 the"
        + " project WETMOOR began to close the old ditches, with 2.4 million euros of the programme Interreg North-West"
        + " Europe until February 2027. It is led by the University of Limerick together with Cork City Council and Kerry"
        + " County Council, and the farmers of the valley lend their tractors for it in winter."

    private func page(_ last: String) -> String {
        "<html lang=\"en\"><body><h1>Water for the moor</h1><p>\(opening)</p><p>\(last)</p></body></html>"
    }

    private func names(_ facts: Facts) -> [String] {
        facts.extraction.entities.filter { $0.kind == .project }.map(\.name)
    }

    @Test func aTimeThatIsOverNamesAnotherProject() {
        let facts = Analysis.facts(
            page(
                "Much of this rests on Silent Turf, which Galway County Council ran between April 2017 and June 2019 for"
                    + " 310,000 euros in the same programme."), "en")
        #expect(names(facts) == ["WETMOOR", "Silent Turf"])
        #expect(facts.partners.contains { $0.hasPrefix("lead Galway County Council") })
        #expect(facts.partners.contains { $0.hasPrefix("lead University of Limerick") })
    }

    @Test func personsAndPlacesAreNone() {
        let facts = Analysis.facts(
            page(
                "Between 2017 and 2019 the council paid 310,000 euros for the roads of Connemara, far from the project."
            ),
            "en")
        #expect(names(facts) == ["WETMOOR"])
    }

    @Test func theFirstPlanOfTheProjectIsNone() {
        let facts = Analysis.facts(
            page("WETMOOR was originally to run from January 2022 to December 2023 in the same programme."), "en")
        #expect(names(facts) == ["WETMOOR"])
    }

    @Test func anAddressSpellsAName() {
        let facts = Analysis.facts(
            "<html lang=\"nl\"><body><h1>Een plan voor de toren</h1><p>Aan tafel zit de coördinator van Toren zoekt Dorp en"
                + " schenkt koffie in. Het project krijgt 300.000 euro van Interreg. Toren zoekt Dorp begon op 1 maart"
                + " 2024.</p><p>Vragen: torenzoektdorp@voorbeeld.example</p></body></html>", "nl")
        #expect(names(facts).first == "Toren zoekt Dorp")
    }

    @Test func theSentenceBeforeNamesIt() {
        let facts = Analysis.facts(
            page(
                "“We learnt a lot from Notes of Peat”, says the chair. That project, which Galway County Council led from"
                    + " April 2017 to June 2019, cost 310,000 euros."), "en")
        #expect(names(facts) == ["WETMOOR", "Notes of Peat"])
        #expect(facts.partners.contains { $0.hasPrefix("lead Galway County Council") })
    }

    @Test func aProgrammeStandsBeforeTheWordForProject() {
        let facts = Analysis.facts(
            page(
                "Before that there was Tower & Turf, an Erasmus+ project from 2017 to 2019 led by Galway County Council."
            ),
            "en")
        #expect(names(facts) == ["WETMOOR", "Tower & Turf"])
    }

    @Test func aSisterThatGoesOn() {
        let facts = Analysis.facts(
            page(
                "Another plan runs beside it. NitrateStop, led by Galway County Council and funded by Kerry Trust with"
                    + " 180,000 euros, helps the same farmers."), "en")
        #expect(names(facts) == ["WETMOOR", "NitrateStop"])
        #expect(facts.partners.contains { $0.hasPrefix("lead Galway County Council") })
    }

    @Test func aSupplierIsNoSister() {
        let facts = Analysis.facts(
            page(
                "The pumps were supplied by HydroBuild Ltd for 180,000 euros under the lead of Galway County Council."),
            "en")
        #expect(names(facts) == ["WETMOOR"])
    }

    @Test func aParagraphThatEndsWithAQuotationIsProse() {
        let facts = Analysis.facts(
            page(
                "Earlier there was the project Silent Turf, which Galway County Council led from 2017 to 2019. “It taught us"
                    + " to wait.”"), "en")
        #expect(names(facts) == ["WETMOOR", "Silent Turf"])
    }
}
