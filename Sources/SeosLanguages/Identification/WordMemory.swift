internal import Synchronization

/// What the letters of words say of languages, remembered from text to text: most words of a text have been read before.
///
/// Bounded. Several threads may share one, but wait for each other; better each has its own.
public final class WordMemory: Sendable {
    private let rows = Mutex(WordRows(limit: 1 << 15))

    public init() {}

    func lend<R: Sendable>(_ body: (inout WordRows) -> R) -> R { rows.withLock { body(&$0) } }
}

/// The sums of single words, a row of `width` lanes each.
struct WordRows {
    static let width = 32

    /// How many words are kept before all are forgotten; 0 keeps none.
    private let limit: Int
    private var places: WordTable?
    private var rows: [Int16] = []

    init(limit: Int) {
        self.limit = limit
        if limit > 0 { places = WordTable(capacity: 1024) }
    }

    /// Adds the row of a word to sums and gives true; false when the word is not known.
    @inline(__always)
    func add(_ word: UInt64, to sums: UnsafeMutablePointer<Int32>, lanes: Int) -> Bool {
        guard let place = places?[word] else { return false }
        rows.withUnsafeBufferPointer { rows in
            let start = Int(place) * Self.width
            for lane in 0..<lanes { sums[lane] &+= Int32(rows[start + lane]) }
        }
        return true
    }

    mutating func keep(_ word: UInt64, _ row: UnsafeMutablePointer<Int16>) {
        guard limit > 0 else { return }
        let count = rows.count / Self.width
        if count >= limit {
            self = WordRows(limit: limit)
            return keep(word, row)
        }
        places?.insert(word, UInt32(count))
        rows.append(contentsOf: UnsafeBufferPointer(start: row, count: Self.width))
    }
}
