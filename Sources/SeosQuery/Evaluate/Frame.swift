/// The variables of one row while it passes through a query; each variable of the query has a place of its own, which
/// the planner has numbered.
final class Frame {
    let slots: UnsafeMutableBufferPointer<Value>
    /// How many rows this one stands for, where they differ in nothing that is asked.
    var weight: Int64 = 1

    init(count: Int) {
        slots = .allocate(capacity: count)
        slots.initialize(repeating: .null)
    }

    deinit {
        slots.deinitialize()
        slots.deallocate()
    }

    /// All values, for rows that are kept whole.
    var row: [Value] {
        get { Array(slots) }
        set { for (i, value) in newValue.enumerated() where i < slots.count { slots[i] = value } }
    }
}

/// An expression made ready for rows.
typealias Evaluation = (Frame) throws -> Value

/// An expression, or the place of a variable: which is read without a call.
struct Reading {
    /// Below zero when it is no variable.
    var slot: Int
    var evaluate: Evaluation

    @inline(__always)
    func callAsFunction(_ frame: Frame) throws -> Value {
        slot >= 0 ? frame.slots[slot] : try evaluate(frame)
    }
}
