import SeosDocuments
import SeosModel
import Testing

@Suite(.timeLimit(.minutes(1))) struct HostileInputTests {
    @Test func readsAnEmptyFile() {
        for uri in ["a.html", "a.txt", "a.md", "a"] {
            let document = read("", uri)
            #expect(document.text.count == 0 && document.blocks.isEmpty && document.problems.isEmpty)
        }
    }

    @Test(arguments: [100, 1_000, 10_000]) func keepsTextAtAnyDepth(depth: Int) {
        let page = read(
            String(repeating: "<div>", count: depth) + "x" + String(repeating: "</div>", count: depth) + "y")
        #expect(lines(page) == ["x", "y"])
        #expect(codes(page).contains("html.too-deep") == (depth > 512))
        checkInvariants(page)
    }

    @Test func standsUnclosedTags() {
        let page = read(String(repeating: "<p><a href=x><table><tr><td>w ", count: 3_000))
        let words = lines(page).joined(separator: " ").split { $0 == " " || $0 == "\n" || $0 == "\t" }
        #expect(words.count == 3_000)
        checkInvariants(page)
    }

    @Test func standsTagsWithoutStart() {
        let page = read("<div>" + String(repeating: "</b></p></div></x>", count: 20_000) + "end")
        #expect(lines(page) == ["end"])
    }

    @Test func standsManyHiddenSiblingsAndFormats() {
        let hidden = read("<div>" + String(repeating: "<p hidden>word</p>", count: 20_000) + "end</div>")
        #expect(lines(hidden).last == "end")
        let formats = (0..<3_000).map { "<b class=\($0)>" }.joined() + String(repeating: "<p>x", count: 3_000)
        #expect(lines(read(formats)).count == 3_000)
    }

    @Test func clampsSpans() {
        let page = read("<table><tr><td colspan=9007199254740991 rowspan=9007199254740991>a<td>b<tr><td>c<td>d</table>")
        #expect(lines(page).joined(separator: "\t").split(separator: "\t") == ["a", "b", "c", "d"])
        #expect(codes(page) == ["html.span-clamped"])
        checkInvariants(page)
    }

    @Test func limitsElementsAndKeepsTheText() {
        var options = ReadingOptions()
        options.limits.elements = 10
        let page = read(String(repeating: "<p>word</p>", count: 30), "a.html", options)
        #expect(lines(page).joined(separator: " ").split(separator: " ").count == 30)
        #expect(codes(page) == ["html.too-many-elements"])
    }

    @Test func cutsTooMuchText() {
        var options = ReadingOptions()
        options.limits.textBytes = 100
        for uri in ["a.html", "a.txt", "a.md"] {
            let document = read(String(repeating: "<p>õõõõõ</p>\n\n", count: 30), uri, options)
            #expect(document.text.count <= 100 && document.text.count > 50)
            #expect(codes(document) == ["text.cut"])
            checkInvariants(document)
        }
        options.limits.fileBytes = 10
        #expect(codes(read("longer than ten", "a.txt", options)) == ["input.too-large"])
    }

    @Test(arguments: [
        "<p>one<p>two <a href=\"", "<p>one<p>two <!-- ", "<p>one<p>two <b", "<p>one<p>two </", "<p>one<p>two &am",
        "<p>one<p>two <script>", "<p>one<p>two <noscript>", "<p>one<p>two <![CDATA[",
    ])
    func readsTruncatedPages(page: String) {
        let document = read(page)
        #expect(lines(document).first == "one")
        #expect(lines(document).last?.hasPrefix("two") == true)
        checkInvariants(document)
    }

    @Test func replacesWhatIsNoCharacter() {
        let page = DocumentReading.read(
            bytes: Array("<p>a&#xD800;b&#x110000;c&#0;d\0e</p>".utf8), uri: "a.html")
        #expect(lines(page) == ["a\u{FFFD}b\u{FFFD}c\u{FFFD}de"])
        #expect(Set(codes(page)) == ["text.nul", "html.broken-references"])
        #expect(page.problems.contains { $0.span == SourceSpan(1, 4) })
        checkInvariants(page)
    }

    @Test func reportsInvisibleCharacters() {
        let text = read("RES\u{200B}IST project", "a.txt")
        #expect(text.text.string == "RES\u{200B}IST project")
        #expect(codes(text) == ["text.hidden-characters"])
        #expect(text.problems[0].span == SourceSpan(3, 6))
    }

    @Test func refusesBinaryFiles() {
        let cases: [([UInt8], String)] = [
            (Array("%PDF-1.7\n".utf8), "input.unsupported-format"),
            ([0x50, 0x4B, 3, 4, 20, 0], "input.unsupported-format"),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D], "input.unsupported-format"),
            ((0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 7) }, "input.binary"),
        ]
        for (bytes, code) in cases {
            let document = DocumentReading.read(bytes: bytes, uri: "a.html")
            #expect(codes(document) == [code])
            #expect(document.problems[0].severity == .failure)
            #expect(document.text.count == 0)
        }
    }

    @Test func survivesRandomDamage() {
        let good = Array(
            """
            <html lang=sl><head><title>Pot &scaron;</title></head><body><nav><a href=/>Domov</a></nav><h1>Pot miru</h1>
            <table><tr><th>A<th>B<tr><td>1<td>2</table><dl><dt>Trajanje<dd>2018–2022</dl><p>Če: šest <b>žab</b><br>e@a.si
            """.utf8)
        var state: UInt64 = 42
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<250 {
            var bytes = good
            for _ in 0...random(8) {
                switch random(3) {
                case 0: bytes[random(bytes.count)] = UInt8(random(256))
                case 1: bytes.remove(at: random(bytes.count))
                default: bytes.insert(UInt8(random(256)), at: random(bytes.count))
                }
            }
            for uri in ["a.html", "a.txt", "a.md"] { checkInvariants(DocumentReading.read(bytes: bytes, uri: uri)) }
        }
    }

    @Test func standsLongLinesAndManyEmptyOnes() {
        let line = DocumentReading.read(bytes: [UInt8](repeating: 0x61, count: 2_000_000), uri: "a.html")
        #expect(line.text.count == 2_000_000)
        let empty = DocumentReading.read(bytes: [UInt8](repeating: 0x0A, count: 2_000_000), uri: "a.txt")
        #expect(empty.blocks.isEmpty)
    }
}
