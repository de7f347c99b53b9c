extension Functions {
    private static let one: [ValueFunction.Parameter] = [.kinds([.string])]

    private static func plain(
        _ name: String, _ synonyms: [String] = [], _ change: @escaping @Sendable (String) -> String
    ) -> ValueFunction {
        ValueFunction(name: name, synonyms: synonyms, parameters: one, result: .string, wants: "a text") { call in
            .string(change(try call.text(0)))
        }
    }

    private static func trimmed(_ text: String, front: Bool, back: Bool) -> String {
        var scalars = Substring(text).unicodeScalars
        while front, let s = scalars.first, s.properties.isWhitespace { scalars.removeFirst() }
        while back, let s = scalars.last, s.properties.isWhitespace { scalars.removeLast() }
        return String(Substring(scalars))
    }

    static let textValues: [ValueFunction] = [
        plain("toLower", ["lower"]) { TextCase.lower($0) },
        plain("toUpper", ["upper"]) { $0.uppercased() },
        plain("trim", ["btrim"]) { trimmed($0, front: true, back: true) },
        plain("lTrim") { trimmed($0, front: true, back: false) },
        plain("rTrim") { trimmed($0, front: false, back: true) },
        ValueFunction(
            name: "substring", parameters: one + [.kinds([.integer]), .kinds([.integer])], optional: 1,
            result: .string, wants: "a text and whole numbers"
        ) { call in
            let text = try call.text(0)
            let start = try call.integer(1)
            let length = call.arguments.count > 2 ? try call.integer(2) : Int64.max
            if start < 0 || length < 0 { throw call.fault("substring needs numbers from 0", .outOfRange) }
            return .string(cut(text, start, length))
        },
        ValueFunction(
            name: "left", parameters: one + [.kinds([.integer])], result: .string, wants: "a text and a whole number"
        ) { call in
            let n = try call.integer(1)
            if n < 0 { throw call.fault("left needs a number from 0", .outOfRange) }
            return .string(cut(try call.text(0), 0, n))
        },
        ValueFunction(
            name: "right", parameters: one + [.kinds([.integer])], result: .string, wants: "a text and a whole number"
        ) { call in
            let n = try call.integer(1)
            if n < 0 { throw call.fault("right needs a number from 0", .outOfRange) }
            let text = try call.text(0)
            return .string(cut(text, max(0, Int64(text.unicodeScalars.count) - n), n))
        },
        ValueFunction(name: "replace", parameters: one + one + one, result: .string, wants: "texts") { call in
            let part = try call.text(1)
            let text = try call.text(0)
            if part.isEmpty { return .string(text) }
            let other = try call.text(2)
            var out = ""
            var isFirst = true
            try split(text, part) { piece in
                if !isFirst { out += other }
                isFirst = false
                out += String(decoding: piece, as: UTF8.self)
                if out.utf8.count > 64 << 20 { throw call.fault("the text becomes too long", .invalidArgument) }
                try call.budget.hold(out.utf8.count >> 5)
            }
            return .string(out)
        },
        ValueFunction(
            name: "split", parameters: one + [.kinds([.string, .list])], result: .list(.string), wants: "texts"
        ) { call in
            let separators: [String]
            if case .list(let items) = call.arguments[1] {
                separators = items.compactMap { if case .string(let s) = $0 { s } else { nil } }
            } else {
                separators = [try call.text(1)]
            }
            var pieces = [try call.text(0)]
            for separator in separators {
                var next: [String] = []
                for piece in pieces {
                    if separator.isEmpty {
                        for scalar in piece.unicodeScalars {
                            try call.budget.hold(next.count)
                            next.append(String(scalar))
                        }
                    } else {
                        try split(piece, separator) {
                            try call.budget.hold(next.count)
                            next.append(String(decoding: $0, as: UTF8.self))
                        }
                    }
                }
                pieces = next
            }
            return .list(pieces.map { .string($0) })
        },
    ]

    private static func cut(_ text: String, _ start: Int64, _ length: Int64) -> String {
        let scalars = text.unicodeScalars
        guard let low = scalars.index(scalars.startIndex, offsetBy: Int(start), limitedBy: scalars.endIndex) else {
            return ""
        }
        let high = scalars.index(low, offsetBy: Int(length), limitedBy: scalars.endIndex) ?? scalars.endIndex
        return String(scalars[low..<high])
    }

    /// The pieces between the places of a separator that is not empty.
    private static func split(
        _ text: String, _ separator: String, _ body: (UnsafeBufferPointer<UInt8>.SubSequence) throws -> Void
    ) throws {
        var (text, separator) = (text, separator)
        try text.withUTF8 { t in
            try separator.withUTF8 { s in
                var start = 0
                while let at = TextSearch.first(s, in: t, from: start) {
                    try body(t[start..<at])
                    start = at + s.count
                }
                try body(t[start...])
            }
        }
    }
}
