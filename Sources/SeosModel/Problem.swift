/// Something that went wrong with one document and did not stop the rest.
public struct Problem: Sendable, Hashable {
    public enum Severity: Int, Sendable, Hashable, Comparable {
        /// Worth knowing: a repair that changed nothing a reader would miss.
        case note = 0
        /// Something was read in doubt, cut or replaced.
        case warning = 1
        /// The document could not be read.
        case failure = 2

        public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
    }

    /// A stable word such as `html.too-deep`, `text.invalid-utf8`, `input.missing`, `value.ambiguous`.
    public var code: String
    public var severity: Severity
    /// One sentence for a person: what is wrong, what was kept, what was lost.
    public var message: String
    /// Where in the stored text, if known.
    public var span: SourceSpan?

    public init(code: String, severity: Severity = .warning, message: String, span: SourceSpan? = nil) {
        self.code = code
        self.severity = severity
        self.message = message
        self.span = span
    }
}
