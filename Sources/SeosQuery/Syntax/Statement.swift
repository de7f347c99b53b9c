/// A parsed query: one or more single queries joined by UNION.
struct Statement: Sendable {
    var queries: [SingleQuery]
    /// Where each UNION stands, and whether it is UNION ALL.
    var unions: [(all: Bool, range: Range<Int>)]
}

/// Clauses in the order written; the last one is RETURN.
struct SingleQuery: Sendable {
    var clauses: [Clause]
}

enum Clause: Sendable {
    case match(MatchClause)
    case unwind(UnwindClause)
    case with(Projection)
    case returning(Projection)
    /// Never of a query: scenarios of tests set up their graph with it.
    case create([PathPattern], Range<Int>)
    case delete([Expression], Range<Int>)
}

extension Statement {
    /// The expressions that stand in its clauses directly.
    var expressions: [Expression] {
        queries.flatMap { query in query.clauses.flatMap(\.expressions) }
    }
}

extension Clause {
    var expressions: [Expression] {
        switch self {
        case .match(let m): m.patterns.flatMap(\.propertyValues) + [m.condition].compactMap { $0 }
        case .unwind(let u): [u.list]
        case .with(let p), .returning(let p):
            p.items.map(\.expression) + p.order.map(\.expression) + [p.skip, p.limit, p.condition].compactMap { $0 }
        case .create(let patterns, _): patterns.flatMap(\.propertyValues)
        case .delete(let items, _): items
        }
    }
}

/// A name as written, with its place.
struct Name: Hashable, Sendable {
    var text: String
    var range: Range<Int>
}

struct MatchClause: Sendable {
    var isOptional: Bool
    var patterns: [PathPattern]
    var condition: Expression?
    var range: Range<Int>
}

struct UnwindClause: Sendable {
    var list: Expression
    var variable: Name
    var range: Range<Int>
}

/// What WITH and RETURN have in common.
struct Projection: Sendable {
    struct Item: Sendable {
        var expression: Expression
        var alias: Name?
        /// The words of the item without its alias: the column's name when there is no alias.
        var text: String
    }

    struct SortItem: Sendable {
        var expression: Expression
        var isDescending: Bool
        /// As written; nulls are the largest value otherwise.
        var nullsFirst: Bool?
    }

    var isDistinct: Bool
    var includesAll: Bool
    /// FILTER and LET take what is there, even when that is nothing.
    var mayBeEmpty = false
    var items: [Item]
    var order: [SortItem]
    var skip: Expression?
    var limit: Expression?
    /// WITH only.
    var condition: Expression?
    var range: Range<Int>
}
