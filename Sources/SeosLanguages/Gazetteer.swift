public import SeosText

/// Names of countries, regions and cities in many languages, found by folded words.
///
/// Countries come from CLDR through ICU, regions and cities from `Gazetteer/gazetteer.tsv` (CLDR subdivisions, NUTS,
/// GeoNames), smaller towns from `Gazetteer/towns.tsv` (GeoNames). A name counts where its language is the text's, English, one of the country's own, or untagged.
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
    private let byCode: [String: Int32]
    static let maximumWords = 5

    init(files: DataFiles) {
        var builder = GazetteerBuilder()
        for language in Languages.supported { builder.addTerritories(in: language) }
        for file in ["gazetteer", "towns"] {
            _ = files.withBytes("Gazetteer/\(file).tsv") { builder.addPlaces($0) }
        }
        for language in Languages.supported + ["mul"] {
            _ = files.withBytes("Packs/\(language)/names.tsv") { builder.addRegions(of: language, $0) }
        }
        places = builder.places
        names = builder.names
        byCode = builder.byCode
    }

    public func place(code: String) -> Place? { byCode[code].map { places[Int($0)] } }

    /// The place's name in a language, else English, else any.
    public func name(of code: String, in language: String) -> String? {
        byCode[code].flatMap { names.name(of: $0, in: language) }
    }

    /// Places whose name begins at token `i`: the longest first.
    ///
    /// - Parameter language: decides which names count and which case endings may be taken away.
    public func hits(at i: Int, in tokens: TokenBuffer, limit: Int, language: Language) -> Hit? {
        guard tokens[i].kind == .word, mayBegin(i, tokens, language) else { return nil }
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

    /// Whether a name begins with this word, as it stands or without one of its case endings.
    private func mayBegin(_ i: Int, _ tokens: TokenBuffer, _ language: Language) -> Bool {
        tokens.withFolded(i) { word in
            if names.mayBegin(Hash.of(word)) { return true }
            for ending in language.endings
            where ending.isPlace && word.count > ending.ending.count + 1 && Self.hasSuffix(word, ending.ending) {
                var hash = Hash.of(word[0..<(word.count - ending.ending.count)])
                for b in ending.base { hash = Hash.step(hash, b) }
                if names.mayBegin(hash) { return true }
            }
            return false
        }
    }

    private static func hasSuffix(_ word: UnsafeBufferPointer<UInt8>, _ ending: [UInt8]) -> Bool {
        var k = ending.count
        let offset = word.count - k
        while k > 0 {
            k -= 1
            if word[offset + k] != ending[k] { return false }
        }
        return true
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
        let own = names.tag(language.tag) ?? -1
        let english = names.tag("en") ?? -1
        let untagged = names.tag("und") ?? -1
        let alternate = names.tag("mul") ?? -1
        var ranked: [(rank: Int, place: Place)] = []
        names.forEach(GazetteerNames.key(parts)) { name in
            let place = places[Int(name.place)]
            let rank: Int
            if name.language == own {
                rank = 0
            } else if name.language == untagged || name.language == english {
                rank = 1
            } else if let country = place.country,
                Self.officialLanguages[country]?.contains(where: { names.tag($0) == name.language }) == true
            {
                rank = 1
            } else if name.language == alternate {
                rank = 2
            } else {
                return
            }
            // Of one name, the larger place is the likelier: country, then region, then city.
            ranked.append((rank * 8 + (place.level < 0 ? 0 : place.level), place))
        }
        if ranked.isEmpty { return nil }
        var seen: Set<String> = []
        return ranked.sorted { ($0.rank, $0.place.code) < ($1.rank, $1.place.code) }.map(\.place).filter {
            seen.insert($0.code).inserted
        }
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
