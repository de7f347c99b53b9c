internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Addresses behind the names of a list: "Ylitornion kunta, Alkkulanraitti 55, 95600 Ylitornio".
extension PartnerList {
    /// The pieces between commas without streets, postcodes and the towns behind them. A country, or a town that the
    /// gazetteer knows, stays: it says where the body before it is.
    func withoutAddresses(_ pieces: [Range<Int>]) -> [Range<Int>] {
        guard pieces.count > 1 else { return pieces }
        var result: [Range<Int>] = []
        var isInAddress = false
        for (n, piece) in pieces.enumerated() {
            let follows = reading.ascii(piece.lowerBound - 1) == UInt8(ascii: ",") && !result.isEmpty
            if follows, isStreet(piece) || isPostcode(piece) {
                isInAddress = true
                continue
            }
            // "…, Pargi 1, *Räpina linn*, 64504 Põlva maakond": a town in the middle of an address, though it is a body too.
            if follows, isInAddress, n + 1 < pieces.count, isPostcode(pieces[n + 1]) { continue }
            if follows, isInAddress, isSmallPlace(piece), placeAlone(piece) == nil, countryAlone(piece) == nil {
                continue
            }
            isInAddress = false
            result.append(piece)
        }
        return result
    }

    /// "ARPAT – Agenzia regionale, via Porpora 22, Firenze": where one item's address begins, at a comma, and the country of
    /// the town in it.
    func withoutAddress(_ tokens: Range<Int>, _ item: inout Item) -> Range<Int> {
        var depth = 0
        let commas = tokens.filter { i in
            if reading.ascii(i) == UInt8(ascii: "(") { depth += 1 }
            if reading.ascii(i) == UInt8(ascii: ")") { depth -= 1 }
            return depth == 0 && i > tokens.lowerBound && reading.ascii(i) == UInt8(ascii: ",")
        }
        for (n, comma) in commas.enumerated() {
            let end = n + 1 < commas.count ? commas[n + 1] : tokens.upperBound
            guard comma + 1 < end, isStreet(comma + 1..<end) || isPostcode(comma + 1..<end) else { continue }
            for rest in split(end..<tokens.upperBound, commas) where item.country == nil {
                item.country = countryAlone(rest) ?? placeAlone(rest)
            }
            return tokens.lowerBound..<comma
        }
        return tokens
    }

    /// "Alléen 15", "via Porpora 22", "12 rue de Metz", "Triq is-Suq": a capital and the number of a house, or a noun for a
    /// street and its name.
    func isStreet(_ piece: Range<Int>) -> Bool {
        let tokens =
            piece
            .lowerBound..<(piece.last.map { reading.kind($0) == .word || reading.kind($0) == .number }
            ?? false ? piece.upperBound : strip(piece).upperBound)
        guard let first = tokens.first, let last = tokens.last, tokens.count >= 2, tokens.count <= 9,
            tokens.contains(where: { reading.isCapital($0) })
        else { return false }
        let isNamed = tokens.contains { reading.isPlaceNoun(.street, at: $0) }
        let numbers = tokens.filter { reading.kind($0) == .number }
        let hasLetter = reading.kind(last) == .word && reading.tokens.folded(last).count == 1
        let house = hasLetter && last - 1 > first ? last - 1 : last
        let isNumbered =
            reading.kind(house) == .number && 1...3 ~= reading.digits(house) && reading.kind(house - 1) != .symbol
            && !reading.isDash(house - 1) && numbers.count <= 2
        if isNamed {
            return isNumbered || reading.kind(first) == .number
                || reading.isPlaceNoun(.street, at: first) && !hasHead(tokens)
        }
        // "Basic School 3", "Work package 2": a noun for a body, or no capital in front.
        return isNumbered && reading.isCapital(first) && !hasHead(tokens) && tokens.count <= 5
            && !reading.tokens[house - 1].isAllCaps
    }

    /// "4180 Sorø", "46-040 Ozimek", "66201 Võru maakond": a number of three digits or more and a town behind it.
    func isPostcode(_ piece: Range<Int>) -> Bool {
        let tokens = strip(piece)
        guard let first = tokens.first, reading.kind(first) == .number, tokens.count <= 7 else { return false }
        var i = first
        var digits = 0
        while i < tokens.upperBound, reading.kind(i) == .number || reading.isDash(i) && reading.glued(i) {
            digits += reading.kind(i) == .number ? reading.digits(i) : 0
            i += 1
        }
        guard 3...6 ~= digits else { return false }
        return i == tokens.upperBound || reading.isCapital(i) && (digits > 3 || !hasHead(i..<tokens.upperBound))
    }

    /// One to three words that begin with a capital and hold no noun for a body: a town, a village with its noun.
    func isSmallPlace(_ piece: Range<Int>) -> Bool {
        let tokens = strip(piece)
        guard let first = tokens.first, tokens.count <= 4, reading.isCapital(first), !reading.tokens[first].isAllCaps
        else { return false }
        return tokens.allSatisfy { reading.kind($0) == .word || reading.isDash($0) } && !hasHead(tokens)
    }
}
