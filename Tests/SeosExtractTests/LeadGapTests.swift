import SeosModel
import Testing

/// Words for leading that the project's name parts, or parts from the body.
@Suite struct LeadGapTests {
    private static func leads(_ text: String, _ language: String) -> [String] {
        Analysis.facts(text, language).partners.filter { $0.hasPrefix("lead ") }.map { String($0.dropFirst(5)) }
    }

    @Test(
        arguments: [
            ("it", "Promotore del progetto \"Luce\" è il Museo Civico di Brescia.", "Museo Civico di Brescia"),
            ("el", "Φορέας υλοποίησης του έργου «Φως» είναι το Μουσείο Πατρών.", "Μουσείο Πατρών"),
            (
                "pl", "Za realizację projektu „Światło” odpowiada Muzeum Narodowe w Kielcach.",
                "Muzeum Narodowe w Kielcach"
            ),
            ("de", "Projektverantwortlich für „Licht“ zeichnet das Landesmuseum Kärnten.", "Landesmuseum Kärnten"),
            ("de", "Die Leitung des Projekts „Licht“ hat das Landesmuseum Kärnten.", "Landesmuseum Kärnten"),
            (
                "en", "Responsibility for the \"Otter Trail\" project rests with Sligo County Council.",
                "Sligo County Council"
            ),
            ("en", "The lead partner of \"Otter Trail\" is Sligo County Council.", "Sligo County Council"),
            ("fr", "Le chef de file du projet « Lumière » est la Ville de Charleroi.", "Ville de Charleroi"),
            ("nl", "Trekker van het project \"Licht\" is de gemeente Venlo.", "gemeente Venlo"),
            ("cs", "Hlavním partnerem projektu „Světlo“ je Město Cheb.", "Město Cheb"),
            ("sk", "Vedúcim partnerom projektu „Svetlo“ je Mesto Levice.", "Mesto Levice"),
            ("sl", "Vodilni partner projekta »Luč« je Občina Bled.", "Občina Bled"),
            (
                "lt", "Pagrindinis projekto „Šviesa“ partneris yra Klaipėdos universitetas.",
                "Klaipėdos universitetas"
            ),
            (
                "lv", "Projekta „Gaisma“ vadošais partneris ir Rēzeknes novada pašvaldība.",
                "Rēzeknes novada pašvaldība"
            ),
            ("sv", "Projektägare för projektet \"Ljus\" är Umeå universitet.", "Umeå universitet"),
            ("da", "Leadpartner i projektet \"Lys\" er Aarhus Universitet.", "Aarhus Universitet"),
            ("nb", "Prosjekteier for prosjektet «Lys» er Nord universitet.", "Nord universitet"),
            ("is", "Leiðandi samstarfsaðili verkefnisins „Ljós“ er Háskólinn á Akureyri.", "Háskólinn á Akureyri"),
        ])
    func aQuotedNameInsideACueIsPassedOver(language: String, text: String, lead: String) {
        let found = Self.leads(text, language)
        #expect(found.contains { $0.hasPrefix(lead) }, "\(found)")
    }

    @Test(
        arguments: [
            (
                "nb", "Prosjektet «Lys» har startet. Umeå universitet er nå leadpartner i prosjektet.",
                "Umeå universitet"
            ),
            ("de", "Das Projekt „Licht“ läuft. Die Universität Graz ist nun auch Leadpartner.", "Universität Graz"),
            (
                "en", "The project \"Otter Trail\" has begun. Sligo County Council is now the lead partner.",
                "Sligo County Council"
            ),
            ("pl", "Projekt „Światło” trwa. Gmina Suwałki kieruje obecnie projektem.", "Gmina Suwałki"),
        ])
    func anAdverbInsideACueIsPassedOver(language: String, text: String, lead: String) {
        #expect(Self.leads(text, language).contains { $0.hasPrefix(lead) })
    }

    @Test func notIsNoAdverb() {
        #expect(
            Self.leads(
                "The project \"Otter Trail\" has begun. Sligo County Council is not the lead partner.", "en"
            ).isEmpty)
    }

    @Test(
        arguments: [
            (
                "en",
                "The project \"Otter Trail\" is led by Ulster University. Sligo County Council is not a partner in it."
            ),
            ("sk", "Projekt „Svetlo“ vedie Univerzita Komenského. Mesto Levice nie je partnerom projektu."),
            ("de", "Das Projekt „Licht“ leitet die Universität Graz. Die Stadt Ulm ist nicht Partner im Projekt."),
            (
                "fr",
                "L'Université de Lille coordonne le projet « Lumière ». La Ville de Dunkerque n'est pas partenaire du projet."
            ),
        ])
    func whoIsSaidToTakeNoPartTakesNone(language: String, text: String) {
        #expect(Analysis.facts(text, language).partners.count == 1)
    }

    @Test func rolesInBracketsBelowALeadLabelKeepTheirNames() {
        let facts = Analysis.facts(
            "Prosjektnavn: Lyden\nHvem styrer\nVästerbottens museum, Umeå (koordinerende støttemottaker)\nMed på laget\nOulun yliopisto, Oulu\n",
            "nb")
        #expect(facts.partners.contains { $0.hasPrefix("lead Västerbottens museum") })
    }

    @Test func aSecondQuotationOrSentenceIsNoGap() {
        #expect(
            Self.leads(
                "The project \"Otter Trail\" has begun. Responsibility for parking is unclear. It rests with nobody, say Sligo County Council and Mayo County Council.",
                "en"
            ).isEmpty)
    }

    @Test(
        arguments: [
            (
                "pl",
                "Miasto Cieszyn wspólnie z miastem Czeski Cieszyn i Uniwersytetem Śląskim prowadzi projekt „Most”.",
                "Miasto Cieszyn"
            ),
            (
                "en",
                "Sligo County Council, together with Donegal County Council and Ulster University, leads the project \"Otter Trail\".",
                "Sligo County Council"
            ),
            (
                "it",
                "Il Comune di Lucca insieme al Comune di Pisa e all'Università di Siena coordina il progetto \"Luce\".",
                "Comune di Lucca"
            ),
            (
                "cs", "Město Cheb společně s městem Selb a Univerzitou Karlovou vede projekt „Světlo“.", "Město Cheb"
            ),
        ])
    func companionsBetweenABodyAndItsVerbDoNotLead(language: String, text: String, lead: String) {
        let found = Self.leads(text, language)
        #expect(found.count == 1 && found.first?.hasPrefix(lead) == true, "\(found)")
    }

    @Test func aBodyBehindItsCompanionsLeads() {
        let found = Self.leads(
            "Together with Donegal County Council, Ulster University leads the project \"Otter Trail\".", "en")
        #expect(found.count == 1 && found.first?.hasPrefix("Ulster University") == true, "\(found)")
    }

    @Test func aBodyThatANounOfItsOwnRoleFollowsKeepsIt() {
        let found = Self.leads(
            "Prosjektet «Lys» ledes av Halden kommune på norsk side, mens Strömstads kommun er prosjekteier.", "nb")
        #expect(found.contains { $0.hasPrefix("Strömstads kommun") }, "\(found)")
    }

    @Test func theLineBelowALeadLabelIsABodyThoughItBeginsWithACountry() {
        let facts = Analysis.facts(
            "Hankkeen nimi: Valo\nHallinnoija\nSuomen merimuseo\nKumppanit\nEesti Meremuuseum, Viro\n", "fi")
        #expect(facts.partners.contains("lead Suomen merimuseo FI"))
    }

    @Test func namesWithTheirCountryInABracketAreNoHeadingsOfCountries() {
        let facts = Analysis.facts(
            """
            Název projektu: Nit
            Vedoucí partner: Město Cheb
            Partneři
            Tartu ülikool (Estonsko)
            Göteborgs universitet (Švédsko)
            Austrheim kommune (Norsko)
            """, "cs")
        for partner in ["partner Tartu ülikool EE", "partner Göteborgs universitet SE", "partner Austrheim kommune NO"]
        {
            #expect(facts.partners.contains(partner), "\(facts.partners)")
        }
    }

    @Test func aDayBehindUnknownWordsIsNoPartner() {
        let facts = Analysis.facts(
            "Název projektu: Nit\nPartneři: Stadt Selb (Německo), Obec Aš\nBrnkačka: 124 000 EUR\nKvrdlo: 1. 3. 2021\n",
            "cs")
        #expect(!facts.partners.contains { $0.contains("Kvrdlo") || $0.contains("Brnkačka") })
        #expect(facts.partners.count == 2)
    }
}
