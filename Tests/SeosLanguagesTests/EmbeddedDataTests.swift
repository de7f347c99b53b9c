import SeosLanguages
import SeosTestSupport
import Testing

/// What the binary carries is what the folder holds. `Scripts/embed-data` makes the list.
@Suite struct EmbeddedDataTests {
    static let data = ["Packs", "Gazetteer", "Model", "Concepts"].flatMap { folder in
        Folders.files(below: "\(Folders.languageData)/\(folder)").map { "\(folder)/\($0)" }
    }.filter { !$0.hasSuffix(".md") }
    static let queries = Folders.entries(of: "\(Folders.root)/graph/queries").filter { $0.hasSuffix(".cypher") }.map {
        "queries/\($0)"
    }

    /// Path of an embedded file below the package.
    private func path(_ name: String) -> String {
        name.hasPrefix("queries/") ? "\(Folders.root)/graph/\(name)" : "\(Folders.languageData)/\(name)"
    }

    @Test func namesAreTheFolders() { #expect(DataFiles.embedded.names == (Self.data + Self.queries).sorted()) }

    @Test(arguments: data + queries)
    func bytesAreTheFiles(name: String) { #expect(DataFiles.embedded.bytes(name) == Folders.bytes(path(name))) }

    @Test func aFolderReplacesSingleFiles() {
        let files = DataFiles(overrides: [
            "Packs/et/noise.tsv": Array("share\tjaga\tJaga\n".utf8), "Packs/xx/cues.tsv": [],
        ])
        #expect(files.bytes("Packs/et/noise.tsv")?.count == 16)
        #expect(files.bytes("Packs/et/cues.tsv") == DataFiles.embedded.bytes("Packs/et/cues.tsv"))
        #expect(files.bytes("Packs/xx/labels.tsv") == nil)
        #expect(files.names.contains("Packs/xx/cues.tsv"))
    }

    @Test func rowsThatCannotBeReadAreNamed() {
        let text = "# a comment\n\nnonsense\tx\ty\nlead.before\tjuhib\nlead.before\tjuhib\tTartu juhib projekti.\r\n"
        let pack = LanguagePack(language: "xx", files: DataFiles(overrides: ["Packs/xx/cues.tsv": Array(text.utf8)]))
        #expect(
            pack.errors == ["Packs/xx/cues.tsv:3: unknown class 'nonsense'", "Packs/xx/cues.tsv:4: want 3 columns"])
        #expect(pack.rules.map(\.example) == ["Tartu juhib projekti."])
    }
}
