/// How well values are read in a language, as measured on the lines of `corpus/cases`.
///
/// The figures are made by `Scripts/measure-languages`, and a test fails when they are not what it measures.
public struct LanguageScores: Sendable, Hashable {
    /// F1 of amounts of money and of dates and periods, 0 to 1, rounded to two decimals.
    public var money: Double
    public var dates: Double

    /// By BCP 47 tag; a language that shares the pack of another (nn) shares its figures.
    public static func of(_ tag: String) -> LanguageScores? { embedded[Languages.packTag(tag)] }

    private static let embedded: [String: LanguageScores] = {
        var scores: [String: LanguageScores] = [:]
        _ = DataFiles.embedded.withBytes("Model/scores.tsv") { bytes in
            TSV.forEachRow(bytes) { row in
                guard row.count >= 3, let money = Double(row.string(1)), let dates = Double(row.string(2)) else {
                    return
                }
                scores[row.string(0)] = LanguageScores(money: money, dates: dates)
            }
        }
        return scores
    }()
}
