import SeosModel
import Testing

/// The project's time by the calendar: two dates that lie whole years apart, or as far as a length told beside them.
@Suite struct FittingPeriodTests {
    @Test(arguments: [
        (
            "sl",
            "Projekt: SOLNA POT\n\nUra je tekla od 1. januarja 2025 naprej, ustavila pa se bo čez dve leti in pol, torej 30. junija 2027."
        ),
        (
            "de",
            "Projekt: SOLNA POT\n\nDer Startschuss fiel am 1. Januar 2025; dreißig Monate danach, am 30. Juni 2027, soll alles stehen."
        ),
        (
            "en",
            "Project: SOLNA POT\n\nThe clock was set to 1 January 2025, and all has to be finished by 30 June 2027, the partners say."
        ),
    ])
    func datesThatFitNeedNoWord(language: String, text: String) {
        let dates = Analysis.facts(text, language).dates
        #expect(dates.contains("start 2025-01-01/2025-01-01"), "\(dates)")
        #expect(dates.contains("end 2027-06-30/2027-06-30"), "\(dates)")
    }

    @Test func aLengthBehindADateMakesItTheStart() {
        let facts = Analysis.facts(
            "Project: REEDBED\n\nThe flag was raised on 1 March 2024 and then there are 36 months for everything else.",
            "en")
        #expect(facts.dates.contains("start 2024-03-01/2024-03-01"))
    }

    @Test(arguments: [
        "The two meetings were on 3 January 2025 and, after a long break, on 28 June 2027 in the same hall.",
        "The old law was signed on 14 May 2024 and the new one, which is better, on 2 March 2026 in the hall.",
        "The conference took place on 1 January 2025 and its report was ready on 31 December 2025 for all.",
    ])
    func otherDatesAreNoPeriod(sentence: String) {
        let facts = Analysis.facts("Project: REEDBED\nLead partner: Tartu University\n\n\(sentence)", "en")
        #expect(!facts.dates.contains { $0.hasPrefix("start") })
    }
}
