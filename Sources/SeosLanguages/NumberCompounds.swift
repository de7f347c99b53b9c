internal import SeosText

/// Takes numbers apart that a language writes as one word: "zweihunderttausend", "centoventuno", "tweehonderd".
///
/// Built from ICU's spelling of 0 to 100, the hundreds and 1000; empty for languages that write blanks.
public struct NumberCompounds: Sendable {
    private var parts = WordTable()
    /// A bit for each pair of bytes that a part may begin with: most words are no numbers and are left at once.
    private var starts = [UInt64](repeating: 0, count: 1024)
    private var longest = 0

    init(table: LocaleTable) {
        let words = table.rows(.word)
        guard words.contains(where: { $0.key == "200" && !$0.form.utf8.contains(0x20) && !$0.form.utf8.contains(0x2D) })
        else { return }
        let ones = words.filter { $0.key == "1" }.map { Array(Folding.fold(String($0.form)).utf8) }
        let small = words.compactMap { row -> ([UInt8], Int64)? in
            guard let value = Int64(row.key), value > 0, value < 100, !row.form.utf8.contains(0x20) else { return nil }
            return (Array(Folding.fold(String(row.form)).utf8), value)
        }
        for row in words where !row.form.utf8.contains(0x20) {
            guard let value = Int64(row.key), value > 0 else { continue }
            let bytes = Array(Folding.fold(String(row.form)).utf8)
            add(bytes, value)
            // "cento" and "ottanta" share a vowel: "centottanta".
            if value >= 100, value < 1000, bytes.count > 4, let last = bytes.last, Self.vowels.contains(last) {
                for (word, unit) in small where word.first == last { add(bytes.dropLast() + word, value + unit) }
            }
            // "einhundert" is also "hundert" where another number stands before it.
            guard value == 100 || value == 1000 else { continue }
            for one in ones where one.count < bytes.count && bytes.starts(with: one) {
                add(Array(bytes.dropFirst(one.count)), value)
            }
        }
    }

    private static let vowels = Array("aeiou".utf8)

    private mutating func add(_ bytes: [UInt8], _ value: Int64) {
        guard bytes.count > 1 else { return }
        parts.insert(Hash.of(bytes), UInt32(value))
        let pair = Self.pair(bytes[0], bytes[1])
        starts[pair.word] |= pair.bit
        longest = max(longest, bytes.count)
    }

    private static func pair(_ a: UInt8, _ b: UInt8) -> (word: Int, bit: UInt64) {
        let n = Int(a) << 8 | Int(b)
        return (n >> 6, 1 << UInt64(n & 63))
    }

    private func mayBegin(_ a: UInt8, _ b: UInt8) -> Bool {
        let pair = Self.pair(a, b)
        return starts[pair.word] & pair.bit != 0
    }

    /// The value of a folded word of at least two parts, nil when something is left over. Linear in its length.
    public func value(of word: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard word.count >= 6, word.count <= 96, mayBegin(word[0], word[1]) else {
            return nil
        }
        var total: Int64 = 0
        var group: Int64 = 0
        var count = 0
        var i = 0
        while i < word.count {
            var hash = Hash.seed
            var best: (value: Int64, end: Int)?
            for j in i..<min(word.count, i + longest) {
                hash = Hash.step(hash, word[j])
                if let value = parts[hash] { best = (Int64(value), j + 1) }
            }
            guard let part = best else { return nil }
            switch part.value {
            case 1000:
                guard total == 0 else { return nil }
                total = max(group, 1) * 1000
                group = 0
            case 100:
                guard group < 10 else { return nil }
                group = max(group, 1) * 100
            case 101...:
                guard group == 0 else { return nil }
                group = part.value
            default:
                guard group % 100 == 0 else { return nil }
                group += part.value
            }
            count += 1
            i = part.end
        }
        // A part with a shared vowel is two.
        return count > 1 || group > 100 && group % 100 != 0 ? total + group : nil
    }
}
