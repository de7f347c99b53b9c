internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Reads the names in a list of partners: one item a line, or several parted by semicolons or commas, each with its
/// country, acronym and role in brackets.
struct PartnerList {
    struct Item {
        var tokens: Range<Int>
        var aliases: [Range<Int>] = []
        var country: String?
        var acronym: String?
        var role: Claim.Role?
        /// The words that gave the role, folded.
        var roleWords = ""
    }

    let view: BlockView
    let gazetteer: Gazetteer
    private var reading: Reading { view.reading }

    init(view: BlockView, gazetteer: Gazetteer) {
        self.view = view
        self.gazetteer = gazetteer
    }

    /// - Parameter isItem: the tokens are one item of a list, where commas part names only if countries show it.
    func read(_ tokens: Range<Int>, isItem: Bool) -> [Item] {
        var items: [Item] = []
        for line in lines(tokens) {
            // "SI: A, B, C": a country in front of a line is everybody's.
            var rest = line
            var country: String?
            if let colon = line.prefix(5).dropFirst().first(where: { reading.ascii($0) == UInt8(ascii: ":") }),
                let code = countryAlone(line.lowerBound..<colon)
            {
                country = code
                rest = (colon + 1)..<line.upperBound
            }
            for piece in pieces(rest, isItem: isItem && country == nil) {
                let shared = sharing(piece)
                if shared.count > 1 {
                    items += shared.map { Item(tokens: $0, country: country) }
                } else if var item = item(piece) {
                    item.country = item.country ?? country
                    items.append(item)
                } else if let code = countryAlone(piece), !items.isEmpty, items[items.count - 1].country == nil {
                    items[items.count - 1].country = code
                }
            }
        }
        return withoutSeats(items)
    }

    /// A town behind a name ("Association X, Remiremont") is where the body sits, unless the whole list is of towns.
    private func withoutSeats(_ items: [Item]) -> [Item] {
        // A municipality is a body, although the gazetteer knows it by that name too.
        let places = items.map { item in
            item.acronym == nil && item.role == nil && !hasHead(item.tokens) ? placeAlone(item.tokens) : nil
        }
        let isAddress = items.map {
            reading.kind($0.tokens.lowerBound) == .number && reading.digits($0.tokens.lowerBound) >= 4
        }
        guard zip(places, isAddress).contains(where: { $0 == nil && !$1 }) else { return items }
        var result: [Item] = []
        for (n, item) in items.enumerated() {
            if places[n] == nil, !isAddress[n] {
                result.append(item)
            } else if !result.isEmpty, result[result.count - 1].country == nil {
                result[result.count - 1].country = places[n]
            }
        }
        return result
    }

    private func lines(_ tokens: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = tokens.lowerBound
        for i in tokens.dropFirst() where reading.tokens[i].newlineBefore {
            result.append(start..<i)
            start = i
        }
        result.append(start..<tokens.upperBound)
        return result
    }

    /// Names that share the head of the last one ("Biržų, Pasvalio ir Pakruojo rajonų savivaldybės") and fill the piece.
    private func sharing(_ piece: Range<Int>) -> [Range<Int>] {
        let names = view.names.filter { $0.mention.kind == .organization && $0.tokens.overlaps(piece) }.map(\.tokens)
        guard view.names.contains(where: { $0.mention.rule == "org.shared-head" && $0.tokens.overlaps(piece) }),
            let first = names.first, let last = names.last, first.lowerBound <= strip(piece).lowerBound,
            last.upperBound >= strip(piece).upperBound
        else { return [] }
        return names
    }

    // MARK: Splitting

    private func pieces(_ tokens: Range<Int>, isItem: Bool) -> [Range<Int>] {
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
            case UInt8(ascii: ",") where depth == 0 && !quoted: commas.append(i)
            default:
                let text = reading.tokens.folded(i)
                if depth == 0, text.elementsEqual("•".utf8) || text.elementsEqual("·".utf8), i > tokens.lowerBound {
                    semicolons.append(i)
                }
            }
        }
        if !semicolons.isEmpty { return split(tokens, semicolons) }
        let shared = sharing(tokens)
        if shared.count > 1 { return [tokens] }
        if !commas.isEmpty, !isItem || commasPartNames(tokens, commas) { return merged(split(tokens, commas)) }
        return isItem ? splitItem(tokens) : splitAtAnd(tokens, force: false)
    }

    /// One line or cell is one name, unless "and" stands between two that are each whole: "X razvojni center in Fundacija
    /// Y", but not "Universität für Musik und Theater".
    private func splitItem(_ tokens: Range<Int>) -> [Range<Int>] {
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

    private func isPlace(_ i: Int) -> Bool {
        guard reading.kind(i) == .word, reading.tokens[i].isCapitalized else { return false }
        return reading.first(.namePlace, at: i) != nil
            || gazetteer.hits(at: i, in: reading.tokens, limit: i + 1, language: reading.language) != nil
    }

    /// The pieces between the tokens at which a list is cut.
    private func split(_ tokens: Range<Int>, _ cuts: [Int]) -> [Range<Int>] {
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
    private func commasPartNames(_ tokens: Range<Int>, _ commas: [Int]) -> Bool {
        let parts = split(tokens, commas)
        let names = parts.filter { part in
            part.contains { i in reading.at(i).contains { [.orgHead, .orgLegal].contains(reading.meaning($0)) } }
                && part.count >= 2
        }
        return parts.count >= 3 && names.count * 3 >= parts.count * 2
    }

    /// Pieces that cannot stand alone go back to the name before them: legal forms, lower-case continuations.
    private func merged(_ parts: [Range<Int>]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        for (n, part) in parts.enumerated() {
            let opensSmall =
                reading.kind(part.lowerBound) == .word && !reading.tokens[part.lowerBound].isCapitalized
                && reading.first(.and, at: part.lowerBound) == nil
                && reading.first(.orgHead, at: part.lowerBound) == nil
            let isLegal = reading.first(.orgLegal, at: part.lowerBound)?.end == part.upperBound
            if let last = result.last, opensSmall || isLegal {
                result[result.count - 1] = last.lowerBound..<part.upperBound
            } else if n == parts.count - 1 {
                result += splitAtAnd(part, force: n > 0)
            } else {
                result.append(part)
            }
        }
        return result
    }

    /// "A and B": two names when both sides could be one.
    private func splitAtAnd(_ tokens: Range<Int>, force: Bool) -> [Range<Int>] {
        var depth = 0
        for i in tokens {
            let c = reading.ascii(i)
            if c == UInt8(ascii: "(") { depth += 1 }
            if c == UInt8(ascii: ")") { depth -= 1 }
            guard depth == 0, let and = reading.first(.and, at: i), and.end < tokens.upperBound,
                reading.kind(i) == .word
            else { continue }
            if i == tokens.lowerBound { return splitAtAnd(and.end..<tokens.upperBound, force: false) }
            guard reading.tokens[and.end].isCapitalized || reading.ascii(and.end) == UInt8(ascii: "\"") else {
                continue
            }
            let left = tokens.lowerBound..<i
            let right = and.end..<tokens.upperBound
            if stands(left) && stands(right) || reading.ascii(i - 1) == UInt8(ascii: ")") {
                return [left] + splitAtAnd(right, force: force)
            }
        }
        return [tokens]
    }

    private func stands(_ tokens: Range<Int>) -> Bool {
        if tokens.count == 1, let i = tokens.first { return reading.tokens[i].isAllCaps }
        return tokens.contains { i in
            reading.at(i).contains {
                [.orgHead, .orgLegal].contains(reading.meaning($0)) && $0.end <= tokens.upperBound
            } || reading.tokens[i].isAllCaps
        }
    }

    // MARK: One name

    private func item(_ piece: Range<Int>) -> Item? {
        var tokens = strip(piece)
        guard !tokens.isEmpty else { return nil }
        var item = Item(tokens: tokens)
        // A role in front: "Lead partner: X", "LP – X".
        if let match = reading.at(tokens.lowerBound).first(where: {
            reading.meaning($0).isPartnerLabel && $0.end < tokens.upperBound
        }) {
            let next = match.end
            if ":-".utf8.contains(reading.ascii(next))
                || reading.ascii(next) == UInt8(ascii: ".") && reading.ascii(next + 1) == UInt8(ascii: ".")
            {
                item.role = Self.role(reading.meaning(match))
                tokens = strip((next + 1)..<tokens.upperBound)
            }
        }
        // A role without a sign: "Capofila Polo Poschiavo", "… d'Alsace Projektträger".
        if item.role == nil, tokens.count >= 3 {
            if let match = reading.at(tokens.lowerBound).first(where: {
                reading.meaning($0).isPartnerLabel && $0.end < tokens.upperBound
            }), reading.tokens[match.end].isCapitalized, !hasHead(match.start..<match.end) {
                item.role = Self.role(reading.meaning(match))
                tokens = strip(match.end..<tokens.upperBound)
            } else if let match = roleAtEnd(tokens) {
                item.role = Self.role(reading.meaning(match))
                tokens = strip(tokens.lowerBound..<match.start)
            }
        }
        // A role behind a dash: "X – lead partner".
        if let dash = tokens.dropFirst().last(where: { reading.isDash($0) && !reading.glued($0) }),
            dash + 1 < tokens.upperBound,
            let match = reading.at(dash + 1).first(where: { reading.meaning($0).isPartnerLabel }),
            match.end >= tokens.upperBound - 2
        {
            item.role = item.role ?? Self.role(reading.meaning(match))
            tokens = strip(tokens.lowerBound..<dash)
        }
        // What a cell or an amount ends: "University of X | Lead partner | 139 496,31 €".
        if let cut = end(of: tokens) {
            for i in cut..<tokens.upperBound {
                if let match = reading.at(i).first(where: { reading.meaning($0).isPartnerLabel }) {
                    item.role = item.role ?? Self.role(reading.meaning(match))
                }
            }
            tokens = strip(tokens.lowerBound..<cut)
        }
        // Brackets, from the end.
        var scan = tokens.lowerBound
        var name = tokens
        while scan < tokens.upperBound {
            guard reading.ascii(scan) == UInt8(ascii: "("), let close = closing(scan, tokens.upperBound) else {
                scan += 1
                continue
            }
            let inside = (scan + 1)..<close
            if name.upperBound > scan, scan > name.lowerBound { name = name.lowerBound..<scan }
            bracket(inside, &item)
            scan = close + 1
        }
        name = withoutPlace(strip(name), &item)
        guard isName(name) else { return nil }
        item.tokens = name
        return item
    }

    private func hasHead(_ tokens: Range<Int>) -> Bool {
        tokens.contains { i in
            reading.at(i).contains { [.orgHead, .orgLegal, .orgDepartment].contains(reading.meaning($0)) }
        }
    }

    private func roleAtEnd(_ tokens: Range<Int>) -> Lexicon.Match? {
        for start in tokens.suffix(3) where start > tokens.lowerBound {
            if let match = reading.at(start).first(where: {
                reading.meaning($0).isPartnerLabel && $0.end == tokens.upperBound
            }), !hasHead(start..<match.end) {
                return match
            }
        }
        return nil
    }

    /// Where a name ends before an amount, a date, a percentage, a role in a cell of its own or a line break.
    private func end(of tokens: Range<Int>) -> Int? {
        var ends: [Int] = []
        for value in view.values where [.money, .percent, .email, .url, .phone].contains(value.mention.kind) {
            if tokens.contains(value.tokens.lowerBound), value.tokens.lowerBound > tokens.lowerBound {
                ends.append(value.tokens.lowerBound)
            }
        }
        for i in tokens.dropFirst() where reading.tokens[i].newlineBefore || hasTabBefore(i) { ends.append(i) }
        return ends.min()
    }

    private func hasTabBefore(_ i: Int) -> Bool {
        let start = Int(reading.tokens.tokens[i - 1].end)
        let stop = Int(reading.tokens[i].start)
        return start < stop && reading.tokens.text[start..<stop].contains(0x09)
    }

    private func bracket(_ inside: Range<Int>, _ item: inout Item) {
        guard !inside.isEmpty else { return }
        let cuts = inside.filter { i in
            ",;/|".utf8.contains(reading.ascii(i)) || reading.isDash(i) && !reading.glued(i) && i > inside.lowerBound
        }
        for piece in split(inside, cuts) {
            // "country: GR"
            var part = piece
            if let colon = piece.first(where: { reading.ascii($0) == UInt8(ascii: ":") }), colon + 1 < piece.upperBound
            {
                part = (colon + 1)..<piece.upperBound
            }
            if let country = countryAlone(part) {
                item.country = item.country ?? country
            } else if let match = reading.at(part.lowerBound).first(where: { reading.meaning($0).isPartnerLabel }) {
                if item.role == nil {
                    item.role = Self.role(reading.meaning(match))
                    item.roleWords = Folding.key(reading.string(match.start..<match.end))
                }
            } else if part.count == 1, let i = part.first, reading.kind(i) == .word,
                reading.tokens[i].isAllCaps || reading.tokens[i].hasInnerCapital
            {
                item.acronym = reading.tokens.string(i)
                item.aliases.append(part)
            } else if piece == inside, part.count >= 2,
                reading.tokens[part.lowerBound].isCapitalized || reading.first(.ownLanguage, at: part.lowerBound) != nil
            {
                var alias = part
                if let cue = reading.first(.ownLanguage, at: part.lowerBound) {
                    alias = strip(cue.end..<part.upperBound)
                }
                if !alias.isEmpty { item.aliases.append(alias) }
            } else if let place = placeAlone(part) {
                item.country = item.country ?? place
            }
        }
    }

    static func role(_ meaning: Meaning) -> Claim.Role {
        switch meaning {
        case .partnerLead: return .lead
        case .partnerAssociated: return .associated
        case .partnerCofinancier: return .cofinancier
        case .partnerSupplier: return .supplier
        default: return .partner
        }
    }

    /// "…, Poland", "… – Estonia", "EE – …": the place that ends or opens the piece.
    private func withoutPlace(_ tokens: Range<Int>, _ item: inout Item) -> Range<Int> {
        var name = tokens
        for i in tokens.dropFirst().reversed() {
            let c = reading.ascii(i)
            guard c == UInt8(ascii: ",") || (c == UInt8(ascii: "-") && !reading.glued(i)) else { continue }
            if let country = countryAlone((i + 1)..<name.upperBound)
                ?? (c == UInt8(ascii: ",") ? placeAlone((i + 1)..<name.upperBound) : nil)
            {
                item.country = item.country ?? country
                name = name.lowerBound..<i
            } else if c == UInt8(ascii: ","), item.country != nil, hasHead(name.lowerBound..<i),
                isTown((i + 1)..<name.upperBound)
            {
                name = name.lowerBound..<i
            } else {
                break
            }
        }
        if name.count > 3, reading.tokens[name.lowerBound].isAllCaps, reading.tokens.folded(name.lowerBound).count == 2,
            [UInt8(ascii: "-"), UInt8(ascii: ":")].contains(reading.ascii(name.lowerBound + 1)),
            let country = countryAlone(name.lowerBound..<(name.lowerBound + 1))
        {
            item.country = item.country ?? country
            name = strip((name.lowerBound + 2)..<name.upperBound)
        }
        return strip(name)
    }

    /// One to three capitalised words without a head noun: the seat behind a name ("…, Le Châtelard").
    private func isTown(_ tokens: Range<Int>) -> Bool {
        let words = tokens.filter { reading.kind($0) == .word }
        return !words.isEmpty && words.count <= 3 && words.allSatisfy { reading.tokens[$0].isCapitalized }
            && !hasHead(tokens)
            && tokens.allSatisfy {
                reading.kind($0) == .word || reading.isDash($0) || reading.ascii($0) == UInt8(ascii: "'")
            }
    }

    /// The country when the tokens are one country (name or code) and nothing else.
    func countryAlone(_ piece: Range<Int>) -> String? {
        let tokens = strip(piece)
        guard !tokens.isEmpty, tokens.count <= 5, let first = tokens.first else { return nil }
        if tokens.count == 1, reading.tokens[first].isAllCaps,
            let code = CountryCode.from(reading.tokens.string(first), gazetteer)
        {
            return code
        }
        // An article glued in front: "il-Pajjiżi l-Baxxi", "l'Italia".
        if tokens.count >= 3, reading.tokens.folded(first).count <= 2,
            reading.isDash(first + 1) || reading.ascii(first + 1) == UInt8(ascii: "'"), reading.glued(first + 1),
            let code = countryAlone((first + 2)..<tokens.upperBound)
        {
            return code
        }
        if let hit = gazetteer.hits(
            at: first, in: reading.tokens, limit: tokens.upperBound, language: reading.language),
            hit.tokens.upperBound == tokens.upperBound,
            let place = hit.places.first, place.level == 0
        {
            return place.country
        }
        if let match = reading.first(.namePlace, at: first), match.end == tokens.upperBound {
            let code = reading.entry(match).key
            return code.count == 2 ? code : nil
        }
        return nil
    }

    /// The country of a place that fills the piece: the town behind a name ("…, Turin").
    private func placeAlone(_ piece: Range<Int>) -> String? {
        let tokens = strip(piece)
        guard let first = tokens.first, tokens.count <= 5, reading.tokens[first].isCapitalized,
            let hit = gazetteer.hits(
                at: first, in: reading.tokens, limit: tokens.upperBound, language: reading.language),
            hit.tokens.upperBound == tokens.upperBound
        else { return nil }
        return hit.places.first?.country
    }

    private func isName(_ tokens: Range<Int>) -> Bool {
        guard !tokens.isEmpty, tokens.count <= 26 else { return false }
        let words = tokens.filter { reading.kind($0) == .word }
        guard !words.isEmpty, words.count <= 20,
            words.contains(where: { reading.tokens[$0].isCapitalized })
                || tokens.contains(where: { reading.first(.orgHead, at: $0) != nil })
        else {
            return false
        }
        if words.count == 1, let i = words.first, reading.tokens.folded(i).count < 2 { return false }
        // A sentence is no name: too many small words that no name has.
        let small = words.filter { i in
            !reading.tokens[i].isCapitalized
                && !reading.at(i).contains {
                    [.orgInside, .of, .and, .orgHead, .orgDepartment, .orgLegal].contains(reading.meaning($0))
                }
        }
        if words.count > 5, small.count * 2 > words.count { return false }
        // A date, an amount or an address is no name.
        if view.values.contains(where: {
            [.money, .email, .url, .phone].contains($0.mention.kind) && $0.tokens.overlaps(tokens)
        }) {
            return false
        }
        if view.values.contains(where: { $0.mention.kind == .date && $0.tokens.lowerBound == tokens.lowerBound }) {
            return false
        }
        if let label = FieldFinder.label(in: tokens, view, whole: true), label.1.count >= words.count { return false }
        if countryAlone(tokens) != nil { return false }
        return true
    }

    private func closing(_ open: Int, _ limit: Int) -> Int? {
        var depth = 0
        var i = open
        while i < limit {
            if reading.ascii(i) == UInt8(ascii: "(") { depth += 1 }
            if reading.ascii(i) == UInt8(ascii: ")") {
                depth -= 1
                if depth == 0 { return i }
            }
            i += 1
        }
        return nil
    }

    /// A small word in front of a name: "de Openbare …", "la Universidad".
    private func isArticle(_ i: Int, _ end: Int) -> Bool {
        reading.kind(i) == .word && !reading.tokens[i].isCapitalized && i + 1 < end
            && (reading.kind(i + 1) == .word && reading.tokens[i + 1].isCapitalized)
            && reading.first(.orgHead, at: i) == nil
            && (reading.first(.orgInside, at: i) != nil || reading.first(.of, at: i) != nil)
    }

    /// Without bullets, numbering, separators and a final full stop.
    private func strip(_ tokens: Range<Int>) -> Range<Int> {
        var start = tokens.lowerBound
        var end = tokens.upperBound
        while start < end {
            let c = reading.ascii(start)
            let isMark =
                reading.kind(start) != .word && reading.kind(start) != .number && c != UInt8(ascii: "(")
                && c != UInt8(ascii: "\"")
            let isNumbering =
                reading.kind(start) == .number && reading.digits(start) <= 2 && start + 1 < end
                && ".)".utf8.contains(reading.ascii(start + 1))
            if isMark {
                start += 1
            } else if isNumbering {
                start += 2
            } else if isArticle(start, end) {
                start += 1
            } else {
                break
            }
        }
        while end > start, reading.kind(end - 1) != .word, reading.kind(end - 1) != .number {
            let c = reading.ascii(end - 1)
            if c == UInt8(ascii: ")") || c == UInt8(ascii: "\"") || c == UInt8(ascii: "+") { break }
            if c == UInt8(ascii: "."), end - 1 > start,
                reading.first(.orgLegal, at: end - 2) != nil || reading.tokens.folded(end - 2).count <= 2
            {
                break
            }
            end -= 1
        }
        return start..<end
    }
}

/// Countries as codes on project pages: ISO 3166, and the letters of number plates that pages use.
enum CountryCode {
    private static let plates = [
        "SLO": "SI", "A": "AT", "D": "DE", "B": "BE", "UK": "GB", "EL": "GR", "H": "HU", "I": "IT", "F": "FR",
        "E": "ES",
        "S": "SE", "N": "NO", "P": "PT", "CRO": "HR", "EST": "EE", "POL": "PL", "LIT": "LT", "LAT": "LV", "GER": "DE",
        "FIN": "FI", "SWE": "SE", "NOR": "NO", "DEN": "DK", "ITA": "IT", "ESP": "ES", "FRA": "FR", "AUT": "AT",
        "HUN": "HU",
        "CZE": "CZ", "SVK": "SK", "ROU": "RO", "BUL": "BG", "GRE": "GR", "POR": "PT", "NED": "NL", "IRL": "IE",
        "SVN": "SI",
        "HRV": "HR", "LTU": "LT", "LVA": "LV", "DEU": "DE", "UKR": "UA", "MLT": "MT", "CYP": "CY", "LUX": "LU",
    ]

    /// The country of a region's code: ISO 3166, NUTS (which writes EL and UK), or of the gazetteer.
    static func ofRegion(_ code: String, _ gazetteer: Gazetteer) -> String? {
        if let place = gazetteer.place(code: code) { return place.country }
        let prefix = String(code.prefix(2))
        if prefix == "EL" { return "GR" }
        if prefix == "UK" { return "GB" }
        return gazetteer.place(code: prefix)?.country
    }

    static func from(_ text: String, _ gazetteer: Gazetteer) -> String? {
        if let code = plates[text] { return code }
        guard text.count == 2, let place = gazetteer.place(code: text), place.level == 0 else { return nil }
        return text
    }
}
