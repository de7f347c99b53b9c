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

    /// A hash over what ICU makes of every letter: tables made with other letters are not to be read with these.
    public static var fingerprint: UInt64 { Hash.of(table) ^ Hash.of(classes) }

    /// The words and numbers of a text, at most `limit` of them; words longer than 64 letters are cut.
    public static func words(_ text: UnsafeBufferPointer<UInt8>, limit: Int = 64) -> [Word] {
        var scan = WordScan()
        var words: [Word] = []
        scan.run(text, limit: limit) { letters, word in
            words.append(word)
            words[words.count - 1].letters = Array(letters)
        }
        return words
    }

    /// The letters of the words of many texts, one text after the other, without storage for each word.
    public struct Reader: Sendable {
        private var scan = WordScan()
        private var letters: [UInt8] = []
        private var ends: [Int] = []

        public init() {}

        /// How many words were read.
        public var count: Int { ends.count }

        /// Reads a text in place of the one before; see ``Romanization/words(_:limit:)``.
        public mutating func read(_ text: UnsafeBufferPointer<UInt8>, limit: Int) {
            letters.removeAll(keepingCapacity: true)
            ends.removeAll(keepingCapacity: true)
            scan.run(text, limit: limit) { word, _ in
                letters.append(contentsOf: word)
                ends.append(letters.count)
            }
        }

        /// The letters of a word.
        public func withLetters<R>(_ n: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
            try letters.withUnsafeBufferPointer {
                try body(UnsafeBufferPointer(rebasing: $0[(n == 0 ? 0 : ends[n - 1])..<ends[n]]))
            }
        }

        /// The letters of all words together.
        public var allLetters: [UInt8] { letters }
    }

    /// The word under way.
    private struct WordScan: Sendable {
        private var raw: [UInt8] = []
        private var spelled: [UInt8] = []
        private var count = 0
        private var depth = 0
        private var start = 0
        private var capitals = 0
        private var letters = 0
        private var isNumber = false
        private var firstIsCapital = false

        /// - Parameter body: called with the letters of each word, and what else is known of it.
        mutating func run(
            _ text: UnsafeBufferPointer<UInt8>, limit: Int, _ body: (_ letters: [UInt8], _ word: Word) -> Void
        ) {
            count = 0
            depth = 0
            table.withUnsafeBufferPointer { table in
                classes.withUnsafeBufferPointer { classes in
                    var i = 0
                    while i < text.count, count < limit {
                        let (c, length) = UTF8Scan.codePoint(text, i)
                        let kind = c < UInt32(tableSize) ? classes[Int(c)] : UInt8(SEOS_CLASS_OTHER)
                        let base = kind & 15
                        if base == UInt8(SEOS_CLASS_LETTER) || base == UInt8(SEOS_CLASS_DIGIT) {
                            let isDigit = base == UInt8(SEOS_CLASS_DIGIT)
                            if letters > 0, isDigit != isNumber { finish(i, body) }
                            // The last word is whole when something of another kind follows it.
                            if count == limit { break }
                            add(c, table, at: i, isDigit: isDigit, isCapital: kind & UInt8(SEOS_CLASS_UPPER) != 0)
                        } else if base != UInt8(SEOS_CLASS_IGNORED) {
                            finish(i, body)
                            if c == 0x28 || c == 0x5B { depth += 1 }
                            if (c == 0x29 || c == 0x5D) && depth > 0 { depth -= 1 }
                        }
                        i += max(1, length)
                    }
                    if count < limit { finish(text.count, body) }
                }
            }
            clear()
        }

        private mutating func add(
            _ c: UInt32, _ table: UnsafeBufferPointer<UInt8>, at i: Int, isDigit: Bool, isCapital: Bool
        ) {
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

        private mutating func finish(_ end: Int, _ body: (_ letters: [UInt8], _ word: Word) -> Void) {
            if !raw.isEmpty {
                if !isNumber { skeleton(raw, into: &spelled) }
                count += 1
                body(
                    isNumber ? raw : spelled,
                    Word(
                        letters: [], start: start, end: end, isNumber: isNumber, isCapitalized: firstIsCapital,
                        isAllCaps: letters > 1 && capitals == letters, depth: depth))
            }
            clear()
        }

        private mutating func clear() {
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
    static func skeleton(_ raw: [UInt8], into out: inout [UInt8]) {
        out.removeAll(keepingCapacity: true)
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
    }

    @inline(__always)
    private static func put(_ letter: Unicode.Scalar, _ out: inout [UInt8]) {
        let byte = UInt8(truncatingIfNeeded: letter.value)
        if out.last != byte { out.append(byte) }
    }
}
