/// The text of a document as Seos keeps it: valid UTF-8 in Unicode normalisation form C.
///
/// Every ``SourceSpan`` of the document counts bytes of `utf8`.
public struct StoredText: Sendable, Hashable {
    public let utf8: [UInt8]

    public init(utf8: [UInt8]) { self.utf8 = utf8 }
    public init(_ string: String) { self.utf8 = Array(string.utf8) }

    public var string: String { String(decoding: utf8, as: UTF8.self) }
    public var count: Int { utf8.count }

    /// The exact words of a span.
    public subscript(span: SourceSpan) -> String {
        guard span.start >= 0, span.end <= utf8.count, span.start < span.end else { return "" }
        return String(decoding: utf8[span.start..<span.end], as: UTF8.self)
    }

    /// Start and end of a span in Unicode code points. Linear in the length of the text; use
    /// ``codePointOffsets(of:)`` for many spans.
    public func codePointRange(of span: SourceSpan) -> Range<Int> {
        let start = codePoints(in: 0, span.start)
        return start..<(start + codePoints(in: span.start, span.end))
    }

    /// Code point offsets of many byte offsets in one pass.
    ///
    /// - Parameter offsets: byte offsets in any order, each on a character boundary.
    /// - Returns: the offsets in code points, in the order given.
    public func codePointOffsets(of offsets: [Int]) -> [Int] {
        let order = offsets.indices.sorted { offsets[$0] < offsets[$1] }
        var result = [Int](repeating: 0, count: offsets.count)
        var byte = 0
        var points = 0
        for i in order {
            let target = min(offsets[i], utf8.count)
            points += codePoints(in: byte, target)
            byte = max(byte, target)
            result[i] = points
        }
        return result
    }

    private func codePoints(in start: Int, _ end: Int) -> Int {
        var n = 0
        utf8.withUnsafeBufferPointer { p in
            var i = max(0, start)
            let stop = min(end, p.count)
            while i < stop {
                if p[i] & 0xC0 != 0x80 { n += 1 }
                i += 1
            }
        }
        return n
    }
}
