import SeosModel
import Testing

/// Days that leave their year to the page's own day, and ends told by a preposition only.
@Suite struct PageYearTests {
    @Test(arguments: [
        (
            "en", "Maribor, 6 February 2023", "Project acronym: QUIETRIVER", "Work began on 1 January this year.",
            "2023-01-01"
        ),
        (
            "hr", "Osijek, 18. lipnja 2022.", "Akronim projekta: TIHARIJEKA", "Projekt je počeo 1. svibnja ove godine.",
            "2022-05-01"
        ),
        (
            "sv", "Lund, 14 november 2024", "Projektets akronym: TYSTÅ",
            "Formellt löper projektet sedan den 1 oktober i år.", "2024-10-01"
        ),
        (
            "lt", "Utena, 2023 m. gruodžio 5 d.", "Projekto akronimas: TYLUPIS",
            "Projektas pradėtas šių metų lapkričio 1-ąją ir truks dvejus metus.", "2023-11-01"
        ),
        (
            "it", "Comacchio, 9 ottobre 2023", "Acronimo: FIUMEQUIETO",
            "Al via il prossimo 1º gennaio, il progetto riguarda due valli.", "2024-01-01"
        ),
        (
            "en", "Cork, 20 December 2024", "Project acronym: QUIETRIVER",
            "The project started on 15 January and will last two years.", "2025-01-15"
        ),
    ])
    func aYearComesFromTheDateline(language: String, line: String, label: String, text: String, start: String) {
        let facts = Analysis.facts("\(line)\n\n\(label)\n\n\(text)", language)
        #expect(facts.dates.contains("start \(start)/\(start)"))
    }

    @Test(arguments: [
        // No dateline to count from.
        ("en", "Project acronym: QUIETRIVER\n\nWork began on 1 January this year."),
        // A day of a meeting, not an end of the project.
        ("en", "Cork, 20 December 2024\n\nProject acronym: QUIETRIVER\n\nThe partners met in Cork on 15 January."),
        ("de", "Lindau, 3. Mai 2024\n\nAkronym: STILLWASSER\n\nDie Partner trafen sich am 12. April in Lindau."),
    ])
    func otherDaysGetNone(language: String, text: String) {
        #expect(!Analysis.facts(text, language).dates.contains { $0.hasPrefix("start") || $0.hasPrefix("end") })
    }

    @Test(arguments: [
        (
            "hr", "Projekt TIHARIJEKA\n\nRadimo od 1. lipnja 2024. i imamo vremena do kraja studenoga 2026.",
            "2024-06-01"
        ),
        (
            "pl",
            "Akronim projektu: CICHARZEKA\n\nPracujemy od 1 lipca 2023 r., a projekt potrwa do 31 grudnia 2025 r.",
            "2023-07-01"
        ),
    ])
    func bothEndsByPrepositions(language: String, text: String, start: String) {
        #expect(Analysis.facts(text, language).dates.contains("start \(start)/\(start)"))
    }

    @Test(arguments: [
        (
            "es",
            "Acrónimo: RIOQUIETO\n\nEl proyecto RIOQUIETO dura cuatro años y medio, hasta el 28 de febrero de 2026.",
            "2026-02-28"
        ),
        (
            "it", "Acronimo: FIUMEQUIETO\n\nIl progetto FIUMEQUIETO dura cinque anni, fino al 31 dicembre 2028.",
            "2028-12-31"
        ),
        ("ro", "Acronim: RAULINIT\n\nProiectul se va încheia peste 30 de luni, la 31 decembrie 2027.", "2027-12-31"),
    ])
    func anEndBehindALength(language: String, text: String, end: String) {
        #expect(Analysis.facts(text, language).dates.contains("end \(end)/\(end)"))
    }

    @Test func anEndBeforeTheStartIsAnotherProjects() {
        let facts = Analysis.facts(
            """
            Project acronym: QUIETRIVER

            The project started on 1 March 2025.

            The project of the neighbours ended in 2019.
            """, "en")
        #expect(!facts.dates.contains { $0.hasPrefix("end") })
    }

    @Test(arguments: [
        ("sv", "den sista mars 2026", "2026-03-31/2026-03-31"),
        ("pl", "ostatnim dniem grudnia 2025", "2025-12-31/2025-12-31"),
        ("fr", "Période : 01/04/2023 → 30/09/2026", "2023-04-01/2026-09-30"),
    ])
    func lastDaysAndArrows(language: String, text: String, wanted: String) {
        let facts = Analysis.facts(text, language)
        let dates = facts.extraction.mentions.compactMap { mention -> String? in
            guard case .date(let date) = mention.value else { return nil }
            return Facts.interval(date)
        }
        #expect(dates == [wanted])
    }

    @Test func cellsOfARowAndBracketsBehindAName() {
        let facts = Analysis.facts(
            """
            <html lang="nl"><body><h1>Onze projecten</h1><table><tr><th>Projectnaam</th><th>Partner</th><th>Van</th><th>Tot</th></tr>
            <tr><td>STILWATER</td><td>Gemeente Kerkrade</td><td>1-9-2023</td><td>31-8-2024</td></tr></table></body></html>
            """, "nl")
        #expect(facts.dates.contains("start 2023-09-01/2023-09-01"))
        #expect(facts.dates.contains("end 2024-08-31/2024-08-31"))
    }
}
