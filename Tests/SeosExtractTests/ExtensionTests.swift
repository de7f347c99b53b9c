import SeosModel
import Testing

/// Ends that were put off: the later one holds where words tell of a change, or where one sentence tells both.
@Suite struct ExtensionTests {
    @Test(arguments: [
        (
            "sk",
            "Akronym projektu: TICHARIEKA\n\nProjekt začal 1. januára 2024 a jeho koniec bol v zmluve určený na"
                + " 31. decembra 2025. Dodatkom č. 2 sa lehota predĺžila do 30. júna 2026.", "2026-06-30"
        ),
        (
            "el",
            "Ακρωνύμιο έργου: IREMO\n\nΤο έργο ξεκίνησε την 1η Ιανουαρίου 2024 και λήγει στις 31 Δεκεμβρίου 2026."
                + " Ύστερα από τροποποίηση της απόφασης οι εργασίες θα ολοκληρωθούν στις 30 Ιουνίου 2027.", "2027-06-30"
        ),
        (
            "ro",
            "Acronimul proiectului: RAULIN\n\nProiectul a început la 1 martie 2024 și se încheie la 28 februarie"
                + " 2026. Printr-un act adițional termenul s-a mutat până la 31 octombrie 2026.", "2026-10-31"
        ),
        (
            "en",
            "Project acronym: QUIETRIVER\n\nThe project started on 1 March 2024. It was to end on 31 August 2026,"
                + " but the committee granted an extension and it will end on 28 February 2027.", "2027-02-28"
        ),
    ])
    func theLaterEndHolds(language: String, text: String, end: String) {
        let facts = Analysis.facts(text, language)
        #expect(facts.dates.contains("end \(end)/\(end)"))
        #expect(facts.dates.filter { $0.hasPrefix("end") }.count == 1)
    }

    @Test(arguments: [
        ("de", "Projektname: WEIDE\nLaufzeit: 1.1.2019 – 30.6.2021\nEs wurde bis Ende 2021 verlängert."),
        (
            "en",
            "Project acronym: WILLOW\nPeriod: 1 January 2019 – 30 June 2021\nIt was extended until the end of 2021."
        ),
    ])
    func anEndMayBePutOffToTheEndOfAYear(language: String, text: String) {
        #expect(Analysis.facts(text, language).dates.contains("end 2021-01-01/2021-12-31"))
    }

    @Test(arguments: [
        ("hu", "Projekt címe: FŰZFA\nA projekt 2020 őszén kezdődött és 2023 tavaszán fejeződik be."),
        ("de", "Projektname: WEIDE\nDas Projekt begann im Herbst 2020 und endet im Frühjahr 2023."),
    ])
    func aVerbBehindItsDateSaysWhichEndItIs(language: String, text: String) {
        let dates = Analysis.facts(text, language).dates
        #expect(dates.contains { $0.hasPrefix("start 2020-09") })
        #expect(dates.contains { $0.hasPrefix("end 2023-03") || $0.hasPrefix("end 2023-05") })
        #expect(!dates.contains { $0.hasPrefix("start 2023") })
    }

    @Test func aLaterEventIsNoExtension() {
        let facts = Analysis.facts(
            "Project acronym: QUIETRIVER\n\nThe project started on 1 March 2024 and will end on 31 August 2026. The"
                + " conference on rivers takes place until 30 September 2027.", "en")
        #expect(facts.dates.contains("end 2026-08-31/2026-08-31"))
    }

    @Test func anExtensionEndsAPeriodToo() {
        let facts = Analysis.facts(
            "Projekti lühinimi: VAIKJÕGI\n\nPeriood: 01.11.2023–31.10.2025\n\nMuudatus: lõpptähtaega pikendatud kuni"
                + " 30.04.2026", "et")
        #expect(facts.dates.contains("end 2026-04-30/2026-04-30"))
    }

    @Test func milestonesUnderWhenAreNotTheTime() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p>
            <table><tr><th>When</th><th>What</th></tr><tr><td>22 November 2024</td><td>Launch in the hall</td></tr>
            <tr><td>3 May 2026</td><td>Exhibition opens</td></tr><tr><td>9 June 2027</td><td>Festival of sound</td></tr>
            </table></body></html>
            """, "en")
        #expect(facts.dates.isEmpty)
    }

    @Test func aSeasonIsOneEnd() {
        let facts = Analysis.facts(
            "Projektets akronym: STILLA\n\nProjektet STILLA startade hösten 2020 och avslutas 31 maj 2023.", "sv")
        #expect(facts.dates.contains { $0.hasPrefix("start 2020") })
        #expect(facts.dates.contains("end 2023-05-31/2023-05-31"))
    }
}
