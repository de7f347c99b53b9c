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

    @Test(arguments: [
        ("de", "am letzten Freitag", "2024-02-23"), ("de", "in 3 Wochen", "2024-03-22"),
        ("en", "next Monday", "2024-03-04"), ("en", "two weeks ago", "2024-02-16"),
        ("fr", "lundi dernier", "2024-02-26"),
        ("fi", "kolmen viikon kuluttua", "2024-03-22"), ("et", "10 päeva pärast", "2024-03-11"),
        ("pl", "3 tygodnie temu", "2024-02-09"), ("hu", "2 héttel ezelőtt", "2024-02-16"),
        ("sv", "fredag förra veckan", "2024-02-23"), ("es", "el próximo lunes", "2024-03-04"),
        ("uk", "через 5 днів", "2024-03-06"), ("ga", "an Luan seo chugainn", "2024-03-04"),
    ])
    func countsDaysAndWeeks(language: String, text: String, day: String) throws {
        let date = try #require(dates(text, language, from: Self.friday).first)
        #expect(date.isRelative && date.firstDay == day && date.lastDay == day)
        #expect(dates(text, language, from: nil).isEmpty)
    }

    @Test(arguments: [
        ("de", "im letzten Quartal", "2023-10-01", "2023-12-31"),
        ("de", "im kommenden Herbst", "2024-09-01", "2024-11-30"),
        ("en", "last May", "2023-05-01", "2023-05-31"), ("it", "2 anni fa", "2022-03-01", "2022-03-31"),
    ])
    func countsStretches(language: String, text: String, first: String, last: String) throws {
        let date = try #require(dates(text, language, from: Self.friday).first)
        #expect(date.firstDay == first && date.lastDay == last)
    }

    /// A count behind a weekday is no day of a month.
    @Test(arguments: [
        ("et", "järgmisel esmaspäeval, 3 nädala pärast"), ("pl", "w przyszły poniedziałek, 3 tygodnie później"),
        ("en", "next Monday, 12 participants"), ("fr", "lundi prochain, 3 salles"), ("sv", "nästa måndag, 250 kr"),
    ])
    func aCountMayFollowAWeekday(language: String, text: String) throws {
        let date = try #require(dates(text, language, from: Self.friday).first)
        #expect(date.isRelative && date.firstDay == "2024-03-04")
    }

    @Test(arguments: [("the day after tomorrow", "2024-03-03"), ("the day before yesterday", "2024-02-28")])
    func countsTwoDaysInEnglish(text: String, day: String) {
        #expect(dates(text, "en", from: Self.friday).map(\.firstDay) == [day])
    }

    @Test func laterCountsFromTheDateBefore() {
        let found = dates("Am 5. Mai 2023 begann der Bau. 3 Wochen später ruhte er.", "de", from: Self.friday)
        #expect(found.map(\.firstDay) == ["2023-05-05", "2023-05-26"])
    }

    @Test(arguments: [
        ("en", "next Monday, 5 May 2025", ["2025-05-05"]), ("en", "last Sunday of March 2014", ["2014-03-30"]),
        ("en", "in 3 countries", []), ("de", "vor 3 Jahren gegründet in 2019", ["2021-03-01", "2019-01-01"]),
        ("en", "the last 3 rooms", []), ("de", "in 3 Gruppen", []), ("sk", "o 3 projekty", []),
    ])
    func wholeDatesAndCountsAreNotRelative(language: String, text: String, wanted: [String]) {
        #expect(dates(text, language, from: Self.friday).map { $0.firstDay ?? ".." } == wanted)
    }
}
