/// Recursive descent over the tokens of one query. What is openCypher but not offered is refused here when it has a
/// syntax of its own; everything about names and types is the compiler's.
struct Parser {
    /// Levels of the tree.
    static let deepest = 200
    /// Levels of nesting in the text: each takes a good piece of the stack.
    static let deepestNesting = 100

    let source: [UInt8]
    let tokens: [Token]
    /// For each opening bracket the index of its partner.
    private let partners: [Int: Int]
    var at = 0
    private var depth = 0
    var labelTerms = 0
    /// Whether CREATE and DELETE are read too: for setting up graphs of tests, never for queries.
    let allowsWrites: Bool

    init(_ source: [UInt8], allowsWrites: Bool = false) throws(QueryFault) {
        self.source = source
        self.allowsWrites = allowsWrites
        tokens = try Lexer.tokens(of: source)
        var open: [Int] = []
        var partners: [Int: Int] = [:]
        for (i, token) in tokens.enumerated() {
            guard case .sign(let s) = token.kind else { continue }
            if s == "(" || s == "[" || s == "{" { open.append(i) }
            if s == ")" || s == "]" || s == "}", let start = open.popLast() { partners[start] = i }
        }
        self.partners = partners
    }

    static func parse(_ source: [UInt8]) throws(QueryFault) -> Statement {
        var parser = try Parser(source)
        return try parser.statement()
    }

    // MARK: Tokens

    var token: Token { tokens[at] }

    func peek(_ offset: Int) -> Token { tokens[min(at + offset, tokens.count - 1)] }

    /// Where the last token taken ends.
    var end: Int { at == 0 ? 0 : tokens[at - 1].range.upperBound }

    func partner(of index: Int) -> Int? { partners[index] }

    mutating func advance() { if at < tokens.count - 1 { at += 1 } }

    mutating func take(_ sign: String) -> Bool {
        guard token.isSign(sign) else { return false }
        advance()
        return true
    }

    mutating func takeWord(_ keyword: String) -> Bool {
        guard token.isWord(keyword) else { return false }
        advance()
        return true
    }

    mutating func expect(_ sign: String, _ place: String) throws(QueryFault) {
        if !take(sign) { throw unexpected("'\(sign)' \(place)") }
    }

    mutating func expectWord(_ keyword: String, _ place: String) throws(QueryFault) {
        if !takeWord(keyword) { throw unexpected("\(keyword) \(place)") }
    }

    func text(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }

    /// "expected X, found Y" at the current token.
    func unexpected(_ expected: String, hint: String? = nil) -> QueryFault {
        if token.kind == .end {
            return QueryFault(.syntax, "expected \(expected), but the query ends here", at: token.range, hint: hint)
        }
        let found = QueryError.quoted(text(token.range))
        return QueryFault(.syntax, "expected \(expected), found \(found)", at: token.range, hint: hint)
    }

    mutating func nested<T>(_ body: (inout Parser) throws(QueryFault) -> T) throws(QueryFault) -> T {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.deepestNesting { throw tooDeep(token.range) }
        return try body(&self)
    }

    func tooDeep(_ range: Range<Int>) -> QueryFault {
        QueryFault(.tooDeep, "this query is nested more than \(Self.deepestNesting) levels deep", at: range)
    }

    func make(_ kind: Expression.Kind, _ range: Range<Int>) throws(QueryFault) -> Expression {
        let expression = Expression(kind, range)
        if expression.depth > Self.deepest { throw tooDeep(range) }
        return expression
    }

    // MARK: Names

    /// A name of any kind; keywords are allowed as names of labels, types and properties.
    mutating func name(_ what: String) throws(QueryFault) -> Name {
        switch token.kind {
        case .word(let text), .quoted(let text):
            let name = Name(text: text, range: token.range)
            advance()
            return name
        default: throw unexpected(what)
        }
    }

    /// A variable: not a keyword, unless in backticks.
    mutating func variable(_ what: String) throws(QueryFault) -> Name {
        if case .word(let text) = token.kind, Self.reserved.contains(text.uppercased()) {
            throw unexpected(what, hint: "\(text.uppercased()) is a keyword; write `\(text)` to use it as a name")
        }
        return try name(what)
    }

    var startsVariable: Bool {
        switch token.kind {
        case .quoted: true
        case .word(let text): !Self.reserved.contains(text.uppercased())
        default: false
        }
    }

    static let reserved: Set<String> = [
        "ALL", "AND", "AS", "ASC", "ASCENDING", "BY", "CALL", "CASE", "CONTAINS", "CREATE", "DELETE", "DESC",
        "DESCENDING", "DETACH", "DISTINCT", "ELSE", "END", "ENDS", "EXISTS", "FALSE", "IN", "IS", "LIMIT", "MATCH",
        "MERGE", "NOT", "NULL", "ON", "OPTIONAL", "OR", "ORDER", "REMOVE", "RETURN", "SET", "SKIP", "STARTS", "THEN",
        "TRUE", "UNION", "UNWIND", "WHEN", "WHERE", "WITH", "XOR", "YIELD",
    ]
}
