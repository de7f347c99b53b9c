import SeosModel
import Testing

@testable import SeosStore

@Suite struct ValueTextTests {
    @Test func writesValuesAsTheSchemaSays() throws {
        let amount = try #require(ExactDecimal(coefficient: 463_884, scale: 1))
        #expect(ValueText.text(of: .money(Money(amount: amount, currency: "EUR"))) == "46388.4 EUR")
        #expect(ValueText.text(of: .percent(ExactDecimal(85))) == "85 %")
        #expect(ValueText.text(of: .number(ExactDecimal(24))) == "24")
        #expect(ValueText.text(of: .duration(months: 36, days: nil)) == "P36M")
        #expect(ValueText.text(of: .duration(months: nil, days: 10)) == "P10D")
        #expect(ValueText.text(of: .duration(months: nil, days: nil)) == nil)
        let start = DatePoint(year: 2023, month: 6, day: 21)
        let end = DatePoint(year: 2027, month: 1, day: 31)
        #expect(ValueText.text(of: DateValue(start: start, end: end, isPeriod: true)) == "2023-06-21/2027-01-31")
        #expect(ValueText.text(of: DateValue(start: DatePoint(year: 2023, month: 8))) == "2023-08")
        #expect(
            ValueText.text(of: DateValue(start: DatePoint(year: 2023, month: 1), isPeriod: true)) == "2023-01/..")
        #expect(ValueText.text(of: DateValue(start: nil, end: end, isPeriod: true)) == "../2027-01-31")
        #expect(ValueText.text(of: DateValue(start: nil)) == nil)
    }

    @Test(arguments: ["2023", "2023-08", "2023-08-05", "2023-01/..", "../2027-01-31", "2023-06-21/2027-01-31"])
    func readsDatesBack(_ text: String) throws {
        let date = try #require(ValueText.date(text))
        #expect(ValueText.text(of: date) == text)
    }

    @Test(arguments: ["", "/", "../..", "2023-13", "2023-02-30", "23", "2023/2024/2025", "2023-08-05-01", "soon"])
    func refusesWhatIsNoDate(_ text: String) {
        #expect(ValueText.date(text) == nil)
    }

    @Test func readsMoneyBack() {
        #expect(ValueText.money("-0.05 PLN")?.amount == ExactDecimal(coefficient: -5, scale: 2))
        #expect(ValueText.money("100 EUR")?.currency == "EUR")
        for text in ["100", "EUR", "1,5 EUR", "99999999999999999999 EUR", " EUR", "- EUR", "100 "] {
            #expect(ValueText.money(text) == nil, "\(text)")
        }
    }
}
