public import SeosText

/// Names of countries, regions and cities in many languages, found by folded words.
///
/// Countries come from CLDR through ICU, regions and cities from `Gazetteer/gazetteer.tsv` (CLDR subdivisions, NUTS,
/// GeoNames), landscapes and what places are called in other languages from `Gazetteer/landscapes.tsv` (our own), smaller
/// towns from `Gazetteer/towns.tsv` (GeoNames), the rest of the world from `Gazetteer/world.tsv` (our own). A name counts where its language is the text's, English, one of the
/// country's own, or untagged.
public final class Gazetteer: Sendable {
    public struct Hit: Sendable {
        /// Token indexes, half open.
        public var tokens: Range<Int>
        /// Best first.
        public var places: [Place]
        /// True when the words stand as in the gazetteer, false when a case ending was taken away.
        public var isBaseForm: Bool
    }

    public let places: [Place]
    private let names: GazetteerNames
    /// Places by the hash of their codes.
    private let byCode: WordTable
    private let countryLetters: [String: String]
    /// Tags of the languages that a place's names count in everywhere.
    private let english: Int16
    private let untagged: Int16
    private let alternate: Int16
    /// Tags of a country's own languages.
    private let official: [String: [Int16]]
    static let maximumWords = 5

    init(files: DataFiles) {
        var builder = GazetteerBuilder()
        for language in Languages.supported { builder.addTerritories(in: language) }
        for file in ["gazetteer", "landscapes", "towns", "world"] {
            _ = files.withBytes("Gazetteer/\(file).tsv") { builder.addPlaces($0) }
        }
        for language in Languages.supported + ["mul"] {
            _ = files.withBytes("Packs/\(language)/names.tsv") { builder.addRegions(of: language, $0) }
        }
        places = builder.places
        names = builder.names
        byCode = builder.byCode
        var letters: [String: String] = [:]
        _ = files.withBytes("Packs/mul/countries.tsv") { bytes in
            TSV.forEachRow(bytes) { row in if row.count >= 2 { letters[row.string(1)] = row.string(0) } }
        }
        countryLetters = letters
        let names = names
        english = names.tag("en") ?? -1
        untagged = names.tag("und") ?? -1
        alternate = names.tag("mul") ?? -1
        official = Self.officialLanguages.mapValues { $0.compactMap(names.tag) }
    }

    /// The country (ISO 3166 alpha-2) that letters besides its own code stand for: "SLO", "EST".
    public func country(letters: String) -> String? { countryLetters[letters] }

    public func place(code: String) -> Place? { byCode[Hash.of(code.utf8)].map { places[Int($0)] } }

    /// The place's name in a language, else English, else any.
    public func name(of code: String, in language: String) -> String? {
        byCode[Hash.of(code.utf8)].flatMap {
            names.name(of: Int32($0), in: names.tag(language) ?? -1, english: english, untagged: untagged)
        }
    }

    /// Places whose name begins at token `i`: the longest first.
    ///
    /// - Parameter language: decides which names count and which case endings may be taken away.
    public func hits(at i: Int, in tokens: TokenBuffer, limit: Int, language: Language) -> Hit? {
        guard tokens[i].kind == .word else { return nil }
        return tokens.withAllFolded { folds in
            let search = GazetteerSearch(folds: folds, endings: language.placeEndings)
            let first = tokens[i]
            let begins = search.beginnings(of: first, in: names)
            guard begins.any else { return nil }
            let words = begins.long ? Self.words(from: i, tokens, limit) : i < limit ? [i] : []
            let spelled = words.map { tokens[$0].folded }
            for n in stride(from: words.count, through: 1, by: -1) {
                let found = search.first(spelled[..<n]) { places(called: $0, language) }
                if let (places, isBaseForm) = found {
                    return Hit(tokens: i..<(words[n - 1] + 1), places: places, isBaseForm: isBaseForm)
                }
            }
            return nil
        }
    }

    /// The words that may make up a name with the first: on one line, with nothing but "-", "'" and "." between them.
    private static func words(from i: Int, _ tokens: TokenBuffer, _ limit: Int) -> [Int] {
        var words: [Int] = []
        var j = i
        while j < limit, words.count < maximumWords {
            let t = tokens[j]
            if j > i, t.newlineBefore { break }
            if t.kind == .word {
                words.append(j)
            } else {
                let c = tokens.ascii(j)
                guard c == UInt8(ascii: "-") || c == UInt8(ascii: "'") || c == UInt8(ascii: "."), t.gluedBefore else {
                    break
                }
            }
            j += 1
        }
        return words
    }

    /// Places with exactly this name, in any case of its language.
    public func places(named name: String, language: Language) -> [Place] {
        let tokens = TokenBuffer(text: Array(name.utf8))
        guard tokens.count > 0, let hit = hits(at: 0, in: tokens, limit: tokens.count, language: language),
            hit.tokens.upperBound == tokens.count
        else { return [] }
        return hit.places
    }

    /// The places of a name's hash that a text of this language may mean, the likeliest first; nil for none.
    private func places(called key: UInt64, _ language: Language) -> [Place]? {
        guard names.has(key) else { return nil }
        let own = names.tag(language.tag) ?? -1
        let likely = LanguageCountries.likely(language.tag)
        var ranked: [(rank: Int, place: Int)] = []
        names.forEach(key) { name in
            let place = Int(name.place)
            let rank: Int
            if name.language == own {
                rank = 0
            } else if name.language == untagged || name.language == english {
                rank = 1
            } else if let country = places[place].country,
                official[country]?.contains(name.language) == true
            {
                rank = 1
            } else if name.language == alternate {
                rank = 2
            } else {
                return
            }
            // Of one name, the larger place is the likelier: country, then region, then city; a town elsewhere is less likely
            // than a city, in whatever language ("Colmar" in Alsace, not in Luxembourg).
            let isFar = places[place].isSmall && places[place].country != likely
            ranked.append((rank * 8 + max(0, places[place].level) + (isFar ? 9 : 0), place))
        }
        if ranked.count < 2 { return ranked.first.map { [places[$0.place]] } }
        var seen: Set<Int> = []
        return ranked.sorted { ($0.rank, places[$0.place].code) < ($1.rank, places[$1.place].code) }
            .filter { seen.insert($0.place).inserted }.map { places[$0.place] }
    }

    /// NUTS writes EL and UK where ISO 3166 writes GR and GB.
    static func isoCountry(_ prefix: String) -> String? {
        switch prefix {
        case "EL": return "GR"
        case "UK": return "GB"
        default: return prefix.utf8.count == 2 ? prefix : nil
        }
    }

    /// Languages in which a country writes its own places (CLDR supplemental territory data, official languages).
    static let officialLanguages: [String: [String]] = [
        "AT": ["de"], "BE": ["nl", "fr", "de"], "BG": ["bg"], "CH": ["de", "fr", "it"], "CY": ["el"], "CZ": ["cs"],
        "DE": ["de"], "DK": ["da"], "EE": ["et"], "ES": ["es", "ca", "gl", "eu"], "FI": ["fi", "sv"], "FR": ["fr"],
        "GB": ["en"], "GR": ["el"], "HR": ["hr"], "HU": ["hu"], "IE": ["en", "ga"], "IS": ["is"], "IT": ["it"],
        "LI": ["de"], "LT": ["lt"], "LU": ["fr", "de"], "LV": ["lv"], "MT": ["mt", "en"], "NL": ["nl"],
        "NO": ["nb", "nn"], "PL": ["pl"], "PT": ["pt"], "RO": ["ro"], "SE": ["sv"], "SI": ["sl"], "SK": ["sk"],
        "UA": ["uk"],
    ]
}
