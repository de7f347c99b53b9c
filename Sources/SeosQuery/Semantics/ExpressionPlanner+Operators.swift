extension ExpressionPlanner {
    // MARK: Logic

    private func logical(_ operand: Expression) throws -> Evaluation {
        var own = below
        own.allowsPattern = allowsPattern
        return try own.truth(operand)
    }

    /// An operand of AND, OR, XOR or NOT.
    private func truth(_ operand: Expression) throws -> Evaluation {
        let planned = try plan(operand)
        try require(planned, [.boolean], operand.range, "an operand of AND, OR, XOR and NOT")
        if planned.type == .boolean { return planned.evaluate }
        let range = operand.range
        let evaluate = planned.evaluate
        return { frame in
            let value = try evaluate(frame)
            switch value {
            case .boolean, .null: return value
            default: throw Self.wrong("AND, OR, XOR and NOT", "true or false", value, range)
            }
        }
    }

    func not(_ operand: Expression) throws -> Planned {
        let value = try logical(operand)
        return Planned(.boolean) { frame in
            if case .boolean(let b) = try value(frame) { return .boolean(!b) }
            return .null
        }
    }

    func junction(_ items: [Expression], isAnd: Bool) throws -> Planned {
        let values = try items.map(logical)
        return Planned(.boolean) { frame in
            var isUnknown = false
            for value in values {
                if case .boolean(let b) = try value(frame) {
                    if b != isAnd { return .boolean(b) }
                } else {
                    isUnknown = true
                }
            }
            return isUnknown ? .null : .boolean(isAnd)
        }
    }

    func exclusive(_ a: Expression, _ b: Expression) throws -> Planned {
        let (a, b) = (try logical(a), try logical(b))
        return Planned(.boolean) { frame in
            guard case .boolean(let x) = try a(frame), case .boolean(let y) = try b(frame) else { return .null }
            return .boolean(x != y)
        }
    }

    // MARK: Comparison

    func comparison(_ first: Expression, _ rest: [Comparison]) throws -> Planned {
        var values = [try below.plan(first).evaluate]
        for next in rest { values.append(try below.plan(next.operand).evaluate) }
        let comparators = rest.map(\.comparator)
        let budget = planner.budget
        if comparators.count == 1 {
            let (a, b, comparator) = (values[0], values[1], comparators[0])
            return Planned(.boolean) { frame in
                let left = try a(frame)
                try budget.read(left)
                return Self.compare(comparator, left, try b(frame))
            }
        }
        return Planned(.boolean) { frame in
            var isUnknown = false
            var left = try values[0](frame)
            for (comparator, next) in zip(comparators, values.dropFirst()) {
                let right = try next(frame)
                try budget.read(left)
                switch Self.compare(comparator, left, right) {
                case .boolean(false): return .boolean(false)
                case .null: isUnknown = true
                default: break
                }
                left = right
            }
            return isUnknown ? .null : .boolean(true)
        }
    }

    static func compare(_ comparator: Comparison.Operator, _ a: Value, _ b: Value) -> Value {
        switch comparator {
        case .equal: return Value.equal(a, b).map { .boolean($0) } ?? .null
        case .unequal: return Value.equal(a, b).map { .boolean(!$0) } ?? .null
        default: break
        }
        guard let order = Value.compare(a, b) else { return .null }
        switch comparator {
        case .less: return .boolean(order == .less)
        case .atMost: return .boolean(order == .less || order == .equal)
        case .greater: return .boolean(order == .greater)
        default: return .boolean(order == .greater || order == .equal)
        }
    }

    // MARK: Numbers and texts

    func negative(_ operand: Expression, _ range: Range<Int>) throws -> Planned {
        let planned = try below.plan(operand)
        try require(planned, [.number, .temporal], operand.range, "the operand of '-'")
        let value = planned.evaluate
        return Planned(planned.type) { frame in
            switch try value(frame) {
            case .null: return .null
            case .integer(let n):
                if n == .min { throw Arithmetic.overflow(range) }
                return .integer(-n)
            case .float(let d): return .float(-d)
            case .duration(let d): return .duration(d.negated)
            case let other: throw Self.wrong("'-'", "a number", other, range)
            }
        }
    }

    func binary(_ operation: BinaryOperator, _ a: Expression, _ b: Expression, _ range: Range<Int>) throws -> Planned {
        let (left, right) = (try below.plan(a), try below.plan(b))
        let (x, y) = (left.evaluate, right.evaluate)
        switch operation {
        case .startsWith, .endsWith, .contains:
            let budget = planner.budget
            return Planned(.boolean) { frame in
                let text = try x(frame)
                try budget.read(text)
                return Self.search(operation, text, try y(frame))
            }
        case .matches: return try matches(a, b)
        case .isIn:
            try require(right, [.list], b.range, "the right side of IN")
            let budget = planner.budget
            return Planned(.boolean) { frame in
                let (item, list) = (try x(frame), try y(frame))
                try budget.read(list)
                switch list {
                case .null: return .null
                case .list(let items): return Self.contains(items, item)
                default: throw Self.wrong("IN", "a list", list, b.range)
                }
            }
        case .concatenate, .add:
            let plus = operation == .add
            if plus { try requireAddable(left, right, a, b) }
            let budget = planner.budget
            return Planned(Self.sum(left.type, right.type)) { frame in
                let sum = try Arithmetic.add(x(frame), y(frame), range)
                switch sum {
                case .list, .string: try budget.read(sum)
                default: break
                }
                return sum
            }
        case .subtract:
            try require(left, [.number, .temporal], a.range, "an operand of '-'")
            try require(right, [.number, .temporal], b.range, "an operand of '-'")
            return Planned(Self.result(left.type, right.type)) { try Arithmetic.subtract(x($0), y($0), range) }
        case .multiply, .divide:
            try require(left, [.number, .temporal], a.range, "an operand of '\(operation.rawValue)'")
            try require(right, [.number, .temporal], b.range, "an operand of '\(operation.rawValue)'")
            return Planned(Self.result(left.type, right.type)) {
                try Arithmetic.scale(operation, x($0), y($0), range)
            }
        case .modulo, .power:
            try require(left, [.number], a.range, "an operand of '\(operation.rawValue)'")
            try require(right, [.number], b.range, "an operand of '\(operation.rawValue)'")
            let type = operation == .power ? StaticType.float : Self.result(left.type, right.type)
            return Planned(type) { try Arithmetic.scale(operation, x($0), y($0), range) }
        case .xor: return try exclusive(a, b)
        }
    }

    /// Lists take any other operand; texts and numbers what can be joined to them.
    private func requireAddable(_ left: Planned, _ right: Planned, _ a: Expression, _ b: Expression) throws {
        if left.type.kind == .list || right.type.kind == .list { return }
        let kinds: Set<StaticType.Kind> = [.number, .string, .temporal]
        try require(left, kinds.union([.list]), a.range, "an operand of '+'")
        try require(right, kinds.union([.list]), b.range, "an operand of '+'")
    }

    private static func sum(_ a: StaticType, _ b: StaticType) -> StaticType {
        switch (a.kind, b.kind) {
        case (.list, .list): .either(a, b)
        case (.list, _) where a.element == b: a
        case (.list, _), (_, .list): .list(.any)
        case (.string, .string): .string
        default: result(a, b)
        }
    }

    private static func result(_ a: StaticType, _ b: StaticType) -> StaticType {
        switch (a, b) {
        case (.integer, .integer): .integer
        case (.float, .integer), (.integer, .float), (.float, .float): .float
        default: a.kind == .temporal || b.kind == .temporal || a.kind == nil || b.kind == nil ? .any : .number
        }
    }

    private static func search(_ operation: BinaryOperator, _ a: Value, _ b: Value) -> Value {
        guard case .string(let text) = a, case .string(let part) = b else { return .null }
        switch operation {
        case .startsWith: return .boolean(text.utf8.starts(with: part.utf8))
        case .endsWith: return .boolean(text.utf8.reversed().starts(with: part.utf8.reversed()))
        default: return .boolean(TextSearch.contains(text, part))
        }
    }

    static func contains(_ items: [Value], _ item: Value) -> Value {
        if items.isEmpty { return .boolean(false) }
        var isUnknown = false
        for other in items {
            switch Value.equal(item, other) {
            case true: return .boolean(true)
            case nil: isUnknown = true
            default: break
            }
        }
        return isUnknown ? .null : .boolean(false)
    }
}
