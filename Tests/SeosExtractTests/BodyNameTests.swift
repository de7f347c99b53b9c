import SeosExtract
import SeosModel
import Testing

/// Where names of bodies begin and end in running text.
@Suite struct BodyNameTests {
    @Test(
        arguments: [
            ("cs", "Peníze poslalo Ministerstvo životního prostředí loni.", ["Ministerstvo životního prostředí"]),
            ("cs", "Pomáhá i Ministerstvo pro místní rozvoj.", ["Ministerstvo pro místní rozvoj"]),
            ("sk", "Prispelo Ministerstvo školstva a Zväz včelárov.", ["Ministerstvo školstva", "Zväz včelárov"]),
            ("hr", "Novac daje Fond za zaštitu okoliša.", ["Fond za zaštitu okoliša"]),
            ("sl", "Denar daje Ministrstvo za kulturo.", ["Ministrstvo za kulturo"]),
            ("uk", "Серед учасників Агенція розвитку Поділля.", ["Агенція розвитку Поділля"]),
            ("bg", "Участва и Министерство на културата.", ["Министерство на културата"]),
        ] as [(String, String, [String])])
    func namesGoOnInSmallLettersAsFarAsTheirEndingsSay(language: String, text: String, wanted: [String]) {
        let found = Analysis.bodies(text, language)
        #expect(wanted.allSatisfy(found.contains), "\(found)")
    }

    @Test(
        arguments: [
            ("cs", "Ministerstvo kultury podpořilo výstavu.", "Ministerstvo kultury podpořilo"),
            ("uk", "Агенція розвитку Поділля координує роботу.", "Агенція розвитку Поділля координує"),
            ("hr", "Općina Goričan za izvedbu radova ima novac.", "Općina Goričan za izvedbu radova"),
        ])
    func verbsAndPurposesOfTheSentenceAreNoPartOfTheName(language: String, text: String, wrong: String) {
        #expect(!Analysis.bodies(text, language).contains(wrong))
    }

    @Test(
        arguments: [
            (
                "it", "Partecipano la Camera di commercio di Sfax e l'Istituto agronomico di Zahlé.",
                ["Camera di commercio di Sfax", "Istituto agronomico di Zahlé"]
            ),
            ("sv", "Med är Havshamnen Nord och Provrederiet AB.", ["Provrederiet AB"]),
            ("fr", "Le chantier est confié à Murs & Modèles SARL.", ["Murs & Modèles SARL"]),
            ("hr", "Radove izvodi tvrtka Primjer Projekti d.o.o.", ["Primjer Projekti d.o.o."]),
            ("fi", "Mukana on Salpalan Matkailuyhdistys ry ja muita.", ["Salpalan Matkailuyhdistys ry"]),
            ("lt", "Prašo Lazdijų rajono savivaldybės administracija.", ["Lazdijų rajono savivaldybės administracija"]),
            ("ga", "Tá Comhairle Contae Dhún na nGall anseo.", ["Comhairle Contae Dhún na nGall"]),
            (
                "ga", "Tá sé ann le hInstitiúid Teicneolaíochta Shligigh agus le Fóram na nOileán um Chaomhnú.",
                ["hInstitiúid Teicneolaíochta Shligigh"]
            ),
            ("de", "Wir arbeiten mit dem Institut Nord und mit dem Verein Süd.", ["Institut Nord"]),
        ] as [(String, String, [String])])
    func anotherBodyALegalFormAndAChainOfHeadsEndAName(language: String, text: String, wanted: [String]) {
        let found = Analysis.bodies(text, language)
        #expect(wanted.allSatisfy(found.contains), "\(found)")
    }

    @Test(
        arguments: [
            ("et", "Kaasa löövad Housing Association Latvia ja linnad.", "Housing Association Latvia"),
            ("pl", "Pracuje też Paths for Youth Sweden z Malmö.", "Paths for Youth Sweden"),
            ("fi", "Mukana on Open Gardens Estonia.", "Open Gardens Estonia"),
        ])
    func anEnglishNameEndsInTheCountryOfItsBranch(language: String, text: String, wanted: String) {
        #expect(Analysis.bodies(text, language).contains(wanted), "\(Analysis.bodies(text, language))")
    }

    @Test(
        arguments: [
            ("et", "Osalejad tulid Lätist ja Rootsist."), ("pl", "W Sweden House odbyło się spotkanie."),
            ("fi", "Ohjelma Interreg Latvia-Lithuania päättyi."), ("en", "The Baltic Sea States Sweden wrote to."),
        ])
    func aCountryAloneMakesNoName(language: String, text: String) {
        #expect(Analysis.bodies(text, language).isEmpty, "\(Analysis.bodies(text, language))")
    }

    @Test(
        arguments: [
            ("de", "Gearbeitet wird in der Provinz Burgos."), ("lv", "Darbi notiek Bauskas novadā."),
            ("ro", "Se lucrează în județul Iași."), ("it", "Si lavora in provincia di Imperia."),
        ])
    func aTerritoryThatSaysWhereIsNoBody(language: String, text: String) {
        #expect(Analysis.bodies(text, language) == [])
    }

    @Test(arguments: [
        ("ro", "Acronimul proiectului: RAULIN\n\nJudețul Iași conduce proiectul.", "Iași"),
        ("lv", "Projekta akronīms: KLUSS\n\nBauskas novads vada projektu.", "Bauskas novads"),
    ])
    func aTerritoryThatActsIsABody(language: String, text: String, name: String) {
        #expect(Analysis.facts(text, language).partners.contains { $0.hasPrefix("lead") && $0.contains(name) })
    }

    @Test func theVerbThatOpensAnIrishSentenceIsNoPartOfTheName() {
        #expect(
            Analysis.bodies("Cuirfidh Ollscoil na Gaillimhe taighdeoir ar fáil.", "ga") == ["Ollscoil na Gaillimhe"])
    }

    @Test(arguments: [
        ("nb", "Prosjektets akronym: FJELL\n\nTrysil kommune leder prosjektet.", "Trysil kommune"),
        ("et", "Projekti lühinimi: LEIB\n\nRõuge vald juhib projekti.", "Rõuge vald"),
        (
            "hr", "Akronim projekta: TIHA\n\nPartner je Turistička zajednica Virovitičko-podravske županije.",
            "Turistička zajednica Virovitičko-podravske županije"
        ),
    ])
    func bodiesThatBeginASentenceOrJoinTwoRegions(language: String, text: String, name: String) {
        #expect(Analysis.facts(text, language).partners.contains { $0.contains(name) })
    }
}
