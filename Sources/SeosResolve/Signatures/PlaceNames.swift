internal import SeosLanguages
internal import SeosText

/// Names of places in every language, for names of organizations: which places can a word mean?
///
/// Places are groups of codes, numbered: countries first (their names are ICU's), then those of the gazetteer as
/// ``PlaceIndex`` has them, at last what only packs name.
struct PlaceNames: Sendable {
    private struct Group: Sendable {
        var code: String
        /// Two letters, packed; 0 for regions larger than a country.
        var country: UInt16
        var isCountry: Bool
    }

    private let index: PlaceIndex
    private let countries: [Group]
    private let others: [Group]
    /// Groups of countries and of ``others``.
    private let byCode: [String: Int32]
    private let countryNames: PlaceGroups
    private let otherNames: [UInt64: [Int32]]
    /// Case and adjective endings in plain letters.
    private let endings: Set<UInt64>
    static let longest = 4

    init(files: DataFiles, lexicon: ConceptLexicon) {
        let index = PlaceIndex(files: files, lexicon: lexicon)
        var reader = Romanization.Reader()
        var countries: [Group] = []
        var byCode: [String: Int32] = [:]
        var countryNames = PlaceGroups(capacity: 8_000)
        for language in Languages.supported {
            LocaleTable.withTerritories(in: language) { bytes in
                for line in bytes.split(separator: 0x0A) {
                    let fields = line.split(separator: 0x09)
                    guard fields.count >= 3 else { continue }
                    let code = String(decoding: fields[1], as: UTF8.self)
                    let group = byCode[code] ?? Int32(countries.count)
                    if group == countries.count {
                        byCode[code] = group
                        countries.append(Group(code: code, country: Self.pack(fields[1]), isCountry: true))
                    }
                    Self.hashes(of: fields[2], lexicon, &reader)?.forEach { countryNames.insert($0, group) }
                }
            }
        }
        var others: [Group] = []
        let before = countries.count + index.count
        for code in lexicon.placeCodes where byCode[code] == nil && index.group(code: code) == nil {
            byCode[code] = Int32(before + others.count)
            let country = code.hasPrefix("x-") ? 0 : Self.iso(Self.pack(code.utf8))
            others.append(Group(code: code, country: country, isCountry: code.utf8.count == 2))
        }
        // Regions larger than a country in several words: "North Sea"; those of one word stand in the lexicon.
        var otherNames: [UInt64: [Int32]] = [:]
        for language in NameLanguages.tags {
            files.withRows("Packs/\(language)/names.tsv", of: "place") { fields in
                guard fields.count >= 3, fields[1].starts(with: "x-".utf8), fields[2].contains(0x20) else { return }
                let code = String(decoding: fields[1], as: UTF8.self)
                guard let group = byCode[code] ?? index.group(code: code).map({ $0 + Int32(countries.count) }) else {
                    return
                }
                Self.hashes(of: fields[2], lexicon, &reader)?.forEach { otherNames[$0, default: []].append(group) }
            }
        }
        self.index = index
        self.countries = countries
        self.others = others
        self.byCode = byCode
        self.countryNames = countryNames
        self.otherNames = otherNames
        var endings: Set<UInt64> = []
        files.withRows("Concepts/place-endings.tsv") { fields in
            if let ending = fields.first { endings.insert(Hash.of(ending)) }
        }
        self.endings = endings
    }

    // MARK: Groups

    func group(code: String) -> Int32? {
        byCode[code] ?? index.group(code: code).map { $0 + Int32(countries.count) }
    }

    /// The number that a group has in the index; nil for others.
    private func indexed(_ group: Int32) -> Int32? {
        let number = group - Int32(countries.count)
        return number >= 0 && number < index.count ? number : nil
    }

    /// A group that is not in the index.
    private func own(_ group: Int32) -> Group {
        group < countries.count ? countries[Int(group)] : others[Int(group) - countries.count - index.count]
    }

    /// The code of its largest place.
    func code(_ group: Int32) -> String { indexed(group).map(index.code) ?? own(group).code }

    /// Two letters, packed; 0 for regions larger than a country.
    func country(_ group: Int32) -> UInt16 { indexed(group).map(index.country) ?? own(group).country }

    func isCountry(_ group: Int32) -> Bool { indexed(group) == nil && own(group).isCountry }

    /// A town of the table of smaller ones, whose name may be a person's or a word's as well.
    func isTown(_ group: Int32) -> Bool { indexed(group).map(index.isTown) ?? false }

    /// The only code of ISO 3166-2 that a group has.
    func division(_ group: Int32) -> String? {
        if let number = indexed(group) { return index.division(number) }
        let code = own(group).code
        return code.utf8.dropFirst(2).first == UInt8(ascii: "-") ? code : nil
    }

    // MARK: Names

    /// The groups of a name's hash: the first ones, each once.
    private func groups(_ hash: UInt64) -> [Int32]? {
        var found = countryNames[hash] ?? []
        func add(_ group: Int32) {
            if found.count < PlaceGroups.most, !found.contains(group) { found.append(group) }
        }
        index.forEachGroup(named: hash) { add($0 + Int32(countries.count)) }
        otherNames[hash]?.forEach(add)
        return found.isEmpty ? nil : found
    }

    /// The groups a run of words can name, in the base form.
    func groups(named parts: ArraySlice<[UInt8]>) -> [Int32]? { groups(Self.hash(parts)) }

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
            if let groups = groups(stem).flatMap({ certain($0, isSure) }) { found = groups }
            // The name ends in a vowel that the ending replaced: Roma, Romi; Varna, Varnenski.
            for vowel in Self.vowels {
                if let groups = groups(Hash.step(stem, vowel)).flatMap({ certain($0, isSure) }) { found = groups }
            }
        }
        return found
    }

    /// Small towns only by long stems: short ones begin many words.
    private func certain(_ found: [Int32], _ isSure: Bool) -> [Int32]? {
        if isSure { return found }
        let large = found.filter { !isTown($0) }
        return large.isEmpty ? nil : large
    }

    private static let vowels = Array("aoei".utf8)

    // MARK: Reading

    /// The hashes of a name's letters, and of those without words for kinds of places; nil for what is too short or too
    /// long to be a place's name.
    ///
    /// - Parameters:
    ///   - isAlternate: what a place is called otherwise.
    ///   - isLesser: of a table of lesser places. "Thin" is a town, "Hees" and "King" too.
    static func hashes(
        of text: DataField, _ lexicon: ConceptLexicon, _ reader: inout Romanization.Reader, isAlternate: Bool = false,
        isLesser: Bool = false
    ) -> [UInt64]? {
        reader.read(UnsafeBufferPointer(rebasing: text), limit: 6)
        let count = reader.count
        guard count <= longest else { return nil }
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
                if count > 1, !isGeneric(word, lexicon) {
                    if kept > 0 { bare = Hash.step(bare, 0x20) }
                    for b in word { bare = Hash.step(bare, b) }
                    bareLetters += word.count
                    kept += 1
                }
            }
        }
        guard letters >= (isLesser ? 5 : isAlternate && count == 1 ? 4 : 3) else { return nil }
        return kept > 0 && kept < count && (!isLesser || bareLetters >= 5) ? [whole, bare] : [whole]
    }

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

    /// A code of two letters in a number.
    static func pack(_ letters: some Collection<UInt8>) -> UInt16 {
        guard letters.count >= 2 else { return 0 }
        return letters.prefix(2).reduce(0) { $0 << 8 | UInt16($1) }
    }

    static func pack(_ code: String) -> UInt16 { pack(code.utf8) }

    /// NUTS writes EL and UK where ISO 3166 writes GR and GB.
    static func iso(_ country: UInt16) -> UInt16 {
        switch country {
        case 0x454C: 0x4752
        case 0x554B: 0x4742
        default: country
        }
    }

    /// A code of the gazetteer without the name of its table.
    static func plain(_ code: DataField) -> DataField { code.starts(with: "nuts:".utf8) ? code.dropFirst(5) : code }
}
