internal import CICU
public import SeosModel

/// One token: a word, a run of digits, or a single other character.
public struct Token: Sendable {
    public enum Kind: UInt8, Sendable {
        case word, number, punctuation, symbol
    }

    /// Bytes of the text.
    public var start: Int32
    public var end: Int32
    /// Bytes of the buffer's folded form.
    var foldStart: Int32
    var foldEnd: Int32
    public var kind: Kind
    /// Nothing stands between this token and the one before.
    public var gluedBefore: Bool
    /// A line break stands between this token and the one before; the first token has one.
    public var newlineBefore: Bool
    /// The first letter is a capital.
    public var isCapitalized: Bool
    /// Two or more letters, all capitals.
    public var isAllCaps: Bool
    /// A capital stands behind a small letter ("AlpFoodway"), or digits stand inside.
    public var hasInnerCapital: Bool

    public var span: SourceSpan { SourceSpan(Int(start), Int(end)) }
    /// Where its folded form stands among those of ``TokenBuffer/withAllFolded(_:)``.
    public var folded: Range<Int> { Int(foldStart)..<Int(foldEnd) }
}

/// A text as an array of tokens with byte offsets, and the folded form of each.
///
/// Words are runs of letters with the marks, soft hyphens and zero-width characters inside them; digits are runs of
/// ASCII digits; every other visible character is a token of its own. White space is no token. Follows the word
/// boundaries of UAX #29 for the scripts Seos reads, except that it also splits at apostrophes, full stops and
/// between letters and digits, since amounts and names need that.
public struct TokenBuffer: Sendable {
    public let text: [UInt8]
    public private(set) var tokens: [Token] = []
    private var folds: [UInt8] = []

    private static let classTableSize = 0x2200
    private static let classes: [UInt8] = {
        var table = [UInt8](repeating: 0, count: classTableSize)
        table.withUnsafeMutableBufferPointer { seos_icu_class_table($0.baseAddress, UInt32(classTableSize)) }
        return table
    }()

    /// - Parameter text: valid UTF-8.
    public init(text: [UInt8]) {
        self.text = text
        tokens.reserveCapacity(text.count / 5)
        folds.reserveCapacity(text.count)
        text.withUnsafeBufferPointer { bytes in
            Self.classes.withUnsafeBufferPointer { classes in
                _ = Folding.withTable { scan(bytes, classes, $0) }
            }
        }
    }

    public var count: Int { tokens.count }
    public var indices: Range<Int> { 0..<tokens.count }

    @inline(__always)
    public subscript(i: Int) -> Token { tokens[i] }

    /// The folded bytes of token `i`.
    public func folded(_ i: Int) -> ArraySlice<UInt8> { folds[Int(tokens[i].foldStart)..<Int(tokens[i].foldEnd)] }

    public func withFolded<R>(_ i: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        let t = tokens[i]
        return folds.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[Int(t.foldStart)..<Int(t.foldEnd)]))
        }
    }

    /// The folded bytes of all tokens, one behind the other.
    public func withAllFolded<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R { folds.withUnsafeBufferPointer(body) }

    /// The folded form of token `i` as a string; for tables and tests, not for hot paths.
    public func foldedString(_ i: Int) -> String { String(decoding: folded(i), as: UTF8.self) }

    /// The token's first byte, when the token is one ASCII character; 0 otherwise.
    @inline(__always)
    public func ascii(_ i: Int) -> UInt8 {
        guard i >= 0, i < tokens.count else { return 0 }
        let t = tokens[i]
        return t.end - t.start == 1 ? text[Int(t.start)] : (t.foldEnd - t.foldStart == 1 ? folds[Int(t.foldStart)] : 0)
    }

    /// The words of a span as they stand in the text.
    public func string(_ span: SourceSpan) -> String {
        guard span.start >= 0, span.end <= text.count, span.start < span.end else { return "" }
        return String(decoding: text[span.start..<span.end], as: UTF8.self)
    }

    public func string(_ i: Int) -> String { string(tokens[i].span) }

    /// Takes the line break before token `i` for a space, where a text is wrapped to a width.
    public mutating func joinLine(before i: Int) { tokens[i].newlineBefore = false }

    /// The bytes from the first to the last of a range of tokens.
    public func span(_ range: Range<Int>) -> SourceSpan {
        guard let last = range.last else { return SourceSpan(0, 0) }
        return SourceSpan(Int(tokens[range.lowerBound].start), Int(tokens[last].end))
    }

    /// The tokens that begin inside a span.
    public func tokens(in span: SourceSpan) -> Range<Int> {
        let first = lowerBound(span.start)
        let last = lowerBound(span.end)
        return first..<max(first, last)
    }

    /// The first token that begins at or after a byte offset.
    public func lowerBound(_ offset: Int) -> Int {
        var low = 0
        var high = tokens.count
        while low < high {
            let mid = (low + high) / 2
            if Int(tokens[mid].start) < offset { low = mid + 1 } else { high = mid }
        }
        return low
    }

    /// The folded words of a text joined by single spaces, as its tokens would have them, numbers and punctuation left
    /// out: for the long tables of names that every process reads.
    ///
    /// - Parameter folded: filled anew; kept between calls, it is no new storage each time.
    public static func words(of text: UnsafeBufferPointer<UInt8>, into folded: inout [UInt8]) {
        folded.removeAll(keepingCapacity: true)
        classes.withUnsafeBufferPointer { classes in
            _ = Folding.withTable { entries in
                var i = 0
                var isInside = false
                while i < text.count {
                    let (codePoint, length) = UTF8Scan.codePoint(text, i)
                    let kind = Self.kind(codePoint, classes) & 15
                    if kind == UInt8(SEOS_CLASS_LETTER) {
                        if !isInside, !folded.isEmpty { folded.append(0x20) }
                        isInside = true
                        Folding.append(codePoint, text, i, length, entries, to: &folded)
                    } else if kind != UInt8(SEOS_CLASS_IGNORED) {
                        isInside = false
                    }
                    i += length
                }
            }
        }
    }

    private mutating func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, _ classes: UnsafeBufferPointer<UInt8>, _ entries: UnsafePointer<UInt8>
    ) {
        var i = 0
        var gap = true
        var newline = true
        while i < bytes.count {
            let (codePoint, length) = UTF8Scan.codePoint(bytes, i)
            let kind = Self.kind(codePoint, classes)
            switch kind & 15 {
            case UInt8(SEOS_CLASS_SPACE):
                gap = true
                i += length
            case UInt8(SEOS_CLASS_NEWLINE):
                gap = true
                newline = true
                i += length
            case UInt8(SEOS_CLASS_IGNORED):
                i += length
            case UInt8(SEOS_CLASS_LETTER):
                i = word(bytes, classes, entries, from: i, glued: !gap, newline: newline)
                gap = false
                newline = false
            case UInt8(SEOS_CLASS_DIGIT):
                let start = i
                let foldStart = folds.count
                while i < bytes.count, bytes[i] >= 48, bytes[i] <= 57 {
                    folds.append(bytes[i])
                    i += 1
                }
                append(start, i, foldStart, .number, glued: !gap, newline: newline)
                gap = false
                newline = false
            default:
                let foldStart = folds.count
                Folding.append(codePoint, bytes, i, length, entries, to: &folds)
                let isSymbol = kind & 15 == UInt8(SEOS_CLASS_SYMBOL)
                append(i, i + length, foldStart, isSymbol ? .symbol : .punctuation, glued: !gap, newline: newline)
                i += length
                gap = false
                newline = false
            }
        }
    }

    private mutating func word(
        _ bytes: UnsafeBufferPointer<UInt8>, _ classes: UnsafeBufferPointer<UInt8>, _ entries: UnsafePointer<UInt8>,
        from start: Int, glued: Bool, newline: Bool
    ) -> Int {
        let foldStart = folds.count
        var i = start
        var letters = 0
        var capitals = 0
        var firstIsCapital = false
        var innerCapital = false
        var end = start
        while i < bytes.count {
            let (codePoint, length) = UTF8Scan.codePoint(bytes, i)
            let kind = Self.kind(codePoint, classes)
            if kind & 15 == UInt8(SEOS_CLASS_LETTER) {
                let upper = kind & UInt8(SEOS_CLASS_UPPER) != 0
                if letters == 0 { firstIsCapital = upper }
                if upper, letters > capitals { innerCapital = true }
                letters += 1
                if upper { capitals += 1 }
                end = i + length
            } else if kind & 15 != UInt8(SEOS_CLASS_IGNORED) {
                break
            } else {
                end = i + length
            }
            Folding.append(codePoint, bytes, i, length, entries, to: &folds)
            i += length
        }
        append(start, end, foldStart, .word, glued: glued, newline: newline)
        tokens[tokens.count - 1].isCapitalized = firstIsCapital
        tokens[tokens.count - 1].isAllCaps = letters > 1 && capitals == letters
        tokens[tokens.count - 1].hasInnerCapital = innerCapital
        return i
    }

    private mutating func append(
        _ start: Int, _ end: Int, _ foldStart: Int, _ kind: Token.Kind, glued: Bool, newline: Bool
    ) {
        tokens.append(
            Token(
                start: Int32(start), end: Int32(end), foldStart: Int32(foldStart), foldEnd: Int32(folds.count),
                kind: kind,
                gluedBefore: glued && !newline, newlineBefore: newline, isCapitalized: false, isAllCaps: false,
                hasInnerCapital: false))
    }

    @inline(__always)
    private static func kind(_ codePoint: UInt32, _ classes: UnsafeBufferPointer<UInt8>) -> UInt8 {
        if codePoint < UInt32(classTableSize) { return classes[Int(codePoint)] }
        if codePoint == 0xFEFF || (0xE0000...0xE007F).contains(codePoint) { return UInt8(SEOS_CLASS_IGNORED) }
        if codePoint == 0x3000 { return UInt8(SEOS_CLASS_SPACE) }
        if (0x2200...0x2BFF).contains(codePoint) || codePoint >= 0x1F000 { return UInt8(SEOS_CLASS_SYMBOL) }
        if (0x3001...0x303F).contains(codePoint) || (0xFF01...0xFF0F).contains(codePoint) {
            return UInt8(SEOS_CLASS_PUNCTUATION)
        }
        return UInt8(SEOS_CLASS_LETTER)
    }
}
