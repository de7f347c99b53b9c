/// Checks a statement by the rules of openCypher and makes it ready to run over a graph source.
///
/// With a mapping, labels, types and properties must be names of its model; without one any name is possible.
final class QueryPlanner {
    let source: [UInt8]
    let graph: any GraphSource
    let budget: Budget
    let mapping: GraphMapping?
    let parameters: [String: Value]
    let clock: QueryClock
    private let tokens: [Token]
    private(set) var slotCount = 0
    /// One for each clause that reads; what their subqueries do stands among their words.
    private(set) var plan: [PlanStep] = []
    private var words: [String] = []
    private var remarks: [String] = []
    /// Whether clauses are measured; those of subqueries are part of theirs.
    var isProfiled = false
    private(set) var meters: [Meter] = []
    private var nesting = 0
    /// Whether some step is made for adjacency in memory.
    private(set) var prefersMemory = false
    var estimate = PlanEstimate()

    init(
        source: [UInt8], tokens: [Token], graph: any GraphSource, mapping: GraphMapping?, parameters: [String: Value],
        budget: Budget
    ) {
        self.source = source
        self.tokens = tokens
        self.graph = graph
        self.mapping = mapping
        self.parameters = parameters
        self.budget = budget
        clock = QueryClock()
    }

    func newSlot() -> Int {
        slotCount += 1
        return slotCount - 1
    }

    /// Steps that call each other while a row passes through: bounded, since each takes a piece of the stack.
    private var depth = 0
    private static let mostSteps = 300

    func spend(_ steps: Int, _ range: Range<Int>?) throws {
        depth += steps
        if depth > Self.mostSteps {
            throw QueryFault(
                .tooLong, "a query has at most \(Self.mostSteps) clauses, nodes and relationships together", at: range)
        }
    }

    /// A step that has more rows or fewer behind it than before.
    func multiply(_ fan: Double) { estimate.multiply(fan) }

    /// A step that goes through many relationships of the types at once.
    func needsMemory(_ types: [Int]?) { if graph.adjacencyType(types) != nil { prefersMemory = true } }

    func note(_ line: String) { words.append(line) }

    func remark(_ line: String) { remarks.append(line) }

    func text(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }

    func signature(_ range: Range<Int>) -> String { tokens.signature(range, source) }

    // MARK: Statements

    /// One query of a UNION: its operators, without an end, and where its columns are.
    struct Branch {
        var pipeline: Pipeline
        var columns: [String]
        var slots: [Int]
        var types: [StaticType]
        /// Whether RETURN hands rows on as they come, however many.
        var isStream = false
    }

    func branches(of statement: Statement, _ scope: Bindings = Bindings()) throws -> [Branch] {
        var branches: [Branch] = []
        for query in statement.queries { branches.append(try branch(query, scope)) }
        for (i, union) in statement.unions.enumerated() {
            if union.all != statement.unions[0].all {
                throw QueryFault(
                    .syntax, "UNION and UNION ALL cannot be mixed", at: union.range, .invalidClauses)
            }
            if branches[i + 1].columns != branches[0].columns {
                throw QueryFault(
                    .syntax, "the parts of a UNION must have the same columns", at: union.range,
                    hint:
                        "here \(branches[0].columns.joined(separator: ", ")) and \(branches[i + 1].columns.joined(separator: ", "))",
                    .differentColumns)
            }
        }
        return branches
    }

    private func branch(_ query: SingleQuery, _ outer: Bindings) throws -> Branch {
        let rows = estimate.rows
        defer { estimate.rows = rows }
        var scope = outer
        var pipeline = Pipeline()
        var branch = Branch(pipeline: pipeline, columns: [], slots: [], types: [])
        var isTaken = false
        nesting += 1
        defer { nesting -= 1 }
        measure(nil, &pipeline)
        for (i, clause) in query.clauses.enumerated() {
            if isTaken {
                isTaken = false
                continue
            }
            defer { close(&pipeline) }
            let next = i + 1 < query.clauses.count ? query.clauses[i + 1] : nil
            try spend(2, nil)
            switch clause {
            case .match(let match):
                if i == 0, outer.names.isEmpty, let after = try coOccurrence(match, next, &pipeline) {
                    scope = after
                    isTaken = true
                } else {
                    try self.match(match, then: next, &scope, &pipeline)
                }
            case .unwind(let unwind):
                let list = try expressions(scope, "UNWIND").plan(unwind.list)
                try declare(unwind.variable, scope)
                let slot = newSlot()
                pipeline.append(Unwind(list.evaluate, into: slot, budget: budget))
                if case .list(let items) = unwind.list.kind {
                    estimate.rows *= Double(items.count)
                } else {
                    estimate.rows *= 10
                }
                scope[unwind.variable.text] = .init(slot: slot, type: list.type.element)
                note("for each item of \(text(unwind.list.range))")
            case .with(let projection):
                scope = try project(projection, "WITH", scope, outer, &pipeline)
            case .returning(let projection):
                let after = try project(projection, "RETURN", scope, outer, &pipeline)
                branch.columns = after.names
                branch.isStream =
                    !projection.isDistinct && projection.order.isEmpty && projection.limit == nil
                    && !projection.items.contains { Self.hasAggregate($0.expression) }
                branch.slots = after.names.compactMap { after[$0]?.slot }
                branch.types = after.names.compactMap { after[$0]?.type }
            case .create(let patterns, let range): try create(patterns, range, &scope, &pipeline)
            case .delete(let items, _):
                let items = try items.map { try expressions(scope, "DELETE").plan($0).evaluate }
                pipeline.append(try deletion(items))
            }
        }
        branch.pipeline = pipeline
        return branch
    }

    /// Makes what was noted since the last clause a step of the plan.
    private func close(_ pipeline: inout Pipeline) {
        if nesting > 1 || words.isEmpty { return }
        let step = PlanStep(words: words.joined(separator: "; "), remarks: remarks, rows: estimate.rows)
        words = []
        remarks = []
        plan.append(step)
        measure(step, &pipeline)
    }

    /// Nil begins each part of a UNION.
    private func measure(_ step: PlanStep?, _ pipeline: inout Pipeline) {
        guard isProfiled, nesting == 1 else { return }
        let meter = Meter(step)
        meters.append(meter)
        pipeline.append(meter)
    }

    func expressions(_ scope: Bindings, _ place: String) -> ExpressionPlanner {
        ExpressionPlanner(planner: self, scope: scope, place: place)
    }

    func declare(_ name: Name, _ scope: Bindings) throws {
        if scope[name.text] != nil {
            throw QueryFault(
                .syntax, "the variable '\(name.text)' is there already", at: name.range, .variableAlreadyBound)
        }
    }

    // MARK: Names of the model

    /// The labels a pattern allows, in the Seos mapping.
    func labelSet(_ expression: LabelExpression) throws -> LabelSet? {
        guard let mapping else { return nil }
        switch expression {
        case .label(let name):
            if let label = mapping.label(named: name.text) { return LabelSet(code: label.code) }
            throw QueryFault(
                .unknownLabel, "no label named \(QueryError.quoted(name.text))", at: name.range,
                hint: Suggestion.hint(for: name.text, among: mapping.labels.map(\.name))
                    ?? "labels are " + mapping.labels.map(\.name).joined(separator: ", "))
        case .any: return mapping.allLabels
        case .not(let inner): return try labelSet(inner).map { mapping.allLabels.subtracting($0) }
        case .and(let a, let b): return try (labelSet(a) ?? []).intersection(labelSet(b) ?? [])
        case .or(let a, let b): return try (labelSet(a) ?? []).union(labelSet(b) ?? [])
        }
    }

    /// A test of a node's labels.
    func test(_ expression: LabelExpression) -> NodeTest {
        let graph = graph
        switch expression {
        case .label(let name):
            guard let label = graph.label(named: name.text) else { return { _ in false } }
            return { try graph.has($0, label: label) }
        case .any: return { try !graph.labels(of: $0).isEmpty }
        case .not(let inner):
            let inner = test(inner)
            return { try !inner($0) }
        case .and(let a, let b):
            let (a, b) = (test(a), test(b))
            return { try a($0) && b($0) }
        case .or(let a, let b):
            let (a, b) = (test(a), test(b))
            return { try a($0) || b($0) }
        }
    }

    func types(_ names: [Name]) throws -> [Int]? {
        if names.isEmpty { return nil }
        var codes: [Int] = []
        for name in names {
            if let mapping, mapping.type(named: name.text) == nil {
                throw QueryFault(
                    .unknownType, "no relationship type named \(QueryError.quoted(name.text))", at: name.range,
                    hint: Suggestion.hint(for: name.text, among: mapping.types.map(\.name))
                        ?? "types are " + mapping.types.map(\.name).joined(separator: ", "))
            }
            if let code = graph.type(named: name.text), !codes.contains(code) { codes.append(code) }
        }
        return codes
    }

    /// That a node or relationship of the Seos mapping has the property, and what kind of value it is.
    func propertyType(_ base: StaticType, _ name: Name) throws -> StaticType {
        guard let mapping else { return .any }
        var found: [ValueType] = []
        var all: [String] = []
        var owner = ""
        switch base {
        case .node(let labels):
            let labels = mapping.labels(in: labels ?? mapping.allLabels)
            found = labels.compactMap { $0.property(name.text)?.type }
            all = labels.flatMap { $0.properties.map(\.name) }
            owner = labels.count == 1 ? labels[0].name : "none of these nodes"
            if labels.isEmpty { return .any }
        case .relationship(let codes):
            let types = mapping.types.filter { codes?.contains($0.code) ?? true }
            found = types.compactMap { $0.property(name.text)?.type }
            all = types.flatMap { $0.properties.map(\.name) } + ["id"]
            owner = types.count == 1 ? types[0].name : "none of these relationships"
            if name.text == "id", found.isEmpty { return .integer }
        default: return .any
        }
        guard let first = found.first else {
            let known = all.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            let has = owner.hasPrefix("none") ? "\(owner) has a" : "\(owner) has no"
            throw QueryFault(
                .unknownProperty, "\(has) property \(QueryError.quoted(name.text))", at: name.range,
                hint: Suggestion.hint(for: name.text, among: known) ?? "it has " + known.joined(separator: ", "))
        }
        return found.dropFirst().reduce(StaticType(first)) { .either($0, StaticType($1)) }
    }
}

extension StaticType {
    init(_ type: ValueType) {
        switch type {
        case .null: self = .null
        case .boolean: self = .boolean
        case .integer: self = .integer
        case .float: self = .float
        case .decimal, .number: self = .number
        case .string: self = .string
        case .list(let element): self = .list(StaticType(element))
        case .any: self = .any
        }
    }
}
