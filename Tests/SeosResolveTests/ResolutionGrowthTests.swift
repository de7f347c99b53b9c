import SeosModel
import SeosResolve
import Testing

/// One page that tells of thousands of projects: what is looked at grows with the page, not with its square.
@Suite struct ResolutionGrowthTests {
    /// How the projects of a page are told.
    enum Kind: CaseIterable {
        /// Each with partners of its own.
        case apart
        /// All with the same partner, programme and dates, as in a programme's list of its projects.
        case alike
        /// All called by one short name.
        case called
    }

    private static let places = ["Tallinn", "Riga", "Vilnius", "Turku", "Gdańsk", "Malmö", "Aarhus", "Rostock"]

    private func page(_ document: Int64, _ count: Int, _ kind: Kind) -> [LocalEntity] {
        var entities: [LocalEntity] = []
        func add(_ kind: EntityKind, _ name: String, _ change: (inout LocalEntity) -> Void) {
            let n = entities.count
            var entity = LocalEntity(
                kind: kind, documentID: document, local: n, uri: "d\(document)", span: SourceSpan(n * 40, n * 40 + 30),
                firstMention: document * 1_000_000 + Int64(n), language: "en", name: name)
            change(&entity)
            entities.append(entity)
        }
        for n in 0..<count {
            let partner = entities.count
            let own = "\(Self.places[n % Self.places.count]) Society \(Self.word(n))"
            add(.organization, kind == .alike ? "Kihelgu Harbour Society" : own) { $0.country = "EE" }
            add(.project, kind == .called ? "TideLink" : "Tide\(Self.word(n))") {
                $0.acronym = $0.name
                $0.partners = [partner]
                $0.evidence = ["programme interreg-bsr 2021-2027", "start 2024-03"]
                if kind == .apart { $0.evidence.insert("amount total \(1_000_000 + n * 7_919) EUR") }
            }
        }
        return entities
    }

    /// A word that no other number has.
    private static func word(_ n: Int) -> String {
        let syllables = ["ba", "de", "gi", "ko", "lu", "ma", "ne", "pi", "ro", "su", "ta", "ve"]
        var (rest, word) = (n, "")
        for _ in 0..<4 {
            word += syllables[rest % syllables.count]
            rest /= syllables.count
        }
        return word.prefix(1).uppercased() + word.dropFirst()
    }

    @Test(arguments: Kind.allCases) func onePageOfThousandsOfProjects(_ kind: Kind) {
        let resolver = Resolver(legalForms: [])
        func work(_ count: Int) -> Int {
            // A second page, so that there is something to compare with.
            resolver.resolve(page(1, count, kind) + page(2, 20, kind)).compared
        }
        let (small, large) = (work(500), work(2_000))
        #expect(small > 0)
        #expect(large <= 6 * small + 20_000)
        #expect(large < 400 * 2_000)
    }
}
