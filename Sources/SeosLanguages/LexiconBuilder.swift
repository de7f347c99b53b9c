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

    /// - Parameter capacity: about how many forms will be added.
    init(capacity: Int) {
        entries.reserveCapacity(capacity)
        terminals.reserveCapacity(capacity * 2)
        edges.reserveCapacity(capacity * 2)
        exact.reserveCapacity(capacity)
        seen.reserveCapacity(capacity)
    }

    mutating func add(_ form: String, _ meaning: Meaning, key: String, language: String) {
        add(LexiconForm(form, meaning, key: key, language: language))
    }

    /// Adds one form; the same form with the same meaning and key is added once.
    mutating func add(_ form: LexiconForm) {
        guard seen.insert(form.identity).inserted else { return }
        let entry = Int32(entries.count)
        entries.append(form.entry)
        for variant in form.variants {
            var node: Int32 = 0
            for element in variant {
                let id = id(of: element)
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

    private mutating func id(of element: LexiconForm.Element) -> Int32 {
        switch element.shape {
        case .exact: Self.id(element.hash, &exact, &elementCount)
        case .prefix: Self.id(element.hash, &prefixes, &elementCount)
        case .suffix: Self.id(element.hash, &suffixes, &elementCount)
        case .infix: Self.id(element.hash, &infixes, &elementCount)
        }
    }

    private static func id(_ hash: UInt64, _ table: inout [UInt64: [Int32]], _ count: inout Int32) -> Int32 {
        if let known = table[hash]?.first { return known }
        count += 1
        table[hash] = [count]
        return count
    }
}
