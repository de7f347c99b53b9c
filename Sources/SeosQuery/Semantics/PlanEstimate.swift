/// How many rows a plan is likely to handle, for choosing how it runs; never for what it answers.
struct PlanEstimate {
    /// At this point of the plan, for one row at its beginning.
    var rows = 1.0
    /// All rows of all steps.
    private(set) var work = 0.0
    /// Labels whose nodes are looked for.
    var labels: LabelSet = []
    /// Relationship types that are walked; nil once it may be any.
    private(set) var types: Set<Int>? = []

    var readsGraph: Bool { !labels.isEmpty || types.map { !$0.isEmpty } ?? true }

    mutating func multiply(_ fan: Double) {
        rows = min(rows * fan, 1e15)
        work = min(work + rows, 1e15)
    }

    mutating func walk(_ types: [Int]?) {
        if let types { self.types?.formUnion(types) } else { self.types = nil }
    }
}
