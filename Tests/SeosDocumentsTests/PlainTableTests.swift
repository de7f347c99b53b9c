import SeosDocuments
import SeosModel
import Testing

/// Tables whose first row heads them though nothing marks it, and values that begin with a small letter.
@Suite struct PlainTableTests {
    @Test(arguments: [
        "<tr><td>№</td><td>Organisation</td><td>Budget, EUR</td></tr>",
        "<tr><td></td><td>Organizația</td><td>Suma alocată</td></tr>",
    ])
    func wordsAboveFiguresHeadATable(first: String) {
        let page = read(
            "<html><body><h1>Budget</h1><table>\(first)<tr><td>LP</td><td>City of Cork</td><td>512 400</td></tr>"
                + "<tr><td>P2</td><td>City of Galway</td><td>338 920</td></tr></table></body></html>")
        let rows = page.blocks.filter { $0.kind == .tableRow }
        #expect(rows.count == 3)
        #expect(rows.first?.cells.last?.isHeader == true)
        #expect(rows.last?.cells.last?.header == rows.first?.cells.last?.span)
        checkInvariants(page)
    }

    @Test(arguments: [
        // No column of figures.
        "<tr><td>LP</td><td>City of Cork</td><td>Ireland</td></tr><tr><td>P2</td><td>City of Bath</td><td>UK</td></tr>"
            + "<tr><td>P3</td><td>City of Turku</td><td>Finland</td></tr>",
        // Figures in the first row as well.
        "<tr><td>LP</td><td>City of Cork</td><td>512 400</td></tr><tr><td>P2</td><td>City of Bath</td><td>12 000</td></tr>"
            + "<tr><td>P3</td><td>City of Turku</td><td>44 000</td></tr>",
    ])
    func otherFirstRowsAreRows(rows: String) {
        let page = read("<html><body><h1>Partners</h1><table>\(rows)</table></body></html>")
        #expect(page.blocks.allSatisfy { block in block.cells.allSatisfy { $0.header == nil && !$0.isHeader } })
    }

    @Test func aSmallLetterBeginsAValueWhereTheTemplateIsKnown() {
        let page = read(
            """
            <html><body><h1>KYST</h1>
            <div class="r"><span class="k">Oppstart</span><span class="v">01.09.2024</span></div>
            <div class="r"><span class="k">Kostnadsramme</span><span class="v">1 184 700 euro</span></div>
            <div class="r"><span class="k">Norske midler</span><span class="v">kr 2 050 000</span></div></body></html>
            """)
        #expect(page.blocks.compactMap { $0.value.map { page.text[$0] } }.contains("kr 2 050 000"))
        checkInvariants(page)
    }

    @Test func wordsCutIntoSpansStayTogether() {
        let page = read(
            """
            <html><body><h1>KYST</h1><div class="r"><span class="k">Pro</span><span class="v">sjekt</span></div>
            <div class="r"><span class="k">Kyst</span><span class="v">kultur</span></div></body></html>
            """)
        #expect(lines(page).contains("Prosjekt"))
        #expect(lines(page).contains("Kystkultur"))
    }
}
