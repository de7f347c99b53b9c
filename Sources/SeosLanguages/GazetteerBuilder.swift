internal import SeosText

/// Reads the sources of the gazetteer: CLDR's countries, the table of regions and cities, and the regions that packs
/// name themselves ("Baltic Sea region").
struct GazetteerBuilder {
    private(set) var places: [Place] = []
    private(set) var byCode: [String: Int32] = [:]
    private(set) var names = GazetteerNames(capacity: 110_000)

    init() {
        places.reserveCapacity(50_000)
        byCode.reserveCapacity(50_000)
    }

    mutating func addTerritories(in language: String) {
        let tag = names.tag(adding: language)
        LocaleTable.withTerritories(in: language) { bytes in
            TSV.forEachRow(bytes) { row in
                let p = place(row.string(1), "", "country")
                names.add(row[2], p, tag)
                names.display(row[2], p, tag)
            }
        }
    }

    /// - Parameter bytes: rows of code, parent, kind, language, name, source.
    mutating func addPlaces(_ bytes: UnsafeBufferPointer<UInt8>) {
        // Rows of one place stand together, and so do its names in one language.
        var code: [UInt8] = []
        var place: Int32 = -1
        var language: (name: [UInt8], tag: Int16) = ([], -1)
        let mixed = names.tag(adding: "mul")
        TSV.forEachRow(bytes) { row in
            guard row.count >= 5 else { return }
            if place < 0 || !row[0].elementsEqual(code) {
                code = Array(row[0])
                place = self.place(Self.code(row[0]), Self.code(row[1]), row.string(2))
            }
            if language.tag < 0 || !row[3].elementsEqual(language.name) {
                let name = row.isEqual(3, "no") ? "nb" : row.string(3)
                language = (Array(row[3]), names.tag(adding: name))
            }
            names.add(row[4], place, language.tag)
            if language.tag != mixed { names.display(row[4], place, language.tag) }
        }
    }

    /// The `place` rows of a pack whose key stands for a region of its own (`x-…`).
    mutating func addRegions(of language: String, _ bytes: UnsafeBufferPointer<UInt8>) {
        let tag = names.tag(adding: language)
        TSV.forEachRow(bytes) { row in
            guard row.isEqual(0, "place"), row.count >= 4, row[1].starts(with: "x-".utf8) else { return }
            let key = row.string(1)
            let p = byCode[key] ?? append(Place(code: key, parent: "", level: -1, country: nil))
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

    private mutating func place(_ code: String, _ parent: String, _ kind: String) -> Int32 {
        if let known = byCode[code] { return known }
        let first = (kind == "country" || parent.isEmpty ? code : parent).utf8
        // What lies in several countries has none: "x-alps".
        let isShared = parent.isEmpty && code.hasPrefix("x-")
        let country = kind == "country" ? code : isShared ? "" : String(first.prefix(2)) ?? ""
        let level =
            switch kind {
            case "country": 0
            case "nuts1": 1
            case "nuts2": 2
            case "nuts3", "iso2": 3
            default: 4
            }
        return append(
            Place(
                code: code, parent: parent, level: level, country: Gazetteer.isoCountry(country),
                isLandscape: kind == "landscape", isSmall: kind == "town"))
    }

    private mutating func append(_ place: Place) -> Int32 {
        places.append(place)
        byCode[place.code] = Int32(places.count - 1)
        return Int32(places.count - 1)
    }
}
