import SeosModel
import Testing

/// Names in plain words that a page drops once or twice, far from labels and quotation marks.
@Suite struct CoinedNameTests {
    private static func names(_ text: String, _ language: String) -> [String] {
        Analysis.facts(text, language).extraction.entities.filter { $0.kind == .project }.map(\.name)
    }

    @Test(
        arguments: [
            (
                "fr",
                "Les capteurs sont posés. C'est le cœur de Brumalp, un projet lancé en mars 2024 grâce à Interreg.",
                "Brumalp"
            ),
            (
                "es",
                "Ayer se presentó Nieblagua, la iniciativa con la que tres islas riegan. Paga el programa Interreg MAC.",
                "Nieblagua"
            ),
            (
                "ga", "Tá an chomhairle i gceannas ar Guth na Farraige, tionscadal a mhaoinigh Interreg.",
                "Guth na Farraige"
            ),
            (
                "cs", "Na výzkum s názvem MistVine mají tři roky. Peníze dává Interreg Střední Evropa.", "MistVine"
            ),
            (
                "nl",
                "In het project Zoutland zoeken boeren water. Interreg betaalt mee. Meld u aan via zoutland@polder.example.",
                "Zoutland"
            ),
            (
                "de",
                "Möglich macht das „TeichMur“, ein Vorhaben von Interreg. Das Vorgängerprojekt „altMURra“ lief bis 2021.",
                "TeichMur"
            ),
            (
                "bg", "Проектът се казва LIFE Ponto-Rila и е одобрен по програма LIFE.", "LIFE Ponto-Rila"
            ),
        ] as [(String, String, String)])
    func runningTextTellsTheName(language: String, text: String, wanted: String) {
        #expect(Self.names(text, language).first == wanted, "\(Self.names(text, language))")
    }

    @Test(
        arguments: [
            ("cs", "Program Kreativní Evropa – KULTURA, evropské projekty spolupráce. Projekt ještě nemá jméno."),
            (
                "en",
                "Interreg funds the work. Anna Berg, project manager, was in Riga with Peter Holm of Stonework Ltd."
            ),
            ("de", "Das Projekt Wasser ist neu. Interreg zahlt."),
            ("fr", "À Briançon, le projet a commencé. Interreg paie, et la Savoie aussi."),
        ])
    func strandsPersonsNounsAndPlacesAreNoNames(language: String, text: String) {
        #expect(Self.names(text, language).isEmpty, "\(Self.names(text, language))")
    }

    @Test func aDayWithinTheYearThatIsSaidIsTheBeginning() {
        let text = """
            Projekt: KAJA
            Juhtpartner: Tartu Ülikool

            Tegevused algasid 1. veebruaril 2023 Viljandis ja kohvik avati noortele alles hiljem.

            Projekti KAJA viivad aastatel 2023–2024 ellu kaks linna ja üks selts.
            """
        let days = Analysis.facts(text, "et").extraction.claims.filter { $0.property == .start }
        #expect(days.count == 1)
    }

    @Test func anApposedNetworkThatBodiesTryIsTheProject() {
        let text =
            "Tartu Ülikool, Võru vald ja Sõmeru Selts testivad kontseptsiooni The Quiet Bay Network – uut riikidevahelist võrgustikku kalurite jaoks."
            + " Projekti rahastab Rootsi Instituut."
        #expect(Self.names(text, "et") == ["The Quiet Bay Network"])
    }

    @Test func aNetworkAmongBodiesIsABody() {
        let text =
            "Projektis osalevad The Quiet Bay Network, mis on uus võrgustik, ja Tartu Ülikool. Projekti rahastab Rootsi Instituut."
        #expect(!Self.names(text, "et").contains("The Quiet Bay Network"))
    }
}
