import SeosDocuments
import SeosModel
import Testing

/// Captions, buttons, addresses and the foot of a page stand among its text and are none of it.
@Suite struct PictureAndButtonTests {
    private let long = """
        Kunagisel raudteetammil kulgev matkarada pikeneb lähiaastatel Mõisakülast Läti piirini välja, ja Läti poolel \
        ehitatakse rada samal ajal edasi kuni Aloja alevikuni, kus vana jaamahoone on juba korda tehtud.
        """

    private func page(_ inner: String) -> [String] {
        content(read("<main><h1>A</h1><p>\(long)</p>\(inner)<p>\(long) Veel.</p><p>\(long) \(long) Lõpuks.</p></main>"))
    }

    @Test(arguments: [
        "<div><img src=a.jpg><div class=photo-credit>\("Siin on pildil kõik, kes avamisele tulid. ")</div></div>",
        "<div class=frame><img src=a.jpg><div class=abn-caption>LONG</div></div>",
        "<div class=InlineImage-wrapper><div></div><div class=InlineImage-imageEmbedCaption>LONG</div></div>",
    ]) func leavesOutCaptions(markup: String) {
        let text = String(repeating: "Siin on pildil kõik, kes avamisele tulid. ", count: 8)
        #expect(
            page(markup.split(separator: "LONG", omittingEmptySubsequences: false).joined(separator: text)).count == 4)
    }

    @Test func keepsLongTextWithoutAPictureWhateverItsName() {
        #expect(page("<div class=section-caption>\(long) \(long) Üks.</div>").count == 5)
        #expect(page("<div class=carousel-caption><h2>Uus rada</h2><p>\(long) Üks.</p></div>").count == 6)
    }

    @Test(arguments: ["Sulge", "Lae alla", "Print"]) func leavesOutButtons(words: String) {
        #expect(page("<p><a href=#>\(words)</a></p>").count == 4)
    }

    @Test(arguments: ["<p><a href=/>www.example.ee</a></p>", "<p>Lõpetatud</p>", "<ul><li><a href=/>Interreg</a></ul>"])
    func keepsWordsThatAreNoButtons(markup: String) {
        #expect(page(markup).count == 5)
    }

    @Test func takesAnAddressOverTheTitleForNoText() {
        let kept = content(
            read(
                """
                <main><span>https://www.example.ee/uudised/2024/05/matkarada-pikeneb-laheb-labi-soode-ja-metsade-14848176.html</span>
                <h1>A</h1><p>\(long)</p></main>
                """))
        #expect(kept == ["A", long])
    }

    @Test(arguments: ["rodape", "stopka", "fusszeile", "lablec", "jalus", "sidfot", "pie-de-pagina"])
    func knowsTheFootOfAPageInManyLanguages(name: String) {
        let foot =
            "<div class=\(name)><div>Aadress: Tamme 1, 12345 Mõisaküla. Telefon: 123 4567. Kõik õigused kaitstud.</div></div>"
        #expect(content(read("<body><div><p>\(long)</p></div>\(foot)</body>")) == [long])
    }

    @Test func keepsALeadThatIsAHeading() {
        let lead = "Kunagisel raudteetammil kulgev matkarada pikeneb lähiaastatel Mõisakülast Läti piirini välja."
        let kept = content(
            read(
                """
                <article><h1>A</h1><h2>\(lead)</h2><div class=byline><a href=/m>Mari Tamm</a></div>
                <p>\(long)</p><p>\(long) Lõpuks.</p></article>
                """))
        #expect(kept.contains(lead))
    }

    private struct Words: NoiseLexicon {
        func role(of line: [UInt8], language: String) -> Block.Role? {
            language == "et" && line == Array("Veel uudiseid".utf8) ? .related : nil
        }
    }

    /// Templates declare a language that is not the page's.
    @Test(arguments: [("", 2), ("lang=en", 2), ("lang=et", 2)])
    func readsWordsInTheLanguageOfTheText(attribute: String, blocks: Int) {
        var options = ReadingOptions(noise: Words())
        options.identify = { text, _ in String(decoding: text, as: UTF8.self).contains("raudteetammil") ? "et" : "und" }
        let page = "<html \(attribute)><body><main><h1>A</h1><p>\(long)</p><h2>Veel uudiseid</h2></main></body></html>"
        #expect(content(read(page, "page.html", options)).count == blocks)
    }
}
