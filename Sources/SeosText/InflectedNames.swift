/// Whether two names are the same words in different cases.
public enum InflectedNames {
    /// As many words, each pair with a common stem: at most four letters of ending on either side and at least four
    /// letters, or two thirds of the shorter word, in common; a word of three letters has an ending of two at most. One
    /// word at least must differ.
    public static func areSame(_ a: String, _ b: String) -> Bool { areSame(words(a), words(b)) }

    /// A name's folded words, for comparing it with many others.
    public static func words(_ name: String) -> [[UInt8]] {
        Array(Folding.key(name).utf8).split(separator: 0x20).map { Array($0) }
    }

    /// The number of a name's words and how the first begins: the same for names that ``areSame(_:_:)`` may take for one.
    public static func beginning(_ name: String) -> UInt64 {
        Folding.withKey(name) { bytes in
            var words: UInt64 = 0
            var letters: UInt64 = 0
            for byte in bytes where byte == 0x20 { words &+= 1 }
            for byte in bytes.prefix(4) {
                if byte == 0x20 { break }
                letters = letters << 8 | UInt64(byte)
            }
            return words << 32 | letters
        }
    }

    public static func areSame(_ x: [[UInt8]], _ y: [[UInt8]]) -> Bool {
        guard x.count == y.count, !x.isEmpty, x != y else { return false }
        // A single short word says too little.
        if x.count == 1, min(x[0].count, y[0].count) < 7 { return false }
        // Words of three letters are sure beside a longer one only.
        return zip(x, y).allSatisfy { haveCommonStem($0, $1) } && zip(x, y).contains { min($0.count, $1.count) > 3 }
    }

    private static func haveCommonStem(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        if a == b { return true }
        if a.contains(where: { $0 < 0x3A }) || b.contains(where: { $0 < 0x3A }) { return false }
        let shared = zip(a, b).prefix { $0 == $1 }.count
        let shorter = min(a.count, b.count)
        // Letters of Greek and Cyrillic are two bytes each: "Європейського", "Європейський".
        let ending = (a.first ?? 0) >= 0xCD && (a.first ?? 0) <= 0xD4 ? 8 : 4
        // "Nin", "Nina": a whole short word with an ending of two letters at most.
        if shared == 3, shorter == 3 { return max(a.count, b.count) <= 5 }
        return shared >= 4 && shared * 3 >= shorter * 2 && a.count - shared <= ending && b.count - shared <= ending
    }
}
