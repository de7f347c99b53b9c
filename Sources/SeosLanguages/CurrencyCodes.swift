internal import CICU

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// The ISO 4217 codes of today's currencies and of those that the euro replaced, from ICU.
public enum CurrencyCodes {
    /// One place for each of the 26³ codes.
    private static let known: [Bool] = {
        var table = [Bool](repeating: false, count: 26 * 26 * 26)
        guard let text = seos_icu_currency_codes() else { return table }
        defer { free(text) }
        let bytes = Array(String(cString: text).lowercased().utf8)
        for i in stride(from: 0, to: bytes.count - 2, by: 3) {
            if let k = index(bytes[i..<(i + 3)]) { table[k] = true }
        }
        return table
    }()

    /// The code that three folded (small) letters spell, nil when no money has it.
    public static func code(folded: ArraySlice<UInt8>) -> String? {
        guard let k = index(folded), known[k] else { return nil }
        return String(decoding: folded.map { $0 - 32 }, as: UTF8.self)
    }

    /// Today's money of a country (ISO 3166), nil where ICU knows none.
    public static func code(ofCountry country: String) -> String? { byCountry[country] }

    /// The country where a language is most spoken, ISO 3166.
    static func country(ofLanguage language: String) -> String? {
        var region = [CChar](repeating: 0, count: 4)
        seos_icu_likely_region(language, &region)
        let country = String(decoding: region.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        return country.isEmpty ? nil : country
    }

    private static let byCountry: [String: String] = {
        guard let text = seos_icu_country_currencies() else { return [:] }
        defer { free(text) }
        var table: [String: String] = [:]
        for line in String(cString: text).split(separator: "\n") {
            let fields = line.split(separator: " ")
            if fields.count == 2 { table[String(fields[0])] = String(fields[1]) }
        }
        return table
    }()

    private static func index(_ letters: ArraySlice<UInt8>) -> Int? {
        guard letters.count == 3 else { return nil }
        var k = 0
        for b in letters {
            guard b >= 97, b <= 122 else { return nil }
            k = k * 26 + Int(b - 97)
        }
        return k
    }
}
