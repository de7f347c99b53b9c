internal import CICU
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// What CLDR knows of a language: month and weekday names, currencies, magnitudes, separators, and territories apart.
public struct LocaleTable: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case month, weekday, currency, magnitude, word, territory, decimal, group
    }

    public struct Row: Sendable {
        public var key: Substring
        public var form: Substring
    }

    private let kinds: [[Row]]

    public init(language: String) {
        // Portuguese without a region is Brazilian in CLDR; the EU writes European Portuguese ("mil milhões").
        kinds = Self.rows(seos_icu_locale_table(language == "pt" ? "pt_PT" : language))
    }

    /// Rows of a kind, in the order of ICU.
    public func rows(_ kind: Kind) -> [Row] { kinds[Self.place(kind)] }

    /// Names of countries in a language, by ISO 3166 code.
    public static func territories(in language: String) -> [Row] {
        rows(seos_icu_territory_table(language == "pt" ? "pt_PT" : language))[place(.territory)]
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

    private static func place(_ kind: Kind) -> Int { Kind.allCases.firstIndex(of: kind) ?? 0 }

    /// - Parameter text: lines of "kind TAB key TAB form", taken over.
    /// - Returns: the rows of each kind.
    private static func rows(_ text: UnsafeMutablePointer<CChar>?) -> [[Row]] {
        var kinds = [[Row]](repeating: [], count: Kind.allCases.count)
        guard let text else { return kinds }
        defer { free(text) }
        // By bytes: letters cost more than there is to tell.
        let all = String(cString: text)
        let names = Kind.allCases.map(\.rawValue)
        var known = 0
        var start = all.utf8.startIndex
        while start < all.utf8.endIndex {
            let end = all.utf8[start...].firstIndex(of: 0x0A) ?? all.utf8.endIndex
            defer { start = end < all.utf8.endIndex ? all.utf8.index(after: end) : end }
            guard let first = all.utf8[start..<end].firstIndex(of: 0x09) else { continue }
            let key = all.utf8.index(after: first)
            guard let second = all.utf8[key..<end].firstIndex(of: 0x09) else { continue }
            // Rows of a kind stand together.
            let name = all[start..<first]
            if name != names[known] {
                guard let found = names.firstIndex(where: { $0 == name }) else { continue }
                known = found
            }
            kinds[known].append(Row(key: all[key..<second], form: all[all.utf8.index(after: second)..<end]))
        }
        return kinds
    }

    public func forms(_ kind: Kind) -> [(key: String, form: String)] {
        rows(kind).map { (String($0.key), String($0.form)) }
    }
}
