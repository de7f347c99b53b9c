/// Stems over the letters a–z, each with what it means in which languages.
struct StemTrie: Sendable {
    struct Entry: Sendable {
        /// Bits of the languages in which the stem has the meaning.
        var languages: UInt64
        var meaning: Int32
        /// The whole word only, no ending and no compound.
        var isWord: Bool
        var next: Int32
    }

    /// A stem found in a word: the letters up to `end`.
    struct Match {
        var end: Int
        /// First of a list through ``Entry/next``.
        var entry: Int32
    }

    /// 26 children and the first entry for each node.
    private var nodes: [Int32]
    private(set) var entries: [Entry] = []
    private static let width = 27

    /// Room for the nodes of all languages' words; what is not used costs nothing, growing would copy them all.
    private static let room = 80_000

    init() {
        nodes = []
        nodes.reserveCapacity(Self.width * Self.room)
        nodes.append(contentsOf: repeatElement(-1, count: Self.width))
    }

    mutating func insert(_ stem: [UInt8], meaning: Int32, languages: UInt64, isWord: Bool) {
        guard !stem.isEmpty else { return }
        var node = 0
        for letter in stem {
            let child = Int(letter) - 97
            guard child >= 0, child < 26 else { return }
            var next = nodes[node * Self.width + child]
            if next < 0 {
                next = Int32(nodes.count / Self.width)
                nodes.append(contentsOf: repeatElement(-1, count: Self.width))
                nodes[node * Self.width + child] = next
            }
            node = Int(next)
        }
        let slot = node * Self.width + 26
        var e = nodes[slot]
        while e >= 0 {
            let known = entries[Int(e)]
            if known.meaning == meaning && known.isWord == isWord {
                entries[Int(e)].languages |= languages
                return
            }
            e = known.next
        }
        entries.append(Entry(languages: languages, meaning: meaning, isWord: isWord, next: nodes[slot]))
        nodes[slot] = Int32(entries.count - 1)
    }

    /// Calls `body` with each stem that begins at `start`, shorter first.
    @inline(__always)
    func forEachMatch(in letters: UnsafeBufferPointer<UInt8>, from start: Int, _ body: (Match) -> Void) {
        nodes.withUnsafeBufferPointer { nodes in
            var node = 0
            var i = start
            while i < letters.count {
                let child = Int(letters[i]) - 97
                guard child >= 0, child < 26 else { return }
                let next = nodes[node * Self.width + child]
                if next < 0 { return }
                node = Int(next)
                i += 1
                let entry = nodes[node * Self.width + 26]
                if entry >= 0 { body(Match(end: i, entry: entry)) }
            }
        }
    }
}
