/// An expression with its place. Trees are at most `Parser.deepest` levels deep, so recursion over them is safe.
struct Expression: Sendable {
    indirect enum Kind: Sendable {
        case null
        case boolean(Bool)
        case integer(Int64)
        case float(Double)
        case string(String)
        case parameter(String)
        case variable(String)
        case list([Expression])
        case map([PropertyPattern])
        /// `n {.name, .*, x: 1, y}`
        case mapProjection(Expression, [MapItem])
        case property(Expression, Name)
        case index(Expression, Expression)
        case slice(Expression, Expression?, Expression?)
        case not(Expression)
        case negative(Expression)
        case and([Expression])
        case or([Expression])
        case binary(BinaryOperator, Expression, Expression)
        /// `a < b <= c`: every neighbouring pair holds.
        case comparison(Expression, [Comparison])
        case isNull(Expression, negated: Bool)
        case hasLabels(Expression, LabelExpression)
        case call(FunctionUse)
        case choice(CaseExpression)
        case pattern(PathPattern)
        case exists([PathPattern], Expression?)
        case subquery(Subquery)
        case comprehension(Comprehension)
        case quantifier(Quantifier, Comprehension)
        case reduce(Reduction)
        case patternComprehension(PathPattern, condition: Expression?, result: Expression)
    }

    var kind: Kind
    var range: Range<Int>
    var depth: Int

    init(_ kind: Kind, _ range: Range<Int>) {
        self.kind = kind
        self.range = range
        depth = 1
        depth = 1 + (children.map(\.depth).max() ?? 0)
        if case .subquery(let subquery) = kind {
            depth = 1 + (subquery.statement.expressions.map(\.depth).max() ?? 0)
        }
    }
}

/// One part of a map projection.
enum MapItem: Sendable {
    case property(Name)
    case allProperties
    case entry(Name, Expression)
}

enum BinaryOperator: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case modulo = "%"
    case power = "^"
    case xor = "XOR"
    case startsWith = "STARTS WITH"
    case endsWith = "ENDS WITH"
    case contains = "CONTAINS"
    case isIn = "IN"
    case matches = "=~"
    case concatenate = "||"
}

enum Quantifier: String, Sendable {
    case all, any, none, single
}

/// `[x IN list WHERE condition | result]`; in a quantifier the condition alone counts.
struct Comprehension: Sendable {
    var variable: Name
    var list: Expression
    var condition: Expression?
    var result: Expression?
}

/// `reduce(total = initial, x IN list | step)`
struct Reduction: Sendable {
    var accumulator: Name
    var initial: Expression
    var variable: Name
    var list: Expression
    var step: Expression
}

/// `EXISTS { … }`, `COUNT { … }`, `COLLECT { … }` around whole clauses; RETURN may be left out of the first two.
struct Subquery: Sendable {
    enum Kind: String, Sendable { case exists = "EXISTS", count = "COUNT", collect = "COLLECT" }

    var kind: Kind
    var statement: Statement
}

struct Comparison: Sendable {
    enum Operator: String, Sendable {
        case equal = "="
        case unequal = "<>"
        case less = "<"
        case atMost = "<="
        case greater = ">"
        case atLeast = ">="
    }

    var comparator: Operator
    var operand: Expression
}

struct FunctionUse: Sendable {
    var name: Name
    var isDistinct: Bool
    /// `count(*)`
    var isStar: Bool
    var arguments: [Expression]
}

struct CaseExpression: Sendable {
    var subject: Expression?
    var branches: [(condition: Expression, result: Expression)]
    var otherwise: Expression?
}

extension Expression {
    /// The expressions directly inside this one; patterns give their property values.
    var children: [Expression] {
        switch kind {
        case .null, .boolean, .integer, .float, .string, .parameter, .variable: []
        case .list(let items), .and(let items), .or(let items): items
        case .map(let entries): entries.map(\.value)
        case .mapProjection(let base, let items):
            [base] + items.compactMap { if case .entry(_, let value) = $0 { value } else { nil } }
        case .property(let e, _), .not(let e), .negative(let e), .isNull(let e, _), .hasLabels(let e, _): [e]
        case .index(let a, let b), .binary(_, let a, let b): [a, b]
        case .slice(let list, let from, let to): [list] + [from, to].compactMap { $0 }
        case .comparison(let first, let rest): [first] + rest.map(\.operand)
        case .call(let use): use.arguments
        case .choice(let c):
            [c.subject].compactMap { $0 } + c.branches.flatMap { [$0.condition, $0.result] }
                + [c.otherwise].compactMap { $0 }
        case .pattern(let p): p.propertyValues
        case .exists(let patterns, let condition): patterns.flatMap(\.propertyValues) + [condition].compactMap { $0 }
        case .subquery: []
        case .comprehension(let c), .quantifier(_, let c): [c.list] + [c.condition, c.result].compactMap { $0 }
        case .reduce(let r): [r.initial, r.list, r.step]
        case .patternComprehension(let pattern, let condition, let result):
            pattern.propertyValues + [condition].compactMap { $0 } + [result]
        }
    }

    /// Calls `visit` for this expression and all below it.
    func walk(_ visit: (Expression) -> Void) {
        visit(self)
        for child in children { child.walk(visit) }
    }

    func contains(where test: (Expression) -> Bool) -> Bool {
        test(self) || children.contains { $0.contains(where: test) }
    }
}

extension PathPattern {
    var propertyValues: [Expression] {
        nodes.flatMap { $0.properties.map(\.value) + [$0.allProperties].compactMap { $0 } }
            + steps.flatMap {
                $0.relationship.properties.map(\.value) + [$0.relationship.allProperties].compactMap { $0 }
            }
    }

    var variables: [String] {
        ([variable] + nodes.map(\.variable) + steps.map(\.relationship.variable)).compactMap { $0?.text }
    }
}
