import SeosText
import Testing

/// Single quotation marks that stand around names.
@Suite struct QuotationTests {
    /// The text with what is read as a double quotation mark written as one.
    private func read(_ text: String) -> String {
        var tokens = TokenBuffer(text: Array(text.utf8))
        tokens.pairQuotationMarks()
        return tokens.indices.map { i in
            (tokens[i].gluedBefore || i == 0 ? "" : " ")
                + (tokens.ascii(i) == UInt8(ascii: "\"") ? "\"" : tokens.string(i))
        }.joined()
    }

    @Test(arguments: [
        ("the 'Dry Feet' project", "the \"Dry Feet\" project"),
        ("het project ‘Droge voeten’.", "het project \"Droge voeten\"."),
        ("Vorhaben ‚Trockene Füße‘ wird", "Vorhaben \"Trockene Füße\" wird"),
        ("il-proġett 'Dawl ta' Malta' jibda", "il-proġett \"Dawl ta' Malta\" jibda"),
        ("('Light') and 'Shade'", "(\"Light\") and \"Shade\""),
    ])
    func pairsAroundNamesAreQuotationMarks(text: String, wanted: String) { #expect(read(text) == wanted) }

    @Test(arguments: [
        "Cork's farmers' union and Ireland's councils", "l'Europe et d'autres", "ta' Malta u ta' Għawdex",
        "'s Avonds in 's-Hertogenbosch",
        "the 'small' word", "in '90 and '91", "rock 'n' roll at O'Brien's",
    ])
    func apostrophesAreNone(text: String) { #expect(read(text) == text) }
}
