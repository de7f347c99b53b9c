import SeosModel
import Testing

/// Newsletters and notes in plain text, whose titles are no headings.
@Suite struct ProjectCaptionTests {
    private func names(_ facts: Facts) -> [String] {
        facts.extraction.entities.filter { $0.kind == .project }.map(\.name)
    }

    private static let first =
        "Lead partner: University of Limerick\nTotal budget: €800,000\nPeriod: 01.03.2022 – 31.08.2024"
    private static let second =
        "Lead partner: Cork City Council\nTotal budget: €60,000\nPeriod: 01.09.2023 – 31.08.2025"

    @Test(arguments: [
        ("* Quiet river *", "* Warm classroom *"), ("**Quiet river**", "**Warm classroom**"),
        ("a) „Quiet river” (IE-171)", "b) „Warm classroom”"),
        (
            "--------------------\nQuiet river     (LIFE)\n--------------------",
            "--------------------\nWarm classroom     (Erasmus+)\n--------------------"
        ),
        (">> Quiet river (Creative Europe)", ">> Warm classroom (Erasmus+, KA220)"),
    ])
    func linesThatAreSetOffHeadProjects(one: String, two: String) {
        let facts = Analysis.facts("News of the county\n\n\(one)\n\(Self.first)\n\n\(two)\n\(Self.second)\n", "en")
        #expect(names(facts) == ["Quiet river", "Warm classroom"])
        #expect(facts.partners == ["lead University of Limerick IE", "lead Cork City Council IE"])
    }

    @Test func aProgrammeInBracketsShowsWhatAHeadingNames() {
        let facts = Analysis.facts(
            """
            <html lang="pl"><body><h1>Wiadomości z gminy</h1><h2>Cicha rzeka (LIFE)</h2>
            <p>Partner wiodący: Gmina Tczew</p><p>Budżet całkowity: 800 000 euro</p>
            <h2>Ciepła klasa (Erasmus+)</h2><p>Partner wiodący: Uniwersytet Gdański</p>
            <p>Budżet całkowity: 60 000 euro</p></body></html>
            """, "pl")
        #expect(names(facts) == ["Cicha rzeka", "Ciepła klasa"])
    }

    @Test func wordsInBoldAboveOtherNewsAreNoProjects() {
        let facts = Analysis.facts(
            """
            The project “First Step Ahead” is led by the University of Limerick.

            **Opening hours**
            The office is open from 9 to 17.

            **New stamps**
            They cost €2 each.
            """, "en")
        #expect(names(facts) == ["First Step Ahead"])
    }

    @Test func labelsInBoldAreNoProjects() {
        let facts = Analysis.facts(
            """
            Project acronym: QUIETRIVER

            **Lead partner**
            University of Limerick

            **Total budget**
            €800,000 from LIFE since 2023
            """, "en")
        #expect(names(facts) == ["QUIETRIVER"])
    }

    @Test func aTableOfProjectsNeedsNoHeaderThatSaysProject() {
        let facts = Analysis.facts(
            """
            <html lang="nb"><body><h1>Oversikt</h1><table>
            <tr><th>Navn</th><th>Søker / andre</th><th>Ordning</th><th>Tidsrom</th></tr>
            <tr><td>Unge Stemmer</td><td>Steinkjer kommune, Frøya kommune, Gmina Tczew (Polen)</td><td>Erasmus+</td>
            <td>2023–2025</td></tr>
            <tr><td>Stille Havn</td><td>Frøya kommune</td><td>LIFE</td><td>2024–2027</td></tr></table></body></html>
            """, "nb")
        #expect(names(facts) == ["Unge Stemmer", "Stille Havn"])
        #expect(facts.partners.contains("lead Steinkjer kommune NO"))
        #expect(facts.partners.contains("partner Gmina Tczew PL"))
    }

    @Test func aTableOfPartnersAndTheirSharesIsNoneOfProjects() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p><table>
            <tr><th>Partner</th><th>Budget</th><th>Task</th></tr>
            <tr><td>Cork City Council</td><td>€120,000</td><td>Maps</td></tr>
            <tr><td>University of Limerick</td><td>€90,000</td><td>Tests</td></tr></table></body></html>
            """, "en")
        #expect(names(facts) == ["QUIETRIVER"])
    }
}
