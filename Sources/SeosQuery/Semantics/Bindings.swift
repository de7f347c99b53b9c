/// The variables in sight, in the order they came, each with its place in the frame.
struct Bindings {
    struct Binding {
        var slot: Int
        var type: StaticType
    }

    private(set) var names: [String] = []
    private var bindings: [String: Binding] = [:]

    subscript(name: String) -> Binding? {
        get { bindings[name] }
        set {
            if bindings[name] == nil, newValue != nil { names.append(name) }
            bindings[name] = newValue
        }
    }
}

/// What an expression becomes.
struct Planned {
    var type: StaticType
    var evaluate: Evaluation
    /// Where the value stands already, when the expression is a variable.
    var slot: Int?

    init(_ type: StaticType, _ evaluate: @escaping Evaluation) {
        self.type = type
        self.evaluate = evaluate
    }

    init(_ type: StaticType, slot: Int) {
        self.type = type
        self.slot = slot
        evaluate = { $0.slots[slot] }
    }

    var reading: Reading { Reading(slot: slot ?? -1, evaluate: evaluate) }

    static func constant(_ value: Value, _ type: StaticType) -> Planned { Planned(type) { _ in value } }
}

/// The columns and aggregates of a projection with aggregates, or with DISTINCT: what other expressions of the same
/// clause may refer to.
final class Grouping {
    /// By the words of the expression: a variable or a property stands for its column wherever it occurs.
    var columns: [String: Bindings.Binding] = [:]
    /// Other columns, found only as a whole ORDER BY item.
    var whole: [String: Bindings.Binding] = [:]
    /// The variables before the clause: inside aggregates.
    var inner: Bindings
    var allowsAggregates: Bool
    var isOrder = false
    var uses: [AggregateOperator.Use] = []
    var known: [String: Bindings.Binding] = [:]

    init(inner: Bindings, allowsAggregates: Bool) {
        self.inner = inner
        self.allowsAggregates = allowsAggregates
    }
}
