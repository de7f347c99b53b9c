/// A function of one row, as the evaluator calls it.
struct ValueFunction: Sendable {
    /// What an argument may be; null is always allowed.
    enum Parameter: Sendable {
        case any
        case kinds(Set<StaticType.Kind>)
    }

    var name: String
    /// Lower case: spellings of GQL.
    var synonyms: [String] = []
    var parameters: [Parameter]
    /// Arguments that may be left out, from the end.
    var optional = 0
    /// The last parameter may be repeated.
    var isVariadic = false
    var result: StaticType
    /// Whether null arguments reach `evaluate`; otherwise one null makes the result null.
    var takesNull = false
    /// Whether it answers differently each time.
    var isRandom = false
    /// For messages: "a text or a list".
    var wants = ""
    var evaluate: @Sendable (ValueCall) throws -> Value

    var arity: ClosedRange<Int> {
        parameters.count - optional...(isVariadic ? Int.max : parameters.count)
    }
}

/// The arguments of one call.
struct ValueCall {
    var function: String
    var arguments: [Value]
    var range: Range<Int>
    var graph: any GraphSource
    var clock: QueryClock
    var budget: Budget

    func wrong(_ index: Int, _ wanted: String) -> QueryFault {
        QueryFault(
            .type, "\(function) needs \(wanted), this is \(arguments[index].words)", at: range, .wrongValue)
    }

    func fault(_ message: String, _ standard: StandardError) -> QueryFault {
        QueryFault(.type, message, at: range, standard)
    }

    func text(_ index: Int) throws -> String {
        guard case .string(let s) = arguments[index] else { throw wrong(index, "a text") }
        return s
    }

    func integer(_ index: Int) throws -> Int64 {
        guard case .integer(let n) = arguments[index] else { throw wrong(index, "a whole number") }
        return n
    }

    func number(_ index: Int) throws -> Double {
        switch arguments[index] {
        case .integer(let n): return Double(n)
        case .float(let d): return d
        default: throw wrong(index, "a number")
        }
    }

    func list(_ index: Int) throws -> [Value] {
        guard case .list(let items) = arguments[index] else { throw wrong(index, "a list") }
        return items
    }
}

extension Functions {
    static let values: [ValueFunction] =
        graphValues + listValues + textValues + numberValues + conversionValues + temporalValues

    private static let valuesByName: [String: ValueFunction] = {
        var known: [String: ValueFunction] = [:]
        for function in values {
            for name in [function.name.lowercased()] + function.synonyms { known[name] = function }
        }
        return known
    }()

    static func value(named name: String) -> ValueFunction? { valuesByName[name.lowercased()] }

    /// Whether a dotted name is that of a function, as `date.truncate` is.
    static func isNamespace(_ name: String) -> Bool {
        let words = name.filter { !$0.isWhitespace }
        return valuesByName[words.lowercased()] != nil
    }
}
