public import SeosText

/// What reading a document may depend on besides its bytes.
public struct ReadingOptions: Sendable {
    public var limits: ReadingLimits
    public var noise: any NoiseLexicon
    /// The language of some text, `und` when it does not tell; what the page declares may help.
    public var identify: @Sendable (_ text: [UInt8], _ declared: String) -> String = { _, declared in declared }
    /// Sharpens the guess of a character encoding.
    public var scorer: TextDecoder.Scorer?
    /// Between what may be content (0) and only what plainly is (1).
    public var focus = 0.5
    public var readers: [any DocumentReader] = DocumentReaders.all
    /// Where large files, and formats whose readers are not trusted, are read; nil reads all in this process.
    public var process: ReaderProcess?
    /// Whether a document is to have the hash of its bytes.
    public var wantsHash = true
    /// Whether a document is to know where its text stands in the bytes it was read from.
    public var wantsSource = true

    public init(
        limits: ReadingLimits = ReadingLimits(), noise: any NoiseLexicon = EmptyNoiseLexicon(),
        scorer: TextDecoder.Scorer? = nil
    ) {
        self.limits = limits
        self.noise = noise
        self.scorer = scorer
    }
}
