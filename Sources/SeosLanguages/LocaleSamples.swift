internal import CICU

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Dates, amounts and numbers as ICU writes them in a language; what Seos must be able to read back.
public enum LocaleSamples {
    public struct Sample: Sendable {
        /// First and last day, ISO 8601.
        public var firstDay: String
        public var lastDay: String
        public var text: String
    }

    public struct Amount: Sendable {
        /// money, number or percent.
        public var kind: String
        /// With two decimals.
        public var value: String
        /// ISO 4217 for money.
        public var currency: String?
        public var text: String
    }

    public struct Relative: Sendable {
        /// day, week, month, year, weekday1 (Monday) … weekday7; days, weeks, months, years for counts.
        public var unit: String
        public var offset: Int
        public var text: String
    }

    /// Full, long, medium and short dates of all months, and periods of days and months. English is that of Europe.
    public static func dates(in language: String) -> [Sample] {
        rows(seos_icu_date_samples(locale(language))).map {
            Sample(firstDay: String($0[0]), lastDay: String($0[1]), text: String($0[2]))
        }
    }

    /// Amounts of 22 currencies by sign, code and name, whole and with cents, plain and with magnitudes; numbers and
    /// percentages.
    public static func amounts(in language: String) -> [Amount] {
        rows(seos_icu_amount_samples(locale(language))).map { row in
            let parts = row[1].split(separator: " ")
            return Amount(
                kind: String(row[0]), value: String(parts.first ?? ""),
                currency: parts.count > 1 ? String(parts[1]) : nil, text: String(row[2]))
        }
    }

    /// Numbers from 13 to 999 in words.
    public static func spelledOut(in language: String) -> [Amount] {
        rows(seos_icu_spellout_samples(locale(language))).map {
            Amount(kind: String($0[0]), value: String($0[1]), currency: nil, text: String($0[2]))
        }
    }

    /// "yesterday", "next Monday", "in 3 weeks".
    public static func relative(in language: String) -> [Relative] {
        rows(seos_icu_relative_samples(locale(language))).compactMap { row in
            Int(row[1]).map { Relative(unit: String(row[0]), offset: $0, text: String(row[2])) }
        }
    }

    private static func locale(_ language: String) -> String {
        language == "pt" ? "pt_PT" : language == "en" ? "en_GB" : language
    }

    /// Lines of three fields.
    private static func rows(_ text: UnsafeMutablePointer<CChar>?) -> [[Substring]] {
        guard let text else { return [] }
        defer { free(text) }
        return String(cString: text).split(separator: "\n")
            .map { $0.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false) }.filter { $0.count == 3 }
    }
}
