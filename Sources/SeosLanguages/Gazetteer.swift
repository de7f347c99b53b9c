public import SeosText

/// Names of countries, regions and cities in many languages, found by folded words.
///
/// Countries come from CLDR through ICU, regions and cities from `Gazetteer/gazetteer.tsv` (CLDR subdivisions, NUTS,
/// GeoNames). A name counts where its language is the text's, English, one of the country's own, or untagged.
public final class Gazetteer: Sendable {
    public struct Hit: Sendable {
        /// Token indexes, half open.
        public var tokens: Range<Int>
        /// Best first.
        public var places: [Place]
        /// True when the words stand as in the gazetteer, false when a case ending was taken away.
        public var isBaseForm: Bool
    }

    private struct Name: Sendable {
        var place: Int32
        var language: Int16
    }

    public let places: [Place]
    private let index: [UInt64: [Name]]
    private let languageTags: [String: Int16]
    private let byCode: [String: Int32]
    private let displayNames: [Int32: [String: String]]
    static let maximumWords = 5

    init(files: DataFiles) {
        var places: [Place] = []
        var byCode: [String: Int32] = [:]
        var tags: [String: Int16] = [:]
        var index: [UInt64: [Name]] = [:]
        var display: [Int32: [String: String]] = [:]

        func place(_ code: String, _ parent: String, _ kind: String) -> Int32 {
            if let known = byCode[code] { return known }
            let country = kind == "country" ? code : parent.isEmpty ? String(code.prefix(2)) : String(parent.prefix(2))
            let level: Int
            switch kind {
            case "country": level = 0
            case "nuts1": level = 1
            case "nuts2": level = 2
            case "nuts3": level = 3
            case "iso2": level = 3
            default: level = 4
            }
            places.append(Place(code: code, parent: parent, level: level, country: Self.isoCountry(country)))
            byCode[code] = Int32(places.count - 1)
            return Int32(places.count - 1)
        }
        func tag(_ language: String) -> Int16 {
            if let known = tags[language] { return known }
            let n = Int16(tags.count)
            tags[language] = n
            return n
        }
        func add(_ name: some StringProtocol, _ p: Int32, _ language: String) {
            let key = Self.key(Array(name.utf8))
            guard key != Hash.seed else { return }
            let entry = Name(place: p, language: tag(language))
            if let known = index[key], known.contains(where: { $0.place == p && $0.language == entry.language }) {
                return
            }
            index[key, default: []].append(entry)
        }

        for language in Languages.supported {
            for row in LocaleTable.territories(in: language) {
                let p = place(String(row.key), "", "country")
                add(row.form, p, language)
                display[p, default: [:]][language] = String(row.form)
            }
        }
        for row in TSV.rows(files.bytes("Gazetteer/gazetteer.tsv") ?? []) where row.fields.count >= 5 {
            func code(_ field: String) -> String { field.hasPrefix("nuts:") ? String(field.dropFirst(5)) : field }
            let p = place(code(row.fields[0]), code(row.fields[1]), row.fields[2])
            let language = row.fields[3] == "no" ? "nb" : row.fields[3]
            add(row.fields[4], p, language)
            if language != "mul", display[p]?[language] == nil { display[p, default: [:]][language] = row.fields[4] }
        }
        for language in Languages.supported + ["mul"] {
            let pack = LanguagePack(language: language, files: files, only: ["names"])
            for rule in pack.rules where rule.meaning == .namePlace && rule.key.hasPrefix("x-") {
                let p = byCode[rule.key] ?? Int32(places.count)
                if byCode[rule.key] == nil {
                    places.append(Place(code: rule.key, parent: "", level: -1, country: nil))
                    byCode[rule.key] = p
                }
                // The pack's first form of a region is its name.
                if display[p]?[language] == nil { display[p, default: [:]][language] = rule.form.filter { $0 != "*" } }
            }
        }
        self.places = places
        self.index = index
        self.languageTags = tags
        self.byCode = byCode
        self.displayNames = display
    }

    public func place(code: String) -> Place? { byCode[code].map { places[Int($0)] } }

    /// The place's name in a language, else English, else any.
    public func name(of code: String, in language: String) -> String? {
        guard let p = byCode[code], let names = displayNames[p] else { return nil }
        return names[language] ?? names["en"] ?? names["und"] ?? names.min { $0.key < $1.key }?.value
    }

    /// Places whose name begins at token `i`: the longest first.
    ///
    /// - Parameter language: decides which names count and which case endings may be taken away.
    public func hits(at i: Int, in tokens: TokenBuffer, limit: Int, language: Language) -> Hit? {
        guard tokens[i].kind == .word else { return nil }
        var words: [Int] = []
        var ends: [Int] = []
        var j = i
        while j < limit, words.count < Self.maximumWords {
            let t = tokens[j]
            if j > i, t.newlineBefore { break }
            if t.kind == .word {
                words.append(j)
                ends.append(j + 1)
            } else {
                let c = tokens.ascii(j)
                guard c == UInt8(ascii: "-") || c == UInt8(ascii: "'") || c == UInt8(ascii: "."), t.gluedBefore else {
                    break
                }
            }
            j += 1
        }
        for n in stride(from: words.count, through: 1, by: -1) {
            let parts = words[0..<n].map { Array(tokens.folded($0)) }
            if let found = lookup(parts, language), !found.isEmpty {
                return Hit(tokens: i..<ends[n - 1], places: found, isBaseForm: true)
            }
            if let found = lookupInflected(parts, language) {
                return Hit(tokens: i..<ends[n - 1], places: found, isBaseForm: false)
            }
        }
        return nil
    }

    /// Places with exactly this name, in any case of its language.
    public func places(named name: String, language: Language) -> [Place] {
        let tokens = TokenBuffer(text: Array(name.utf8))
        guard tokens.count > 0, let hit = hits(at: 0, in: tokens, limit: tokens.count, language: language),
            hit.tokens.upperBound == tokens.count
        else { return [] }
        return hit.places
    }

    private func lookupInflected(_ parts: [[UInt8]], _ language: Language) -> [Place]? {
        guard let last = parts.last, last.count >= 4 else { return nil }
        for ending in language.endings where ending.isPlace && last.count > ending.ending.count + 1 {
            guard last.suffix(ending.ending.count).elementsEqual(ending.ending) else { continue }
            var changed = parts
            changed[parts.count - 1] = Array(last.dropLast(ending.ending.count)) + ending.base
            if let found = lookup(changed, language), !found.isEmpty { return found }
            guard parts.count > 1 else { continue }
            for other in language.endings where other.isPlace && parts[0].count > other.ending.count + 1 {
                guard parts[0].suffix(other.ending.count).elementsEqual(other.ending) else { continue }
                var both = changed
                both[0] = Array(parts[0].dropLast(other.ending.count)) + other.base
                if let found = lookup(both, language), !found.isEmpty { return found }
            }
        }
        return nil
    }

    private func lookup(_ parts: [[UInt8]], _ language: Language) -> [Place]? {
        guard let names = index[Self.key(parts)] else { return nil }
        let own = languageTags[language.tag] ?? -1
        let english = languageTags["en"] ?? -1
        let untagged = languageTags["und"] ?? -1
        let alternate = languageTags["mul"] ?? -1
        var ranked: [(rank: Int, place: Place)] = []
        for name in names {
            let place = places[Int(name.place)]
            let rank: Int
            if name.language == own {
                rank = 0
            } else if name.language == untagged || name.language == english {
                rank = 1
            } else if let country = place.country,
                Self.officialLanguages[country]?.contains(where: { languageTags[$0] == name.language }) == true
            {
                rank = 1
            } else if name.language == alternate {
                rank = 2
            } else {
                continue
            }
            // Of one name, the larger place is the likelier: country, then region, then city.
            ranked.append((rank * 8 + (place.level < 0 ? 0 : place.level), place))
        }
        var seen: Set<String> = []
        return ranked.sorted { ($0.rank, $0.place.code) < ($1.rank, $1.place.code) }.map(\.place).filter {
            seen.insert($0.code).inserted
        }
    }

    private static func key(_ utf8: [UInt8]) -> UInt64 {
        let tokens = TokenBuffer(text: utf8)
        return key(tokens.indices.filter { tokens[$0].kind == .word }.map { Array(tokens.folded($0)) })
    }

    private static func key(_ parts: [[UInt8]]) -> UInt64 {
        var hash = Hash.seed
        for (n, part) in parts.enumerated() {
            if n > 0 { hash = Hash.step(hash, 0x20) }
            for b in part { hash = Hash.step(hash, b) }
        }
        return hash
    }

    /// NUTS writes EL and UK where ISO 3166 writes GR and GB.
    static func isoCountry(_ prefix: String) -> String? {
        switch prefix {
        case "EL": return "GR"
        case "UK": return "GB"
        default: return prefix.count == 2 ? prefix : nil
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
