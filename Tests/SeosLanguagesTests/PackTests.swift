import SeosLanguages
import SeosText
import Testing

/// Every row of every pack is readable, and its example shows its form.
@Suite struct PackTests {
    static let packs = Languages.supported.filter { Languages.packTag($0) == $0 } + ["mul"]

    @Test(arguments: packs)
    func everyRowIsReadable(tag: String) {
        let pack = LanguagePack(language: tag)
        #expect(pack.errors == [])
        #expect(!pack.rules.isEmpty)
        #expect(Languages.embedded.language(tag).errors == [])
    }

    @Test(arguments: packs)
    func everyExampleHoldsTheFormOfItsRow(tag: String) {
        let language = Languages.embedded.language(tag)
        var cache = LexiconCache()
        var wrong: [String] = []
        for rule in LanguagePack(language: tag).rules where rule.meaning != .orgOrder {
            if rule.meaning == .nameNominative {
                if !rule.example.contains(rule.form) { wrong.append("\(rule.place): '\(rule.form)' is not shown") }
                continue
            }
            if rule.meaning == .fromSuffix || rule.meaning == .toSuffix {
                if !endsAWord(rule.form, in: rule.example) {
                    wrong.append("\(rule.place): '\(rule.form)' ends no word of '\(rule.example)'")
                }
                continue
            }
            let tokens = TokenBuffer(text: Array(rule.example.utf8))
            let isFound = language.lexicon.matches(in: tokens, tokens.indices, cache: &cache).contains { match in
                let entry = language.lexicon[match]
                return entry.meaning == rule.meaning && entry.key == rule.key && entry.form == rule.form
            }
            if !isFound { wrong.append("\(rule.place): '\(rule.form)' is not in '\(rule.example)'") }
        }
        #expect(wrong == [])
    }

    private func endsAWord(_ form: String, in example: String) -> Bool {
        let suffix = Folding.fold(form.filter { $0 != "*" })
        return example.split { !$0.isLetter && !$0.isNumber && $0 != "-" }
            .contains { $0.count > form.count && Folding.fold(String($0)).hasSuffix(suffix) }
    }

    @Test(arguments: packs)
    func everyEndingLeadsFromTheTextFormToTheBaseForm(tag: String) {
        var wrong: [String] = []
        for ending in LanguagePack(language: tag).endings {
            let words = ending.example.split(separator: " ").map { Folding.fold(String($0)) }
            let suffix = Folding.fold(ending.ending)
            let base = Folding.fold(ending.base)
            if ending.kind == .initial {
                let isShown = words.contains { word in
                    word.hasPrefix(suffix) && words.contains(base + String(word.dropFirst(suffix.count)))
                }
                if !isShown { wrong.append("\(tag): '\(ending.ending)' is not shown by '\(ending.example)'") }
                continue
            }
            let isShown = words.contains { word in
                word.hasSuffix(suffix)
                    && words.contains(String(word.dropLast(suffix.count)) + Folding.fold(ending.base))
            }
            if !isShown {
                wrong.append("\(tag): '\(ending.ending)' to '\(ending.base)' is not shown by '\(ending.example)'")
            }
        }
        #expect(wrong == [])
    }

    @Test(arguments: packs.filter { $0 != "mul" })
    func everyLanguageHasTheWordsThatRulesNeed(tag: String) {
        let meanings = Set(LanguagePack(language: tag).rules.map(\.meaning))
        let needed: [Meaning] = [
            .amountTotal, .amountEU, .partnerLead, .partnerPartner, .period, .programme, .contact, .leadAfter, .ofWhich,
            .orgHead, .orgLegal,
            .nameOrganization, .magnitude, .currency, .and,
        ]
        #expect(needed.filter { !meanings.contains($0) } == [])
    }

    @Test func tagsLeadToThePackThatServesThem() {
        #expect(Languages.packTag("nn") == "nb")
        #expect(Languages.packTag("en-GB") == "en")
        #expect(Languages.packTag("PT-br") == "pt")
        #expect(Languages.packTag("ja") == "und")
        #expect(Languages.packTag("") == "und")
    }
}
