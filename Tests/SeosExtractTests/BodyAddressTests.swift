import Testing

/// Addresses behind the names of bodies, and the line that ends a list of them.
@Suite struct BodyAddressTests {
    private static let openings = [
        "fi": "Hankkeen nimi: Vihreä tie", "da": "Projektets navn: Grøn vej", "cs": "Název projektu: Zelená cesta",
        "it": "Nome del progetto: Via verde", "lt": "Projekto pavadinimas: Žalias kelias",
        "et": "Projekti nimi: Roheline tee", "mt": "Isem il-proġett: Triq ħadra", "en": "Project name: Green Way",
    ]

    private func page(_ tag: String, _ lines: String...) -> String {
        ([Self.openings[tag] ?? ""] + lines).joined(separator: "\n") + "\n"
    }

    @Test(arguments: [
        ("fi", "Päätoteuttaja: Inarin kunta, Piiskuntie 2, 99870 Inari", "Inarin kunta"),
        ("da", "Leadpartner: Region Nordjylland, Niels Bohrs Vej 30, 9220 Aalborg", "Region Nordjylland"),
        ("cs", "Žadatel: Mikroregion Horácko, Rouchovany", "Mikroregion Horácko"),
        ("it", "Capofila: Comune di Dronero, via Giolitti 47, Dronero", "Comune di Dronero"),
        ("lt", "Pagrindinis partneris: Zarasų rajono savivaldybė, Sėlių a. 22, Zarasai", "Zarasų rajono savivaldybė"),
        ("et", "Juhtpartner: Räpina Vallavalitsus, Pargi 1, Räpina linn, 64504 Põlva maakond", "Räpina Vallavalitsus"),
    ])
    func anAddressIsNoPartOfTheName(tag: String, line: String, body: String) {
        let facts = Analysis.facts(page(tag, line), tag)
        #expect(facts.partners.count == 1)
        #expect(facts.partners.first?.hasPrefix("lead \(body) ") == true)
        #expect(facts.partners.first?.contains(",") == false)
    }

    @Test func aFacultyIsAPartOfItsUniversity() {
        let facts = Analysis.facts(page("cs", "Vedoucí partner: Univerzita Hradec, Fakulta informatiky"), "cs")
        #expect(facts.partners.contains { $0.contains("Fakulta informatiky") })
    }

    @Test(arguments: [
        ("lt", "Partneriai: Gmina Sejny (PL); Alytaus kolegija", "Pirmoji konferencija: Kaunas, Žalgirio arena"),
        ("mt", "Imsieħba: Università ta' Palermo; Għaqda Għawdxija", "Laqgħa tal-bidu: Trapani, Sqallija"),
        ("et", "Partnerid: Tartu Ülikool; Võru Vallavalitsus", "Leht uuendatud 11.10.2024, järgmine kevadel"),
    ])
    func aLineWithALabelOfItsOwnIsNoPartner(tag: String, list: String, line: String) {
        #expect(Analysis.facts(page(tag, list, line), tag).partners.count == 2)
    }

    @Test func numberedPartnersGoOn() {
        let facts = Analysis.facts(page("en", "Partners: University of Limerick", "PP3: Kilkenny County Council"), "en")
        #expect(facts.partners.contains { $0.contains("Kilkenny County Council") })
    }
}
