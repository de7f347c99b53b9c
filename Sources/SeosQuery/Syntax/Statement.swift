/// A parsed query: one or more single queries joined by UNION.
struct Statement {
    var queries: [SingleQuery]
    /// Where each UNION stands, and whether it is UNION ALL.
    var unions: [(all: Bool, range: Range<Int>)]
}

/// Clauses in the order written; the last one is RETURN.
struct SingleQuery {
    var clauses: [Clause]
}

enum Clause {
    case match(MatchClause)
    case unwind(UnwindClause)
    case with(Projection)
    case returning(Projection)
}

/// A name as written, with its place.
struct Name: Hashable {
    var text: String
    var range: Range<Int>
}

struct MatchClause {
    var isOptional: Bool
    var patterns: [PathPattern]
    var condition: Expression?
    var range: Range<Int>
}

struct UnwindClause {
    var list: Expression
    var variable: Name
    var range: Range<Int>
}

/// What WITH and RETURN have in common.
struct Projection {
    struct Item {
        var expression: Expression
        var alias: Name?
        /// The words of the item without its alias: the column's name when there is no alias.
        var text: String
    }

    struct SortItem {
        var expression: Expression
        var isDescending: Bool
    }

    var isDistinct: Bool
    var includesAll: Bool
    var items: [Item]
    var order: [SortItem]
    var skip: Expression?
    var limit: Expression?
    /// WITH only.
    var condition: Expression?
    var range: Range<Int>
}
