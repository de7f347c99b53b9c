internal import SeosText

/// What a lexicon's words match, remembered while one worker reads many documents. Bounded; for one thread.
public struct LexiconCache: @unchecked Sendable {
    // The memories are classes so that a look-up copies nothing; a cache belongs to one worker and is not shared.
    private var memories: [ObjectIdentifier: ElementMemory] = [:]

    public init() {}

    mutating func memory(of lexicon: Lexicon) -> ElementMemory {
        let id = ObjectIdentifier(lexicon)
        if let known = memories[id], !known.isFull { return known }
        let made = ElementMemory()
        memories[id] = made
        return made
    }
}

/// The elements that words of one lexicon fit, in one pool.
final class ElementMemory {
    /// Elements of one word: where they begin in the pool, and how many.
    struct Place {
        var start: UInt32
        var count: UInt32
        var range: Range<Int> { Int(start)..<Int(start + count) }
    }

    private(set) var pool: [Int32] = []
    private var places: [Place] = [Place(start: 0, count: 0)]
    private var words = WordTable(capacity: 4096)

    var isFull: Bool { words.count > 200_000 }

    func place(of token: Int, _ tokens: TokenBuffer, _ lexicon: Lexicon) -> Place {
        tokens.withFolded(token) { bytes in
            let hash = Hash.of(bytes)
            if let known = words[hash] { return places[Int(known)] }
            let elements = lexicon.computeElements(bytes)
            // Most words fit nothing and share one place.
            if elements.isEmpty {
                words.insert(hash, 0)
                return places[0]
            }
            let place = Place(start: UInt32(pool.count), count: UInt32(elements.count))
            pool += elements
            words.insert(hash, UInt32(places.count))
            places.append(place)
            return place
        }
    }
}
