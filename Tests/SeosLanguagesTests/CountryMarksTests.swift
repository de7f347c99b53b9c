import Testing

@testable import SeosLanguages

@Suite struct CountryMarksTests {
    private func language(_ text: String) -> String? {
        var text = text
        return text.withUTF8 { CountryMarks.language(of: $0) }
    }

    @Test(arguments: [
        ("Kontakt: tel. +420 493 654 321", "cs"), ("tel. +421 41 555 01 10", "sk"), ("Tel.: +372 786 8000", "et"),
        ("+47 77 64 40 00", "nb"), ("IBAN DK50 0040 0440 1162 43", "da"), ("TRR: SI56 0110 0010 0009 9077", "sl"),
        ("Tel. +40 (257) 211 850", "ro"),
    ])
    func knowsTheCountry(_ text: String, _ expected: String) {
        #expect(language(text) == expected)
    }

    @Test(arguments: [
        "2 + 47 = 49", "+5 °C", "DK50", "SI56 A", "Belgium: +3", "+352 24 78 00 00", "tel. 786 8000", "", "+",
        "XX50 0040 0440 1162 43", "1+420493654321",
    ])
    func keepsSilentWithoutOne(_ text: String) {
        #expect(language(text) == nil)
    }
}
