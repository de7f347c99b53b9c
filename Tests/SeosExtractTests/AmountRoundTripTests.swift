import SeosExtract
import SeosLanguages
import SeosModel
import Testing

/// What ICU writes, Seos reads: amounts of 22 currencies by sign, code and name, whole, with cents and in short forms;
/// numbers, percentages, and numbers in words.
@Suite struct AmountRoundTripTests {
    private func read(_ sample: LocaleSamples.Amount, _ annotator: inout Annotator, _ tag: String) -> [String] {
        let kinds: Set<Mention.Kind> =
            sample.kind == "money" ? [.money] : sample.kind == "percent" ? [.percent] : [.number, .money]
        return annotator.annotate(Array(sample.text.utf8), language: tag, kinds: kinds).found.map {
            switch $0.value {
            case .money(let money): return "\(money.amount.double) \(money.currency)"
            case .number(let n), .percent(let n): return "\(n.double)"
            default: return "no amount"
            }
        }
    }

    private func wanted(_ sample: LocaleSamples.Amount) -> String {
        "\(Double(sample.value) ?? .nan)" + (sample.currency.map { " \($0)" } ?? "")
    }

    /// What cannot be read from the text alone, and why.
    private func isException(_ sample: LocaleSamples.Amount, _ tag: String) -> Bool {
        // ICU writes the crowns of all countries as "kr" in Scandinavian languages: here they are those at home.
        if let currency = sample.currency, ["SEK", "NOK", "DKK", "ISK", "EEK"].contains(currency),
            sample.text.split(whereSeparator: { $0.isWhitespace }).contains(where: { $0 == "kr" || $0 == "kr." })
        {
            return currency != Languages.embedded.language(tag).crown
        }
        // "12,34 F": one letter for money that is gone stands for too much else.
        if sample.currency == "FRF" { return sample.text.hasSuffix("F") }
        // "5 t." is five tonnes and "5 m." five metres more often than five thousand or million.
        let letter = ["fi": "t.", "da": "t", "is": "m."][tag]
        return sample.kind == "number" && letter.map { sample.text.hasSuffix("\u{A0}" + $0) } == true
    }

    @Test(arguments: Languages.supported) func amountsAreReadBack(tag: String) {
        var annotator = Annotator(resources: .embedded)
        let samples = LocaleSamples.amounts(in: tag)
        #expect(samples.count >= 700)
        var wrong: [String] = []
        for sample in samples where !isException(sample, tag) {
            let found = read(sample, &annotator, tag)
            if found != [wanted(sample)] { wrong.append("'\(sample.text)' is \(wanted(sample)), read \(found)") }
        }
        #expect(wrong == [])
    }

    @Test(arguments: Languages.supported) func numbersInWordsAreReadBack(tag: String) {
        var annotator = Annotator(resources: .embedded)
        let samples = LocaleSamples.spelledOut(in: tag)
        #expect(samples.count >= 100)
        var wrong: [String] = []
        for sample in samples {
            let found = read(sample, &annotator, tag)
            if found != [wanted(sample)] { wrong.append("'\(sample.text)' is \(wanted(sample)), read \(found)") }
        }
        #expect(wrong == [])
    }
}
