import SeosLanguages
import SeosModel
import SeosResolve
import Testing

/// Projects told by two pages under two titles: joined by what the pages agree on, never by one thing alone.
@Suite struct ProjectJoinsTests {
    private let partners = [
        ("en", ["University of Tartu", "Vidzeme Planning Region", "City of Kaunas", "Green Energy Society"]),
        ("pl", ["Uniwersytet w Tartu", "Region Planowania Vidzeme", "Miasto Kowno", "Towarzystwo Zielonej Energii"]),
    ]
    private let countries = ["EE", "LV", "LT", "FI"]

    private func page(
        _ name: String, _ number: Int, acronym: String? = nil, partners count: Int = 4, _ evidence: Set<String>
    ) -> [LocalEntity] {
        let (language, names) = partners[number]
        let document = Int64(number + 1)
        var entities: [LocalEntity] = []
        for n in 0..<count {
            entities.append(
                LocalEntity(
                    kind: .organization, documentID: document, local: n, uri: "d\(document)",
                    span: SourceSpan(n * 40, n * 40 + 30), firstMention: document * 1000 + Int64(n),
                    language: language, name: names[n], country: countries[n]))
        }
        var project = LocalEntity(
            kind: .project, documentID: document, local: 99, uri: "d\(document)", span: SourceSpan(990, 995),
            firstMention: document * 1000 + 99, language: language, name: name, acronym: acronym, evidence: evidence)
        project.partners = Array(0..<count)
        entities.append(project)
        return entities
    }

    private func areOne(_ first: [LocalEntity], _ second: [LocalEntity]) -> Bool {
        let result = Resolver(legalForms: []).resolve(first + second)
        return result.cluster[first.count - 1] == result.cluster[first.count + second.count - 1]
    }

    private let facts: Set<String> = [
        "start 2021-03", "end 2024-02", "amount total 1250417 EUR", "programme interreg-bsr",
    ]

    @Test func partnersDatesAndAmountsJoinTranslatedTitles() {
        #expect(areOne(page("Wood for the North", 0, facts), page("Drewno dla Północy", 1, facts)))
        #expect(areOne(page("Forest School", 0, facts), page("Zupełnie inaczej", 1, facts)))
    }

    @Test func theJoinSaysWhy() throws {
        let result = Resolver(legalForms: []).resolve(
            page("Forest School", 0, facts) + page("Zupełnie inaczej", 1, facts))
        let join = try #require(result.joins.first { $0.rule == "project.context" })
        #expect(join.reason.contains("4 common partners"))
        #expect(join.reason.contains("both begin 2021-03"))
        #expect(join.reason.contains("the same total"))
        #expect(join.score > 0.5 && join.score < 1)
    }

    @Test func theNumberOfAProjectJoinsItsPages() throws {
        func numbered(_ name: String, _ number: Int, _ code: String) -> [LocalEntity] {
            var entities = page(name, number, partners: 0, [])
            entities[0].code = code
            return entities
        }
        let result = Resolver(legalForms: []).resolve(
            numbered("Forest School", 0, "eelv00057") + numbered("Zupełnie inaczej", 1, "eelv00057"))
        #expect(result.cluster[0] == result.cluster[1])
        #expect(result.joins.first?.reason == "same project number eelv00057")
        #expect(!areOne(numbered("Forest School", 0, "eelv00057"), numbered("Zupełnie inaczej", 1, "eelv00058")))
        // Too short to be one programme's alone.
        #expect(!areOne(numbered("Forest School", 0, "p0417"), numbered("Zupełnie inaczej", 1, "p0417")))
    }

    @Test func oneKindOfEvidenceIsNotEnough() {
        // The same four partners run two projects.
        #expect(!areOne(page("Forest School", 0, []), page("Zupełnie inaczej", 1, [])))
        // Two projects of one programme begin and end together.
        let dates: Set<String> = ["start 2021-03", "end 2024-02", "programme interreg-bsr"]
        #expect(!areOne(page("Forest School", 0, partners: 0, dates), page("Zupełnie inaczej", 1, partners: 0, dates)))
        // A round sum and nothing else.
        let sum: Set<String> = ["amount total 2000000 EUR"]
        #expect(!areOne(page("Forest School", 0, partners: 1, sum), page("Zupełnie inaczej", 1, partners: 1, sum)))
    }

    @Test func periodsThatLieApartAreTwoProjects() {
        var later = facts
        later.remove("start 2021-03")
        later.remove("end 2024-02")
        later.formUnion(["start 2025-03", "end 2027-02"])
        #expect(!areOne(page("Wood for the North", 0, facts), page("Drewno dla Północy", 1, later)))
    }

    @Test func aNumberOfASeriesKeepsProjectsApart() {
        #expect(!areOne(page("Green Railway", 0, facts), page("Zielona Kolej II", 1, facts)))
        #expect(!areOne(page("FIRENET", 0, facts), page("FIRENET +", 1, facts)))
        #expect(areOne(page("Green Railway II", 0, facts), page("Zielona Kolej II", 1, facts)))
    }

    @Test func twoAcronymsAreTwoProjects() {
        #expect(
            !areOne(
                page("CREW", 0, acronym: "CREW", facts), page("GREW", 1, acronym: "GREW", facts)))
        #expect(areOne(page("CREW", 0, acronym: "CREW", facts), page("CREW", 1, acronym: "CREW", facts)))
        // The same acronym, and nothing else in common.
        #expect(
            !areOne(
                page("CREW", 0, acronym: "CREW", partners: 0, ["start 2021-03"]),
                page("CREW", 1, acronym: "CREW", partners: 0, ["start 2022-07"])))
    }

    @Test func aPageThatTellsOfTwoProjectsKeepsThemApart() {
        var first = page("Forest School", 0, facts)
        var other = first[first.count - 1]
        other.local = 98
        other.firstMention += 500
        other.name = "Forest Market"
        other.span = SourceSpan(1200, 1210)
        first.append(other)
        let second = page("Zupełnie inaczej", 1, facts)
        let result = Resolver(legalForms: []).resolve(first + second)
        #expect(result.cluster[4] != result.cluster[5])
    }
}
