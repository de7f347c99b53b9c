import SeosExtract
import SeosModel
import Testing

/// Lists that name month or year once, durations beside their start, and what only looks like them.
@Suite struct DateListTests {
    private func dates(_ text: String, _ language: String) -> [String] {
        var annotator = Annotator(resources: .embedded)
        return annotator.annotate(Array(text.utf8), language: language, kinds: [.date]).found.compactMap { mention in
            guard case .date(let date) = mention.value else { return nil }
            return "\(date.firstDay ?? "..")/\(date.lastDay ?? "..")"
        }
    }

    private static func days(_ days: String...) -> [String] { days.map { "\($0)/\($0)" } }

    @Test(arguments: [
        ("de", "am 5., 7. und 9. Mai 2024", days("2024-05-05", "2024-05-07", "2024-05-09")),
        ("en", "on 5, 7 and 9 May 2024", days("2024-05-05", "2024-05-07", "2024-05-09")),
        ("et", "5., 7. ja 9. mail 2024", days("2024-05-05", "2024-05-07", "2024-05-09")),
        ("fr", "les 5, 12 et 19 mars 2025", days("2025-03-05", "2025-03-12", "2025-03-19")),
        ("pl", "5, 12 i 19 marca 2025 r.", days("2025-03-05", "2025-03-12", "2025-03-19")),
        ("en", "March 3, 10 and 17, 2025", days("2025-03-03", "2025-03-10", "2025-03-17")),
        ("hu", "2024. május 5., 7. és 9.", days("2024-05-05", "2024-05-07", "2024-05-09")),
        (
            "en", "January, March and May 2024",
            ["2024-01-01/2024-01-31", "2024-03-01/2024-03-31", "2024-05-01/2024-05-31"]
        ),
        (
            "uk", "у січні, лютому й березні 1944 року",
            ["1944-01-01/1944-01-31", "1944-02-01/1944-02-29", "1944-03-01/1944-03-31"]
        ),
        ("uk", "у 1938 та 1940 роках", ["1938-01-01/1938-12-31", "1940-01-01/1940-12-31"]),
    ])
    func membersShareWhatIsNamedOnce(language: String, text: String, wanted: [String]) {
        #expect(dates(text, language) == wanted)
    }

    @Test(arguments: [
        ("en", "rooms 5, 7 May 2024", days("2024-05-07")), ("de", "Zimmer 9, 7 und 5. Mai 2024", days("2024-05-05")),
        ("en", "5, 7 and 9 participants", []), ("de", "5., 7. und 9. Klasse", []),
        ("hu", "2024. május 5., 7 résztvevő", days("2024-05-05")),
    ])
    func otherNumbersAreNoDays(language: String, text: String, wanted: [String]) {
        #expect(dates(text, language) == wanted)
    }

    /// A month and a year with a dash between spaces, where nothing else stands.
    @Test(arguments: [
        ("en", "Start: 11 - 2016", ["2016-11-01/2016-11-30"]), ("et", "03 – 2021", ["2021-03-01/2021-03-31"]),
        ("de", "Laufzeit: 11 - 2016 bis 10 - 2019", ["2016-11-01/2019-10-31"]),
        ("sl", "Trajanje: 2016 - 11 do 2019 - 10", ["2016-11-01/2019-10-31"]),
        ("en", "pages 11 - 2016", ["2016-01-01/2016-12-31"]), ("en", "Room: 11 - 2016 A", ["2016-01-01/2016-12-31"]),
        ("en", "12 - 2016 participants", []), ("en", "Lots: 13 - 2016", ["2016-01-01/2016-12-31"]),
    ])
    func aMonthMayStandBesideItsYear(language: String, text: String, wanted: [String]) {
        #expect(dates(text, language) == wanted)
    }

    @Test(arguments: [
        ("nl", "postbus 1900, 5900 BX"), ("fi", "PL 2010, 95400 Tornio"), ("sv", "Box 2010, 451 15"),
        ("fr", "BP 1990, 59000 Lille"), ("pl", "skr. poczt. 2001"), ("pt", "apartado 2013"), ("da", "postboks 1960"),
        ("en", "P.O. Box 1998"), ("it", "casella postale 2020"), ("cs", "P. O. Box 2005"), ("hu", "Pf. 1995"),
    ])
    func theNumberOfAPostBoxIsNoYear(language: String, text: String) { #expect(dates(text, language) == []) }

    @Test(arguments: [
        ("en", "36 months from March 2021", ["2021-03-01/2024-02-29"]),
        ("de", "24 Monate ab 1. April 2022", ["2022-04-01/2024-03-31"]),
        ("et", "36 kuud alates 1. märtsist 2021", ["2021-03-01/2024-02-29"]),
        ("pl", "24 miesiące od 1 kwietnia 2022 r.", ["2022-04-01/2024-03-31"]),
        ("hu", "24 hónap 2022. április 1-jétől", ["2022-04-01/2024-03-31"]),
        ("en", "36 months in March 2021", ["2021-03-01/2021-03-31"]),
        ("en", "18 months, counted from 1 March 2024", days("2024-03-01")),
    ])
    func durationsEndWhereTheyMust(language: String, text: String, wanted: [String]) {
        #expect(dates(text, language) == wanted)
    }

    @Test(arguments: [
        ("en", "2016 - 05", ["2016-05-01/2016-05-31"]), ("de", "2016 - 11.", ["2016-11-01/2016-11-30"]),
        ("en", "2016 - 11 projects", ["2016-01-01/2016-12-31"]), ("en", "2007 - 11", ["2007-01-01/2007-12-31"]),
        ("uk", "1789 — кінець абсолютної монархії", ["1789-01-01/1789-12-31"]), ("en", "1789 — 2000 visitors", []),
    ])
    func dashesBesideYears(language: String, text: String, wanted: [String]) {
        #expect(dates(text, language) == wanted)
    }
}
