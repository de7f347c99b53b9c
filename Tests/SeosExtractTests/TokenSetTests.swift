import Testing

@testable import SeosExtract

@Suite struct TokenSetTests {
    @Test func holdsTheTokensOfItsRanges() {
        var set = TokenSet([130..<133, 5..<5])
        set.insert(70..<72)
        set.insert(300..<301)
        let held = (0..<400).filter(set.contains)
        #expect(held == [70, 71, 130, 131, 132, 300])
        #expect(set.intersects(72..<131) && !set.intersects(72..<130) && !set.intersects(131..<131))
        #expect(!set.contains(-1) && !TokenSet().contains(0))
    }
}
