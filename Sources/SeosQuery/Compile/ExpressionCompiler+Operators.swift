extension ExpressionCompiler {
    // MARK: Truth

    /// A condition as 0, 1 or NULL.
    func truth(_ e: Expression, _ user: String) throws -> String {
        let operand = try operand(e)
        guard case .value(let value) = operand, [.boolean, .null, .any].contains(value.type) else {
            throw QueryFault(
                .type, "\(user) needs true or false, this is \(operand.words)", at: e.range,
                hint: "compare it with something")
        }
        return value.type == .any ? "seos_truth(\(value.sql), \(e.range.lowerBound))" : value.sql
    }

    func joined(_ items: [Expression], _ word: String) throws -> SQLValue {
        SQLValue(Self.balanced(try items.map { try truth($0, word) }[...], word), .boolean)
    }

    /// `((a AND b) AND (c AND d))`: SQLite limits the depth of an expression, not its size.
    private static func balanced(_ parts: ArraySlice<String>, _ word: String) -> String {
        guard parts.count > 1 else { return parts.first ?? "1" }
        let middle = parts.startIndex + parts.count / 2
        return "(\(balanced(parts[..<middle], word)) \(word) \(balanced(parts[middle...], word)))"
    }

    // MARK: Comparison

    func comparison(_ first: Expression, _ rest: [Comparison]) throws -> SQLValue {
        var parts: [String] = []
        var left = try operand(first)
        for step in rest {
            let right = try operand(step.operand)
            let range = step.operand.range
            switch step.comparator {
            case .equal: parts.append(try equal(left, right, range))
            case .unequal: parts.append("(NOT \(try equal(left, right, range)))")
            default: parts.append(try ordered(left, step.comparator, right, range))
            }
            left = right
        }
        return SQLValue(Self.balanced(parts[...], "AND"), .boolean)
    }

    /// Equality with openCypher's null: 0, 1 or NULL.
    func equal(_ a: Operand, _ b: Operand, _ range: Range<Int>) throws -> String {
        switch (a, b) {
        case (.node(let x), .node(let y)):
            if x.labels.single != nil, x.labels == y.labels { return "(\(x.sql) = \(y.sql))" }
            return "(\(x.reference) = \(y.reference))"
        case (.relationship(let x), .relationship(let y)):
            return
                "(\(x.code) = \(y.code) AND \(x.id) = \(y.id) AND \(x.source) = \(y.source) AND \(x.target) = \(y.target))"
        case (.value(let x), .value(let y)):
            if x.type == .null || y.type == .null { return "NULL" }
            if x.type == y.type, x.type != .any, !x.type.isList { return "(\(x.sql) = \(y.sql))" }
            if x.type.isNumber, y.type.isNumber { return "(\(x.sql) = \(y.sql))" }
            if x.type == .any || y.type == .any || (x.type.isList && y.type.isList) {
                return "seos_equal(\(x.packed), \(y.packed))"
            }
        case (.value(let x), _) where x.type == .null: return "NULL"
        case (_, .value(let y)) where y.type == .null: return "NULL"
        case (.value(let x), _) where x.type == .any: return "seos_equal(\(x.packed), \(b.packed))"
        case (_, .value(let y)) where y.type == .any: return "seos_equal(\(a.packed), \(y.packed))"
        default: break
        }
        return Self.falseUnlessNull(a, b)
    }

    /// Values of different kinds are never equal, but null compared with anything is null.
    private static func falseUnlessNull(_ a: Operand, _ b: Operand) -> String {
        "(CASE WHEN \(a.identity) IS NOT NULL AND \(b.identity) IS NOT NULL THEN 0 END)"
    }

    private func ordered(
        _ a: Operand, _ comparator: Comparison.Operator, _ b: Operand, _ range: Range<Int>
    ) throws -> String {
        guard case .value(let x) = a, case .value(let y) = b else { return "NULL" }
        if x.type == .null || y.type == .null { return "NULL" }
        if (x.type.isNumber && y.type.isNumber) || (x.type == y.type && (x.type == .string || x.type == .boolean)) {
            return "(\(x.sql) \(comparator.rawValue) \(y.sql))"
        }
        if x.type.isList, y.type.isList {
            throw QueryFault(.unsupported, "comparing lists by size is not supported yet", at: range)
        }
        if x.type == .any || y.type == .any {
            return "(seos_compare(\(x.packed), \(y.packed), \(range.lowerBound)) \(comparator.rawValue) 0)"
        }
        return "NULL"
    }

    // MARK: Operators

    func binary(_ operation: BinaryOperator, _ a: Expression, _ b: Expression, _ range: Range<Int>) throws -> SQLValue {
        switch operation {
        case .xor: return SQLValue("(\(try truth(a, "XOR")) <> \(try truth(b, "XOR")))", .boolean)
        case .isIn: return try isIn(a, b)
        case .startsWith, .endsWith, .contains: return try textTest(operation, a, b)
        case .matches:
            throw QueryFault(
                .unsupported, "regular expressions are not supported yet", at: range,
                hint: "use STARTS WITH, ENDS WITH or CONTAINS")
        case .concatenate: throw QueryFault(.unsupported, "'||' has no form in SQL", at: range)
        case .add:
            let left = try operand(a)
            let right = try operand(b)
            if case .value(let x) = left, case .value(let y) = right, x.type == .string || y.type == .string {
                return try concatenation(x, y, a, b)
            }
            if left.type.isList || right.type.isList {
                throw QueryFault(.unsupported, "joining lists with '+' is not supported yet", at: range)
            }
            return try arithmetic("seos_add", (left, a), (right, b), range)
        case .subtract: return try arithmetic("seos_subtract", (operand(a), a), (operand(b), b), range)
        case .multiply: return try arithmetic("seos_multiply", (operand(a), a), (operand(b), b), range)
        case .divide: return try arithmetic("seos_divide", (operand(a), a), (operand(b), b), range)
        case .modulo: return try arithmetic("seos_modulo", (operand(a), a), (operand(b), b), range)
        case .power:
            let result = try arithmetic("seos_power", (operand(a), a), (operand(b), b), range)
            return SQLValue(result.sql, result.type == .null ? .null : .float)
        }
    }

    func number(_ e: Expression, _ user: String) throws -> SQLValue { try number(operand(e), e, user) }

    private func number(_ operand: Operand, _ e: Expression, _ user: String) throws -> SQLValue {
        guard case .value(let value) = operand, value.type.isNumber || value.type == .null || value.type == .any else {
            throw QueryFault(.type, "\(user) needs a number, this is \(operand.words)", at: e.range)
        }
        return value
    }

    private func arithmetic(
        _ function: String, _ a: (Operand, Expression), _ b: (Operand, Expression), _ range: Range<Int>
    ) throws -> SQLValue {
        let x = try number(a.0, a.1, "this calculation")
        let y = try number(b.0, b.1, "this calculation")
        if x.type == .null || y.type == .null { return .null }
        let type: ValueType
        switch (x.type, y.type) {
        case (.integer, .integer): type = .integer
        case (.float, _), (_, .float): type = .float
        default: type = .number
        }
        return SQLValue("\(function)(\(x.sql), \(y.sql), \(range.lowerBound))", type)
    }

    private func concatenation(_ x: SQLValue, _ y: SQLValue, _ a: Expression, _ b: Expression) throws -> SQLValue {
        func text(_ v: SQLValue, _ e: Expression) throws -> String {
            if v.type == .string { return v.sql }
            if v.type == .null { return "NULL" }
            if v.type.isNumber { return "seos_to_string(\(v.sql))" }
            if v.type.isList {
                throw QueryFault(.unsupported, "joining lists with '+' is not supported yet", at: e.range)
            }
            throw QueryFault(.type, "'+' joins texts and numbers, this is \(v.type.words)", at: e.range)
        }
        return SQLValue("(\(try text(x, a)) || \(try text(y, b)))", .string)
    }

    private func textTest(_ operation: BinaryOperator, _ a: Expression, _ b: Expression) throws -> SQLValue {
        let x = try value(a)
        let y = try value(b)
        // Anything but two texts gives null.
        for type in [x.type, y.type] where type != .string && type != .any { return SQLValue("NULL", .boolean) }
        if operation == .startsWith, x.type == .string, let prefix = try constantText(b),
            let next = Self.successor(of: prefix)
        {
            // As a range, so that an index on the text is used.
            let low = compiler.bind(.string(prefix), at: b.range.lowerBound)
            let high = compiler.bind(.string(next), at: -(1 << 40) - b.range.lowerBound)
            return SQLValue("(\(x.sql) >= \(low) AND \(x.sql) < \(high))", .boolean)
        }
        let function = operation == .startsWith ? "seos_starts" : operation == .endsWith ? "seos_ends" : "seos_contains"
        return SQLValue("\(function)(\(x.sql), \(y.sql))", .boolean)
    }

    private func constantText(_ e: Expression) throws -> String? {
        switch e.kind {
        case .string(let s): return s
        case .parameter(let name):
            if case .string(let s) = try compiler.parameter(name, e.range) { return s }
            return nil
        default: return nil
        }
    }

    /// The least text that is greater than every text with this prefix, in the order of code points; nil when none is.
    static func successor(of prefix: String) -> String? {
        var scalars = Array(prefix.unicodeScalars)
        while let last = scalars.popLast() {
            let next = last.value == 0xD7FF ? 0xE000 : last.value + 1
            if let scalar = Unicode.Scalar(next) {
                var text = String.UnicodeScalarView()
                text.append(contentsOf: scalars)
                text.append(scalar)
                return String(text)
            }
        }
        return nil
    }

    // MARK: IN

    private func isIn(_ a: Expression, _ b: Expression) throws -> SQLValue {
        let x = try operand(a)
        if case .list(let items) = b.kind, items.count <= 100 {
            return try isIn(x, try items.map { ($0.range, try operand($0)) })
        }
        if case .parameter(let name) = b.kind, case .list(let values) = try compiler.parameter(name, b.range),
            values.count <= 1000, values.allSatisfy(\.isScalar)
        {
            return try isIn(
                x,
                values.enumerated().map { i, value in
                    let sql = value.isBound ? compiler.bind(value, at: -1 - b.range.lowerBound * 1024 - i) : value.sql
                    return (b.range, .value(SQLValue(sql, value.type)))
                })
        }
        let list = try value(b)
        if list.type == .null { return SQLValue("NULL", .boolean) }
        guard list.type.isList || list.type == .any else {
            throw QueryFault(.type, "IN needs a list, this is \(list.type.words)", at: b.range)
        }
        return SQLValue("seos_in(\(x.packed), \(list.sql))", .boolean)
    }

    private func isIn(_ x: Operand, _ items: [(Range<Int>, Operand)]) throws -> SQLValue {
        if items.isEmpty { return SQLValue("0", .boolean) }
        if case .value(let v) = x, [.string, .integer, .float, .decimal, .number, .boolean].contains(v.type) {
            // SQL's IN has the same nulls; items of another kind are only told apart from null.
            let same = items.compactMap { item -> String? in
                guard case .value(let y) = item.1 else { return nil }
                return y.type == v.type || (y.type.isNumber && v.type.isNumber) || y.type == .null ? y.sql : nil
            }
            let isPlain = items.allSatisfy { item in
                if case .value(let y) = item.1 { return y.type != .any }
                return true
            }
            if isPlain {
                if same.count == items.count {
                    return SQLValue("(\(v.sql) IN (\(same.joined(separator: ", "))))", .boolean)
                }
                let list = same.isEmpty ? "0" : "\(v.sql) IN (\(same.joined(separator: ", ")))"
                return SQLValue("(CASE WHEN \(v.sql) IS NOT NULL THEN \(list) END)", .boolean)
            }
        }
        let tests = try items.map { try equal(x, $0.1, $0.0) }
        return SQLValue(Self.balanced(tests[...], "OR"), .boolean)
    }

    // MARK: Sorting

    func sortKeys(_ e: Expression) throws -> [String] {
        switch try operand(e) {
        case .node(let n): return [n.sql]
        case .relationship(let r): return [r.code, r.id]
        case .value(let v):
            if v.type.isList { throw QueryFault(.unsupported, "sorting by a list is not supported yet", at: e.range) }
            // A plain number would be read by SQLite as the number of a column.
            if v.type == .any { return ["seos_rank(\(v.sql), \(e.range.lowerBound))", v.sql] }
            return [v.sql == "0" || v.sql == "1" ? "+\(v.sql)" : v.sql]
        }
    }
}
