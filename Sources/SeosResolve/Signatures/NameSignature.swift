/// What a name of an organization or programme says, apart from its language: the ideas, places, numbers and proper
/// words in it.
///
/// Made by ``SignatureBuilder`` and compared by ``NameMatcher``; ids are the builder's.
public struct NameSignature: Sendable {
    /// One word, or one part of a compound.
    struct Part: Sendable {
        /// Ideas it can stand for, at most three; empty for a proper word.
        var concepts: (Int32, Int32, Int32) = (-1, -1, -1)
        /// Places it can name, at most three.
        var places: (Int32, Int32, Int32) = (-1, -1, -1)
        /// Its letters, in the builder's table of words.
        var word: Int32
        /// Which of the 26 letters it has, and how many letters.
        var mask: UInt32 = 0
        var length: Int32 = 0
        var weight: Float
        var isHead = false
        /// A number written in digits or as a Roman numeral.
        var isNumber = false
        /// No list knows it.
        var isProper: Bool { concepts.0 < 0 && places.0 < 0 && !isNumber }
    }

    var parts: [Part]
    /// The idea of the kind of body: university, ministry, association; -1 when the name has none.
    var head: Int32
    /// Letters of acronyms in it, or of the whole name when it is one.
    var acronyms: [[UInt8]]
    /// First letters of its words.
    var initials: [UInt8]
    /// The same without the small ones: "de", "and".
    var mainInitials: [UInt8]
    /// Countries that its places lie in, packed letters; 0 when none.
    var country: UInt16
    var isOnlyAcronym: Bool
    /// Hash of all its letters, for equal names.
    var hash: UInt64
    var totalWeight: Float
    /// Several words of different scripts in one word: a spelling that may be meant to mislead.
    public var hasMixedScript: Bool
}
