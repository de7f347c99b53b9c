import SeosDocuments
import SeosModel
import Testing

/// Columns set apart by spaces, and labels that only a style sheet sets apart from their values.
@Suite struct AlignedColumnsTests {
    private func cells(_ document: Document) -> [[String]] {
        document.blocks.filter { !$0.cells.isEmpty }.map { block in
            block.cells.map { $0.span.isEmpty ? "" : document.text[$0.span] }
        }
    }

    private func pairs(_ document: Document) -> [String] {
        document.blocks.compactMap { block in
            guard let label = block.label, let value = block.value else { return nil }
            return "\(document.text[label])=\(document.text[value])"
        }
    }

    @Test func columnsOfARecordArePairs() {
        let document = read(
            """
            OPERACIÓN

            Acrónimo                  RIOQUIETO
            Inicio (AAAA-MM)          2024-01
            Coste total ............. 2.418,75
            Ayuda ...                   362,81
            """, "a.txt")
        #expect(
            pairs(document) == [
                "Acrónimo=RIOQUIETO", "Inicio (AAAA-MM)=2024-01", "Coste total=2.418,75", "Ayuda=362,81",
            ])
        checkInvariants(document)
    }

    @Test func rowsHaveTheHeadersAboveThem() {
        let document = read(
            """
            Partners

            No  Body                            Country      Budget (EUR)
            1   Municipality of Quietport       Estonia        708 500,00
            2   University of the Hill          Latvia          15 250,00
            T1  Institute of Slow Rivers        Lithuania               -
            """, "a.txt")
        #expect(cells(document)[1] == ["1", "Municipality of Quietport", "Estonia", "708 500,00"])
        #expect(cells(document)[3] == ["T1", "Institute of Slow Rivers", "Lithuania", "-"])
        let headers = document.blocks.last?.cells.map { $0.header.map { document.text[$0] } }
        #expect(headers == ["No", "Body", "Country", "Budget (EUR)"])
        checkInvariants(document)
    }

    @Test func oneLineWithFiguresIsARow() {
        let document = read(
            "Partneři podle zemí\n\nRAKOUSKO\nStadtgemeinde Retz                241 900,00 EUR   (193 520,00 EUR)\n\n"
                + "Zelené střechy vyrostou v pěti městech a lidé je uvidí zblízka, jak řekl starosta.", "a.txt")
        #expect(cells(document) == [["Stadtgemeinde Retz", "241 900,00 EUR", "(193 520,00 EUR)"]])
        #expect(document.blocks.first { !$0.cells.isEmpty }?.role == .content)
    }

    @Test(arguments: [
        "Zprávy   Kultura   Sport   Krimi   Inzerce",
        "Nyheter   Sport   Kultur\nMeninger  Jobb    E-avis",
        "Published 3 June 2024   Updated 4 June",
        "The first sentence ends here.  The second one is longer and goes on to the end of\nthe line without any gap, as most lines do.  And a third follows it.",
    ]) func otherGapsAreNoColumns(text: String) {
        let document = read("Title of the page\n\n" + text + "\n\nA sentence that is long enough to be text.", "a.txt")
        #expect(cells(document) == [])
    }

    @Test func spansOfATemplateArePairs() {
        let document = read(
            """
            <html><body><h1>Quiet River</h1>
            <div class="card"><span class="k">Total cost</span><span class="v">EUR 1,938,400.00</span></div>
            <div class="card"><span class="k">Grant (80%)</span><span class="v">EUR 1,550,720.00</span></div>
            <div class="card"><span class="k">Partners</span><span class="v">Cork City Council<br>Quiet Trust</span></div>
            </body></html>
            """, "a.html")
        #expect(pairs(document) == ["Total cost=EUR 1,938,400.00", "Grant (80%)=EUR 1,550,720.00"])
        let lines = lines(document)
        #expect(lines.suffix(3) == ["Partners", "Cork City Council", "Quiet Trust"])
        checkInvariants(document)
    }

    @Test(arguments: [
        "<p><span class=\"c1\">The pro</span><span class=\"c2\">ject began</span></p>",
        "<p><span>We met in 2024.</span><span>It rained.</span></p>",
        "<div><span class=\"a\">Read</span><a href=\"/x\">More</a></div>",
        "<p>Led by <b>Cork</b><i>City</i></p>",
    ]) func spansOfWordProcessorsAreNone(block: String) {
        let document = read("<html><body><h1>Quiet River</h1>\(block)\(block)\(block)</body></html>", "a.html")
        #expect(pairs(document) == [])
    }
}
