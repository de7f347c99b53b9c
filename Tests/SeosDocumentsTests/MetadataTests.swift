import SeosDocuments
import SeosModel
import Testing

/// What pages publish about themselves for machines.
@Suite struct MetadataTests {
    private func values(_ document: Document, _ name: String) -> [String] {
        document.metadata.filter { $0.name == name }.map(\.value)
    }

    @Test func readsOpenGraph() {
        let page = read(
            """
            <head><meta property="og:title" content="Laulvad &amp; majakad"><meta property="og:type" content="article">
            <meta property="og:url" content="https://majakad.example/projekt"><meta property="OG:Site_Name" content="Vald">
            <meta property="article:published_time" content="2024-03-01T08:00+02:00"></head><p>Tekst
            """)
        #expect(page.title == "Laulvad & majakad")
        #expect(page.canonicalURL == "https://majakad.example/projekt")
        #expect(page.published == "2024-03-01T08:00+02:00")
        #expect(values(page, "og:site_name") == ["Vald"])
        #expect(lines(page) == ["Tekst"])
    }

    @Test func theTitleElementAndTheCanonicalLinkGoFirst() {
        let page = read(
            """
            <title>Own title</title><meta property="og:title" content="Other">
            <meta property="og:url" content="https://b.example/"><link rel="alternate canonical" href="https://a.example/">
            """)
        #expect(page.title == "Own title")
        #expect(page.canonicalURL == "https://a.example/")
        let bad = read("<link rel=canonical href='javascript:alert(1)'><p>x")
        #expect(bad.canonicalURL == nil)
    }

    @Test func keepsJSONLDAsItIsAndReadsItsDate() {
        let json = #"{"@type": "NewsArticle", "headline": "A </b>", "datePublished" : "2023-05-06T07:08:09Z"}"#
        let page = read("<script type='application/ld+json'>\n\(json)\n</script><script>var x = 1</script><p>Text")
        #expect(values(page, "jsonld") == [json])
        #expect(page.published == "2023-05-06T07:08:09Z")
        #expect(lines(page) == ["Text"])
        let broken = read(#"<script type="application/ld+json">{"datePublished": "soon"</script><p>Text"#)
        #expect(broken.published == nil)
        #expect(values(broken, "jsonld").count == 1)
    }

    @Test func readsMicrodata() {
        let page = read(
            """
            <div itemscope itemtype="https://schema.org/Event"><h1 itemprop="name">Open day</h1>
            <time itemprop="datePublished" datetime="2022-02-03">3 February</time>
            <span itemprop="location" itemscope><span itemprop="addressLocality">Valga</span></span>
            <meta itemprop="price" content="5.00"><a href="tel:+3725000042">call</a></div>
            """)
        #expect(values(page, "itemprop:name") == ["Open day"])
        #expect(values(page, "itemprop:addresslocality") == ["Valga"])
        #expect(values(page, "itemprop:location").isEmpty)
        #expect(values(page, "meta:price") == ["5.00"])
        #expect(values(page, "link:contact") == ["tel:+3725000042"])
        #expect(page.published == "2022-02-03")
    }

    @Test func believesTheLanguageOfTheRootOnly() {
        #expect(read("<html lang='ET-ee'><p lang=en>x").language == "et")
        #expect(read("<html lang='no'><p>x").language == "nb")
        #expect(read("<html lang='x'><p>x").language == "und")
        #expect(read("<p>x").language == "und")
    }

    @Test func limitsWhatAPageSaysOfItself() {
        let many = (0..<2000).map { "<meta name=a\($0) content='\(String(repeating: "õ", count: 3000))'>" }.joined()
        let page = read(many + "<p>x")
        #expect(page.metadata.count <= 400)
        #expect(page.metadata.allSatisfy { $0.value.utf8.count <= 4000 })
    }
}
