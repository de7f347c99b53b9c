internal import CICU

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Dates and periods as ICU writes them in a language; what Seos must be able to read back.
public enum LocaleSamples {
    public struct Sample: Sendable {
        /// First and last day, ISO 8601.
        public var firstDay: String
        public var lastDay: String
        public var text: String
    }

    /// Full, long, medium and short dates of all months, and periods of days and months. English is that of Europe.
    public static func dates(in language: String) -> [Sample] {
        let locale = language == "pt" ? "pt_PT" : language == "en" ? "en_GB" : language
        guard let text = seos_icu_date_samples(locale) else { return [] }
        defer { free(text) }
        return String(cString: text).split(separator: "\n").compactMap { line in
            let fields = line.split(separator: "\t", maxSplits: 2)
            guard fields.count == 3 else { return nil }
            return Sample(firstDay: String(fields[0]), lastDay: String(fields[1]), text: String(fields[2]))
        }
    }
}
