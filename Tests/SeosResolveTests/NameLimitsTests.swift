import SeosModel
import SeosResolve
import Testing

/// Names that nobody has: bounded work, no crash, and nothing joined that differs.
@Suite struct NameLimitsTests {
    private func organization(_ name: String, _ n: Int, country: String? = nil) -> LocalEntity {
        LocalEntity(
            kind: .organization, documentID: Int64(n), local: 0, uri: "d\(n)", span: SourceSpan(0, 5),
            firstMention: Int64(n), language: "en", name: name, country: country)
    }

    private func clusters(_ names: [String]) -> Int {
        let entities = names.enumerated().map { organization($1, $0) }
        return Set(Resolver(legalForms: []).resolve(entities).cluster).count
    }

    @Test func identicalNamesAreOne() {
        #expect(clusters(Array(repeating: "Institute for Quiet Rivers", count: 20_000)) == 1)
    }

    @Test func manyNamesOfOneKindStayApart() {
        let names = (0..<3_000).map { "Quiet Rivers Society number \($0)" }
        #expect(clusters(names) == names.count)
    }

    @Test func endlessNamesAreRead() {
        let word = String(repeating: "a", count: 10_000)
        let words = Array(repeating: "University of Tartu", count: 600).joined(separator: " ")
        #expect(clusters([word, words, word + "b"]) >= 2)
        var matcher = NameMatcher()
        let a = matcher.signature(of: words, language: "en")
        #expect(matcher.match(a, a).score == 1)
    }

    @Test(arguments: ["", " ", "…!?", "12345", "()[]{}", "\u{202E}\u{200B}", "🏛️🏛️", "–", "0", "«»", "\u{0}"])
    func namesWithoutWordsMatchNothingElse(_ name: String) {
        var matcher = NameMatcher()
        let a = matcher.signature(of: name, language: nil)
        let b = matcher.signature(of: "University of Tartu", language: "en")
        #expect(!matcher.match(a, b).isSame)
        #expect(!matcher.reasons(a, b).isEmpty)
        #expect(clusters([name, "University of Tartu", "Harbour Office"]) == 3)
    }

    @Test func mixedScriptsAreOfferedAndNotJoined() {
        let entities = [organization("RESIST", 1), organization("RESI\u{0405}T", 2)]
        let result = Resolver(legalForms: []).resolve(entities)
        #expect(result.cluster[0] != result.cluster[1])
        #expect(result.open.contains { $0.rule == "name.look-alike" })
    }
}
