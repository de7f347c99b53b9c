/// What decides whether an input has to be read again.
public struct Fingerprint: Sendable, Hashable {
    /// SHA-256 of the raw bytes, lower case hexadecimal.
    public var hash: String
    /// Version of the rules and packs that read it.
    public var extractor: String

    public init(hash: String, extractor: String) {
        self.hash = hash
        self.extractor = extractor
    }
}
