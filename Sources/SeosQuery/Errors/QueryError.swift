/// Why a query was refused or stopped, with its place and, where there is one, a next step.
///
/// `description` is the whole text for people: the sentence, the line of the query and a caret below the place.
/// Texts taken from the query are shortened and their control characters shown as escapes.
public struct QueryError: Error, Sendable, Hashable {
    public enum Code: String, Sendable, Hashable, CaseIterable {
        case syntax = "query.syntax"
        case unknownLabel = "query.unknown-label"
        case unknownType = "query.unknown-type"
        case unknownProperty = "query.unknown-property"
        case unknownFunction = "query.unknown-function"
        case unknownVariable = "query.unknown-variable"
        case unsupported = "query.unsupported"
        case write = "query.write"
        case parameterMissing = "query.parameter-missing"
        case timeout = "query.timeout"
        case cancelled = "query.cancelled"
        case tooLong = "query.too-long"
        case tooDeep = "query.too-deep"
        case type = "query.type"
        case database = "query.database"
    }

    public var code: Code
    public var message: String
    /// Counted from 1; nil when the error has no place in the query.
    public var line: Int?
    /// In Unicode code points, from 1.
    public var column: Int?
    public var hint: String?
    /// The line of the query and the width of the place, for `description`.
    var excerpt: Excerpt?
    /// How openCypher calls the error, where it has a name.
    public var standard: StandardError?

    struct Excerpt: Sendable, Hashable {
        var text: String
        /// Columns before the caret and under it, as a terminal shows them.
        var indent: Int
        var width: Int
    }

    public init(code: Code, message: String, hint: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
    }
}

/// An error inside the compiler, whose place is still a byte range of the query text.
struct QueryFault: Error {
    var code: QueryError.Code
    var message: String
    var range: Range<Int>?
    var hint: String?
    var standard: StandardError?

    init(
        _ code: QueryError.Code, _ message: String, at range: Range<Int>?, hint: String? = nil,
        _ standard: StandardError? = nil
    ) {
        self.code = code
        self.message = message
        self.range = range
        self.hint = hint
        self.standard = standard
    }
}
