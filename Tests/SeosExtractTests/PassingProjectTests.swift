import SeosModel
import Testing

/// Projects that a page tells of beside its own: by a programme behind the comma, as an offshoot, and who ran them alone.
@Suite struct PassingProjectTests {
    private func extraction(_ text: String, _ language: String) -> Extraction {
        Analysis.facts(text, language).extraction
    }

    private func names(_ text: String, _ language: String) -> [String] {
        extraction(text, language).entities.filter { $0.kind == .project }.map(\.name)
    }

    /// The leads of each project, by its name.
    private func leads(_ text: String, _ language: String) -> [String: [String]] {
        let found = extraction(text, language)
        var leads: [String: [String]] = [:]
        for claim in found.claims where claim.property == .partner && claim.role == .lead {
            guard let object = claim.object else { continue }
            leads[found.entities[claim.subject].name, default: []].append(found.entities[object].name)
        }
        return leads
    }

    @Test func whoRanAnotherProjectAloneLedIt() {
        let latvian = """
            Projekts: Dzīvie žogi
            Vadošais partneris: Latvijas Universitāte
            Kopējais budžets: 900 000 EUR
            Periods: 01.01.2023 – 31.12.2025

            Žogi aug lēni, un bērni katru nedēļu nāk kopā ar skolotājiem tos apskatīt. Žogi aug lēni, un bērni katru nedēļu nāk
            kopā ar skolotājiem tos apskatīt. Žogi aug lēni, un bērni katru nedēļu nāk kopā ar skolotājiem tos apskatīt. Žogi
            aug lēni, un bērni katru nedēļu nāk kopā ar skolotājiem tos apskatīt.

            Projektu „Žogu ceļi” no 2016. gada 1. marta līdz 2018. gada 30. novembrim ar Vides aizsardzības fonda atbalstu
            īstenoja Salacgrīvas ostas pārvalde viena pati; tā izmaksas bija 41 200 eiro.
            """
        #expect(leads(latvian, "lv")["Žogu ceļi"] == ["Salacgrīvas ostas pārvalde"])
        #expect(leads(latvian, "lv")["Dzīvie žogi"] == ["Latvijas Universitāte"])
        let ukrainian = """
            Проєкт: Живі огорожі
            Провідний партнер: Закарпатська обласна рада
            Загальний бюджет: 900 000 євро
            Строк: 01.01.2023 – 31.12.2025

            Огорожі ростуть повільно, і діти щотижня приходять разом зі своїми вчителями. Огорожі ростуть повільно, і діти
            щотижня приходять разом зі своїми вчителями. Огорожі ростуть повільно, і діти щотижня приходять разом із ними.
            Огорожі ростуть повільно, і діти щотижня приходять разом зі своїми вчителями та батьками.

            Попередній проєкт «Шляхи огорож» у 2016–2018 роках самостійно виконала Ужгородська міська рада за 120 000 євро.
            """
        #expect(leads(ukrainian, "uk")["Шляхи огорож"] == ["Ужгородська міська рада"])
    }

    @Test func theVerbBehindAQuotedNameTellsWhoLeadsIt() {
        let text = """
            Projekt: Lebende Hecken
            Leadpartner: Stadt Kehl
            Gesamtkosten: 900.000 Euro

            Ein zweites Vorhaben, „Grüne Dächer“, leitet die Universität Straßburg; es kostet bis März 2026 400.000 Euro.
            """
        #expect(leads(text, "de")["Grüne Dächer"] == ["Universität Straßburg"])
    }

    @Test func wordsBeforeACommaAndAProgrammeNameTheProjectThatFollows() {
        let text = """
            Projekt: Les v triede
            Koordinátor: Technická univerzita vo Zvolene
            Celkové náklady: 281 250 EUR

            Na karty nadviaže Záhrada hraničných hôr, schválená v programe Interreg Slovensko – Česko 2021 – 2027. Vedúcim
            partnerom je Mendelova univerzita v Brne. Začíname 1. januára 2026. Rozpočet je 318 900 eur.
            """
        #expect(names(text, "sk") == ["Les v triede", "Záhrada hraničných hôr"])
        let place = """
            Projekt: Les v triede
            Koordinátor: Technická univerzita vo Zvolene

            Pracuje sa v obci Nová Bystrica, podporenej v programe Interreg Slovensko – Česko 2021 – 2027. Vedúcim partnerom
            je Mendelova univerzita v Brne. Začíname 1. januára 2026. Rozpočet je 318 900 eur.
            """
        #expect(names(place, "sk") == ["Les v triede"])
    }

    @Test func chaptersBelowAHeadingThatNamesAProjectAreNoProjects() {
        let page = """
            <html lang="da"><body><main><h1>Referat, Miljøudvalget</h1>
            <h2>7. Medfinansiering af Interreg-projektet »Fælles Dige«</h2>
            <h3>Sagsfremstilling</h3>
            <p>Kreis Nordfriesland er leadpartner. Syddansk Universitet deltager. Projektet løber fra den 1. april 2025 til 31.
            marts 2028 og koster 2.850.000 euro.</p>
            <h3>Økonomi</h3>
            <p>Det samlede budget er 2.850.000 euro. Tønder Kommune er partner fra 2025 til 2028.</p>
            </main></body></html>
            """
        #expect(names(page, "da") == ["Fælles Dige"])
    }

    @Test func aHeadingBelowRelatedProjectNamesOne() {
        let page = """
            <html lang="sl"><head><title>VINOTRTA | Projekti</title></head><body><main><h1>VINOTRTA</h1>
            <p>Projekt VINOTRTA koordinira Univerza v Vidmu. Traja od 1. januarja 2024 do 31. decembra 2027.</p>
            <h2>Sorodni projekt</h2><h3>Tla pod trto: mikrobiota vinogradov</h3>
            <p>Aplikativni projekt vodi Univerza v Mariboru. Začel se je 1. oktobra 2023. Proračun znaša 240.000 evrov, ki jih
            prispeva Ministrstvo za kmetijstvo.</p>
            </main></body></html>
            """
        #expect(names(page, "sl") == ["VINOTRTA", "Tla pod trto: mikrobiota vinogradov"])
    }

    @Test func theHeadingWithAVersionNumberBeatsAProjectInPassing() {
        let page = """
            <html lang="cs"><head><title>STUDNY 2.0 | Projekty | Ústav</title></head><body><main>
            <h1>STUDNY 2.0: hospodaření s vodou v období sucha</h1>
            <dl><dt>Hlavní příjemce</dt><dd>Mendelova univerzita v Brně</dd><dt>Program</dt><dd>Interreg Rakousko – Česko</dd>
            <dt>Doba řešení</dt><dd>1. 11. 2020 – 30. 4. 2024</dd></dl>
            <p>Na výsledky od ledna 2025 naváže projekt BYSTŘINA v programu Prostředí pro život, jehož uchazečem je Mendelova
            univerzita v Brně; ministerstvo na něj vyčlenilo 9,8 milionu korun.</p>
            </main></body></html>
            """
        #expect(names(page, "cs") == ["STUDNY 2.0", "BYSTŘINA"])
    }
}
