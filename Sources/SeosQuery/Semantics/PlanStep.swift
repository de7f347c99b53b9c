/// One clause of a plan.
struct PlanStep: Sendable {
    var words: String
    /// How the evaluator goes about it; of no meaning where SQLite answers.
    var remarks: [String] = []
    /// How many rows it is likely to give.
    var rows: Double

    /// The rows as people say them: two digits, and nothing below one.
    var likely: Int {
        var unit = 1.0
        while rows / unit >= 100, unit < 1e14 { unit *= 10 }
        return max(1, Int((rows / unit).rounded() * unit))
    }
}
