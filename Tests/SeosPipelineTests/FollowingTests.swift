import Foundation
import SeosExtract
import SeosModel
import SeosPipeline
import SeosStore
import SeosTestSupport
import Testing

/// A graph that followed its documents one by one is the graph that is computed of all of them at once.
@Suite struct FollowingTests {
    /// A generator of our own, so that a failure comes again.
    private struct Order: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    /// Everything that resolution makes, numbers and times of decisions left out.
    private struct Picture: Equatable {
        var export: String
        var clusters: [Cluster]
        var decisions: [String]
        var found: [String]

        init(_ workspace: Workspace) throws {
            export = try workspace.export()
            clusters = try workspace.allClusters()
            decisions = try workspace.store.decisions().map { known in
                let d = known.decision
                return "\(d.kind) \(d.verdict) \(d.left) \(d.right) \(d.score) \(d.reason) \(d.maker) \(known.isUndone)"
            }.sorted()
            found = try ["museum", "tartu", "region", "interreg", "university"].flatMap { word in
                try workspace.store.search(name: word, limit: 1_000).map { "\($0)" }.sorted()
            }
        }
    }

    private static func pages(_ count: Int, from first: Int = 0) -> [String] {
        let texts = Folders.files(below: Folders.documents).filter { $0.hasSuffix(".txt") || $0.hasSuffix(".html") }
        return texts.dropFirst(first).prefix(count).map { Folders.documents + "/" + $0 }
    }

    /// Compares the graph as it followed with one computed of all documents, and goes on with the latter.
    private func expectWhole(_ workspace: Workspace, _ what: Comment) throws {
        let followed = try Picture(workspace)
        try workspace.ingestor.resolve(time: Workspace.time)
        let whole = try Picture(workspace)
        #expect(followed.export == whole.export, what)
        #expect(followed.clusters == whole.clusters, what)
        #expect(followed.decisions == whole.decisions, what)
        #expect(followed.found == whole.found, what)
        #expect(try workspace.store.integrityCheck().isEmpty, what)
    }

    @Test func documentsThatComeOneByOneInAnyOrderMakeTheSameGraph() throws {
        let pages = Self.pages(18)
        let whole = try Workspace()
        try whole.ingest(pages)
        let expected = try Picture(whole)
        for seed in [3, 4] {
            var order = Order(state: UInt64(seed))
            var rest = pages.shuffled(using: &order)
            let workspace = try Workspace()
            while !rest.isEmpty {
                let count = Int.random(in: 1...5, using: &order)
                try workspace.ingest(Array(rest.prefix(count)))
                rest = Array(rest.dropFirst(count))
            }
            let found = try Picture(workspace)
            #expect(found.export == expected.export)
            #expect(found.clusters == expected.clusters)
            #expect(found.decisions == expected.decisions)
            #expect(found.found == expected.found)
        }
    }

    @Test(arguments: [1, 2]) func whateverHappensToDocumentsAndDecisionsTheGraphIsWhole(seed: Int) throws {
        let workspace = try Workspace()
        var events = Events(workspace, Self.pages(32, from: 20), Order(state: UInt64(seed)))
        try events.add(12)
        try workspace.ingest()
        for step in 0..<9 {
            let what = ["add", "add", "remove", "change", "merge", "split", "undo", "add"][step % 8]
            try events.happen(what)
            try workspace.ingest { $0.prune = true }
            if step % 3 == 2 { try expectWhole(workspace, "seed \(seed), step \(step), \(what)") }
        }
    }

    /// What happens to a graph: pages come, go and change, persons decide.
    private struct Events {
        let workspace: Workspace
        var rest: [String]
        var names: [String] = []
        var order: Order

        init(_ workspace: Workspace, _ pages: [String], _ order: Order) {
            self.workspace = workspace
            self.order = order
            rest = pages.shuffled(using: &self.order)
        }

        mutating func add(_ count: Int) throws {
            for path in rest.prefix(count) {
                let name = "\(Int.random(in: 100...999, using: &order))-" + (path as NSString).lastPathComponent
                try FileManager.default.copyItem(atPath: path, toPath: workspace.path(name))
                names.append(name)
            }
            rest = Array(rest.dropFirst(count))
        }

        mutating func happen(_ what: String) throws {
            let book = DecisionBook(store: workspace.store, resources: .embedded, time: Workspace.time)
            switch what {
            case "remove":
                try workspace.remove(names.remove(at: Int.random(in: 0..<names.count, using: &order)))
            case "change":
                guard let name = names.randomElement(using: &order) else { return }
                var lines = try String(contentsOfFile: workspace.path(name), encoding: .utf8).split(
                    separator: "\n", omittingEmptySubsequences: false)
                lines.remove(at: Int.random(in: 0..<lines.count, using: &order))
                try workspace.write(name, lines.joined(separator: "\n"))
            case "merge":
                let clusters = try workspace.clusters(.organization).shuffled(using: &order)
                if clusters.count > 1 { try book.merge(clusters[0].entityID, clusters[1].entityID) }
            case "split":
                let clusters = try workspace.allClusters().shuffled(using: &order)
                let shared = clusters.first { Set($0.mentions.map(\.uri)).count > 1 }
                guard let shared, let mention = try workspace.store.mentions(of: shared.entityID).first else { return }
                try book.split(shared.entityID, mentions: [mention.id])
            case "undo":
                let known = try workspace.store.decisions().filter { !$0.isUndone }
                if let decision = known.randomElement(using: &order) { try book.undo(decision.id) }
            default: try add(Int.random(in: 1...2, using: &order))
            }
        }
    }

    /// The second page of a project changes what is known of the first without touching others.
    @Test func aNewDocumentLeavesOtherDecisionsTheirNumbers() throws {
        let workspace = try Workspace()
        let pages = Self.pages(12)
        try workspace.ingest(Array(pages.dropLast()))
        let before = try workspace.store.decisions()
        try workspace.ingest(pages)
        let after = Dictionary(
            try workspace.store.decisions().map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        #expect(!before.isEmpty)
        let kept = before.filter { after[$0.id] == $0 }
        #expect(kept.count * 10 >= before.count * 8)
    }

    /// More pages have the short name than are compared with each other; those that come later join all the same.
    @Test func aPageOnWhatManyTellOfJoinsIt() throws {
        func page(_ n: Int) -> String {
            Pages.page(
                "en", "TideLink",
                [
                    "Project acronym: TideLink", "Lead partner: Kihelgu Harbour Society, Estonia",
                    "Partners: Werft Sandnes GmbH, Germany; Society of Pier \(n % 7), Latvia",
                    "Programme: Interreg Baltic Sea Region 2021–2027", "Project period: 01.03.2024 – 28.02.2027",
                    "Co-funded by the European Union. Total budget: \(1_200 + n),000 EUR",
                ])
        }
        let workspace = try Workspace()
        for n in 0..<46 { try workspace.write("\(n).html", page(n)) }
        try workspace.ingest()
        for n in 46..<52 {
            try workspace.write("\(n).html", page(n))
            try workspace.ingest()
            if n % 2 == 1 { try expectWhole(workspace, "page \(n)") }
        }
        #expect(try workspace.clusters(.project, mentioning: "TideLink").count == 1)
        #expect(try workspace.clusters(.organization, mentioning: "Kihelgu Harbour Society").count == 1)
        try workspace.write("other.html", Pages.otherTide)
        try workspace.ingest()
        try expectWhole(workspace, "another project of that name")
        #expect(try workspace.clusters(.project, mentioning: "TideLink").count == 2)
    }

    /// A page that is joined with many of a project's pages in several ways: which joins are needed is the same as when all
    /// are resolved, though the others are not looked at.
    @Test(arguments: [5, 6]) func pagesAddedToAProjectLeaveOnlyTheJoinsThatAreNeeded(seed: Int) throws {
        var order = Order(state: UInt64(seed))
        func page(_ n: Int) -> String {
            var lines: [String] = []
            func maybe(_ line: String, _ share: Int) {
                if Int.random(in: 0..<100, using: &order) < share { lines.append(line) }
            }
            maybe("Project acronym: TideLink", 60)
            maybe("Project title: Small harbours learn from each other on both sides", 50)
            maybe("Project number: 2024-1-EE01-KA210-000\(Int.random(in: 1...2, using: &order))", 40)
            maybe("Programme: Interreg Baltic Sea Region 2021–2027", 70)
            maybe("Project period: 01.03.2024 – 28.02.2027", 60)
            maybe("Lead partner: Kihelgu Harbour Society, Estonia", 70)
            maybe("Partners: Werft Sandnes GmbH, Germany; Society of Pier \(n % 5), Latvia", 60)
            maybe("Total budget: \(n % 3 == 0 ? "1,250,731" : "1,250,944") EUR", 60)
            if !lines.contains(where: { $0.contains("acronym") || $0.contains("title") }) {
                lines.insert("Project acronym: HarbourRing\(n % 2)", at: 0)
            }
            return Pages.page("en", "Page \(n)", lines)
        }
        let workspace = try Workspace()
        for n in 0..<24 { try workspace.write("\(n).html", page(n)) }
        try workspace.ingest()
        for n in 24..<36 {
            try workspace.write("\(n).html", page(n))
            try workspace.ingest()
            if n % 2 == 1 { try expectWhole(workspace, "seed \(seed), page \(n)") }
        }
        #expect(try workspace.clusters(.project, mentioning: "TideLink").count >= 1)
    }

    /// Pages that come before those who were the first to have a number or a name, and push others from among the first:
    /// joins by these keys are chosen anew, in both projects of one name.
    @Test(arguments: [7, 8]) func pagesThatComeBeforeTheFirst(seed: Int) throws {
        var order = Order(state: UInt64(seed))
        // In the order of resolution: ids of documents are hashes of their names.
        let names = (0..<56).map { "\($0).html" }.sorted {
            StableID.make("document", $0) < StableID.make("document", $1)
        }
        func page(_ n: Int) -> String {
            var lines = ["Project acronym: TideLink"]
            func maybe(_ line: String, _ share: Int) {
                if Int.random(in: 0..<100, using: &order) < share { lines.append(line) }
            }
            if n % 4 == 3 {
                lines += ["Project period: 01.02.2011 – 31.01.2013", "Programme: Interreg North Sea Region 2007–2013"]
                maybe("Project number: 2011-7-SE02-KA110-0009", 40)
            } else {
                maybe("Project period: 01.03.2024 – 28.02.2027", 70)
                maybe("Programme: Interreg Baltic Sea Region 2021–2027", 60)
                maybe("Lead partner: Kihelgu Harbour Society, Estonia", 60)
                maybe("Total budget: 1,250,731 EUR", 40)
                if n > 3 {
                    maybe("Project number: 2024-1-EE01-KA210-0001", 40)
                    maybe("Project title: Small harbours learn from each other on both sides", 30)
                }
            }
            return Pages.page("en", "Page \(n)", lines)
        }
        let workspace = try Workspace()
        for (n, name) in names.enumerated() where n < 4 || n >= 12 { try workspace.write(name, page(n)) }
        try workspace.ingest()
        for n in (4..<12).reversed() {
            try workspace.write(names[n], page(n))
            try workspace.ingest()
            if n % 2 == 0 { try expectWhole(workspace, "seed \(seed), page \(n)") }
        }
        #expect(try workspace.clusters(.project, mentioning: "TideLink").count >= 2)
    }

    /// A page on two projects that become one with what stands, and a person's decision about one of its pages.
    @Test func pagesOnTwoProjectsAndPersonsDecisionsAreFollowed() throws {
        func page(_ n: Int, _ more: [String] = []) -> String {
            Pages.page(
                "en", "TideLink",
                [
                    "Project acronym: TideLink", "Lead partner: Kihelgu Harbour Society, Estonia",
                    "Programme: Interreg Baltic Sea Region 2021–2027", "Project period: 01.03.2024 – 28.02.2027",
                    "Total budget: 1,250,731 EUR",
                ] + more)
        }
        let workspace = try Workspace()
        for n in 0..<8 { try workspace.write("\(n).html", page(n)) }
        try workspace.ingest()
        try workspace.write(
            "two.html",
            page(
                8,
                [
                    "Project acronym: GroveLink", "Lead partner: Werft Sandnes GmbH, Germany",
                    "Project period: 01.03.2024 – 28.02.2027", "Total budget: 990,125 EUR",
                ]))
        try workspace.ingest()
        try expectWhole(workspace, "two projects of one page")
        let book = DecisionBook(store: workspace.store, resources: .embedded, time: Workspace.time)
        let project = try #require(try workspace.clusters(.project, mentioning: "TideLink").first).entityID
        let mentions = try workspace.store.mentions(of: project)
        let mention = try #require(mentions.first { $0.uri == "3.html" })
        try book.split(project, mentions: [mention.id])
        try workspace.ingest()
        try expectWhole(workspace, "one page split off")
        try workspace.write("9.html", page(9))
        try workspace.ingest()
        try expectWhole(workspace, "a page after a person's decision")
    }

    /// A page in another language that fits two projects, which one page tells apart: it joins the better one, and the
    /// other is not looked at as a whole.
    @Test func aPageDrawnToTwoProjectsJoinsOne() throws {
        let common = [
            "Programme: Interreg Baltic Sea Region 2021–2027", "Project period: 01.03.2024 – 28.02.2027",
            "Lead partner: Kihelgu Harbour Society, Estonia", "Partners: Werft Sandnes GmbH, Germany",
        ]
        func lines(_ name: String, _ total: String) -> [String] {
            ["Project acronym: \(name)"] + common + ["Total budget: \(total) EUR"]
        }
        let workspace = try Workspace()
        for n in 0..<6 {
            try workspace.write("tide\(n).html", Pages.page("en", "TideLink", lines("TideLink", "1,250,731")))
            try workspace.write("grove\(n).html", Pages.page("en", "GroveLink", lines("GroveLink", "990,125")))
        }
        let both = lines("TideLink", "1,250,731") + lines("GroveLink", "990,125")
        try workspace.write("both.html", Pages.page("en", "Two projects", both))
        try workspace.ingest()
        let drawn = [
            "Projekttitel: Häfen lernen von Häfen", "Programm: Interreg Baltic Sea Region 2021–2027",
            "Projektlaufzeit: 01.03.2024 – 28.02.2027", "Lead-Partner: Kihelgu Harbour Society, Estland",
            "Partner: Werft Sandnes GmbH, Deutschland",
        ]
        for (n, total) in ["1.250.731", "990.125", "77.000"].enumerated() {
            let page = Pages.page("de", "Häfen lernen von Häfen", drawn + ["Gesamtkosten: \(total) Euro"])
            try workspace.write("drawn\(n).html", page)
            try workspace.ingest()
            try expectWhole(workspace, "a page with the total \(total)")
        }
    }

    /// Who has one domain is found by it, and whoever names a body once more changes nothing.
    @Test func domainsOfTheWebAreFollowed() throws {
        let names = [
            ("en", "Institute of Water Research"), ("de", "Institut für Wasserforschung"),
            ("en", "Institute for Water Research"), ("pl", "Instytut Badań Wody"),
        ]
        func page(_ n: Int, _ domain: String) -> String {
            let (language, name) = names[n % names.count]
            return Pages.page(
                language, "Ring\(n)",
                ["Project acronym: Ring\(n)", "Total budget: \(n + 1),000 EUR", name, "office@\(domain)"])
        }
        let workspace = try Workspace(["0.html": page(0, "exempla-wasser.org")])
        try workspace.ingest()
        let domains = ["exempla-wasser.org", "exempla-wasser.org", "gmail.com", "krasto-wasser.org"]
        for n in 1..<9 {
            try workspace.write("\(n).html", page(n, domains[n % domains.count]))
            try workspace.ingest()
            try expectWhole(workspace, "page \(n)")
        }
        let reasons = try workspace.store.decisions().map(\.decision.reason)
        #expect(reasons.contains { $0.contains("same web domain: exempla-wasser.org") })
        #expect(!reasons.contains { $0.contains("domain: gmail") })
        try workspace.remove("1.html")
        try workspace.write("2.html", page(2, "krasto-wasser.org"))
        try workspace.ingest { $0.prune = true }
        try expectWhole(workspace, "one page less, another address")
    }

    /// What a page said earlier of an amount that nobody names any more belongs to nothing, as after resolving all.
    @Test func whatWasSaidOfAmountsThatAreGoneIsForgotten() throws {
        let workspace = try Workspace(["a.html": Pages.budget("1,250,000 EUR"), "b.html": Pages.short(3)])
        try workspace.ingest()
        let claims = try workspace.claims()
        try workspace.write("a.html", Pages.budget("990,000 EUR"))
        try workspace.ingest()
        func objects() throws -> [Int64?] { try claims.map { try workspace.store.claim($0.id)?.claim.objectID } }
        let followed = try objects()
        try expectWhole(workspace, "another budget")
        #expect(try objects() == followed)
        let amounts = claims.indices.filter { claims[$0].property == .amount && claims[$0].uri == "a.html" }
        #expect(!amounts.isEmpty)
        #expect(amounts.allSatisfy { claims[$0].objectID != nil && followed[$0] == nil })
    }

    /// Keys of another version of the rules are not trusted: everything is computed, and followed from then on.
    @Test func keysOfOtherRulesAreMadeAnew() throws {
        let workspace = try Workspace()
        let pages = Self.pages(8)
        try workspace.ingest(Array(pages.prefix(6)))
        try workspace.store.updateGraph { update in try update.replaceKeys(version: "of other rules") { _ in } }
        try workspace.ingest(pages)
        let whole = try Workspace()
        try whole.ingest(pages)
        #expect(try Picture(workspace) == Picture(whole))
    }
}
