/// A query as data: written out for the product, and answered by `NaiveEvaluator` as the words of openCypher say.
struct NaiveQuery {
    indirect enum Term {
        case literal(NaiveValue)
        case variable(String)
        case property(String, String)
        case compare(String, Term, Term)
        case and(Term, Term)
        case or(Term, Term)
        case not(Term)
        case isNull(Term)
        case isIn(Term, [NaiveValue])
        case hasLabel(String, String)
        case exists(Pattern)
        case sum(Term, Term)

        var text: String {
            switch self {
            case .literal(let v): v.literal
            case .variable(let name): name
            case .property(let name, let key): "\(name).\(key)"
            case .compare(let sign, let a, let b): "\(a.text) \(sign) \(b.text)"
            case .and(let a, let b): "(\(a.text) AND \(b.text))"
            case .or(let a, let b): "(\(a.text) OR \(b.text))"
            case .not(let a): "NOT (\(a.text))"
            case .isNull(let a): "\(a.text) IS NULL"
            case .isIn(let a, let items): "\(a.text) IN [\(items.map(\.literal).joined(separator: ", "))]"
            case .hasLabel(let name, let label): "\(name):\(label)"
            case .exists(let pattern): "EXISTS { \(pattern.text) }"
            case .sum(let a, let b): "\(a.text) + \(b.text)"
            }
        }
    }

    struct NodePattern {
        var name: String?
        var labels: [String] = []
        var property: (key: String, value: NaiveValue)?

        var text: String {
            let own = property.map { " {\($0.key): \($0.value.literal)}" } ?? ""
            return "(\(name ?? "")\(labels.isEmpty ? "" : ":" + labels.joined(separator: "|"))\(own))"
        }
    }

    struct Hop {
        enum Direction: CaseIterable { case forward, backward, either }

        var name: String?
        var types: [String]
        var direction: Direction
        var length: ClosedRange<Int>?
        var role: String?
        var node: NodePattern

        var text: String {
            var inside = name ?? ""
            if !types.isEmpty { inside += ":" + types.joined(separator: "|") }
            if let length { inside += "*\(length.lowerBound)..\(length.upperBound)" }
            if let role { inside += " {role: '\(role)'}" }
            return (direction == .backward ? "<-" : "-") + "[\(inside)]" + (direction == .forward ? "->" : "-")
                + node.text
        }
    }

    struct Pattern {
        var start: NodePattern
        var hops: [Hop] = []

        var text: String { start.text + hops.map(\.text).joined() }
    }

    struct Column {
        enum Aggregate: String, CaseIterable { case count, countDistinct, sum, min, max, collectSize }

        var name: String
        /// Nil for `count(*)`.
        var term: Term?
        var aggregate: Aggregate?

        var text: String {
            let own = term?.text ?? "*"
            switch aggregate {
            case nil: return "\(own) AS \(name)"
            case .countDistinct: return "count(DISTINCT \(own)) AS \(name)"
            case .collectSize: return "size(collect(\(own))) AS \(name)"
            case .some(let aggregate): return "\(aggregate.rawValue)(\(own)) AS \(name)"
            }
        }
    }

    struct Projection {
        var isDistinct = false
        var columns: [Column] = []
        var order: [(name: String, isDescending: Bool)] = []
        var skip: Int?
        var limit: Int?
        var condition: Term?

        var text: String {
            var text = (isDistinct ? "DISTINCT " : "") + columns.map(\.text).joined(separator: ", ")
            if !order.isEmpty {
                text += " ORDER BY " + order.map { $0.name + ($0.isDescending ? " DESC" : "") }.joined(separator: ", ")
            }
            if let skip { text += " SKIP \(skip)" }
            if let limit { text += " LIMIT \(limit)" }
            if let condition { text += " WHERE \(condition.text)" }
            return text
        }
    }

    enum Clause {
        case match([Pattern], isOptional: Bool, Term?)
        case unwind([NaiveValue], String)
        case with(Projection)
        case returning(Projection)

        var text: String {
            switch self {
            case .match(let patterns, let isOptional, let condition):
                (isOptional ? "OPTIONAL MATCH " : "MATCH ") + patterns.map(\.text).joined(separator: ", ")
                    + (condition.map { " WHERE \($0.text)" } ?? "")
            case .unwind(let items, let name):
                "UNWIND [\(items.map(\.literal).joined(separator: ", "))] AS \(name)"
            case .with(let projection): "WITH \(projection.text)"
            case .returning(let projection): "RETURN \(projection.text)"
            }
        }
    }

    /// Single queries joined by UNION, or UNION ALL.
    var parts: [[Clause]]
    var keepsAll = false

    var text: String {
        parts.map { $0.map(\.text).joined(separator: " ") }.joined(separator: keepsAll ? " UNION ALL " : " UNION ")
    }

    /// Whether the order of the rows is certain.
    var isOrdered: Bool {
        guard parts.count == 1, case .returning(let last)? = parts[0].last else { return false }
        return !last.order.isEmpty
    }
}
