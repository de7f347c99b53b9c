/// What the tags of a page say: attributes, head, scripts. The tree refers to its elements by number.
struct HTMLPage {
    struct Element {
        var tag: HTMLTag
        /// Range of ``HTMLPage/attributes``.
        var attributes: Range<Int32>
    }

    struct Attribute {
        var name: HTMLAttribute
        /// Decoded, range of ``HTMLPage/values``.
        var value: Range<Int32>
    }

    struct Meta {
        var tag: HTMLTag
        var attributes: Range<Int32>
    }

    var elements: [Element] = []
    var attributes: [Attribute] = []
    var values: [UInt8] = []
    /// `meta` and `link` elements, wherever they stand, and `html`.
    var head: [Meta] = []
    var title: [UInt8]?
    /// Raw contents of `script type="application/ld+json"`.
    var jsonLD: [[UInt8]] = []
    /// Bytes of text other than white space and no-break spaces that the page shows.
    var visibleBytes = 0
    /// Character references to what is no character.
    var brokenReferences = 0
    /// Whether the limit of elements was reached.
    var hasTooManyElements = false
    /// Offset of a tag or comment that the input ends in.
    var unfinished: Int?

    func value(_ name: HTMLAttribute, in range: Range<Int32>) -> ArraySlice<UInt8>? {
        for i in range where attributes[Int(i)].name == name {
            let value = attributes[Int(i)].value
            return values[Int(value.lowerBound)..<Int(value.upperBound)]
        }
        return nil
    }

    func string(_ name: HTMLAttribute, in range: Range<Int32>) -> String? {
        value(name, in: range).map { String(decoding: $0, as: UTF8.self) }
    }
}
