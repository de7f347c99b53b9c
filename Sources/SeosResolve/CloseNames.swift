/// Which names of organizations mean so nearly the same that who has them may be one.
struct CloseNames {
    /// Names a key: more say too little to be worth comparing.
    static let blockLimit = 40

    /// Signatures, the smaller number first, in order.
    let pairs: [(Int32, Int32)]
    /// Signatures of each signature, in order.
    let of: [Int32: [Int32]]

    /// The parts of the meaning of a name, by the number of its signature.
    struct Key {
        var key: UInt64
        var signature: Int32
    }

    /// The keys of each name, in order.
    static func keys(_ table: NameTable) -> [Key] {
        var keys: [Key] = []
        // There are hardly more a name.
        keys.reserveCapacity(table.organizationNames.count * 12)
        for s in table.organizationNames {
            for key in table.matcher.blockingKeys(Int(s)) { keys.append(Key(key: key, signature: s)) }
        }
        keys.sort { ($0.key, $0.signature) < ($1.key, $1.signature) }
        return keys
    }

    /// - Parameters:
    ///   - keys: of all names, in order.
    ///   - crowded: keys that more names share than are among these.
    init(_ table: NameTable, _ keys: [Key], _ judges: PairJudges<NameTable>, crowded: Set<UInt64>) {
        var alike = IndexPairs()
        var start = 0
        while start < keys.count {
            var end = start + 1
            while end < keys.count, keys[end].key == keys[start].key { end += 1 }
            if end - start > 1, end - start <= Self.blockLimit, !crowded.contains(keys[start].key) {
                for i in start..<end {
                    for j in (i + 1)..<end { alike.insert(Int(keys[i].signature), Int(keys[j].signature)) }
                }
            }
            start = end
        }
        let pairs = judges.compactMap(alike.all()) { table, s, t in
            table.likenesses.of(Int32(s), Int32(t)).score >= NameMatcher.threshold ? (Int32(s), Int32(t)) : nil
        }
        var of: [Int32: [Int32]] = [:]
        for (s, t) in pairs {
            of[s, default: []].append(t)
            of[t, default: []].append(s)
        }
        self.pairs = pairs
        self.of = of
    }
}
