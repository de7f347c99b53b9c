/// One case of a case file: an input, and what must and must not be found in it.
public struct TestCase: Sendable, CustomStringConvertible {
    /// One line below `---`: `money  1200 EUR  "1200 eurot"  total`.
    public struct Expectation: Sendable, Hashable {
        public var kind: String
        public var value: String
        /// Characters of the input.
        public var quote: String
        /// What else is claimed of it; empty when nothing.
        public var note: String
        /// 1 for the first line of the file.
        public var line: Int

        public init(kind: String, value: String, quote: String, note: String = "", line: Int) {
            self.kind = kind
            self.value = value
            self.quote = quote
            self.note = note
            self.line = line
        }
    }

    public var name: String
    /// BCP 47 tag of `:language`; nil when the case names none.
    public var language: String?
    /// Kinds of which nothing else may be found: those of `:none`.
    public var none: Set<String>
    public var input: String
    public var expectations: [Expectation]
    /// File name and line, for messages.
    public var place: String

    public var isNegative: Bool { expectations.isEmpty }
    public var description: String { "\(place): \(name)" }
}
