import SeosModel
import Testing

extension Facts {
    /// The projects of the page with their numbers, in order.
    var projects: [(index: Int, name: String)] {
        extraction.entities.enumerated().filter { $0.element.kind == .project }.map { ($0.offset, $0.element.name) }
    }

    /// "Name: lead X; partner Y; 300000; 2024-01-01" of each project.
    var told: [String] {
        projects.map { n, name in
            let claims = extraction.claims.filter { $0.subject == n && !$0.isSuperseded }
            let bodies = claims.filter { $0.property == .partner }.compactMap { claim in
                claim.object.map { (claim.role?.word ?? "") + " " + extraction.entities[$0].name }
            }
            var parts = Set(bodies).sorted()
            for claim in claims where claim.property == .amount {
                guard let n = claim.mention, case .money(let money) = extraction.mentions[n].value else { continue }
                parts.append("\(money.amount)")
            }
            for claim in claims where claim.property == .period || claim.property == .start {
                guard let n = claim.mention, case .date(let date) = extraction.mentions[n].value else { continue }
                parts.append(date.start?.iso ?? "")
            }
            return name + ": " + parts.joined(separator: "; ")
        }
    }
}

/// What belongs to which project where a page tells of two, and what each is called.
@Suite struct ProjectApartTests {
    @Test(arguments: [
        (
            "en",
            "Our projects\n\nProject Quiet Harbours: Port of Larne Council (lead); Harbour Museum Trust (partner). Budget: 450,000 euro.\n\nProject Green Tides: University of Birkhaven (lead); Kelp Trust (partner). Budget: 1,250,000 euro.\n",
            [
                "Quiet Harbours: lead Port of Larne Council; partner Harbour Museum Trust; 450000",
                "Green Tides: lead University of Birkhaven; partner Kelp Trust; 1250000",
            ]
        ),
        (
            "cs",
            "Naše projekty\n\nProjekt Tichá řeka: Město Znojmo (vedoucí partner); Muzeum Jihlava (partner). Rozpočet 450 000 EUR.\n\nProjekt Zelené hranice: Univerzita Palackého (vedoucí partner); Obec Lipová (partner). Rozpočet 1 250 000 EUR.\n",
            [
                "Tichá řeka: lead Město Znojmo; partner Muzeum Jihlava; 450000",
                "Zelené hranice: lead Univerzita Palackého; partner Obec Lipová; 1250000",
            ]
        ),
        (
            "fi",
            "Hankkeet 2025:\n1. Hiljainen ranta – päätoteuttaja Oulun kaupunki, kumppanit Lapin yliopisto ja Kemin museo\n2. Vihreät polut – päätoteuttaja Vaasan kaupunki, kumppanina Umeå kommun\n",
            [
                "Hiljainen ranta: lead Oulun kaupunki; partner Kemin museo; partner Lapin yliopisto",
                "Vihreät polut: lead Vaasan kaupunki; partner Umeå kommun",
            ]
        ),
        (
            "en",
            "Projects in the county\n\n1. Quiet Shore – lead partner City of Larne, partners Kelp Trust and Birkhaven Museum, 2024–2026\n2. Green Paths – lead partner University of Birkhaven, partner Umeå kommun, 2023–2025\n",
            [
                "Quiet Shore: lead City of Larne; partner Birkhaven Museum; partner Kelp Trust; 2024",
                "Green Paths: lead University of Birkhaven; partner Umeå kommun; 2023",
            ]
        ),
    ])
    func aLineTellsItsProjectWithItsRoles(language: String, text: String, told: [String]) {
        #expect(Analysis.facts(text, language).told == told)
    }

    @Test(arguments: [
        (
            "de",
            "<html lang=\"de\"><body><h1>Grünes Licht für zwei Projekte</h1><h2>Wenn im Sommer der Brunnen schweigt</h2><p>Das Projekt „WasserWeg – Brunnen im Klimawandel“ misst Quellen. Die Leitung liegt bei der Universität Passau.</p><p>Gesamtkosten: 1.284.500 Euro</p><p>Laufzeit: 1. September 2024 bis 31. August 2027</p><h2>Gemeinsam pflegen lernen</h2><p>Um den Nachwuchs kümmert sich „PflegeSteg“. Projektträger ist das Klinikum Freyung, Projektpartner ist die Stadt Passau. Das Interreg-Vorhaben kostet 412.000 Euro und begann im Oktober 2024.</p></body></html>",
            ["WasserWeg", "PflegeSteg"]
        ),
        (
            "it",
            "<html lang=\"it\"><body><h1>Due progetti europei</h1><h2>PRATOVIVO</h2><p>Il progetto PRATOVIVO è guidato dal Comune di Susa con il programma Interreg ALCOTRA, da marzo 2024, con 900.000 euro.</p><h2>Ormeggi più sicuri</h2><p>Il secondo progetto si chiama MOLO CHIARO. A guidarlo è il Comune di Savona, con 700.000 euro del programma Interreg Marittimo, da maggio 2023.</p></body></html>",
            ["PRATOVIVO", "MOLO CHIARO"]
        ),
    ])
    func aHeadlineIsNoNameWhereItsTextGivesOne(language: String, page: String, names: [String]) {
        #expect(Analysis.facts(page, language).projects.map(\.name) == names)
    }

    @Test func aTableOfProjectsAndPartsOfTheirOwn() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>European projects</h1>
            <h2>Quiet Reef</h2><p>An Interreg project. The coordinator is the University of Birkhaven, partner is Kelp Trust.
            The total budget is €900,000, from May 2023 to April 2026.</p>
            <h2>Women of the Sea</h2><p>An Erasmus+ project led by Cork City Council with €250,000 from December 2022.</p>
            <h2>Earlier</h2><table><tr><th>Project</th><th>Programme</th><th>Our grant</th></tr>
            <tr><td>MedStart</td><td>Interreg MED</td><td>€206,400</td></tr>
            <tr><td>OliveMatch</td><td>COSME</td><td>€74,980</td></tr></table></body></html>
            """, "en")
        #expect(Set(facts.projects.map(\.name)) == ["Quiet Reef", "Women of the Sea", "MedStart", "OliveMatch"])
        #expect(facts.told.contains { $0.hasPrefix("Quiet Reef: lead University of Birkhaven; partner Kelp Trust") })
    }

    @Test func aPartOnARowOfTheTableIsNoFurtherProject() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>Two projects granted</h1><table><tr><th>Project</th><th>Owner</th><th>Budget</th></tr>
            <tr><td>SOUNDNET (Music without borders)</td><td>University of Birkhaven</td><td>€900,000</td></tr>
            <tr><td>WOODEN</td><td>Cork City Council</td><td>€700,000</td></tr></table>
            <h2>Music as a trade</h2><p>SOUNDNET is led by the University of Birkhaven. Interreg gives €500,000 from May 2023.</p>
            <h2>Houses of wood</h2><p>WOODEN is led by Cork City Council. Interreg gives €400,000 from June 2023.</p></body></html>
            """, "en")
        #expect(facts.projects.map(\.name) == ["SOUNDNET", "WOODEN"])
    }

    @Test func anItemOfMinutesKeepsItsHeadings() {
        let facts = Analysis.facts(
            "§ 31\nMedfinansiering av projektet Leden över berget\n\nBeslut\n\nNämnden ger 100 000 kronor till projektet Leden över berget, som leds av Orsa kommun.\n\n§ 32\nMedfinansiering av projektet Vätgas på landet\n\nBeslut\n\nLuleå tekniska universitet leder projektet Vätgas på landet med Interreg Aurora från 2025 till 2027.\n\nEkonomi\n\nTotal projektkostnad: 9 800 000 kr\nMedfinansiering: 900 000 kr\n",
            "sv")
        let second = facts.told.first { $0.hasPrefix("Vätgas på landet") }
        #expect(second?.contains("9800000") == true)
    }

    @Test(arguments: [
        (
            "sv", "ett projekt med titeln gröna vägar till skolan. Projektet leds av Orsa kommun.",
            "gröna vägar till skolan"
        ),
        (
            "sk", "Mesto Snina vedie projekt s názvom spoločne k čistej vode, do ktorého sa zapojilo Mesto Svidník.",
            "spoločne k čistej vode"
        ),
        (
            "is",
            "Verkefnið, sem hlotið hefur heitið Mold og myrkur, er styrkt af Erasmus+ og Reykjavíkurborg leiðir verkefnið.",
            "Mold og myrkur"
        ),
        (
            "fr", "Le projet TISSAGE « Gestes et fibres de l’océan » est porté par la Ville de Lille avec Interreg.",
            "TISSAGE"
        ),
    ])
    func aNameGoesOnInSmallLetters(language: String, text: String, name: String) {
        #expect(Analysis.facts(text, language).projects.map(\.name) == [name])
    }

    @Test func aBracketInTheHeadingOutweighsAProjectFurtherDown() {
        let facts = Analysis.facts(
            """
            <html lang="en"><head><title>Blue coal in the lagoons (MARANG)</title></head><body>
            <h1>Blue coal in the lagoons (MARANG)</h1><p>Lead partner: University of Birkhaven</p>
            <p>Total budget: €900,000</p><p>The work goes on in the project DELTAC, which Kelp Trust coordinates.</p></body></html>
            """, "en")
        #expect(facts.projects.first?.name == "MARANG")
    }

    @Test(arguments: [
        ("en", "In brief"), ("de", "Verschiedenes"), ("sk", "Zamietnuté žiadosti"), ("fr", "Questions diverses"),
        ("bg", "Основни данни"), ("el", "Απόσπασμα"),
    ])
    func titlesOfChaptersAreNoNames(language: String, title: String) {
        let facts = Analysis.facts(
            """
            <html lang="\(language)"><body><h1>“QUIETICE – ice at rest”</h1><h2>\(title)</h2>
            <p>Erasmus+ 2023, 300 000 EUR, Interreg Europe</p></body></html>
            """, language)
        #expect(!facts.projects.contains { $0.name == title })
    }

    @Test(arguments: [
        (
            "en", "What the project does not pay for",
            "<li>Restoration of icons with money of the Culture Fund (grant 870,000 euro, 2023)</li><li>The new roof of the OFFICE (lead partner: Cork City Council, Interreg, 2024)</li>"
        ),
        (
            "uk", "Чого цей проєкт не фінансує",
            "<li>Реставрацію ікон коштом фонду (грант 870 тис. грн, 2023 рік) уже завершено.</li><li>Програма Interreg NEXT має 60 млн євро до 2026 року</li>"
        ),
    ])
    func whatAProjectDoesNotPayIsNoProject(language: String, title: String, items: String) {
        let page =
            "<html lang=\"\(language)\"><body><h1>QUIETICE</h1><p>QUIETICE: Interreg Europe 2021–2027, 2 000 000 EUR.</p><h2>\(title)</h2><ul>\(items)</ul></body></html>"
        #expect(Analysis.facts(page, language).projects.map(\.name).filter { $0 != "QUIETICE" } == [])
    }

    @Test(arguments: [
        ("pt", "Aviso 2 – Pequenos projetos na fronteira"), ("cs", "Naše projekty"), ("fi", "Kaksi hanketta"),
    ])
    func aWordBeforeProjectsIsNoName(language: String, title: String) {
        let facts = Analysis.facts(
            """
            <html lang="\(language)"><head><title>\(title)</title></head><body><h1>\(title)</h1>
            <p>Interreg Europe 2021–2027</p><p>Erasmus+: 60 000 EUR, 2024.</p></body></html>
            """, language)
        #expect(!facts.projects.contains { title.contains($0.name) && !$0.name.contains(" ") })
    }

    @Test func aRiverBeginsAnEarlierProjectsName() {
        let facts = Analysis.facts(
            "Projekt Živa obala vodi Veleučilište u Karlovcu. Proračun iznosi 2,1 milijun eura iz programa Interreg Slovenija–Hrvatska 2021.–2027. Provedba traje od 2024. do 2026. godine. Partneri su Grad Karlovac i Općina Črnomelj. Radovi su počeli u proljeće, a prve su vidre viđene već u svibnju. Studenti pomažu u mjerenju kakvoće vode na pet mjesta uz rijeku, a škole obilaze obalu.\n\nGrad ima i iskustva s manjim zahvatima. Projekt Kupa bez smeća, kojim je od svibnja 2019. upravljao grad Ozalj, koštao je 412 tisuća kuna.",
            "hr")
        #expect(facts.projects.map(\.name) == ["Živa obala", "Kupa bez smeća"])
    }
}
