import SeosLanguages
import SeosModel
import SeosResolve
import Testing

/// Resolution by what names mean, with what documents say beside them.
@Suite struct MeaningJoinsTests {
    private func organization(
        _ name: String, _ language: String, document: Int64, local: Int, country: String? = nil,
        aliases: [String] = [], domain: String? = nil
    ) -> LocalEntity {
        LocalEntity(
            kind: .organization, documentID: document, local: local, uri: "d\(document)",
            span: SourceSpan(local * 10, local * 10 + 5), firstMention: document * 1000 + Int64(local),
            language: language, name: name, aliases: aliases, country: country, domain: domain)
    }

    private func project(
        _ name: String, _ language: String, document: Int64, partners: [Int], evidence: Set<String> = []
    ) -> LocalEntity {
        var entity = LocalEntity(
            kind: .project, documentID: document, local: 99, uri: "d\(document)", span: SourceSpan(990, 995),
            firstMention: document * 1000 + 99, language: language, name: name, evidence: evidence)
        entity.partners = partners
        return entity
    }

    private func resolve(
        _ entities: [LocalEntity], judgements: [Judgement] = [], undone: Set<UndoneJoin> = []
    ) -> Resolver.Result {
        Resolver(legalForms: [], names: .embedded).resolve(entities, judgements: judgements, undone: undone)
    }

    private func twoLists() -> [LocalEntity] {
        [
            organization("Tartu Ülikool", "et", document: 1, local: 0, country: "EE"),
            organization("Vidzeme planeerimispiirkond", "et", document: 1, local: 1, country: "LV"),
            organization("Kaunase linn", "et", document: 1, local: 2, country: "LT"),
            organization("Rohelise Energia Selts", "et", document: 1, local: 3, country: "FI"),
            project("NORDWOOD", "et", document: 1, partners: [0, 1, 2, 3], evidence: ["start 2021-03"]),
            organization("Uniwersytet w Tartu", "pl", document: 2, local: 0, country: "EE"),
            organization("Region Planowania Vidzeme", "pl", document: 2, local: 1, country: "LV"),
            organization("Miasto Kowno", "pl", document: 2, local: 2, country: "LT"),
            organization("Towarzystwo Zielonej Energii", "pl", document: 2, local: 3, country: "FI"),
            project("NORDWOOD", "pl", document: 2, partners: [0, 1, 2, 3], evidence: ["start 2021-03"]),
        ]
    }

    @Test func threadsDoNotChangeTheResult() {
        var entities: [LocalEntity] = []
        for n in 0..<40 {
            for e in twoLists() {
                var copy = e
                copy.documentID += Int64(2 * n)
                copy.uri = "d\(copy.documentID)"
                copy.firstMention = copy.documentID * 1000 + Int64(e.local)
                if e.kind == .project { copy.name = "Title number \(n) in \(e.language)" }
                if n % 3 == 0 { copy.country = nil }
                entities.append(copy)
            }
        }
        let one = Resolver(legalForms: [], names: .embedded, jobs: 1).resolve(entities)
        let many = Resolver(legalForms: [], names: .embedded, jobs: 5).resolve(entities)
        #expect(one.cluster == many.cluster)
        #expect(one.joins == many.joins)
        #expect(one.open == many.open)
        #expect(!one.joins.isEmpty)
    }

    @Test func partnersOfOneProjectInTwoLanguagesAreOne() {
        let result = resolve(twoLists())
        for n in 0..<5 { #expect(result.cluster[n] == result.cluster[n + 5], "\(n)") }
        #expect(Set(result.cluster).count == 5)
    }

    @Test func everyJoinHasReasons() {
        for join in resolve(twoLists()).joins {
            #expect(!join.reason.isEmpty)
            #expect(join.score > 0 && join.score <= 1)
        }
    }

    @Test func aPersonKeepsThemApart() {
        let entities = twoLists()
        let apart = Judgement(left: entities[0].firstMention, right: entities[5].firstMention, isSame: false)
        let result = resolve(entities, judgements: [apart])
        #expect(result.cluster[0] != result.cluster[5])
        #expect(result.cluster[1] == result.cluster[6])
    }

    @Test func anUndoneJoinStaysUndone() {
        let entities = twoLists()
        guard let join = resolve(entities).joins.first(where: { $0.left == 0 && $0.right == 5 }) else {
            Issue.record("no join")
            return
        }
        let undone = UndoneJoin(entities[0].firstMention, entities[5].firstMention, join.rule)
        #expect(resolve(entities, undone: [undone]).cluster[0] != resolve(entities, undone: [undone]).cluster[5])
    }

    private func institutes(_ domain: String?, _ other: String?, countries: [String?] = [nil, nil]) -> [LocalEntity] {
        [
            organization(
                "Institute of Water Research", "en", document: 1, local: 0, country: countries[0], domain: domain),
            organization(
                "Institut für Wasserforschung", "de", document: 2, local: 0, country: countries[1], domain: other),
        ]
    }

    /// Every country may have such an institute; one domain tells that it is the same.
    @Test func oneDomainTellsWhichBodyACommonNameMeans() throws {
        let result = resolve(institutes("exempla.org", "exempla.org"))
        #expect(result.cluster[0] == result.cluster[1])
        let join = try #require(result.joins.first)
        #expect(join.reason.contains("same web domain: exempla.org"))
        #expect(resolve(institutes("exempla.org", nil)).joins.isEmpty)
        #expect(resolve(institutes(nil, nil)).joins.isEmpty)
    }

    @Test func twoDomainsSayNothing() throws {
        #expect(resolve(institutes("exempla.org", "krasto.org")).joins.isEmpty)
        let inOneCountry = resolve(institutes("exempla.org", "krasto.org", countries: ["AT", "AT"]))
        #expect(inOneCountry.cluster[0] == inOneCountry.cluster[1])
        #expect(try !#require(inOneCountry.joins.first).reason.contains("domain"))
    }

    /// A domain is no evidence against what names and countries say.
    @Test func aDomainAloneJoinsNothing() {
        #expect(resolve(institutes("exempla.org", "exempla.org", countries: ["AT", "DE"])).joins.isEmpty)
        for other in ["University Hospital", "Museum of the Sea", "Library", "University of Krasto Press"] {
            let result = resolve([
                organization("University of Krasto", "en", document: 1, local: 0, domain: "krasto.eu"),
                organization(other, "en", document: 2, local: 0, domain: "krasto.eu"),
            ])
            #expect(result.joins.isEmpty, "\(other)")
        }
        // One page may have set one address below two bodies.
        let ofOnePage = resolve([
            organization("Institute of Water Research", "en", document: 1, local: 0, domain: "exempla.org"),
            organization("Water Institute", "en", document: 1, local: 1, domain: "exempla.org"),
        ])
        #expect(!ofOnePage.joins.contains { $0.reason.contains("domain") })
    }

    /// What many names share is the domain of a portal or of a government.
    @Test func aDomainOfManyNamesIsNoEvidence() {
        var entities = institutes("exempla.org", "exempla.org")
        for n in 0..<12 {
            entities.append(
                organization("Body \(n) of Krasto", "en", document: Int64(n + 3), local: 0, domain: "exempla.org"))
        }
        let joins = resolve(entities).joins.filter { $0.left == 0 && $0.right == 1 }
        #expect(joins.isEmpty)
    }

    @Test func countriesKeepNamesApart() {
        let result = resolve([
            organization("Ministry of Finance", "en", document: 1, local: 0, country: "LV"),
            organization("Finantsministeerium", "et", document: 2, local: 0, country: "EE"),
        ])
        #expect(result.cluster[0] != result.cluster[1])
    }

    @Test func aCommonNameWithoutCountryIsNoEvidence() {
        let result = resolve([
            organization("Ministry of Finance", "en", document: 1, local: 0),
            organization("Finantsministeerium", "et", document: 2, local: 0),
        ])
        #expect(result.cluster[0] != result.cluster[1])
    }

    @Test func townAndMunicipalityOfOneListAreTwo() {
        let result = resolve([
            organization("Miasto Ełk", "pl", document: 1, local: 0, country: "PL"),
            organization("Gmina Ełk", "pl", document: 1, local: 1, country: "PL"),
            project("LAKES", "pl", document: 1, partners: [0, 1]),
        ])
        #expect(result.cluster[0] != result.cluster[1])
    }

    @Test func acronymAloneJoinsNoProjects() {
        let result = resolve([
            organization("Tartu Ülikool", "et", document: 1, local: 0, country: "EE"),
            project("CREST", "et", document: 1, partners: [0]),
            organization("University of Porto", "en", document: 2, local: 0, country: "PT"),
            project("CREST", "en", document: 2, partners: [0]),
        ])
        #expect(result.cluster[1] != result.cluster[3])
    }

    @Test func translatedProjectsAreOneByPartnersAndDates() {
        var entities = twoLists()
        entities[4].name = "Põhjamaine puit"
        entities[9].name = "Nordyckie drewno"
        #expect(resolve(entities).cluster[4] == resolve(entities).cluster[9])
        entities[9].evidence = ["start 2016-01"]
        #expect(resolve(entities).cluster[4] != resolve(entities).cluster[9])
    }

    @Test func theOrderOfTheRestDoesNotMatter() {
        let entities = twoLists()
        let swapped = Array(entities[5...] + entities[..<5])
        let a = resolve(entities).cluster
        let b = resolve(swapped).cluster
        for i in 0..<10 {
            for j in 0..<10 { #expect((a[i] == a[j]) == (b[(i + 5) % 10] == b[(j + 5) % 10])) }
        }
    }

    @Test func lettersOfAnotherScriptAreOfferedOnly() {
        let result = resolve([
            project("CREST", "en", document: 1, partners: [], evidence: ["start 2021-03"]),
            project("CREЅT", "en", document: 2, partners: [], evidence: ["start 2021-03"]),
            project("CREST", "en", document: 3, partners: [], evidence: ["start 2021-03"]),
        ])
        #expect(result.cluster[0] == result.cluster[2])
        #expect(result.cluster[0] != result.cluster[1])
        #expect(result.open.contains { $0.left == 0 && $0.right == 1 })
    }

    @Test func manyEqualNamesAreQuick() {
        let entities = (0..<5_000).map {
            organization("Tartu Ülikool", "et", document: Int64($0 + 1), local: 0, country: "EE")
        }
        #expect(Set(resolve(entities).cluster).count == 1)
    }
}
