import SeosModel
import SeosPipeline
import SeosStore
import Testing

@Suite struct ResolutionTests {
    @Test func oneProjectOnThreePagesInThreeLanguagesIsOne() throws {
        let workspace = try Workspace(Pages.tide)
        try workspace.ingest()
        let found = try workspace.clusters(.project, mentioning: "TideLink")
        #expect(found.count == 1)
        #expect(Set(found.flatMap(\.mentions).map(\.uri)) == ["de.html", "en.html", "et.html"])
    }

    @Test func aSharedAcronymAloneJoinsNothing() throws {
        let workspace = try Workspace(Pages.tide.merging(["fr.html": Pages.otherTide]) { $1 })
        try workspace.ingest()
        let found = try workspace.clusters(.project, mentioning: "TideLink")
        #expect(found.count == 2)
        #expect(found.contains { Set($0.mentions.map(\.uri)) == ["fr.html"] })
    }

    @Test func aCountryIsOneRegionInEveryLanguageAndCase() throws {
        let workspace = try Workspace(Pages.tide)
        try workspace.ingest()
        let germany = try workspace.clusters(.region, mentioning: "Saksamaa")
        #expect(germany.count == 1)
        #expect(Set(germany.flatMap(\.mentions).map(\.quote)) == ["Germany", "Saksamaa", "DEUTSCHLAND"])
        #expect(germany.first?.name == "Germany")
        let estonia = try workspace.clusters(.region, mentioning: "Eesti")
        #expect(Set(estonia.flatMap(\.mentions).map(\.quote)) == ["Estonia", "Eesti"])
    }

    @Test func aLegalFormMakesNoOtherBody() throws {
        let workspace = try Workspace(Pages.tide)
        try workspace.ingest()
        let found = try workspace.clusters(.organization, mentioning: "Werft Sandnes")
        #expect(found.count == 1)
        #expect(Set(found.flatMap(\.mentions).map(\.quote)) == ["Werft Sandnes", "Werft Sandnes GmbH"])
    }

    @Test func anInflectedNameIsTheSameBody() throws {
        let workspace = try Workspace([
            "a.html": Pages.page(
                "pl", "Nadbrzeżne Łąki",
                ["Akronim projektu: NadŁąki", "Partner wiodący: Fundacja Zielona Zatoka, Polska", "Budżet: 9 000 EUR"]),
            "b.html": Pages.page(
                "pl", "Wydmy",
                ["Akronim projektu: WydmyPL", "Partnerzy: Fundacji Zielona Zatoka, Polska", "Budżet: 8 000 EUR"]),
        ])
        try workspace.ingest()
        let found = try workspace.clusters(.organization, mentioning: "Fundacji Zielona Zatoka")
        #expect(found.count == 1)
        #expect(found.first?.mentions.contains { $0.quote == "Fundacja Zielona Zatoka" } == true)
    }

    @Test func theSameNameInAnotherCountryIsAnotherBody() throws {
        let workspace = try Workspace([
            "a.html": Pages.page(
                "en", "SongbookOne", ["Project acronym: SongbookOne", "Lead partner: Music School North, Austria"]),
            "b.html": Pages.page(
                "en", "SongbookTwo", ["Project acronym: SongbookTwo", "Lead partner: Music School North, Slovenia"]),
        ])
        try workspace.ingest()
        let found = try workspace.clusters(.organization, mentioning: "Music School North")
        #expect(found.count == 2)
        #expect(found.allSatisfy { Set($0.mentions.map(\.uri)).count == 1 })
    }

    @Test func oneWordOfAnotherNameJoinsNothing() throws {
        let workspace = try Workspace([
            "a.html": Pages.page(
                "en", "LoomA", ["Project acronym: LoomA", "Lead partner: Weaving Society Aland, Finland"]),
            "b.html": Pages.page(
                "en", "LoomB", ["Project acronym: LoomB", "Lead partner: Weaving Society Gotland, Finland"]),
        ])
        try workspace.ingest()
        #expect(
            try workspace.clusters(.organization, mentioning: "Weaving Society Aland").allSatisfy {
                Set($0.mentions.map(\.uri)) == ["a.html"]
            })
    }

    @Test func everyJoinHasAStoredDecisionWithAReason() throws {
        let workspace = try Workspace(Pages.tide)
        try workspace.ingest()
        let all = try workspace.store.decisions()
        #expect(all.allSatisfy { !$0.decision.reason.isEmpty })
        // The others are questions for a person.
        let decisions = all.filter { $0.decision.verdict == .same }
        #expect(all.allSatisfy { $0.decision.verdict != .different })
        #expect(decisions.allSatisfy { $0.decision.maker.contains(".") && (0...1).contains($0.decision.score) })
        // As many joins as there are local entities beyond the first of each cluster.
        var locals = 0
        try workspace.store.localEntities { _ in locals += 1 }
        #expect(decisions.count == (try locals - workspace.allClusters().count))
        let project = try #require(decisions.first { $0.decision.kind == .project })
        #expect(project.decision.reason.contains("same short name; both:"))
    }
}
