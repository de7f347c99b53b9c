internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// The nominative of an inflected name, as far as the last word's ending tells.
enum BaseForm {
    /// The last word of a head-last name carries the case ("Arenduskeskuse" → "Arenduskeskus"); its head noun is known,
    /// so the ending is what stands behind the pack's form. Names whose head stands first keep their words.
    static func name(_ tokens: Range<Int>, _ reading: Reading, isOrganization: Bool) -> String {
        let quote = withPlainInitial(reading.string(tokens), tokens, reading)
        guard let last = tokens.last(where: { reading.kind($0) == .word }), last == tokens.upperBound - 1 else {
            return quote
        }
        let word = reading.tokens.string(last)
        guard let base = nominative(of: word, at: last, reading) else { return quote }
        return String(quote.dropLast(word.count)) + base
    }

    /// "Evropskega socialnega sklada plus" is called "Evropski socialni sklad plus": what the pack calls a fund in the
    /// nominative, where the words are the same.
    static func fixed(_ quote: String, _ tokens: Range<Int>, _ key: String?, _ reading: Reading) -> String {
        if let key, let names = reading.language.nominatives[key] {
            let words = InflectedNames.words(quote)
            if let name = names.first(where: { InflectedNames.areSame(words, InflectedNames.words($0)) }) {
                return name
            }
        }
        return withPlainInitial(quote, tokens, reading)
    }

    /// "hOllscoil na Gaillimhe", "gComhairle", "Chomhairle": the name without what a word before it did to its beginning.
    /// A small letter before a capital is no part of the word; a changed consonant is known where the word is a head noun.
    static func withPlainInitial(_ name: String, _ tokens: Range<Int>, _ reading: Reading) -> String {
        guard !reading.language.initials.isEmpty, let first = name.unicodeScalars.first else { return name }
        let scalars = name.unicodeScalars
        if first.properties.isLowercase {
            let capital = scalars.prefix(4).firstIndex { $0.properties.isUppercase }
            guard let capital, scalars[..<capital].allSatisfy(\.properties.isLowercase) else { return name }
            return String(name[capital...])
        }
        guard reading.at(tokens.lowerBound).contains(where: { reading.meaning($0) == .orgHead }) else { return name }
        let start = name.prefix(2).lowercased()
        guard let row = reading.language.initials.first(where: { $0.changed == start }) else { return name }
        return row.plain.uppercased() + name.dropFirst(2)
    }

    private static func nominative(of word: String, at i: Int, _ reading: Reading) -> String? {
        guard reading.language.headLast, word.count >= 5 else { return nil }
        // An exact form of a head noun in the pack is a nominative or a name of its own.
        let folded = reading.tokens.foldedString(i)
        for match in reading.at(i)
        where reading.meaning(match) == .orgHead && reading.entry(match).language == reading.language.tag {
            let form = Folding.fold(reading.entry(match).form)
            if form == folded { return nil }
            guard form.utf8.last == UInt8(ascii: "*") else { continue }
            let stem = form.utf8.filter { $0 != UInt8(ascii: "*") }
            // "*keskus*" in "arenduskeskuse": what stands behind the stem is the ending.
            if !stem.contains(0x20), let end = Self.end(ofLast: stem, in: folded) {
                let ending = folded.distance(from: end, to: folded.endIndex)
                if ending == 0 { return nil }
                if ending <= 5, reading.language.tag == "et" || reading.language.tag == "fi" {
                    return String(word.dropLast(ending))
                }
            }
        }
        return nil
    }

    /// Where the last occurrence of a stem in a folded word ends.
    private static func end(ofLast stem: [UInt8], in word: String) -> String.Index? {
        let bytes = Array(word.utf8)
        guard !stem.isEmpty, bytes.count >= stem.count else { return nil }
        for start in stride(from: bytes.count - stem.count, through: 0, by: -1)
        where bytes[start..<(start + stem.count)].elementsEqual(stem) {
            return word.utf8.index(word.startIndex, offsetBy: start + stem.count)
        }
        return nil
    }
}
