public import SeosModel

/// A document together with what was found in it: one item of a batch.
public struct ReadDocument: Sendable {
    public var document: Document
    public var extraction: Extraction

    public init(document: Document, extraction: Extraction) {
        self.document = document
        self.extraction = extraction
    }
}
