/// The SQL of a function of many rows; everything else about it stands in the registry under its name.
struct SQLAggregate: Sendable {
    var name: String
    /// The second argument is "DISTINCT " or nothing.
    var compile: @Sendable (FunctionCall, String) throws -> SQLValue
}

extension Functions {
    static let aggregateFunctions: [SQLAggregate] = [
        SQLAggregate(name: "count") { call, distinct in
            SQLValue("count(\(distinct)\(call.arguments[0].identity))", .integer)
        },
        SQLAggregate(name: "collect") { call, distinct in
            SQLValue("seos_collect(\(distinct)\(call.arguments[0].packed))", .list(call.arguments[0].type))
        },
        SQLAggregate(name: "sum") { call, distinct in
            let value = try number(call)
            let function = value.type == .decimal ? "seos_sum_decimal" : "seos_sum"
            let type: ValueType = [.decimal, .integer].contains(value.type) ? value.type : .number
            return SQLValue("\(function)(\(distinct)\(value.sql))", type)
        },
        SQLAggregate(name: "avg") { call, distinct in
            SQLValue("seos_average(\(distinct)\(try number(call).sql))", .float)
        },
        SQLAggregate(name: "min") { call, distinct in try extreme("min", call, distinct) },
        SQLAggregate(name: "max") { call, distinct in try extreme("max", call, distinct) },
    ]

    private static func number(_ call: FunctionCall) throws -> SQLValue {
        guard case .value(let value) = call.arguments[0],
            value.type.isNumber || value.type == .null || value.type == .any
        else { throw call.wrong(0, "a number") }
        return value
    }

    private static func extreme(_ function: String, _ call: FunctionCall, _ distinct: String) throws -> SQLValue {
        let value = try call.value(0)
        try call.refuseAny(0)
        if value.type.isList {
            throw QueryFault(.unsupported, "\(function) of lists is not supported yet", at: call.ranges[0])
        }
        return SQLValue("\(function)(\(distinct)\(value.sql))", value.type)
    }
}
