import GRDB
public import SeosModel

/// A stored problem.
public struct ProblemRow: Sendable, Hashable {
    public let uri: String
    public let problem: Problem
    /// Unicode code points of the stored text, where the place is known.
    public let codePoints: Range<Int>?
    /// True when the input could not be read at all.
    public let isFailure: Bool
    /// UTC, ISO 8601.
    public let time: String

    static let columns = #"uri, document_id, code, severity, message, start_byte, end_byte, "start", "end", time"#

    init(_ row: Row) {
        uri = row[0]
        isFailure = (row[1] as Int64?) == nil
        var span: SourceSpan?
        if let start = row[5] as Int?, let end = row[6] as Int? { span = SourceSpan(start, end) }
        problem = Problem(
            code: row[2], severity: Problem.Severity(word: row[3]) ?? .warning, message: row[4], span: span)
        if let start = row[7] as Int?, let end = row[8] as Int? {
            codePoints = Words.range(start, end)
        } else {
            codePoints = nil
        }
        time = row[9]
    }
}
