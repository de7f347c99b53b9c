extension Functions {
    static let conversionValues: [ValueFunction] =
        [
            (
                "toString", StaticType.string, [.string, .number, .boolean, .temporal],
                "a text, a number, true, false or a date"
            ),
            ("toInteger", .integer, [.string, .number, .boolean], "a number or a text"),
            ("toFloat", .float, [.string, .number], "a number or a text"),
            ("toBoolean", .boolean, [.string, .boolean, .integer], "a text, true or false"),
        ].flatMap { (name: String, result: StaticType, kinds: Set<StaticType.Kind>, wants: String) in
            [
                ValueFunction(name: name, parameters: [.kinds(kinds)], result: result, wants: wants) { call in
                    guard let value = Convert.value(call.arguments[0], to: name) else { throw call.wrong(0, wants) }
                    return value
                },
                ValueFunction(name: name + "OrNull", parameters: [.any], result: result) { call in
                    Convert.value(call.arguments[0], to: name) ?? .null
                },
            ]
        } + [
            ValueFunction(
                name: "toStringList", parameters: [.kinds([.list])], result: .list(.string), wants: "a list"
            ) { call in .list(try call.list(0).map { Convert.value($0, to: "toString") ?? .null }) },
            ValueFunction(
                name: "toIntegerList", parameters: [.kinds([.list])], result: .list(.integer), wants: "a list"
            ) { call in .list(try call.list(0).map { Convert.value($0, to: "toInteger") ?? .null }) },
        ]
}
