import SeosModel

/// Turns one statement into one SQL statement. Clauses become a chain of common table expressions ("stages"); what
/// needs no stage of its own stays in the FROM list that the next clause extends.
///
/// Values of the query are always bound parameters; every name in the SQL comes from the mapping or is made here.
final class Compiler {
    let source: [UInt8]
    let mapping: GraphMapping
    let parameters: [String: QueryValue]
    let statistics: DatabaseGraph
    private let tokens: [Token]

    private(set) var bound: [QueryValue] = []
    private var boundAt: [Int: Int] = [:]
    private(set) var stages: [String] = []
    private(set) var warnings: [String] = []
    /// In how many ways of labels, types and lengths the patterns are read, each by a SELECT of its own.
    var readings = 1
    private var aliases = 0
    private var work = 0

    /// Clauses and stages nest inside SQLite, so their number is bounded.
    static let mostClauses = 60
    private static let mostWork = 300_000
    private static let longestSQL = 2 << 20

    init(source: [UInt8], tokens: [Token], parameters: [String: QueryValue], graph: DatabaseGraph) {
        self.source = source
        self.tokens = tokens
        mapping = graph.mapping
        statistics = graph
        self.parameters = parameters
    }

    struct Result {
        var sql: String
        var columns: [(name: String, type: ValueType)]
    }

    static func compile(
        _ statement: Statement, source: [UInt8], tokens: [Token], parameters: [String: QueryValue],
        graph: DatabaseGraph
    ) throws -> (Compiler, Result) {
        let compiler = Compiler(source: source, tokens: tokens, parameters: parameters, graph: graph)
        return (compiler, try compiler.compile(statement))
    }

    private func compile(_ statement: Statement) throws -> Result {
        if let union = statement.unions.first {
            throw QueryFault(.unsupported, "UNION is not supported yet", at: union.range)
        }
        let clauses = statement.queries[0].clauses
        if clauses.count > Self.mostClauses {
            throw QueryFault(.tooLong, "a query has at most \(Self.mostClauses) clauses", at: nil)
        }
        var rows = Rows()
        for (i, clause) in clauses.enumerated() {
            let later = clauses[(i + 1)...]
            switch clause {
            case .match(let match):
                let usage = Usage(later: later)
                rows = match.isOptional ? try optional(match, rows, usage) : try self.match(match, rows, usage)
            case .unwind(let unwind):
                throw QueryFault(.unsupported, "UNWIND is not supported yet", at: unwind.range)
            case .with(let projection): rows = try with(projection, rows, Usage(later: later))
            case .returning(let projection): return finish(try returning(projection, rows))
            case .create(_, let range), .delete(_, let range):
                throw QueryFault(.write, "queries only read", at: range)
            }
        }
        throw QueryFault(.syntax, "a query ends with RETURN", at: nil)
    }

    private func finish(_ result: Result) -> Result {
        var result = result
        if !stages.isEmpty { result.sql = "WITH " + stages.joined(separator: ",\n     ") + "\n" + result.sql }
        return result
    }

    // MARK: State

    /// Bounds the work, and the SQL, that repetition in branches or nested comparisons can cause.
    func spend(_ range: Range<Int>?, _ amount: Int = 1) throws {
        work += amount
        if work > Self.mostWork {
            throw QueryFault(.tooLong, "this query is too large once its readings are written out", at: range)
        }
    }

    func checkLength(_ sql: String, _ range: Range<Int>) throws {
        if sql.utf8.count + stages.reduce(0, { $0 + $1.utf8.count }) > Self.longestSQL {
            throw QueryFault(.tooLong, "this query is too large once its readings are written out", at: range)
        }
    }

    func alias(_ letter: String) -> String {
        aliases += 1
        return "\(letter)\(aliases)"
    }

    /// A bound value; the same place in the query is bound once, however often its SQL is repeated.
    func bind(_ value: QueryValue, at offset: Int? = nil) -> String {
        if let offset, let known = boundAt[offset] { return "?\(known)" }
        bound.append(value)
        if let offset { boundAt[offset] = bound.count }
        return "?\(bound.count)"
    }

    /// Adds a stage and answers its rows; `columns` are those of the SELECTs in `sql`.
    func stage(_ sql: String, _ operands: [(name: String, operand: Operand)], materialized: Bool = false) -> Rows {
        let name = alias("s")
        var rows = Rows(from: [Rows.Table(sql: name)])
        var columns: [String] = []
        for (variable, operand) in operands {
            let own = operand.columns.indices.map { "\(name)c\(columns.count + $0)" }
            columns += own
            rows.scope[variable] = operand.moved(to: own)
        }
        if columns.isEmpty { columns = ["\(name)c0"] }
        let hint = materialized ? "MATERIALIZED " : ""
        stages.append("\(name)(\(columns.joined(separator: ", "))) AS \(hint)(\(sql))")
        return rows
    }

    func warn(_ text: String) { if !warnings.contains(text) { warnings.append(text) } }

    func text(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }

    func signature(_ range: Range<Int>) -> String { tokens.signature(range, source) }

    // MARK: Names

    func labels(_ expression: LabelExpression) throws -> LabelSet {
        switch expression {
        case .label(let name):
            if let label = mapping.label(named: name.text) { return LabelSet(code: label.code) }
            throw QueryFault(
                .unknownLabel, "no label named \(QueryError.quoted(name.text))", at: name.range,
                hint: Suggestion.hint(for: name.text, among: mapping.labels.map(\.name))
                    ?? "labels are " + mapping.labels.map(\.name).joined(separator: ", "))
        case .any: return mapping.allLabels
        case .not(let inner): return mapping.allLabels.subtracting(try labels(inner))
        case .and(let a, let b): return try labels(a).intersection(labels(b))
        case .or(let a, let b): return try labels(a).union(labels(b))
        }
    }

    func type(_ name: Name) throws -> GraphMapping.RelationshipType {
        if let type = mapping.type(named: name.text) { return type }
        throw QueryFault(
            .unknownType, "no relationship type named \(QueryError.quoted(name.text))", at: name.range,
            hint: Suggestion.hint(for: name.text, among: mapping.types.map(\.name))
                ?? "types are " + mapping.types.map(\.name).joined(separator: ", "))
    }

    /// A mapping's SQL piece for one alias.
    static func fill(_ template: String, _ alias: String) -> String {
        var out = ""
        var rest = template[...]
        while let at = rest.firstIndex(of: "$") {
            out += rest[..<at]
            rest = rest[rest.index(after: at)...]
            if rest.first == "$" {
                out += "$"
                rest = rest.dropFirst()
            } else {
                out += alias
            }
        }
        return out + rest
    }
}
