import SeosModel
import Testing

@Suite struct ExactDecimalTests {
    private func decimal(_ coefficient: Int64, _ scale: Int) -> ExactDecimal? {
        ExactDecimal(coefficient: coefficient, scale: scale)
    }

    @Test(
        arguments: [
            (463_884, 1, "46388.4"), (5, 2, "0.05"), (-5, 2, "-0.05"), (0, 5, "0"), (1_200, 2, "12"),
            (1, 18, "0.000000000000000001"),
            (-257_744_400, 2, "-2577444"), (7, -3, "7000"), (Int64.max, 0, "9223372036854775807"),
            (Int64.min, 1, "-922337203685477580.8"),
        ] as [(Int64, Int, String)])
    func printsPlainDecimalNotation(coefficient: Int64, scale: Int, text: String) {
        #expect(decimal(coefficient, scale)?.description == text)
    }

    @Test func equalValuesAreEqualHoweverTheyAreWritten() {
        #expect(decimal(1_500, 3) == decimal(15, 1))
        #expect(decimal(0, 7) == ExactDecimal(0))
        #expect(decimal(1_500, 3)?.hashValue == decimal(15, 1)?.hashValue)
        #expect(decimal(15, 1) != decimal(15, 2))
    }

    @Test func whatDoesNotFitIsNil() {
        #expect(decimal(1, 19) == nil)
        #expect(decimal(1, -19) == nil)
        #expect(decimal(Int64.max, -1) == nil)
        #expect(ExactDecimal(Int64.max).scaled(byPowerOfTen: 1) == nil)
        #expect(ExactDecimal(Int64.max) + ExactDecimal(1) == nil)
        #expect(ExactDecimal(Int64.max) * ExactDecimal(2) == nil)
    }

    @Test func trailingZerosMakeRoomForALargeScale() {
        #expect(decimal(10_000, 20)?.description == "0.0000000000000001")
        #expect(decimal(10_000, 21)?.scale == 17)
    }

    @Test func scalesByPowersOfTen() {
        #expect(decimal(386, 1)?.scaled(byPowerOfTen: 6) == ExactDecimal(38_600_000))
        #expect(decimal(25, 1)?.scaled(byPowerOfTen: -2)?.description == "0.025")
        #expect(ExactDecimal(0).scaled(byPowerOfTen: 12) == ExactDecimal(0))
    }

    @Test func addsAndMultipliesExactly() throws {
        let tenth = try #require(decimal(1, 1))
        let fifth = try #require(decimal(2, 1))
        #expect((tenth + fifth)?.description == "0.3")
        #expect((tenth * fifth)?.description == "0.02")
        #expect((try #require(decimal(-15, 1)) + ExactDecimal(2))?.description == "0.5")
        #expect((try #require(decimal(25, 1)) * ExactDecimal(4)) == ExactDecimal(10))
    }

    @Test func comparesAcrossScales() throws {
        let almost = try #require(decimal(99_999, 5))
        #expect(almost < ExactDecimal(1))
        #expect(try #require(decimal(-1, 1)) < ExactDecimal(0))
        #expect(!(ExactDecimal(1) < ExactDecimal(1)))
        // The common scale does not fit here.
        #expect(try #require(decimal(1, 18)) < ExactDecimal(Int64.max))
        #expect(!(ExactDecimal(Int64.max) < (try #require(decimal(1, 18)))))
    }

    @Test func answersTheCoefficientAtAScale() throws {
        let price = try #require(decimal(463_884, 1))
        #expect(price.coefficient(atScale: 2) == 4_638_840)
        #expect(price.coefficient(atScale: 1) == 463_884)
        #expect(price.coefficient(atScale: 0) == nil)
        #expect(ExactDecimal(Int64.max).coefficient(atScale: 2) == nil)
    }

    @Test func knowsWholeNumbers() throws {
        #expect(try #require(decimal(1_200, 2)).isInteger)
        #expect(!(try #require(decimal(1_201, 2)).isInteger))
        #expect(try #require(decimal(463_884, 1)).double == 46_388.4)
    }
}
