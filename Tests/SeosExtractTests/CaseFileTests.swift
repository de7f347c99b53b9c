import SeosExtract
import SeosModel
import SeosTestSupport
import Testing

/// The case files `corpus/cases/<language>/{dates,amounts,negatives,roles}.txt`.
@Suite struct CaseFileTests {
    static let topics = ["dates", "amounts", "negatives", "roles"]
    static let cases: [TestCase] = Folders.entries(of: Folders.cases).flatMap { language in
        topics.flatMap { (try? CaseFile(path: "\(Folders.cases)/\(language)/\($0).txt"))?.cases ?? [] }
    }

    /// What was found of one kind, in the words of an expectation.
    private struct Found: Hashable {
        var kind: String
        var value: String
        var quote: String
    }

    @Test func everyFileIsReadable() throws {
        for language in Folders.entries(of: Folders.cases) {
            for topic in Self.topics where Folders.bytes("\(Folders.cases)/\(language)/\(topic).txt") != nil {
                _ = try CaseFile(path: "\(Folders.cases)/\(language)/\(topic).txt")
            }
        }
    }

    @Test(arguments: ["de", "en", "et", "pl", "sl"])
    func aLanguageHasTenCasesAndTenNegatives(language: String) {
        let own = Self.cases.filter { $0.language == language }
        #expect(own.filter(\.isNegative).count >= 10)
        #expect(own.filter { !$0.isNegative }.count >= 10)
    }

    @Test(arguments: cases)
    func findsWhatTheCaseSaysAndNothingElseOfItsKinds(test: TestCase) {
        let kinds = Set(test.expectations.map(\.kind)).union(test.none)
        let found = (kinds.contains("partner") ? partners(test) : values(test)).filter { kinds.contains($0.kind) }
        let wanted = test.expectations.map { Found(kind: $0.kind, value: $0.value, quote: $0.quote) }
        #expect(Set(found) == Set(wanted))
    }

    private func values(_ test: TestCase) -> [Found] {
        var annotator = Annotator(resources: .embedded)
        let found = annotator.annotate(Array(test.input.utf8), language: test.language).found
        #expect(ExtractionChecks.quotes(found, in: StoredText(test.input)) == [])
        return found.map { Found(kind: $0.kind.name, value: Self.word($0.value), quote: $0.quote) }
    }

    private func partners(_ test: TestCase) -> [Found] {
        let extraction = Analysis.facts(test.input, test.language ?? "und").extraction
        return extraction.claims.filter { $0.property == .partner }.compactMap { claim in
            claim.mention.map {
                Found(kind: "partner", value: claim.role?.word ?? "-", quote: extraction.mentions[$0].quote)
            }
        }
    }

    private static func word(_ value: Mention.Value?) -> String {
        switch value {
        case .percent(let n), .number(let n): return n.description
        case .some(let value): return ValueScore.text(value)
        case nil: return "-"
        }
    }
}
