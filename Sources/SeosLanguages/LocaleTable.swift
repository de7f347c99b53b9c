internal import CICU
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// What CLDR knows of a language: month and weekday names, currencies, magnitudes, separators, and territories apart.
public struct LocaleTable: Sendable {
    public struct Row: Sendable {
        /// month, weekday, currency, magnitude, word, territory, decimal, group.
        public var kind: Substring
        public var key: Substring
        public var form: Substring
    }

    public let rows: [Row]

    public init(language: String) {
        // Portuguese without a region is Brazilian in CLDR; the EU writes European Portuguese ("mil milhões").
        rows = Self.rows(seos_icu_locale_table(language == "pt" ? "pt_PT" : language))
    }

    /// Names of countries in a language, by ISO 3166 code.
    public static func territories(in language: String) -> [Row] {
        rows(seos_icu_territory_table(language == "pt" ? "pt_PT" : language))
    }

    /// Names of countries in a language: lines of "territory TAB ISO 3166 code TAB name".
    public static func withTerritories(in language: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        let known = territories.withLock { $0[language] }
        let text = known ?? territoryText(in: language)
        if known == nil { territories.withLock { $0[language] = text } }
        text.withUnsafeBufferPointer(body)
    }

    /// Several tables are made of these names, and ICU takes a moment for them.
    private static let territories = Mutex<[String: [UInt8]]>([:])

    private static func territoryText(in language: String) -> [UInt8] {
        guard let text = seos_icu_territory_table(language == "pt" ? "pt_PT" : language) else { return [] }
        defer { free(text) }
        let length = strlen(text)
        return text.withMemoryRebound(to: UInt8.self, capacity: length) {
            Array(UnsafeBufferPointer(start: $0, count: length))
        }
    }

    private static func rows(_ text: UnsafeMutablePointer<CChar>?) -> [Row] {
        guard let text else { return [] }
        defer { free(text) }
        // By bytes: letters cost more than there is to tell.
        return String(cString: text).utf8.split(separator: 0x0A).compactMap { line in
            let fields = line.split(separator: 0x09, maxSplits: 2, omittingEmptySubsequences: false)
            return fields.count == 3
                ? Row(kind: Substring(fields[0]), key: Substring(fields[1]), form: Substring(fields[2])) : nil
        }
    }

    public func forms(_ kind: String) -> [(key: String, form: String)] {
        rows.filter { $0.kind == kind }.map { (String($0.key), String($0.form)) }
    }
}
