public import SeosModel

/// Text made from raw bytes: valid UTF-8, everything that was not a character replaced by U+FFFD.
public struct DecodedText: Sendable {
    /// Why the encoding was chosen.
    public enum Evidence: String, Sendable {
        case byteOrderMark
        /// The whole input is valid UTF-8, or plainly was before it was damaged.
        case validity
        /// Zero bytes where UTF-16 and UTF-32 have them.
        case pattern
        case declaration
        case guess
    }

    /// What had to be replaced. Offsets count raw bytes.
    public struct Repairs: Sendable, Hashable {
        /// Byte sequences that are no character of the encoding, lone surrogates included.
        public var invalid = 0
        public var nulls = 0
        public var controls = 0
        public var noncharacters = 0

        public init() {}

        public var total: Int { invalid + nulls + controls + noncharacters }
    }

    public var utf8: [UInt8]
    /// IANA name, lower case.
    public var charset: String
    public var evidence: Evidence
    /// The label that the document or its carrier gave, as written.
    public var declared: String?
    public var repairs: Repairs
    /// The way back to the raw bytes.
    public var origin: RawOrigin
    public var problems: [Problem]

    public init(
        utf8: [UInt8], charset: String, evidence: Evidence, declared: String? = nil, repairs: Repairs = Repairs(),
        origin: RawOrigin = .unknown, problems: [Problem] = []
    ) {
        self.utf8 = utf8
        self.charset = charset
        self.evidence = evidence
        self.declared = declared
        self.repairs = repairs
        self.origin = origin
        self.problems = problems
    }
}
