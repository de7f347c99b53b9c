import SeosModel
import Testing

@testable import SeosExtract

/// Projects named by a question, by what the page says again and again, in capitals, or a paragraph each.
@Suite struct NamesWithoutMarksTests {
    private func names(_ text: String, _ language: String) -> [String] { Analysis.projects(text, language) }

    @Test(
        arguments: [
            (
                "et", "Linn osaleb projektis „Kes kaitseb kallast?“, mida juhib Pärnu linn. Eelarve on 60 000 eurot.",
                "Kes kaitseb kallast?"
            ),
            (
                "fr", "Le projet « Et si on plantait ? » est coordonné par la ville de Lille. Il coûte 60 000 euros.",
                "Et si on plantait ?"
            ),
            ("hr", "Škola vodi projekt „Tko čuva obalu?“ vrijedan 60.000 eura.", "Tko čuva obalu?"),
        ] as [(String, String, String)])
    func aQuestionInQuotationMarksBesideTheWordForProject(language: String, text: String, name: String) {
        #expect(names("Uudis\n\n\(text)", language) == [name])
    }

    @Test(
        arguments: [
            (
                "cs",
                "Kdo hlídá břeh?\n\nSpolečný projekt vymyslela Masarykova univerzita. Projekt podpořil program Interreg částkou"
                    + " 118 tisíc eur.", ["Kdo hlídá břeh?"]
            ),
            (
                "el", "Ποιος φυλάει την ακτή;\n\nΤο έργο συντονίζει ο Δήμος Βόλου με 60.000 ευρώ.",
                ["Ποιος φυλάει την ακτή;"]
            ),
            // One of several questions, and a question without a project below it.
            (
                "en", "Who can apply?\n\nTowns can. The project is led by one of them.\n\nHow much?\n\nUp to €60,000.",
                []
            ),
            ("en", "Who guards the shore?\n\nThe town met in May and spent €60,000 on lamps.", []),
        ] as [(String, String, [String])])
    func theOnlyQuestionAboveTheText(language: String, text: String, expected: [String]) {
        #expect(names(text, language) == expected)
    }

    @Test(
        arguments: [
            (
                "da",
                "Nyt fra skolen\n\nVi tager hul på Den våde eng 2. Forgængeren, Den våde eng, viste meget. Lunds kommun er"
                    + " ansvarlig for projektet, der koster 5,6 mio. kr.", "Den våde eng 2"
            ),
            (
                "en",
                "Farewell to Slow Rivers\n\nFew get an obituary. Slow Rivers was born in 2015. Bangor University raised it and"
                    + " coordinated it for €2.9 million.", "Slow Rivers"
            ),
            (
                "sk",
                "Pozvánka\n\nMesto Košice ako vedúci partner pozýva na ukončenie projektu za 390-tisíc eur. Regióny bez prachu sa"
                    + " končia. O Regióny bez prachu sa zaujímali mnohí.", "Regióny bez prachu"
            ),
        ] as [(String, String, String)])
    func whatThePageSaysAgainAndAgain(language: String, text: String, name: String) {
        #expect(names(text, language).contains(name))
    }

    @Test func allItsWordsInCapitals() {
        #expect(
            names(
                "SZKLANE OKO w Jantarze\n\nSZKLANE OKO to wspólny projekt miasta Gdynia i miasta Kłajpeda. SZKLANE OKO otrzymało"
                    + " dofinansowanie z programu Interreg.", "pl") == ["SZKLANE OKO"])
    }

    @Test(
        arguments: [
            ("it", "L'iniziativa «Argini lenti» è guidata dal Comune di Adria e costa 60.000 euro.", "Argini lenti"),
            ("pl", "Przedsięwzięcie „Cichy brzeg” prowadzi Gmina Puck. Kosztuje 60 000 euro.", "Cichy brzeg"),
            ("nb", "Satsingen «Stille strand» ledes av Bergen kommune og koster 6 millioner kroner.", "Stille strand"),
        ] as [(String, String, String)])
    func wordsForUndertakings(language: String, text: String, name: String) {
        #expect(names("Nytt\n\n\(text)", language) == [name])
    }

    @Test(
        arguments: [
            (
                "sk",
                "Referencie\n\nPureSense (Horizont Európa, 2023 – 2026): vyvíjame sondy. Koordinátorom je Slovenská akadémia vied."
                    + " Rozpočet 3,1 mil. €.\n\nSmart Rúry (Interreg, 2024 – 2027): dodávame softvér. Vedúcim partnerom je mesto"
                    + " Trenčín. Rozpočet 1,9 mil. €.", ["PureSense", "Smart Rúry"]
            ),
            (
                "it",
                "Relazione annuale\n\n\"Ponte Vecchio\" ha aperto una redazione. Ne è capofila il Comune di Foggia, con 290.000 euro"
                    + " del FSE+.\n\n\"TerraLieve\", invece, vede come capofila il Comune di Taranto: vale 410.000 euro.",
                ["Ponte Vecchio", "TerraLieve"]
            ),
        ] as [(String, String, [String])])
    func aParagraphEach(language: String, text: String, expected: [String]) {
        #expect(names(text, language) == expected)
    }

    @Test(
        arguments: [
            (
                "hu",
                "Gyakori kérdések\n\nMi az a Malomház?\n\nEgy fejlesztés neve: Szolnok Megyei Jogú Város a projekt vezető partnere."
                    + "\n\nMiből lesz rá pénz?\n\nA projekt 2,9 milliárd forint.", ["Malomház"]
            ),
            (
                "en",
                "Questions\n\nWhat is Interreg?\n\nA programme; the town leads a project of €60,000.\n\nWho pays?\n\nThe"
                    + " Union.", []
            ),
        ] as [(String, String, [String])])
    func whatTheFirstQuestionAsksFor(language: String, text: String, expected: [String]) {
        #expect(names(text, language) == expected)
    }

    /// "pela APDL – Administração …" says who, and "s názvom" that a name follows.
    @Test(
        arguments: [
            (
                "pt",
                "Notícias\n\nChama-se Porto Lento 4.0 e é promovido pela APDX – Administração dos Portos do Norte, com a Câmara"
                    + " Municipal da Guarda. O projeto custa 60 000 euros.", "APDX"
            ),
            (
                "sk",
                "Správy\n\nVýskum s názvom Tichý breh (Silent Shore) trvá do apríla 2026 a vedie ho mesto Trenčín za 60 000 eur.",
                "Výskum"
            ),
        ] as [(String, String, String)])
    func lettersOfBodiesAndWordsBeforeACueAreNone(language: String, text: String, wrong: String) {
        #expect(!names(text, language).contains(wrong))
    }

    /// Parts of minutes and bodies open paragraphs too.
    @Test(
        arguments: [
            (
                "uk",
                "Протокол\n\nСЛУХАЛИ: про кошти. Координує місто Луцьк, бюджет 60 000 євро.\n\nДОПОВІЛИ: про строки. Координує місто"
                    + " Львів, бюджет 80 000 євро."
            ),
            (
                "en",
                "Partners\n\nBristol City Council leads the work with €60,000 from Interreg.\n\nCork County Council leads the"
                    + " training with €80,000."
            ),
        ] as [(String, String)])
    func bodiesAndHeadsOfMinutesAreNone(language: String, text: String) {
        #expect(names(text, language) == [])
    }
}
