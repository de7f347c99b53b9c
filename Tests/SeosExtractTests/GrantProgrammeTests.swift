import SeosModel
import Testing

/// Programmes that the EEA and Norway Grants are spent through.
@Suite struct GrantProgrammeTests {
    private func programme(_ text: String, _ language: String) -> Extraction.Entity? {
        let extraction = Analysis.facts(text, language).extraction
        return extraction.claims.first { $0.property == .programme }?.object.map { extraction.entities[$0] }
    }

    @Test(
        arguments: [
            (
                "lt",
                "Projektas: Arčiau\nProjektas finansuojamas pagal 2014–2021 m. Norvegijos finansinio mechanizmo programą „Sveikata“.",
                "Sveikata", "2014–2021 m. Norvegijos finansinio mechanizmo programą „Sveikata“"
            ),
            (
                "bg", "Проект: Пътека\nПрограма: „Култура и наследство“, ФМ на ЕИП 2014–2021", "Култура и наследство",
                "„Култура и наследство“, ФМ на ЕИП 2014–2021"
            ),
        ])
    func itsTitleAndAllThatNamesIt(language: String, text: String, name: String, whole: String) {
        let programme = programme(text, language)
        #expect(programme?.name == name)
        #expect(programme?.aliases.contains(whole) == true)
    }

    @Test func aSourceAmongFactsIsContent() {
        let page = """
            <html lang="pl"><body><h1>Projekt „Sól”</h1><table><tr><th>Beneficjent</th><td>Muzeum w Elblągu</td></tr>
            <tr><th>Źródło</th><td>Mechanizm Finansowy EOG 2014–2021, Program „Kultura”, Działanie 1</td></tr>
            <tr><th>Wartość</th><td>4 216 840,00 zł</td></tr></table></body></html>
            """
        #expect(programme(page, "pl")?.name == "Kultura")
    }

    @Test func theLabelsWordForProgrammeIsNoPartOfTheName() {
        let page = """
            <html lang="sl"><body><h1>Projekt ZID</h1><div><div class="k"><b>Vrsta projekta</b><span>Erasmus+ KA220, partnerstvo</span></div>
            <div class="k"><b>Nosilec</b><span>Občina Sežana</span></div>
            <div class="k"><b>Vrednost</b><span>262.000,00 €</span></div></div></body></html>
            """
        #expect(programme(page, "sl")?.name == "Erasmus+")
    }

    @Test func hungarianProgrammesWithPlus() {
        let text =
            "A projekt címe: Új udvar\nProgram: Terület- és Településfejlesztési Operatív Program Plusz (TOP Plusz)"
        #expect(programme(text, "hu")?.name == "Terület- és Településfejlesztési Operatív Program Plusz")
    }
}
