import Testing

@testable import SeosResolve

/// Pairs to be compared, packed into machine words.
@Suite struct IndexPairsTests {
    private func listed(_ pairs: [IndexPairs.Pair]) -> [[Int]] { pairs.map { [$0.left, $0.right] } }

    @Test func eachPairStandsOnceTheSmallerIndexFirst() {
        var pairs = IndexPairs()
        for (a, b) in [(7, 2), (2, 7), (1, 9), (3, 3), (0, 1), (1, 9)] { pairs.insert(a, b) }
        #expect(listed(pairs.all()) == [[0, 1], [1, 9], [2, 7]])
    }

    @Test func unwantedPairsAreLeftOut() {
        var pairs = IndexPairs()
        for n in 1..<6 { pairs.insert(0, n) }
        #expect(listed(pairs.all { $1 % 2 == 0 }) == [[0, 2], [0, 4]])
        #expect(listed(pairs.all()).isEmpty)
    }

    /// More than are kept unsorted at a time, most of them doubles.
    @Test func doublesAreThrownOutOnTheWay() {
        var pairs = IndexPairs()
        for round in 0..<700 {
            for n in 0..<1_000 { pairs.insert(n + 1 + round % 2, 0) }
        }
        let found = pairs.all()
        #expect(found.count == 1_001)
        #expect(found.first.map { [$0.left, $0.right] } == [0, 1])
        #expect(found.last.map { [$0.left, $0.right] } == [0, 1_001])
    }

    @Test func noPairsAreNoPairs() {
        var pairs = IndexPairs()
        #expect(pairs.all().isEmpty)
    }
}
