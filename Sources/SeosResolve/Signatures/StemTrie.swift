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

    /// A letter behind others. Nodes stand in lists, since hardly any has more than two or three letters behind it, and a
    /// table of 26 for each would be fourteen megabytes that every process fills.
    private struct Node {
        /// The first letter that goes on; -1 at the end.
        var child: Int32 = -1
        /// The next letter in this one's place.
        var next: Int32 = -1
        /// The first entry of the stem that ends here.
        var entry: Int32 = -1
        var letter: UInt8
    }

    private var nodes: [Node] = []
    /// The nodes of the first two letters, where most letters go on: by 26 times the first, and the second.
    private var pairs = [Int32](repeating: -1, count: 26 * 26)
    /// First entries of stems of one letter.
    private var letters = [Int32](repeating: -1, count: 26)
    private(set) var entries: [Entry] = []

    init() {
        // What is not used costs nothing.
        nodes.reserveCapacity(1 << 18)
        entries.reserveCapacity(1 << 16)
    }

    mutating func insert(_ stem: [UInt8], meaning: Int32, languages: UInt64, isWord: Bool) {
        guard !stem.isEmpty, stem.allSatisfy({ $0 &- 97 < 26 }) else { return }
        let node = stem.count == 1 ? -1 : node(of: stem)
        let first = node < 0 ? letters[Int(stem[0]) - 97] : nodes[node].entry
        var e = first
        while e >= 0 {
            let known = entries[Int(e)]
            if known.meaning == meaning && known.isWord == isWord {
                entries[Int(e)].languages |= languages
                return
            }
            e = known.next
        }
        entries.append(Entry(languages: languages, meaning: meaning, isWord: isWord, next: first))
        let entry = Int32(entries.count - 1)
        if node < 0 { letters[Int(stem[0]) - 97] = entry } else { nodes[node].entry = entry }
    }

    /// The node of a stem of two letters or more, made where there is none.
    private mutating func node(of stem: [UInt8]) -> Int {
        let pair = (Int(stem[0]) - 97) * 26 + Int(stem[1]) - 97
        if pairs[pair] < 0 {
            pairs[pair] = Int32(nodes.count)
            nodes.append(Node(letter: stem[1]))
        }
        var node = Int(pairs[pair])
        for letter in stem[2...] {
            var next = nodes[node].child
            while next >= 0, nodes[Int(next)].letter != letter { next = nodes[Int(next)].next }
            if next < 0 {
                next = Int32(nodes.count)
                nodes.append(Node(next: nodes[node].child, letter: letter))
                nodes[node].child = next
            }
            node = Int(next)
        }
        return node
    }

    /// Calls `body` with each stem that begins at `start`, shorter first.
    @inline(__always)
    func forEachMatch(in word: UnsafeBufferPointer<UInt8>, from start: Int, _ body: (Match) -> Void) {
        guard start < word.count, word[start] &- 97 < 26 else { return }
        let first = Int(word[start]) - 97
        if letters[first] >= 0 { body(Match(end: start + 1, entry: letters[first])) }
        guard start + 1 < word.count, word[start + 1] &- 97 < 26 else { return }
        nodes.withUnsafeBufferPointer { nodes in
            var node = pairs[first * 26 + Int(word[start + 1]) - 97]
            var i = start + 2
            while node >= 0 {
                let entry = nodes[Int(node)].entry
                if entry >= 0 { body(Match(end: i, entry: entry)) }
                if i >= word.count { return }
                node = nodes[Int(node)].child
                while node >= 0, nodes[Int(node)].letter != word[i] { node = nodes[Int(node)].next }
                i += 1
            }
        }
    }
}
