extension Functions {
    static let numberFunctions: [SQLFunction] = [
        SQLFunction(name: "abs") { call in
            let value = try call.value(0)
            try call.refuseAny(0)
            guard value.type.isNumber || value.type == .null else { throw call.wrong(0, "a number") }
            return SQLValue("seos_abs(\(value.sql), \(call.range.lowerBound))", value.type)
        },
        SQLFunction(name: "toInteger") { call in
            SQLValue("seos_to_integer(\(try readable(call)))", .integer)
        },
        SQLFunction(name: "toFloat") { call in
            SQLValue("seos_to_float(\(try readable(call)))", .float)
        },
    ]

    /// A number, or a text that may hold one; a text that holds none gives null.
    private static func readable(_ call: FunctionCall) throws -> String {
        let value = try call.value(0)
        try call.refuseAny(0)
        guard value.type.isNumber || value.type == .string || value.type == .null else {
            throw call.wrong(0, "a number or a text")
        }
        return value.sql
    }
}
