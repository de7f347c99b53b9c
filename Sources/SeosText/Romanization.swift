internal import CICU

/// Words of Latin, Greek and Cyrillic script in plain Latin letters, spelled so that one name written by the habits of
/// different languages comes out alike: "Φυσική", "fizika" and "Physics" share their first letters.
///
/// The letters are ICU's transliteration; on top of it spellings that stand for one sound are made one (ph f, th t, c k,
/// y i, w v, z s, double letters single). The form is for comparing only.
public enum Romanization {
    /// A word of a name.
    public struct Word: Sendable {
        /// a–z, or 0–9 for numbers.
        public var letters: [UInt8]
        /// Bytes of the text.
        public var start: Int
        public var end: Int
        public var isNumber: Bool
        public var isCapitalized: Bool
        /// Two or more letters, all capitals.
        public var isAllCaps: Bool
        /// How many brackets are open around it.
        public var depth: Int
    }

    static let tableSize = 0x2000
    private static let table: [UInt8] = {
        var entries = [UInt8](repeating: 0, count: tableSize * 8)
        entries.withUnsafeMutableBufferPointer { p in
            if let base = p.baseAddress { _ = seos_icu_latin_table(base, UInt32(tableSize)) }
        }
        return entries
    }()
    private static let classes: [UInt8] = {
        var table = [UInt8](repeating: 0, count: tableSize)
        table.withUnsafeMutableBufferPointer { seos_icu_class_table($0.baseAddress, UInt32(tableSize)) }
        return table
    }()

    /// The words and numbers of a text, at most `limit` of them; words longer than 64 letters are cut.
    public static func words(_ text: UnsafeBufferPointer<UInt8>, limit: Int = 64) -> [Word] {
        var words: [Word] = []
        var raw: [UInt8] = []
        var start = 0
        var capitals = 0
        var letters = 0
        var isNumber = false
        var firstIsCapital = false
        var depth = 0
        table.withUnsafeBufferPointer { table in
            classes.withUnsafeBufferPointer { classes in
                func finish(_ end: Int) {
                    guard !raw.isEmpty else { return }
                    words.append(
                        Word(
                            letters: isNumber ? raw : skeleton(raw), start: start, end: end, isNumber: isNumber,
                            isCapitalized: firstIsCapital, isAllCaps: letters > 1 && capitals == letters, depth: depth))
                    raw.removeAll(keepingCapacity: true)
                }
                var i = 0
                while i < text.count, words.count < limit {
                    let (c, length) = UTF8Scan.codePoint(text, i)
                    let kind = c < UInt32(tableSize) ? classes[Int(c)] : UInt8(SEOS_CLASS_OTHER)
                    let base = kind & 15
                    if base == UInt8(SEOS_CLASS_LETTER) || base == UInt8(SEOS_CLASS_DIGIT) {
                        let digit = base == UInt8(SEOS_CLASS_DIGIT)
                        if !raw.isEmpty, digit != isNumber { finish(i) }
                        if raw.isEmpty {
                            start = i
                            isNumber = digit
                            capitals = 0
                            letters = 0
                            firstIsCapital = kind & UInt8(SEOS_CLASS_UPPER) != 0
                        }
                        letters += 1
                        if kind & UInt8(SEOS_CLASS_UPPER) != 0 { capitals += 1 }
                        if raw.count < 64 {
                            if digit {
                                raw.append(UInt8(truncatingIfNeeded: c))
                            } else {
                                let entry = Int(c) * 8
                                var k = 1
                                while k <= Int(table[entry]) {
                                    raw.append(table[entry + k])
                                    k += 1
                                }
                            }
                        }
                    } else if base != UInt8(SEOS_CLASS_IGNORED) {
                        finish(i)
                        if c == 0x28 || c == 0x5B { depth += 1 }
                        if (c == 0x29 || c == 0x5D) && depth > 0 { depth -= 1 }
                    }
                    i += max(1, length)
                }
                if words.count < limit { finish(text.count) }
            }
        }
        return words
    }

    /// The letters of one word, given in any of the three scripts.
    public static func letters(_ word: String) -> [UInt8] {
        var word = word
        return word.withUTF8 { words($0, limit: 8).flatMap(\.letters) }
    }

    /// Spellings of one sound made one. Takes and gives a–z.
    static func skeleton(_ raw: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(raw.count + 2)
        @inline(__always) func put(_ letter: Character) { if out.last != letter.asciiValue { out.append(letter.asciiValue ?? 0) } }
        var i = 0
        let n = raw.count
        @inline(__always) func at(_ k: Int, _ letter: UInt8) -> Bool { k < n && raw[k] == letter }
        let h = UInt8(ascii: "h")
        while i < n {
            let c = raw[i]
            switch c {
            case UInt8(ascii: "p") where at(i + 1, h):
                put("f")
                i += 1
            case UInt8(ascii: "t") where at(i + 1, h):
                put("t")
                i += 1
            case UInt8(ascii: "s") where at(i + 1, UInt8(ascii: "c")) && at(i + 2, h):
                put("s")
                i += 2
            case UInt8(ascii: "s") where at(i + 1, h), UInt8(ascii: "z") where at(i + 1, h):
                put("s")
                i += 1
            case UInt8(ascii: "c") where at(i + 1, h), UInt8(ascii: "k") where at(i + 1, h):
                put("h")
                i += 1
            case UInt8(ascii: "c"):
                if at(i + 1, UInt8(ascii: "e")) || at(i + 1, UInt8(ascii: "i")) || at(i + 1, UInt8(ascii: "y"))
                    || at(i + 1, UInt8(ascii: "j"))
                {
                    put("s")
                } else {
                    put("k")
                }
            case UInt8(ascii: "q"):
                put("k")
                if at(i + 1, UInt8(ascii: "u")) {
                    put("v")
                    i += 1
                }
            case UInt8(ascii: "x"):
                put("k")
                put("s")
            case UInt8(ascii: "w"): put("v")
            case UInt8(ascii: "y"), UInt8(ascii: "j"): put("i")
            case UInt8(ascii: "z"): put("s")
            case UInt8(ascii: "a") where at(i + 1, UInt8(ascii: "e")),
                UInt8(ascii: "o") where at(i + 1, UInt8(ascii: "e")):
                put("e")
                i += 1
            case UInt8(ascii: "o") where at(i + 1, UInt8(ascii: "u")):
                put("u")
                i += 1
            default:
                if out.last != c { out.append(c) }
            }
            i += 1
        }
        return out
    }
}
