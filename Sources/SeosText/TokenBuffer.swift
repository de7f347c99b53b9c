internal import CICU
public import SeosModel

/// One token: a word, a run of digits, or a single other character.
public struct Token: Sendable {
    public enum Kind: UInt8, Sendable {
        case word, number, punctuation, symbol
    }

    /// ``Hash`` of the folded form.
    public internal(set) var hash: UInt64
    /// Bytes of the text.
    public internal(set) var start: Int32
    public internal(set) var end: Int32
    /// Bytes of the buffer's folded form.
    @usableFromInline var foldStart: Int32
    @usableFromInline var foldEnd: Int32
    public internal(set) var kind: Kind
    /// Nothing stands between this token and the one before.
    public internal(set) var gluedBefore: Bool
    /// A line break stands between this token and the one before; the first token has one.
    public internal(set) var newlineBefore: Bool
    /// The first letter is a capital.
    public internal(set) var isCapitalized = false
    /// Two or more letters, all capitals.
    public internal(set) var isAllCaps = false
    /// A capital stands behind a small letter ("AlpFoodway"), or digits stand inside.
    public internal(set) var hasInnerCapital = false

    @inlinable
    public var span: SourceSpan { SourceSpan(Int(start), Int(end)) }
    /// Where its folded form stands among those of ``TokenBuffer/withAllFolded(_:)``.
    @inlinable
    public var folded: Range<Int> { Int(foldStart)..<Int(foldEnd) }
}

/// A text as an array of tokens with byte offsets, and the folded form of each.
///
/// Words are runs of letters with the marks, soft hyphens and zero-width characters inside them; digits are runs of
/// ASCII digits; every other visible character is a token of its own. White space is no token. Follows the word
/// boundaries of UAX #29 for the scripts Seos reads, except that it also splits at apostrophes, full stops and
/// between letters and digits, since amounts and names need that.
public struct TokenBuffer: Sendable {
    public private(set) var text: [UInt8]
    public private(set) var tokens: [Token] = []
    @usableFromInline internal private(set) var folds: [UInt8] = []

    private static let classTableSize = 0x2200
    private static let classes: [UInt8] = {
        var table = [UInt8](repeating: 0, count: classTableSize)
        table.withUnsafeMutableBufferPointer { seos_icu_class_table($0.baseAddress, UInt32(classTableSize)) }
        return table
    }()

    /// - Parameter text: valid UTF-8.
    public init(text: [UInt8]) {
        self.text = text
        tokens.reserveCapacity(text.count / 5 + 1)
        folds = text.withUnsafeBufferPointer { bytes in
            [UInt8](unsafeUninitializedCapacity: Folding.room(for: bytes)) { room, filled in
                guard let folds = room.baseAddress else { return }
                Self.classes.withUnsafeBufferPointer { classes in
                    filled = Folding.withTable { scan(bytes, classes, $0, folds) } ?? 0
                }
            }
        }
    }

    /// Takes another text in the storage of the one before: for the rows of long tables.
    public mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
        self.text.removeAll(keepingCapacity: true)
        self.text.append(contentsOf: text)
        tokens.removeAll(keepingCapacity: true)
        // Taken out while it is filled; what stands behind the last token's form is of no text.
        var room = folds
        folds = []
        let missing = Folding.room(for: text) - room.count
        if missing > 0 { room += [UInt8](repeating: 0, count: missing) }
        room.withUnsafeMutableBufferPointer { room in
            guard let out = room.baseAddress else { return }
            Self.classes.withUnsafeBufferPointer { classes in
                _ = Folding.withTable { scan(text, classes, $0, out) }
            }
        }
        folds = room
    }

    @inlinable
    public var count: Int { tokens.count }
    @inlinable
    public var indices: Range<Int> { 0..<tokens.count }

    @inlinable
    public subscript(i: Int) -> Token { tokens[i] }

    /// The folded bytes of token `i`.
    @inlinable
    public func folded(_ i: Int) -> ArraySlice<UInt8> { folds[Int(tokens[i].foldStart)..<Int(tokens[i].foldEnd)] }

    @inlinable
    public func withFolded<R>(_ i: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        let t = tokens[i]
        return folds.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[Int(t.foldStart)..<Int(t.foldEnd)]))
        }
    }

    /// The folded bytes of all tokens, one behind the other.
    @inlinable
    public func withAllFolded<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R { folds.withUnsafeBufferPointer(body) }

    /// The folded form of token `i` as a string; for tables and tests, not for hot paths.
    public func foldedString(_ i: Int) -> String { String(decoding: folded(i), as: UTF8.self) }

    /// The token's first byte, when the token is one ASCII character; 0 otherwise.
    @inlinable
    public func ascii(_ i: Int) -> UInt8 {
        guard i >= 0, i < tokens.count else { return 0 }
        let t = tokens[i]
        return t.end - t.start == 1 && t.kind != .punctuation
            ? text[Int(t.start)] : (t.foldEnd - t.foldStart == 1 ? folds[Int(t.foldStart)] : 0)
    }

    /// The words of a span as they stand in the text.
    public func string(_ span: SourceSpan) -> String {
        guard span.start >= 0, span.end <= text.count, span.start < span.end else { return "" }
        return String(decoding: text[span.start..<span.end], as: UTF8.self)
    }

    public func string(_ i: Int) -> String { string(tokens[i].span) }

    /// Takes the sign of token `i` for a double quotation mark, whichever it is.
    mutating func readAsDouble(_ i: Int) {
        folds[Int(tokens[i].foldStart)] = UInt8(ascii: "\"")
        tokens[i].hash = Hash.of([UInt8(ascii: "\"")])
    }

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
        tokens.withUnsafeBufferPointer { tokens in
            var low = 0
            var high = tokens.count
            while low < high {
                let mid = (low + high) / 2
                if Int(tokens[mid].start) < offset { low = mid + 1 } else { high = mid }
            }
            return low
        }
    }

    /// The folded words of a text joined by single spaces, as its tokens would have them, numbers and punctuation left
    /// out: for the long tables of names that every process reads.
    ///
    /// - Parameter folded: room for the words; kept between calls, it is no new storage each time.
    /// - Returns: how many bytes of `folded` are the words.
    public static func words(of text: UnsafeBufferPointer<UInt8>, into folded: inout [UInt8]) -> Int {
        let missing = Folding.room(for: text) - folded.count
        if missing > 0 { folded += [UInt8](repeating: 0, count: missing) }
        return folded.withUnsafeMutableBufferPointer { room in
            guard let out = room.baseAddress else { return 0 }
            return classes.withUnsafeBufferPointer { classes in
                Folding.withTable { entries in
                    var i = 0
                    var n = 0
                    var isInside = false
                    while i < text.count {
                        if isInside, let letter = asciiLetter(text[i]) {
                            out[n] = letter
                            n += 1
                            i += 1
                            continue
                        }
                        let (codePoint, length) = UTF8Scan.codePoint(text, i)
                        let kind = Self.kind(codePoint, classes) & 15
                        if kind == UInt8(SEOS_CLASS_LETTER) {
                            if !isInside, n > 0 {
                                out[n] = 0x20
                                n += 1
                            }
                            isInside = true
                            n += Folding.write(codePoint, text, i, length, entries, to: out + n)
                        } else if kind != UInt8(SEOS_CLASS_IGNORED) {
                            isInside = false
                        }
                        i += length
                    }
                    return n
                } ?? 0
            }
        }
    }

    /// Writes the folded words and numbers of a text with single spaces between them; "FIREPOCTEP +" is "firepoctep+".
    ///
    /// - Parameter out: room for twice ``Folding/room(for:)`` bytes.
    /// - Returns: how many bytes were written.
    static func writeKey(of text: UnsafeBufferPointer<UInt8>, to out: UnsafeMutablePointer<UInt8>) -> Int {
        classes.withUnsafeBufferPointer { classes in
            Folding.withTable { entries in
                var i = 0
                var n = 0
                // The kind of token that is being read; a space for none.
                var inside = UInt8(SEOS_CLASS_SPACE)
                while i < text.count {
                    // Most of a name is ASCII letters and blanks.
                    if let letter = asciiLetter(text[i]) {
                        if inside != UInt8(SEOS_CLASS_LETTER), n > 0 {
                            out[n] = 0x20
                            n += 1
                        }
                        inside = UInt8(SEOS_CLASS_LETTER)
                        out[n] = letter
                        n += 1
                        i += 1
                        continue
                    }
                    if text[i] == 0x20 {
                        inside = UInt8(SEOS_CLASS_SPACE)
                        i += 1
                        continue
                    }
                    let (codePoint, length) = UTF8Scan.codePoint(text, i)
                    let kind = Self.kind(codePoint, classes) & 15
                    switch kind {
                    case UInt8(SEOS_CLASS_LETTER), UInt8(SEOS_CLASS_DIGIT):
                        if inside != kind, n > 0 {
                            out[n] = 0x20
                            n += 1
                        }
                        inside = kind
                        n += Folding.write(codePoint, text, i, length, entries, to: out + n)
                    case UInt8(SEOS_CLASS_IGNORED):
                        if inside == UInt8(SEOS_CLASS_LETTER) {
                            n += Folding.write(codePoint, text, i, length, entries, to: out + n)
                        } else {
                            inside = UInt8(SEOS_CLASS_SPACE)
                        }
                    default:
                        let written = Folding.write(codePoint, text, i, length, entries, to: out + n)
                        if written == 1, out[n] == UInt8(ascii: "+") { n += 1 }
                        inside = UInt8(SEOS_CLASS_SPACE)
                    }
                    i += length
                }
                return n
            } ?? 0
        }
    }

    /// Fills the tokens, and `folds` with their folded forms.
    ///
    /// - Parameter folds: room for ``Folding/room(for:)`` bytes.
    /// - Returns: how many bytes of it are filled.
    private mutating func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, _ classes: UnsafeBufferPointer<UInt8>, _ entries: UnsafePointer<UInt8>,
        _ folds: UnsafeMutablePointer<UInt8>
    ) -> Int {
        var i = 0
        var filled = 0
        var gap = true
        var newline = true
        while i < bytes.count {
            if bytes[i] == 0x20 {
                gap = true
                i += 1
                continue
            }
            let (codePoint, length) = UTF8Scan.codePoint(bytes, i)
            let kind = Self.kind(codePoint, classes)
            var token = Token(
                hash: Hash.seed, start: Int32(i), end: Int32(i + length), foldStart: Int32(filled),
                foldEnd: Int32(filled), kind: .punctuation, gluedBefore: !gap && !newline, newlineBefore: newline)
            switch kind & 15 {
            case UInt8(SEOS_CLASS_SPACE):
                gap = true
                i += length
                continue
            case UInt8(SEOS_CLASS_NEWLINE):
                gap = true
                newline = true
                i += length
                continue
            case UInt8(SEOS_CLASS_IGNORED):
                i += length
                continue
            case UInt8(SEOS_CLASS_LETTER):
                token.kind = .word
                i = Self.word(&token, bytes, classes, entries, folds, &filled)
            case UInt8(SEOS_CLASS_DIGIT):
                token.kind = .number
                while i < bytes.count, bytes[i] >= 48, bytes[i] <= 57 {
                    folds[filled] = bytes[i]
                    filled += 1
                    i += 1
                }
                token.end = Int32(i)
            default:
                if kind & 15 == UInt8(SEOS_CLASS_SYMBOL) { token.kind = .symbol }
                filled += Folding.write(codePoint, bytes, i, length, entries, to: folds + filled)
                i += length
            }
            token.foldEnd = Int32(filled)
            for k in token.folded { token.hash = Hash.step(token.hash, folds[k]) }
            tokens.append(token)
            gap = false
            newline = false
        }
        return filled
    }

    /// Reads a word to its end, its folded form and how it is written; the end is the place behind what is ignored.
    private static func word(
        _ token: inout Token, _ bytes: UnsafeBufferPointer<UInt8>, _ classes: UnsafeBufferPointer<UInt8>,
        _ entries: UnsafePointer<UInt8>, _ folds: UnsafeMutablePointer<UInt8>, _ filled: inout Int
    ) -> Int {
        var i = Int(token.start)
        var letters = 0
        var capitals = 0
        while i < bytes.count {
            // Most letters are small ASCII ones, which stand for themselves.
            if bytes[i] >= 0x61, bytes[i] <= 0x7A {
                folds[filled] = bytes[i]
                filled += 1
                letters += 1
                i += 1
                continue
            }
            let (codePoint, length) = UTF8Scan.codePoint(bytes, i)
            let kind = kind(codePoint, classes)
            if kind & 15 == UInt8(SEOS_CLASS_LETTER) {
                let upper = kind & UInt8(SEOS_CLASS_UPPER) != 0
                if letters == 0 { token.isCapitalized = upper }
                if upper, letters > capitals { token.hasInnerCapital = true }
                letters += 1
                if upper { capitals += 1 }
            } else if kind & 15 != UInt8(SEOS_CLASS_IGNORED) {
                break
            }
            filled += Folding.write(codePoint, bytes, i, length, entries, to: folds + filled)
            i += length
        }
        token.end = Int32(i)
        token.isAllCaps = letters > 1 && capitals == letters
        return i
    }

    /// The folded form of an ASCII letter; nil for any other byte.
    @inline(__always)
    private static func asciiLetter(_ byte: UInt8) -> UInt8? {
        let small = byte | 0x20
        return small >= 0x61 && small <= 0x7A ? small : nil
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
