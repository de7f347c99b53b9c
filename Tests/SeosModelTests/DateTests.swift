import SeosModel
import Testing

@Suite struct DateTests {
    @Test(arguments: [
        (DatePoint(year: 2023), "2023", "2023-01-01", "2023-12-31"),
        (DatePoint(year: 2024, month: 2), "2024-02", "2024-02-01", "2024-02-29"),
        (DatePoint(year: 2023, month: 2), "2023-02", "2023-02-01", "2023-02-28"),
        (DatePoint(year: 1900, month: 2), "1900-02", "1900-02-01", "1900-02-28"),
        (DatePoint(year: 2000, month: 2), "2000-02", "2000-02-01", "2000-02-29"),
        (DatePoint(year: 2021, month: 11), "2021-11", "2021-11-01", "2021-11-30"),
        (DatePoint(year: 2021, month: 6, day: 5), "2021-06-05", "2021-06-05", "2021-06-05"),
        (DatePoint(year: 813), "0813", "0813-01-01", "0813-12-31"),
        (DatePoint(year: 12021, month: 3), "12021-03", "12021-03-01", "12021-03-31"),
    ])
    func writesIsoAtItsOwnPrecisionAndKnowsFirstAndLastDay(point: DatePoint, iso: String, first: String, last: String) {
        #expect(point.iso == iso)
        #expect(point.firstDay == first)
        #expect(point.lastDay == last)
    }

    @Test(arguments: [
        DatePoint(year: 2024, month: 2, day: 29), DatePoint(year: 2000, month: 2, day: 29),
        DatePoint(year: 2023, month: 12, day: 31),
        DatePoint(year: 1, month: 1, day: 1), DatePoint(year: 9999), DatePoint(year: 2023, month: 4),
    ])
    func daysOfTheCalendarAreValid(point: DatePoint) { #expect(point.isValid) }

    @Test(arguments: [
        DatePoint(year: 2023, month: 2, day: 29), DatePoint(year: 1900, month: 2, day: 29),
        DatePoint(year: 2023, month: 4, day: 31),
        DatePoint(year: 2023, month: 13), DatePoint(year: 2023, month: 0), DatePoint(year: 2023, month: 1, day: 0),
        DatePoint(year: 2023, day: 5), DatePoint(year: 0), DatePoint(year: 10_000),
    ])
    func otherDaysAreNot(point: DatePoint) { #expect(!point.isValid) }

    @Test func precisionIsWhatWasWritten() {
        #expect(DatePoint(year: 2023).precision == .year)
        #expect(DatePoint(year: 2023, month: 1).precision == .month)
        #expect(DatePoint(year: 2023, month: 1, day: 1).precision == .day)
    }

    @Test func aPointEndsOnItsOwnLastDay() {
        let may = DateValue(start: DatePoint(year: 2021, month: 5))
        #expect(may.firstDay == "2021-05-01")
        #expect(may.lastDay == "2021-05-31")
    }

    @Test func aPeriodHasTheDaysOfItsTwoEnds() {
        let period = DateValue(start: DatePoint(year: 2021, month: 5), end: DatePoint(year: 2024), isPeriod: true)
        #expect(period.firstDay == "2021-05-01")
        #expect(period.lastDay == "2024-12-31")
    }

    @Test func anOpenPeriodHasNoDayAtItsOpenEnd() {
        #expect(DateValue(start: DatePoint(year: 2021), isPeriod: true).lastDay == nil)
        #expect(DateValue(start: nil, end: DatePoint(year: 2021), isPeriod: true).firstDay == nil)
    }
}
