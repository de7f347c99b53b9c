import SeosDocuments
import SeosModel
import Testing

@Suite struct HTMLContentTests {
    private let page = """
        <body><header><nav><ul><li><a href=/>Avaleht</a><li><a href=/p>Projektid</a></ul></nav></header>
        <div class="cookie-bar">See leht kasutab küpsiseid. <button>Nõus</button></div>
        <main><h1>Rohelised rööpad</h1>
        <p class="teaser">Kunagisel raudteetammil kulgev matkarada pikeneb lähiaastatel Mõisakülast Läti piirini välja.</p>
        <p>Eestvedaja on Läti Roheteede Assotsiatsioon ja kaasa löövad paljud omavalitsused mõlemalt poolt piiri.</p>
        <aside><dl><dt>Eelarve<dd>943 976 eurot<dt>Kestus<dd>2023–2026</dl></aside>
        <ul><li><a href="https://a.example">Mulgi vald</a><li><a href="https://b.example">Valga vald</a></ul>
        <p>Valmis sai ligi seitsesada kilomeetrit matkarada, millest suur osa kulgeb vanadel tammidel metsas.</p>
        <div class="share">Jaga <a href=#>Facebook</a></div></main>
        <section class="related"><h2>Veel uudiseid</h2><ul><li><a href=/1>Esimene lugu</a><li><a href=/2>Teine lugu</a></ul></section>
        <footer>© 2024 Mulgi vald</footer></body>
        """

    @Test func tellsContentFromItsSurroundings() {
        let document = read(page)
        let marked = document.blocks.filter { !$0.isContent }.map { document.text[$0.span] }
        #expect(
            marked == [
                "Avaleht", "Projektid", "See leht kasutab küpsiseid.", "Nõus", "Jaga Facebook", "Veel uudiseid",
                "Esimene lugu",
                "Teine lugu", "© 2024 Mulgi vald",
            ])
        checkInvariants(document)
    }

    @Test func namesTheRoles() {
        let document = read(page)
        func role(_ text: String) -> Block.Role? {
            document.blocks.first { document.text[$0.span] == text }?.role
        }
        #expect(role("Avaleht") == .navigation)
        #expect(role("See leht kasutab küpsiseid.") == .notice)
        #expect(role("Jaga Facebook") == .furniture)
        #expect(role("Esimene lugu") == .related)
        #expect(role("© 2024 Mulgi vald") == .footer)
    }

    @Test func keepsBoxesOfFactsAndListsOfPartners() {
        let kept = content(read(page))
        #expect(kept.contains("Eelarve\t943 976 eurot"))
        #expect(kept.contains("Mulgi vald"))
        #expect(kept.contains { $0.hasPrefix("Kunagisel") })
    }

    /// Items that begin with a label and a colon are facts, in a box at the side too; a list of other pages is none.
    @Test func keepsLabelledItemsInABoxAtTheSide() {
        let text = String(repeating: "The harbour needs people who know how to mend a winch. ", count: 12)
        let kept = content(
            read(
                """
                <html lang="en"><body><h1>TIDEWORKS</h1><p>\(text)</p><aside class="at-a-glance"><h3>At a glance</h3><ul>
                <li><strong>Duration:</strong> 1 June 2024 – 31 May 2027</li><li><strong>Budget:</strong> €1,284,600</li>
                </ul></aside><aside class="related"><h3>You may also like</h3><ul><li><a href="/a">Cold frame</a></li>
                <li><a href="/b">Snow bus</a></li></ul></aside></body></html>
                """))
        #expect(kept.contains("Duration: 1 June 2024 – 31 May 2027"))
        #expect(kept.contains("Budget: €1,284,600"))
        #expect(!kept.contains { $0.contains("Snow bus") })
    }

    @Test func readsAPageThatIsAllMarkedAsSomethingElse() {
        #expect(content(read("<aside><p>Only this stands here.</p></aside>")) == ["Only this stands here."])
    }

    private struct Words: NoiseLexicon {
        func role(of line: [UInt8], language: String) -> Block.Role? {
            line == Array("Read more".utf8) ? .navigation : nil
        }
    }

    @Test func asksTheLexicon() {
        let options = ReadingOptions(noise: Words())
        #expect(
            content(read("<p>The project is over.</p><p>Read more</p>", "a.html", options)) == ["The project is over."])
        #expect(content(read("The project is over and done with.\n\nRead more\n", "a.txt", options)).count == 1)
    }

    @Test func boxesOfALabelAndItsValueBesideTheTextAreContent() {
        let text = String(
            repeating: "The museum and the university look for old recipes around the whole bay. ", count: 8)
        let document = read(
            """
            <!doctype html><title>t</title><body><nav><a href="/">Home</a><a href="/p">Projects</a></nav>
            <section><h1>Quiet Water</h1><p>What did the fishermen know that we have forgotten since?</p></section>
            <section><div><h4>Period</h4><p>1 May 2023 – 30 April 2026</p></div><div><h4>Total budget</h4><p>€1,842,300</p></div>
            <div><h4>Lead partner</h4><p>Aalborg University</p></div></section>
            <article><h2>About</h2><p>\(text)</p></article></body>
            """)
        #expect(content(document).contains("€1,842,300"))
        #expect(content(document).contains("Lead partner"))
    }

    @Test func headlinesWithDatesBesideTheTextAreNot() {
        let text = String(
            repeating: "The museum and the university look for old recipes around the whole bay. ", count: 8)
        let document = read(
            """
            <!doctype html><title>t</title><body><h1>Quiet Water</h1><article><h2>About</h2><p>\(text)</p></article>
            <aside><div><h4><a href="/a">New opening hours of the harbour café</a></h4><p>1 May 2025</p></div>
            <div><h4><a href="/b">Summer exhibition has begun in the tower</a></h4><p>3 May 2025</p></div>
            <div><h4><a href="/c">Concert in the old boathouse on Friday</a></h4><p>9 May 2025</p></div></aside></body>
            """)
        #expect(!content(document).contains("3 May 2025"))
    }
}
