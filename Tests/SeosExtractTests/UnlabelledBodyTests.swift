import SeosModel
import Testing

/// Lists of bodies that no known label governs: codes in a column, countries as headings, words nobody listed.
@Suite struct UnlabelledBodyTests {
    private func table(_ rows: [[String]]) -> String {
        let lines = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
        return "<html><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p><table>\(lines)</table></body></html>"
    }

    @Test(arguments: [("LP", "P2", "P3", "AP"), ("VP", "PP2", "PP3", "APP"), ("GB", "B2", "B3", "AB")])
    func codesSayWhoLeads(lead: String, two: String, three: String, associated: String) {
        let facts = Analysis.facts(
            table([
                ["No.", "Who", "Sum"], [lead, "Cork City Council", "€120,000"], [two, "Lofoten Tang", "€90,000"],
                [three, "University of Limerick", "€80,000"], [associated, "Argyll Harbours Trust", "–"],
                ["", "Total", "€290,000"],
            ]), "en")
        #expect(
            facts.partners.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == [
                "lead Cork", "partner Lofoten", "partner University", "associated Argyll",
            ])
    }

    @Test func numbersOfWorkPackagesAreNoCodes() {
        let facts = Analysis.facts(
            table([
                ["1", "Maps of the river", "2023"], ["2", "Visit to Cork City Council", "2024"],
                ["3", "Tests", "2025"],
            ]),
            "en")
        #expect(facts.partners == [])
    }

    @Test(arguments: [
        ("en", "Project acronym", "Lead partner", "Along for the ride", "Austria", "Greece"),
        ("bg", "Акроним", "Водещ партньор", "в компанията на", "Австрия", "Гърция"),
        ("is", "Skammstöfun", "Leiðandi aðili", "Með í för", "Austurríki", "Grikkland"),
    ])
    func bodiesBelowTheLeadArePartners(
        tag: String, acronym: String, lead: String, others: String, one: String, two: String
    ) {
        let facts = Analysis.facts(
            """
            \(acronym): QUIETRIVER

            - \(lead): Cork City Council
            - \(others): Verein Lebende Wiesen (\(one)), Kalamata Agri-Coop (\(two))
            """, tag)
        #expect(facts.partners.contains { $0.hasPrefix("lead Cork City Council") })
        #expect(facts.partners.contains("partner Verein Lebende Wiesen AT"))
        #expect(facts.partners.contains("partner Kalamata Agri-Coop GR"))
        #expect(facts.partners.count == 3)
    }

    @Test func thoseWhoPayOrReportAreNoPartners() {
        let facts = Analysis.facts(
            """
            Project acronym: QUIETRIVER

            - Lead partner: Cork City Council
            - Co-financed by: Argyll County Council, Kilkenny County Council (Ireland)
            - Photos: Limerick Photo Museum, University of Limerick
            - Questions: what is next
            """, "en")
        #expect(facts.partners == ["lead Cork City Council IE"])
    }

    @Test func countriesHeadRowsOfBodies() {
        let facts = Analysis.facts(
            """
            <html lang="cs"><body><h1>Projekt QUIETRIVER</h1><p>Akronym: QUIETRIVER</p>
            <h2>Česko</h2><p>Statutární město Znojmo</p><h2>Slovinsko</h2><p>Mestna občina Ptuj</p></body></html>
            """, "cs")
        #expect(facts.partners == ["partner Statutární město Znojmo CZ", "partner Mestna občina Ptuj SI"])
    }

    /// The word for a municipality ends a name, and is no label for the regions below it.
    @Test(
        arguments: [
            ("sv", "Samordnare", "Projektpartner", "Strömstads kommun", "Tångviks Algodling AB"),
            ("da", "Leadpartner", "Projektpartnere", "Tønder Kommune", "Tangviks Algeavl ApS"),
            ("nb", "Prosjekteier", "Partnere", "Dønna kommune", "Stiftelsen Tangviksbåten"),
        ])
    func aMunicipalityInAListIsNoLabel(tag: String, lead: String, label: String, body: String, next: String) {
        let facts = Analysis.facts(
            """
            <html lang="\(tag)"><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p><h2>\(lead)</h2><p>Cork City Council</p><h2>\(label)</h2>
            <p>\(body)</p><p>\(next)</p></body></html>
            """, tag)
        #expect(facts.partners.contains { $0.hasPrefix("partner \(body)") }, "\(facts.partners)")
        #expect(facts.partners.contains { $0.hasPrefix("partner \(next)") }, "\(facts.partners)")
        #expect(!facts.extraction.claims.contains { $0.property == .region })
    }

    /// A body with its country behind a comma or in a bracket names no group of bodies.
    @Test func aBodyWithItsCountryHeadsNoGroup() {
        let facts = Analysis.facts(
            """
            <html lang="fi"><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p><h2>Hankkeen vetäjä</h2><p>Luonnonvarakeskus</p>
            <h2>Muut toteuttajat</h2><p>Sveriges Algförbund, Ruotsi</p><p>Poroliiton yhdistys, Suomi</p></body></html>
            """, "fi")
        #expect(facts.partners.contains { $0.hasPrefix("partner Sveriges Algförbund") }, "\(facts.partners)")
        #expect(facts.partners.contains { $0.hasPrefix("partner Poroliiton yhdistys") }, "\(facts.partners)")
    }

    @Test func aCountryAloneHeadsAGroup() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p><h2>Partners</h2><p>Estonia</p><p>University of Tartu</p>
            <p>Ireland</p><p>Lofoten Tang</p></body></html>
            """, "en")
        #expect(facts.partners == ["partner University of Tartu EE", "partner Lofoten Tang IE"])
    }

    /// Countries behind a comma, a task in a long bracket and a word in front: items of a list that nobody headed.
    @Test func bodiesBelowWordsThatNobodyListed() {
        let facts = Analysis.facts(
            """
            <html lang="et"><body><h1>QUIETRIVER</h1><p>Projekti lühend: QUIETRIVER</p><p>Paadis istuvad:</p><ul>
            <li>Hangon Majakka, Soome</li><li>helistuudio OÜ Kajakas ja Pojad, Kärdla</li>
            <li>Tartu Ülikool (mereinstituut, mis mõõdab vee selgust ja soolsust)</li></ul></body></html>
            """, "et")
        #expect(facts.partners.contains("partner Hangon Majakka FI"), "\(facts.partners)")
        #expect(facts.partners.contains { $0.hasPrefix("partner OÜ Kajakas ja Pojad") }, "\(facts.partners)")
        #expect(facts.partners.contains { $0.hasPrefix("partner Tartu Ülikool") }, "\(facts.partners)")
    }

    @Test func wordsAndCodesShareAColumn() {
        let facts = Analysis.facts(
            table([
                ["Who", "For", "Role"], ["Ms Byrne", "Cork City Council", "lead beneficiary"],
                ["Mr Oja", "University of Tartu", "PP2"], ["Ms Aho", "Kemi Town Council", "PP3"],
                ["Mr Rask", "University of Bergen", "PP4"],
            ]), "en")
        #expect(facts.partners.count == 4, "\(facts.partners)")
        #expect(facts.partners.first?.hasPrefix("lead Cork City Council") == true)
    }

    /// Beside a column of leads, the bodies of another column are partners, whatever heads it.
    @Test(arguments: [("With", 3), ("Paid for by", 0)])
    func theColumnBesideTheLeadsHoldsPartners(header: String, count: Int) {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>Our projects</h1><table>
            <tr><th>Project</th><th>Lead</th><th>\(header == "With" ? "With" : "Funded by")</th><th>Grant</th></tr>
            <tr><td>QUIETRIVER</td><td>Cork City Council</td><td>University of Tartu; Kemi Town Council</td>
            <td>€120,000</td></tr>
            <tr><td>SLOWHARBOUR</td><td>University of Limerick</td><td>University of Bergen</td><td>€90,000</td></tr>
            </table></body></html>
            """, "en")
        #expect(facts.partners.filter { $0.hasPrefix("partner") }.count == count, "\(facts.partners)")
    }

    /// Who built something under "Partners" was paid for it.
    @Test func thoseWhoBuiltAreNoPartners() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p><h2>Partners</h2><p>Along with Cork City Council the University of
            Limerick and the University of Tartu walk the river every spring and write down what they see there. The
            shelters were built by Corrib Timber Frames Ltd.</p></body></html>
            """, "en")
        #expect(facts.partners.contains { $0.hasPrefix("partner University of Tartu") }, "\(facts.partners)")
        #expect(!facts.partners.contains { $0.contains("partner Corrib") }, "\(facts.partners)")
    }

    /// A verb for a role makes a line under "Partners" a sentence, whose bodies are read as those of prose.
    @Test func aSentenceUnderALabelIsNoName() {
        let facts = Analysis.facts(
            """
            <html lang="de"><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p><h2>Partner</h2><ul><li>Universität Passau</li>
            <li>Stadt Hauzenberg</li></ul><p>Lead-Partner des Vorhabens ist die Universität Graz.</p></body></html>
            """, "de")
        #expect(!facts.partners.contains { $0.contains("Vorhabens") }, "\(facts.partners)")
        #expect(facts.partners.contains { $0.hasPrefix("partner Universität Passau") })
    }

    /// "Applicant: … / Participants: …" in one cell.
    @Test func labelsInsideACellSayTheRoles() {
        let facts = Analysis.facts(
            """
            <html lang="hr"><body><h1>Projekti</h1><table><tr><th>Projekt</th><th>Prijavitelj i sudionici</th>
            <th>Vrijednost</th></tr><tr><td>QUIETRIVER</td><td>Prijavitelj: Grad Glina<br>Sudionici: Općina Ravno (BA),
            Opština Bar (ME)</td><td>120.000,00 EUR</td></tr><tr><td>SLOWHARBOUR</td><td>Prijavitelj: Općina Goričan<br>
            Sudionici: Grad Slunj (HR), Opština Kotor (ME)</td><td>90.000,00 EUR</td></tr></table></body></html>
            """, "hr")
        #expect(
            facts.partners.map { $0.split(separator: " ").prefix(3).joined(separator: " ") }.sorted()
                == [
                    "lead Grad Glina", "lead Općina Goričan", "partner Grad Slunj", "partner Opština Bar",
                    "partner Opština Kotor", "partner Općina Ravno",
                ].sorted(), "\(facts.partners)")
    }

    /// A few words and a colon behind a full stop open the rest of a list.
    @Test func wordsBetweenTheLeadAndTheOthersAreNoName() {
        let facts = Analysis.facts(
            """
            Project: QUIETRIVER
            Coordinator: NTNU (Trondheim). The rest: University of Galway (Ireland), Kemi Town Council (Finland)
            """, "en")
        #expect(facts.partners.contains { $0.hasSuffix("University of Galway IE") }, "\(facts.partners)")
        #expect(!facts.partners.contains { $0.contains("The rest") }, "\(facts.partners)")
    }

    /// A line of a list that stands alone and has capitals looks like a heading.
    @Test func aBodyThatLooksLikeAHeadingStaysInItsList() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p><h2>Partners</h2><p>Cork City Council</p><h2>University of Tartu</h2>
            <p>Kemi Town Council</p><h2>Aims</h2><p>Clean water.</p></body></html>
            """, "en")
        #expect(facts.partners.contains { $0.hasPrefix("partner University of Tartu") }, "\(facts.partners)")
        #expect(facts.partners.contains { $0.hasPrefix("partner Kemi Town Council") }, "\(facts.partners)")
    }

    /// Postcodes below the names of a list are addresses.
    @Test func aPostcodeIsNoName() {
        let facts = Analysis.facts(
            """
            <html lang="da"><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p><h2>Projektpartnere</h2><p>Tønder Kommune</p><p>DK-6270 Tønder</p>
            <p>Syddansk Universitet</p><p>DK-5230 Odense M</p></body></html>
            """, "da")
        #expect(facts.partners.count == 2, "\(facts.partners)")
    }

    /// Who has a share of the money takes part, where nothing else says so.
    @Test func whoHasAShareTakesPart() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>Project QUIETRIVER</h1><p>The project QUIETRIVER is led by Cork City Council and
            costs €900,000. The University of Tartu has a budget of €120,000.</p></body></html>
            """, "en")
        #expect(facts.partners.contains { $0.hasPrefix("partner University of Tartu") }, "\(facts.partners)")
    }
}
