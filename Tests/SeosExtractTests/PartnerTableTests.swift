import SeosModel
import Testing

/// Tables with a body in each row: told by what the columns hold, not by how their headers are worded.
@Suite struct PartnerTableTests {
    private func page(_ head: [String], _ rows: [[String]], name: String = "Project acronym: QUIETRIVER") -> String {
        func line(_ cells: [String], _ tag: String) -> String {
            "<tr>" + cells.map { "<\(tag)>\($0)</\(tag)>" }.joined() + "</tr>"
        }
        let table = (head.isEmpty ? "" : line(head, "th")) + rows.map { line($0, "td") }.joined()
        return "<html><body><h1>QUIETRIVER</h1><p>\(name)</p><table>\(table)</table></body></html>"
    }

    @Test func rolesStandInAColumnOfTheirOwn() {
        let facts = Analysis.facts(
            page(
                ["Organisation", "Country", "Role", "Grant"],
                [
                    ["Cork City Council", "Ireland", "Lead partner", "€120,000"],
                    ["Vágur Municipality", "Faroe Islands", "Partner", "€91,250"],
                    ["Argyll Harbours Trust", "United Kingdom", "Associated partner", "none"],
                ]), "en")
        #expect(
            facts.partners == [
                "lead Cork City Council IE", "partner Vágur Municipality FO", "associated Argyll Harbours Trust GB",
            ])
    }

    @Test(arguments: [
        (
            "el", "Φορέας", "Χώρα", "Ιδιότητα", "Δήμος Ιεράπετρας", "Ελλάδα", "Επικεφαλής εταίρος",
            "lead Δήμος Ιεράπετρας GR"
        ),
        (
            "de", "Einrichtung", "Land", "Rolle", "Universität Passau", "Deutschland", "Lead-Partner",
            "lead Universität Passau DE"
        ),
        ("et", "Asutus", "Riik", "Roll", "Tartu Ülikool", "Eesti", "Juhtpartner", "lead Tartu Ülikool EE"),
    ])
    func theWordsOfTheHeadersDoNotMatter(
        tag: String, body: String, country: String, role: String, name: String, state: String, lead: String,
        expected: String
    ) {
        let facts = Analysis.facts(
            page(
                [body, country, role], [[name, state, lead], ["Cork City Council", "Ireland", "Partner"]]), tag)
        #expect(facts.partners.first == expected)
        #expect(facts.partners.count == 2)
    }

    @Test func aColumnOfCountriesIsEnough() {
        let facts = Analysis.facts(
            page(
                ["Institution", "Country"],
                [["Cork City Council", "Ireland"], ["University of Tartu", "Estonia"]]), "en")
        #expect(facts.partners == ["partner Cork City Council IE", "partner University of Tartu EE"])
    }

    /// Who was paid for something is a supplier, as the header says.
    @Test func aTableOfContractsHasSuppliers() {
        let facts = Analysis.facts(
            page(
                ["Contract", "Contractor", "Value"],
                [
                    ["Catering", "Quayside Foods Ltd", "€4,200"], ["Printing", "Larne Press Ltd", "€1,150"],
                ]), "en")
        #expect(facts.partners == ["supplier Quayside Foods Ltd GB", "supplier Larne Press Ltd GB"])
    }

    @Test func aTableWithoutBodiesHasNoPartners() {
        let facts = Analysis.facts(
            page(
                ["Town", "Country", "Visitors"],
                [["Cork", "Ireland", "1,200"], ["Tartu", "Estonia", "800"]]), "en")
        #expect(facts.partners.isEmpty)
    }

    @Test func aLeadInWordsAmongCodes() {
        let facts = Analysis.facts(
            page(
                ["Who", "For", "Role in the project"],
                [
                    ["Ms Trautmann", "Rostock Port Development Company", "lead beneficiary"],
                    ["Mr Wierzba", "Cork City Council", "PP2"], ["Ms Lind", "University of Galway", "PP3"],
                ]), "en")
        #expect(
            facts.partners.first { $0.hasPrefix("lead") }?.hasPrefix("lead Rostock Port Development Company") == true)
        #expect(facts.partners.filter { $0.hasPrefix("partner") }.count == 2)
    }

    @Test func lettersWithTheirMeaning() {
        let facts = Analysis.facts(
            page(
                ["Organizacija", "Država", "Vloga"],
                [
                    ["Občina Cerknica", "Slovenija", "PP2"], ["Umweltbundesamt GmbH", "Avstrija", "LP (nosilec)"],
                    ["Grad Ogulin", "Hrvaška", "PP4"],
                ]), "sl")
        #expect(facts.partners.contains("lead Umweltbundesamt GmbH AT"))
    }

    /// "Financier | Amount": rows of who pays, not of partners.
    @Test(arguments: [
        (
            "sv", "Finansiär", "Belopp (kronor)", "Europeiska regionala utvecklingsfonden", "Region Dalarna",
            "Egen finansiering", "Totalt"
        ),
        (
            "en", "Funder", "Amount (EUR)", "European Regional Development Fund", "Department of Health", "Own funds",
            "Total"
        ),
        ("de", "Mittelgeber", "Betrag (Euro)", "EFRE", "Land Hessen", "Eigenmittel", "Summe"),
    ])
    func tablesTellWhoPays(
        language: String, funder: String, amount: String, fund: String, state: String, own: String, sum: String
    ) {
        let facts = Analysis.facts(
            page(
                [funder, amount],
                [[fund, "720 000"], [state, "310 000"], [own, "280 000"], [sum, "1 310 000"]]), language)
        let kinds = facts.amounts.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
        #expect(Set(kinds) == ["eu 720000", "national 310000", "own 280000", "total 1310000"])
        #expect(!facts.names(.funder).contains(sum))
    }
}
