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

    @Test func whatThePagePutsInBracketsHoldsForTheBodiesOfTheTown() {
        let facts = Analysis.facts(
            "<html lang=\"es\"><body><h1>MESAABIERTA</h1><p>Proyecto MESAABIERTA: vecinos de Kőszeg (Hungría) y de"
                + " Valfosca (Francia) comen juntos en la plaza del pueblo durante cuatro días de julio.</p><p>El Ayuntamiento"
                + " de Fermoselle coordina el proyecto MESAABIERTA, en el que son socios el Ayuntamiento de Kőszeg y el"
                + " municipio de Valfosca.</p></body></html>", "es")
        #expect(facts.partners.contains { $0.hasSuffix("Ayuntamiento de Kőszeg HU") }, "\(facts.partners)")
        #expect(facts.partners.contains { $0.hasSuffix("municipio de Valfosca FR") }, "\(facts.partners)")
    }

    @Test func theAdjectiveBeforeANameHoldsWhereTheNameStandsAlone() {
        let facts = Analysis.facts(
            "<html lang=\"pl\"><body><h1>SZKŁOBRZEG</h1><p>Projekt SZKŁOBRZEG prowadzi Muzeum Szkła w Krośnie. Naszym partnerem"
                + " jest czeskie miasto Desná.</p><p>W projekcie SZKŁOBRZEG współpracuje z nami miasto Desná oraz szkoła.</p>"
                + "</body></html>", "pl")
        #expect(!facts.partners.contains { $0.hasSuffix("Desná UA") }, "\(facts.partners)")
    }

    @Test func theCurrencyOfACountryTellsOfNoBody() {
        let facts = Analysis.facts(
            "<html lang=\"da\"><body><h1>STILLEHAVN</h1><p>Projektet STILLEHAVN ledes af Aalborg Universitet. Staten giver 1,1"
                + " mio. norske kroner, mens partneren Fonden Grøn Bølge selv giver resten.</p></body></html>", "da")
        #expect(!facts.partners.contains { $0.contains("Grøn Bølge") && $0.hasSuffix("NO") }, "\(facts.partners)")
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

    @Test func theAdjectiveInFrontOfAllTellsOfTheName() {
        let facts = Analysis.facts(
            page("<p>Partners: Irish Georgian Society, Kerry County Council</p>"), "en")
        #expect(facts.partners.contains { $0.hasSuffix("Irish Georgian Society IE") })
    }

    @Test func aCountysLongNameTellsOnAPageOfAnotherLanguage() {
        let facts = Analysis.facts(
            "<html lang=\"da\"><body><h1>STILLEHAVN</h1><p>Akronym: STILLEHAVN</p><p>Partnere: Kreis Nordfriesland, Tønder Kommune</p></body></html>",
            "da")
        #expect(facts.partners.contains { $0.hasSuffix("Kreis Nordfriesland DE") })
        #expect(facts.partners.contains { $0.hasSuffix("Tønder Kommune DK") })
    }

    @Test func wellKnownBodiesAreAtHomeWhateverPageNamesThem() {
        let facts = Analysis.facts(
            "<html lang=\"nl\"><body><h1>SLIKWEIDE</h1><p>Het project SLIKWEIDE wordt geleid door het Waterschap Veldbeek."
                + " Partners zijn Deltares, Boerenbond, NTNU en Stichting Rise Veldbeek.</p></body></html>", "nl")
        #expect(facts.partners.contains { $0.hasSuffix("Deltares NL") }, "\(facts.partners)")
        #expect(facts.partners.contains { $0.hasSuffix("Boerenbond BE") }, "\(facts.partners)")
        #expect(facts.partners.contains { $0.hasSuffix("NTNU NO") }, "\(facts.partners)")
        #expect(!facts.partners.contains { $0.contains("Rise") && $0.hasSuffix("SE") }, "\(facts.partners)")
    }

    @Test func townsAcrossTheBorderAreKnownByTheNamesOfTheLanguage() {
        let facts = Analysis.facts(
            "<html lang=\"bg\"><body><h1>Занаяти край Тимок</h1><p>Водещ партньор по проект „Занаяти край Тимок“ е Община"
                + " Белоградчик, а партньор е Народен музей Зайчар.</p></body></html>", "bg")
        #expect(facts.partners.contains { $0.contains("Зайчар") && $0.hasSuffix("RS") }, "\(facts.partners)")
        #expect(!facts.partners.contains { $0.contains("Белоградчик") && $0.hasSuffix("RS") }, "\(facts.partners)")
    }
}
