internal import SeosText

/// Compiles forms into the tables of a ``Lexicon``.
struct LexiconBuilder {
    private(set) var entries: [Lexicon.Entry] = []
    private(set) var exact: [UInt64: [Int32]] = [:]
    private(set) var prefixes: [UInt64: [Int32]] = [:]
    private(set) var suffixes: [UInt64: [Int32]] = [:]
    private(set) var infixes: [UInt64: [Int32]] = [:]
    private(set) var edges: [UInt64: Int32] = [:]
    private(set) var terminals: [[Int32]] = [[]]
    private var elementCount: Int32 = 0
    private var seen: Set<UInt64> = []

    /// Adds one form; the same form with the same meaning and key is added once.
    mutating func add(_ form: String, _ meaning: Meaning, key: String, language: String) {
        var identity = Hash.of(meaning.rawValue.utf8)
        for part in [key, form] {
            for b in part.utf8 { identity = Hash.step(identity, b) }
            identity = Hash.step(identity, 0x1F)
        }
        guard seen.insert(identity).inserted else { return }
        let entry = Int32(entries.count)
        entries.append(Lexicon.Entry(meaning: meaning, key: key, language: language, form: form))
        for variant in Self.variants(of: form) {
            var node: Int32 = 0
            for element in variant {
                let id = self.element(element)
                let edge = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: id))
                if let next = edges[edge] {
                    node = next
                } else {
                    terminals.append([])
                    node = Int32(terminals.count - 1)
                    edges[edge] = node
                }
            }
            if node != 0, !terminals[Int(node)].contains(entry) { terminals[Int(node)].append(entry) }
        }
    }

    /// One token of a form: its folded bytes, and whether the beginning or the end is open.
    struct Element {
        var bytes: [UInt8]
        var openStart: Bool
        var openEnd: Bool
    }

    private mutating func element(_ e: Element) -> Int32 {
        let hash = e.openStart && !e.openEnd ? Hash.of(e.bytes.reversed()) : Hash.of(e.bytes)
        switch (e.openStart, e.openEnd) {
        case (false, false): return Self.id(hash, &exact, &elementCount)
        case (false, true): return Self.id(hash, &prefixes, &elementCount)
        case (true, false): return Self.id(hash, &suffixes, &elementCount)
        case (true, true): return Self.id(hash, &infixes, &elementCount)
        }
    }

    private static func id(_ hash: UInt64, _ table: inout [UInt64: [Int32]], _ count: inout Int32) -> Int32 {
        if let known = table[hash]?.first { return known }
        count += 1
        table[hash] = [count]
        return count
    }

    /// The token sequences a form stands for: with and without its optional words and its full stops.
    static func variants(of form: String) -> [[Element]] {
        if form.utf8.allSatisfy({ $0 != 0x2A && $0 != 0x28 && $0 != 0x29 && $0 != 0x2E }) {
            let tokens = TokenBuffer(text: Array(form.utf8))
            let elements = tokens.indices.map {
                Element(bytes: Array(tokens.folded($0)), openStart: false, openEnd: false)
            }
            return elements.isEmpty ? [] : [elements]
        }
        var results: [[Element]] = [[]]
        for part in form.split(separator: " ") {
            var word = part
            var optional = false
            if word.hasPrefix("("), word.hasSuffix(")") {
                optional = true
                word = word.dropFirst().dropLast()
            }
            let openStart = word.hasPrefix("*")
            let openEnd = word.hasSuffix("*") && word.count > 1
            if openStart { word = word.dropFirst() }
            if openEnd { word = word.dropLast() }
            let tokens = TokenBuffer(text: Array(word.utf8))
            var elements: [Element] = []
            for i in tokens.indices {
                elements.append(
                    Element(
                        bytes: Array(tokens.folded(i)), openStart: openStart && i == 0,
                        openEnd: openEnd && i == tokens.count - 1))
            }
            var extended = results.map { $0 + elements }
            let plain = elements.filter { $0.bytes != [0x2E] }
            if plain.count < elements.count, !plain.isEmpty {
                extended += results.map { $0 + plain }
                // "sp. z o.o." is also written "sp. z o. o": a last full stop may be missing alone.
                if elements.last?.bytes == [0x2E], elements.count - plain.count > 1 {
                    extended += results.map { $0 + elements.dropLast() }
                }
            }
            results = optional ? results + extended : extended
            if results.count > 64 { results = Array(results.prefix(64)) }
        }
        return results.filter { !$0.isEmpty }
    }
}
