import SeosExtract
import SeosModel
import SeosTestSupport
import Testing

/// Lines of a few signs, as tables, lists and broken pages hold them by the thousand: whatever stands in them, they are
/// read without harm, and what is found is well formed.
@Suite struct ShortLineTests {
    private static let pieces: [String: [String]] = [
        "en": [
            "Ashford", "partner", "lead", "(", ")", ",", ".", ":", "–", "2", "2024", "EUR", "and", "Total", "“",
            "project",
        ],
        "pl": [
            "Sopot", "partner", "lider", "(", ")", ",", ".", ":", "–", "12", "2024", "zł", "i", "Budżet", "„",
            "projekt",
        ],
        "fi": [
            "Oulu", "kumppani", "hakija", "(", ")", ",", "1.", ":", "–", "12", "2024", "euroa", "ja", "Rahoitus", "”",
            "hanke",
        ],
    ]

    /// All lines of one to three of these pieces, as paragraphs, items or rows of one page.
    @Test(arguments: ["en", "pl", "fi"])
    func everyLineOfAFewSigns(language: String) throws {
        let pieces = try #require(Self.pieces[language])
        var lines = pieces
        for _ in 0..<2 {
            let shorter = lines.suffix(lines.count == pieces.count ? pieces.count : pieces.count * pieces.count)
            lines += shorter.flatMap { line in pieces.map { line + " " + $0 } }
        }
        #expect(lines.count == 16 + 256 + 4096)
        let (open, each, close) =
            switch language {
            case "en": ("<div>", "<p>", "</p>")
            case "pl": ("<ul>", "<li>", "</li>")
            default: ("<table>", "<tr><td>", "</td></tr>")
            }
        let body = lines.map { each + $0 + close }.joined()
        let facts = Analysis.facts(
            "<html lang=\"\(language)\"><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p>\(open)\(body)</body></html>",
            language)
        #expect(!facts.document.blocks.isEmpty)
    }

    /// A line that closes with a bracket and a number leaves no room for a name before a role.
    @Test func signsOfAListAreNoRoles() {
        let facts = Analysis.facts(
            "Project: QUIETRIVER\n\n(2)\n\nA 2).\n\n12).\n\nUniversity of Ashford (lead)\n\nTown of Millbrook (partner)\n",
            "en")
        #expect(facts.partners == ["lead University of Ashford GB", "partner Town of Millbrook GB"])
    }
}
