import SeosModel
import Testing

/// Projects in minutes, decisions and newsletters: items with a number, and names that only stand as what is led.
@Suite struct MinutesProjectTests {
    private func names(_ text: String, _ language: String) -> [String] { Analysis.projects(text, language) }

    private func fullNames(_ text: String, _ language: String) -> [String?] {
        Analysis.facts(text, language).extraction.entities.filter { $0.kind == .project }.map(\.fullName)
    }

    @Test func quotationsBehindNumbersOfTwoPartsAreProjects() {
        let polish = """
            PROTOKÓŁ NR 2/2024
            Ad 3. Ocena wniosków

            3.1. „Ptaki nad Osobłogą” (nr rej. CZ.11.01.02/00/23_009/0000300)

            Wnioskodawcą jest Gmina Lubrza, partnerem zagranicznym zaś Město Krnov.
            Koszty całkowite wniosku opiewają na 38 240,00 euro, dofinansowanie z EFRR na 30 592,00 euro.
            Realizację przewidziano od 1 września 2024 r. do 31 sierpnia 2025 r.

            3.2. „Chleb z dwóch pieców”

            Wnioskodawca: Powiat Prudnicki
            Partner: Město Jeseník
            Budżet projektu: 52 916,40 EUR
            Kwota z EFRR: 42 333,12 EUR

            Ad 4. Następne posiedzenie zaplanowano na 17 października 2024 r.
            """
        #expect(names(polish, "pl") == ["Ptaki nad Osobłogą", "Chleb z dwóch pieców"])
        let czech = """
            ZÁPIS č. 4/2024 z jednání výboru
            Bod 3 – Hodnocení žádostí

            3.1 „Ptáci nad Osoblahou“ (reg. č. CZ.11.01.02/00/23_009/0000300)

            Žadatelem je Město Krnov, partnerem Gmina Lubrza. Celkové náklady činí 38 240 eur, dotace z EFRR 30 592 eur.
            Realizace od 1. září 2024 do 31. srpna 2025. Schváleno.

            3.2 „Chléb ze dvou pecí“

            Žadatel: Obec Bílá Voda
            Partner: Powiat Kłodzki
            Rozpočet: 52 916,40 EUR
            Dotace: 42 333,12 EUR
            """
        #expect(names(czech, "cs") == ["Ptáci nad Osoblahou", "Chléb ze dvou pecí"])
    }

    @Test func aListOfContractsWithANumberIsNoProject() {
        let text = """
            Proyectos cofinanciados con fondos europeos

            1. VIENTOSUR – Alerta temprana frente al polvo (1/MAC/2/2.4/0087)
            El Cabildo de Lanzarote actúa como beneficiario principal. Socio: Universidade dos Açores. Coste total: 640.000
            euros. Fecha de inicio: 01/01/2024. Programa: Interreg VI-D MAC 2021-2027.

            2. Aulas de Sal
            Este proyecto Erasmus+ lo coordina el Agrupamento de Escolas de Porto Santo. El Cabildo participa como socio y
            recibe 48.250 euros de los 250.000 euros de subvención. Se inició el 1 de septiembre de 2024.

            3. Contratos vinculados
            - Suministro de estaciones de VIENTOSUR. Importe: 211.860,00 €. Formalizado el 12/03/2025.
            - Asistencia técnica: 59.900 €.
            """
        #expect(names(text, "es") == ["VIENTOSUR", "Aulas de Sal"])
    }

    @Test func whatIsLedIsAProjectWhereThePageSaysItsNameAgain() {
        let swedish = """
            Nyhetsbrev från hembygdsföreningen

            Ull över vattnet leds av Region Halland. Det hela kostar 4,86 miljoner euro, varav Interreg betalar 60 %.

            7 juni 2026 Ull över vattnet: öppet hus
            """
        #expect(names(swedish, "sv") == ["Ull över vattnet"])
        let english = """
            Newsletter of the heritage trust

            Flax Beyond Borders is led by Louth County Council. It costs €4.86 million, of which PEACEPLUS meets 80%.

            Sun 7 June 2026: the Flax Beyond Borders open day
            """
        #expect(names(english, "en") == ["Flax Beyond Borders"])
        let committee = """
            Newsletter of the heritage trust

            Work on stones is led by Louth County Council. It costs €4.86 million, of which PEACEPLUS meets 80%.
            """
        #expect(names(committee, "en").isEmpty)
    }

    @Test func aLongQuotationGoesOnFromTheShortNameAndTheSubjectLineIsNoName() {
        let text = """
            OGGETTO: Programma Interreg Italia-Slovenia 2021-2027 – Progetto n. 20481 "MULINI VIVI. Il grano comune del Carso".

            PREMESSO CHE il Comitato ha ammesso il progetto per un costo complessivo di € 1.284.600,00;
            il ruolo di capofila è svolto dal Comune di Sgonico.

            La Giunta prende atto dell'ammissione a finanziamento del progetto "MULINI VIVI".
            """
        #expect(names(text, "it") == ["MULINI VIVI"])
        #expect(fullNames(text, "it") == ["MULINI VIVI. Il grano comune del Carso"])
    }

    @Test func theTitleInEnglishIsAnotherNameOfTheSameProject() {
        let text = """
            Po projekto „Bendras atsakas“ tokių istorijų turėtų daugėti.

            Projektą finansuoja „Interreg VI-A Lietuva–Lenkija 2021–2027“. Projektas „Bendras atsakas“ prasidėjo 2023 m.

            Pavadinimas anglų kalba: Joint Answer: Rescue in the Borderland
            Pagrindinis partneris: Alytaus priešgaisrinė gelbėjimo valdyba
            """
        #expect(names(text, "lt") == ["Bendras atsakas"])
    }

    @Test func lettersInABracketBehindAQuotationAreItsShortName() {
        let text = """
            Aasta kõige töömahukam ettevõtmine oli „Nelgikülast kaardini“ (inglise keeles From Clove to Map, lühend CLOMAP),
            mille eesmärk on kaardistada kaduvaid külasid. Projekti rahastab Interreg Kesk-Läänemere programm. Juhtpartner on
            Turu Ülikool ja partnerid Ventspilsi muuseum ning Eesti Maaülikool.

            16. jaanuaril 2026 kogunesid CLOMAP-i partnerid Kuressaarde.
            """
        #expect(names(text, "et") == ["CLOMAP"])
        #expect(fullNames(text, "et") == ["Nelgikülast kaardini"])
    }

    @Test func wordsThatNeverStandWithoutTheWordForProjectAreNoPort() {
        let text = """
            Jista' l-Ministru jgħid x'sar dwar il-proġett Port Nadif?

            Il-proġett Port Nadif beda fl-1 ta' Settembru 2023 u jitmexxa mill-Università ta' Malta.
            """
        #expect(names(text, "mt") == ["Port Nadif"])
    }
}
