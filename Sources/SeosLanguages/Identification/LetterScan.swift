/// One pass over a text: cuts it into words, looks up their n-grams, adds up what they say per language.
///
/// Words are kept apart by how they are written (plain, capitalised inside a text, acronym), because names and acronyms
/// say little about the language around them; the three sums are weighed when the text is read to its end.
struct LetterScan {
    /// Scores are in quarters of the model's unit, so that weights stay whole numbers.
    static let full = 4

    private enum Kind: Int { case plain, capitalised, acronym }

    private let letters: LetterTable
    private let latin: ModelTable.Lookup
    private let cyrillic: ModelTable.Lookup

    /// Sums of the three kinds of words, `room` lanes each, first Latin, then Cyrillic.
    private let sums: UnsafeMutablePointer<Int32>
    /// Sums of the word being read: 16 bits, which a word of at most `longest` letters cannot overflow.
    private let word: UnsafeMutablePointer<Int16>
    private var plainLatin = 0
    private var plainCyrillic = 0
    private(set) var latinLetters = 0
    private(set) var cyrillicLetters = 0
    private(set) var greekLetters = 0
    private(set) var otherLetters = 0

    private static let longest = 50
    private static let prime: UInt64 = 0x9E37_79B9_7F4A_7C15
    private static let latinLanes = 32
    private static let cyrillicLanes = 8
    /// The codes of the word being read.
    private let codes: UnsafeMutablePointer<UInt8>
    private var size = 0
    private var capitals = 0
    private var hash: UInt64 = 0
    private var power: UInt64 = 1
    private var isLatin = true
    private var atStart = true
    private var memory = WordRows(limit: 0)

    /// Calls `body` with a scan that has read the whole text. The sums live on the stack.
    ///
    /// - Parameter memory: rows of words read before; gets those of new words.
    static func reading<R>(
        _ utf8: UnsafeBufferPointer<UInt8>, letters: LetterTable, latin: ModelTable.Lookup, cyrillic: ModelTable.Lookup,
        memory: inout WordRows, _ body: (LetterScan) -> R
    ) -> R {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 3 * (latinLanes + cyrillicLanes)) { sums in
            withUnsafeTemporaryAllocation(of: Int16.self, capacity: latinLanes) { word in
                withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest + 1) { codes in
                    sums.initialize(repeating: 0)
                    word.initialize(repeating: 0)
                    guard let sumsStart = sums.baseAddress, let wordStart = word.baseAddress,
                        let codesStart = codes.baseAddress
                    else { preconditionFailure("allocations of a fixed size have an address") }
                    var scan = LetterScan(
                        letters: letters, latin: latin, cyrillic: cyrillic, sums: sumsStart, word: wordStart,
                        codes: codesStart)
                    swap(&scan.memory, &memory)
                    scan.run(utf8)
                    swap(&scan.memory, &memory)
                    return body(scan)
                }
            }
        }
    }

    private init(
        letters: LetterTable, latin: ModelTable.Lookup, cyrillic: ModelTable.Lookup,
        sums: UnsafeMutablePointer<Int32>, word: UnsafeMutablePointer<Int16>, codes: UnsafeMutablePointer<UInt8>
    ) {
        self.letters = letters
        self.latin = latin
        self.cyrillic = cyrillic
        self.sums = sums
        self.word = word
        self.codes = codes
    }

    /// Reads a whole text.
    private mutating func run(_ utf8: UnsafeBufferPointer<UInt8>) {
        var at = 0
        while at < utf8.count {
            let end = tokenEnd(utf8, from: at)
            if end.isAddress {
                endWord()
            } else {
                read(utf8, at..<end.index)
            }
            at = end.index + 1
            endWord()
        }
        endWord()
    }

    /// Where the run of non-space bytes ends, and whether it is a web or mail address.
    @inline(__always)
    private func tokenEnd(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> (index: Int, isAddress: Bool) {
        var at = start
        var isAddress = false
        while at < utf8.count, utf8[at] > 0x20 {
            if utf8[at] == UInt8(ascii: "@") { isAddress = true }
            if utf8[at] == UInt8(ascii: "/"), at > start, utf8[at - 1] == UInt8(ascii: ":") { isAddress = true }
            at += 1
        }
        if at - start > 4, utf8[start] | 0x20 == UInt8(ascii: "w"), utf8[start + 1] | 0x20 == UInt8(ascii: "w"),
            utf8[start + 2] | 0x20 == UInt8(ascii: "w"), utf8[start + 3] == UInt8(ascii: ".")
        {
            isAddress = true
        }
        return (at, isAddress)
    }

    private mutating func read(_ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var at = range.lowerBound
        while true {
            at = readPlain(utf8, at..<range.upperBound)
            guard at < range.upperBound else { return }
            let lead = utf8[at]
            var point = Int(lead)
            var length = 1
            if lead >= 0x80 {
                length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1
                guard length > 1, at + length <= range.upperBound else {
                    endWord()
                    at += 1
                    continue
                }
                point = Int(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
                for next in 1..<length { point = point << 6 | Int(utf8[at + next]) & 0x3F }
            }
            let low = point < LetterTable.size
            let code = low ? letters.code(point) : letters.codeAbove(point)
            at += length
            take(code, upper: low && letters.isUpper(point), next: at < range.upperBound ? utf8[at] : 0)
        }
    }

    /// Reads the ASCII letters that stand here, as far as the word has room: most of a text.
    ///
    /// - Returns: the place behind them.
    @inline(__always)
    private mutating func readPlain(_ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        guard isLatin || size == 0 else { return range.lowerBound }
        var at = range.lowerBound
        var (size, capitals, hash, power) = (size, capitals, hash, power)
        while at < range.upperBound, size < Self.longest, utf8[at] < 0x80 {
            let code = letters.code(Int(utf8[at]))
            guard code >= letters.firstLatin, code < letters.firstCyrillic else { break }
            codes[size] = code
            size += 1
            hash = hash &+ UInt64(code) &* power
            power = power &* Self.prime
            if letters.isUpper(Int(utf8[at])) { capitals += 1 }
            at += 1
        }
        if at > range.lowerBound {
            (self.size, self.capitals, self.hash, self.power) = (size, capitals, hash, power)
            isLatin = true
        }
        return at
    }

    @inline(__always)
    private mutating func take(_ code: UInt8, upper: Bool, next: UInt8) {
        if code >= letters.firstLatin, code < letters.endCyrillic {
            let latinLetter = code < letters.firstCyrillic
            if latinLetter != isLatin, size > 0 { endWord() }
            isLatin = latinLetter
            if size >= Self.longest { endWord() }
            add(code)
            capitals += upper ? 1 : 0
            return
        }
        switch code {
        case LetterTable.Code.ignored: return
        case LetterTable.Code.apostrophe where size > 0:
            add(code)
        case LetterTable.Code.hyphen where size > 0 && (next | 0x20 >= 0x61 && next | 0x20 <= 0x7A || next >= 0xC3):
            add(code)
        case LetterTable.Code.greek: greekLetters += 1
        case LetterTable.Code.other: otherLetters += 1
        default: break
        }
        endWord()
    }

    @inline(__always)
    private mutating func add(_ code: UInt8) {
        codes[size] = code
        size += 1
        hash = hash &+ UInt64(code) &* power
        power = power &* Self.prime
    }

    /// Closes the word: adds what it says to the sums of its kind.
    private mutating func endWord() {
        guard size > 0 else { return }
        let kind: Kind = capitals > 1 && capitals == size ? .acronym : capitals > 0 && !atStart ? .capitalised : .plain
        if isLatin {
            addWord(to: sums + kind.rawValue * Self.latinLanes, lanes: Self.latinLanes)
            latinLetters += size
            if kind == .plain { plainLatin += size }
        } else {
            addWord(to: sums + 3 * Self.latinLanes + kind.rawValue * Self.cyrillicLanes, lanes: Self.cyrillicLanes)
            cyrillicLetters += size
            if kind == .plain { plainCyrillic += size }
        }
        size = 0
        capitals = 0
        hash = 0
        power = 1
        atStart = false
    }

    @inline(__always)
    private mutating func addWord(to sums: UnsafeMutablePointer<Int32>, lanes: Int) {
        if memory.add(hash, to: sums, lanes: lanes) { return }
        countWord()
        memory.keep(hash, word)
        flush(into: sums, lanes: lanes)
    }

    /// Looks up the n-grams of the word, with its boundaries, and the word itself.
    private func countWord() {
        var window = UInt32(LetterTable.Code.boundary)
        for k in 0..<size {
            window = window << 8 | UInt32(codes[k])
            count(UInt32(codes[k]))
            count(window & 0xFFFF)
            if k > 0 { count(window & 0xFF_FFFF) }
            if k > 1 { count(window) }
        }
        window = window << 8 | UInt32(LetterTable.Code.boundary)
        count(window & 0xFFFF)
        count(window & 0xFF_FFFF)
        if size > 1 { count(window) }
        if size > 2 { count(UInt32(truncatingIfNeeded: (hash ^ hash >> 29) & 0x1FFF_FFFF) | 0xE000_0000) }
    }

    @inline(__always)
    private func flush(into sums: UnsafeMutablePointer<Int32>, lanes: Int) {
        for lane in 0..<lanes {
            sums[lane] &+= Int32(word[lane])
            word[lane] = 0
        }
    }

    @inline(__always)
    private func count(_ key: UInt32) {
        if isLatin {
            guard let row = latin.row(key) else { return }
            for lane in 0..<Self.latinLanes { word[lane] &+= Int16(row[lane]) }
        } else {
            guard let row = cyrillic.row(key) else { return }
            for lane in 0..<Self.cyrillicLanes { word[lane] &+= Int16(row[lane]) }
        }
    }

    /// Sum of a language in quarters. A text that is nearly all names or capitals is taken as it is.
    func latinScore(_ lane: Int) -> Int32 {
        score(sums + lane, Self.latinLanes, asItIs: plainLatin * 4 < latinLetters)
    }

    func cyrillicScore(_ lane: Int) -> Int32 {
        score(sums + 3 * Self.latinLanes + lane, Self.cyrillicLanes, asItIs: plainCyrillic * 4 < cyrillicLetters)
    }

    private func score(_ sums: UnsafeMutablePointer<Int32>, _ step: Int, asItIs: Bool) -> Int32 {
        let (plain, capitalised, acronym) = (sums[0], sums[step], sums[2 * step])
        return asItIs ? (plain &+ capitalised &+ acronym) &* 4 : plain &* 4 &+ capitalised &* 2 &+ acronym
    }
}
