/// One pass over the bytes of a page before the tree is built, which does what libxml2 2.9.14 does not: all character
/// references, raw text elements, HTML5's void elements, limits.
struct HTMLPreparation {
    private let limits: ReadingLimits
    private let isXML: Bool
    private var out = PreparedHTML()
    private var svgDepth = 0
    private var svgTextDepth = 0
    private var hasOpenParagraph = false
    private var tagCache: [UInt64: HTMLTag] = [:]
    private var attributeCache: [UInt64: HTMLAttribute?] = [:]
    /// Start tags minus end tags by hashed name: an end tag of nothing is left out, since libxml2 searches all its
    /// open elements for each.
    private var open: [UInt64: Int] = [:]
    /// Elements whose end tag was sought in vain: there is none further on either.
    private var unclosed: Set<String> = []
    private var failedTemplates = 0
    private var lastByte: UInt8 = 0
    /// For each open definition list the item that is open in it.
    private var definitions: [HTMLTag?] = []

    /// - Parameter bytes: valid UTF-8.
    static func prepare(_ bytes: [UInt8], limits: ReadingLimits, isXML: Bool) -> PreparedHTML {
        var preparation = HTMLPreparation(limits: limits, isXML: isXML)
        bytes.withUnsafeBufferPointer { preparation.run($0) }
        return preparation.out
    }

    private init(limits: ReadingLimits, isXML: Bool) {
        self.limits = limits
        self.isXML = isXML
    }

    private mutating func run(_ p: UnsafeBufferPointer<UInt8>) {
        out.markup.reserveCapacity(p.count / 2)
        out.markup.append(contentsOf: "<html><body>".utf8)
        var i = 0
        while i < p.count {
            guard p[i] == 0x3C, i + 1 < p.count else {
                i = text(p, i, nextTag(p, i))
                continue
            }
            let next = p[i + 1]
            if next | 0x20 >= 0x61 && next | 0x20 <= 0x7A {
                i = startTag(p, i)
            } else if next == 0x2F, i + 2 < p.count, p[i + 2] | 0x20 >= 0x61 && p[i + 2] | 0x20 <= 0x7A {
                i = endTag(p, i)
            } else if next == 0x21 || next == 0x3F || next == 0x2F {
                i = declaration(p, i)
            } else {
                i = text(p, i, nextTag(p, i))
            }
        }
    }

    /// Offset of the next `<`, at least one byte on.
    private func nextTag(_ p: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int {
        var end = i + 1
        while end < p.count && p[end] != 0x3C { end += 1 }
        return end
    }

    private mutating func text(_ p: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        if svgDepth > 0 && svgTextDepth == 0 { return end }
        var i = start
        var decoded: [UInt8] = []
        while i < end {
            let b = p[i]
            switch b {
            case 0x26:
                decoded.removeAll(keepingCapacity: true)
                if let next = HTMLEntities.decode(
                    p, i, end, inAttribute: false, to: &decoded, &out.brokenReferences)
                {
                    i = next
                    for c in decoded { appendText(c) }
                } else {
                    appendText(b)
                    i += 1
                }
            default:
                appendText(b)
                i += 1
            }
        }
        return end
    }

    private mutating func appendText(_ b: UInt8) {
        switch b {
        case 0x26: out.markup.append(contentsOf: "&amp;".utf8)
        case 0x3C: out.markup.append(contentsOf: "&lt;".utf8)
        case 0x3E: out.markup.append(contentsOf: "&gt;".utf8)
        case 0x0D: out.markup.append(0x0A)
        default: out.markup.append(b)
        }
        if b == 0xA0 && lastByte == 0xC2 {
            // A no-break space is white space, and its first byte was counted.
            out.visibleBytes -= 1
        } else if b > 0x20 {
            out.visibleBytes += 1
        }
        lastByte = b
    }

    /// Comments, document types, processing instructions, CDATA.
    private mutating func declaration(_ p: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int {
        if p[i + 1] == 0x21, i + 3 < p.count, p[i + 2] == 0x2D, p[i + 3] == 0x2D {
            var at = i + 4
            if at < p.count, p[at] == 0x3E { return at + 1 }
            if at + 1 < p.count, p[at] == 0x2D, p[at + 1] == 0x3E { return at + 2 }
            while at + 2 < p.count {
                if p[at] == 0x2D && p[at + 1] == 0x2D {
                    if p[at + 2] == 0x3E { return at + 3 }
                    if p[at + 2] == 0x21, at + 3 < p.count, p[at + 3] == 0x3E { return at + 4 }
                }
                at += 1
            }
            out.unfinished = i
            return p.count
        }
        if isXML, Self.matches(p, i, "<![CDATA[") {
            var at = i + 9
            while at + 2 < p.count, !(p[at] == 0x5D && p[at + 1] == 0x5D && p[at + 2] == 0x3E) { at += 1 }
            for k in i + 9..<min(at, p.count) { appendText(p[k]) }
            return min(p.count, at + 3)
        }
        var at = i + 2
        while at < p.count && p[at] != 0x3E { at += 1 }
        return min(p.count, at + 1)
    }

    private mutating func startTag(_ p: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var i = start + 1
        let nameStart = i
        while i < p.count, p[i] > 0x20, p[i] != 0x3E, p[i] != 0x2F { i += 1 }
        let name = p[nameStart..<i]
        let hash = Self.hash(name)
        let tag = tag(name, hash)
        let firstAttribute = Int32(out.attributes.count)
        let firstValue = out.values.count
        guard let end = attributes(p, i) else {
            // The input ends inside the tag.
            out.attributes.removeSubrange(Int(firstAttribute)...)
            out.values.removeSubrange(firstValue...)
            out.unfinished = start
            return p.count
        }
        let attributes = firstAttribute..<Int32(out.attributes.count)
        let isSelfClosed = end >= 2 && p[end - 2] == 0x2F
        if svgDepth > 0 {
            if Self.breaksOut(tag) {
                svgDepth = 0
                svgTextDepth = 0
            } else {
                return foreign(p, end, tag, name, isSelfClosed)
            }
        }
        switch tag {
        case .svg, .math:
            if tag == .svg && !isSelfClosed { svgDepth = 1 }
            return end
        case .meta, .link, .html, .body:
            out.head.append(PreparedHTML.Meta(tag: tag, attributes: attributes))
            return end
        case .head, .base, .wbr, .source, .track, .param, .col, .colgroup, .frame, .embed, .area, .picture, .font,
            .plaintext:
            return end
        case .template:
            return isSelfClosed && isXML ? end : skipTemplate(p, end)
        default: break
        }
        if tag.isRawText && !(isSelfClosed && isXML) { return rawText(p, end, tag, attributes) }
        guard out.elements.count < limits.elements else {
            out.hasTooManyElements = true
            if tag.isBlock || tag == .br { out.markup.append(0x20) }
            return end
        }
        if hasOpenParagraph && Self.closesParagraph(tag) {
            out.markup.append(contentsOf: "</p>".utf8)
            hasOpenParagraph = false
        }
        if tag == .p { hasOpenParagraph = true }
        closeDefinition(before: tag)
        out.markup.append(0x3C)
        appendName(name)
        out.markup.append(contentsOf: " k=".utf8)
        out.markup.append(contentsOf: String(out.elements.count).utf8)
        out.markup.append(0x3E)
        out.elements.append(PreparedHTML.Element(tag: tag, attributes: attributes))
        if isSelfClosed && isXML && !tag.isVoid {
            out.markup.append(contentsOf: "</".utf8)
            appendName(name)
            out.markup.append(0x3E)
        } else if !tag.isVoid {
            open[hash, default: 0] += 1
        }
        return end
    }

    /// A term or description ends where the next begins, which libxml2 does not know of two descriptions.
    private mutating func closeDefinition(before tag: HTMLTag) {
        switch tag {
        case .dl: definitions.append(nil)
        case .dt, .dd:
            guard let last = definitions.indices.last else { return }
            if let open = definitions[last] { out.markup.append(contentsOf: "</\(open.rawValue)>".utf8) }
            definitions[last] = tag
        default: break
        }
    }

    private mutating func endTag(_ p: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var i = start + 2
        while i < p.count, p[i] > 0x20, p[i] != 0x3E, p[i] != 0x2F { i += 1 }
        let name = p[start + 2..<i]
        while i < p.count && p[i] != 0x3E { i += 1 }
        let end = min(p.count, i + 1)
        let hash = Self.hash(name)
        let tag = tag(name, hash)
        if svgDepth > 0 {
            if tag == .svg { svgDepth -= 1 }
            if svgTextDepth > 0 { svgTextDepth -= Self.isSVGText(name) ? 1 : 0 }
            if svgDepth == 0 { svgTextDepth = 0 }
            return end
        }
        if tag == .br {
            out.markup.append(contentsOf: "<br>".utf8)
            return end
        }
        guard let count = open[hash], count > 0 else { return end }
        open[hash] = count - 1
        if tag == .p { hasOpenParagraph = false }
        if tag == .dl, !definitions.isEmpty { definitions.removeLast() }
        if tag == .dt || tag == .dd, let last = definitions.indices.last, definitions[last] == tag {
            definitions[last] = nil
        }
        out.markup.append(contentsOf: "</".utf8)
        appendName(name)
        out.markup.append(0x3E)
        return end
    }

    /// Inside svg only the contents of text elements are words on the page.
    private mutating func foreign(
        _ p: UnsafeBufferPointer<UInt8>, _ end: Int, _ tag: HTMLTag, _ name: Slice<UnsafeBufferPointer<UInt8>>,
        _ isSelfClosed: Bool
    ) -> Int {
        if isSelfClosed { return end }
        if tag == .svg { svgDepth += 1 }
        if tag == .title || tag == .style || tag == .script || Self.isNamed(name, "desc") {
            return skip(p, end, String(decoding: name, as: UTF8.self).lowercased())
        }
        if Self.isSVGText(name) {
            svgTextDepth += 1
            out.markup.append(0x20)
        }
        return end
    }

    private mutating func rawText(
        _ p: UnsafeBufferPointer<UInt8>, _ start: Int, _ tag: HTMLTag, _ attributes: Range<Int32>
    ) -> Int {
        guard !unclosed.contains(tag.rawValue) else { return start }
        let (contentEnd, end) = Self.endOfRawText(p, start, tag.rawValue)
        if contentEnd == p.count && end == p.count {
            out.unfinished = start
            // Browsers show nothing more; only for script and style is that what the author can have meant.
            if tag != .script && tag != .style {
                unclosed.insert(tag.rawValue)
                return start
            }
        }
        switch tag {
        case .title where out.title == nil:
            var title: [UInt8] = []
            var i = start
            while i < contentEnd {
                if p[i] == 0x26,
                    let next = HTMLEntities.decode(
                        p, i, contentEnd, inAttribute: false, to: &title, &out.brokenReferences)
                {
                    i = next
                } else {
                    title.append(p[i])
                    i += 1
                }
            }
            out.title = title
        case .script:
            let type = out.string(.type, in: attributes)?.lowercased() ?? ""
            if type.contains("ld+json") { out.jsonLD.append(Array(p[start..<contentEnd])) }
        case .xmp:
            for k in start..<contentEnd { appendText(p[k]) }
        default: break
        }
        // Words on both sides of a skipped element stay apart as they do in print.
        if tag == .textarea || tag == .iframe { out.markup.append(0x20) }
        return end
    }

    private mutating func skip(_ p: UnsafeBufferPointer<UInt8>, _ start: Int, _ name: String) -> Int {
        guard !unclosed.contains(name) else { return start }
        let (content, end) = Self.endOfRawText(p, start, name)
        if content == p.count {
            unclosed.insert(name)
            return start
        }
        return end
    }

    private mutating func skipTemplate(_ p: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var depth = 1
        var i = start
        while i < p.count && failedTemplates < 16 {
            if p[i] == 0x3C {
                if Self.matches(p, i, "<template") {
                    depth += 1
                } else if Self.matches(p, i, "</template") {
                    depth -= 1
                    if depth == 0 {
                        while i < p.count && p[i] != 0x3E { i += 1 }
                        return min(p.count, i + 1)
                    }
                }
            }
            i += 1
        }
        failedTemplates += 1
        // Without an end the rest of the page would be lost; read on as if the tag were not there.
        return start
    }

    private mutating func appendName(_ name: Slice<UnsafeBufferPointer<UInt8>>) {
        for b in name.prefix(40) {
            if b >= 0x41 && b <= 0x5A {
                out.markup.append(b | 0x20)
            } else if HTMLEntities.isAlphanumeric(b) || b == 0x2D {
                out.markup.append(b)
            } else {
                out.markup.append(0x2D)
            }
        }
    }

    private mutating func tag(_ name: Slice<UnsafeBufferPointer<UInt8>>, _ hash: UInt64) -> HTMLTag {
        if let known = tagCache[hash] { return known }
        let tag = HTMLTag.byName[String(decoding: name.prefix(40), as: UTF8.self).lowercased()] ?? .unknown
        if tagCache.count < 4096 { tagCache[hash] = tag }
        return tag
    }

    /// Reads attributes up to the end of the tag. Returns the offset after `>`, nil when the input ends first.
    private mutating func attributes(_ p: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        var i = start
        var kept = 0
        while i < p.count {
            while i < p.count, p[i] <= 0x20 || p[i] == 0x2F { i += 1 }
            guard i < p.count else { return nil }
            if p[i] == 0x3E { return i + 1 }
            let nameStart = i
            i += 1
            while i < p.count, p[i] > 0x20, p[i] != 0x3D, p[i] != 0x3E, p[i] != 0x2F { i += 1 }
            let name = p[nameStart..<i]
            while i < p.count && p[i] <= 0x20 { i += 1 }
            var value = i..<i
            if i < p.count, p[i] == 0x3D {
                i += 1
                while i < p.count && p[i] <= 0x20 { i += 1 }
                guard i < p.count else { return nil }
                if p[i] == 0x22 || p[i] == 0x27 {
                    let quote = p[i]
                    i += 1
                    let first = i
                    while i < p.count && p[i] != quote { i += 1 }
                    value = first..<i
                    guard i < p.count else { return nil }
                    i += 1
                } else {
                    let first = i
                    while i < p.count, p[i] > 0x20, p[i] != 0x3E { i += 1 }
                    value = first..<i
                }
            }
            if kept < 32, let known = attribute(name) {
                kept += 1
                keep(p, known, value)
            }
        }
        return nil
    }

    private mutating func attribute(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> HTMLAttribute? {
        guard name.count <= 14 else { return nil }
        let hash = Self.hash(name)
        if let known = attributeCache[hash] { return known }
        let attribute = HTMLAttribute.byName[String(decoding: name, as: UTF8.self).lowercased()]
        if attributeCache.count < 4096 { attributeCache[hash] = .some(attribute) }
        return attribute
    }

    private mutating func keep(_ p: UnsafeBufferPointer<UInt8>, _ name: HTMLAttribute, _ range: Range<Int>) {
        let start = Int32(out.values.count)
        var i = range.lowerBound
        let end = min(range.upperBound, range.lowerBound + 65536)
        while i < end {
            if p[i] == 0x26,
                let next = HTMLEntities.decode(p, i, end, inAttribute: true, to: &out.values, &out.brokenReferences)
            {
                i = next
            } else {
                out.values.append(p[i])
                i += 1
            }
        }
        out.attributes.append(PreparedHTML.Attribute(name: name, value: start..<Int32(out.values.count)))
    }
}
