import SeosModel
import Testing

/// Ends that words for a deadline tell of, ends that were moved, and times beside verbs that events have too.
@Suite struct DeadlineTests {
    @Test(arguments: [
        (
            "it",
            "Il progetto \"Acque quiete\" è guidato dal Comune di Bari. I lavori dovranno concludersi entro il 31 luglio 2026."
        ),
        (
            "fr",
            "Le projet « Eaux calmes » est piloté par la Ville de Lille. Le projet doit se terminer avant le 31 juillet 2026."
        ),
        (
            "nl",
            "Het project \"Stil water\" wordt geleid door de gemeente Sluis. De werken moeten uiterlijk op 31 juli 2026 klaar zijn."
        ),
        ("sv", "Projektet ”Stilla vatten” leds av Lunds kommun. Projektet ska vara klart senast den 31 juli 2026."),
        (
            "hu",
            "A „Csendes víz” projektet Gyula Város Önkormányzata vezeti. A projektnek legkésőbb 2026. július 31-ig be kell fejeződnie."
        ),
    ])
    func theLatestDayOfTheWork(_ language: String, _ text: String) {
        #expect(Analysis.facts(text, language).dates == ["end 2026-07-31/2026-07-31"])
    }

    @Test(arguments: [
        (
            "it",
            "Il progetto \"Acque quiete\" è guidato dal Comune di Bari. Le scuole possono presentare la candidatura entro il 31 luglio 2026."
        ),
        (
            "fr",
            "Le projet « Eaux calmes » est piloté par la Ville de Lille. Les écoles s'inscrivent avant le 31 juillet 2026."
        ),
        (
            "nl",
            "Het project \"Stil water\" wordt geleid door de gemeente Sluis. Scholen schrijven zich uiterlijk op 31 juli 2026 in."
        ),
    ])
    func theLatestDayOfACallIsNoEnd(_ language: String, _ text: String) {
        #expect(Analysis.facts(text, language).dates.isEmpty)
    }

    @Test func whatEveryProjectOfACallMustKeepTo() {
        let facts = Analysis.facts(
            "Het project \"Stil water\" wordt geleid door de gemeente Sluis. Een project duurt ten minste zes en ten hoogste achttien maanden en moet uiterlijk op 31 december 2027 zijn afgerond.",
            "nl")
        #expect(facts.dates.isEmpty)
    }

    @Test(arguments: [
        (
            "en",
            "The project \"Quiet Water\" is led by Cork County Council. Its end was moved from December 2022 to June 2023."
        ),
        (
            "de",
            "Das Projekt „Stille Wasser“ wird von der Stadt Ulm geleitet. Das Projektende wurde von Dezember 2022 auf Juni 2023 verschoben."
        ),
        ("cs", "Projekt „Tichá voda“ vede Město Cheb. Jeho závěr byl posunut z prosince 2022 na červen 2023."),
        (
            "it",
            "Il progetto \"Acque quiete\" è guidato dal Comune di Bari. La fine del progetto è stata spostata da dicembre 2022 a giugno 2023."
        ),
        (
            "hu",
            "A „Csendes víz” projektet Gyula Város Önkormányzata vezeti. A projekt zárását 2022 decemberéről 2023 júniusára halasztották."
        ),
    ])
    func anEndThatWasMoved(_ language: String, _ text: String) {
        #expect(Analysis.facts(text, language).dates.last?.hasSuffix("/2023-06-30") == true)
        #expect(Analysis.facts(text, language).dates.last?.hasPrefix("end") == true)
    }

    @Test func anEventThatWasMovedIsNoEnd() {
        let facts = Analysis.facts(
            "Das Projekt „Stille Wasser“ wird von der Stadt Ulm geleitet. Die Konferenz wurde von Dezember 2022 auf Juni 2023 verschoben.",
            "de")
        #expect(facts.dates.isEmpty)
    }

    @Test(arguments: [
        ("et", "Projekti „Vaikne vesi“ juhib Valga vald. Projekt toimub septembrist 2022 kuni augustini 2025."),
        ("pl", "Projekt „Cicha woda” prowadzi Gmina Jasło. Projekt odbywa się od września 2022 do sierpnia 2025 r."),
        ("sl", "Projekt »Tiha voda« vodi Občina Bled. Delo bo potekalo od septembra 2022 do avgusta 2025."),
    ])
    func whatTakesPlaceForYearsIsNoEvent(_ language: String, _ text: String) {
        #expect(Analysis.facts(text, language).dates == ["period 2022-09-01/2025-08-31"])
    }

    @Test func anExhibitionOfAYearIsAnEventStill() {
        let facts = Analysis.facts(
            "Projekti „Vaikne vesi“ juhib Valga vald. Näitus toimub muuseumis septembrist 2022 kuni augustini 2023.",
            "et")
        #expect(facts.dates.isEmpty)
    }

    @Test func aDayThatOpensTheSentenceOfTheBeginning() {
        let facts = Analysis.facts(
            "On 1 June 2024 Cork County Council together with its neighbours in Wales began to carry out the project \"Quiet Water\".",
            "en")
        #expect(facts.dates == ["start 2024-06-01/2024-06-01"])
    }

    @Test func aBeginningInAClauseOfItsOwnBesideTheFirstPlan() {
        let facts = Analysis.facts(
            "Het project \"Stil water\" wordt geleid door de gemeente Sluis en loopt door tot en met 31 augustus 2028. Oorspronkelijk zou het project, dat in maart 2024 van start ging, op 29 februari 2028 eindigen.",
            "nl")
        #expect(facts.dates.contains("start 2024-03-01/2024-03-31"))
        #expect(facts.dates.contains("end 2028-08-31/2028-08-31"))
    }

    @Test func theKickOffMeetingIsNotTheBeginning() {
        let facts = Analysis.facts(
            """
            Nome do projeto: Águas calmas
            Beneficiário principal: Município de Faro
            Data de início: 02-01-2024
            Reunião de arranque: 25 de janeiro de 2024, Beja
            """, "pt")
        #expect(facts.dates == ["start 2024-01-02/2024-01-02"])
    }
}
