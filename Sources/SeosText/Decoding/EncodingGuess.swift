/// Tells single-byte encodings apart by what their tables make of the bytes: letters that a language of the encoding
/// uses, in places where letters stand.
struct EncodingGuess: Sendable {
    struct Candidate: Sendable {
        let table: ByteTable
        let languages: [LetterFrequencies]
        /// Bits by which rarer encodings start behind.
        let handicap: Double
        let kinds: [Kind]
        let lowercase: [UInt32]
    }

    /// What a decoded character is, as far as plausibility goes.
    enum Kind: UInt8 {
        case lower, upper, space, apostrophe, punctuation, rareSymbol, control
    }

    struct Score: Sendable {
        let charset: String
        /// Binary logarithm of how plausible the text is; only differences mean anything.
        let bits: Double
        let hasUndefined: Bool
    }

    /// Bytes from 0x80 on, with their neighbours, of an evenly spread part of the input.
    private var samples: [(before: UInt8, byte: UInt8, after: UInt8)] = []
    private var histogram = [Int](repeating: 0, count: 256)
    private var sampled = [Int](repeating: 0, count: 256)

    init(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { p in
            for i in p.indices where p[i] >= 0x80 {
                histogram[Int(p[i])] += 1
                if samples.count < 3000 {
                    samples.append((i > 0 ? p[i - 1] : 0x20, p[i], i + 1 < p.count ? p[i + 1] : 0x20))
                    sampled[Int(p[i])] += 1
                }
            }
        }
    }

    var count: Int { samples.count }

    /// All candidates, most plausible first.
    func ranked() -> [Score] {
        let scores = Self.candidates.map(score)
        return scores.indices.sorted { (scores[$0].bits, $1) > (scores[$1].bits, $0) }.map { scores[$0] }
    }

    /// The score of one encoding by name, nil for one that is not among the candidates.
    func score(of charset: String) -> Score? {
        Self.candidates.first { $0.table.name == charset }.map(score)
    }

    private func score(_ candidate: Candidate) -> Score {
        var fit = -Double.infinity
        for language in candidate.languages {
            var bits = 0.0
            for byte in 0x80..<0x100 where sampled[byte] > 0 {
                let value: Double
                switch candidate.kinds[byte] {
                case .lower, .upper: value = language.bits[candidate.lowercase[byte]] ?? LetterFrequencies.stranger
                case .space, .apostrophe, .punctuation: value = -5.5
                case .rareSymbol: value = -9.5
                case .control: value = -16
                }
                bits += Double(sampled[byte]) * value
            }
            fit = max(fit, bits)
        }
        var misfits = 0.0
        for sample in samples { misfits += Self.misfit(sample, candidate) }
        return Score(
            charset: candidate.table.name, bits: fit - misfits - candidate.handicap,
            hasUndefined: !candidate.table.covers(histogram))
    }

    /// Bits against a character in this company.
    private static func misfit(_ s: (before: UInt8, byte: UInt8, after: UInt8), _ candidate: Candidate) -> Double {
        let before = candidate.kinds[Int(s.before)]
        let after = candidate.kinds[Int(s.after)]
        let hasBefore = before == .lower || before == .upper
        let hasAfter = after == .lower || after == .upper
        switch candidate.kinds[Int(s.byte)] {
        case .upper:
            if before == .lower { return 4 }
            return hasBefore || hasAfter ? 0 : 3
        case .lower:
            if before == .upper && after == .upper { return 3 }
            // Scripts do not mix inside a word.
            let isLatin = candidate.lowercase[Int(s.byte)] < 0x250
            if !isLatin && ((s.before < 0x80 && hasBefore) || (s.after < 0x80 && hasAfter)) { return 5 }
            return hasBefore || hasAfter ? 0 : 3.5
        case .punctuation: return hasBefore && hasAfter ? 4 : 0
        // "lai¹kas": no sign stands inside a word.
        case .rareSymbol: return hasBefore && hasAfter ? 9 : 0
        case .space: return hasBefore && hasAfter ? 0.5 : 0
        case .apostrophe, .control: return 0
        }
    }

    static let candidates: [Candidate] = {
        let central = ["pl", "cs", "sk", "hu", "sl", "hr", "ro", "de"]
        let western = ["de", "fr", "es", "pt", "it", "nl", "da", "nb", "sv", "fi", "is", "ga", "et"]
        let baltic = ["lv", "lt", "et"]
        let cyrillic = ["bg", "uk", "ru"]
        let list: [(String, [String], Double)] = [
            ("windows-1252", western, 0), ("windows-1250", central, 0), ("windows-1251", cyrillic, 0),
            ("windows-1253", ["el"], 0), ("windows-1257", baltic, 0), ("iso-8859-2", central, 1),
            ("iso-8859-15", western, 2), ("iso-8859-7", ["el"], 1), ("iso-8859-5", cyrillic, 2),
            ("iso-8859-13", baltic, 2), ("iso-8859-4", baltic, 3), ("koi8-u", cyrillic, 3),
            ("iso-8859-3", ["mt"], 3), ("cp852", central, 6), ("ibm866", cyrillic, 6),
        ]
        return list.compactMap { name, languages, handicap in
            guard let table = ByteTable(name) else { return nil }
            var kinds: [Kind] = []
            var lowercase: [UInt32] = []
            for c in table.codePoints {
                let scalar = c == ByteTable.undefined ? nil : Unicode.Scalar(c)
                kinds.append(kind(scalar))
                lowercase.append(scalar?.properties.lowercaseMapping.unicodeScalars.first?.value ?? 0)
            }
            return Candidate(
                table: table, languages: languages.compactMap { LetterFrequencies.all[$0] }, handicap: handicap,
                kinds: kinds, lowercase: lowercase)
        }
    }()

    private static func kind(_ scalar: Unicode.Scalar?) -> Kind {
        guard let scalar else { return .control }
        let c = scalar.value
        if c == 0x20 || c == 0xA0 || (c >= 0x09 && c <= 0x0D) { return .space }
        if c < 0x20 || (c >= 0x7F && c < 0xA0) { return .control }
        if scalar.properties.isUppercase { return .upper }
        if scalar.properties.isAlphabetic { return .lower }
        if c < 0x80 { return .punctuation }
        if c == 0x2019 || c == 0x2018 || c == 0xB4 || c == 0xAD { return .apostrophe }
        let common: Set<UInt32> = [
            0x201C, 0x201D, 0x201E, 0x2013, 0x2014, 0x2026, 0x20AC, 0xAB, 0xBB, 0xA7, 0xB0, 0xB7, 0x2022, 0xA9, 0x2116,
        ]
        return common.contains(c) ? .punctuation : .rareSymbol
    }
}
