import SeosExtract
import SeosModel
import Testing

/// Amounts and numbers of short texts, by what makes them hard.
@Suite struct MoneyAndNumberTests {
    struct Example: CustomStringConvertible, Sendable {
        var language: String
        var text: String
        /// "value currency" or "value", in text order.
        var wanted: [String]

        init(_ language: String, _ text: String, _ wanted: String...) {
            self.language = language
            self.text = text
            self.wanted = wanted
        }

        var description: String { "\(language): \(text)" }
    }

    private func found(_ example: Example, _ kind: Mention.Kind) -> [String] {
        var annotator = Annotator(resources: .embedded)
        return annotator.annotate(Array(example.text.utf8), language: example.language, kinds: [kind]).found.compactMap
        {
            switch $0.value {
            case .money(let money): return "\(money.amount) \(money.currency)"
            case .number(let n): return n.description
            default: return nil
            }
        }
    }

    static let currencies = [
        Example("en", "US$ 4.7 billion", "4700000000 USD"), Example("en", "C$ 300", "300 CAD"),
        Example("en", "A$190.00", "190 AUD"), Example("en", "nzd$15", "15 NZD"), Example("fr", "12 $CAD", "12 CAD"),
        Example("en", "42 Kuwaiti dinars", "42 KWD"), Example("nb", "10 kanadiske dollars", "10 CAD"),
        Example("nb", "10 svenske kr", "10 SEK"), Example("pl", "120 dolarów kanadyjskich", "120 CAD"),
        Example("en", "3 CNY", "3 CNY"), Example("en", "100₾", "100 GEL"),
        Example("en", "69 TL 41.90 TL", "69 TRY", "41.9 TRY"),
        Example("en", "$ 20,000.00 $ 37,305.97", "20000 USD", "37305.97 USD"),
        Example("en", "10K$", "10000 USD"), Example("en", "$10M", "10000000 USD"),
        Example("en", "They paid 75 USD million.", "75000000 USD"),
        Example("it", "Dalla Norvegia arrivano 4,2 milioni di corone.", "4200000 NOK"),
        Example("de", "Bern zahlt 780'000 Fr. dazu", "780000 CHF"),
    ]

    @Test(arguments: currencies) func readsTheMoneyOfTheWorld(example: Example) {
        #expect(found(example, .money) == example.wanted)
    }

    static let cents = [
        Example("en", "$20 and 43c", "20.43 USD"), Example("en", "It costs 15 dollars 50.", "15.5 USD"),
        Example("nb", "to kroner 23 øre", "2.23 NOK"), Example("en", "99 cents", "0.99 EUR"),
        Example("de", "12 Euro und 50 Cent", "12.5 EUR"), Example("und", "1250€60", "1250.6 EUR"),
        Example("en", "5 euros and 20 visitors", "5 EUR"), Example("pl", "200 gr cukru"),
    ]

    @Test(arguments: cents) func joinsCentsToTheirAmount(example: Example) {
        #expect(found(example, .money) == example.wanted)
    }

    static let shared = [
        Example(
            "de", "Die EU gibt 1.997.500, das Land 235.000 und die Stadt 117.500 Euro.", "1997500 EUR", "235000 EUR",
            "117500 EUR"),
        Example("en", "The EU pays €1.1 of the €1.9 million.", "1100000 EUR", "1900000 EUR"),
        Example("es", "Navarra pone 4,5 y Aquitania 2,5 millones de euros.", "4500000 EUR", "2500000 EUR"),
        Example("de", "Es kamen 40 Gäste, das Land gab 3 Mio. Euro.", "3000000 EUR"),
        Example("ro", "A cumpărat 72 de avioane, în valoare de 30 de milioane de lei.", "30000000 RON"),
    ]

    @Test(arguments: shared) func sharesCurrencyAndMagnitudeInLists(example: Example) {
        #expect(found(example, .money) == example.wanted)
    }

    static let elided = [
        Example(
            "cs", "Unie dá 1,92 milionu eur, dalších 0,8 milionu slíbilo ministerstvo kultury.", "1920000 EUR",
            "800000 EUR"),
        Example(
            "lv", "Eiropas Savienība segs 3,36 miljonus eiro, vides aizsardzības fonds vēl 1,4.", "3360000 EUR",
            "1400000 EUR"),
        Example(
            "it", "OTTONI può contare su 1.150.000 euro: 977.500 li mette l'Unione europea.", "1150000 EUR",
            "977500 EUR"),
        Example("nb", "Norge dekker 1 240 000 euro, og departementet resten, 186 000.", "1240000 EUR", "186000 EUR"),
        Example(
            "nb",
            "Rammen er på 1 240 000 euro. Giverlandene dekker 1 054 000 av dette, og departementet resten, 186 000.",
            "1240000 EUR", "1054000 EUR", "186000 EUR"),
        // Nobody gives or has these.
        Example("it", "Il museo spende 2.850 €. Nel 2019 i voli sono stati 1.402, dei quali 83 di notte.", "2850 EUR"),
        Example("pl", "Muzeum wydało 12,5 tysiąca złotych na tablice i 2,4 tys. ulotek.", "12500 PLN"),
        Example("de", "Das kostet 3,4 Millionen Euro und zieht 1,2 Millionen Besucher an.", "3400000 EUR"),
        Example("en", "The fund pays 2.1 million euros, and the river rose by 1.4 metres.", "2100000 EUR"),
        Example("it", "Il museo spende 2,1 milioni di euro; la versione 2,2 del catalogo è uscita.", "2100000 EUR"),
    ]

    @Test(arguments: elided) func takesWhatTheSentenceSaysOnce(example: Example) {
        #expect(found(example, .money) == example.wanted)
    }

    static let labels = [
        Example("de", "Kosten in T€: 412 (Personal), 96,5 (Reisen)", "412000 EUR", "96500 EUR"),
        Example("cs", "Částka v Kč: 1 250 000 (2. splátka)", "1250000 CZK"),
        Example("lt", "Metai | Suma, Eur\n2023 | 45 200\n2024 | 61 750", "45200 EUR", "61750 EUR"),
        Example("de", "Partner (in Euro)\nStadt Guben | 88.000 | 3 Jahre\nAnsprechpartner: Zimmer 214", "88000 EUR"),
        Example("fr", "Dollar : 143,80 yens", "143.8 JPY"),
        Example("en", "We count in euro: one page, 12 chapters"),
    ]

    @Test(arguments: labels) func takesTheCurrencyOfTheLabel(example: Example) {
        #expect(found(example, .money) == example.wanted)
    }

    static let numbers = [
        Example("en", "-1,200,000", "-1200000"), Example("fr", "moins 5,5", "-5.5"), Example("en", "12e-1", "1.2"),
        Example("en", "6.23x10^-4", "0.000623"), Example("en", "3/4", "0.75"), Example("en", "2 1/4", "2.25"),
        Example("en", ".77", "0.77"), Example("da", "-,0012G", "-1200000"), Example("en", "1200k", "1200000"),
        Example("en", "12,34,567.89", "1234567.89"), Example("en", "4 thousand 3 hundred and 21", "4321"),
        Example("en", "3 million and a half", "3500000"), Example("fr", "1 sur vingt et un", "0.0476190476190476"),
        Example("en", "2 dozens", "24"), Example("es", "al menos 5 personas", "5"),
        Example("en", "two hundred and twelve", "212"), Example("cs", "dvacet pět", "25"),
        Example("de", "zweihundertfünfzigtausend", "250000"), Example("it", "centoventuno", "121"),
        Example("en", "the 180ml bottle"), Example("en", "one of the partners"), Example("en", "H2020 and B2"),
    ]

    @Test(arguments: numbers) func readsPlainNumbers(example: Example) {
        let values = found(example, .number)
        #expect(values.map { String($0.prefix(14)) } == example.wanted.map { String($0.prefix(14)) })
    }

    static let hostile = [
        String(repeating: "9", count: 400), String(repeating: "1.", count: 2000), String(repeating: "2/", count: 2000),
        String(repeating: "million ", count: 500) + "euro", String(repeating: "(EUR) | ", count: 500) + "5",
        "1e999999", "9^999", "0/0", "5 EUR " + String(repeating: "and ", count: 300), "\u{202E}5\u{202C} €", "-", "€",
        ",5",
        String(repeating: "twenty-", count: 800), "999999999999999999 trillion trillion euro", "1 over zero",
    ]

    @Test(arguments: hostile) func survivesWhatNobodyWrites(text: String) {
        var annotator = Annotator(resources: .embedded)
        for language in ["en", "de", "und"] {
            let found = annotator.annotate(Array(text.utf8), language: language).found
            #expect(found.allSatisfy { $0.span.start < $0.span.end && $0.span.end <= text.utf8.count })
        }
    }

    static let notMoney = [
        Example("es", "tres de cada cuatro euros"), Example("en", "one out of five euros"),
        Example("en", "server 192.168.1.2"), Example("en", "aged 45"), Example("et", "58.3776° N, 26.7290° E"),
        Example("de", "2,8 Millionen Unternehmen"), Example("en", "won 3:2"), Example("pl", "2,8 mln mieszkańców"),
    ]

    @Test(arguments: notMoney) func sharesAddressesAndCountsAreNoMoney(example: Example) {
        #expect(found(example, .money) == example.wanted)
    }

    @Test func internetAddressesAreNoNumbers() {
        #expect(found(Example("en", "server 192.168.1.2"), .number) == [])
        #expect(found(Example("en", "exactly 1.234.567.890"), .number) == ["1234567890"])
    }

    static let habits = [
        Example("ro", "între 4,0795 și 4,094 lei", "4.0795 RON", "4.094 RON"),
        Example("ro", "costă 4,094 lei", "4094 RON"),
        Example("pl", "12,50 zł i 1,150 zł", "12.5 PLN", "1.15 PLN"),
        Example("pl", "12,50 zł i $1,150", "12.5 PLN", "1150 USD"),
        Example("pl", "2,5 mln zł i 12,500 zł", "2500000 PLN", "12500 PLN"),
    ]

    @Test(arguments: habits) func aBlockHasOneDecimalSign(example: Example) {
        #expect(found(example, .money) == example.wanted)
    }

    static let crowns = [
        Example("sv", "500 kr", "500 SEK"), Example("da", "500 kr", "500 DKK"), Example("nb", "500 kr", "500 NOK"),
        Example("nn", "500 kr", "500 NOK"), Example("is", "500 kr.", "500 ISK"), Example("et", "500 kr", "500 EEK"),
        Example("en", "500 kr", "500 kr"), Example("cs", "500 kr", "500 kr"), Example("es", "2 MPLN", "2000000 PLN"),
        Example("en", "1.2 MUSD", "1200000 USD"), Example("de", "5 MALL"),
    ]

    @Test(arguments: crowns) func crownsAreThoseOfTheCountry(example: Example) {
        #expect(found(example, .money) == example.wanted)
    }
}
