internal import SeosText

/// Names of places by the hash of their folded words: flat tables, since there are tens of thousands of names and every
/// process builds them.
struct GazetteerNames: Sendable {
    struct Name: Sendable {
        var place: Int32
        var language: Int16
    }

    private var tags: [String: Int16] = [:]
    private var keys: [UInt64] = []
    private var entries: [Name] = []
    /// The next name of the same key; -1 at the end.
    private var next: [Int32] = []
    /// Open addressing: the first name of a key, or -1.
    private var slots: [Int32]
    private var keyCount = 0
    /// A bit for the hash of every name's first word: most words of a text begin no name.
    private var beginnings = [UInt64](repeating: 0, count: beginningBits / 64)
    /// The same for names of several words.
    private var longBeginnings = [UInt64](repeating: 0, count: beginningBits / 64)
    private static let beginningBits = 1 << 20

    /// What a place is called in a language: bytes of `spellings`.
    private struct Display: Sendable {
        var language: Int16
        var start: Int32
        var end: Int32
        var next: Int32
    }
    private var displays: [Display] = []
    private var firstDisplay: [Int32] = []
    private var spellings: [UInt8] = []
    /// Folded words of the name that is being added.
    private var folded: [UInt8] = []

    init(capacity: Int) {
        var size = 1 << 12
        while size < capacity * 2 { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
        keys.reserveCapacity(capacity)
        entries.reserveCapacity(capacity)
        next.reserveCapacity(capacity)
        displays.reserveCapacity(capacity)
        spellings.reserveCapacity(capacity * 16)
    }

    func tag(_ language: String) -> Int16? { tags[language] }

    mutating func tag(adding language: String) -> Int16 {
        if let known = tags[language] { return known }
        let n = Int16(tags.count)
        tags[language] = n
        return n
    }

    /// The same name of the same place in the same language is kept once.
    mutating func add(_ name: UnsafeBufferPointer<UInt8>, _ place: Int32, _ language: Int16) {
        let (key, first) = key(name)
        guard key != Hash.seed else { return }
        let bit = Self.beginningBit(first)
        beginnings[bit / 64] |= 1 << UInt64(bit % 64)
        if first != key { longBeginnings[bit / 64] |= 1 << UInt64(bit % 64) }
        let slot = slot(key)
        var n = slots[slot]
        while n >= 0 {
            if entries[Int(n)].place == place, entries[Int(n)].language == language { return }
            n = next[Int(n)]
        }
        let isNew = slots[slot] < 0
        keys.append(key)
        entries.append(Name(place: place, language: language))
        next.append(slots[slot])
        slots[slot] = Int32(entries.count - 1)
        if isNew {
            keyCount += 1
            if keyCount * 2 > slots.count { grow() }
        }
    }

    /// The first name of a language is what the place is called in it.
    mutating func display(_ name: UnsafeBufferPointer<UInt8>, _ place: Int32, _ language: Int16) {
        while firstDisplay.count <= Int(place) { firstDisplay.append(-1) }
        var n = firstDisplay[Int(place)]
        while n >= 0 {
            if displays[Int(n)].language == language { return }
            n = displays[Int(n)].next
        }
        let start = spellings.count
        spellings.append(contentsOf: name)
        displays.append(
            Display(
                language: language, start: Int32(start), end: Int32(spellings.count), next: firstDisplay[Int(place)]))
        firstDisplay[Int(place)] = Int32(displays.count - 1)
    }

    func has(_ key: UInt64) -> Bool { slots[slot(key)] >= 0 }

    func forEach(_ key: UInt64, _ body: (Name) -> Void) {
        var n = slots[slot(key)]
        while n >= 0 {
            body(entries[Int(n)])
            n = next[Int(n)]
        }
    }

    /// Whether a name may begin with the word of this hash; false is certain.
    func mayBegin(_ word: UInt64) -> Bool {
        let bit = Self.beginningBit(word)
        return beginnings[bit / 64] & 1 << UInt64(bit % 64) != 0
    }

    /// Whether a name of several words may begin with the word of this hash; false is certain.
    func mayBeginLong(_ word: UInt64) -> Bool {
        let bit = Self.beginningBit(word)
        return longBeginnings[bit / 64] & 1 << UInt64(bit % 64) != 0
    }

    private static func beginningBit(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: hash ^ hash >> 31) & (beginningBits - 1)
    }

    /// The place's name in a language, else English, else untagged, else the first of any language.
    ///
    /// - Parameters: tags of the language, of English and of names without a language; -1 for none.
    func name(of place: Int32, in own: Int16, english: Int16, untagged: Int16) -> String? {
        guard Int(place) < firstDisplay.count else { return nil }
        var n = firstDisplay[Int(place)]
        var best: (rank: Int, display: Display)?
        while n >= 0 {
            let display = displays[Int(n)]
            let rank =
                switch display.language {
                case own: 0
                case english: 1
                case untagged: 2
                default: 3 + Int(display.language)
                }
            if rank < best?.rank ?? .max { best = (rank, display) }
            n = display.next
        }
        return best.map { String(decoding: spellings[Int($0.display.start)..<Int($0.display.end)], as: UTF8.self) }
    }

    private func slot(_ key: UInt64) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: key ^ key >> 29) & mask
        while slots[slot] >= 0, keys[Int(slots[slot])] != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let heads = slots.filter { $0 >= 0 }
        slots = [Int32](repeating: -1, count: slots.count * 4)
        for head in heads { slots[slot(keys[Int(head)])] = head }
    }

    // MARK: Keys

    /// The hashes of a name's folded words joined by spaces, and of its first one.
    private mutating func key(_ name: UnsafeBufferPointer<UInt8>) -> (key: UInt64, first: UInt64) {
        let length = TokenBuffer.words(of: name, into: &folded)
        var hash = Hash.seed
        var first: UInt64?
        for byte in folded[..<length] {
            if byte == 0x20, first == nil { first = hash }
            hash = Hash.step(hash, byte)
        }
        return (hash, first ?? hash)
    }
}
