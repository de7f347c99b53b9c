/// A set of characters in a regular expression.
indirect enum RegexClass: Sendable {
    /// Any character; with `(?s)` line ends too.
    case any(lineEnds: Bool)
    case range(ClosedRange<UInt32>)
    /// A character in any case.
    case folded(UInt32, isUnicode: Bool)
    case property(Property)
    case not(RegexClass)
    case union([RegexClass])
    case intersection(RegexClass, RegexClass)

    enum Property: String, Sendable {
        case digit, space, word
        case asciiLower, asciiUpper, asciiAlpha, asciiAlphanumeric, asciiPunctuation
        case alphabetic, uppercase, lowercase, letter, mark, number, decimal, punctuation, symbol, separator, control
        case titlecase
    }

    func contains(_ c: UInt32) -> Bool {
        switch self {
        case .any(let lineEnds): return lineEnds || !Self.isLineEnd(c)
        case .range(let range): return range.contains(c)
        case .folded(let own, let isUnicode): return own == Self.fold(c, isUnicode)
        case .property(let property): return Self.holds(property, c)
        case .not(let inner): return !inner.contains(c)
        case .union(let items): return items.contains { $0.contains(c) }
        case .intersection(let a, let b): return a.contains(c) && b.contains(c)
        }
    }

    /// The same in capitals and small letters.
    func ignoringCase(_ isUnicode: Bool) -> RegexClass {
        switch self {
        case .any, .folded, .property: return self
        case .range(let range) where range.count == 1:
            return .folded(Self.fold(range.lowerBound, isUnicode), isUnicode: isUnicode)
        case .range(let range):
            var parts: [RegexClass] = [self]
            for letters in [UInt32(0x41)...0x5A, UInt32(0x61)...0x7A] {
                let low = max(range.lowerBound, letters.lowerBound)
                let high = min(range.upperBound, letters.upperBound)
                if low <= high { parts.append(.range(low ^ 32...high ^ 32)) }
            }
            if isUnicode, range.count <= 0x400 {
                parts += range.map { .folded(Self.fold($0, true), isUnicode: true) }
            }
            return .union(parts)
        case .not(let inner): return .not(inner.ignoringCase(isUnicode))
        case .union(let items): return .union(items.map { $0.ignoringCase(isUnicode) })
        case .intersection(let a, let b): return .intersection(a.ignoringCase(isUnicode), b.ignoringCase(isUnicode))
        }
    }

    static func fold(_ c: UInt32, _ isUnicode: Bool) -> UInt32 {
        if c < 0x80 { return c >= 0x41 && c <= 0x5A ? c + 32 : c }
        guard isUnicode, let scalar = Unicode.Scalar(c) else { return c }
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        return lower.count == 1 ? lower.first.map(\.value) ?? c : c
    }

    static func isLineEnd(_ c: UInt32) -> Bool { c == 0x0A || c == 0x0D || c == 0x85 || c == 0x2028 || c == 0x2029 }

    static func isWord(_ c: UInt32) -> Bool {
        (c >= 0x61 && c <= 0x7A) || (c >= 0x41 && c <= 0x5A) || (c >= 0x30 && c <= 0x39) || c == 0x5F
    }

    private static func holds(_ property: Property, _ c: UInt32) -> Bool {
        // As in Java, the short classes know ASCII only.
        switch property {
        case .digit: return c >= 0x30 && c <= 0x39
        case .space: return c == 0x20 || (c >= 0x09 && c <= 0x0D)
        case .word: return isWord(c)
        case .asciiLower: return c >= 0x61 && c <= 0x7A
        case .asciiUpper: return c >= 0x41 && c <= 0x5A
        case .asciiAlpha: return c < 0x80 && isWord(c) && c > 0x39 && c != 0x5F
        case .asciiAlphanumeric: return c < 0x80 && isWord(c) && c != 0x5F
        case .asciiPunctuation: return c > 0x20 && c < 0x7F && (!isWord(c) || c == 0x5F)
        default: break
        }
        guard let properties = Unicode.Scalar(c)?.properties else { return false }
        switch property {
        case .alphabetic: return properties.isAlphabetic
        case .uppercase: return properties.isUppercase
        case .lowercase: return properties.isLowercase
        default: break
        }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .modifierLetter, .otherLetter: return property == .letter
        case .titlecaseLetter: return property == .letter || property == .titlecase
        case .nonspacingMark, .spacingMark, .enclosingMark: return property == .mark
        case .decimalNumber: return property == .number || property == .decimal
        case .letterNumber, .otherNumber: return property == .number
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            return property == .punctuation
        case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: return property == .symbol
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: return property == .separator
        case .control, .format, .surrogate, .privateUse, .unassigned: return property == .control
        @unknown default: return false
        }
    }

    /// The names inside `\p{…}`.
    static func named(_ name: String) -> RegexClass? {
        let key = name.hasPrefix("Is") ? String(name.dropFirst(2)) : name
        let properties: [String: Property] = [
            "L": .letter, "M": .mark, "N": .number, "Nd": .decimal, "P": .punctuation, "S": .symbol, "Z": .separator,
            "C": .control, "Lu": .uppercase, "Ll": .lowercase, "Lt": .titlecase, "Lower": .asciiLower,
            "Upper": .asciiUpper, "Alpha": .asciiAlpha, "Digit": .digit, "Alnum": .asciiAlphanumeric,
            "Punct": .asciiPunctuation, "Space": .space, "Alphabetic": .alphabetic, "Uppercase": .uppercase,
            "Lowercase": .lowercase, "Letter": .letter, "Punctuation": .punctuation,
        ]
        if key == "ASCII" { return .range(0...0x7F) }
        return properties[key].map { .property($0) }
    }
}
