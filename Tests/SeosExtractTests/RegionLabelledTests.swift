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
}
