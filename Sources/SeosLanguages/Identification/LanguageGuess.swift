/// The language of a text, as far as its letters tell.
public struct LanguageGuess: Sendable, Equatable {
    /// BCP 47 tag, or `und`.
    public let tag: String
    /// The next best tag; `und` where there is none.
    public let second: String
    /// Log-odds to the second language per letter read (natural logarithm); 0 for `und`.
    public let margin: Float
    /// Estimated probability of the tag within the closed set, 0 to 1.
    public let confidence: Float
    /// How many letters were read.
    public let letters: Int

    static let und = "und"
    static let undetermined = LanguageGuess(tag: und, second: und, margin: 0, confidence: 0, letters: 0)

    public var isDetermined: Bool { tag != Self.und }
}
