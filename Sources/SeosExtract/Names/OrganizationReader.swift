internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Organizations by fixed name, head noun or legal form, in the word order of the language.
struct OrganizationReader {
    struct Found {
        var tokens: Range<Int>
        var kind: OrganizationKind?
        /// The key of a well-known institution or fund.
        var key: String?
        var rule: String
        var isFixed: Bool
        /// What a name in a list leaves to the last one: "vald" for "Valga" in "Valga ja Mustvee vald".
        var tail: Range<Int>?
    }

    let reading: Reading
    let gazetteer: Gazetteer

    /// What the key of a head noun says: the kind of body and, for words of other languages, where the head stands.
    struct HeadKey {
        var kind: OrganizationKind?
        var isFirst = true
        var isLast = true

        /// "ngo", "ngo.first", "public.last".
        static func isPublic(_ key: String) -> Bool { key.hasPrefix("public") }

        init(_ key: String) {
            let parts = key.split(separator: ".")
            kind = parts.first.flatMap { OrganizationKind(word: String($0)) }
            if parts.last == "first" { isLast = false }
            if parts.last == "last" { isFirst = false }
        }
    }

    /// The European Union, its funds and institutions.
    func fixed(at i: Int) -> Found? {
        guard let match = reading.first(.nameOrganization, at: i), reading.tokens[i].isCapitalized else { return nil }
        // Two letters ("EL", "EK", "UE") must be capitals.
        if match.length == 1, reading.tokens.folded(i).count <= 3, !reading.tokens[i].isAllCaps,
            !reading.tokens[i].hasInnerCapital
        {
            return nil
        }
        // "EU-Mittel": the first part of a word.
        if reading.isDash(match.end), reading.glued(match.end), reading.glued(match.end + 1),
            reading.kind(match.end + 1) == .word, !reading.tokens[match.end + 1].isCapitalized || match.length == 1
        {
            return nil
        }
        // The short name in brackets behind the long one: "Fondo Europeo de Desarrollo Regional (FEDER)".
        var end = match.end
        if reading.ascii(end) == UInt8(ascii: "("), let short = reading.first(.nameOrganization, at: end + 1),
            reading.ascii(short.end) == UInt8(ascii: ")"), reading.entry(short).key == reading.entry(match).key
        {
            end = short.end + 1
        }
        return Found(
            tokens: match.start..<end, kind: .eu, key: reading.entry(match).key, rule: "org.fixed", isFixed: true)
    }

    /// - Parameter avoiding: token ranges that no name may reach into.
    func read(avoiding: [Range<Int>]) -> [Found] {
        let blocked = TokenSet(avoiding)
        var found: [Found] = []
        var busy = TokenSet()
        var i = reading.range.lowerBound
        while i < reading.range.upperBound {
            // A legal form that is a head noun too ("Mittetulundusühing X") opens the name behind it.
            let isLegalForm = reading.first(.orgLegal, at: i) != nil
            let candidate =
                isLegalForm
                ? byLegalForm(at: i, blocked) ?? byHead(at: i, blocked)
                : byHead(at: i, blocked) ?? byLegalForm(at: i, blocked)
            if let candidate, !busy.intersects(candidate.tokens) {
                for name in coordinated(candidate, blocked) where !busy.intersects(name.tokens) {
                    found.append(name)
                    busy.insert(name.tokens)
                }
                i = candidate.tokens.upperBound
            } else {
                i += 1
            }
        }
        for i in reading.range where !busy.contains(i) {
            if let body = body(at: i, blocked), !busy.intersects(body.tokens) {
                found.append(body)
                busy.insert(body.tokens)
            }
        }
        return found
    }

    // MARK: Head nouns

    func byHead(at i: Int, _ blocked: TokenSet) -> Found? {
        guard !blocked.contains(i), let match = reading.first(.orgHead, at: i),
            !blocked.intersects(match.start..<match.end)
        else { return nil }
        let key = HeadKey(reading.entry(match).key)
        let head = match.start..<match.end
        if let named = introduced(by: head, kind: key.kind, blocked) { return named }
        let isForeign = reading.entry(match).language != reading.language.tag
        var best: Range<Int>?
        if isForeign ? key.isLast : reading.language.headLast {
            best = left(of: head, blocked, genitives: isPureHeadLast && !isForeign)
        }
        if isForeign ? key.isFirst : reading.language.headFirst {
            if let right = right(of: head, blocked), right.count > (best?.count ?? 0) {
                best = join(left: best, right: right)
            }
            if let found = best, !isForeign || key.isLast {
                best = adjectives(before: found.lowerBound, blocked)..<found.upperBound
            }
        }
        let kind = key.kind
        guard var tokens = best, tokens.count > head.count || isProper(head) else { return nil }
        tokens = trimmed(withoutOrigin(tokens))
        guard tokens.count >= 2 || isCompound(tokens), tokens.count <= 16, hasCapital(tokens),
            !isOpeningPhrase(tokens, head)
        else { return nil }
        tokens = withLegalForm(withDepartment(tokens, blocked), blocked)
        return Found(tokens: tokens, kind: kind, key: nil, rule: "org.head", isFixed: false)
    }

    /// Languages whose names are chains of genitives before the head: Estonian, Finnish, Latvian, Lithuanian.
    private var isPureHeadLast: Bool { reading.language.headLast && !reading.language.headFirst }

    /// Capitalised words right before a head that stands first: "Regionalny Ośrodek", "Mestna občina".
    private func adjectives(before start: Int, _ blocked: TokenSet) -> Int {
        var first = start
        while start - first < 3, first - 1 >= reading.range.lowerBound, !blocked.contains(first - 1),
            !reading.breaks(before: first),
            reading.kind(first - 1) == .word, reading.tokens[first - 1].isCapitalized, !isPlainOpening(first - 1),
            !isCue(first - 1), !isAmount(first - 1), !isCountry(first - 1),
            reading.first(.namePlace, at: first - 1) == nil || !startsSentence(first - 1)
        {
            if startsSentence(first - 1), reading.language.headLast { break }
            first -= 1
        }
        return first
    }

    /// "Kofinanzierung Kanton Basel-Stadt": what the money is called is no part of who gives it.
    private func isAmount(_ i: Int) -> Bool { reading.at(i).contains { $0.meaning.isAmountLabel } }

    /// A sentence that merely begins with a capital: "Regionale Behörden", "Eesmärk on aidata võrgustiku".
    private func isOpeningPhrase(_ tokens: Range<Int>, _ head: Range<Int>) -> Bool {
        guard let first = tokens.first, startsSentence(first), first != head.lowerBound else { return false }
        if reading.tokens[first].isAllCaps || reading.tokens[first].hasInnerCapital || isPlace(first) { return false }
        let next = first + 1
        if tokens.contains(next), reading.kind(next) == .word, !reading.tokens[next].isCapitalized,
            reading.first(.orgInside, at: next) == nil
        {
            return true
        }
        return tokens.count == 2
            && (!reading.tokens[head.lowerBound].isCapitalized || reading.language.capitalizesNouns)
    }

    /// A country by its own name ("frå Spania Provinsen Burgos"), which no name of a body begins with.
    private func isCountry(_ i: Int) -> Bool {
        guard let hit = gazetteer.hits(at: i, in: reading.tokens, limit: i + 1, language: reading.language) else {
            return false
        }
        return hit.isBaseForm && hit.places.first?.level == 0 && reading.first(.namePlace, at: i) == nil
            && reading.last(.placeBefore, endingAt: i) != nil
    }

    func isPlace(_ i: Int) -> Bool {
        reading.first(.namePlace, at: i) != nil
            || gazetteer.hits(
                at: i, in: reading.tokens, limit: min(i + 1, reading.range.upperBound), language: reading.language)
                != nil
    }

    /// "… linnavalitsuse innovatsiooni ja majanduse osakond": a department named with its body, in the genitive.
    private func withDepartment(_ tokens: Range<Int>, _ blocked: TokenSet) -> Range<Int> {
        guard isPureHeadLast else { return tokens }
        var j = tokens.upperBound
        while j < reading.range.upperBound, j - tokens.upperBound < 7, !blocked.contains(j), reading.kind(j) == .word,
            !reading.breaks(before: j)
        {
            if let match = reading.first(.orgDepartment, at: j) { return tokens.lowerBound..<match.end }
            if isCue(j) { break }
            j += 1
        }
        return tokens
    }

    private func join(left: Range<Int>?, right: Range<Int>) -> Range<Int> {
        guard let left else { return right }
        return min(left.lowerBound, right.lowerBound)..<max(left.upperBound, right.upperBound)
    }

    private func isProper(_ head: Range<Int>) -> Bool { head.contains { reading.tokens[$0].isCapitalized } }

    /// A single word that is a name by itself: a capitalised compound inside a sentence ("Maaülikool").
    private func isCompound(_ tokens: Range<Int>) -> Bool {
        guard let i = tokens.first, let match = reading.first(.orgHead, at: i) else { return false }
        return reading.entry(match).form.hasPrefix("*") && reading.tokens[i].isCapitalized && !startsSentence(i)
            && !reading.language.capitalizesNouns
    }

    private func hasCapital(_ tokens: Range<Int>) -> Bool {
        tokens.contains { i in reading.tokens[i].isCapitalized && (!startsSentence(i) || tokens.count > 1) }
    }

    /// The name to the left of a head that stands last: "Tallinna Ülikool", "Võru linna arengukeskus".
    private func left(of head: Range<Int>, _ blocked: TokenSet, genitives: Bool) -> Range<Int>? {
        var start = head.lowerBound
        var firstCapital = reading.tokens[start].isCapitalized ? start : nil
        var small = 0
        var j = start - 1
        while j >= reading.range.lowerBound, head.lowerBound - j <= 12, !blocked.contains(j),
            !reading.breaks(before: j + 1)
        {
            let t = reading.tokens[j]
            if t.kind == .word {
                if t.isAllCaps, reading.first(.orgLegal, at: j) != nil {
                    // A legal form in front begins the name.
                    firstCapital = j
                    break
                }
                if t.isCapitalized {
                    if startsSentence(j), isPlainOpening(j) { break }
                    firstCapital = j
                    small = 0
                } else if !genitives || isCue(j) {
                    break
                } else if isSmallWord(j) {
                    // "A ja B": two bodies when the one before has a head of its own.
                    if hasHead(before: j) { break }
                    small += 1
                } else {
                    // Lower-case genitives between the capital and the head: at most three.
                    small += 1
                }
                if small > 3 { break }
            } else if reading.isDash(j), reading.glued(j), reading.glued(j + 1) {
                // hyphenated
            } else if t.kind == .number, small == 0 {
                small += 1
            } else {
                break
            }
            j -= 1
        }
        guard let first = firstCapital else { return nil }
        start = first
        return start..<head.upperBound
    }

    private func hasHead(before i: Int) -> Bool {
        (max(reading.range.lowerBound, i - 6)..<i).contains { reading.first(.orgHead, at: $0) != nil }
    }

    /// The name to the right of a head that stands first: "Uniwersytet w Tallinnie", "Behörde für Wirtschaft Hamburg".
    private func right(of head: Range<Int>, _ blocked: TokenSet) -> Range<Int>? {
        var end = head.upperBound
        var j = end
        var small = 0
        var others = 0
        while j < reading.range.upperBound, j - head.upperBound < 14, !blocked.contains(j),
            !reading.breaks(before: j)
        {
            let t = reading.tokens[j]
            if t.kind == .word {
                if t.isCapitalized {
                    end = j + 1
                    small = 0
                } else if isSmallWord(j) {
                    if reading.first(.and, at: j) != nil,
                        j == head.upperBound && !reading.tokens[head.lowerBound].isCapitalized || endsInPlace(head, j)
                    {
                        break
                    }
                    if end > head.upperBound || !reading.tokens[head.lowerBound].isCapitalized, opensAnother(j, blocked)
                    {
                        break
                    }
                    small += 1
                    if small > 3 { break }
                } else if !isCue(j), reading.tokens[head.lowerBound].isCapitalized, others < 2,
                    !reading.language.headLast
                {
                    // "Centre de recherche scientifique de Paris": small words of the name, if a capital follows.
                    others += 1
                } else {
                    break
                }
            } else if reading.isDash(j), reading.glued(j), reading.glued(j + 1) {
            } else if "'&".utf8.contains(reading.ascii(j)) {
            } else if reading.ascii(j) == UInt8(ascii: "."), reading.glued(j), reading.kind(j - 1) == .word,
                reading.tokens.folded(j - 1).count <= 3,
                reading.glued(j + 1) || small == 0 && reading.tokens.folded(j - 1).count <= 2
            {
                // "im. A. Mickiewicza", "St."
            } else if reading.ascii(j) == UInt8(ascii: "\"") {
                // A quoted proper name belongs to its head: fundacja „Krok".
                guard let close = closing(j), close - j <= 8 else { break }
                end = close + 1
                j = close + 1
                continue
            } else if reading.ascii(j) == UInt8(ascii: ","), let last = domains(head, from: j, blocked) {
                end = last
                break
            } else {
                break
            }
            j += 1
        }
        return end > head.upperBound ? head.lowerBound..<end : nil
    }

    /// "Stowarzyszenie X w Lublinie i …": behind its seat a name does not go on with the word for and.
    private func endsInPlace(_ head: Range<Int>, _ and: Int) -> Bool {
        and - head.upperBound >= 2 && reading.tokens[and - 1].isCapitalized && isPlace(and - 1)
            && reading.last(.placeBefore, endingAt: and - 1) != nil
    }

    func closing(_ open: Int) -> Int? {
        var j = open + 1
        while j < reading.range.upperBound, j - open < 12 {
            if reading.ascii(j) == UInt8(ascii: "\"") { return j }
            j += 1
        }
        return nil
    }

    // MARK: Legal forms

    /// "Zukunft Zwei GmbH", "MTÜ Eesti Muuseumraudtee", "Mittetulundusühing Sotsiaalsete Ettevõtete Võrgustik".
    func byLegalForm(at i: Int, _ blocked: TokenSet) -> Found? {
        guard !blocked.contains(i), let match = reading.first(.orgLegal, at: i),
            reading.tokens[i].isCapitalized || match.length > 1
        else { return nil }
        if match.length == 1, reading.tokens.folded(i).count <= 2, !reading.tokens[i].isAllCaps { return nil }
        let form = match.start..<match.end
        var start = form.lowerBound
        var j = start - 1
        if reading.ascii(j) == UInt8(ascii: ",") { j -= 1 }
        while j >= reading.range.lowerBound, !blocked.contains(j), form.lowerBound - j <= 7,
            !reading.breaks(before: j + 1)
        {
            let t = reading.tokens[j]
            if t.kind == .word, t.isCapitalized, !(startsSentence(j) && isPlainOpening(j)) {
                start = j
            } else if t.kind == .word, isSmallWord(j), j - 1 >= reading.range.lowerBound,
                reading.tokens[j - 1].isCapitalized
            {
            } else if reading.isDash(j), reading.glued(j), reading.glued(j + 1) || "&+".utf8.contains(reading.ascii(j))
            {
            } else {
                break
            }
            j -= 1
        }
        if start < form.lowerBound {
            return Found(
                tokens: start..<form.upperBound, kind: Self.kind(ofLegal: reading.entry(match).key), key: nil,
                rule: "org.legal", isFixed: false)
        }
        // "… rafbúnaður hf. Að auki": the form ends a name that is none for us, and the sentence with it.
        if reading.ascii(form.upperBound - 1) == UInt8(ascii: "."), reading.kind(form.lowerBound - 1) == .word,
            !reading.breaks(before: form.lowerBound), !reading.tokens[form.lowerBound].isCapitalized
        {
            return nil
        }
        var end = form.upperBound
        j = end
        if reading.ascii(j) == UInt8(ascii: "\""), let close = closing(j) {
            return Found(
                tokens: form.lowerBound..<(close + 1), kind: Self.kind(ofLegal: reading.entry(match).key), key: nil,
                rule: "org.legal", isFixed: false)
        }
        while j < reading.range.upperBound, !blocked.contains(j), j - form.upperBound <= 7,
            !reading.breaks(before: j)
        {
            let t = reading.tokens[j]
            if t.kind == .word, t.isCapitalized {
                end = j + 1
            } else if t.kind == .word, isSmallWord(j) {
                if opensAnother(j, blocked) { break }
            } else if reading.isDash(j), reading.glued(j), reading.glued(j + 1) {
            } else {
                break
            }
            j += 1
        }
        guard end > form.upperBound else { return nil }
        return Found(
            tokens: form.lowerBound..<end, kind: Self.kind(ofLegal: reading.entry(match).key), key: nil,
            rule: "org.legal", isFixed: false)
    }

    /// "… y la Fundación X": the word for and, and behind articles the head or legal form of another body.
    func opensAnother(_ i: Int, _ blocked: TokenSet) -> Bool {
        guard let and = reading.first(.and, at: i) else { return false }
        var j = and.end
        var steps = 0
        while steps < 5, reading.range.contains(j), !blocked.contains(j), reading.kind(j) == .word {
            if reading.at(j).contains(where: { reading.meaning($0) == .orgHead || reading.meaning($0) == .orgLegal }) {
                return reading.tokens[j].isCapitalized || steps > 0
            }
            guard isSmallWord(j) || reading.tokens[j].isCapitalized else { return false }
            j += 1
            steps += 1
        }
        return false
    }

    private static func kind(ofLegal key: String) -> OrganizationKind? { OrganizationKind(word: key) }

    /// Takes in a legal form right before or behind the name, and an acronym in brackets right behind it.
    private func withLegalForm(_ tokens: Range<Int>, _ blocked: TokenSet) -> Range<Int> {
        var start = tokens.lowerBound
        var end = tokens.upperBound
        if let before = reading.last(.orgLegal, endingAt: start), reading.tokens[before.start].isCapitalized,
            !blocked.contains(before.start)
        {
            start = before.start
        }
        if let behind = reading.first(.orgLegal, at: end), reading.sameLine(end), !blocked.contains(end),
            behind.length > 1 || reading.tokens[end].isCapitalized
        {
            end = behind.end
        }
        return start..<end
    }

    // MARK: Words

    func isSmallWord(_ i: Int) -> Bool {
        reading.first(.orgInside, at: i) != nil || reading.first(.of, at: i) != nil
    }

    func isCue(_ i: Int) -> Bool {
        reading.at(i).contains { match in
            switch reading.meaning(match) {
            case .orgHead, .orgLegal, .orgInside, .orgDepartment, .namePlace, .project, .region: return false
            case .leadBefore, .leadAfter, .partnerBefore, .partnerAfter, .funderBefore, .funderAfter, .ofWhich,
                .toBefore, .fromBefore:
                return true
            case .partnerLead, .partnerPartner, .partnerAssociated, .projectName, .amountTotal: return true
            default: return false
            }
        }
    }

    /// A capitalised word at the beginning of a sentence that is no part of a name by itself.
    private func isPlainOpening(_ i: Int) -> Bool {
        if reading.tokens[i].isAllCaps || reading.tokens[i].hasInnerCapital { return false }
        return reading.at(i).contains { match in
            match.length == 1
                && [
                    .project, .partnerLead, .partnerPartner, .programme, .funder, .orgInside, .fromBefore, .toBefore,
                    .between, .and, .leadAfter, .partnerAfter, .funderAfter, .upTo, .since,
                ]
                .contains(reading.meaning(match))
        }
    }

    func startsSentence(_ i: Int) -> Bool {
        if i == reading.range.lowerBound || reading.tokens[i].newlineBefore { return true }
        let c = reading.ascii(i - 1)
        return c == UInt8(ascii: ".") || c == UInt8(ascii: "!") || c == UInt8(ascii: "?") || c == UInt8(ascii: ":")
    }

    /// Small words do not end or begin a name.
    private func trimmed(_ tokens: Range<Int>) -> Range<Int> {
        var start = tokens.lowerBound
        var end = tokens.upperBound
        while end > start + 1, isSmallWord(end - 1), !reading.tokens[end - 1].isCapitalized { end -= 1 }
        while end > start + 1, reading.kind(end - 1) == .punctuation, reading.ascii(end - 1) != UInt8(ascii: "\""),
            reading.ascii(end - 1) != UInt8(ascii: ")")
        { end -= 1 }
        while start < end - 1, isSmallWord(start), !reading.tokens[start].isCapitalized { start += 1 }
        return start..<end
    }
}
