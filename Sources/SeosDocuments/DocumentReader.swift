public import SeosModel
public import SeosText

/// Turns the text of one format into blocks.
///
/// A reader never throws for content: what it cannot read it leaves out and says so in a problem.
public protocol DocumentReader: Sendable {
    /// Short name, for lists of formats.
    var name: String { get }
    var mediaTypes: [String] { get }
    /// Endings of file names, without the dot, lower case.
    var extensions: [String] { get }

    /// - Parameters:
    ///   - text: decoded and repaired, not yet normalised.
    ///   - document: carries uri, media type, charset and the problems so far.
    /// - Returns: the document with text, blocks, metadata and further problems.
    func read(_ text: DecodedText, into document: Document, options: ReadingOptions) -> Document
}
