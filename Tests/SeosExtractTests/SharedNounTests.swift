import SeosExtract
import SeosModel
import Testing

/// Bodies that a noun in the plural names together.
@Suite struct SharedNounTests {
    private static func bodies(_ text: String, _ language: String) -> [String] {
        let facts = Analysis.facts(text, language)
        return facts.extraction.entities.filter { $0.kind == .organization }.map(\.name)
    }

    @Test(
        arguments: [
            ("pl", "Partnerami są gminy Lubawka i Kowary.", ["gmina Lubawka", "gmina Kowary"]),
            ("fi", "Mukana ovat Vaasan ja Oulun kaupungit.", ["Vaasan kaupunki", "Oulun kaupunki"]),
            ("fr", "Les communes de Briançon et de Gap sont partenaires.", ["commune de Briançon", "commune de Gap"]),
            ("sl", "Partnerji so občine Koper, Izola in Piran.", ["Občina Koper", "Občina Izola", "Občina Piran"]),
            ("sv", "Strömstads och Tanums kommuner deltar.", ["Strömstads kommun", "Tanums kommun"]),
            ("nb", "Kommunene Halden og Aremark er partnere.", ["Halden kommune", "Aremark kommune"]),
            ("de", "Partner sind die Städte Passau und Schärding.", ["Stadt Passau", "Stadt Schärding"]),
            (
                "es", "Son socios los ayuntamientos de Zamora y León.",
                ["Ayuntamiento de Zamora", "Ayuntamiento de León"]
            ),
            ("hu", "Barcs és Siklós városok a partnerek.", ["Barcs város", "Siklós város"]),
            ("el", "Εταίροι είναι οι Δήμοι Χίου και Ρόδου.", ["Δήμος Χίου", "Δήμος Ρόδου"]),
            (
                "en", "Partners are the universities of Graz and Maribor.",
                ["University of Graz", "University of Maribor"]
            ),
        ] as [(String, String, [String])])
    func eachHasANameOfItsOwn(language: String, text: String, wanted: [String]) {
        let found = Self.bodies(text, language)
        #expect(wanted.allSatisfy(found.contains), "\(found)")
    }

    @Test(
        arguments: [
            ("pl", "Praca trwa w gminach Lubawka i Kowary.", "gmina Lubawka"),
            ("pl", "Wójt gminy Lubawka i Starostwo Powiatowe pomogły.", "gmina Starostwo"),
            ("de", "Die Gemeinden Umwelt und Tourismus gibt es nicht.", "Gemeinde Umwelt"),
        ])
    func placesAndOtherBodiesAreNotTakenApart(language: String, text: String, unwanted: String) {
        #expect(!Self.bodies(text, language).contains(unwanted))
    }
}
