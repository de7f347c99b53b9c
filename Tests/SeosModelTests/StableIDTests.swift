import SeosModel
import Testing

@Suite struct StableIDTests {
    /// Databases and exports hold these; another value would give every entity a new id.
    @Test(
        arguments: [
            ([], 4_538_099_935_291_686),
            ([""], 4_538_099_935_291_686),
            (["a"], 749_148_223_491_675),
            (["project", "documents/et-niidukaar.txt", "0", "12"], 82_694_507_563_549),
            (["organization", "Łódź õ 😀"], 2_031_381_284_232_663),
        ] as [([String], Int64)])
    func givesTheSameIdsForever(parts: [String], id: Int64) { #expect(StableID.make(parts) == id) }

    @Test func staysBelowTwoToThe53AndAboveZero() {
        for n in 0..<5_000 {
            let id = StableID.make("organization", "documents/\(n).html", String(n * 7))
            #expect(id > 0 && id < 1 << 53)
        }
    }

    @Test func partsAreKeptApart() {
        #expect(StableID.make("ab", "c") != StableID.make("a", "bc"))
        #expect(StableID.make("a", "") != StableID.make("a"))
        #expect(StableID.make("a", "b") != StableID.make("b", "a"))
    }

    @Test func neighboursDoNotCollide() {
        let ids = Set((0..<20_000).map { StableID.make("region", "a.html", String($0)) })
        #expect(ids.count == 20_000)
    }
}
