import SeosModel
import Testing

/// Rows of places in sentences of a page that has a label for regions too, and rows beside partners.
@Suite struct RegionLabelledTests {
    private static func regions(_ text: String, _ language: String) -> Set<String> {
        let facts = Analysis.facts(text, language)
        return Set(
            facts.extraction.claims.filter { $0.property == .region }
                .compactMap { $0.mention.map { facts.extraction.mentions[$0].quote } })
    }

    @Test(arguments: [
        (
            "it",
            "Progetto: CAVE VIVE\nRegioni: Toscana\n\nIl progetto CAVE VIVE riapre nove cave abbandonate in Lunigiana, in Gallura e in Balagna.",
            "Gallura"
        ),
        (
            "sl",
            "Projekt: SUHA TLA\nObmočje: Goriška\n\nProjekt SUHA TLA obnavlja travnike na Krasu, v Halozah in v Prekmurju.",
            "Halozah"
        ),
    ])
    func aRowOfThreePlacesCountsBesideALabel(language: String, text: String, place: String) {
        #expect(Self.regions(text, language).contains(place))
    }

    @Test func aSinglePlaceBesideALabelDoesNot() {
        let found = Self.regions(
            "Progetto: CAVE VIVE\nRegioni: Toscana\n\nIl progetto CAVE VIVE riapre una cava abbandonata in Gallura.",
            "it")
        #expect(found == ["Toscana"])
    }

    @Test func theFirstSentenceBehindALabelAnswersIt() {
        let found = Self.regions(
            "Proiect: Dunărea lină\nLider de proiect: Județul Călărași\nZona de intervenție: județul Călărași și regiunea Silistra. Până acum s-au cumpărat patru ambarcațiuni de la o firmă din Galați și s-a ținut un exercițiu la Chiciu, pe 9 octombrie 2024, cu pompieri din ambele țări și cu voluntari.",
            "ro")
        #expect(found.contains { $0.contains("Călărași") })
        #expect(!found.contains("Galați"))
    }

    @Test func aCountyBesideADayIsNoMeetingPlace() {
        let found = Self.regions(
            "Projektnamn: Lugna ån\nStödmottagare: Östersunds kommun\nGeografiskt område: Jämtlands län\nInlämnad: 2026-01-30",
            "sv")
        #expect(found == ["Jämtlands län"])
    }

    @Test func aProvinceBehindAVerbForActing() {
        #expect(
            Self.regions(
                "Progetto: Colline\nCapofila: Università di Pavia\n\nIl progetto interessa il Monferrato e la provincia di Cuneo.",
                "it"
            ).contains("provincia di Cuneo"))
    }
}
