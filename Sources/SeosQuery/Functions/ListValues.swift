extension Functions {
    static let listValues: [ValueFunction] = [
        ValueFunction(name: "coalesce", parameters: [.any], isVariadic: true, result: .any, takesNull: true) { call in
            call.arguments.first { !$0.isNull } ?? .null
        },
        ValueFunction(name: "nullIf", parameters: [.any, .any], result: .any, takesNull: true) { call in
            Value.equal(call.arguments[0], call.arguments[1]) == true ? .null : call.arguments[0]
        },
        ValueFunction(
            name: "size", synonyms: ["cardinality", "char_length", "character_length"],
            parameters: [.kinds([.list, .string, .map])], result: .integer, wants: "a text or a list"
        ) { call in
            switch call.arguments[0] {
            case .list(let items): return .integer(Int64(items.count))
            case .string(let s): return .integer(Int64(s.unicodeScalars.count))
            case .map(let map): return .integer(Int64(map.entries.count))
            default: throw call.wrong(0, "a text or a list")
            }
        },
        ValueFunction(
            name: "isEmpty", parameters: [.kinds([.list, .string, .map])], result: .boolean, wants: "a text or a list"
        ) { call in
            switch call.arguments[0] {
            case .list(let items): return .boolean(items.isEmpty)
            case .string(let s): return .boolean(s.isEmpty)
            case .map(let map): return .boolean(map.entries.isEmpty)
            default: throw call.wrong(0, "a text or a list")
            }
        },
        ValueFunction(name: "head", parameters: [.kinds([.list])], result: .any, wants: "a list") { call in
            try call.list(0).first ?? .null
        },
        ValueFunction(name: "last", parameters: [.kinds([.list])], result: .any, wants: "a list") { call in
            try call.list(0).last ?? .null
        },
        ValueFunction(name: "tail", parameters: [.kinds([.list])], result: .list(.any), wants: "a list") { call in
            .list(Array(try call.list(0).dropFirst()))
        },
        ValueFunction(
            name: "reverse", parameters: [.kinds([.list, .string])], result: .any, wants: "a text or a list"
        ) { call in
            switch call.arguments[0] {
            case .list(let items): return .list(items.reversed())
            case .string(let s):
                var out = String.UnicodeScalarView()
                out.append(contentsOf: s.unicodeScalars.reversed())
                return .string(String(out))
            default: throw call.wrong(0, "a text or a list")
            }
        },
        ValueFunction(
            name: "range",
            parameters: [.kinds([.integer]), .kinds([.integer]), .kinds([.integer])], optional: 1,
            result: .list(.integer), wants: "whole numbers"
        ) { call in
            let (from, to) = (try call.integer(0), try call.integer(1))
            let step = call.arguments.count > 2 ? try call.integer(2) : 1
            if step == 0 { throw call.fault("range needs a step other than 0", .outOfRange) }
            if step > 0 ? from > to : from < to { return .list([]) }
            let span = step > 0 ? UInt64(bitPattern: to &- from) : UInt64(bitPattern: from &- to)
            let count = span / step.magnitude
            if count >= 10_000_000 {
                throw QueryFault(
                    .tooLong, "a range has at most 10 million numbers", at: call.range, .outOfRange)
            }
            try call.budget.hold(Int(count) + 1)
            var numbers: [Value] = []
            numbers.reserveCapacity(Int(count) + 1)
            for i in 0...Int64(count) {
                try call.budget.step()
                numbers.append(.integer(from &+ i &* step))
            }
            return .list(numbers)
        },
    ]
}
