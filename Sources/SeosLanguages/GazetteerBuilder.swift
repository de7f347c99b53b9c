internal import SeosText

/// Reads the sources of the gazetteer: CLDR's countries, the table of regions and cities, and the regions that packs
/// name themselves ("Baltic Sea region").
struct GazetteerBuilder {
    private(set) var places: [Place] = []
    /// Places by the hash of their codes.
    private(set) var byCode = WordTable(capacity: 50_000)
    private(set) var names = GazetteerNames(capacity: 110_000)

    init() {
        places.reserveCapacity(50_000)
    }

    mutating func addTerritories(in language: String) {
        let tag = names.tag(adding: language)
        LocaleTable.withTerritories(in: language) { bytes in
            TSV.forEachRow(bytes) { row in
                let p = place(row.string(1), "", level: 0)
                names.add(row[2], p, tag)
                names.display(row[2], p, tag)
            }
        }
    }

    /// - Parameter bytes: rows of code, parent, kind, language, name, source.
    mutating func addPlaces(_ bytes: UnsafeBufferPointer<UInt8>) {
        // Rows of one place stand together, and so do its names in one language: fields are compared with those of the
        // row before where they lie.
        var code = UnsafeBufferPointer<UInt8>(rebasing: bytes[..<0])
        var name = code
        var place: Int32 = -1
        var tag: Int16 = -1
        var tags: [(letters: UInt64, tag: Int16)] = []
        let mixed = names.tag(adding: "mul")
        TSV.forEachRow(bytes) { row in
            guard row.count >= 5 else { return }
            if place < 0 || !TSV.areEqual(row[0], code) {
                code = row[0]
                place = self.place(
                    Self.code(row[0]), Self.code(row[1]), level: Self.level(row), isSmall: row.isEqual(2, "town"),
                    isLandscape: row.isEqual(2, "landscape"),
                    isWide: row.isEqual(2, "wide") || row.isEqual(2, "world"))
            }
            if places[Int(place)].names < .max { places[Int(place)].names += 1 }
            if tag < 0 || !TSV.areEqual(row[3], name) {
                name = row[3]
                tag = self.tag(row, &tags)
            }
            // Packs name what is wide.
            if row.isEqual(2, "wide") { return }
            names.add(row[4], place, tag)
            if tag != mixed { names.display(row[4], place, tag) }
        }
    }

    /// The tag of a row's language.
    ///
    /// - Parameter known: the few languages met so far, by their letters.
    private mutating func tag(_ row: TSV.Row, _ known: inout [(letters: UInt64, tag: Int16)]) -> Int16 {
        let letters = row[3].reduce(0) { $0 << 8 | UInt64($1) }
        if row[3].count <= 8, let found = known.first(where: { $0.letters == letters }) { return found.tag }
        let tag = names.tag(adding: row.isEqual(3, "no") ? "nb" : row.string(3))
        if row[3].count <= 8 { known.append((letters, tag)) }
        return tag
    }

    private static func level(_ row: TSV.Row) -> Int {
        if row.isEqual(2, "country") { return 0 }
        if row.isEqual(2, "wide") || row.isEqual(2, "world") { return -1 }
        if row.isEqual(2, "nuts1") { return 1 }
        if row.isEqual(2, "nuts2") { return 2 }
        return row.isEqual(2, "nuts3") || row.isEqual(2, "iso2") ? 3 : 4
    }

    /// The `place` rows of a pack whose key stands for a region of its own (`x-…`).
    mutating func addRegions(of language: String, _ bytes: UnsafeBufferPointer<UInt8>) {
        let tag = names.tag(adding: language)
        TSV.forEachRow(bytes, fields: 4) { row in
            guard row.isEqual(0, "place"), row.count >= 4, row[1].starts(with: "x-".utf8) else { return }
            let key = row.string(1)
            let p =
                byCode[Hash.of(key.utf8)].map { Int32($0) }
                ?? append(Place(code: key, parent: "", level: -1, country: nil))
            if places[Int(p)].isLandscape { places[Int(p)] = Place(code: key, parent: "", level: -1, country: nil) }
            // The pack's first form of a region is its name.
            let name = row[2].filter { $0 != UInt8(ascii: "*") }
            name.withUnsafeBufferPointer { names.display($0, p, tag) }
        }
    }

    private static func code(_ field: UnsafeBufferPointer<UInt8>) -> String {
        let isTagged = field.starts(with: "nuts:".utf8)
        return String(decoding: isTagged ? UnsafeBufferPointer(rebasing: field[5...]) : field, as: UTF8.self)
    }

    private mutating func place(
        _ code: String, _ parent: String, level: Int, isSmall: Bool = false, isLandscape: Bool = false,
        isWide: Bool = false
    ) -> Int32 {
        if let known = byCode[Hash.of(code.utf8)] { return Int32(known) }
        let first = (level == 0 || parent.isEmpty ? code : parent).utf8
        // What lies in several countries has none: "x-alps".
        let isShared = parent.isEmpty && code.hasPrefix("x-")
        let country = level == 0 ? code : isShared ? "" : String(first.prefix(2)) ?? ""
        return append(
            Place(
                code: code, parent: parent, level: level, country: Gazetteer.isoCountry(country),
                isLandscape: isLandscape, isWide: isWide, isSmall: isSmall))
    }

    private mutating func append(_ place: Place) -> Int32 {
        places.append(place)
        byCode.insert(Hash.of(place.code.utf8), UInt32(places.count - 1))
        return Int32(places.count - 1)
    }
}
