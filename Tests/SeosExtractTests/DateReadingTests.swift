import SeosExtract
import SeosModel
import Testing

/// Dates and periods in short texts: the classes of expressions, and what only looks like one.
@Suite struct DateReadingTests {
    struct Reading: Sendable, CustomTestStringConvertible {
        var language: String
        var text: String
        /// First and last day of each date, in text order.
        var dates: [String]
        var testDescription: String { "\(language): \(text)" }

        init(_ language: String, _ text: String, _ dates: String...) {
            self.language = language
            self.text = text
            self.dates = dates
        }
    }

    private func dates(_ reading: Reading) -> [String] {
        var annotator = Annotator(resources: .embedded)
        return annotator.annotate(Array(reading.text.utf8), language: reading.language, kinds: [.date]).found
            .compactMap { mention in
                guard case .date(let date) = mention.value else { return nil }
                return "\(date.firstDay ?? "..")/\(date.lastDay ?? "..")"
            }
    }

    @Test(arguments: [
        Reading("de", "im 3. Quartal 2025", "2025-07-01/2025-09-30"),
        Reading("pl", "w III kwartale 2025 r.", "2025-07-01/2025-09-30"),
        Reading("en", "Q3 2025 and H1 2026", "2025-07-01/2025-09-30", "2026-01-01/2026-06-30"),
        Reading("ro", "trimestrul II al anului 2025", "2025-04-01/2025-06-30"),
        Reading("lv", "2025. gada otrajā pusgadā", "2025-07-01/2025-12-31"),
        Reading("et", "2026. aasta esimesel poolel", "2026-01-01/2026-06-30"),
        Reading("bg", "през второто тримесечие на 2022 г.", "2022-04-01/2022-06-30"),
        Reading("fi", "keväällä 2024", "2024-03-01/2024-05-31"),
        Reading("de", "im Winter 2023/24", "2023-12-01/2024-02-29"),
        Reading("en", "in the 1990s", "1990-01-01/1999-12-31"),
        Reading("hr", "školska godina 2022./2023.", "2022-01-01/2023-12-31"),
    ])
    func readsPartsOfYears(reading: Reading) { #expect(dates(reading) == reading.dates) }

    @Test(arguments: [
        Reading("pl", "Termin realizacji: I 2024 – XII 2026", "2024-01-01/2026-12-31"),
        Reading("pl", "od III.2024 do VI.2026", "2024-03-01/2026-06-30"),
        Reading("cs", "Doba realizace: IX/2023 – VIII/2025", "2023-09-01/2025-08-31"),
        Reading("hu", "2024. I. – 2026. XII.", "2024-01-01/2026-12-31"),
        Reading("ro", "Perioada: IX.2023 – VIII.2025", "2023-09-01/2025-08-31"),
        // Quarters, a ruler and a volume.
        Reading("de", "Laufzeit: I/2021 – IV/2023"),
        Reading("en", "World War II 1945", "1945-01-01/1945-12-31"),
    ])
    func readsRomanMonthsWhereBothEndsHaveThem(reading: Reading) { #expect(dates(reading) == reading.dates) }

    @Test(arguments: [
        Reading("de", "36 Monate (ab 1. März 2021)", "2021-03-01/2024-02-29"),
        Reading("en", "36 months (from 1 March 2021)", "2021-03-01/2024-02-29"),
        Reading("pl", "36 miesięcy (od 1 marca 2021 r.)", "2021-03-01/2024-02-29"),
        Reading("hu", "36 hónap (2021. március 1-től)", "2021-03-01/2024-02-29"),
        Reading("en", "36 months (1 March 2021)", "2021-03-01/2021-03-01"),
    ])
    func readsALengthWithItsStartInBrackets(reading: Reading) { #expect(dates(reading) == reading.dates) }

    @Test(arguments: [
        Reading("da", "1/5-2023-30/4-2026", "2023-05-01/2026-04-30"),
        Reading("de", "(04–09/2020)", "2020-04-01/2020-09-30"),
        Reading("lt", "Trukmė: 2024.03–2027.02", "2024-03-01/2027-02-28"),
        Reading("hu", "2022. február 14. és március 31. között", "2022-02-14/2022-03-31"),
        Reading("hu", "2022 márciusától 2023 szeptemberéig", "2022-03-01/2023-09-30"),
        Reading("hu", "2023. október 18–19-én", "2023-10-18/2023-10-19"),
        Reading("lv", "2024. gada 13.–15. maijā", "2024-05-13/2024-05-15"),
        Reading("lv", "no 2024. gada 8. aprīļa līdz 12. jūlijam", "2024-04-08/2024-07-12"),
        Reading("lt", "nuo 2025 m. vasario iki birželio", "2025-02-01/2025-06-30"),
        Reading("mt", "Bejn id-9 u t-13 ta' Settembru 2024", "2024-09-09/2024-09-13"),
        Reading("hr", "od ožujka 2021. do veljače 2024. godine", "2021-03-01/2024-02-29"),
        Reading("de", "zwischen dem 4. und dem 22. Januar 2021", "2021-01-04/2021-01-22"),
        Reading("de", "Dezember – Februar 2024", "2023-12-01/2024-02-29"),
        Reading("en", "12 and 13 February 2021", "2021-02-12/2021-02-13"),
        Reading("bg", "през 2018 и 2019 г.", "2018-01-01/2019-12-31"),
        Reading("nl", "in 2014-'20", "2014-01-01/2020-12-31"),
        Reading("en", "from March 2021, 36 months", "2021-03-01/2024-02-29"),
        Reading(
            "es", "desde las 10:00 horas del 15/01/2025 hasta las 14:00 horas del 14/03/2025", "2025-01-15/2025-03-14"),
    ])
    func readsAPeriodAsOneValue(reading: Reading) { #expect(dates(reading) == reading.dates) }

    @Test(arguments: [
        Reading(
            "et", "15.04., 15.07. ja 15.10.2025", "2025-04-15/2025-04-15", "2025-07-15/2025-07-15",
            "2025-10-15/2025-10-15"),
        Reading("lv", "2025. gada 15. aprīlī, 15. jūlijā", "2025-04-15/2025-04-15", "2025-07-15/2025-07-15"),
        Reading(
            "da", "15/4, 15/7 og 15/10 2025", "2025-04-15/2025-04-15", "2025-07-15/2025-07-15", "2025-10-15/2025-10-15"),
    ])
    func aListSharesItsYear(reading: Reading) { #expect(dates(reading) == reading.dates) }

    @Test(arguments: [
        Reading("en", "the 30th of June 2021", "2021-06-30/2021-06-30"),
        Reading("en", "twenty-second of June 2017", "2017-06-22/2017-06-22"),
        Reading("en", "last Sunday of March 2014", "2014-03-30/2014-03-30"),
        Reading("en", "the third month of 2021", "2021-03-01/2021-03-31"),
        Reading("bg", "12.IV.1987 г.", "1987-04-12/1987-04-12"),
        Reading("es", "23/sep/2020", "2020-09-23/2020-09-23"),
        Reading("de", "Okt'23", "2023-10-01/2023-10-31"),
        Reading("de", "am 29. Oktober 1618", "1618-10-29/1618-10-29"),
        Reading("de", "Der Träger wurde 1863 gegründet.", "1863-01-01/1863-12-31"),
        Reading("cs", "z roku 1720", "1720-01-01/1720-12-31"),
        Reading("uk", "відкрито в 2011-му", "2011-01-01/2011-12-31"),
        Reading("el", "2-8-2023", "2023-08-02/2023-08-02"),
        Reading("sl", "z dne 7. 5. 19", "2019-05-07/2019-05-07"),
        Reading("ro", "nr. 87/18.11.2021", "2021-11-18/2021-11-18"),
        Reading("en", "2018-7-6", "2018-07-06/2018-07-06"),
    ])
    func readsOneDay(reading: Reading) { #expect(dates(reading) == reading.dates) }

    @Test(arguments: [
        Reading("de", "31.02.2023, 31. 4. 2021, 30. Februar 2022 und 00.00.0000"),
        Reading("en", "12/13/14, 30 Feb 2019"),
        Reading("en", "Year 99999, 12021, room 2021, Directive 2014/24/EU, No 1303/2013, version 2.0.2023"),
        Reading("en", "ISBN 978-2021-1999-0, 192.168.20.21, 2021 km, COVID-2019, A/2021/12, ISO 9001:2015"),
        Reading("pl", "Rachunek: PL61 1090 1014 0000 0712 1981 2874"),
        Reading("pl", "numer PLSK.01.01.00-12-0045/17-00, umowa 34/DIR/2018"),
        Reading("pl", "muszą zakończyć się do tego czasu"),
        Reading("et", "Koolitusel käis 2023 osalejat, kellest 1987 said tunnistuse."),
        Reading("da", "Messen havde 2022 gæster, og 1995 af dem udfyldte skemaet."),
        Reading("es", "Ley 9/2017, zona 2030, la ficha 2019"),
        Reading("pt", "abriu a porta"),
        Reading("sv", "Sista dag var 14"),
        Reading("el", "του δικτύου Natura 2000"),
        Reading("hu", "Kivitelező: az M-Út 2005 Kft."),
        Reading("et", "Projekti number 2021-2027.6.02.23-0107"),
        Reading("de", "davon 2000 im Tal"),
        Reading("uk", "його завантажили 2024 рази"),
        Reading("de", "gestern und nächstes Jahr"),
    ])
    func noDateIsInvented(reading: Reading) { #expect(dates(reading) == []) }

    @Test func englishSlashesFollowTheTextsOwnEvidence() {
        #expect(dates(Reading("en", "01/02/2023")) == ["2023-02-01/2023-02-01"])
        #expect(
            dates(Reading("en", "01/02/2023 and 03/25/2023")) == ["2023-01-02/2023-01-02", "2023-03-25/2023-03-25"])
    }
}
