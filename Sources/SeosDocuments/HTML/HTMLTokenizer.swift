/// Cuts a page into tags and text by the rules of the HTML standard (WHATWG, section 13.2.5) and feeds the tree builder.
///
/// One pass over valid UTF-8, in which NUL may stand.
struct HTMLTokenizer {
    private let limits: ReadingLimits
    private let isXML: Bool
    private var page = HTMLPage()
    private var tree: HTMLTreeBuilder
    private var tagCache: [UInt64: HTMLTag] = [:]
    private var attributeCache: [UInt64: HTMLAttribute?] = [:]
    /// Text since the last tag, decoded.
    private var run: [UInt8] = []
    /// Raw text elements that have no end tag further on.
    private var unclosed: Set<HTMLTag> = []

    /// - Parameter bytes: valid UTF-8.
    static func read(_ bytes: [UInt8], limits: ReadingLimits, isXML: Bool) -> (HTMLPage, HTMLTreeBuilder) {
        var tokenizer = HTMLTokenizer(limits: limits, isXML: isXML)
        bytes.withUnsafeBufferPointer { tokenizer.read($0) }
        return (tokenizer.page, tokenizer.tree)
    }

    private init(limits: ReadingLimits, isXML: Bool) {
        self.limits = limits
        self.isXML = isXML
        tree = HTMLTreeBuilder(maxDepth: limits.depth)
    }

    private mutating func read(_ p: UnsafeBufferPointer<UInt8>) {
        tree.text.reserveCapacity(p.count / 4)
        tree.nodes.reserveCapacity(p.count / 32)
        var i = 0
        while i < p.count {
            guard p[i] == 0x3C, i + 1 < p.count, !tree.isPlain else {
                i = text(p, i)
                continue
            }
            let next = p[i + 1]
            if Self.isLetter(next) {
                i = startTag(p, i)
            } else if next == 0x2F, i + 2 < p.count {
                i = Self.isLetter(p[i + 2]) ? endTag(p, i) : comment(p, i)
            } else if next == 0x21 || next == 0x3F {
                i = comment(p, i)
            } else {
                i = text(p, i)
            }
        }
        flush()
        tree.leaveHead()
    }

    static func isLetter(_ b: UInt8) -> Bool { b | 0x20 >= 0x61 && b | 0x20 <= 0x7A }

    // MARK: - Text

    /// Takes the text up to the next `<`, at least one byte.
    private mutating func text(_ p: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var end = start + 1
        while end < p.count, p[end] != 0x3C || tree.isPlain { end += 1 }
        var i = start
        var copied = start
        while i < end {
            if p[i] == 0x26, !tree.isPlain {
                take(p, copied..<i)
                let before = run.count
                if let next = HTMLEntities.decode(p, i, end, inAttribute: false, to: &run, &page.brokenReferences) {
                    tree.runPieces.append(TextPiece(text: before..<run.count, source: i..<next, isLiteral: false))
                    copied = next
                    i = next
                } else {
                    copied = i
                    i += 1
                }
            } else if p[i] == 0x0D {
                take(p, copied..<i)
                run.append(0x0A)
                i += i + 1 < end && p[i + 1] == 0x0A ? 2 : 1
                copied = i
            } else {
                i += 1
            }
        }
        take(p, copied..<end)
        return end
    }

    /// Adds bytes to the run as they are.
    private mutating func take(_ p: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        let before = run.count
        run.append(contentsOf: p[range])
        tree.runPieces.append(TextPiece(text: before..<run.count, source: range, isLiteral: true))
    }

    private mutating func flush() {
        guard !run.isEmpty else { return }
        tree.characters(run[...])
        run.removeAll(keepingCapacity: true)
        tree.runPieces.removeAll(keepingCapacity: true)
    }

    // MARK: - Comments, document types, processing instructions, CDATA

    private mutating func comment(_ p: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int {
        if p[i + 1] == 0x21, i + 3 < p.count, p[i + 2] == 0x2D, p[i + 3] == 0x2D { return dashedComment(p, i) }
        if Self.matches(p, i, "<![cdata["), Self.isCDATA(p, i), isXML || tree.isForeignCurrent {
            var at = i + 9
            while at < p.count, !(p[at] == 0x5D && at + 2 < p.count && p[at + 1] == 0x5D && p[at + 2] == 0x3E) {
                at += 1
            }
            take(p, min(i + 9, p.count)..<at)
            return min(p.count, at + 3)
        }
        if Self.matches(p, i, "<!doctype") {
            flush()
            if tree.mode == .beforeHTML { tree.isQuirky = false }
        }
        var at = i + 2
        while at < p.count && p[at] != 0x3E { at += 1 }
        return min(p.count, at + 1)
    }

    private mutating func dashedComment(_ p: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int {
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
        page.unfinished = i
        return p.count
    }

    private static func isCDATA(_ p: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
        p[(i + 3)..<(i + 8)].elementsEqual("CDATA".utf8)
    }

    // MARK: - Tags

    private mutating func startTag(_ p: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var i = start + 1
        let nameStart = i
        while i < p.count, !HTMLTreeBuilder.isSpace(p[i]), p[i] != 0x3E, p[i] != 0x2F { i += 1 }
        let name = p[nameStart..<i]
        let hash = Self.hash(name)
        let tag = tag(name, hash)
        let firstAttribute = Int32(page.attributes.count)
        let firstValue = page.values.count
        guard let end = attributes(p, i) else {
            // The input ends inside the tag.
            page.attributes.removeSubrange(Int(firstAttribute)...)
            page.values.removeSubrange(firstValue...)
            page.unfinished = start
            return p.count
        }
        let attributes = firstAttribute..<Int32(page.attributes.count)
        flush()
        let isSelfClosed = end >= 2 && p[end - 2] == 0x2F
        switch tag {
        case .meta, .link, .html, .body:
            if !tree.isForeignCurrent { page.head.append(HTMLPage.Meta(tag: tag, attributes: attributes)) }
        default: break
        }
        guard page.elements.count < limits.elements else {
            page.hasTooManyElements = true
            if tag.isBlock || tag == .br { run.append(0x20) }
            return tag.isRawText ? Self.endOfRawText(p, end, Self.name(of: tag)).end : end
        }
        var token = HTMLTreeBuilder.Tag(tag: tag, name: hash, element: Int32(page.elements.count))
        token.isBare = attributes.isEmpty
        token.isSelfClosed = isSelfClosed
        switch tag {
        case .font:
            token.isStyledFont = [HTMLAttribute.color, .face, .size].contains { page.value($0, in: attributes) != nil }
        case .annotationXML:
            let encoding = page.string(.encoding, in: attributes)?.lowercased()
            token.holdsHTML = encoding == "text/html" || encoding == "application/xhtml+xml"
        case .input: token.isHiddenInput = page.string(.type, in: attributes)?.lowercased() == "hidden"
        default: break
        }
        page.elements.append(HTMLPage.Element(tag: tag, attributes: attributes))
        let before = tree.nodes.count
        tree.start(token)
        let closesItself = isSelfClosed && isXML && !tag.isVoid
        if tag.isRawText, isOpened(tag, since: before) {
            if closesItself {
                tree.rawText([])
                return end
            }
            return rawText(p, end, tag, attributes)
        }
        if closesItself { tree.end(tag, hash) }
        return skipLineFeed(p, end, tag)
    }

    /// Whether the start tag opened an element of HTML and was not ignored or read as SVG.
    private func isOpened(_ tag: HTMLTag, since count: Int) -> Bool {
        tree.nodes.count > count && tree.currentIs(tag)
    }

    /// A line end right behind `pre` is no part of it.
    private func skipLineFeed(_ p: UnsafeBufferPointer<UInt8>, _ i: Int, _ tag: HTMLTag) -> Int {
        guard tag == .pre || tag == .listing, i < p.count else { return i }
        if p[i] == 0x0A { return i + 1 }
        return p[i] == 0x0D ? (i + 1 < p.count && p[i + 1] == 0x0A ? i + 2 : i + 1) : i
    }

    private mutating func endTag(_ p: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var i = start + 2
        while i < p.count, !HTMLTreeBuilder.isSpace(p[i]), p[i] != 0x3E, p[i] != 0x2F { i += 1 }
        let name = p[start + 2..<i]
        let (attributes, values) = (page.attributes.count, page.values.count)
        let end = self.attributes(p, i)
        page.attributes.removeSubrange(attributes...)
        page.values.removeSubrange(values...)
        guard let end else {
            page.unfinished = start
            return p.count
        }
        flush()
        let hash = Self.hash(name)
        tree.end(tag(name, hash), hash)
        return end
    }

    private mutating func rawText(
        _ p: UnsafeBufferPointer<UInt8>, _ start: Int, _ tag: HTMLTag, _ attributes: Range<Int32>
    ) -> Int {
        var (contentEnd, end) = (start, start)
        if !unclosed.contains(tag) {
            (contentEnd, end) =
                tag == .script ? Self.endOfScript(p, start) : Self.endOfRawText(p, start, Self.name(of: tag))
            if contentEnd == p.count && end == p.count && p.count > start {
                page.unfinished = start
                // Browsers show nothing more. Where a whole page would be lost that is not what its author meant.
                if p.count - start > Self.mostUnclosed, tag != .script, tag != .style {
                    unclosed.insert(tag)
                    (contentEnd, end) = (start, start)
                }
            }
        }
        let content = p[start..<contentEnd]
        switch tag {
        case .title where page.title == nil: page.title = decoded(p, start..<contentEnd)
        case .script:
            let type = page.string(.type, in: attributes)?.lowercased() ?? ""
            if type.contains("ld+json") { page.jsonLD.append(Array(content)) }
        default: break
        }
        if tag == .xmp {
            tree.runPieces = [TextPiece(text: 0..<content.count, source: start..<contentEnd, isLiteral: true)]
        }
        tree.rawText(tag == .xmp ? Array(content)[...] : [])
        tree.runPieces.removeAll(keepingCapacity: true)
        return end
    }

    /// Bytes that an element of raw text without an end may swallow.
    private static let mostUnclosed = 2000

    private mutating func decoded(_ p: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [UInt8] {
        var text: [UInt8] = []
        var i = range.lowerBound
        while i < range.upperBound {
            if p[i] == 0x26,
                let next = HTMLEntities.decode(
                    p, i, range.upperBound, inAttribute: false, to: &text, &page.brokenReferences)
            {
                i = next
            } else {
                text.append(p[i])
                i += 1
            }
        }
        return text
    }

    private mutating func tag(_ name: Slice<UnsafeBufferPointer<UInt8>>, _ hash: UInt64) -> HTMLTag {
        if let known = tagCache[hash] { return known }
        let tag = HTMLTag.byName[String(decoding: name.prefix(40), as: UTF8.self).lowercased()] ?? .unknown
        if tagCache.count < 4096 { tagCache[hash] = tag }
        return tag
    }

    // MARK: - Attributes

    /// Reads attributes up to the end of the tag. Returns the offset after `>`, nil when the input ends first.
    private mutating func attributes(_ p: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        var i = start
        var kept = 0
        while i < p.count {
            while i < p.count, HTMLTreeBuilder.isSpace(p[i]) || p[i] == 0x2F { i += 1 }
            guard i < p.count else { return nil }
            if p[i] == 0x3E { return i + 1 }
            let nameStart = i
            i += 1
            while i < p.count, !HTMLTreeBuilder.isSpace(p[i]), p[i] != 0x3D, p[i] != 0x3E, p[i] != 0x2F { i += 1 }
            let name = p[nameStart..<i]
            while i < p.count && HTMLTreeBuilder.isSpace(p[i]) { i += 1 }
            var value = i..<i
            if i < p.count, p[i] == 0x3D {
                i += 1
                while i < p.count && HTMLTreeBuilder.isSpace(p[i]) { i += 1 }
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
                    while i < p.count, !HTMLTreeBuilder.isSpace(p[i]), p[i] != 0x3E { i += 1 }
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
        let start = Int32(page.values.count)
        var i = range.lowerBound
        let end = min(range.upperBound, range.lowerBound + 65536)
        while i < end {
            if p[i] == 0x26,
                let next = HTMLEntities.decode(p, i, end, inAttribute: true, to: &page.values, &page.brokenReferences)
            {
                i = next
            } else {
                page.values.append(p[i])
                i += 1
            }
        }
        page.attributes.append(HTMLPage.Attribute(name: name, value: start..<Int32(page.values.count)))
    }
}
