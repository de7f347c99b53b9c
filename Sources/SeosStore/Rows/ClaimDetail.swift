public import SeosModel

/// One claim with everything that helps to judge it.
public struct ClaimDetail: Sendable {
    /// A further span that supports the claim.
    public struct Evidence: Sendable, Hashable {
        /// UTF-8 bytes of the stored text.
        public let span: SourceSpan
        /// Unicode code points of the stored text.
        public let codePoints: Range<Int>
        public let quote: String
    }

    public let claim: ClaimRow
    public let document: DocumentRow
    /// The text the spans count in: of the version that says so, which for a retired claim is an earlier one.
    public let text: StoredText
    /// Without the first, which is ``ClaimRow/span``.
    public let evidence: [Evidence]
}
