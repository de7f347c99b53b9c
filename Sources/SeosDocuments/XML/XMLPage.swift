internal import CXML2

/// What libxml2 read of a document: its elements in order, their attributes and text.
struct XMLPage {
    enum Outcome {
        case done
        case malformed(line: Int, message: String)
        /// Entities are declared, which are not read.
        case entities
        case tooMany
        case noMemory
    }

    struct Element {
        /// Without its prefix.
        var name: Range<Int>
        var space: Range<Int>
        var attributes: Range<Int>
        /// Index after the last element below it; -1 for none.
        var parent: Int
        var end: Int
        /// Range of ``XMLPage/texts``: those of this element and of the elements below it.
        var texts: Range<Int>
        /// Bytes of text other than white space: its own, and with those of the elements below it.
        var ownInk = 0
        var ink = 0
    }

    struct Attribute {
        var name: Range<Int>
        var space: Range<Int>
        var value: Range<Int>
    }

    struct Text {
        /// Innermost element.
        var element: Int
        var range: Range<Int>
        /// Where it stands in the decoded markup.
        var source: Int?
    }

    private(set) var outcome = Outcome.done
    private(set) var elements: [Element] = []
    private(set) var attributes: [Attribute] = []
    private(set) var texts: [Text] = []
    /// Names, values and texts.
    private(set) var bytes: [UInt8] = []
    private(set) var depth = 0

    /// - Parameter markup: valid UTF-8.
    init(_ markup: [UInt8], limits: ReadingLimits) {
        guard !markup.isEmpty else { return }
        let most = Int64(limits.elements) * 4
        let read = markup.withUnsafeBufferPointer { p in
            p.baseAddress.flatMap { seos_xml_read($0, Int64(p.count), most) }
        }
        guard let read else {
            outcome = .noMemory
            return
        }
        defer { seos_xml_free(read) }
        switch seos_xml_outcome(read) {
        case Int32(SEOS_XML_DONE): outcome = .done
        case Int32(SEOS_XML_ENTITIES): outcome = .entities
        case Int32(SEOS_XML_TOO_MANY): outcome = .tooMany
        case Int32(SEOS_XML_NO_MEMORY): outcome = .noMemory
        default:
            let message = seos_xml_message(read).map { String(cString: $0) } ?? ""
            outcome = .malformed(
                line: Int(seos_xml_line(read)), message: String(message.prefix { !$0.isNewline }))
        }
        depth = Int(seos_xml_depth(read))
        bytes = Array(UnsafeBufferPointer(start: seos_xml_bytes(read), count: Int(seos_xml_byte_count(read))))
        build(UnsafeBufferPointer(start: seos_xml_events(read), count: Int(seos_xml_event_count(read))))
    }

    private mutating func build(_ events: UnsafeBufferPointer<seos_xml_event>) {
        var open: [Int] = []
        func range(_ start: Int32, _ length: Int32) -> Range<Int> { Int(start)..<Int(start) + Int(length) }
        for event in events {
            let name = range(event.name_start, event.name_length)
            switch event.kind {
            case Int32(SEOS_XML_OPEN):
                elements.append(
                    Element(
                        name: name, space: range(event.space_start, event.space_length),
                        attributes: attributes.count..<attributes.count, parent: open.last ?? -1,
                        end: elements.count + 1, texts: texts.count..<texts.count))
                open.append(elements.count - 1)
            case Int32(SEOS_XML_ATTRIBUTE):
                attributes.append(
                    Attribute(
                        name: name, space: range(event.space_start, event.space_length),
                        value: range(event.text_start, event.text_length)))
                if let last = open.last {
                    elements[last].attributes = elements[last].attributes.lowerBound..<attributes.count
                }
            case Int32(SEOS_XML_TEXT):
                add(range(event.text_start, event.text_length), event.source, open.last)
            case Int32(SEOS_XML_REFERENCE):
                // "&nbsp;" of a document type that is not read.
                let start = bytes.count
                if let found = bytes.withUnsafeBufferPointer({ EntityTable.characters($0[name]) }) {
                    bytes.append(contentsOf: found)
                }
                add(start..<bytes.count, -1, open.last)
            default: close(&open)
            }
        }
        while !open.isEmpty { close(&open) }
    }

    private mutating func add(_ range: Range<Int>, _ source: Int64, _ element: Int?) {
        guard let element, !range.isEmpty else { return }
        texts.append(Text(element: element, range: range, source: source < 0 ? nil : Int(source)))
        elements[element].ownInk += TextShape.ink(bytes[range])
    }

    private mutating func close(_ open: inout [Int]) {
        guard let last = open.popLast() else { return }
        elements[last].end = elements.count
        elements[last].texts = elements[last].texts.lowerBound..<texts.count
        elements[last].ink += elements[last].ownInk
        if let parent = open.last { elements[parent].ink += elements[last].ink }
    }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    func isLeaf(_ element: Int) -> Bool { elements[element].end == element + 1 }

    /// The value of an attribute without a namespace, in the `xml` one for `lang`.
    func value(_ name: String, of element: Int) -> String? {
        for i in elements[element].attributes where bytes[attributes[i].name].elementsEqual(name.utf8) {
            return string(attributes[i].value)
        }
        return nil
    }

    /// Places of the texts in the decoded markup.
    var pieces: [TextPiece] {
        texts.compactMap { text in
            text.source.map {
                TextPiece(text: text.range, source: $0..<$0 + text.range.count, isLiteral: true)
            }
        }.sorted { $0.text.lowerBound < $1.text.lowerBound }
    }
}
