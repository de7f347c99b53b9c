import SeosModel
import Testing

/// Sums in front of who gives them, one verb for several gifts, and common nouns that give.
@Suite struct GiverChainTests {
    struct Page: Sendable, CustomTestStringConvertible {
        var language: String
        /// Labels of the project's name and of who leads it.
        var head: String
        var text: String
        var amounts: [String]
        var testDescription: String { "\(language): \(text)" }

        init(_ language: String, _ head: String, _ text: String, _ amounts: String...) {
            self.language = language
            self.head = head
            self.text = text
            self.amounts = amounts
        }
    }

    private func amounts(_ page: Page) -> [String] {
        Analysis.facts(page.head + "\n" + page.text, page.language).amounts
    }

    private static let cs = "Název projektu: Vrba\nVedoucí partner: Město Cheb"
    private static let de = "Projekttitel: Weide\nLeadpartner: Stadt Passau"
    private static let en = "Project title: Willow\nLead partner: Sligo County Council"
    private static let fr = "Titre du projet : Saule\nChef de file : Ville de Lille"
    private static let hu = "Projekt címe: Fűzfa\nVezető partner: Gyula Város Önkormányzata"
    private static let sv = "Projektets namn: Videt\nProjektägare: Umeå kommun"
    private static let lv = "Projekta nosaukums: Kārkls\nVadošais partneris: Daugavpils pilsētas pašvaldība"

    @Test(arguments: [
        Page(
            "cs", cs, "Stát to celé 1 200 000 eur nebude. 300 000 eur hradí ministerstvo kultury.",
            "national 300000 EUR"),
        Page("de", de, "Dazu kommt anderes Geld: 250.000 Euro steuert das Land Hessen bei.", "national 250000 EUR"),
        Page("en", en, "€250,000 was put in by the Department of Health.", "national 250000 EUR"),
        Page("en", en, "€80,000 comes from Sligo County Council.", "own 80000 EUR of Sligo County Council"),
        Page("fr", fr, "250 000 € proviennent de la Région Grand Est.", "national 250000 EUR"),
        Page("hu", hu, "250 ezer eurót az Agrárminisztérium ad.", "national 250000 EUR"),
        Page("sv", sv, "250 000 euro kommer från Utbildningsdepartementet.", "national 250000 EUR"),
    ])
    func theGiverMayStandBehind(page: Page) { #expect(amounts(page) == page.amounts) }

    @Test(arguments: [
        Page(
            "cs", cs, "300 000 eur hradí ministerstvo kultury a 70 000 eur město z vlastních zdrojů.",
            "national 300000 EUR", "own 70000 EUR"),
        Page(
            "en", en, "€250,000 was put in by the Department of Health. €80,000 comes from Sligo County Council.",
            "national 250000 EUR", "own 80000 EUR of Sligo County Council"),
        Page(
            "fr", fr, "250 000 € proviennent de la Région Grand Est et 80 000 € de la Ville de Lille.",
            "national 250000 EUR", "own 80000 EUR of Ville de Lille"),
        Page(
            "sv", sv, "250 000 euro kommer från Utbildningsdepartementet och 80 000 euro tar kommunen ur egen kassa.",
            "national 250000 EUR", "own 80000 EUR"),
        Page(
            "lv", lv, "250 000 eiro piešķīra Kultūras ministrija un 80 000 eiro pašvaldība no saviem līdzekļiem.",
            "national 250000 EUR", "own 80000 EUR"),
        Page(
            "hu", hu, "250 ezer eurót az Agrárminisztérium ad, 80 ezer eurót az önkormányzat saját forrásból.",
            "national 250000 EUR", "own 80000 EUR"),
    ])
    func everySumKeepsTheGiverBehindIt(page: Page) { #expect(amounts(page) == page.amounts) }

    @Test(arguments: [
        Page(
            "de", de, "Die EU zahlt 1,5 Millionen Euro, das Land 310.000 Euro und die Stadt 200.000 Euro.",
            "eu 1500000 EUR", "national 310000 EUR", "own 200000 EUR"),
        Page(
            "en", en, "The EU pays €1.5 million, the State €310,000 and the council €200,000.", "eu 1500000 EUR",
            "national 310000 EUR", "own 200000 EUR"),
        Page(
            "sv", sv, "EU går in med 1,5 miljoner euro, staten med 310 000 euro och kommunen med 200 000 euro.",
            "eu 1500000 EUR", "national 310000 EUR", "own 200000 EUR"),
    ])
    func commonNounsGiveBesideOtherGifts(page: Page) { #expect(amounts(page) == page.amounts) }

    @Test(arguments: [
        Page("cs", cs, "Město dá zbylých 80 000 eur.", "own 80000 EUR"),
        Page("de", de, "Die restlichen 80.000 Euro muss die Stadt selbst aufbringen.", "own 80000 EUR"),
        Page("en", en, "The remaining €80,000 has to be found by the council itself.", "own 80000 EUR"),
        Page("fr", fr, "La ville prend à sa charge les 80 000 euros restants.", "own 80000 EUR"),
    ])
    func whatIsLeftIsPaidByThePartners(page: Page) { #expect(amounts(page) == page.amounts) }

    @Test(arguments: [
        Page("en", en, "€300,000 is to be paid to the Department of Health."),
        Page("en", en, "In the summer the council mowed meadows, and €300,000 was lost in the flood."),
        Page("de", de, "Das Land plant im Herbst ein Fest, das 300.000 Euro verschlingt."),
        Page("fr", fr, "320 000 € vont à la Région Grand Est."),
    ])
    func whoReceivesGivesNothing(page: Page) {
        #expect(!amounts(page).contains { $0.hasPrefix("national") || $0.hasPrefix("own") })
    }

    @Test(arguments: [
        Page(
            "de", de, "Gesamtkosten: 450.000 Euro (EFRE 270.000 Euro, Land 95.000 Euro, Eigenmittel 85.000 Euro)",
            "total 450000 EUR", "eu 270000 EUR", "national 95000 EUR", "own 85000 EUR"),
        Page(
            "en", en, "Total budget: €450,000 (ERDF €270,000, State €95,000, own funds €85,000)", "total 450000 EUR",
            "eu 270000 EUR", "national 95000 EUR", "own 85000 EUR"),
        Page(
            "fr", fr, "Coût total : 450 000 € (FEDER 270 000 €, État 95 000 €, autofinancement 85 000 €)",
            "total 450000 EUR", "eu 270000 EUR", "national 95000 EUR", "own 85000 EUR"),
        Page(
            "sv", sv, "Total budget: 450 000 euro (ERUF 270 000 euro, staten 95 000 euro, egna medel 85 000 euro)",
            "total 450000 EUR", "eu 270000 EUR", "national 95000 EUR", "own 85000 EUR"),
    ])
    func aLabelSaysNothingOfThePartsInItsBracket(page: Page) { #expect(amounts(page) == page.amounts) }

    @Test func anotherFigureInTheBracketHeldBefore() {
        let page = Page("en", Self.en, "Total budget: €450,000 (was €410,000)", "total 450000 EUR")
        #expect(amounts(page) == page.amounts)
    }

    @Test func aSupplierHasNoShare() {
        let page = Page(
            "fr", Self.fr, "Coût total : 450 000 €\nMarché attribué à la société Hydrolys SARL, 87 900 € HT",
            "total 450000 EUR")
        #expect(amounts(page) == page.amounts)
    }

    @Test(arguments: [
        Page(
            "de", de,
            "Der Freistaat Sachsen schießt 21.800 Euro Landesmittel zu, 65.400 Euro bringt der Kreis als Eigenanteil auf.",
            "national 21800 EUR", "own 65400 EUR"),
        Page(
            "en", en, "Match funding of €373,125 has been provided by the Department for Communities.",
            "national 373125 EUR"),
        Page("en", en, "Own contribution of Sligo County Council: €80,000", "own 80000 EUR of Sligo County Council"),
    ])
    func wordsForMoneyDoNotHideWhoseItIs(page: Page) { #expect(amounts(page) == page.amounts) }

    @Test(arguments: [
        Page(
            "en", en, "Total budget: €450,000\nIn spring a new dormitory opens nearby. Its total cost was €90,000.",
            "total 450000 EUR"),
        Page(
            "fi", "Hankkeen nimi: Paju\nPäätoteuttaja: Oulun yliopisto",
            "Kokonaisbudjetti: 450 000 euroa\nKylän vanha lippotupa kunnostetaan kävijöille ensi kesänä. Sen kustannukset ovat 24 500 euroa.",
            "total 450000 EUR"),
    ])
    func aSmallerCostOfNobodyIsNoShare(page: Page) { #expect(amounts(page) == page.amounts) }

    @Test(arguments: [
        Page("en", en, "In the end the council has to find €38,000 itself.", "own 38000 EUR"),
        Page("de", de, "Die Stadt muss am Ende selbst 38.000 Euro aufbringen.", "own 38000 EUR"),
        Page("sv", sv, "Till slut skjuter kommunen själv i år till 38 000 euro.", "own 38000 EUR"),
        Page("cs", cs, "Nakonec tak město samo najde do léta ještě 38 000 eur.", "own 38000 EUR"),
        Page("en", en, "In the end the old bridge itself cost somebody €38,000."),
        Page("de", de, "Das Land selbst bekommt am Ende daraus 38.000 Euro."),
    ])
    func whatPartnersPayThemselvesIsTheirOwn(page: Page) {
        #expect(amounts(page).filter { $0.hasPrefix("own") } == page.amounts)
    }

    @Test(arguments: [
        ("en", "The Department of Culture gave €175,000 outside the project.", "Department of Culture"),
        ("nb", "Kulturdepartementet ga 175 000 kroner utenfor prosjektet.", "Kulturdepartementet"),
        ("pl", "Ministerstwo Kultury dało 175 000 euro poza projektem.", "Ministerstwo Kultury"),
    ])
    func whatIsGivenOutsideTheProjectMakesNoFunder(language: String, text: String, body: String) {
        let facts = Analysis.facts("Project title: Willow\nLead partner: Sligo County Council\n" + text, language)
        #expect(!facts.names(.funder).contains(body))
    }
}
