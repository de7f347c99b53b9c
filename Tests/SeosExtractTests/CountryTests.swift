import Testing

/// Where a body is from, by the words around its name.
@Suite struct CountryTests {
    private func page(_ body: String) -> String {
        "<html lang=\"en\"><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p>\(body)</body></html>"
    }

    @Test func theSeatBehindANameTellsOfItAlone() {
        let facts = Analysis.facts(
            page(
                "<p>The project QUIETRIVER is led by the University of Limerick together with Sjøspråk AS from Norway,"
                    + " Mulgi Foundation (Estonia) and Kerry County Council.</p>"), "en")
        #expect(facts.partners.contains("partner Sjøspråk AS NO"))
        #expect(facts.partners.contains("partner Mulgi Foundation EE"))
        #expect(!facts.partners.contains { $0.hasPrefix("partner Kerry") && $0.hasSuffix("EE") })
    }

    @Test func aCountryInFrontTellsOfTheBodiesOfItsList() {
        let facts = Analysis.facts(
            "<html lang=\"da\"><body><h1>STILLEHAVN</h1><p>Projektet STILLEHAVN ledes af Aalborg Universitet. Fra Sverige"
                + " deltager foreningen Sluk Lyset og Kattegat Fonden, fra Polen Fundacja Morze.</p></body></html>",
            "da")
        #expect(facts.partners.contains { $0.hasPrefix("lead Aalborg Universitet") && $0.hasSuffix("DK") })
        #expect(facts.partners.contains { $0.hasSuffix("Kattegat Fonden SE") })
        #expect(facts.partners.contains { $0.hasSuffix("Fundacja Morze PL") })
    }

    @Test func theSideOfTheBorderTellsToo() {
        let facts = Analysis.facts(
            page(
                "<p>The project QUIETRIVER is led by the University of Limerick. On the Polish side, the Green Bridge"
                    + " Foundation takes part.</p>"), "en")
        #expect(facts.partners.contains { $0.hasSuffix("Green Bridge Foundation PL") })
    }

    @Test func twoCountriesInOneBreathTellNothing() {
        let facts = Analysis.facts(
            page(
                "<p>The project QUIETRIVER is led by the University of Limerick. Between Estonia and Latvia the Green"
                    + " Bridge Foundation takes part.</p>"), "en")
        #expect(facts.partners.contains { $0.contains("Green Bridge Foundation") })
        #expect(!facts.partners.contains { $0.hasSuffix("Green Bridge Foundation LV") })
    }

    @Test func lettersAreOfNoLanguage() {
        let facts = Analysis.facts(
            "<html lang=\"sv\"><body><h1>STILLA VIKEN</h1><p>Projektet STILLA VIKEN leds av Umeå universitet tillsammans med"
                + " NTNU och Luleå kommun.</p></body></html>", "sv")
        #expect(!facts.partners.contains { $0.hasSuffix("NTNU HR") })
        #expect(facts.partners.contains { $0.hasSuffix("Luleå kommun SE") })
    }

    @Test func bodiesOfIslandsWithACodeAreOfTheirState() {
        let facts = Analysis.facts(
            page(
                "<h2>Partners</h2><ul><li>University of Limerick (Ireland)</li><li>Ålands landskapsregering (AX)</li>"
                    + "</ul>"), "en")
        #expect(facts.partners.contains { $0.hasPrefix("partner Ålands landskapsregering") && $0.hasSuffix("FI") })
    }

    @Test func aCodeAloneInItsCellTellsOfTheRow() {
        let facts = Analysis.facts(
            page(
                "<h2>Partners</h2><table><tr><th>Organisation</th><th>Country</th><th>Budget</th></tr>"
                    + "<tr><td>University of Limerick</td><td>IE</td><td>72 500 €</td></tr>"
                    + "<tr><td>Universidade da Beira Interior</td><td>PT</td><td>51 250 €</td></tr>"
                    + "<tr><td>Kerry Skillnet Foundation</td><td>NL</td><td>42 000 €</td></tr></table>"), "en")
        #expect(facts.partners.contains { $0.hasSuffix("Universidade da Beira Interior PT") })
        #expect(facts.partners.contains { $0.hasSuffix("Kerry Skillnet Foundation NL") })
    }
}
