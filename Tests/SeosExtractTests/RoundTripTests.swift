import SeosExtract
import SeosLanguages
import SeosModel
import Testing

/// What ICU writes, Seos reads: dates in four styles and periods of days and months, in every language.
@Suite struct RoundTripTests {
    @Test(arguments: Languages.supported)
    func datesAndPeriodsAreReadBack(tag: String) {
        var annotator = Annotator(resources: .embedded)
        let samples = LocaleSamples.dates(in: tag)
        #expect(samples.count >= 50)
        var wrong: [String] = []
        for sample in samples {
            let found = annotator.annotate(Array(sample.text.utf8), language: tag, kinds: [.date]).found
            let read = found.compactMap { mention -> String? in
                guard case .date(let date) = mention.value else { return nil }
                return "\(date.firstDay ?? "..")/\(date.lastDay ?? "..")"
            }
            if read != ["\(sample.firstDay)/\(sample.lastDay)"] {
                wrong.append("'\(sample.text)' is \(sample.firstDay)/\(sample.lastDay), read \(read)")
            }
        }
        #expect(wrong == [])
    }

    @Test func unknownLocalesHaveTheRootForms() {
        // ICU falls back to its root; what matters is that nothing breaks.
        #expect(!LocaleSamples.dates(in: "xx").contains { $0.text.isEmpty })
    }
}
