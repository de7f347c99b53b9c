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
    /// Entries that end at a node.
    let terminals: [[Int32]]

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

    private func matches(
        in tokens: TokenBuffer, _ range: Range<Int>, _ starts: Range<Int>, _ memory: inout ElementMemory
    ) -> [Match] {
        var found: [Match] = []
        found.reserveCapacity(starts.count)
        var stack: [(node: UInt32, position: Int)] = []
        for i in starts {
            // Most words begin nothing.
            guard memory.place(of: i, tokens, self).opens else { continue }
            let begin = found.count
            stack.append((0, i))
            while let (node, position) = stack.popLast() {
                if position >= range.upperBound { continue }
                for k in memory.place(of: position, tokens, self).range {
                    let element = memory.pool[k]
                    guard let next = edges[UInt64(node) << 32 | UInt64(UInt32(bitPattern: element))] else { continue }
                    for entry in terminals[Int(next)] {
                        found.append(
                            Match(start: i, end: position + 1, entry: Int(entry), meaning: meanings[Int(entry)]))
                    }
                    stack.append((next, position + 1))
                }
            }
            if found.count - begin > 1 {
                found[begin...].sort { ($0.end, $1.entry) > ($1.end, $0.entry) }
            }
        }
        return found
    }

    @inline(__always)
    func opens(_ element: Int) -> Bool { element < opens.count && opens[element] }

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
