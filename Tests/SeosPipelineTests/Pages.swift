/// Small pages, written for these tests. Three of them, in three languages, are on one project.
enum Pages {
    static let tide = [
        "en.html": page(
            "en", "TideLink",
            [
                "Project acronym: TideLink", "Lead partner: Kihelgu Harbour Society, Estonia",
                "Partners: Werft Sandnes GmbH, Germany", "Programme: Interreg Baltic Sea Region 2021–2027",
                "Project period: 01.03.2024 – 28.02.2027", "Total budget: 1,250,000 EUR",
                "The project TideLink links small harbours on both sides of the sea and teaches skippers.",
            ]),
        "et.html": page(
            "et", "Projekt TideLink",
            [
                "Projekti lühinimi: TideLink", "Juhtpartner: Kihelgu Harbour Society, Eesti",
                "Partnerid: Werft Sandnes, Saksamaa", "Programm: Interreg Baltic Sea Region 2021–2027",
                "Projekti periood: 01.03.2024 – 28.02.2027", "Kogumaksumus: 1 250 000 eurot",
                "Projekt TideLink ühendab väikesadamaid mere mõlemal kaldal ja õpetab kippareid.",
            ]),
        "de.html": page(
            "de", "TideLink",
            [
                "Projektakronym: TideLink", "Partner: Werft Sandnes GmbH, DEUTSCHLAND",
                "Programm: Interreg Baltic Sea Region 2021–2027", "Projektlaufzeit: 01.03.2024 – 28.02.2027",
                "Gesamtkosten: 1.300.000 Euro",
                "Das Projekt TideLink verbindet kleine Häfen auf beiden Seiten des Meeres.",
            ]),
    ]

    /// Another project of the same short name, and nothing else in common.
    static let otherTide = page(
        "fr", "TideLink",
        [
            "Acronyme : TideLink", "Chef de file : Ville de Lorientel, France", "Budget total : 90 000 €",
            "Le projet TideLink relie les écoles de musique de la ville.",
        ])

    static func budget(_ amount: String) -> String {
        page(
            "en", "LanternPath",
            ["Project acronym: LanternPath", "Lead partner: Lantern Society, Latvia", "Total budget: \(amount)"])
    }

    /// A page that takes little time: number `n` of many.
    static func short(_ n: Int) -> String {
        page("en", "Ring\(n)", ["Project acronym: Ring\(n)", "Total budget: \(n + 1),000 EUR"])
    }

    static func page(_ language: String, _ title: String, _ lines: [String]) -> String {
        let body = lines.map { "<p>\($0)</p>" }.joined(separator: "\n")
        return """
            <html lang="\(language)"><head><meta charset="utf-8"><title>\(title)</title></head><body><h1>\(title)</h1>
            \(body)
            </body></html>
            """
    }
}
