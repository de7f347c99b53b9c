import Foundation
import SeosExtract
import SeosLanguages
import SeosModel
import SeosTestSupport
import Testing

/// Amounts and dates of 1830 lines in 27 languages against floors that only rise.
///
/// `corpus/cases/floors.json` holds F1 minus 0.02 for each language and kind. `SEOS_UPDATE_FLOORS=1` writes it anew,
/// and never lower than it was, and the figures that `seos languages` prints.
@Suite struct ValueFloorTests {
    private static let path = Folders.cases + "/floors.json"
    static let languages = Folders.entries(of: Folders.cases).filter {
        Folders.bytes("\(Folders.cases)/\($0)/lines.jsonl") != nil
    }
    /// What is measured, rounded, for `seos languages`.
    private static let scores = Folders.root + "/Sources/SeosLanguages/Model/scores.tsv"
    private static let isUpdating = ProcessInfo.processInfo.environment["SEOS_UPDATE_FLOORS"] == "1"

    private static func floors() -> [String: [String: Double]] {
        guard let bytes = Folders.bytes(path), let json = try? JSONSerialization.jsonObject(with: Data(bytes)) else {
            return [:]
        }
        return json as? [String: [String: Double]] ?? [:]
    }

    private static func score(_ language: String) throws -> (money: ValueScore, dates: ValueScore) {
        let text = try #require(Folders.text("\(Folders.cases)/\(language)/lines.jsonl"))
        var annotator = Annotator(resources: .embedded)
        var money = ValueScore()
        var dates = ValueScore()
        for line in try #require(Line.read(text)) where !line.isWordsOnly {
            let found = annotator.annotate(line.text.utf8, language: language, kinds: [.money, .date]).found
            #expect(ExtractionChecks.quotes(found, in: line.text) == [])
            money.add(line, found, money: true)
            dates.add(line, found, money: false)
        }
        return (money, dates)
    }

    @Test func allLanguagesHaveLines() { #expect(Self.languages.count == 27) }

    @Test(.enabled(if: !isUpdating), arguments: languages)
    func valuesStayAboveTheFloor(language: String) throws {
        let (money, dates) = try Self.score(language)
        let floor = try #require(Self.floors()[language], "no floor for \(language): run with SEOS_UPDATE_FLOORS=1")
        let least = (money: try #require(floor["money"]), dates: try #require(floor["date"]))
        #expect(money.f1 >= least.money, "money F1 \(money.f1): \(money.errors.joined(separator: "\n"))")
        #expect(dates.f1 >= least.dates, "date F1 \(dates.f1): \(dates.errors.joined(separator: "\n"))")
        // A figure that is printed is the one measured here: run Scripts/measure-languages when it is not.
        let printed = try #require(LanguageScores.of(language))
        #expect(printed.money == Self.rounded(money) && printed.dates == Self.rounded(dates))
        if ProcessInfo.processInfo.environment["SEOS_SHOW_SCORES"] == "1" {
            print("F1", language, "money", money.f1, "date", dates.f1)
            for error in money.errors + dates.errors { print("F1 error", error) }
        }
    }

    private static func rounded(_ score: ValueScore) -> Double { (score.f1 * 100).rounded() / 100 }

    @Test(.enabled(if: isUpdating)) func floorsAreWrittenAnew() throws {
        let before = Self.floors()
        var rows: [String] = []
        var table = "# F1 of money and of dates on corpus/cases, by language; made by Scripts/measure-languages\n"
        for language in Self.languages {
            let (money, dates) = try Self.score(language)
            table += "\(language)\t" + String(format: "%.2f\t%.2f\n", Self.rounded(money), Self.rounded(dates))
            let floor = { (score: ValueScore, kind: String) in
                String(
                    format: "%.2f", max(before[language]?[kind] ?? 0, ((score.f1 - 0.02) * 100).rounded(.down) / 100))
            }
            rows.append("  \"\(language)\": {\"money\": \(floor(money, "money")), \"date\": \(floor(dates, "date"))}")
        }
        try Data(table.utf8).write(to: URL(fileURLWithPath: Self.scores))
        try Data(("{\n" + rows.joined(separator: ",\n") + "\n}\n").utf8).write(to: URL(fileURLWithPath: Self.path))
    }
}
