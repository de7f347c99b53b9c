internal import SeosLanguages
internal import SeosText

/// Which groups of places the gazetteer's names can mean: looked up in tables that `Scripts/index-places` makes, since a
/// hundred thousand names take longer to read than a page.
///
/// The tables are those of ``PlaceIndexWriter``; where they were made from other files than there are (a folder of
/// `--packs`, a changed gazetteer), they are made anew in memory, so that they never say anything else.
struct PlaceIndex: Sendable {
    /// The hash of a name, and one group that it can mean: the first ones first.
    private let names: RecordTable
    /// Where the row of a group's largest place begins, and one more than where that of its only division of ISO 3166-2
    /// does, 0 without one.
    private let groups: RecordTable
    /// The hash of a place's code, and its group.
    private let codes: RecordTable
    /// The gazetteer's files, and how many bytes stand before each.
    private let files: [(bytes: DataBytes, start: Int)]
    /// Rows from here on are of the table of smaller towns.
    private let towns: Int

    /// Letters of a row's place, and of a group's number.
    static let rowLetters = 4
    static let groupLetters = 3
    static let tables = ["names", "groups", "codes"]

    init(files: DataFiles, lexicon: ConceptLexicon) {
        let mark = PlaceIndexWriter.mark(files)
        let ready = Self.tables.compactMap { files.kept(Self.path($0)) }
        var tables = Self.read(ready)
        if tables.count < Self.tables.count || tables.contains(where: { $0.mark != mark }) {
            tables = Self.read(
                PlaceIndexWriter(files: files, lexicon: lexicon).tables(mark: mark).map { DataBytes($0) })
        }
        names = tables[0]
        groups = tables[1]
        codes = tables[2]
        var rows: [(bytes: DataBytes, start: Int)] = []
        var start = 0
        for name in PlaceIndexWriter.sources {
            rows.append((files.kept(name) ?? DataBytes([]), start))
            start += rows[rows.count - 1].bytes.count
        }
        self.files = rows
        towns = rows.last?.start ?? 0
    }

    static func path(_ table: String) -> String { "\(DataFiles.indexFolder)place-\(table).txt" }

    private static func read(_ bytes: [DataBytes]) -> [RecordTable] {
        let widths = [RecordTable.keyLetters + groupLetters, 2 * rowLetters, RecordTable.keyLetters + groupLetters]
        return zip(bytes, widths).map { RecordTable($0, width: $1) }
    }

    /// How many groups there are.
    var count: Int { groups.count }

    /// Calls `body` with the groups that a name's hash can mean.
    func forEachGroup(named hash: UInt64, _ body: (Int32) -> Void) {
        let key = RecordTable.key(hash)
        guard var record = names.first(key) else { return }
        repeat {
            body(group(names, record))
            record += 1
        } while names.has(key, record)
    }

    /// The group of a place.
    func group(code: String) -> Int32? { codes.first(RecordTable.key(Hash.of(code.utf8))).map { group(codes, $0) } }

    private func group(_ table: RecordTable, _ record: Int) -> Int32 {
        Int32(table.number(in: record, at: RecordTable.keyLetters, letters: Self.groupLetters))
    }

    func isTown(_ group: Int32) -> Bool { row(of: group) >= towns }

    /// Two letters, packed.
    func country(_ group: Int32) -> UInt16 {
        withRow(row(of: group)) { code, parent in PlaceNames.iso(PlaceNames.pack(parent.isEmpty ? code : parent)) } ?? 0
    }

    /// The code of its largest place.
    func code(_ group: Int32) -> String { code(row: row(of: group)) }

    /// The only code of ISO 3166-2 that a group has.
    func division(_ group: Int32) -> String? {
        let row = groups.number(in: Int(group), at: Self.rowLetters, letters: Self.rowLetters)
        return row == 0 ? nil : code(row: row - 1)
    }

    // MARK: Rows

    private func row(of group: Int32) -> Int { groups.number(in: Int(group), at: 0, letters: Self.rowLetters) }

    private func code(row: Int) -> String { withRow(row) { code, _ in String(decoding: code, as: UTF8.self) } ?? "" }

    /// - Parameter body: gets the code of the row's place, and of what it is a part of.
    private func withRow<R>(_ row: Int, _ body: (DataField, DataField) -> R) -> R? {
        guard let file = files.last(where: { $0.start <= row }) else { return nil }
        return file.bytes.withBytes { bytes in
            let from = row - file.start
            guard let first = bytes[from...].firstIndex(of: 0x09),
                let second = bytes[(first + 1)...].firstIndex(of: 0x09)
            else { return nil }
            return body(PlaceNames.plain(bytes[from..<first]), PlaceNames.plain(bytes[(first + 1)..<second]))
        }
    }
}
