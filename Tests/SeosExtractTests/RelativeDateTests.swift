import SeosExtract
import SeosModel
import Testing

/// "yesterday" and its kin: counted from a reference date, and never without one.
@Suite struct RelativeDateTests {
    private static let friday = DatePoint(year: 2024, month: 3, day: 1)

    private func dates(_ text: String, _ language: String, from reference: DatePoint?) -> [DateValue] {
        var annotator = Annotator(resources: .embedded)
        return annotator.annotate(Array(text.utf8), language: language, kinds: [.date], reference: reference).found
            .compactMap { mention in
                guard case .date(let date) = mention.value else { return nil }
                return date
            }
    }

    @Test(arguments: [
        ("en", "yesterday", "2024-02-29", "2024-02-29"), ("de", "morgen", "2024-03-02", "2024-03-02"),
        ("et", "eile", "2024-02-29", "2024-02-29"), ("en", "next month", "2024-04-01", "2024-04-30"),
        ("pl", "w ubiegłym roku", "2023-01-01", "2023-12-31"), ("en", "last week", "2024-02-19", "2024-02-25"),
    ])
    func countsFromTheReference(language: String, text: String, first: String, last: String) throws {
        let date = try #require(dates(text, language, from: Self.friday).first)
        #expect(date.isRelative)
        #expect(date.firstDay == first)
        #expect(date.lastDay == last)
        #expect(dates(text, language, from: nil).isEmpty)
    }

    @Test func aPeriodMayEndToday() throws {
        let date = try #require(dates("from 1 August 2019 until today", "en", from: Self.friday).first)
        #expect(date.isPeriod && date.isRelative)
        #expect(date.firstDay == "2019-08-01")
        #expect(date.lastDay == "2024-03-01")
    }

    @Test func absoluteDatesStayAbsolute() throws {
        let date = try #require(dates("5 March 2021", "en", from: Self.friday).first)
        #expect(!date.isRelative)
    }
}
