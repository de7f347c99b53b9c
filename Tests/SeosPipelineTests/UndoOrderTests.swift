import SeosModel
import SeosPipeline
import SeosStore
import Testing

/// Whatever persons decided and in whatever order they take it back: in the end the graph is the first one, row for row.
@Suite struct UndoOrderTests {
    /// A generator of our own, so that a failure comes again.
    private struct Order: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private func pages() -> [String: String] {
        var pages: [String: String] = [:]
        for n in 0..<3 { pages["\(n).html"] = Pages.short(n) }
        pages["other.html"] = Pages.page("en", "Ring1", ["Project acronym: Ring1", "Total budget: 7,000,000 EUR"])
        return pages
    }

    @Test func undoneInAThousandOrders() throws {
        let workspace = try Workspace(pages())
        try workspace.ingest()
        let store = workspace.store
        var mentions: [Int64] = []
        try store.localEntities { if $0.kind == .project { mentions.append($0.firstMention) } }
        #expect(mentions.count >= 4)
        let first = try workspace.export()
        func follow() throws { try workspace.ingestor.follow(time: Workspace.time) }
        var order = Order(state: 7)
        var changed = 0
        for round in 0..<1_000 {
            var numbers: [Int64] = []
            for _ in 0..<Int.random(in: 1...4, using: &order) {
                let pair = mentions.shuffled(using: &order).prefix(2)
                numbers.append(
                    try store.addDecision(
                        NewDecision(
                            kind: .project, verdict: Bool.random(using: &order) ? .same : .different, left: pair[0],
                            right: pair[1], score: 1, reason: "seen", maker: NewDecision.person),
                        time: Workspace.time))
            }
            // Now and then the graph follows step by step; it does after the last one always.
            let isWatched = round % 50 == 0
            if isWatched {
                try follow()
                if try workspace.export() != first { changed += 1 }
            }
            for number in Set(numbers).shuffled(using: &order) {
                try store.undoDecision(number)
                if isWatched { try follow() }
            }
            if round % 10 == 9 || isWatched {
                try follow()
                #expect(try workspace.export() == first, "order \(round)")
            }
        }
        #expect(changed > 5)
    }
}
