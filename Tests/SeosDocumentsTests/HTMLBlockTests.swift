import SeosDocuments
import SeosModel
import Testing

@Suite struct HTMLBlockTests {
    @Test func keepsStructureOfAProjectPage() {
        let page = read(
            """
            <!doctype html><html lang="et"><head><title>RESIST &ndash; projekt</title></head><body>
            <h1>RESIST</h1><p>Projekti <b>periood:</b> 2023&nbsp;&ndash;&nbsp;2027</p>
            <ul><li>Tallinn<ul><li>Kesklinn</ul><li>V&otilde;ru</ul></body></html>
            """)
        #expect(page.title == "RESIST – projekt")
        #expect(page.language == "et")
        #expect(
            lines(page) == ["RESIST", "Projekti periood: 2023\u{A0}–\u{A0}2027", "Tallinn", "Kesklinn", "Võru"])
        #expect(
            page.blocks.map(\.kind) == [
                .heading(level: 1), .labelValue, .listItem(depth: 1), .listItem(depth: 2), .listItem(depth: 1),
            ])
        #expect(page.blocks[1].label.map { page.text[$0] } == "Projekti periood")
        #expect(page.blocks[1].value.map { page.text[$0] } == "2023\u{A0}–\u{A0}2027")
        #expect(page.blocks[2].group == page.blocks[4].group && page.blocks[2].group > 0)
        checkInvariants(page)
    }

    @Test func aMarkBehindATitleIsALineOfItsOwn() {
        let page = read(
            "<h2>Quiet woods <span class=\"status\">Running</span></h2><h2>Blue <span class=\"x\">bay</span> area</h2>")
        #expect(lines(page) == ["Quiet woods", "Running", "Blue bay area"])
        #expect(page.blocks.map(\.kind) == [.heading(level: 2), .paragraph, .heading(level: 2)])
        checkInvariants(page)
    }

    @Test func givesCellsTheirHeaders() {
        let page = read(
            """
            <table><tr><th>Partner</th><th>Budget</th><th>ERDF</th></tr>
            <tr><td>Linn A</td><td>10 &euro;</td><td>8 &euro;</td></tr>
            <tr><td rowspan=2>Linn B</td><td colspan=2>20 &euro;</td></tr><tr><td>30 &euro;</td><td>9 &euro;</td></tr></table>
            """)
        #expect(lines(page) == ["Partner\tBudget\tERDF", "Linn A\t10 €\t8 €", "Linn B\t20 €", "30 €\t9 €"])
        let headers = page.blocks.map { $0.cells.map { cell in cell.header.map { page.text[$0] } ?? "-" } }
        #expect(headers[1] == ["Partner", "Budget", "ERDF"])
        #expect(headers[2] == ["Partner", "Budget"])
        #expect(headers[3] == ["Budget", "ERDF"])
        #expect(page.blocks[0].cells.allSatisfy { $0.isHeader })
        checkInvariants(page)
    }

    @Test func readsTwoColumnsAsLabelsAndValues() {
        let page = read("<table><tr><td><b>Lead partner:</b><td>City of A<br>City of B<tr><td>Budget<td>5 EUR</table>")
        #expect(page.blocks.map(\.kind) == [.labelValue, .labelValue])
        #expect(page.blocks[0].label.map { page.text[$0] } == "Lead partner")
        #expect(page.blocks[0].value.map { page.text[$0] } == "City of A\nCity of B")
        checkInvariants(page)
    }

    @Test func readsDefinitionLists() {
        let page = read(
            "<dl><dt>Programm<dd>Interreg<dt>Partnerid<dd>A<dd>B<dt>Kirjeldus<dd><p>Esimene.</p><p>Teine.</p></dl>")
        #expect(lines(page) == ["Programm\tInterreg", "Partnerid\tA", "B", "Kirjeldus", "Esimene.", "Teine."])
        #expect(page.blocks[2].label.map { page.text[$0] } == "Partnerid")
        #expect(page.blocks[2].value.map { page.text[$0] } == "B")
        #expect(page.blocks[3].kind == .labelValue && page.blocks[3].value == nil)
    }

    @Test func keepsLayoutTablesAsText() {
        let page = read(
            "<table><tr><td><ul><li><a href=/>Home</a></ul></td><td><h2>Project</h2><p>The project runs well.</p>"
                + "<table><tr><td>Budget<td>5 EUR</table></td></tr></table>")
        #expect(lines(page) == ["Home", "Project", "The project runs well.", "Budget\t5 EUR"])
        #expect(page.blocks[3].kind == .labelValue)
    }

    @Test func keepsWhatUnfoldsOnAClick() {
        let page = read(
            """
            <h1>Project</h1><details><summary>Partners</summary><p>City of A is a partner of the project.</p></details>
            <div class="accordion"><h3>Budget</h3><div class="collapse" style="display:none"><p>The budget is 5 EUR.</p></div></div>
            <div hidden class="tab-pane"><p>Second tab of the page</p></div>
            """)
        #expect(
            content(page) == [
                "Project", "Partners", "City of A is a partner of the project.", "Budget", "The budget is 5 EUR.",
                "Second tab of the page",
            ])
    }

    @Test func dropsMenusThatAreNeverShown() {
        let page = read(
            "<p>Text of the page.</p><div style='display: none'><a href=/a>One</a> <a href=/b>Two</a></div>")
        #expect(lines(page) == ["Text of the page."])
        #expect(codes(page).isEmpty)
    }

    @Test func skipsWhatIsNotText() {
        let page = read(
            """
            <style>p{}</style><script>var a="<p>no</p>";</script><template><p>no</p></template><noscript>no</noscript>
            <svg><title>no</title><text>drawn</text><path d="M0"/></svg><textarea>no</textarea><iframe>no</iframe>
            <!-- no --><p>yes <wbr>still<wbr>yes &lt;b&gt;</p><![CDATA[no]]>
            """)
        #expect(lines(page) == ["drawn", "yes stillyes <b>"])
        checkInvariants(page)
    }

    @Test func joinsWrappedLinesAndSplitsLabels() {
        let page = read(
            "<p>Lead partner: City of A<br>Budget: 5 EUR</p><p>A sentence that goes on for quite a while and then<br>wraps.</p>"
        )
        #expect(
            lines(page) == [
                "Lead partner: City of A", "Budget: 5 EUR", "A sentence that goes on for quite a while and then wraps.",
            ])
    }

    @Test func decodesEveryCharacterReference() {
        let page = read(
            "<p>Me&dstrok;imurska &zcaron;upanija &#150; &#x160;&amp;&notit; &copy 2020 &nosuch; &NotEqualTilde;</p>")
        #expect(lines(page) == ["Međimurska županija – Š&¬it; © 2020 &nosuch; ≂̸"])
        checkInvariants(page)
    }

    @Test func composesReferencesToCombiningMarks() {
        let page = read("<p>V<b>o</b>&#x303;rumaa: keskus</p>")
        #expect(lines(page) == ["Võrumaa: keskus"])
        checkInvariants(page)
    }

    @Test func readsMetadata() {
        let page = read(
            """
            <head><title> A &amp; B </title><meta name="Description" content="Words"><link rel="canonical" href="https://a.example/p">
            <meta property="article:published_time" content="2023-05-04T10:00:00+02:00"><meta property="og:title" content="T">
            <script type="application/ld+json">{"@type":"Organization"}</script></head>
            <p itemprop="name">Body</p><a href="mailto:a@b.example">mail</a>
            """)
        #expect(page.title == "A & B")
        #expect(page.published == "2023-05-04T10:00:00+02:00")
        #expect(page.canonicalURL == "https://a.example/p")
        let values = Dictionary(page.metadata.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        #expect(values["meta:description"] == "Words")
        #expect(values["og:title"] == "T")
        #expect(values["jsonld"] == "{\"@type\":\"Organization\"}")
        #expect(values["itemprop:name"] == "Body")
        #expect(values["link:contact"] == "mailto:a@b.example")
    }

    @Test func readsTheDateOfJSONLD() {
        let page = read("<script type='application/ld+json'>{\"datePublished\" : \"2022-01-31\"}</script><p>x")
        #expect(page.published == "2022-01-31")
        #expect(read("<meta name=date content='soon'><p>x").published == nil)
    }
}
