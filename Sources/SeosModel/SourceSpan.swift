/// A half-open range of UTF-8 bytes in the stored text of one document.
///
/// Offsets are never bare integers inside Seos. What leaves Seos counts Unicode code points instead; see
/// ``StoredText/codePointRange(of:)``.
public struct SourceSpan: Hashable, Comparable, Sendable {
    public var start: Int
    public var end: Int

    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    public var length: Int { end - start }
    public var isEmpty: Bool { end <= start }

    public func contains(_ other: SourceSpan) -> Bool { start <= other.start && other.end <= end }
    public func overlaps(_ other: SourceSpan) -> Bool { start < other.end && other.start < end }

    /// The smallest span that holds both.
    public func union(_ other: SourceSpan) -> SourceSpan {
        SourceSpan(min(start, other.start), max(end, other.end))
    }

    public static func < (a: SourceSpan, b: SourceSpan) -> Bool {
        (a.start, a.end) < (b.start, b.end)
    }
}
