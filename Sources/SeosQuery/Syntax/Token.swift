/// One word, number, text or sign of a query with its byte range.
struct Token: Equatable, Sendable {
    enum Kind: Equatable, Sendable {
        /// A word as written; keywords are words too.
        case word(String)
        /// A name in backticks: never a keyword.
        case quoted(String)
        /// The magnitude; a sign before it is an operator.
        case integer(UInt64)
        case float(Double)
        case string(String)
        case parameter(String)
        /// One of `( ) [ ] { } , : ; . .. | & ! + - * / % ^ = =~ <> < <= > >= @`.
        case sign(String)
        case end
    }

    var kind: Kind
    var range: Range<Int>

    func isSign(_ sign: String) -> Bool { kind == .sign(sign) }

    /// Whether this is the keyword, given in capitals.
    func isWord(_ keyword: String) -> Bool {
        guard case .word(let w) = kind, w.utf8.count == keyword.utf8.count else { return false }
        return zip(w.utf8, keyword.utf8).allSatisfy { a, b in a == b || (a >= 0x61 && a <= 0x7A && a - 32 == b) }
    }
}
