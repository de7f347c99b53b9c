import SeosModel
import Testing

/// Places told by the names of bodies, streets, hyphens and what stands outside the content.
@Suite struct TownsOfBodiesTests {
    private static func places(_ text: String, _ language: String) -> [String] {
        Analysis.facts(text, language).extraction.mentions.filter { $0.kind == .region }.map(\.quote)
    }

    @Test(arguments: [
        (
            "hr",
            "Brezinje, Slatina i Maribor za istim stolom\n\nProjekt „Zeleni trag” počeo je 2023. U njemu sudjeluje Općina Brezinje.",
            "Brezinje"
        ),
        (
            "es",
            "Vallemansa acoge el encuentro del proyecto «Mesa común».\n\nEs socio el Municipio de Vallemansa.",
            "Vallemansa"
        ),
        (
            "bg", "Брезовица ще почисти брега.\n\nПроектът „Тихи води“ се изпълнява от Община Брезовица и Община Русе.",
            "Брезовица"
        ),
        (
            "nb", "Storlia er med i prosjektet «Ull og fjell».\n\nPartnere er Storlia kommune og Museet i Røros.",
            "Storlia"
        ),
    ])
    func aMunicipalitysNameMakesTheBareWordATown(language: String, text: String, town: String) {
        #expect(Self.places(text, language).contains(town))
    }

    @Test func otherBodiesMakeNoTownOfAWord() {
        let found = Self.places("Vallemansa gana.\n\nEs socia la Fundación Vallemansa.", "es")
        #expect(!found.contains("Vallemansa"))
    }

    @Test(arguments: [
        ("lv", "Rīgas iela 4, tālrunis 6000000"), ("lt", "Vilniaus g. 12"), ("fr", "12 rue de Metz"),
        ("pt", "Rua do Porto 12"), ("pl", "ul. Lublin 3"), ("ro", "str. București 4"),
    ])
    func aStreetIsNoPlace(language: String, text: String) {
        #expect(Self.places(text, language) == [])
    }

    @Test(arguments: [
        ("nl", "De boeren uit Nieuw-Amsterdam en Kerkrade-West doen mee.", "Kerkrade-West"),
        ("fr", "La frayère de Mortagne-du-Nord sera finie.", "Mortagne-du-Nord"),
        ("de", "Gemessen wird an der Matsalu-Bucht in Estland.", "Matsalu-Bucht"),
    ])
    func aHyphenMakesAnotherPlace(language: String, text: String, whole: String) {
        let found = Self.places(text, language)
        #expect(found.contains(whole), "\(found)")
        #expect(!found.contains { whole.hasPrefix($0 + "-") })
    }

    @Test func twoKnownPlacesAreTwo() {
        #expect(Self.places("Vlak vozí na trati Brno-Ostrava.", "cs").contains("Ostrava"))
    }

    @Test func theFootOfThePageNamesPlacesToo() {
        let page = """
            <html lang="nl"><body><main><h1>Project Zilte Kust</h1><p>Het project Zilte Kust begon in 2023.</p></main>
            <footer><p>Marktplein 2, 4301 AB Zierikzee</p></footer></body></html>
            """
        #expect(Self.places(page, "nl").contains("Zierikzee"))
    }

    @Test func aTownThatFillsACell() {
        let page = """
            <html lang="de"><body><main><h1>Projekt Moorwasser</h1><table>
            <tr><th>Einrichtung</th><th>Sitz</th><th>Aufgabe</th></tr>
            <tr><td>Landkreis Emsland</td><td>Meppen</td><td>Federführung</td></tr>
            <tr><td>Stichting Veenland</td><td>Emmen</td><td>Umweltbildung</td></tr></table></main></body></html>
            """
        let found = Self.places(page, "de")
        #expect(found.contains("Meppen") && found.contains("Emmen"), "\(found)")
    }

    @Test(arguments: [
        ("bg", "Проектът „Занаяти“ започна. Много деца и младежи от област Видин дойдоха.", "област Видин"),
        ("es", "El proyecto «Mesa» empezó. Vinieron muchos jóvenes de la provincia de Burgos.", "provincia de Burgos"),
        ("pl", "Projekt „Izba” trwa. Przyszło wielu młodych z gminy Komańcza.", "gminy Komańcza"),
    ])
    func aTerritoryThatIsNoBodyIsAPlace(language: String, text: String, place: String) {
        #expect(Self.places(text, language).contains(place))
    }

    @Test func aTownOfALongerNameIsNotThatTown() {
        let found = Self.places(
            "Orihuela del Páramo gana.\n\nEl proyecto «Cañada» es del Ayuntamiento de Orihuela del Páramo.", "es")
        #expect(!found.contains("Orihuela"), "\(found)")
    }

    @Test func theBareNameIsAnAliasOfAPlaceWithItsNoun() {
        let facts = Analysis.facts("O projeto decorre na ilha de Tessalim. O projeto «Mar» começou em 2023.", "pt")
        let place = facts.extraction.entities.first { $0.kind == .region }
        #expect(place.map { $0.aliases + [$0.name] }?.contains("Tessalim") == true)
    }
}
