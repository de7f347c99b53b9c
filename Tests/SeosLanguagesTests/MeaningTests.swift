import SeosLanguages
import Testing

@Suite struct MeaningTests {
    /// The kinds of labels are spelled out in the code; the names of their rows say the same.
    @Test(arguments: Meaning.allCases)
    func labelsAreTheRowsOfTheFileOfLabels(_ meaning: Meaning) {
        #expect(meaning.isLabel == meaning.rawValue.hasPrefix("labels."))
        #expect(meaning.isAmountLabel == meaning.rawValue.hasPrefix("labels.amount."))
        #expect(meaning.isPartnerLabel == meaning.rawValue.hasPrefix("labels.partner."))
    }
}
