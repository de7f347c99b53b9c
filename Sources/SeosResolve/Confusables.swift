/// Letters of other scripts that look like Latin ones: "RESIЅT" with a Cyrillic Ѕ is another name, and may be the same.
enum Confusables {
    /// The look of a name in Latin capitals; nil when it has none that look like Latin ones.
    static func look(_ name: String) -> String? {
        // Latin letters with their marks end before U+0370.
        if name.utf8.allSatisfy({ $0 < 0xCD }) { return nil }
        var changed = false
        var out = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            if let latin = table[scalar] {
                out.append(latin)
                changed = true
            } else {
                out.append(contentsOf: String(scalar).uppercased().unicodeScalars)
            }
        }
        return changed ? String(out) : nil
    }

    private static let table: [Unicode.Scalar: Unicode.Scalar] = {
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        let rows: [(String, Unicode.Scalar)] = [
            ("АаΑα", "A"), ("ВвΒ", "B"), ("СсϹ", "C"), ("ЕеΕ", "E"), ("НнΗ", "H"), ("ІіΙӀ", "I"), ("Јј", "J"),
            ("КкΚκ", "K"), ("МмΜ", "M"), ("Ν", "N"), ("ОоΟο", "O"), ("РрΡρ", "P"), ("Ѕѕ", "S"), ("ТтΤτ", "T"),
            ("УуΥ", "Y"), ("ХхΧχ", "X"), ("Ζ", "Z"), ("Ѵѵν", "V"), ("Ԝԝ", "W"), ("ԛ", "Q"), ("ԁ", "D"),
        ]
        for (letters, latin) in rows { for letter in letters.unicodeScalars { table[letter] = latin } }
        return table
    }()
}
