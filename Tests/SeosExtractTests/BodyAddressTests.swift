import Testing

/// Addresses behind the names of bodies, and the line that ends a list of them.
@Suite struct BodyAddressTests {
    private func page(_ lines: String...) -> String {
        "<html><body><h1>QUIETRIVER</h1><p>Acronym: QUIETRIVER</p>"
            + lines.map { "<p>\($0)</p>" }.joined() + "</body></html>"
    }

    @Test(arguments: [
        ("fi", "Päätoteuttaja: Inarin kunta, Piiskuntie 2, 99870 Inari", "Inarin kunta"),
        ("da", "Leadpartner: Region Nordjylland, Niels Bohrs Vej 30, 9220 Aalborg", "Region Nordjylland"),
        ("cs", "Žadatel: Mikroregion Horácko, Rouchovany", "Mikroregion Horácko"),
        ("it", "Capofila: Comune di Dronero, via Giolitti 47, Dronero", "Comune di Dronero"),
        ("lt", "Pagrindinis partneris: Zarasų rajono savivaldybė, Sėlių a. 22, Zarasai", "Zarasų rajono savivaldybė"),
        ("et", "Juhtpartner: Räpina Vallavalitsus, Kooli 1, Räpina linn, 64504 Põlva maakond", "Räpina Vallavalitsus"),
    ])
    func anAddressIsNoPartOfTheName(tag: String, line: String, body: String) {
        let facts = Analysis.facts(page(line), tag)
        #expect(facts.partners.count == 1)
        #expect(facts.partners.first?.hasPrefix("lead \(body) ") == true)
        #expect(facts.partners.first?.contains(",") == false)
    }

    @Test func aFacultyIsAPartOfItsUniversity() {
        let facts = Analysis.facts(page("Vedoucí partner: Univerzita Hradec, Fakulta informatiky"), "cs")
        #expect(facts.partners.contains { $0.contains("Fakulta informatiky") })
    }

    @Test(arguments: [
        ("lt", "Partneriai: Gmina Sejny (PL); Alytaus kolegija", "Pirmoji konferencija: Kaunas, Žalgirio arena"),
        ("mt", "Imsieħba: Università ta' Palermo; Għaqda Għawdxija", "Laqgħa tal-bidu: Trapani, Sqallija"),
        ("et", "Partnerid: Tartu Ülikool; Võru Vallavalitsus", "Leht uuendatud 11.10.2024, järgmine kevadel"),
    ])
    func aLineWithALabelOfItsOwnIsNoPartner(tag: String, list: String, line: String) {
        #expect(Analysis.facts(page(list, line), tag).partners.count == 2)
    }

    @Test func numberedPartnersGoOn() {
        let facts = Analysis.facts(page("Partners: University of Limerick", "PP3: Kilkenny County Council"), "en")
        #expect(facts.partners.contains { $0.contains("Kilkenny County Council") })
    }
}
