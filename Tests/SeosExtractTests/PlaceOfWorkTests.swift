import SeosExtract
import SeosModel
import Testing

/// Where the work is done, and what only looks like it: seats, other sides of a border, lists behind a colon.
@Suite struct PlaceOfWorkTests {
    private static let openings = [
        "cs": "Název projektu: Nitka", "da": "Projektets navn: Tråden", "de": "Projekttitel: Lichtwege",
        "en": "Project title: Riverways", "es": "Título del proyecto: Luces", "fr": "Titre du projet : Lumières",
        "pl": "Tytuł projektu: Światełko", "pt": "Título do projeto: Luzes", "lt": "Projekto pavadinimas: Siūlas",
    ]

    private static func regions(_ sentence: String, _ language: String) -> Set<String> {
        Analysis.regions((openings[language] ?? "") + "\n" + sentence + "\n", language)
    }

    /// Items of a label that say more of their place than its name.
    @Test(
        arguments: [
            ("es", "Ámbito territorial: cuenca del Guadiana", "cuenca del Guadiana"),
            ("lt", "Projekto vieta: Suvalkų parapskritis", "Suvalkų parapskritis"),
            ("cs", "Místo realizace: k. ú. Kounov", "Kounov"),
        ])
    func wholeItems(language: String, label: String, region: String) {
        #expect(Self.regions(label, language).contains(region))
    }

    @Test func listsBehindAColon() {
        #expect(
            Self.regions("Trois communes sont directement concernées : Saint-Agnant, Trizay et Beaugeay.", "fr")
                .isSuperset(of: ["Saint-Agnant", "Trizay", "Beaugeay"]))
        // No noun for places stands before the colon.
        #expect(Self.regions("Trois outils sont utilisés : Saxifrage, Trizolex et Bogulon.", "fr").isEmpty)
    }

    @Test func adjectivesInARow() {
        #expect(
            Self.regions("Prace prowadzone są na styku powiatów augustowskiego i monieckiego.", "pl")
                .isSuperset(of: ["powiatów augustowskiego", "monieckiego"]))
    }

    @Test func seatsAreNoPlacesOfWork() {
        #expect(
            !Self.regions("O projeto abre trilhos. A promotora tem sede em Ponte da Barca.", "pt")
                .contains("Ponte da Barca"))
        #expect(
            !Self.regions("Warsztaty otworzą rzemieślnicy. Fundacja ma siedzibę w Suwałkach.", "pl")
                .contains("Suwałkach"))
    }

    /// What another partner does on the other side of a border counts though it stands alone behind a row.
    @Test func acrossTheBorder() {
        let text =
            "Der lægges sten ud i Flensborg Fjord og i Limfjorden. På den tyske side dykker man i Egernførde Bugt."
        #expect(Self.regions(text, "da").contains("Egernførde Bugt"))
    }
}
