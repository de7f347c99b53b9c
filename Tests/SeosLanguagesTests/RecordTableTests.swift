import SeosLanguages
import Testing

/// Records of one length, found by the number they begin with.
@Suite struct RecordTableTests {
    private let keys: [UInt64] = (0..<2_000).map { RecordTable.key($0 &* 0x100_0000_01b3 &+ 77) }.sorted()

    /// A table of keys, each with the number of its record.
    private func table(_ keys: [UInt64], head: String = "# a test 12ab\n") -> RecordTable {
        var bytes = Array(head.utf8)
        for (n, key) in keys.enumerated() {
            bytes += RecordTable.letters(key, RecordTable.keyLetters) + RecordTable.letters(UInt64(n), 3) + [0x0A]
        }
        return RecordTable(DataBytes(bytes), width: RecordTable.keyLetters + 3)
    }

    @Test func everyKeyIsFound() {
        let table = table(keys)
        #expect(table.count == keys.count)
        for (n, key) in keys.enumerated() {
            #expect(table.first(key) == n)
            #expect(table.number(in: n, at: RecordTable.keyLetters, letters: 3) == n)
        }
    }

    @Test func noOtherKeyIsFound() {
        let table = table(keys)
        let others = (0..<2_000).map { RecordTable.key($0 &* 0x100_0000_01b3 &+ 1_000_000_007) }
        for key in others + [0, 1 << 48 - 1] where !keys.contains(key) { #expect(table.first(key) == nil) }
    }

    @Test func keysThatAreNotSpreadAreFoundToo() {
        let close = (0..<3_000).map { UInt64($0) * 3 }
        let table = table(close)
        #expect(close.enumerated().allSatisfy { table.first($1) == $0 })
        #expect(table.first(1) == nil)
    }

    @Test func recordsOfOneKeyStandTogether() {
        let table = table([keys[3], keys[9], keys[9], keys[9], keys[20]])
        #expect(table.first(keys[9]) == 1)
        #expect((0..<6).filter { table.has(keys[9], $0) } == [1, 2, 3])
    }

    @Test func theFirstLineTellsWhatTheTableWasMadeFrom() {
        #expect(table(keys).mark == "12ab")
        #expect(table(keys, head: "").mark == "")
        #expect(table(keys, head: "").first(keys[0]) == 0)
        #expect(table([]).first(5) == nil)
    }
}
