internal import SeosText

/// Compiles forms into the tables of a ``Lexicon``.
struct LexiconBuilder {
    private(set) var entries: [Lexicon.Entry] = []
    /// Elements by the hash of their bytes.
    private(set) var exact: WordTable
    private(set) var prefixes = WordTable()
    private(set) var suffixes = WordTable()
    private(set) var infixes = WordTable()
    /// (node << 32 | element) to node.
    private(set) var edges: WordTable
    /// Whether any form begins with an element, by element.
    private(set) var opens: [Bool] = [false]
    private(set) var nodes = [Node()]
    private(set) var terminals: [Terminal] = []
    /// Rows by their identity.
    private var seen: WordTable
    /// A form that is in no pack, while it is added.
    private var single = FormTable(capacity: 1)

    struct Node: Sendable {
        /// The first of the entries that end here; -1 for none.
        var terminal: Int32 = -1
        /// Whether a form has more elements behind this one.
        var goesOn = false
    }

    struct Terminal: Sendable {
        var entry: Int32
        var next: Int32
    }

    /// - Parameter capacity: about how many forms will be added.
    init(capacity: Int) {
        entries.reserveCapacity(capacity)
        nodes.reserveCapacity(capacity * 2)
        terminals.reserveCapacity(capacity * 2)
        edges = WordTable(capacity: capacity * 2)
        exact = WordTable(capacity: capacity)
        seen = WordTable(capacity: capacity)
    }

    mutating func add(_ form: String, _ meaning: Meaning, key: String, language: String) {
        single.removeAll()
        single.add(form, meaning, key: key, language: language)
        add(0, of: single)
    }

    /// Adds one form; the same form with the same meaning and key is added once.
    mutating func add(_ n: Int, of table: FormTable) {
        let identity = table.forms[n].identity
        guard seen[identity] == nil else { return }
        seen.insert(identity, 0)
        let entry = Int32(entries.count)
        entries.append(table.forms[n].entry)
        for variant in table.forms[n].variants {
            var node: Int32 = 0
            for k in table.range(of: variant) {
                let id = id(of: table.elements[k])
                let edge = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: id))
                if node == 0 { opens[Int(id)] = true }
                if let next = edges[edge] {
                    node = Int32(bitPattern: next)
                } else {
                    nodes[Int(node)].goesOn = true
                    node = Int32(nodes.count)
                    nodes.append(Node())
                    edges.insert(edge, UInt32(bitPattern: node))
                }
            }
            if node != 0, !ends(entry, at: Int(node)) {
                terminals.append(Terminal(entry: entry, next: nodes[Int(node)].terminal))
                nodes[Int(node)].terminal = Int32(terminals.count - 1)
            }
        }
    }

    /// Whether an entry, the last one added, ends at a node already by another of its variants.
    private func ends(_ entry: Int32, at node: Int) -> Bool {
        let last = nodes[node].terminal
        return last >= 0 && terminals[Int(last)].entry == entry
    }

    private mutating func id(of element: FormTable.Element) -> Int32 {
        switch element.shape {
        case .exact: Self.id(element.hash, &exact, &opens)
        case .prefix: Self.id(element.hash, &prefixes, &opens)
        case .suffix: Self.id(element.hash, &suffixes, &opens)
        case .infix: Self.id(element.hash, &infixes, &opens)
        }
    }

    /// Elements are numbered from 1 in the order they come.
    private static func id(_ hash: UInt64, _ table: inout WordTable, _ opens: inout [Bool]) -> Int32 {
        if let known = table[hash] { return Int32(bitPattern: known) }
        let id = Int32(opens.count)
        table.insert(hash, UInt32(bitPattern: id))
        opens.append(false)
        return id
    }
}
