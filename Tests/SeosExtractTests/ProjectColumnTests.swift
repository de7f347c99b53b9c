import SeosModel
import Testing

/// Tables with a project in each column.
@Suite struct ProjectColumnTests {
    @Test(arguments: [
        (
            "de",
            """
            <html lang="de"><body><h1>Unsere Vorhaben im Vergleich</h1><table>
            <tr><th></th><th>Stille Ufer</th><th>Grüne Pfade</th></tr>
            <tr><td>Lead-Partner</td><td>Stadt Passau</td><td>Universität Salzburg</td></tr>
            <tr><td>Partner</td><td>Gemeinde Braunau; Museum Linz</td><td>Landkreis Traunstein</td></tr>
            <tr><td>Gesamtkosten</td><td>1.200.000 Euro</td><td>400.000 Euro</td></tr>
            <tr><td>Laufzeit</td><td>1.1.2024 – 31.12.2026</td><td>1.9.2023 – 31.8.2025</td></tr></table></body></html>
            """,
            [
                "Stille Ufer: lead Stadt Passau; partner Gemeinde Braunau; partner Museum Linz; 1200000; 2024-01-01",
                "Grüne Pfade: lead Universität Salzburg; partner Landkreis Traunstein; 400000; 2023-09-01",
            ]
        ),
        (
            "lt",
            """
            <html lang="lt"><body><h1>Mūsų projektai</h1><table>
            <tr><th>Projektas</th><th>Tylūs krantai</th><th>Žali takai</th></tr>
            <tr><td>Vadovaujantysis partneris</td><td>Biržų rajono savivaldybė</td><td>Latvijas Universitāte</td></tr>
            <tr><td>Partneriai</td><td>Rokiškio krašto muziejus</td><td>Kauno technologijos universitetas</td></tr>
            <tr><td>Bendra vertė</td><td>1 200 000 Eur</td><td>400 000 Eur</td></tr>
            <tr><td>Laikotarpis</td><td>2024-01-01 – 2026-12-31</td><td>2023-09-01 – 2025-08-31</td></tr></table></body></html>
            """,
            [
                "Tylūs krantai: lead Biržų rajono savivaldybė; partner Rokiškio krašto muziejus; 1200000; 2024-01-01",
                "Žali takai: lead Latvijas Universitāte; partner Kauno technologijos universitetas; 400000; 2023-09-01",
            ]
        ),
    ])
    func eachColumnTellsItsOwnProject(language: String, page: String, told: [String]) {
        #expect(Analysis.facts(page, language).told == told)
    }

    @Test func columnsOfYearsAreNoProjects() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>Project QUIETICE</h1><table>
            <tr><th></th><th>2024</th><th>2025</th></tr>
            <tr><td>Lead partner</td><td>Cork City Council</td><td>Cork City Council</td></tr>
            <tr><td>Total budget</td><td>€300,000</td><td>€200,000</td></tr>
            <tr><td>Period</td><td>1.1.2024 – 31.12.2024</td><td>1.1.2025 – 31.12.2025</td></tr></table></body></html>
            """, "en")
        #expect(facts.projects.map(\.name) == ["QUIETICE"])
    }
}
