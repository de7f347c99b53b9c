internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Finds the currency beside a number: sign, code, noun, or one word for magnitude and currency.
struct CurrencyReader {
    struct Hit {
        /// ISO 4217, or `kr` where the page decides.
        var code: String
        var tokens: Range<Int>
        /// The power of ten of a word that is magnitude and currency at once ("mkr", "T€").
        var power: Int?
        var end: Int { tokens.upperBound }
    }

    let reading: Reading

    /// The longest currency that begins at token `i`.
    func match(at i: Int) -> Hit? { match(at: i) { _ in true } }

    private func match(at i: Int, where fits: (Int) -> Bool) -> Hit? {
        guard reading.range.contains(i) else { return nil }
        if let pair = codeAndSign(at: i), fits(pair.end) { return pair }
        for match in reading.at(i) where fits(match.end) {
            if let hit = hit(match) { return signAndCode(hit, fits) }
        }
        guard reading.tokens[i].isCapitalized, fits(i + 1) else { return nil }
        // "860 Р": the letter that Russian price tags bear; a small one is a year.
        if reading.tokens.folded(i).elementsEqual([0xD1, 0x80]), !isYear(i - 1) {
            return Hit(code: "RUB", tokens: i..<(i + 1))
        }
        guard reading.tokens[i].isAllCaps else { return nil }
        if let hit = millions(at: i), fits(hit.end) { return hit }
        return isoCode(i).map { Hit(code: $0, tokens: i..<(i + 1)) }
    }

    /// "5 MPLN", "1,2 MUSD", "3,4 MUS$" behind a number.
    private func millions(at i: Int) -> Hit? {
        let word = reading.tokens.folded(i)
        guard reading.kind(i - 1) == .number || reading.first(.magnitude, at: i - 1) != nil, reading.sameLine(i),
            word.first == UInt8(ascii: "m")
        else { return nil }
        if word.elementsEqual("mus".utf8), reading.ascii(i + 1) == UInt8(ascii: "$"), reading.glued(i + 1) {
            return Hit(code: "USD", tokens: i..<(i + 2), power: 6)
        }
        guard word.count == 4, let code = CurrencyCodes.code(folded: word.dropFirst()), !Self.words.contains(code)
        else {
            return nil
        }
        return Hit(code: code, tokens: i..<(i + 1), power: 6)
    }

    func hit(_ match: Lexicon.Match) -> Hit? {
        switch match.meaning {
        case .currency:
            let entry = reading.entry(match)
            guard isWritten(entry.form, match) else { return nil }
            return Hit(code: entry.key, tokens: match.start..<match.end)
        case .magnitudeCurrency:
            let parts = reading.entry(match).key.split(separator: ":")
            guard parts.count == 2, let power = Int(parts[0]) else { return nil }
            return Hit(code: String(parts[1]), tokens: match.start..<match.end, power: power)
        default: return nil
        }
    }

    /// Codes and "Lt", "Ls", "Ft" are written with a capital; as small letters they are words, and in capitals before
    /// a number they are countries ("LT12", "FR 5"). One letter belongs to its sign ("A$", but not "a $5 fee").
    private func isWritten(_ form: String, _ match: Lexicon.Match) -> Bool {
        var letters = 0
        var ends: (first: Unicode.Scalar, last: Unicode.Scalar)?
        for scalar in form.unicodeScalars where scalar.properties.isAlphabetic {
            letters += 1
            if letters > 3 { return true }
            ends = (ends?.first ?? scalar, scalar)
        }
        guard let (first, last) = ends else { return true }
        let token = reading.tokens[match.start]
        if match.length == 2, letters == 1, form.utf8.last == UInt8(ascii: "$") {
            return reading.glued(match.start + 1) && token.isCapitalized || first == "C"
        }
        guard match.length <= 2 else { return true }
        if first.properties.isUppercase, !token.isCapitalized, !(last.properties.isUppercase && isEuro(match.start)) {
            return false
        }
        return !(token.isAllCaps && last.properties.isLowercase && reading.kind(match.end) == .number)
            || reading.entry(match).key == "kr"
    }

    /// "Euro 2020", "EURO 5", "91/383/EEK 1. pants": what a noun or a code before a number is when it is no money.
    private func isName(_ hit: Hit, _ i: Int) -> Bool {
        let start = hit.tokens.lowerBound
        guard reading.kind(start) == .word, hit.power == nil else { return false }
        if reading.ascii(start - 1) == UInt8(ascii: "/") { return true }
        guard hit.tokens.count == 1, reading.tokens.folded(start).count > 3 else { return false }
        let hasMore = reading.kind(i + 2) == .number && reading.glued(i + 2)
        return isYear(i) && !hasMore || reading.digits(i) == 1 && !hasMore && reading.tokens[start].isCapitalized
    }

    private func isYear(_ i: Int) -> Bool {
        guard reading.digits(i) == 4, let n = reading.integer(i) else { return false }
        return (1900...2099).contains(n)
    }

    /// "eur" is common in small letters.
    private func isEuro(_ i: Int) -> Bool { reading.tokens.folded(i) == [0x65, 0x75, 0x72] }

    private static let words: Set<String> = ["ALL", "TOP", "CUP", "COP", "PHP", "SOS", "TRY", "MOP", "STN", "PEN"]

    private func isoCode(_ i: Int) -> String? {
        guard let code = CurrencyCodes.code(folded: reading.tokens.folded(i)) else { return nil }
        // Before a number these are words, titles and lists more often than money.
        return Self.words.contains(code) && reading.kind(i + 1) == .number ? nil : code
    }

    /// "NZD$", "usd$": the code decides.
    private func codeAndSign(at i: Int) -> Hit? {
        guard reading.kind(i) == .word, reading.glued(i + 1), reading.kind(i + 1) == .symbol,
            let code = CurrencyCodes.code(folded: reading.tokens.folded(i)),
            reading.first(.currency, at: i + 1) != nil
        else { return nil }
        return Hit(code: code, tokens: i..<(i + 2))
    }

    /// "$CAD", "$ usd", "$ c"
    private func signAndCode(_ hit: Hit, _ fits: (Int) -> Bool) -> Hit {
        guard hit.power == nil, hit.tokens.count == 1, reading.kind(hit.tokens.lowerBound) == .symbol,
            reading.kind(hit.end) == .word, reading.sameLine(hit.end), reading.kind(hit.end + 1) != .number,
            fits(hit.end + 1)
        else { return hit }
        let word = reading.tokens.folded(hit.end)
        if hit.code == "USD", word == [0x63] {
            return Hit(code: "CAD", tokens: hit.tokens.lowerBound..<(hit.end + 1))
        }
        guard let code = CurrencyCodes.code(folded: word), code.utf8.last == UInt8(ascii: "D") else { return hit }
        return Hit(code: code, tokens: hit.tokens.lowerBound..<(hit.end + 1))
    }

    /// A currency behind a number or its magnitude; "de", "d'" and a dash may stand between.
    func after(_ end: Int) -> Hit? {
        guard reading.sameLine(end) else { return nil }
        if let hit = match(at: end) { return hit }
        if let of = reading.first(.of, at: end) { return reading.sameLine(of.end) ? match(at: of.end) : nil }
        if let place = reading.first(.namePlace, at: end), reading.sameLine(place.end), let hit = match(at: place.end) {
            return Hit(code: national(hit.code, reading.entry(place).key), tokens: end..<hit.end, power: hit.power)
        }
        if reading.isDash(end), reading.glued(end), reading.glued(end + 1) { return match(at: end + 1) }
        // "6.300.000. kr.": a stray full stop.
        if reading.ascii(end) == UInt8(ascii: "."), reading.glued(end), reading.kind(end + 1) == .word,
            !reading.tokens[end + 1].isCapitalized, reading.sameLine(end + 1), let hit = match(at: end + 1),
            hit.tokens.count > 1 || reading.tokens.folded(end + 1).count == 2
        {
            return hit
        }
        return nil
    }

    /// "svenske kr", "kanadske dolary": the country in front says whose money of that name is meant.
    private func national(_ code: String, _ country: String) -> String {
        if code == "kr" { return reading.language.crown(ofCountry: country) ?? code }
        guard code == "USD" || code == "FRF" else { return code }
        // Dollars and francs of the world end with the same letter.
        guard let own = CurrencyCodes.code(ofCountry: country), own.utf8.last == code.utf8.last else { return code }
        return own
    }

    /// A currency right before a number, and not before token `from`, where another amount ends.
    func before(_ i: Int, from: Int) -> Hit? {
        guard i > from, reading.sameLine(i) else { return nil }
        let dot = reading.ascii(i - 1) == UInt8(ascii: ".") && reading.glued(i - 1) ? i - 1 : i
        for start in max(from, reading.range.lowerBound, i - 5)..<i {
            guard let hit = match(at: start, where: { $0 == i || $0 == dot }) else { continue }
            return isName(hit, i) ? nil : hit
        }
        return nil
    }
}
