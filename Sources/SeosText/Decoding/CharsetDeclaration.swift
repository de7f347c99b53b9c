/// Finds the encoding that a document names for itself.
enum CharsetDeclaration {
    /// How far into a document a declaration is looked for. Browsers stop at 1,024 bytes; one page in eight
    /// declares later.
    static let reach = 65536

    /// The label in an XML declaration or a `meta` element, as written.
    static func label(in bytes: [UInt8]) -> String? {
        bytes.withUnsafeBufferPointer { whole in
            let p = UnsafeBufferPointer(rebasing: whole.prefix(reach))
            var i = 0
            while i < p.count {
                guard p[i] == UInt8(ascii: "<") else {
                    i += 1
                    continue
                }
                if matches(p, i, "<!--") {
                    i = find(p, i + 4, "-->") ?? p.count
                } else if matches(p, i, "<?xml") {
                    let end = find(p, i, ">") ?? p.count
                    if let label = value(p, i, end, "encoding") { return label }
                    i = end
                } else if matches(p, i, "<meta"), i + 5 < p.count, p[i + 5] <= 0x20 || p[i + 5] == 0x2F {
                    let end = find(p, i, ">") ?? p.count
                    if let label = value(p, i, end, "charset") { return label }
                    i = end
                } else {
                    i += 1
                }
            }
            return nil
        }
    }

    private static func value(_ p: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ name: StaticString)
        -> String?
    {
        var from = start
        let p = UnsafeBufferPointer(rebasing: p[..<min(end, p.count)])
        while let at = find(p, from, name) {
            from = at + name.utf8CodeUnitCount
            var i = from
            while i < p.count && p[i] <= 0x20 { i += 1 }
            guard i < p.count, p[i] == UInt8(ascii: "=") else { continue }
            i += 1
            while i < p.count && (p[i] <= 0x20 || p[i] == 0x22 || p[i] == 0x27) { i += 1 }
            var stop = i
            while stop < p.count, p[stop] > 0x20, ![0x22, 0x27, 0x3B, 0x3E, 0x2F].contains(p[stop]) { stop += 1 }
            if stop > i, stop - i <= 40 { return String(decoding: p[i..<stop], as: UTF8.self) }
        }
        return nil
    }

    private static func matches(_ p: UnsafeBufferPointer<UInt8>, _ i: Int, _ word: StaticString) -> Bool {
        let n = word.utf8CodeUnitCount
        guard i + n <= p.count else { return false }
        for k in 0..<n {
            let b = p[i + k]
            let lower = b >= 0x41 && b <= 0x5A ? b | 0x20 : b
            if lower != word.utf8Start[k] { return false }
        }
        return true
    }

    private static func find(_ p: UnsafeBufferPointer<UInt8>, _ from: Int, _ word: StaticString) -> Int? {
        var i = from
        while i + word.utf8CodeUnitCount <= p.count {
            if matches(p, i, word) { return i }
            i += 1
        }
        return nil
    }
}
