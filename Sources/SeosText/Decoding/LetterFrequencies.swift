/// How often each letter beyond ASCII stands in a language, among all its letters beyond ASCII, in thousandths.
///
/// Enough to tell encodings apart: a wrong table turns the letters of a language into ones it hardly has.
struct LetterFrequencies: Sendable {
    let language: String
    /// Binary logarithm of the share, by code point of the lower case letter.
    let bits: [UInt32: Double]

    /// Given to letters that the language does not use.
    static let stranger = -10.5

    static let all: [String: LetterFrequencies] = {
        var all: [String: LetterFrequencies] = [:]
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard let language = words.first else { continue }
            var bits: [UInt32: Double] = [:]
            for word in words.dropFirst() {
                guard let letter = word.unicodeScalars.first, let share = Double(word.dropFirst()) else { continue }
                bits[letter.value] = binaryLogarithm(share / 1000)
            }
            all[String(language)] = LetterFrequencies(language: String(language), bits: bits)
        }
        return all
    }()

    /// Good to three digits, which is all that is asked of it: exponent plus a series for the mantissa.
    static func binaryLogarithm(_ x: Double) -> Double {
        let m = (x.significand - 1) / (x.significand + 1)
        let natural = 2 * (m + m * m * m / 3 + m * m * m * m * m / 5)
        return Double(x.exponent) + natural / 0.693147
    }

    private static let table = """
        cs í217 á146 č120 ě108 ř79 ý77 š65 ů49 ž60 é45 ú20 ň6 ó3 ď3 ť4
        da ø350 å320 æ300 é12 ö4 ä4
        de ü370 ä290 ö210 ß110 é10 à2
        es ó300 í220 á200 é110 ñ90 ú50 ü5 º8 ª4 ¿8 ¡4 ç3
        et ä400 õ230 ü200 ö130 š25 ž6
        fi ä830 ö140 å15 é5 š3 ž2
        fr é590 è110 à110 ê45 ç35 ô30 â22 î20 û18 ù12 ë5 ï5 œ12 æ1 °4
        ga á290 í225 é190 ú170 ó120
        hr č330 š210 ž190 ć180 đ80
        hu á300 é290 ö115 ó120 ő80 í50 ü60 ú35 ű15
        is ð205 í155 á155 ó110 é85 ú80 ö75 æ75 þ70 ý40
        it à300 è290 ù110 ò110 ì60 é60 º5 ª5
        lt ė220 š160 ų150 ž130 ą110 ū90 į100 č60 ę40
        lv ā360 ī205 ē160 š90 ū65 ņ50 ž35 ļ40 ķ22 ģ22 č18
        mt ħ450 ġ200 ż180 ċ100 à50 è5
        nb å450 ø410 æ100 é15 ä8 ö8 ò4
        nl ë420 é320 ï140 è45 ö35 ü25 ê10 ç5 á4 ó4
        pl ł205 ę170 ą165 ó140 ż115 ś90 ć60 ń35 ź12 ü2 ö2 é2
        pt ã185 ç165 á135 é115 í80 õ75 ó80 ê50 ú40 à35 â30 º12 ª6 ô6
        ro ă350 î150 ț115 ţ115 ș90 ş90 â70
        sk á230 í150 č115 ý90 é80 š85 ž85 ú75 ľ40 ť30 ň18 ó20 ô15 ä10 ď10 ĺ2 ŕ1
        sl č440 š300 ž240 ć8 đ3
        sv ä390 å305 ö280 é15 ü4 à2
        bg а118 е90 о88 и87 т78 н68 р57 с50 в45 д37 л36 п31 м25 к29 з22 г17 б16 у16 ъ18 ч15 я18 х9 й7 ж7 ц8 щ6 ю3 ф3 ш4 ь1
        uk а88 о94 н70 и60 і57 т55 в53 р50 е46 с42 к38 л36 д33 м30 п29 у34 з23 я25 ь18 г17 б16 ч13 й12 х11 ц8 ж8 ю8 є8 ї7 ш7 щ5 ф4 ґ1
        ru о109 е85 а80 и73 н67 т63 с55 р47 в45 л44 к35 м32 д30 п28 у26 я20 ы19 ь17 г17 з16 б16 ч14 й12 х10 ж9 ш7 ю6 ц5 щ4 э3 ф3 ъ1 ё1
        el α100 ο88 ι70 ε75 τ78 ν58 σ45 η44 ρ46 π42 κ40 μ34 ς34 λ28 υ33 ί28 ό22 έ20 ά18 δ20 γ16 ή16 ω16 χ11 θ11 ύ10 φ9 β7 ώ9 ξ5 ζ4 ψ2 ϊ1
        """
}
