/// Turns query text into tokens. Offsets are bytes of the text given.
struct Lexer {
    /// Longer queries are refused; generated ones belong into parameters.
    static let longestText = 64 * 1024

    private let bytes: [UInt8]
    private var at = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    static func tokens(of bytes: [UInt8]) throws(QueryFault) -> [Token] {
        if bytes.count > longestText {
            throw QueryFault(
                .tooLong, "a query has at most \(longestText / 1024) KiB, this one has \(bytes.count) bytes", at: nil,
                hint: "pass long lists and texts as parameters")
        }
        var lexer = Lexer(bytes)
        var tokens: [Token] = []
        repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
        return tokens
    }

    private func byte(_ offset: Int = 0) -> UInt8? { at + offset < bytes.count ? bytes[at + offset] : nil }

    /// The code point at `at` with its length; bytes that are not UTF-8 cannot occur in a Swift string.
    private func scalar() -> (Unicode.Scalar, Int)? {
        guard let first = byte() else { return nil }
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        let end = min(at + length, bytes.count)
        guard let s = String(decoding: bytes[at..<end], as: UTF8.self).unicodeScalars.first else { return nil }
        return (s, end - at)
    }

    private mutating func skipSpace() throws(QueryFault) {
        while let b = byte() {
            switch b {
            case 0x09...0x0D, 0x20, 0x1C...0x1F: at += 1
            case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
                while let c = byte(), c != 0x0A { at += 1; _ = c }
            case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"):
                let start = at
                at += 2
                while byte() != nil, !(byte() == UInt8(ascii: "*") && byte(1) == UInt8(ascii: "/")) { at += 1 }
                if byte() == nil {
                    throw QueryFault(
                        .syntax, "this comment has no end", at: start..<start + 2, hint: "close it with */")
                }
                at += 2
            case 0x80...:
                guard let (s, length) = scalar(), s.properties.isWhitespace || s.value == 0xFEFF else { return }
                at += length
            default: return
            }
        }
    }

    private mutating func next() throws(QueryFault) -> Token {
        try skipSpace()
        let start = at
        guard let b = byte() else { return Token(kind: .end, range: at..<at) }
        let kind: Token.Kind
        switch b {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): kind = try number()
        case UInt8(ascii: ".") where byte(1).map(Self.isDigit) == true: kind = try number()
        case UInt8(ascii: "'"), UInt8(ascii: "\""): kind = .string(try text(quote: b))
        case UInt8(ascii: "`"): kind = .quoted(try quotedName())
        case UInt8(ascii: "$"):
            at += 1
            kind = .parameter(try parameterName(start))
        default:
            if let name = name() {
                kind = .word(name)
            } else {
                kind = .sign(try sign())
            }
        }
        return Token(kind: kind, range: start..<at)
    }

    private static func isDigit(_ b: UInt8) -> Bool { b >= 0x30 && b <= 0x39 }

    private mutating func name() -> String? {
        let start = at
        while let (s, length) = scalar() {
            let p = s.properties
            guard at == start ? (p.isIDStart || s == "_") : p.isIDContinue else { break }
            at += length
        }
        return at == start ? nil : String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func quotedName() throws(QueryFault) -> String {
        let start = at
        var out: [UInt8] = []
        at += 1
        while let b = byte() {
            at += 1
            if b == UInt8(ascii: "`") {
                if byte() != b { return String(decoding: out, as: UTF8.self) }
                at += 1
            }
            out.append(b)
        }
        throw QueryFault(.syntax, "this name has no closing backtick", at: start..<start + 1)
    }

    private mutating func parameterName(_ start: Int) throws(QueryFault) -> String {
        if byte() == UInt8(ascii: "`") { return try quotedName() }
        if let name = name() { return name }
        let digits = at
        while let b = byte(), Self.isDigit(b) { at += 1 }
        if at > digits { return String(decoding: bytes[digits..<at], as: UTF8.self) }
        throw QueryFault(.syntax, "a parameter needs a name after '$'", at: start..<at)
    }

    private mutating func number() throws(QueryFault) -> Token.Kind {
        let start = at
        if byte() == UInt8(ascii: "0"), let x = byte(1), x == UInt8(ascii: "x") || x == UInt8(ascii: "o") {
            at += 2
            let digits = at
            while let b = byte(), Self.isDigit(b) || (b | 32 >= 0x61 && b | 32 <= 0x7A) || b == 0x5F { at += 1 }
            let text = String(decoding: bytes[digits..<at], as: UTF8.self)
            guard let value = UInt64(text, radix: x == UInt8(ascii: "x") ? 16 : 8) else { throw bad(start) }
            return .integer(value)
        }
        var isFloat = false
        while let b = byte(), Self.isDigit(b) { at += 1 }
        if byte() == UInt8(ascii: "."), byte(1).map(Self.isDigit) == true {
            isFloat = true
            at += 1
            while let b = byte(), Self.isDigit(b) { at += 1 }
        }
        if let e = byte(), e | 32 == UInt8(ascii: "e") {
            let sign = byte(1) == UInt8(ascii: "-") || byte(1) == UInt8(ascii: "+") ? 1 : 0
            if byte(1 + sign).map(Self.isDigit) == true {
                isFloat = true
                at += 1 + sign
                while let b = byte(), Self.isDigit(b) { at += 1 }
            }
        }
        if name() != nil { throw bad(start) }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        if isFloat {
            guard let value = Double(text.first == "." ? "0" + text : text), value.isFinite else {
                throw QueryFault(.syntax, "this number is too large", at: start..<at)
            }
            return .float(value)
        }
        guard let value = UInt64(text) else {
            throw QueryFault(.syntax, "this number does not fit a 64-bit integer", at: start..<at)
        }
        return .integer(value)
    }

    private func bad(_ start: Int) -> QueryFault { QueryFault(.syntax, "this is not a number", at: start..<at) }

    private mutating func text(quote: UInt8) throws(QueryFault) -> String {
        let start = at
        var out: [UInt8] = []
        at += 1
        while let b = byte() {
            at += 1
            if b == quote { return String(decoding: out, as: UTF8.self) }
            if b != UInt8(ascii: "\\") {
                out.append(b)
                continue
            }
            guard let escaped = byte() else { break }
            at += 1
            switch escaped {
            case UInt8(ascii: "n"): out.append(0x0A)
            case UInt8(ascii: "t"): out.append(0x09)
            case UInt8(ascii: "r"): out.append(0x0D)
            case UInt8(ascii: "b"): out.append(0x08)
            case UInt8(ascii: "f"): out.append(0x0C)
            case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): out.append(escaped)
            case UInt8(ascii: "u"): try unicode(digits: 4, into: &out)
            case UInt8(ascii: "U"): try unicode(digits: 8, into: &out)
            default:
                throw QueryFault(
                    .syntax, "there is no such escape in a text", at: at - 2..<at, hint: "write \\\\ for a backslash")
            }
        }
        throw QueryFault(.syntax, "this text has no closing quotation mark", at: start..<start + 1)
    }

    private mutating func unicode(digits: Int, into out: inout [UInt8]) throws(QueryFault) {
        func code() throws(QueryFault) -> UInt32 {
            let end = min(at + digits, bytes.count)
            let text = String(decoding: bytes[at..<end], as: UTF8.self)
            guard end - at == digits, text.first != "+", text.first != "-", let v = UInt32(text, radix: 16) else {
                throw QueryFault(.syntax, "a Unicode escape needs \(digits) hexadecimal digits", at: at - 2..<at)
            }
            return v
        }
        let start = at - 2
        var value = try code()
        at += digits
        // A pair of surrogates, as JSON writes characters beyond the first plane.
        if digits == 4, value >= 0xD800, value < 0xDC00, byte() == UInt8(ascii: "\\"), byte(1) == UInt8(ascii: "u") {
            at += 2
            let low = try code()
            at += 4
            if low >= 0xDC00, low < 0xE000 { value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00) }
        }
        guard let s = Unicode.Scalar(value) else {
            throw QueryFault(.syntax, "there is no such Unicode character", at: start..<at)
        }
        out.append(contentsOf: String(s).utf8)
    }

    private static let pairs: Set<String> = ["..", "=~", "<>", "<=", ">=", "||"]
    private static let signs = Set("()[]{},:;.|&!+-*/%^=<>@".utf8)

    private mutating func sign() throws(QueryFault) -> String {
        if let a = byte(), let b = byte(1), a < 0x80, b < 0x80 {
            let pair = String(decoding: [a, b], as: UTF8.self)
            if Self.pairs.contains(pair) {
                at += 2
                return pair
            }
        }
        guard let b = byte(), Self.signs.contains(b) else {
            let length = scalar()?.1 ?? 1
            let range = at..<at + length
            let shown = QueryError.quoted(String(decoding: bytes[range], as: UTF8.self))
            throw QueryFault(.syntax, "\(shown) has no meaning here", at: range)
        }
        at += 1
        return String(decoding: [b], as: UTF8.self)
    }
}
