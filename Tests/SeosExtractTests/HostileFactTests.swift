import Foundation
import SeosExtract
import SeosModel
import SeosTestSupport
import Testing

/// Pages that are large or wrong in ways that facts depend on: they are read, and what is cut has a problem row.
/// With `SEOS_SLOW_TESTS=1` at the sizes that a release build is measured with.
@Suite struct HostileFactTests {
    private static let isFull = ProcessInfo.processInfo.environment["SEOS_SLOW_TESTS"] == "1"
    private static let scale = isFull ? 56 : 1

    /// A page of many parts is read to its end. How long it takes belongs to a benchmark.
    private func isRead(_ page: (Int) -> String, place: SourceLocation = #_sourceLocation) {
        let facts = Analysis.facts(page(250 * Self.scale), "en")
        #expect(facts.project != nil, sourceLocation: place)
    }

    @Test func anEndlessListOfPartners() {
        isRead { n in
            "<html lang=\"en\"><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p><h2>Partners</h2><ul>"
                + (0..<n).map { "<li>Municipality of Place\($0), Ireland</li>" }.joined() + "</ul></body></html>"
        }
    }

    @Test func moreThanIsReadIsCutWithAProblem() {
        // Long words: bytes are counted, and words take the time.
        let item = "<li>Municipality of Ash\(String(repeating: "ford", count: 2_000)), Ireland</li>"
        let facts = Analysis.facts(
            "<html lang=\"en\"><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p><h2>Partners</h2><ul>"
                + String(repeating: item, count: 150) + "</ul></body></html>", "en")
        #expect(facts.project?.name == "QUIETRIVER")
        #expect(facts.extraction.problems.contains { $0.code == "extract.cut" && $0.span != nil })
    }

    @Test func thousandsOfAcronyms() {
        let letters = Array("BCDFGKLMNPRSTVZ")
        func acronym(_ n: Int) -> String {
            String([0, 1, 2, 3].map { letters[(n / [1, 15, 225, 3375][$0]) % 15] }) + "X"
        }
        isRead { n in
            (0..<n).map { "The project \(acronym($0)) is led by the University of Ashford (\(acronym($0)))." }
                .joined(separator: "\n\n")
        }
    }

    @Test func aTableOfManyCells() {
        isRead { n in
            "<html lang=\"en\"><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p><table>"
                + "<tr><th>Partner</th><th>Country</th><th>Budget (EUR)</th><th>ERDF</th><th>Own</th></tr>"
                + (0..<n).map {
                    "<tr><td>Municipality of Town\($0)</td><td>Ireland</td><td>\($0 + 1)20,000</td>"
                        + "<td>\($0 + 1)00,000</td><td>20,000</td></tr>"
                }.joined() + "</table></body></html>"
        }
    }

    @Test func oneRowOfManyCells() {
        isRead { n in
            "<html lang=\"en\"><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p><table><tr>"
                + (0..<n).map { "<th>Town\($0)</th>" }.joined() + "</tr><tr>"
                + (0..<n).map { "<td>\($0) EUR</td>" }.joined() + "</tr></table></body></html>"
        }
    }

    @Test func aLanguageOutsideTheSetIsReadByStructureAndSaysSo() {
        let facts = Analysis.facts(
            "Proje adı: SAKİNKIYI\n\nBütçe: 120.000 EUR\n\nTarih: 01.03.2022 – 31.08.2024\n", "tr")
        #expect(facts.extraction.problems.contains { $0.code == "extract.language" })
        #expect(facts.extraction.mentions.contains { $0.kind == .money && $0.quote == "120.000 EUR" })
        #expect(facts.extraction.mentions.contains { $0.kind == .date })
    }

    @Test func hiddenCharactersInsideNames() {
        let facts = Analysis.facts(
            """
            Project acronym: QUIET\u{200B}RIVER
            Lead partner: Uni\u{AD}versity of Lime\u{200B}rick
            Total bud\u{AD}get: EUR 1\u{2009}240\u{202F}500
            """, "en")
        #expect(facts.partners.count == 1)
        #expect(facts.amounts == ["total 1240500 EUR"])
    }

    @Test func contradictoryMarkup() {
        let facts = Analysis.facts(
            """
            <html lang="en"><head><script type="application/ld+json">{"@type":"ResearchProject","startDate":"1999-01-01",
            "endDate":"2024-08-31","nested":[[[[{"@type":"Project","startDate":"2022-03-01"</script></head><body>
            <h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p><table><tr><td>Start date<td>1 March 2022<tr><td>End date
            <td>31 August 2024</table></body></html>
            """, "en")
        // What only the markup says has no words on the page, so it is no claim.
        #expect(facts.dates.contains { $0.hasPrefix("start 2022-03-01") })
        #expect(!facts.dates.contains { $0.contains("1999") })
    }

    @Test func markupConfirmsDatesOfThePage() {
        let facts = Analysis.facts(
            """
            <html lang="en"><head><script type="application/ld+json">{"@context":"https://schema.org","@type":
            "ResearchProject","name":"QUIETRIVER","startDate":"2022-03-01","endDate":"2024-08-31"}</script></head><body>
            <h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p><p>Between 1 March 2022 we met, and on 31 August 2024 we
            parted.</p></body></html>
            """, "en")
        #expect(facts.rules(.start).contains("jsonld.start"))
        #expect(facts.rules(.end).contains("jsonld.end"))
        let other = Analysis.facts(
            """
            <html lang="en"><head><script type="application/ld+json">{"@type":"Organization","foundingDate":"2022-03-01"}
            </script></head><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p><p>On 1 March 2022 we met.</p></body>
            </html>
            """, "en")
        #expect(other.rules(.start).isEmpty)
    }
}
