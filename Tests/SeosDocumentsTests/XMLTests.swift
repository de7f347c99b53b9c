import Foundation
import SeosDocuments
import SeosModel
import SeosTestSupport
import Testing

@Suite struct XMLTests {
    private func file(_ path: String) throws -> Document {
        let bytes = try #require(Folders.bytes(Folders.corpus + "/" + path))
        let document = DocumentReading.read(bytes: bytes, uri: path)
        checkInvariants(document)
        return document
    }

    private func pairs(_ document: Document) -> [String] {
        document.blocks.compactMap { block in
            guard let label = block.label, let value = block.value else { return nil }
            return document.text[label] + " = " + document.text[value]
        }
    }

    @Test func readsARecord() throws {
        let document = try file("records/et-projekt.xml")
        #expect(document.title == "Laulvad majakad")
        #expect(document.language == "et")
        #expect(document.problems.isEmpty)
        #expect(document.blocks[0].kind == .heading(level: 1))
        #expect(
            pairs(document) == [
                "Akronüüm = MAJAKAS", "Juhtpartner = Rannaküla vald", "Algus = 2024-03-01", "Lõpp = 2026-02-28",
                "Kogueelarve = 412300.00 EUR",
            ])
        let rows = document.blocks.filter { $0.kind == .tableRow }.map { row in
            row.cells.map { document.text[$0.span] }
        }
        #expect(
            rows == [
                ["Roll", "Nimi", "Riik", "Eelarve"], ["juhtpartner", "Rannaküla vald", "Eesti", "180000 EUR"],
                ["partner", "Kurzeme Meremuuseum", "Läti", "132300 EUR"],
                ["partner", "Ahvenamaa Majakaselts", "Soome", "100000 EUR"],
            ])
        let last = try #require(document.blocks.last { $0.kind == .tableRow })
        #expect(last.cells.compactMap(\.header).map { document.text[$0] } == rows[0])
        let items = document.blocks.filter { $0.kind == .listItem(depth: 1) }.map { document.text[$0.span] }
        #expect(items == ["avada neli torni külastajatele", "koolitada giide kolmes keeles"])
        #expect(lines(document).contains("Eesmärk") && lines(document).contains("Kokkuvõte"))
        #expect(document.blocks.last?.kind == .paragraph)
        #expect(content(document).count == document.blocks.count)
    }

    @Test func readsRowsOfAttributesAndWordsWithMarks() throws {
        let document = try file("records/de-foerderliste.xml")
        let rows = document.blocks.filter { $0.kind == .tableRow }
        #expect(rows.count == 3)
        #expect(rows[1].cells.map { document.text[$0.span] }.contains("Gemeinde Strandhausen"))
        #expect(document.text[rows[2].cells[5].header ?? SourceSpan(0, 0)] == "Gesamtkosten")
        #expect(content(document).last == "Die Liste wird zweimal im Jahr erneuert & geprüft.")
        #expect(document.metadata.contains(Document.Metadata(name: "xml:namespace", value: "urn:example:foerderung")))
    }

    @Test func readsXHTMLAsPagesAreRead() throws {
        let document = try file("records/sl-stran.xhtml")
        #expect(document.title == "Pojoči svetilniki")
        #expect(document.mediaType == "application/xhtml+xml")
        #expect(document.language == "sl")
        #expect(
            lines(document) == [
                "Pojoči svetilniki",
                "Tri obalne občine odpirajo stare svetilnike ljudem:\u{A0}poleti bo v njih mogoče poslušati zbore.",
                "Vodilni partner\tObčina Obrežje", "Skupna vrednost\t412.300\u{A0}EUR", "Kontakt: <vodja> projekta",
            ])
        let bytes = try #require(Folders.bytes(Folders.corpus + "/records/sl-stran.xhtml"))
        let span = document.blocks[2].span
        let raw = try #require(document.source?.rawRange(of: span))
        #expect(String(decoding: bytes[raw], as: UTF8.self) == "Vodilni partner</dt><dd>Občina Obrežje")
    }

    @Test func takesLabelsFromAttributes() {
        let document = read(
            """
            <record><field name="Lead partner">Valga vald</field><field name="Total budget" unit="EUR">12 000</field>
            <projectPeriod>2024–2026</projectPeriod></record>
            """, "a.xml")
        #expect(
            pairs(document) == ["Lead partner = Valga vald", "Total budget = 12 000 EUR", "Project period = 2024–2026"])
    }

    @Test(arguments: ["billion-laughs.xml", "external-entities.xml"])
    func refusesDeclaredEntities(name: String) throws {
        let document = try file("hostile/" + name)
        #expect(codes(document).contains("xml.entities"))
        #expect(document.text.string.contains("75 000 EUR"))
        #expect(document.text.count < 300)
        let host = Folders.text("/etc/hostname") ?? "-"
        #expect(!document.text.string.contains(host.filter { !$0.isNewline }) || host.isEmpty)
        #expect(!document.text.string.contains("ENTITY"))
    }

    @Test func loadsNoSubsetAndIncludesNothing() throws {
        let document = try file("hostile/external-subset.xml")
        #expect(document.text.string.hasSuffix("B\t75 000 EUR"))
        #expect(!document.text.string.contains("canary"))
        let host = Folders.text("/etc/hostname")?.filter { !$0.isNewline } ?? ""
        #expect(host.isEmpty || !document.text.string.contains(host))
    }

    @Test func refusesEntitiesOfEveryKindAtOnce() {
        let start = Date()
        let declarations = [
            "<!ENTITY a '&a;'>", "<!ENTITY a '\(String(repeating: "x", count: 50_000))'>",
            "<!ENTITY % a SYSTEM 'file:///etc/hostname'> %a;", "<!ENTITY a PUBLIC 'p' 'http://127.0.0.1:9/'>",
        ]
        for declaration in declarations {
            let uses = String(repeating: "&a;", count: 50_000)
            let document = read("<!DOCTYPE p [\(declaration)]><p><b>\(uses)</b><c>75 000 EUR</c></p>", "a.xml")
            #expect(codes(document).contains("xml.entities"))
            #expect(document.text.count < 200_000 && document.text.string.contains("75 000 EUR"))
        }
        #expect(Date().timeIntervalSince(start) < 10)
    }

    /// Whatever a document names on this machine, nobody comes to fetch it.
    @Test func opensNoConnection() throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        try #require(listener >= 0)
        defer { close(listener) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let port = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw -> UInt16 in
                guard bind(listener, raw, size) == 0, listen(listener, 4) == 0, getsockname(listener, raw, &size) == 0
                else { return 0 }
                return UInt16(bigEndian: pointer.pointee.sin_port)
            }
        }
        try #require(port > 0)
        let place = "http://127.0.0.1:\(port)/canary"
        let page = "<p xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='\(place)'/><b>word</b></p>"
        for head in [
            "", "<!DOCTYPE p SYSTEM '\(place)'>", "<!DOCTYPE p [<!ENTITY % a SYSTEM '\(place)'> %a;]>",
            "<!DOCTYPE p [<!ENTITY a SYSTEM '\(place)'>]>", "<?xml-stylesheet href='\(place)'?>",
        ] {
            for uri in ["a.xml", "a.xhtml", "a.html"] { #expect(read(head + page, uri).text.string.contains("word")) }
        }
        var wait = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
        #expect(poll(&wait, 1, 50) == 0)
    }

    @Test(arguments: ["wrong-encoding.xml", "unknown-encoding.xml"])
    func believesTheBytesAndNotTheDeclaration(name: String) throws {
        let document = try file("hostile/" + name)
        #expect(document.charset == "utf-8")
        #expect(document.text.string.hasPrefix("A\tÕppeaasta"))
    }

    @Test(arguments: ["truncated.xml", "unbalanced.xml"]) func readsWhatIsBrokenAsHTML(name: String) throws {
        let document = try file("hostile/" + name)
        #expect(codes(document).contains("xml.malformed"))
        #expect(document.text.string.contains("75 000 EUR"))
    }

    @Test(.timeLimit(.minutes(1))) func standsManyLevels() {
        let depth = 200_000
        let text = String(repeating: "<a>", count: depth) + "x" + String(repeating: "</a>", count: depth)
        let document = read("<?xml version='1.0'?>" + text, "a.xml")
        #expect(document.text.string.contains("x"))
    }

    @Test func limitsElements() {
        var options = ReadingOptions()
        options.limits.elements = 10
        let document = read("<a>" + String(repeating: "<b>word</b>", count: 100) + "</a>", "a.xml", options)
        #expect(codes(document) == ["xml.too-many-elements"])
        #expect(document.text.string.contains("word"))
    }

    @Test func knowsXMLByItsFirstBytesAndItsMediaType() {
        #expect(lines(read("<?xml version='1.0'?><a><b>one</b></a>", "file")) == ["B\tone"])
        let feed = DocumentReading.read(
            bytes: Array("<a><b>one</b></a>".utf8), uri: "file", mediaType: "application/rss+xml; charset=utf-8")
        #expect(lines(feed) == ["B\tone"])
        #expect(lines(read("", "a.xml")).isEmpty)
    }

    @Test func survivesRandomDamage() throws {
        var state: UInt64 = 7
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for name in Folders.entries(of: Folders.corpus + "/records") {
            let good = try #require(Folders.bytes(Folders.corpus + "/records/" + name))
            for _ in 0..<100 {
                var bytes = good
                for _ in 0...random(4) { bytes[random(bytes.count)] = UInt8(random(256)) }
                checkInvariants(DocumentReading.read(bytes: bytes, uri: name))
            }
        }
    }
}
