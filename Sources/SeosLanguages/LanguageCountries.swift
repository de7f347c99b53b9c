internal import CICU

/// Which countries a language belongs to.
public enum LanguageCountries {
    /// The country a language is most likely written in, ISO 3166 alpha-2; nil for English, which is written everywhere.
    ///
    /// By CLDR's likely subtags; where these name a country outside Europe (Portuguese), the one in Europe.
    public static func likely(_ tag: String) -> String? {
        likelyCountries[Languages.packTag(tag)]
    }

    private static let likelyCountries = Dictionary(
        uniqueKeysWithValues: Languages.supported.compactMap { tag in computed(tag).map { (tag, $0) } })

    private static func computed(_ pack: String) -> String? {
        if pack == "en" { return nil }
        var region = [CChar](repeating: 0, count: 4)
        seos_icu_likely_region(pack, &region)
        let country = String(decoding: region.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        if isOfficial(pack, in: country) { return country }
        return all(pack).first
    }

    private static let countries = Dictionary(
        uniqueKeysWithValues: Languages.supported.map { pack in
            (pack, Gazetteer.officialLanguages.filter { $0.value.contains(pack) }.keys.sorted())
        })

    /// Countries that write their own places in a language, sorted.
    public static func all(_ tag: String) -> [String] {
        countries[Languages.packTag(tag)] ?? []
    }

    /// Whether a country's own languages are known, so that its pages may be read.
    public static func isKnown(_ country: String?) -> Bool {
        country.map { Gazetteer.officialLanguages[$0] != nil } ?? true
    }

    /// Whether a country (ISO 3166 alpha-2) writes its own places in a language.
    public static func isOfficial(_ tag: String, in country: String) -> Bool {
        Gazetteer.officialLanguages[country]?.contains(Languages.packTag(tag)) ?? false
    }
}
