/// How Irish changes the beginning of a word behind articles, numbers and prepositions: "comhairle", "chomhairle",
/// "gcomhairle"; "ionad", "hionad", "tionad".
enum IrishMutations {
    /// A word or stem and its changed forms, in UTF-8.
    static func forms(of word: [UInt8]) -> [[UInt8]] {
        guard let first = word.first else { return [] }
        var forms = [word]
        if isLenited(first) { forms.append([first, UInt8(ascii: "h")] + word.dropFirst()) }
        for prefix in prefixes(first) { forms.append(Array(prefix.utf8) + word) }
        return forms
    }

    private static func isLenited(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "b"), UInt8(ascii: "c"), UInt8(ascii: "d"), UInt8(ascii: "f"), UInt8(ascii: "g"),
            UInt8(ascii: "m"), UInt8(ascii: "p"), UInt8(ascii: "s"), UInt8(ascii: "t"):
            true
        default: false
        }
    }

    private static func prefixes(_ letter: UInt8) -> [String] {
        switch letter {
        case UInt8(ascii: "b"): ["m"]
        case UInt8(ascii: "c"): ["g"]
        case UInt8(ascii: "d"), UInt8(ascii: "g"): ["n"]
        case UInt8(ascii: "f"): ["bh"]
        case UInt8(ascii: "p"): ["b"]
        case UInt8(ascii: "s"): ["t"]
        case UInt8(ascii: "t"): ["d"]
        // Vowels, the marked ones by the first byte of á é í ó ú.
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"), 0xC3:
            ["h", "n", "t"]
        default: []
        }
    }
}
