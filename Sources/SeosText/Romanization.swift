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
        table.withUnsafeBufferPointer { table in
            classes.withUnsafeBufferPointer { classes in
                var scan = WordScan(limit: limit)
                var i = 0
                while i < text.count, scan.words.count < limit {
                    let (c, length) = UTF8Scan.codePoint(text, i)
                    let kind = c < UInt32(tableSize) ? classes[Int(c)] : UInt8(SEOS_CLASS_OTHER)
                    let base = kind & 15
                    if base == UInt8(SEOS_CLASS_LETTER) || base == UInt8(SEOS_CLASS_DIGIT) {
                        scan.add(
                            c, table, at: i, isDigit: base == UInt8(SEOS_CLASS_DIGIT),
                            isCapital: kind & UInt8(SEOS_CLASS_UPPER) != 0)
                    } else if base != UInt8(SEOS_CLASS_IGNORED) {
                        scan.finish(i)
                        if c == 0x28 || c == 0x5B { scan.depth += 1 }
                        if (c == 0x29 || c == 0x5D) && scan.depth > 0 { scan.depth -= 1 }
                    }
                    i += max(1, length)
                }
                scan.finish(text.count)
                return scan.words
            }
        }
    }

    /// The word under way.
    private struct WordScan {
        let limit: Int
        var words: [Word] = []
        var depth = 0
        private var raw: [UInt8] = []
        private var start = 0
        private var capitals = 0
        private var letters = 0
        private var isNumber = false
        private var firstIsCapital = false

        init(limit: Int) { self.limit = limit }

        mutating func add(_ c: UInt32, _ table: UnsafeBufferPointer<UInt8>, at i: Int, isDigit: Bool, isCapital: Bool) {
            if letters > 0, isDigit != isNumber { finish(i) }
            if letters == 0 {
                start = i
                isNumber = isDigit
                firstIsCapital = isCapital
            }
            letters += 1
            if isCapital { capitals += 1 }
            guard raw.count < 64 else { return }
            if isDigit {
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

        mutating func finish(_ end: Int) {
            if !raw.isEmpty, words.count < limit {
                words.append(
                    Word(
                        letters: isNumber ? raw : skeleton(raw), start: start, end: end, isNumber: isNumber,
                        isCapitalized: firstIsCapital, isAllCaps: letters > 1 && capitals == letters, depth: depth))
            }
            raw.removeAll(keepingCapacity: true)
            letters = 0
            capitals = 0
        }
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
        var i = 0
        let n = raw.count
        @inline(__always) func at(_ k: Int, _ letter: UInt8) -> Bool { k < n && raw[k] == letter }
        let h = UInt8(ascii: "h")
        while i < n {
            let c = raw[i]
            switch c {
            case UInt8(ascii: "p") where at(i + 1, h):
                put("f", &out)
                i += 1
            case UInt8(ascii: "t") where at(i + 1, h):
                put("t", &out)
                i += 1
            case UInt8(ascii: "s") where at(i + 1, UInt8(ascii: "c")) && at(i + 2, h):
                put("s", &out)
                i += 2
            case UInt8(ascii: "s") where at(i + 1, h), UInt8(ascii: "z") where at(i + 1, h):
                put("s", &out)
                i += 1
            case UInt8(ascii: "c") where at(i + 1, h), UInt8(ascii: "k") where at(i + 1, h):
                put("h", &out)
                i += 1
            case UInt8(ascii: "c"):
                if at(i + 1, UInt8(ascii: "e")) || at(i + 1, UInt8(ascii: "i")) || at(i + 1, UInt8(ascii: "y"))
                    || at(i + 1, UInt8(ascii: "j"))
                {
                    put("s", &out)
                } else {
                    put("k", &out)
                }
            case UInt8(ascii: "q"):
                put("k", &out)
                if at(i + 1, UInt8(ascii: "u")) {
                    put("v", &out)
                    i += 1
                }
            case UInt8(ascii: "x"):
                put("k", &out)
                put("s", &out)
            case UInt8(ascii: "w"): put("v", &out)
            case UInt8(ascii: "y"), UInt8(ascii: "j"): put("i", &out)
            case UInt8(ascii: "z"): put("s", &out)
            case UInt8(ascii: "a") where at(i + 1, UInt8(ascii: "e")),
                UInt8(ascii: "o") where at(i + 1, UInt8(ascii: "e")):
                put("e", &out)
                i += 1
            case UInt8(ascii: "o") where at(i + 1, UInt8(ascii: "u")):
                put("u", &out)
                i += 1
            default:
                if out.last != c { out.append(c) }
            }
            i += 1
        }
        return out
    }

    @inline(__always)
    private static func put(_ letter: Unicode.Scalar, _ out: inout [UInt8]) {
        let byte = UInt8(truncatingIfNeeded: letter.value)
        if out.last != byte { out.append(byte) }
    }
}
