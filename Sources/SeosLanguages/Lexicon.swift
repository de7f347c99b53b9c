public import SeosText

/// The words of one or more language packs, compiled into one automaton over tokens.
///
/// A form is a sequence of elements; an element is a folded word, or a word with an open beginning or end. Every token
/// of a text is mapped once to the elements it fits (by hash of its prefixes, suffixes and of the whole), and the forms
/// are then a trie over elements, so the cost does not grow with the number of rows.
public final class Lexicon: Sendable {
    /// One row of a pack.
    public struct Entry: Sendable {
        public var meaning: Meaning
        /// The row's key: a currency, a month, a power of ten, a kind of organization; empty for labels and cues.
        public var key: String
        public var language: String
        /// As the pack writes it.
        public var form: String
    }

    /// A form found in a text.
    public struct Match: Sendable {
        /// Token indexes, half open.
        public var start: Int
        public var end: Int
        /// Index into ``Lexicon/entries``.
        public var entry: Int
        public var meaning: Meaning
        public var length: Int { end - start }
    }

    public let languages: [String]
    public let entries: [Entry]
    /// The meaning of each entry, apart from its words.
    private let meanings: [Meaning]
    /// Elements by the hash of their bytes.
    private let exact: WordTable
    private let prefixes: WordTable
    private let suffixes: WordTable
    private let infixes: WordTable
    /// (node << 32 | element) to node.
    private let edges: WordTable
    /// Whether any form begins with an element, by element.
    private let opens: [Bool]
    private let nodes: [LexiconBuilder.Node]
    /// Entries that end at nodes, linked.
    private let terminals: [LexiconBuilder.Terminal]

    init(languages: [String], builder: LexiconBuilder) {
        self.languages = languages
        entries = builder.entries
        meanings = builder.entries.map(\.meaning)
        exact = builder.exact
        prefixes = builder.prefixes
        suffixes = builder.suffixes
        infixes = builder.infixes
        edges = builder.edges
        opens = builder.opens
        nodes = builder.nodes
        terminals = builder.terminals
    }

    @inline(__always)
    public subscript(match: Match) -> Entry { entries[match.entry] }

    /// Everything the lexicon knows in a range of tokens, by start, longer first.
    ///
    /// Matches of different meanings overlap; choosing is the caller's business.
    ///
    /// - Parameter starts: where matches may begin, when not everywhere.
    public func matches(
        in tokens: TokenBuffer, _ range: Range<Int>, startingIn starts: Range<Int>? = nil, cache: inout LexiconCache
    ) -> [Match] {
        range.isEmpty
            ? [] : cache.withMemory(of: self) { matches(in: tokens, range, range.clamped(to: starts ?? range), &$0) }
    }

    /// Forms whose words stand on both sides of a gap: "responsibility … rests with" around "for the project “Quiet ice”".
    ///
    /// - Parameter gap: the tokens that are left out; forms may begin up to `reach` tokens before it.
    public func matches(
        in tokens: TokenBuffer, _ range: Range<Int>, over gap: Range<Int>, reach: Int, cache: inout LexiconCache
    ) -> [Match] {
        let starts = max(range.lowerBound, gap.lowerBound - reach)..<gap.lowerBound
        guard !starts.isEmpty, gap.upperBound < range.upperBound else { return [] }
        return cache.withMemory(of: self) { matches(in: tokens, range, starts, &$0, over: gap) }.filter {
            $0.end > gap.upperBound
        }
    }

    private func matches(
        in tokens: TokenBuffer, _ range: Range<Int>, _ starts: Range<Int>, _ memory: inout ElementMemory,
        over gap: Range<Int>? = nil
    ) -> [Match] {
        var found: [Match] = []
        found.reserveCapacity(starts.count)
        var stack: [(node: UInt32, position: Int)] = []
        for i in starts {
            let place = memory.place(of: i, tokens, self)
            // Most words begin nothing.
            if place.roots == 0 { continue }
            let begin = found.count
            for k in place.rootRange { reach(memory.pool[k], i, i + 1, &found, &stack) }
            while var (node, position) = stack.popLast() {
                if let gap, position == gap.lowerBound { position = gap.upperBound }
                if position >= range.upperBound { continue }
                for k in memory.place(of: position, tokens, self).range {
                    if let next = edges[Self.edge(node, memory.pool[k])] {
                        reach(Int32(bitPattern: next), i, position + 1, &found, &stack)
                    }
                }
            }
            if found.count - begin > 1 { Self.sort(&found, from: begin) }
        }
        return found
    }

    /// Notes what ends at a node, and the node where a form goes on behind it.
    @inline(__always)
    private func reach(
        _ node: Int32, _ start: Int, _ end: Int, _ found: inout [Match], _ stack: inout [(node: UInt32, position: Int)]
    ) {
        var terminal = nodes[Int(node)].terminal
        while terminal >= 0 {
            let entry = Int(terminals[Int(terminal)].entry)
            found.append(Match(start: start, end: end, entry: entry, meaning: meanings[entry]))
            terminal = terminals[Int(terminal)].next
        }
        if nodes[Int(node)].goesOn { stack.append((UInt32(bitPattern: node), end)) }
    }

    /// Longer first, then in the order of the packs. The few matches of one word are sorted where they stand: sorting a
    /// slice of an array copies it.
    private static func sort(_ found: inout [Match], from begin: Int) {
        for i in (begin + 1)..<found.count {
            let match = found[i]
            var k = i
            while k > begin, (match.end, found[k - 1].entry) > (found[k - 1].end, match.entry) {
                found[k] = found[k - 1]
                k -= 1
            }
            found[k] = match
        }
    }

    @inline(__always)
    private static func edge(_ node: UInt32, _ element: Int32) -> UInt64 {
        UInt64(node) << 32 | UInt64(UInt32(bitPattern: element))
    }

    /// The node behind an element that a form begins with.
    func root(_ element: Int32) -> Int32? {
        guard element < opens.count, opens[Int(element)] else { return nil }
        return edges[Self.edge(0, element)].map { Int32(bitPattern: $0) }
    }

    func computeElements(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int32] {
        var found: [Int32] = []
        var hash = Hash.seed
        // No form is as long as that; what is, is no word of a language.
        guard bytes.count <= 96 else { return [] }
        for i in 0..<bytes.count {
            hash = Hash.step(hash, bytes[i])
            if i >= 1, let id = prefixes[hash] { found.append(Int32(bitPattern: id)) }
        }
        if let id = exact[hash] { found.append(Int32(bitPattern: id)) }
        if suffixes.count > 0 {
            hash = Hash.seed
            for i in stride(from: bytes.count - 1, through: 0, by: -1) {
                hash = Hash.step(hash, bytes[i])
                if let id = suffixes[hash] { found.append(Int32(bitPattern: id)) }
            }
        }
        if infixes.count > 0, bytes.count >= 4 {
            for i in 0..<bytes.count {
                hash = Hash.seed
                for j in i..<bytes.count {
                    hash = Hash.step(hash, bytes[j])
                    if let id = infixes[hash].map({ Int32(bitPattern: $0) }), !found.contains(id) { found.append(id) }
                }
            }
        }
        return found
    }
}
