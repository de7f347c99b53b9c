extension Functions {
    static let textFunctions: [SQLFunction] = [
        SQLFunction(name: "toLower") { call in
            SQLValue("seos_lower(\(try text(call)))", .string)
        },
        SQLFunction(name: "toUpper") { call in
            SQLValue("seos_upper(\(try text(call)))", .string)
        },
        SQLFunction(name: "toString") { call in
            let value = try call.value(0)
            try call.refuseAny(0)
            switch value.type {
            case .boolean: return SQLValue("(CASE \(value.sql) WHEN 1 THEN 'true' WHEN 0 THEN 'false' END)", .string)
            case .list: throw call.wrong(0, "a text, a number, true or false")
            default: return SQLValue("seos_to_string(\(value.sql))", .string)
            }
        },
    ]

    private static func text(_ call: FunctionCall) throws -> String {
        let value = try call.value(0)
        try call.refuseAny(0)
        guard value.type == .string || value.type == .null else { throw call.wrong(0, "a text") }
        return value.sql
    }
}
