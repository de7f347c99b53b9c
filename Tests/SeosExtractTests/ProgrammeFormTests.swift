import SeosExtract
import SeosModel
import Testing

/// The forms in which a page names one programme.
@Suite struct ProgrammeFormTests {
    @Test func theWordAloneMeansTheOnlyStrandOfThePage() {
        let facts = Analysis.facts(
            "<html lang=\"en\"><body><h1>REEDBRIDGE</h1><p>Project acronym: REEDBRIDGE</p><p>The project REEDBRIDGE is funded"
                + " by the Interreg programme.</p><h2>News</h2><p>Interreg Aurora opens its next call in May.</p></body></html>",
            "en")
        #expect(facts.names(.programme).contains { $0.contains("Aurora") })
    }

    @Test func ofTwoStrandsItMeansNone() {
        let facts = Analysis.facts(
            "<html lang=\"en\"><body><h1>REEDBRIDGE</h1><p>Project acronym: REEDBRIDGE</p><p>The project REEDBRIDGE is funded"
                + " by the Interreg programme.</p><h2>News</h2><p>Interreg Aurora opens its next call in May, Interreg Baltic"
                + " Sea Region in June.</p></body></html>", "en")
        #expect(!facts.names(.programme).contains { $0.contains("Aurora") })
    }
}
