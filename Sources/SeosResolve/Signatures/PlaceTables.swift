public import SeosLanguages

/// The tables of places that `Scripts/index-places` writes and the binary carries.
public enum PlaceTables {
    /// The tables made from data files as they are now: names below the folder of data, and contents.
    public static func made(from files: DataFiles) -> [(name: String, bytes: [UInt8])] {
        let writer = PlaceIndexWriter(files: files, lexicon: ConceptLexicon(files: files))
        let tables = writer.tables(mark: PlaceIndexWriter.mark(files))
        return zip(PlaceIndex.tables, tables).map { (PlaceIndex.path($0), $1) }
    }
}
