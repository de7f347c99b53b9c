import SeosLanguages
import SeosResolve
import Testing

/// The tables in which names of places are looked up say what the gazetteer says, and follow it.
@Suite struct PlaceIndexTests {
    @Test func tablesAreThoseOfTheGazetteer() {
        for table in PlaceTables.made(from: .embedded) {
            // Not in the expectation itself, which would print a million bytes.
            let isCurrent = DataFiles.embedded.bytes(table.name) == table.bytes
            #expect(isCurrent, "\(table.name) is not what the gazetteer says; run Scripts/index-places")
        }
    }

    /// How alike two names are, with other data files.
    private func score(_ a: String, _ b: String, _ files: DataFiles) -> Double {
        var matcher = NameMatcher(resources: NameResources(files: files))
        let left = matcher.signature(of: a, language: "en")
        let right = matcher.signature(of: b, language: "de")
        return matcher.match(left, right).score
    }

    @Test func aGazetteerInFrontIsReadInsteadOfTheTables() {
        let rows = """
            SI-900\tSI\tiso2\ten\tUpper Quelland\tseos
            SI-900\tSI\tiso2\tde\tOberquellingen\tseos

            """
        let files = DataFiles(overrides: ["Gazetteer/gazetteer.tsv": Array(rows.utf8)])
        let names = ("University of Upper Quelland", "Universität Oberquellingen")
        #expect(score(names.0, names.1, files) > score(names.0, names.1, .embedded))
        #expect(score(names.0, names.1, files) > 0.5)
    }

    @Test func tablesOfOtherDataAreNotBelieved() {
        let names = ("University of Tartu", "Universität Dorpat")
        let known = score(names.0, names.1, .embedded)
        let files = DataFiles(overrides: ["Gazetteer/index/place-names.txt": Array("# made from nothing 0\n".utf8)])
        #expect(score(names.0, names.1, files) == known)
    }
}
