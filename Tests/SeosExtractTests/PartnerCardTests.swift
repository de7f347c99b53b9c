import Testing

/// Cards of partners: a name, and its role on a line of its own below it.
@Suite struct PartnerCardTests {
    @Test func rolesStandBelowNames() {
        let facts = Analysis.facts(
            """
            <html><body><h1>PONTALTO</h1><p>Le projet PONTALTO restaure les vieux ponts de pierre.</p><h2>Les partenaires</h2>
            <div><h4>Département de l'Aude</h4><p>Chef de file · France</p><p>Budget : 412 000,00 €</p></div>
            <div><h4>Université de Gérone</h4><p>Partenaire · Espagne</p><p>Budget : 187 000,00 €</p></div>
            <div><h4>Association des Muletiers</h4><p>Partenaire associé (sans budget) · Espagne</p></div>
            </body></html>
            """, "fr")
        #expect(
            facts.partners == [
                "lead Département de l'Aude FR", "partner Université de Gérone ES",
                "associated Association des Muletiers ES",
            ])
        #expect(
            facts.amounts == [
                "partner_share 412000 EUR of Département de l'Aude", "partner_share 187000 EUR of Université de Gérone",
            ])
    }

    @Test func countriesMayHaveALineOfTheirOwn() {
        let facts = Analysis.facts(
            """
            Projektas: Meldų kelias

            Partneriai

            Šilutės rajono savivaldybė
            Vadovaujantis partneris
            Lietuva
            Biudžetas: 312 000 Eur

            Rēzeknes Tehnoloģiju akadēmija
            Partneris, Latvija
            Biudžetas: 187 500 Eur
            """, "lt")
        #expect(
            facts.partners == ["lead Šilutės rajono savivaldybė LT", "partner Rēzeknes Tehnoloģiju akadēmija LV"])
        #expect(facts.amounts.allSatisfy { $0.hasPrefix("partner_share") } && facts.amounts.count == 2)
    }

    /// A label has its values below it, and the last of them is no card's title.
    @Test func labelsAboveNamesStayLabels() {
        let facts = Analysis.facts(
            """
            Projektets namn: Strandnära

            Projektägare
            Länsstyrelsen Uppsala län

            Partner
            Stockholms universitet
            Tartu Ülikool (Estland)

            Associerade partner
            Göteborgs universitet

            Budget: 200 000 euro

            Projektet arbetar i norr med många skolor.
            """, "sv")
        #expect(
            facts.partners == [
                "lead Länsstyrelsen Uppsala län SE", "partner Stockholms universitet SE", "partner Tartu Ülikool EE",
                "associated Göteborgs universitet SE",
            ])
    }
}
