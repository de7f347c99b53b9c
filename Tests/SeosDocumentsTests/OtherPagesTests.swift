import SeosDocuments
import SeosModel
import Testing

/// What announces other pages is told from the page's own text by the structure of the markup.
@Suite struct OtherPagesTests {
    private let long = """
        Kunagisel raudteetammil kulgev matkarada pikeneb lähiaastatel Mõisakülast Läti piirini välja, ja Läti poolel \
        ehitatakse rada samal ajal edasi kuni Aloja alevikuni, kus vana jaamahoone on juba korda tehtud.
        """

    private func post(_ number: Int, _ type: String, _ text: String) -> String {
        "<article class=\"post-\(number) \(type) type-\(type) status-publish\">\(text)</article>"
    }

    private func blog(_ others: String, page: String = "post") -> String {
        """
        <body class="\(page)-template-default single single-\(page) postid-7"><h1>Rohelised rööpad</h1>
        \(post(7, page, "<p>\(long)</p><p>\(long) Lõpuks.</p><div>\(others)</div>"))</body>
        """
    }

    @Test func leavesOutOtherEntriesOfABlog() {
        let kept = content(
            read(blog(post(3, "post", "<p>\(long) Teine.</p>") + post(4, "post", "<p>\(long) Kolmas.</p>"))))
        #expect(kept.count == 3)
        #expect(!kept.contains { $0.hasSuffix("Teine.") || $0.hasSuffix("Kolmas.") })
    }

    @Test func keepsEntriesOfAnotherTypeBelowAProject() {
        let partners =
            post(3, "partner", "<h3>Mulgi vald</h3>") + post(4, "partner", "<h3>Valga vald</h3><p>Juhtpartner</p>")
        let kept = content(read(blog(partners, page: "project")))
        #expect(kept.contains("Mulgi vald"))
        #expect(kept.contains("Valga vald"))
    }

    @Test func keepsAllEntriesOfAPageThatShowsSeveral() {
        let page = """
            <body class="home blog"><main><h1>Projektid</h1>\(post(3, "post", "<h2>Esimene</h2><p>\(long)</p>"))
            \(post(4, "post", "<h2>Teine</h2><p>\(long) Veel.</p>"))</main></body>
            """
        #expect(content(read(page)).contains { $0.hasSuffix("Veel.") })
    }

    private func framed(_ tail: String) -> String {
        """
        <body><div class="node-content"><h1>Rohelised rööpad</h1><p>\(long)</p>
        <div class="article-body"><p>\(long) Üks.</p><p>\(long) Kaks.</p><p>\(long) Kolm.</p><p>\(long) Neli.</p>
        <p>\(long) Viis.</p><p>\(long) Kuus.</p><p>\(long) Seitse.</p></div>
        \(tail)</div></body>
        """
    }

    @Test func endsWithTheBodyWhereHeadlinesFollow() {
        let tail = (1...3).map {
            """
            <div><table><tr><td><img src=a.jpg><td><a href=/\($0)>Üks päris pikk pealkiri muust loost \($0)</a></table>
            <div>Selle loo sissejuhatus ütleb, et midagi juhtus, ja et sellest tuleb edaspidi juttu.</div></div>
            """
        }
        let kept = content(read(framed(tail.joined())))
        #expect(kept.count == 9)
        #expect(kept[1] == long)
        #expect(kept.last?.hasSuffix("Seitse.") == true)
    }

    @Test func keepsListsAndFieldsBehindTheBody() {
        let kept = content(
            read(
                framed(
                    """
                    <div class="field"><div class="field__label">Partnerid</div><div class="field__item">Mulgi vald</div>
                    <div class="field__item">Valga vald</div></div><ul><li>Läti Roheteede Assotsiatsioon<li>Aloja vald</ul>
                    """)))
        for name in ["Mulgi vald", "Valga vald", "Läti Roheteede Assotsiatsioon", "Aloja vald"] {
            #expect(kept.contains(name))
        }
    }

    @Test func leavesOutHeadlinesThatAreHeadingsInAList() {
        let list = (1...3).map { "<li><h3><a href=/\($0)>Üks päris pikk pealkiri muust loost \($0)</a></h3>" }.joined()
        let kept = content(read("<main><h1>A</h1><p>\(long)</p><ul>\(list)</ul><p>\(long) Lõpuks.</p></main>"))
        #expect(kept.count == 3)
    }

    @Test func keepsHeadingsOfPartnersInAList() {
        let list = ["Mulgi vald", "Valga vald", "Aloja vald"].map { "<li><h3><a href=/>\($0)</a></h3>" }.joined()
        let kept = content(read("<main><h1>A</h1><p>\(long)</p><ul>\(list)</ul><p>\(long) Lõpuks.</p></main>"))
        #expect(kept.contains("Valga vald"))
    }
}
