internal import SeosLanguages
internal import SeosText

/// Makes the tables of ``PlaceIndex`` from the gazetteer.
///
/// The codes that one place has in different tables (ISO 3166-2, NUTS 1 to 3, GeoNames) are one group, joined by their
/// common name inside a country; words such as "county" are taken away first, so that "Võru maakond", "Võru" and
/// "Võru County" are one.
struct PlaceIndexWriter {
    /// The files that are read: the smaller towns last.
    static let sources = ["gazetteer", "landscapes", "towns"].map { "Gazetteer/\($0).tsv" }

    private var parents: [Int32] = []
    private var found: [(code: [UInt8], row: Int)] = []
    private var codes: [[UInt8]: Int32] = [:]
    private var rows: [(hash: UInt64, place: Int32)] = []
    /// The first place of a name in a country.
    private var first: [UInt64: Int32] = [:]
    private let lexicon: ConceptLexicon
    private var reader = Romanization.Reader()

    init(files: DataFiles, lexicon: ConceptLexicon) {
        self.lexicon = lexicon
        rows.reserveCapacity(110_000)
        var start = 0
        // Countries of the languages, and those that are parted into regions of NUTS.
        var known = Self.countries
        for name in Self.sources {
            read(files, name, start, &known)
            start += files.kept(name)?.count ?? 0
        }
    }

    private static var countries: Set<UInt16> {
        Set(Languages.supported.flatMap { LanguageCountries.all($0) }.map(PlaceNames.pack))
    }

    /// What the tables are made from, as a number: the gazetteer, the words for kinds of places, the letters.
    static func mark(_ files: DataFiles) -> String {
        var hash = files.fingerprint(of: sources + ["Concepts/beginnings.tsv"])
        files.withRows("Concepts/concepts.tsv") { fields in
            guard fields.count >= 3, fields[1].elementsEqual("place".utf8) || fields[1].elementsEqual("stop".utf8)
            else { return }
            for field in fields.dropFirst() { for byte in field { hash = Hash.step(hash, byte) } }
        }
        for country in countries.sorted() {
            hash = Hash.step(Hash.step(hash, UInt8(country >> 8)), UInt8(country & 255))
        }
        return String(hash ^ Romanization.fingerprint, radix: 16)
    }

    // MARK: Rows

    private mutating func read(_ files: DataFiles, _ name: String, _ start: Int, _ known: inout Set<UInt16>) {
        let isTowns = name == Self.sources.last
        let isLesser = name != Self.sources.first
        var lastCode: [UInt8] = []
        var lastPlace: Int32 = -1
        files.withRows(name) { fields in
            guard fields.count >= 5 else { return }
            let own = PlaceNames.plain(fields[0])
            let parent = PlaceNames.plain(fields[1])
            let country = PlaceNames.iso(PlaceNames.pack(parent.isEmpty ? own : parent))
            if isTowns, !known.contains(country) { return }
            if fields[2].starts(with: "nuts".utf8) { known.insert(country) }
            // Rows of one place stand together.
            if lastPlace < 0 || !own.elementsEqual(lastCode) {
                lastCode = Array(own)
                lastPlace = place(lastCode, row: start + fields[0].startIndex)
            }
            let isAlternate = fields[3].elementsEqual("mul".utf8)
            add(fields[4], lastPlace, country: country, isAlternate: isAlternate, isLesser: isLesser)
        }
    }

    private mutating func place(_ code: [UInt8], row: Int) -> Int32 {
        if let known = codes[code] { return known }
        let n = Int32(found.count)
        codes[code] = n
        found.append((code, row))
        parents.append(n)
        return n
    }

    private mutating func add(
        _ text: DataField, _ place: Int32, country: UInt16, isAlternate: Bool, isLesser: Bool
    ) {
        let hashes = PlaceNames.hashes(of: text, lexicon, &reader, isAlternate: isAlternate, isLesser: isLesser)
        for hash in hashes ?? [] {
            rows.append((hash, place))
            // What is called otherwise elsewhere joins nothing.
            if country != 0, !isAlternate { join(hash ^ UInt64(country) &* 0x9E37_79B9_7F4A_7C15, place) }
        }
    }

    private mutating func join(_ key: UInt64, _ place: Int32) {
        guard let other = first[key] else {
            first[key] = place
            return
        }
        let a = root(other)
        let b = root(place)
        if a != b { parents[Int(max(a, b))] = min(a, b) }
    }

    private mutating func root(_ x: Int32) -> Int32 {
        var r = x
        while parents[Int(r)] != r { r = parents[Int(r)] }
        parents[Int(x)] = r
        return r
    }

    // MARK: Tables

    /// The contents of ``PlaceIndex/tables``, each with the mark in its first line.
    func tables(mark: String) -> [[UInt8]] {
        var joined = self
        var roots: [Int32] = []
        var groupOf = [Int32](repeating: -1, count: found.count)
        for n in found.indices {
            let r = Int(joined.root(Int32(n)))
            if groupOf[r] < 0 {
                groupOf[r] = Int32(roots.count)
                roots.append(Int32(r))
            }
            groupOf[n] = groupOf[r]
        }
        let head = Array("# Made by Scripts/index-places from the gazetteer. Do not edit. \(mark)".utf8)
        return [
            [head] + keyed(named(groupOf)), [head] + grouped(roots, groupOf),
            [head] + keyed(codes.map { (RecordTable.key(Hash.of($0)), groupOf[Int($1)]) }),
        ].map { $0.flatMap { $0 + [0x0A] } }
    }

    /// The groups of every name: of one name the first ones, each once.
    private func named(_ groupOf: [Int32]) -> [(key: UInt64, group: Int32)] {
        var known: [UInt64: [Int32]] = [:]
        var pairs: [(key: UInt64, group: Int32)] = []
        for (hash, place) in rows {
            let group = groupOf[Int(place)]
            let groups = known[hash] ?? []
            if groups.count >= PlaceGroups.most || groups.contains(group) { continue }
            known[hash] = groups + [group]
            pairs.append((RecordTable.key(hash), group))
        }
        return pairs
    }

    /// Records of keys and groups; those of a key stay in their order.
    private func keyed(_ pairs: [(key: UInt64, group: Int32)]) -> [[UInt8]] {
        pairs.enumerated().sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }.map { _, pair in
            RecordTable.letters(pair.key, RecordTable.keyLetters)
                + RecordTable.letters(UInt64(pair.group), PlaceIndex.groupLetters)
        }
    }

    /// Where the row of a group's largest place begins, and one more than where that of its only division does.
    private func grouped(_ roots: [Int32], _ groupOf: [Int32]) -> [[UInt8]] {
        var divisions: [Int32: Int] = [:]
        for (n, place) in found.enumerated() where place.code.dropFirst(2).first == UInt8(ascii: "-") {
            let group = groupOf[n]
            divisions[group] = divisions[group] == nil ? place.row + 1 : 0
        }
        return roots.enumerated().map { n, root in
            RecordTable.letters(UInt64(found[Int(root)].row), PlaceIndex.rowLetters)
                + RecordTable.letters(UInt64(divisions[Int32(n)] ?? 0), PlaceIndex.rowLetters)
        }
    }
}
