internal import SeosModel
internal import SeosText

/// What a page says of itself: title, language, address, date, OpenGraph, JSON-LD, microdata.
enum HTMLMetadata {
    private static let longestValue = 2000
    private static let mostEntries = 400

    static func read(_ page: HTMLPage, into document: inout Document) {
        if let title = page.title.map(line), !title.isEmpty { document.title = title }
        for element in page.head {
            let attributes = element.attributes
            switch element.tag {
            case .html, .body:
                let language = page.string(.lang, in: attributes) ?? page.string(.xmlLang, in: attributes)
                if let language, let tag = languageTag(language), document.language == "und" {
                    document.language = tag
                    add("html:lang", language, to: &document)
                }
            case .link:
                guard let rel = page.string(.rel, in: attributes)?.lowercased(),
                    let href = page.string(.href, in: attributes)
                else { break }
                if rel.split(separator: " ").contains("canonical") {
                    add("link:canonical", href, to: &document)
                    if document.canonicalURL == nil, isWebAddress(href) { document.canonicalURL = trimmed(href) }
                }
            default:
                let name =
                    page.string(.name, in: attributes) ?? page.string(.property, in: attributes)
                    ?? page.string(.itemprop, in: attributes)
                guard let name, let content = page.value(.content, in: attributes) else { break }
                let key = trimmed(name).lowercased()
                let value = line(Array(content))
                guard !key.isEmpty, !value.isEmpty, key != "viewport" else { break }
                add(key.contains(":") ? key : "meta:" + key, value, to: &document)
            }
        }
        for script in page.jsonLD.prefix(50) where script.count <= 1 << 20 {
            let raw = String(decoding: script, as: UTF8.self)
            document.metadata.append(Document.Metadata(name: "jsonld", value: trimmed(raw)))
        }
        if document.title == nil { document.title = value("og:title", document) }
        if document.canonicalURL == nil, let url = value("og:url", document), isWebAddress(url) {
            document.canonicalURL = url
        }
        document.published = published(document)
    }

    /// `itemprop` values and the targets of mail and telephone links.
    static func readMicrodata(_ tree: HTMLTree, into document: inout Document) {
        for i in tree.nodes.indices where tree.nodes[i].element >= 0 {
            guard document.metadata.count < mostEntries else { return }
            if tree.nodes[i].tag == .a, let href = tree.value(.href, of: i) {
                let scheme = href.prefix(7)
                if scheme.elementsEqual("mailto:".utf8) || scheme.prefix(4).elementsEqual("tel:".utf8) {
                    add("link:contact", String(decoding: href, as: UTF8.self), to: &document)
                }
            }
            if tree.nodes[i].tag == .time, document.published == nil,
                tree.value(.pubdate, of: i) != nil || tree.string(.itemprop, of: i)?.lowercased() == "datepublished",
                let date = (tree.string(.datetime, of: i)).flatMap(isoDate)
            {
                document.published = date
            }
            guard let property = tree.string(.itemprop, of: i), tree.value(.itemscope, of: i) == nil else { continue }
            let value =
                tree.string(.content, of: i) ?? tree.string(.datetime, of: i)
                ?? line(tree.text(below: i, limit: longestValue))
            guard !value.isEmpty else { continue }
            add("itemprop:" + trimmed(property).lowercased(), value, to: &document)
            if document.published == nil, property.lowercased() == "datepublished" {
                document.published = isoDate(value)
            }
        }
    }

    private static func add(_ name: String, _ value: String, to document: inout Document) {
        guard document.metadata.count < mostEntries else { return }
        let value = value.utf8.count > longestValue ? String(value.prefix(longestValue / 4)) : value
        document.metadata.append(Document.Metadata(name: name, value: Normalization.nfc(value)))
    }

    private static func value(_ name: String, _ document: Document) -> String? {
        document.metadata.first { $0.name == name }?.value
    }

    private static func published(_ document: Document) -> String? {
        let names = [
            "article:published_time", "og:article:published_time", "meta:datepublished", "meta:date", "meta:dc.date",
            "meta:dc.date.issued", "meta:dcterms.created", "meta:pubdate", "meta:publishdate", "meta:publish-date",
        ]
        for name in names {
            if let date = value(name, document).flatMap(isoDate) { return date }
        }
        for entry in document.metadata where entry.name == "jsonld" {
            if let date = jsonDate(entry.value) { return date }
        }
        return nil
    }

    /// The first `"datePublished": "…"` of a JSON-LD script, without parsing the rest.
    private static func jsonDate(_ json: String) -> String? {
        let bytes = Array(json.utf8)
        let key = Array("\"datePublished\"".utf8)
        var i = 0
        while i + key.count < bytes.count {
            guard bytes[i] == key[0], bytes[i..<i + key.count].elementsEqual(key) else {
                i += 1
                continue
            }
            i += key.count
            while i < bytes.count, TextShape.isSpace(bytes[i]) || bytes[i] == 0x3A || bytes[i] == 0x22 { i += 1 }
            let end = bytes[i...].firstIndex(of: 0x22) ?? bytes.count
            return isoDate(String(decoding: bytes[i..<min(end, i + 40)], as: UTF8.self))
        }
        return nil
    }

    /// An ISO 8601 date, with its time when one follows; nil for other spellings.
    static func isoDate(_ text: String) -> String? {
        let bytes = Array(trimmed(text).utf8.prefix(40))
        guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
        for i in [0, 1, 2, 3, 5, 6, 8, 9] where !TextShape.isDigit(bytes[i]) { return nil }
        let date = String(decoding: bytes[..<10], as: UTF8.self)
        guard bytes.count >= 16, bytes[10] | 0x20 == 0x74 || bytes[10] == 0x20, bytes[13] == 0x3A else { return date }
        return date + "T" + String(decoding: bytes[11...].filter { $0 > 0x20 }, as: UTF8.self)
    }

    /// A BCP 47 tag in its usual spelling, nil for what is none.
    static func languageTag(_ text: String) -> String? {
        let parts = trimmed(text).split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)
        guard let first = parts.first?.lowercased(), (2...3).contains(first.utf8.count),
            first.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A })
        else { return nil }
        return first == "no" ? "nb" : first
    }

    private static func isWebAddress(_ text: String) -> Bool {
        let lower = trimmed(text).lowercased()
        return lower.hasPrefix("http://") || lower.hasPrefix("https://")
    }

    private static func trimmed(_ text: String) -> String {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { p in
            String(decoding: p[TextShape.trimmed(p, 0..<p.count)], as: UTF8.self)
        }
    }

    /// One line with white space collapsed, in form C.
    private static func line(_ bytes: [UInt8]) -> String {
        var ink = InkBuffer()
        ink.append(bytes[...], inLink: false, inBold: false)
        return String(decoding: Normalization.nfc(ink.bytes), as: UTF8.self)
    }
}
