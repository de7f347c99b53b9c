/// How much of one document is read. Each limit that bites leaves a problem with the document.
public struct ReadingLimits: Sendable, Hashable {
    /// Raw bytes; a larger file is not read.
    public var fileBytes = 64 << 20
    /// Raw bytes; a larger file is read in a process of its own, where there is one.
    public var ownProcessBytes = 8 << 20
    /// Bytes of stored text; the rest is cut at a block boundary.
    public var textBytes = 16 << 20
    /// Nested elements; deeper ones lose their structure, not their text.
    public var depth = 512
    /// Elements of a page; the text of the rest is kept without structure.
    public var elements = 2_000_000
    /// Columns or rows that one table cell may span.
    public var cellSpan = 1000
    /// Cells of one table.
    public var tableCells = 100_000

    public init() {}
}
