import SeosExtract
import SeosModel
import Testing

/// Lists of days and months, a duration before its start, and counted things, in every language.
@Suite struct DateListLanguageTests {
    struct Texts: Sendable, CustomTestStringConvertible {
        var language: String
        /// 5, 7 and 9 May 2024.
        var days: String
        /// 36 months from March 2021.
        var duration: String
        /// January, March and May 2024.
        var months: String
        /// Numbers that count something, and 2024.
        var counts: String
        var testDescription: String { language }

        init(_ language: String, days: String, duration: String, months: String, counts: String) {
            self.language = language
            self.days = days
            self.duration = duration
            self.months = months
            self.counts = counts
        }
    }

    static let texts = [
        Texts(
            "bg", days: "на 5, 7 и 9 май 2024 г.", duration: "36 месеца от март 2021 г.",
            months: "януари, март и май 2024 г.", counts: "5, 7 и 9 участници през 2024 г."),
        Texts(
            "cs", days: "5., 7. a 9. května 2024", duration: "36 měsíců od března 2021",
            months: "v lednu, březnu a květnu 2024", counts: "5, 7 a 9 účastníků v roce 2024"),
        Texts(
            "da", days: "den 5., 7. og 9. maj 2024", duration: "36 måneder fra marts 2021",
            months: "i januar, marts og maj 2024", counts: "5, 7 og 9 deltagere i 2024"),
        Texts(
            "de", days: "am 5., 7. und 9. Mai 2024", duration: "36 Monate ab März 2021",
            months: "im Januar, März und Mai 2024", counts: "5, 7 und 9 Teilnehmende im Jahr 2024"),
        Texts(
            "el", days: "στις 5, 7 και 9 Μαΐου 2024", duration: "36 μήνες από τον Μάρτιο του 2021",
            months: "τον Ιανουάριο, τον Μάρτιο και τον Μάιο του 2024", counts: "5, 7 και 9 συμμετέχοντες το 2024"),
        Texts(
            "en", days: "on 5, 7 and 9 May 2024", duration: "36 months from March 2021",
            months: "in January, March and May 2024", counts: "5, 7 and 9 participants in 2024"),
        Texts(
            "es", days: "los días 5, 7 y 9 de mayo de 2024", duration: "36 meses desde marzo de 2021",
            months: "en enero, marzo y mayo de 2024", counts: "5, 7 y 9 participantes en 2024"),
        Texts(
            "et", days: "5., 7. ja 9. mail 2024", duration: "36 kuud alates märtsist 2021",
            months: "2024. aasta jaanuaris, märtsis ja mais", counts: "5, 7 ja 9 osalejat 2024. aastal"),
        Texts(
            "fi", days: "5., 7. ja 9. toukokuuta 2024", duration: "36 kuukautta maaliskuusta 2021 alkaen",
            months: "tammikuussa, maaliskuussa ja toukokuussa 2024", counts: "5, 7 ja 9 osallistujaa vuonna 2024"),
        Texts(
            "fr", days: "les 5, 7 et 9 mai 2024", duration: "36 mois à partir de mars 2021",
            months: "en janvier, mars et mai 2024", counts: "5, 7 et 9 participants en 2024"),
        Texts(
            "ga", days: "an 5, 7 agus 9 Bealtaine 2024", duration: "36 mí ó Mhárta 2021",
            months: "i mí Eanáir, Márta agus Bealtaine 2024", counts: "5, 7 agus 9 rannpháirtí in 2024"),
        Texts(
            "hr", days: "5., 7. i 9. svibnja 2024.", duration: "36 mjeseci od ožujka 2021.",
            months: "u siječnju, ožujku i svibnju 2024.", counts: "5, 7 i 9 sudionika u 2024. godini"),
        Texts(
            "hu", days: "2024. május 5., 7. és 9.", duration: "36 hónap 2021 márciusától",
            months: "2024 januárjában, márciusában és májusában", counts: "5, 7 és 9 résztvevő 2024-ben"),
        Texts(
            "is", days: "5., 7. og 9. maí 2024", duration: "36 mánuðir frá mars 2021",
            months: "í janúar, mars og maí 2024", counts: "5, 7 og 9 þátttakendur árið 2024"),
        Texts(
            "it", days: "il 5, 7 e 9 maggio 2024", duration: "36 mesi da marzo 2021",
            months: "a gennaio, marzo e maggio 2024", counts: "5, 7 e 9 partecipanti nel 2024"),
        Texts(
            "lt", days: "2024 m. gegužės 5, 7 ir 9 d.", duration: "36 mėnesiai nuo 2021 m. kovo",
            months: "2024 m. sausį, kovą ir gegužę", counts: "5, 7 ir 9 dalyviai 2024 m."),
        Texts(
            "lv", days: "2024. gada 5., 7. un 9. maijā", duration: "36 mēneši no 2021. gada marta",
            months: "2024. gada janvārī, martā un maijā", counts: "5, 7 un 9 dalībnieki 2024. gadā"),
        Texts(
            "mt", days: "fil-5, 7 u 9 ta' Mejju 2024", duration: "36 xahar minn Marzu 2021",
            months: "f'Jannar, Marzu u Mejju 2024", counts: "5, 7 u 9 parteċipanti fl-2024"),
        Texts(
            "nb", days: "5., 7. og 9. mai 2024", duration: "36 måneder fra mars 2021",
            months: "i januar, mars og mai 2024", counts: "5, 7 og 9 deltakere i 2024"),
        Texts(
            "nl", days: "op 5, 7 en 9 mei 2024", duration: "36 maanden vanaf maart 2021",
            months: "in januari, maart en mei 2024", counts: "5, 7 en 9 deelnemers in 2024"),
        Texts(
            "pl", days: "5, 7 i 9 maja 2024 r.", duration: "36 miesięcy od marca 2021 r.",
            months: "w styczniu, marcu i maju 2024 r.", counts: "5, 7 i 9 uczestników w 2024 r."),
        Texts(
            "pt", days: "nos dias 5, 7 e 9 de maio de 2024", duration: "36 meses a partir de março de 2021",
            months: "em janeiro, março e maio de 2024", counts: "5, 7 e 9 participantes em 2024"),
        Texts(
            "ro", days: "în 5, 7 și 9 mai 2024", duration: "36 de luni din martie 2021",
            months: "în ianuarie, martie și mai 2024", counts: "5, 7 și 9 participanți în 2024"),
        Texts(
            "sk", days: "5., 7. a 9. mája 2024", duration: "36 mesiacov od marca 2021",
            months: "v januári, marci a máji 2024", counts: "5, 7 a 9 účastníkov v roku 2024"),
        Texts(
            "sl", days: "5., 7. in 9. maja 2024", duration: "36 mesecev od marca 2021",
            months: "v januarju, marcu in maju 2024", counts: "5, 7 in 9 udeležencev leta 2024"),
        Texts(
            "sv", days: "den 5, 7 och 9 maj 2024", duration: "36 månader från mars 2021",
            months: "i januari, mars och maj 2024", counts: "5, 7 och 9 deltagare 2024"),
        Texts(
            "uk", days: "5, 7 і 9 травня 2024 року", duration: "36 місяців від березня 2021 року",
            months: "у січні, березні та травні 2024 року", counts: "5, 7 і 9 учасників у 2024 році"),
    ]

    private func dates(_ text: String, _ language: String) -> [String] {
        var annotator = Annotator(resources: .embedded)
        return annotator.annotate(Array(text.utf8), language: language, kinds: [.date]).found.compactMap { mention in
            guard case .date(let date) = mention.value else { return nil }
            return "\(date.firstDay ?? "..")/\(date.lastDay ?? "..")"
        }
    }

    @Test func allLanguagesAreHere() { #expect(Set(Self.texts.map(\.language)).count == 27) }

    @Test(arguments: texts) func listsAndDurations(texts: Texts) {
        let wanted = ["2024-05-05", "2024-05-07", "2024-05-09"].map { "\($0)/\($0)" }
        #expect(dates(texts.days, texts.language) == wanted)
        #expect(
            dates(texts.months, texts.language)
                == ["2024-01-01/2024-01-31", "2024-03-01/2024-03-31", "2024-05-01/2024-05-31"])
        #expect(dates(texts.duration, texts.language) == ["2021-03-01/2024-02-29"])
    }

    @Test(arguments: texts) func countsAreNoDays(texts: Texts) {
        #expect(dates(texts.counts, texts.language) == ["2024-01-01/2024-12-31"])
    }
}
