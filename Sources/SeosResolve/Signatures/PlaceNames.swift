internal import SeosLanguages
internal import SeosText

/// Names of places in every language, for names of organizations: which places can a word mean?
///
/// The codes that one place has in different tables (ISO 3166-2, NUTS 1 to 3, GeoNames) are one group here, joined by
/// their common name inside a country; words such as "county" are taken away first, so that "Võru maakond", "Võru" and
/// "Võru County" are one.
struct PlaceNames: Sendable {
    struct Group: Sendable {
        /// The code of its largest place.
        var code: String
        /// Two letters, packed; 0 for regions larger than a country.
        var country: UInt16
        var isCountry: Bool
        /// A town of the table of smaller ones, whose name may be a person's or a word's as well.
        var isTown: Bool
    }

    let groups: [Group]
    private let names: PlaceGroups
    private let byCode: [String: Int32]
    /// The only code of ISO 3166-2 that a group has.
    let divisions: [Int32: String]
    /// Case and adjective endings in plain letters.
    private let endings: Set<UInt64>
    static let longest = 4

    init(files: DataFiles, lexicon: ConceptLexicon) {
        var codes: [String: Int32] = [:]
        var parents: [Int32] = []
        var found: [(code: String, country: UInt16, level: UInt8)] = []
        var first: [UInt64: Int32] = [:]
        var rows: [(hash: UInt64, place: Int32)] = []
        rows.reserveCapacity(110_000)

        func root(_ x: Int32) -> Int32 {
            var r = x
            while parents[Int(r)] != r { r = parents[Int(r)] }
            parents[Int(x)] = r
            return r
        }
        func place(_ code: String, country: UInt16, level: UInt8) -> Int32 {
            if let known = codes[code] { return known }
            let n = Int32(found.count)
            codes[code] = n
            found.append((code, country, level))
            parents.append(n)
            return n
        }
        func add(_ hash: UInt64, _ p: Int32, country: UInt16, joins: Bool) {
            rows.append((hash, p))
            guard joins, country != 0 else { return }
            let key = hash ^ UInt64(country) &* 0x9E37_79B9_7F4A_7C15
            if let other = first[key] {
                let a = root(other)
                let b = root(p)
                if a != b { parents[Int(max(a, b))] = min(a, b) }
            } else {
                first[key] = p
            }
        }
        var reader = Romanization.Reader()
        func add(
            _ text: DataField, _ p: Int32, country: UInt16, isAlternate: Bool = false, isLesser: Bool = false,
            joins: Bool
        ) {
            reader.read(UnsafeBufferPointer(rebasing: text), limit: 6)
            let count = reader.count
            guard count <= Self.longest else { return }
            var whole = Hash.seed
            var bare = Hash.seed
            var letters = 0
            var bareLetters = 0
            var kept = 0
            for n in 0..<count {
                reader.withLetters(n) { word in
                    if n > 0 { whole = Hash.step(whole, 0x20) }
                    for b in word { whole = Hash.step(whole, b) }
                    letters += word.count
                    if count > 1, !Self.isGeneric(word, lexicon) {
                        if kept > 0 { bare = Hash.step(bare, 0x20) }
                        for b in word { bare = Hash.step(bare, b) }
                        bareLetters += word.count
                        kept += 1
                    }
                }
            }
            // "Thin" is a town, "Hees" and "King" too.
            guard letters >= (isLesser ? 5 : isAlternate && count == 1 ? 4 : 3) else { return }
            add(whole, p, country: country, joins: joins)
            if kept > 0, kept < count, !isLesser || bareLetters >= 5 { add(bare, p, country: country, joins: joins) }
        }

        for language in Languages.supported {
            LocaleTable.withTerritories(in: language) { bytes in
                for line in bytes.split(separator: 0x0A) {
                    let fields = line.split(separator: 0x09)
                    guard fields.count >= 3 else { continue }
                    let country = Self.pack(fields[1])
                    let p = place(String(decoding: fields[1], as: UTF8.self), country: country, level: 0)
                    add(fields[2], p, country: country, joins: false)
                }
            }
        }
        // Countries of the languages, and those that are parted into regions of NUTS.
        var known = Set(Languages.supported.flatMap { LanguageCountries.all($0) }.map(Self.pack))
        var lastCode: [UInt8] = []
        var lastPlace: Int32 = -1
        func read(_ table: String) {
            let isTowns = table == "towns"
            let isLesser = table != "gazetteer"
            files.withRows("Gazetteer/\(table).tsv") { fields in
                guard fields.count >= 5 else { return }
                func code(_ f: DataField) -> DataField { f.starts(with: "nuts:".utf8) ? f.dropFirst(5) : f }
                let own = code(fields[0])
                let parent = code(fields[1])
                let country = Self.iso(Self.pack((parent.isEmpty ? own : parent).prefix(2)))
                if isTowns, !known.contains(country) { return }
                if fields[2].starts(with: "nuts".utf8) { known.insert(country) }
                let level: UInt8 =
                    switch fields[2].last {
                    case UInt8(ascii: "1"): 1
                    case UInt8(ascii: "2"): fields[2].first == UInt8(ascii: "i") ? 3 : 2
                    case UInt8(ascii: "3"): 3
                    default: 4
                    }
                // Rows of one place stand together.
                if !own.elementsEqual(lastCode) {
                    lastCode = Array(own)
                    lastPlace = place(String(decoding: own, as: UTF8.self), country: country, level: level)
                }
                let isAlternate = fields[3].elementsEqual("mul".utf8)
                add(
                    fields[4], lastPlace, country: country, isAlternate: isAlternate, isLesser: isLesser,
                    joins: !isAlternate)
            }
        }
        read("gazetteer")
        read("landscapes")
        let start = found.count
        read("towns")
        let towns = start..<found.count
        for code in lexicon.placeCodes where codes[code] == nil {
            let country = code.hasPrefix("x-") ? 0 : Self.iso(Self.pack(code.utf8))
            _ = place(code, country: country, level: code.utf8.count == 2 ? 0 : 2)
        }
        // Regions larger than a country in several words: "North Sea"; those of one word stand in the lexicon.
        for language in NameLanguages.tags {
            files.withRows("Packs/\(language)/names.tsv", of: "place") { fields in
                guard fields.count >= 3, fields[1].starts(with: "x-".utf8), fields[2].contains(0x20),
                    let p = codes[String(decoding: fields[1], as: UTF8.self)]
                else { return }
                add(fields[2], p, country: 0, joins: false)
            }
        }
        var groups: [Group] = []
        var groupOf = [Int32](repeating: -1, count: found.count)
        for n in found.indices {
            let r = Int(root(Int32(n)))
            if groupOf[r] < 0 {
                groupOf[r] = Int32(groups.count)
                groups.append(
                    Group(
                        code: found[r].code, country: found[r].country, isCountry: found[r].level == 0,
                        isTown: towns.contains(r)))
            }
            groupOf[n] = groupOf[r]
        }
        var names = PlaceGroups(capacity: rows.count)
        for (hash, p) in rows { names.insert(hash, groupOf[Int(p)]) }
        self.groups = groups
        self.names = names
        byCode = codes.mapValues { groupOf[Int($0)] }
        var divisions: [Int32: String] = [:]
        var ambiguous: Set<Int32> = []
        for (n, place) in found.enumerated() where place.code.utf8.dropFirst(2).first == UInt8(ascii: "-") {
            let group = groupOf[n]
            if divisions.updateValue(place.code, forKey: group) != nil { ambiguous.insert(group) }
        }
        for group in ambiguous { divisions[group] = nil }
        self.divisions = divisions
        var endings: Set<UInt64> = []
        files.withRows("Concepts/place-endings.tsv") { fields in
            if let ending = fields.first { endings.insert(Hash.of(ending)) }
        }
        self.endings = endings
    }

    func group(code: String) -> Int32? { byCode[code] }

    /// The groups a run of words can name, in the base form.
    func groups(named parts: ArraySlice<[UInt8]>) -> [Int32]? { names[Self.hash(parts)] }

    /// The same for one word in a case or as an adjective.
    func groups(inflected word: [UInt8]) -> [Int32]? {
        guard word.count >= 5 else { return nil }
        // Hashes of the beginnings, and of the endings read forwards.
        var stem = Hash.seed
        var found: [Int32]?
        for (n, letter) in word.enumerated() {
            stem = Hash.step(stem, letter)
            let left = word.count - n - 1
            guard n >= 3, left > 0, left <= 7 else { continue }
            var ending = Hash.seed
            for k in (n + 1)..<word.count { ending = Hash.step(ending, word[k]) }
            guard endings.contains(ending) else { continue }
            let isSure = n >= 5
            if let groups = names[stem].flatMap({ certain($0, isSure) }) { found = groups }
            // The name ends in a vowel that the ending replaced: Roma, Romi; Varna, Varnenski.
            for vowel in Self.vowels {
                if let groups = names[Hash.step(stem, vowel)].flatMap({ certain($0, isSure) }) { found = groups }
            }
        }
        return found
    }

    /// Small towns only by long stems: short ones begin many words.
    private func certain(_ found: [Int32], _ isSure: Bool) -> [Int32]? {
        if isSure { return found }
        let large = found.filter { !groups[Int($0)].isTown }
        return large.isEmpty ? nil : large
    }

    private static let vowels = Array("aoei".utf8)

    private static func isGeneric(_ letters: UnsafeBufferPointer<UInt8>, _ lexicon: ConceptLexicon) -> Bool {
        var isGeneric = false
        lexicon.trie.forEachMatch(in: letters, from: 0) { match in
            guard letters.count - match.end <= 4 else { return }
            var e = match.entry
            while e >= 0 {
                let entry = lexicon.trie.entries[Int(e)]
                if entry.meaning < ConceptLexicon.placeBase, !entry.isWord || match.end == letters.count {
                    let kind = lexicon.concepts[Int(entry.meaning)].kind
                    if kind == .place || kind == .stop { isGeneric = true }
                }
                e = entry.next
            }
        }
        return isGeneric
    }

    static func hash(_ parts: some Sequence<[UInt8]>) -> UInt64 {
        var hash = Hash.seed
        var isFirst = true
        for part in parts {
            if !isFirst { hash = Hash.step(hash, 0x20) }
            isFirst = false
            for b in part { hash = Hash.step(hash, b) }
        }
        return hash
    }

    private static func pack(_ letters: some Collection<UInt8>) -> UInt16 {
        guard letters.count >= 2 else { return 0 }
        return letters.prefix(2).reduce(0) { $0 << 8 | UInt16($1) }
    }

    static func pack(_ code: String) -> UInt16 { pack(code.utf8) }

    /// NUTS writes EL and UK where ISO 3166 writes GR and GB.
    private static func iso(_ country: UInt16) -> UInt16 {
        switch country {
        case 0x454C: 0x4752
        case 0x554B: 0x4742
        default: country
        }
    }
}
