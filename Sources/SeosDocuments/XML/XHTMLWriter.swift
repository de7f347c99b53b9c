/// Writes a page that was read as XML as HTML, so that it goes the same way to its blocks: `<p/>` becomes `<p></p>`,
/// prefixes go, CDATA and references become text.
struct XHTMLWriter {
    private(set) var html: [UInt8] = []
    /// Where the text in `html` stands in the markup that was read.
    private(set) var pieces: [TextPiece] = []

    init(_ page: XMLPage) {
        html.reserveCapacity(page.bytes.count * 2)
        var text = 0
        var open: [Int] = []
        func isRaw(_ element: Int) -> Bool {
            HTMLTag.byName[page.string(page.elements[element].name).lowercased()]?.isRawText ?? false
        }
        func write(_ element: Int, upTo limit: Int, _ writer: inout XHTMLWriter) {
            while text < limit {
                // Behind a start tag, or behind the end of an element inside.
                if page.texts[text].element == element { writer.text(page, text, isRaw: isRaw(element)) }
                text += 1
            }
        }
        for (i, element) in page.elements.enumerated() {
            while let last = open.last, page.elements[last].end <= i {
                write(last, upTo: page.elements[last].texts.upperBound, &self)
                endTag(page, last)
                open.removeLast()
            }
            if let last = open.last { write(last, upTo: element.texts.lowerBound, &self) }
            startTag(page, i)
            open.append(i)
        }
        while let last = open.popLast() {
            write(last, upTo: page.elements[last].texts.upperBound, &self)
            endTag(page, last)
        }
    }

    private mutating func startTag(_ page: XMLPage, _ i: Int) {
        let element = page.elements[i]
        html.append(0x3C)
        html.append(contentsOf: page.bytes[element.name])
        for attribute in page.attributes[element.attributes] {
            html.append(0x20)
            html.append(contentsOf: page.bytes[attribute.name])
            html.append(0x3D)
            html.append(0x22)
            for b in page.bytes[attribute.value] {
                if b == 0x22 {
                    html.append(contentsOf: Array("&quot;".utf8))
                } else if b == 0x26 {
                    html.append(contentsOf: Array("&amp;".utf8))
                } else {
                    html.append(b)
                }
            }
            html.append(0x22)
        }
        html.append(0x3E)
    }

    private mutating func endTag(_ page: XMLPage, _ i: Int) {
        let name = page.elements[i].name
        if HTMLTag.byName[page.string(name).lowercased()]?.isVoid ?? false { return }
        html.append(0x3C)
        html.append(0x2F)
        html.append(contentsOf: page.bytes[name])
        html.append(0x3E)
    }

    private mutating func text(_ page: XMLPage, _ i: Int, isRaw: Bool) {
        let text = page.texts[i]
        var at = text.range.lowerBound
        while at < text.range.upperBound {
            let b = page.bytes[at]
            let reference: StaticString? = isRaw ? nil : b == 0x26 ? "&amp;" : b == 0x3C ? "&lt;" : nil
            let start = html.count
            let from = at
            if let reference {
                html.append(
                    contentsOf: UnsafeBufferPointer(start: reference.utf8Start, count: reference.utf8CodeUnitCount))
                at += 1
            } else {
                repeat { at += 1 } while at < text.range.upperBound && page.bytes[at] != 0x26 && page.bytes[at] != 0x3C
                html.append(contentsOf: page.bytes[from..<at])
            }
            if let source = text.source {
                let first = source + from - text.range.lowerBound
                pieces.append(
                    TextPiece(
                        text: start..<html.count, source: first..<first + at - from, isLiteral: reference == nil))
            }
        }
    }
}
