public import SeosModel

/// Words that give a line away as something other than content: "Read more", "We use cookies", "Share".
///
/// The language packs supply them; without them layout alone decides.
public protocol NoiseLexicon: Sendable {
    /// What a whole line is for, or nil when its words do not tell.
    ///
    /// - Parameters:
    ///   - line: UTF-8, as it stands in the page.
    ///   - language: BCP 47 tag, `und` when unknown.
    func role(of line: [UInt8], language: String) -> Block.Role?
}

/// Knows no words.
public struct EmptyNoiseLexicon: NoiseLexicon {
    public init() {}

    public func role(of line: [UInt8], language: String) -> Block.Role? { nil }
}
