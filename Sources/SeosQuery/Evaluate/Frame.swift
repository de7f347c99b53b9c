/// The variables of one row while it passes through a query; each variable of the query has a place of its own.
final class Frame {
    var slots: [Value]

    init(count: Int) { slots = Array(repeating: .null, count: count) }
}

/// An expression made ready for rows.
typealias Evaluation = (Frame) throws -> Value
