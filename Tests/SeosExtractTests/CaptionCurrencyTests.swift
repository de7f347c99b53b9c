import SeosModel
import Testing

/// Amounts whose currency stands in a caption, and amounts that a wrapped line parts from their currency.
@Suite struct CaptionCurrencyTests {
    private func money(_ text: String, _ language: String) -> [String] {
        Analysis.facts(text, language).extraction.mentions.compactMap { mention in
            guard case .money(let money) = mention.value else { return nil }
            return "\(money.amount) \(money.currency)"
        }
    }

    @Test func aCaptionCountsForTheRowsBelowIt() {
        #expect(
            money(
                """
                Projet HORLO : les ateliers

                Plan de financement (en € HT)

                DÉPENSES                                    RECETTES
                Personnel                  118 400          FEDER                   196 560
                TOTAL                      327 600          TOTAL                   327 600

                La partie suisse compte 14 ateliers et 12 400 visiteurs en 2023.
                """, "fr") == ["118400 EUR", "196560 EUR", "327600 EUR", "327600 EUR"])
    }

    @Test func groupedFiguresWithCentsHaveThePagesOnlyCurrency() {
        let rows = """
            [BP] Universidade de Évora             Évora            421.300,00
            [B2] Município de Ponte de Sor         Ponte de Sor      98.720,00
            """
        #expect(money("Ajuda ao projeto: 30 EUR\n\n" + rows, "pt") == ["30 EUR", "421300 EUR", "98720 EUR"])
        #expect(money("Custo: CHF 20\n\nAjuda: 30 EUR\n\n" + rows, "pt").count == 2)
    }

    @Test func aLineThatWrapsPartsNoAmount() {
        #expect(
            money(
                """
                Starosta připomíná, že podobný pokus už tu byl. V letech 2012 až 2014 jezdil autobus za 1,9 milionu
                korun ročně. Skončil, protože o něm nikdo nevěděl, a lidé na obou stranách hranice si zvykli jezdit
                jinudy. Teď se o něm znovu mluví na radnici i v hospodě, jenže nikdo neví, kdo by jej chtěl platit,
                protože obec na něj sama nemá.
                """, "cs") == ["1900000 CZK"])
        // Short lines end where their author ended them.
        #expect(money("Počet domů: 12\nkorun: žádné", "cs") == [])
    }
}
