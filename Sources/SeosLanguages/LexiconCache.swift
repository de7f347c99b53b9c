internal import SeosText

/// What a lexicon's words match, remembered while one worker reads many documents. Bounded; for one thread.
public struct LexiconCache: Sendable {
    private var memories: [ElementMemory] = []
    private var indices: [ObjectIdentifier: Int] = [:]

    public init() {}

    /// Lends the memory of a lexicon, in its place.
    @inline(__always)
    mutating func withMemory<R>(of lexicon: Lexicon, _ body: (inout ElementMemory) -> R) -> R {
        let id = ObjectIdentifier(lexicon)
        guard let known = indices[id] else {
            indices[id] = memories.count
            memories.append(ElementMemory())
            return body(&memories[memories.count - 1])
        }
        if memories[known].isFull { memories[known] = ElementMemory() }
        return body(&memories[known])
    }
}

/// The elements that words of one lexicon fit, in one pool.
struct ElementMemory: Sendable {
    /// Elements of one word: where they begin in the pool, and how many.
    struct Place {
        var start: UInt32
        var count: UInt16
        /// How many nodes forms reach that begin with one of them; they stand behind the elements.
        var roots: UInt16
        @inline(__always)
        var range: Range<Int> { Int(start)..<(Int(start) + Int(count)) }
        @inline(__always)
        var rootRange: Range<Int> { range.upperBound..<(range.upperBound + Int(roots)) }
    }

    private(set) var pool: [Int32] = []
    private var places: [Place] = [Place(start: 0, count: 0, roots: 0)]
    private var words = WordTable(capacity: 4096)

    var isFull: Bool { words.count > 200_000 }

    mutating func place(of token: Int, _ tokens: TokenBuffer, _ lexicon: Lexicon) -> Place {
        let hash = tokens[token].hash
        if let known = words[hash] { return places[Int(known)] }
        let elements = tokens.withFolded(token) { lexicon.computeElements($0) }
        // Most words fit nothing and share one place.
        if elements.isEmpty {
            words.insert(hash, 0)
            return places[0]
        }
        let roots = elements.compactMap(lexicon.root)
        // A word of at most 96 bytes has fewer than ten thousand pieces.
        let place = Place(start: UInt32(pool.count), count: UInt16(elements.count), roots: UInt16(roots.count))
        pool += elements
        pool += roots
        words.insert(hash, UInt32(places.count))
        places.append(place)
        return place
    }
}
