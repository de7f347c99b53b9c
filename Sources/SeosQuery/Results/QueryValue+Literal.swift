extension QueryValue {
    /// Reads a value as a query would: numbers, texts in quotation marks, true, false, null, lists and maps of these.
    ///
    /// Nil for anything else, so that a command can take `name=Tartu` as the text it plainly is.
    ///
    /// `QueryValue(literal: "[1, 'a']")` is a list of a number and a text.
    public init?(literal text: String) {
        guard var parser = try? Parser(Array(text.utf8)), let expression = try? parser.expression(),
            parser.token.kind == .end, let value = Self.constant(expression)
        else { return nil }
        self = value
    }

    private static func constant(_ e: Expression) -> QueryValue? {
        switch e.kind {
        case .null: return .null
        case .boolean(let b): return .boolean(b)
        case .integer(let n): return .integer(n)
        case .float(let d): return .double(d)
        case .string(let s): return .string(s)
        case .negative(let inner):
            guard case .double(let d)? = constant(inner) else { return nil }
            return .double(-d)
        case .list(let items):
            let values = items.compactMap(constant)
            return values.count == items.count ? .list(values) : nil
        case .map(let entries):
            let values = entries.compactMap { entry in
                constant(entry.value).map { QueryValue.Entry(entry.name.text, $0) }
            }
            return values.count == entries.count ? .map(values) : nil
        default: return nil
        }
    }
}
