import SeosExtract
import SeosModel
import Testing

/// Input that tries to hurt: nothing may crash, be invented, or take more than linear time.
@Suite struct HostileDateTests {
    private func found(_ text: String) -> [Mention] {
        var annotator = Annotator(resources: .embedded)
        return annotator.annotate(Array(text.utf8), language: "de", kinds: [.date, .money, .number]).found
    }

    private func dates(_ text: String) -> [String] {
        found(text).filter { $0.kind == .date }.map(\.quote)
    }

    @Test(arguments: [
        String(repeating: "7", count: 400), "0.0.0", "00.00.0000", "99.99.9999", "1.", ".1", "1..2..2023", "-2023-",
        "''20",
        "31.02.2023", "12/13/14", "1/1/1/1/2", "von", "bis bis bis", "1. bis", "Q", "Q9 2023x",
        "\u{0}2\u{0}1", "2\u{301}0\u{301}2\u{301}3\u{301}",
    ])
    func nothingIsInvented(text: String) {
        #expect(dates(text).allSatisfy { $0 == "2023" })
    }

    @Test func rightToLeftMarksBetweenDigitsAreHarmless() {
        _ = found("21\u{200F}.06\u{200F}.2023")
        _ = found("\u{202E}3202.60.12\u{202C}")
    }

    /// What tries many readings at each sign would not come to an end in this time.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: ["1.", "1-", "01/", "2021-", "1 2 ", "von 1 bis ", "1. und ", "15.04., ", "Mai, ", "3. Quartal "])
    func longRunsAreReadOnce(unit: String) {
        let text = Array(String(repeating: unit, count: 20_000 / unit.utf8.count).utf8)
        var annotator = Annotator(resources: .embedded)
        var end = 0
        for date in annotator.annotate(text, language: "de", kinds: [.date]).found {
            #expect(date.span.start >= end && date.span.end <= text.count)
            end = date.span.end
        }
    }
}
