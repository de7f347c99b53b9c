/// Reads a regular expression in Java's syntax. What no automaton can do (references to groups, looking around,
/// possessive repetition) is refused by name.
struct RegexParser {
    indirect enum Node {
        case empty
        case one(RegexClass)
        case lineStart(isMultiline: Bool)
        case lineEnd(isMultiline: Bool)
        case wordEdge(Bool)
        case sequence([Node])
        case either([Node])
        case repeated(Node, least: Int, most: Int?)
    }

    struct Failure: Error { var message: String }

    private struct Flags {
        var ignoresCase = false
        var isUnicode = false
        var dotTakesAll = false
        var isMultiline = false
        var hasComments = false
    }

    private let pattern: [UInt32]
    private var at = 0
    private var flags = Flags()
    private var depth = 0

    private static let deepest = 100
    private static let mostRepeats = 1000

    private init(_ pattern: String) { self.pattern = pattern.unicodeScalars.map(\.value) }

    static func parse(_ pattern: String) throws -> Node {
        var parser = RegexParser(pattern)
        let node = try parser.alternatives()
        if parser.at < parser.pattern.count { throw Failure(message: "a ')' has no '('") }
        return node
    }

    private var current: UInt32? { at < pattern.count ? pattern[at] : nil }

    private func isNext(_ c: Unicode.Scalar, _ offset: Int = 0) -> Bool {
        at + offset < pattern.count && pattern[at + offset] == c.value
    }

    private mutating func take(_ c: Unicode.Scalar) -> Bool {
        guard isNext(c) else { return false }
        at += 1
        return true
    }

    private mutating func alternatives() throws -> Node {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.deepest { throw Failure(message: "it is nested too deeply") }
        let outer = flags
        defer { if depth > 1 { flags = outer } }
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .either(branches)
    }

    private mutating func sequence() throws -> Node {
        var items: [Node] = []
        while let c = current, c != UInt32(ascii: "|"), c != UInt32(ascii: ")") {
            if flags.hasComments, skipsComment() { continue }
            guard let atom = try atom() else { continue }
            items.append(try repeated(atom))
        }
        return items.count == 1 ? items[0] : .sequence(items)
    }

    private mutating func skipsComment() -> Bool {
        guard let c = current else { return false }
        if c == 0x20 || (c >= 0x09 && c <= 0x0D) {
            at += 1
            return true
        }
        guard c == UInt32(ascii: "#") else { return false }
        while let c = current, !RegexClass.isLineEnd(c) {
            at += 1
            _ = c
        }
        return true
    }

    // MARK: Repetition

    private mutating func repeated(_ atom: Node) throws -> Node {
        var node = atom
        while let c = current {
            let least: Int
            let most: Int?
            switch c {
            case UInt32(ascii: "*"): (least, most) = (0, nil)
            case UInt32(ascii: "+"): (least, most) = (1, nil)
            case UInt32(ascii: "?"): (least, most) = (0, 1)
            case UInt32(ascii: "{"):
                at += 1
                (least, most) = try bounds()
                at -= 1
            default: return node
            }
            at += 1
            if take("+") { throw Failure(message: "possessive repetition is not supported") }
            // Whether it takes as few as possible makes no difference to a match of the whole text.
            _ = take("?")
            node = .repeated(node, least: least, most: most)
        }
        return node
    }

    private mutating func bounds() throws -> (Int, Int?) {
        guard let least = number() else { throw Failure(message: "a number is missing after '{'") }
        var most: Int? = least
        if take(",") { most = number() }
        guard take("}") else { throw Failure(message: "a '{' has no '}'") }
        if least > Self.mostRepeats || most ?? 0 > Self.mostRepeats {
            throw Failure(message: "it repeats more than \(Self.mostRepeats) times")
        }
        if let most, most < least { throw Failure(message: "a repetition begins above its end") }
        return (least, most)
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let c = current, c >= 0x30, c <= 0x39 {
            value = min((value ?? 0) * 10 + Int(c - 0x30), 1_000_000)
            at += 1
        }
        return value
    }

    // MARK: Atoms

    /// Nil where only flags stand.
    private mutating func atom() throws -> Node? {
        guard let c = current else { return .empty }
        at += 1
        switch c {
        case UInt32(ascii: "("): return try group()
        case UInt32(ascii: "["): return .one(cased(try set()))
        case UInt32(ascii: "."): return .one(.any(lineEnds: flags.dotTakesAll))
        case UInt32(ascii: "^"): return .lineStart(isMultiline: flags.isMultiline)
        case UInt32(ascii: "$"): return .lineEnd(isMultiline: flags.isMultiline)
        case UInt32(ascii: "*"), UInt32(ascii: "+"), UInt32(ascii: "?"):
            throw Failure(message: "there is nothing to repeat before '\(Self.text(c))'")
        case UInt32(ascii: "\\"): return try escape()
        default: return .one(cased(.range(c...c)))
        }
    }

    private func cased(_ set: RegexClass) -> RegexClass {
        flags.ignoresCase ? set.ignoringCase(flags.isUnicode) : set
    }

    private static func text(_ c: UInt32) -> String { Unicode.Scalar(c).map { String($0) } ?? "?" }

    private mutating func group() throws -> Node? {
        if take("?") {
            if take(":") {
            } else if isNext("=") || isNext("!") || (isNext("<") && (isNext("=", 1) || isNext("!", 1))) {
                throw Failure(message: "looking ahead or behind is not supported")
            } else if take(">") {
                throw Failure(message: "possessive groups are not supported")
            } else if take("<") {
                while let c = current, RegexClass.isWord(c) { at += 1 }
                guard take(">") else { throw Failure(message: "the name of a group has no end") }
            } else if try readFlags() {
                return nil
            }
        }
        let inner = try alternatives()
        guard take(")") else { throw Failure(message: "a '(' has no ')'") }
        return inner
    }

    /// `(?i)` for the rest of the group, or `(?i:` for one of its own; whether it was the former.
    private mutating func readFlags() throws -> Bool {
        var value = true
        var own = flags
        while let c = current {
            at += 1
            switch c {
            case UInt32(ascii: "i"): own.ignoresCase = value
            case UInt32(ascii: "u"), UInt32(ascii: "U"): own.isUnicode = value
            case UInt32(ascii: "s"): own.dotTakesAll = value
            case UInt32(ascii: "m"): own.isMultiline = value
            case UInt32(ascii: "x"): own.hasComments = value
            case UInt32(ascii: "-"): value = false
            case UInt32(ascii: ")"):
                flags = own
                return true
            case UInt32(ascii: ":"):
                flags = own
                return false
            default: throw Failure(message: "there is no flag '\(Self.text(c))'")
            }
        }
        throw Failure(message: "a '(' has no ')'")
    }

    private mutating func escape() throws -> Node {
        guard let c = current else { throw Failure(message: "it ends in a backslash") }
        switch c {
        case UInt32(ascii: "b"), UInt32(ascii: "B"):
            at += 1
            return .wordEdge(c == UInt32(ascii: "b"))
        case UInt32(ascii: "A"):
            at += 1
            return .lineStart(isMultiline: false)
        case UInt32(ascii: "z"), UInt32(ascii: "Z"):
            at += 1
            return .lineEnd(isMultiline: false)
        case UInt32(ascii: "1")...UInt32(ascii: "9"), UInt32(ascii: "k"):
            throw Failure(message: "references to groups are not supported")
        case UInt32(ascii: "Q"):
            at += 1
            var items: [Node] = []
            while at < pattern.count, !(isNext("\\") && isNext("E", 1)) {
                items.append(.one(cased(.range(pattern[at]...pattern[at]))))
                at += 1
            }
            at = min(pattern.count, at + 2)
            return .sequence(items)
        case UInt32(ascii: "R"):
            at += 1
            return .either([
                .sequence([.one(.range(0x0D...0x0D)), .one(.range(0x0A...0x0A))]),
                .one(.union([.range(0x0A...0x0D), .range(0x85...0x85), .range(0x2028...0x2029)])),
            ])
        default: return .one(cased(try escapedClass()))
        }
    }

    /// Behind a backslash, inside a set or outside.
    private mutating func escapedClass() throws -> RegexClass {
        guard let c = current else { throw Failure(message: "it ends in a backslash") }
        at += 1
        switch c {
        case UInt32(ascii: "d"): return .property(.digit)
        case UInt32(ascii: "D"): return .not(.property(.digit))
        case UInt32(ascii: "s"): return .property(.space)
        case UInt32(ascii: "S"): return .not(.property(.space))
        case UInt32(ascii: "w"): return .property(.word)
        case UInt32(ascii: "W"): return .not(.property(.word))
        case UInt32(ascii: "h"): return .union([.range(0x20...0x20), .range(0x09...0x09), .range(0xA0...0xA0)])
        case UInt32(ascii: "v"): return .union([.range(0x0A...0x0D), .range(0x85...0x85), .range(0x2028...0x2029)])
        case UInt32(ascii: "p"), UInt32(ascii: "P"):
            let property = try property()
            return c == UInt32(ascii: "P") ? .not(property) : property
        default:
            at -= 1
            let value = try escapedCharacter()
            return .range(value...value)
        }
    }

    private mutating func property() throws -> RegexClass {
        var name = ""
        if take("{") {
            while let c = current, c != UInt32(ascii: "}") {
                name += Self.text(c)
                at += 1
            }
            guard take("}") else { throw Failure(message: "a '{' has no '}'") }
        } else if let c = current {
            name = Self.text(c)
            at += 1
        }
        guard let found = RegexClass.named(name) else {
            throw Failure(message: "the class \(QueryError.quoted(name)) is not supported")
        }
        return found
    }

    private mutating func escapedCharacter() throws -> UInt32 {
        guard let c = current else { throw Failure(message: "it ends in a backslash") }
        at += 1
        switch c {
        case UInt32(ascii: "n"): return 0x0A
        case UInt32(ascii: "t"): return 0x09
        case UInt32(ascii: "r"): return 0x0D
        case UInt32(ascii: "f"): return 0x0C
        case UInt32(ascii: "a"): return 0x07
        case UInt32(ascii: "e"): return 0x1B
        case UInt32(ascii: "x"): return try hexadecimal(2)
        case UInt32(ascii: "u"): return try hexadecimal(4)
        default:
            let isLetter = c < 0x80 && RegexClass.isWord(c) && c != 0x5F
            if isLetter { throw Failure(message: "there is no escape '\\\(Self.text(c))'") }
            return c
        }
    }

    private mutating func hexadecimal(_ digits: Int) throws -> UInt32 {
        var text = ""
        if digits == 2, take("{") {
            while let c = current, c != UInt32(ascii: "}"), text.utf8.count < 7 {
                text += Self.text(c)
                at += 1
            }
            guard take("}") else { throw Failure(message: "a '{' has no '}'") }
        } else {
            for _ in 0..<digits {
                guard let c = current else { break }
                text += Self.text(c)
                at += 1
            }
            if text.utf8.count != digits { throw Failure(message: "an escape needs \(digits) hexadecimal digits") }
        }
        guard text.first != "+", text.first != "-", let value = UInt32(text, radix: 16) else {
            throw Failure(message: "an escape needs hexadecimal digits")
        }
        return value
    }

    // MARK: Sets

    /// Behind `[`: ranges, classes, sets in sets, `&&`.
    private mutating func set() throws -> RegexClass {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.deepest { throw Failure(message: "it is nested too deeply") }
        let isNegated = take("^")
        var items: [RegexClass] = []
        var isFirst = true
        while true {
            guard let c = current else { throw Failure(message: "a '[' has no ']'") }
            if c == UInt32(ascii: "]"), !isFirst {
                at += 1
                break
            }
            isFirst = false
            if isNext("&"), isNext("&", 1) {
                at += 2
                let left = RegexClass.union(items)
                // The rest of the set is the other side.
                var right: [RegexClass] = []
                while let c = current, c != UInt32(ascii: "]"), !(isNext("&") && isNext("&", 1)) {
                    right.append(try setItem())
                }
                items = [.intersection(left, .union(right))]
                continue
            }
            items.append(try setItem())
        }
        return isNegated ? .not(.union(items)) : .union(items)
    }

    private mutating func setItem() throws -> RegexClass {
        if take("[") { return try set() }
        let low: UInt32
        if take("\\") {
            let found = try escapedClass()
            guard case .range(let range) = found, range.count == 1 else { return found }
            low = range.lowerBound
        } else {
            guard let c = current else { throw Failure(message: "a '[' has no ']'") }
            at += 1
            low = c
        }
        guard isNext("-"), at + 1 < pattern.count, !isNext("]", 1), !isNext("[", 1) else { return .range(low...low) }
        at += 1
        var high: UInt32
        if take("\\") {
            high = try escapedCharacter()
        } else {
            high = pattern[at]
            at += 1
        }
        if high < low { throw Failure(message: "a range begins above its end") }
        high = min(high, 0x10FFFF)
        return .range(low...high)
    }
}

extension UInt32 {
    fileprivate init(ascii scalar: Unicode.Scalar) { self = scalar.value }
}
