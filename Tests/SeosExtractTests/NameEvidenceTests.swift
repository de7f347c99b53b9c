import SeosModel
import Testing

/// What makes words the name of a project where the word for project does not stand right beside them.
@Suite struct NameEvidenceTests {
    private static func projects(_ text: String, _ language: String) -> [Extraction.Entity] {
        Analysis.facts(text, language).extraction.entities.filter { $0.kind == .project }
    }
    private static func names(_ text: String, _ language: String) -> [String] { projects(text, language).map(\.name) }

    @Test(
        arguments: [
            (
                "pl",
                "Inicjatywa „Sad babuni” ruszyła wiosną. Przedsięwzięciu szefuje Lubelska Izba Rolnicza. Płaci program Interreg Polska–Ukraina.",
                "Sad babuni"
            ),
            (
                "nl", "De provincie Limburg leidt \"FruitWacht\". Interreg Vlaanderen-Nederland betaalt 400.000 euro.",
                "FruitWacht"
            ),
            (
                "de", "Die Universität Graz leitet „Honigweg“. Interreg Österreich-Ungarn gibt 300.000 Euro dazu.",
                "Honigweg"
            ),
            ("sv", "Umeå universitet leder \"Honungsbron\". Interreg Aurora betalar 300 000 euro.", "Honungsbron"),
            ("fi", "\"Valo\"-hankkeen päätoteuttaja on Oulun yliopisto.", "Valo"),
        ])
    func aQuotationBesideAVerbForLeadingIsAProject(language: String, text: String, name: String) {
        #expect(Self.names(text, language).first == name)
    }

    @Test(
        arguments: [
            ("en", "Sligo County Council leads the festival \"Summer Songs\". Tickets cost 20 euros."),
            ("de", "Die Universität Graz leitet das Seminar „Recht im Alltag“. Interreg ist nur ein Thema davon."),
            ("de", "Die Universität Graz leitet „Jugend“. Der Eintritt kostet 20 Euro."),
        ])
    func otherQuotationsAreNone(language: String, text: String) {
        #expect(Self.names(text, language).isEmpty)
    }

    @Test(
        arguments: [
            ("en", "Stages Without Walls is a project co-ordinated by Galway County Council.", "Stages Without Walls"),
            ("it", "Sentieri Vivi è un progetto coordinato dalla Provincia di Trento.", "Sentieri Vivi"),
            ("sv", "Levande Stigar är ett projekt som leds av Umeå universitet.", "Levande Stigar"),
            ("pl", "Żywe Szlaki to projekt prowadzony przez Uniwersytet w Białymstoku.", "Żywe Szlaki"),
            (
                "fi", "\"Hunajasilta\" on Oulun yliopiston luotsaama hanke, jossa mukana on Umeå universitet.",
                "Hunajasilta"
            ),
            ("uk", "«Живі стежки» — це проєкт Ужгородської міської ради.", "Живі стежки"),
            ("lt", "„Gyvi takai“ – tai Klaipėdos universiteto projektas.", "Gyvi takai"),
        ])
    func whatIsSaidToBeAProjectIsOne(language: String, text: String, name: String) {
        #expect(Self.names(text, language).first == name)
    }

    @Test(
        arguments: [
            ("en", "This is a project led by Galway County Council."),
            ("sv", "Detta är ett projekt som leds av Umeå universitet."),
            ("pl", "Celem jest projekt prowadzony przez Uniwersytet w Białymstoku."),
            ("de", "Unser Ziel ist ein Projekt der Universität Graz."),
            ("en", "Galway County Council is a project partner of many towns."),
        ])
    func pronounsAndNounsAreNone(language: String, text: String) {
        #expect(Self.names(text, language).isEmpty)
    }

    @Test(
        arguments: [
            ("en", "Teagasc is leading the Curlew Calling project with Natural Resources Wales.", "Curlew Calling"),
            ("en", "The Curlew Calling project has begun. Monaghan County Council leads it.", "Curlew Calling"),
            ("ro", "Universitatea din Oradea coordonează proiectul de cercetare NANOFILT.", "NANOFILT"),
            ("fr", "L'Université de Lille coordonne le projet de recherche NANOFILT.", "NANOFILT"),
            ("es", "La Universidad de Vigo coordina el proyecto de investigación NANOFILT.", "NANOFILT"),
            ("sk", "Konzorcium projektu Tichá noc vedie Technická univerzita v Košiciach.", "Tichá noc"),
            ("sk", "Projekt s názvom Bača a juhas vedie Obec Skalica.", "Bača a juhas"),
            ("sv", "Simrishamns kommun leder satsningen Vinvägarna.", "Vinvägarna"),
        ])
    func namesWithoutQuotationMarksReachAsFarAsTheySay(language: String, text: String, name: String) {
        #expect(Self.names(text, language).first == name)
    }

    @Test(
        arguments: [
            ("de", "Name: Knicknetz\nTräger: Stadt Plön\nFinanzrahmen: 300.000 Euro\n", "Knicknetz"),
            ("it", "Nome: Sentieri Vivi\nCapofila: Comune di Lucca\nCosto totale: 300.000 euro\n", "Sentieri Vivi"),
            ("pl", "Nazwa: Żywa woda\nLider: Gmina Suwałki\nBudżet: 300 000 euro\n", "Żywa woda"),
        ])
    func theBareWordForNameOpensACard(language: String, text: String, name: String) {
        #expect(Self.names(text, language).first == name)
    }

    @Test func aPersonsCardIsNone() {
        #expect(
            Self.names("Name: Max Muster\nTelefon: 0123 456789\nE-Mail: post@example.org\nBudget: 300 Euro\n", "de")
                .isEmpty)
    }

    @Test(
        arguments: [
            (
                "ro",
                "Fermierii din Bihor învață irigarea\n\nProiectul „Apa vie” este coordonat de Universitatea din Oradea. Fermierii au primit 20 de senzori.\n"
            ),
            (
                "de",
                "Imker an der Grenze halten zusammen\n\nDas Projekt „Honigweg“ leitet die Universität Graz. Das Projekt dauert zwei Jahre.\n"
            ),
            (
                "et",
                "Valga vald juhib projekti „Leib“. Toetust andis Euroopa Regionaalarengu Fond Interreg V-A Eesti–Läti programmi kaudu.\n"
            ),
            ("mt", "Skeda tal-proġett\nIsem il-proġett: Dawl\nSieħeb ewlieni: Università ta' Malta\n"),
        ])
    func headlinesAreNoLongNames(language: String, text: String) {
        let project = Self.projects(text, language).first
        #expect(project != nil)
        #expect(project?.fullName == nil)
    }

    @Test func theTitleAboveACardIsTheLongNameOfLetters() {
        let project = Self.projects(
            "Malt and colour: weaving as a trade\n\nAcronym: WOOLSKILL\nLead partner: Sligo County Council\nTotal budget: €300,000\n",
            "en"
        ).first
        #expect(project?.name == "WOOLSKILL")
        #expect(project?.fullName == "Malt and colour: weaving as a trade")
    }
}
