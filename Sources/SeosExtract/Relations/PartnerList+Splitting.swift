internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Where one name of a list ends and the next begins.
extension PartnerList {
    func pieces(_ tokens: Range<Int>, isItem: Bool) -> [Range<Int>] {
        if let (end, next) = introduction(in: tokens) {
            return pieces(tokens.lowerBound..<end, isItem: isItem) + pieces(next..<tokens.upperBound, isItem: isItem)
        }
        var depth = 0
        var semicolons: [Int] = []
        var commas: [Int] = []
        var quoted = false
        for i in tokens {
            switch reading.ascii(i) {
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth = max(0, depth - 1)
            case UInt8(ascii: "\""): quoted.toggle()
            case UInt8(ascii: ";") where depth == 0: semicolons.append(i)
            case UInt8(ascii: "|") where depth == 0: semicolons.append(i)
            case UInt8(ascii: ",") where depth == 0 && !quoted && !isInsideName(i): commas.append(i)
            default:
                let text = reading.tokens.folded(i)
                if depth == 0, text.elementsEqual("•".utf8) || text.elementsEqual("·".utf8), i > tokens.lowerBound {
                    semicolons.append(i)
                }
            }
        }
        if !semicolons.isEmpty { return split(tokens, semicolons) }
        let numbers = numbering(in: tokens)
        if numbers.count >= 2 { return split(tokens, numbers) }
        let shared = sharing(tokens)
        if shared.count > 1 { return [tokens] }
        if !commas.isEmpty, !isItem || commasPartNames(tokens, commas) { return merged(split(tokens, commas)) }
        return isItem ? splitItem(tokens) : splitAtAnd(tokens, force: false)
    }

    /// "1. Stadt Gronau 2. Universität Twente 3. Provinz Overijssel": the numbers of a list in one line, counted up from one.
    private func numbering(in tokens: Range<Int>) -> [Int] {
        var found: [Int] = []
        for i in tokens.dropLast(2)
        where reading.kind(i) == .number && reading.integer(i) == found.count + 1
            && ".)".utf8.contains(reading.ascii(i + 1)) && reading.isCapital(i + 2)
        {
            found.append(i)
        }
        return found.first == tokens.first ? found : []
    }

    /// "X (Trondheim). The others: Y, Z": where a sentence ends, and where the names begin behind the few words and the
    /// colon that open the next.
    private func introduction(in tokens: Range<Int>) -> (end: Int, next: Int)? {
        for i in tokens.dropFirst() where reading.ascii(i) == UInt8(ascii: ".") {
            let words = (i + 1)..<min(i + 5, tokens.upperBound)
            guard i + 1 < tokens.upperBound, reading.isCapital(i + 1), !reading.glued(i + 1),
                let colon = words.first(where: { reading.ascii($0) == UInt8(ascii: ":") }), colon > i + 1,
                colon + 1 < tokens.upperBound, (i + 1..<colon).allSatisfy({ reading.kind($0) == .word }),
                !view.names.contains(where: { $0.tokens.overlaps(i + 1..<colon) })
            else { continue }
            return (i, colon + 1)
        }
        return nil
    }

    /// "Chamber of Commerce, Industry and Services": a comma between the parts of one known name.
    private func isInsideName(_ comma: Int) -> Bool {
        view.names.contains {
            $0.mention.rule == "org.head" && $0.tokens.lowerBound < comma && comma + 1 < $0.tokens.upperBound
        }
    }

    /// One line or cell is one name, unless "and" stands between two that are each whole: "X razvojni center in Fundacija
    /// Y", but not "Universität für Musik und Theater".
    func splitItem(_ tokens: Range<Int>) -> [Range<Int>] {
        for i in tokens where i > tokens.lowerBound + 1 {
            guard let and = reading.first(.and, at: i), reading.kind(i) == .word, and.end + 1 < tokens.upperBound,
                reading.tokens[and.end].isCapitalized,
                reading.at(and.end).contains(where: { [.orgHead, .orgLegal].contains(reading.meaning($0)) })
            else { continue }
            let left = tokens.lowerBound..<i
            let isDomain = reading.first(.orgInside, at: i - 2) != nil || reading.first(.of, at: i - 2) != nil
            let endsInPlace = isPlace(i - 1)
            guard hasHead(left), left.contains(where: { reading.ascii($0) == UInt8(ascii: "(") }) == false,
                !isDomain || endsInPlace, endsInPlace || reading.first(.orgHead, at: i - 1) != nil
            else { continue }
            return [left] + splitItem(and.end..<tokens.upperBound)
        }
        return [tokens]
    }

    func isPlace(_ i: Int) -> Bool {
        guard reading.kind(i) == .word, reading.tokens[i].isCapitalized else { return false }
        return reading.first(.namePlace, at: i) != nil
            || reading.place(at: i, before: i + 1, in: gazetteer) != nil
    }

    /// The pieces between the tokens at which a list is cut.
    func split(_ tokens: Range<Int>, _ cuts: [Int]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = tokens.lowerBound
        for cut in cuts {
            if cut > start { result.append(start..<cut) }
            start = cut + 1
        }
        if start < tokens.upperBound { result.append(start..<tokens.upperBound) }
        return result
    }

    /// In one list item, commas part names when nearly every piece ends in a bracket or holds a head noun of its own.
    func commasPartNames(_ tokens: Range<Int>, _ commas: [Int]) -> Bool {
        let parts = split(tokens, commas)
        if zip(parts, parts.dropFirst()).contains(where: { endsInCountry($0) && (isBody($1) || endsInCountry($1)) }) {
            return true
        }
        let names = parts.filter { part in
            part.contains { i in reading.at(i).contains { [.orgHead, .orgLegal].contains(reading.meaning($0)) } }
                && part.count >= 2
        }
        if parts.count == 2 {
            return parts.allSatisfy(isBodyAlone) || endsInLegalForm(parts[0]) && isShortName(parts[1])
        }
        return parts.count >= 3 && names.count * 3 >= parts.count * 2
    }

    /// "Gmina Lubawka (Polsko)": the country in brackets ends a name, so that the next one stands behind the comma.
    private func endsInCountry(_ part: Range<Int>) -> Bool {
        let tokens = strip(part)
        guard let close = tokens.last, reading.ascii(close) == UInt8(ascii: ")"),
            let open = tokens.suffix(7).last(where: { reading.ascii($0) == UInt8(ascii: "(") }),
            open > tokens.lowerBound, open + 1 < close
        else { return false }
        return countryAlone(open + 1..<close) != nil
    }

    /// A few words with a capital and a noun for a body, or a name that the packs know.
    private func isBody(_ part: Range<Int>) -> Bool {
        let tokens = strip(withoutBracket(part))
        guard let first = tokens.first, tokens.count <= 12 else { return false }
        return tokens.contains { reading.isCapital($0) } && hasHead(tokens)
            || view.names.contains {
                $0.mention.kind == .organization && $0.mention.code == nil && $0.tokens.lowerBound == first
            }
    }

    /// "the University of Kent": an article in small letters in front of what may be a name.
    private func opensWithArticle(_ part: Range<Int>) -> Bool {
        isArticle(part.lowerBound, part.upperBound) && isBody(part.lowerBound + 1..<part.upperBound)
    }

    /// What stands before a bracket.
    private func withoutBracket(_ part: Range<Int>) -> Range<Int> {
        part.lowerBound..<(part.dropFirst().first { reading.ascii($0) == UInt8(ascii: "(") } ?? part.upperBound)
    }

    /// "Les Amis du Métier ASBL": no name goes on behind its legal form.
    private func endsInLegalForm(_ part: Range<Int>) -> Bool {
        reading.last(.orgLegal, endingAt: part.upperBound).map { $0.start > part.lowerBound } ?? false
    }

    /// One to three capitalised words that are no place.
    private func isShortName(_ part: Range<Int>) -> Bool {
        let tokens = strip(part)
        return isTown(tokens) && placeAlone(tokens) == nil && countryAlone(tokens) == nil
            && reading.first(.orgLegal, at: tokens.lowerBound) == nil
    }

    /// A municipality, an association or a firm that fills a piece; an institute or a museum may be a part of the body
    /// before it.
    private func isBodyAlone(_ part: Range<Int>) -> Bool {
        // "Storumans kommun (Ruotsi)"
        let tokens = strip(withoutBracket(part))
        let isBody = view.names.contains {
            $0.mention.kind == .organization && $0.tokens.lowerBound <= tokens.lowerBound
                && $0.tokens.upperBound >= tokens.upperBound
        }
        return isBody
            && tokens.contains { i in
                reading.at(i).contains { match in
                    guard match.meaning == .orgHead else { return match.meaning == .orgLegal }
                    let key = OrganizationReader.HeadKey(reading.entry(match).key)
                    return key.isArea || key.kind == .ngo || key.kind == .company
                }
            }
    }

    /// Pieces that cannot stand alone go back to the name before them: legal forms, lower-case continuations.
    func merged(_ parts: [Range<Int>]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        for (n, part) in parts.enumerated() {
            let opensSmall =
                reading.kind(part.lowerBound) == .word && !reading.tokens[part.lowerBound].isCapitalized
                && reading.first(.and, at: part.lowerBound) == nil
                && reading.first(.orgHead, at: part.lowerBound) == nil
            let isNext =
                opensSmall && opensWithArticle(part)
                && (result.last.map { endsInCountry($0) || isBody($0) && !hasPurpose($0) } ?? true)
            let isLegal = reading.first(.orgLegal, at: part.lowerBound)?.end == withoutBracket(part).upperBound
            if let last = result.last, opensSmall && !isNext || isLegal {
                result[result.count - 1] = last.lowerBound..<part.upperBound
            } else if n == parts.count - 1 {
                result += splitAtAnd(part, force: n > 0)
            } else {
                result.append(part)
            }
        }
        return result
    }

    /// "Ministry of Agriculture, the Environment and Rural Areas": behind "of" a name goes on with what it is for.
    private func hasPurpose(_ part: Range<Int>) -> Bool {
        part.dropFirst().contains { i in
            reading.isSmall(i)
                && (reading.first(.of, at: i) != nil
                    || reading.first(.orgInside, at: i).map { reading.entry($0).key == "for" } ?? false)
        }
    }

    /// "A and B": two names when both sides could be one.
    func splitAtAnd(_ tokens: Range<Int>, force: Bool) -> [Range<Int>] {
        var depth = 0
        for i in tokens {
            let c = reading.ascii(i)
            if c == UInt8(ascii: "(") { depth += 1 }
            if c == UInt8(ascii: ")") { depth -= 1 }
            guard depth == 0, let and = reading.first(.and, at: i), and.end < tokens.upperBound,
                reading.kind(i) == .word
            else { continue }
            if i == tokens.lowerBound { return splitAtAnd(and.end..<tokens.upperBound, force: false) }
            let left = tokens.lowerBound..<i
            let right = and.end..<tokens.upperBound
            guard
                reading.tokens[and.end].isCapitalized || reading.ascii(and.end) == UInt8(ascii: "\"")
                    || opensWithArticle(right)
            else { continue }
            if stands(left) && stands(right) || reading.ascii(i - 1) == UInt8(ascii: ")")
                || force && isWhole(left) && isTown(strip(right))
            {
                return [left] + splitAtAnd(right, force: force)
            }
        }
        return [tokens]
    }

    /// "…, Nord universitet og Tjóðsavnið": the last but one of a list, a noun for a body with its name and nothing that
    /// tells what it is for.
    private func isWhole(_ piece: Range<Int>) -> Bool {
        let tokens = strip(withoutBracket(piece))
        return tokens.count >= 2 && hasHead(tokens)
            && tokens.allSatisfy { i in
                reading.kind(i) == .word && (reading.isCapital(i) || reading.first(.orgHead, at: i) != nil)
            }
    }

    func stands(_ piece: Range<Int>) -> Bool {
        let tokens = withoutBracket(piece)
        if tokens.count == 1, let i = tokens.first { return reading.tokens[i].isAllCaps }
        return tokens.contains { i in
            reading.at(i).contains {
                [.orgHead, .orgLegal].contains(reading.meaning($0)) && $0.end <= tokens.upperBound
            } || reading.tokens[i].isAllCaps
        }
    }
}
