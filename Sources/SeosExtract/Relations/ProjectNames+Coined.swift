internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Names in plain words that running text drops once or twice: "at the heart of Nivalp, a project launched in March",
/// "an undertaking called DewVine", "info@quietice.example" beside "Quiet Ice".
extension ProjectNames {
    /// A name with the weight of what speaks for it.
    struct Coined {
        var name: Name
        var score: Int
        var repeats = 0
        /// Whether a word for "called" stands beside it.
        var isCalled = false
    }

    /// What each sign weighs.
    enum CoinedWeight {
        static let apposed = 5
        static let beside = 4
        static let address = 4
        static let host = 2
        static let called = 3
        static let alike = 3
        static let led = 1
        static let shape = 2
        static let headed = 1
        static let opening = 3
        static let earlier = -5
    }

    /// What the page says besides its text.
    private struct Page {
        /// Words of addresses, with what they weigh.
        var addresses: [String: Int]
        var title: String
        /// The folded words of the first headings, without blanks.
        var headlines: [String]
        /// Hashes of words that the page has in small letters, which makes them common ones ("conference@…"); only for
        /// a page with addresses.
        ///
        /// Asked of so few runs that a set would take longer to make.
        var small: [UInt64]
    }

    static let coinedRule = "project.coined"
    private static let mostRuns = 400
    private static let longestRun = 5

    /// The run of capitalised words that most speaks for: an apposition with the word for project, that word or "called"
    /// in front, an address that spells it, its shape, and how often it stands on the page.
    func coined() -> Coined? {
        guard speaksOfProject else { return nil }
        let addresses = addressWords()
        let page = Page(
            addresses: addresses, title: title.map(Self.key) ?? "",
            headlines: views.prefix(6).filter { $0.block.headingLevel != nil }.map {
                Self.key($0.reading.string($0.range))
            }, small: addresses.isEmpty ? [] : smallWords())
        let isCall = views.prefix(8).contains {
            $0.block.headingLevel != nil && $0.reading.matches.contains { $0.meaning == .noProject }
        }
        var found: [String: Coined] = [:]
        var order: [String] = []
        for view in views where view.isProse {
            let r = view.reading
            let networks = networks(view)
            let busy = TokenSet(
                view.values.map(\.tokens)
                    + view.names.filter { $0.mention.kind != .region && !networks.contains($0.tokens) }.map(\.tokens))
            let places = TokenSet(
                view.names.filter { $0.mention.kind == .region && $0.mention.code != nil }.map(\.tokens))
            var end = view.range.lowerBound
            for i in view.range where i >= end && r.kind(i) == .word && r.tokens[i].isCapitalized {
                let capitals = Self.capitals(from: i, view)
                end = capitals.upperBound
                guard let tokens = spelled(from: i, view, page) ?? named(capitals, view, page),
                    !busy.intersects(tokens),
                    // "Razvojna agencija Karlovačke županije KARLA": what stands right behind a body is its own.
                    !busy.contains(tokens.lowerBound - 1),
                    !tokens.allSatisfy(places.contains)
                else { continue }
                end = tokens.upperBound
                guard order.count < Self.mostRuns else { break }
                let name = Name(view: view.index, tokens: tokens, rule: Self.coinedRule, confidence: 0.6)
                let key = key(name)
                if formerKeys.contains(key) { continue }
                let isCalled =
                    r.last(.projectNamed, endingAt: tokens.lowerBound) != nil
                    || r.first(.projectNamed, at: tokens.upperBound) != nil
                let score =
                    weight(of: tokens, isNetwork: networks.contains(tokens), view, page, key)
                    + (isCalled ? CoinedWeight.called : 0)
                if let known = found[key] {
                    // Being named again and again says no more than twice.
                    let more = known.repeats < 2 ? 1 : 0
                    found[key] = Coined(
                        name: known.name, score: max(known.score, score + known.repeats) + more,
                        repeats: known.repeats + more, isCalled: known.isCalled || isCalled)
                } else {
                    order.append(key)
                    found[key] = Coined(name: name, score: score, isCalled: isCalled)
                }
            }
        }
        let best = order.compactMap { found[$0] }.max { ($0.score, $1.name.view) < ($1.score, $0.name.view) }
        return best.flatMap { $0.score >= (isCall ? 7 : 4) ? $0 : nil }
    }

    /// "A, B and C test The Quiet Ice Network – a new network of towns": names that read as those of bodies, behind other
    /// bodies of their sentence and not counted up with them.
    private func networks(_ view: BlockView) -> [Range<Int>] {
        let r = view.reading
        var bodies = 0
        var found: [Range<Int>] = []
        for name in view.names where name.mention.kind == .organization && name.mention.code == nil {
            defer { bodies += 1 }
            let start = name.tokens.lowerBound
            // "Harbour Voices is a project led by …", though harbours have authorities.
            if name.mention.rule == "org.head", name.tokens.count >= 2,
                name.tokens.allSatisfy({ r.isCapital($0) })
                    || [.company, .other, nil].contains(name.organizationKind),
                Self.isPredicate(at: name.tokens.upperBound, view)
            {
                found.append(name.tokens)
                continue
            }
            guard bodies >= 2, name.tokens.count >= 3, r.kind(start - 1) == .word, r.last(.and, endingAt: start) == nil,
                r.last(.placeBefore, endingAt: start) == nil,
                Self.isApposed(at: name.tokens.upperBound, view, isNetwork: true)
            else { continue }
            found.append(name.tokens)
        }
        return found
    }

    /// ", a project of …", ", a Danish and German cooperation": the word for project near behind a comma or dash, alone.
    ///
    /// - Parameter isNetwork: whether the word may be one that heads bodies too ("network").
    static func isApposed(at comma: Int, _ view: BlockView, isNetwork: Bool = false) -> Bool {
        let r = view.reading
        guard r.ascii(comma) == UInt8(ascii: ",") || r.isDash(comma) && !r.glued(comma) else { return false }
        return saysProject(from: comma + 1, view, isNetwork: isNetwork) && !isOfProgramme(comma, view)
    }

    /// "X is a cross-border project of …", "„X“ on Oulun yliopiston luotsaama hanke": the words for being and then the
    /// word for project.
    static func isPredicate(at next: Int, _ view: BlockView) -> Bool {
        let r = view.reading
        let start = r.isDash(next) && !r.glued(next) ? next + 1 : next
        guard r.sameLine(start), let being = r.first(.projectIs, at: start) else { return false }
        return saysProject(from: being.end, view, mayName: true)
    }

    /// The word for project itself within the next words, with nothing between that begins something new.
    ///
    /// - Parameter mayName: whether a body may stand before the word, whose project it is.
    private static func saysProject(
        from start: Int, _ view: BlockView, isNetwork: Bool = false, mayName: Bool = false
    ) -> Bool {
        let r = view.reading
        var i = start
        while i < view.range.upperBound, i - start <= 6, r.kind(i) == .word, r.sameLine(i), !view.addresses.contains(i)
        {
            // ", an Erasmus+ project of …", ", een Erasmus+-project van …"
            let n = view.firstName(from: i)
            if n < view.names.count, view.names[n].tokens.lowerBound == i, view.names[n].mention.kind == .programme {
                let end = view.names[n].tokens.upperBound
                if let last = r.first(.project, at: end - 1), isPlain(last, r) { return true }
                i = r.isDash(end) ? end + 1 : end
                continue
            }
            if mayName, n < view.names.count, view.names[n].tokens.lowerBound == i {
                i = view.names[n].tokens.upperBound
                continue
            }
            // ", a Danish-German cooperation of …"
            if r.isDash(i + 1), r.glued(i + 1), r.glued(i + 2), r.isSmall(i), r.isSmall(i + 2),
                r.first(.project, at: i) == nil
            {
                i += 2
            }
            // ", l'initiative que"
            if r.ascii(i + 1) == UInt8(ascii: "'"), r.glued(i + 1), r.glued(i + 2), r.tokens.folded(i).count <= 2 {
                i += 1
            } else if r.tokens[i].isCapitalized, !r.language.capitalizesNouns {
                return false
            }
            for match in r.at(i) {
                switch match.meaning {
                // "“We wait for spring” – says the project manager" is speech.
                case .leadPerson: return false
                case .project, .projectLike:
                    // "…, who is the project's coordinator"
                    let isPerson =
                        r.first(.leadPerson, at: i) != nil
                        || r.at(match.end).contains {
                            [.contact, .partnerLead, .partnerPartner, .official, .leadPerson].contains($0.meaning)
                        } && r.first(.leadAfter, at: match.end) == nil
                    return isPlain(match, r) && !isPerson
                // "one of the largest marina undertakings": what kind of project it is.
                case .orgHead where isKind(i, view): continue
                case .orgHead where !isNetwork || r.first(.projectLike, at: i) == nil: return false
                // "one of the largest projects"
                case .placeBefore where i == start + 1 && r.tokens.folded(start).count <= 6: continue
                case .and, .placeBefore: return false
                default: continue
                }
            }
            i += 1
        }
        return false
    }

    /// A small word right before the word for project.
    private static func isKind(_ i: Int, _ view: BlockView) -> Bool {
        let r = view.reading
        guard r.isSmall(i), r.sameLine(i + 1),
            let project = r.first(.project, at: i + 1) ?? r.first(.projectLike, at: i + 1)
        else { return false }
        return isPlain(project, r)
    }

    /// "Stages Without Walls is a project …": the words before, unless they are one word that may be any ("This is a
    /// project") or nouns that the page has nowhere else.
    private func isSubject(_ tokens: Range<Int>, _ view: BlockView, _ key: String?) -> Bool {
        guard Self.isPredicate(at: tokens.upperBound, view) else { return false }
        let r = view.reading
        let isShaped = tokens.contains { r.tokens[$0].hasInnerCapital || r.tokens[$0].isAllCaps }
        if isShaped || tokens.count >= 2 && !r.language.capitalizesNouns { return true }
        return occurrences(of: Name(view: view.index, tokens: tokens, rule: Self.coinedRule, confidence: 0.6)) >= 2
            && tokens.count >= 2
    }

    /// "Creative Europe – Culture, small projects": a strand of the programme right before.
    private static func isOfProgramme(_ comma: Int, _ view: BlockView) -> Bool {
        view.names.contains {
            $0.mention.kind == .programme && $0.tokens.upperBound <= comma && comma - $0.tokens.upperBound <= 6
        }
    }

    /// "the predecessor project X", "Vorgängerprojekt „X“".
    static func isEarlier(_ start: Int, _ view: BlockView) -> Bool {
        let r = view.reading
        let before = max(view.range.lowerBound, start - 5)..<max(view.range.lowerBound, start)
        guard let earlier = before.last(where: { r.first(.projectEarlier, at: $0) != nil }) else { return false }
        // "prior consent to the project X"
        return !(earlier + 1..<start).contains { i in
            r.at(i).contains { $0.meaning == .orgInside && r.entry($0).key == "for" }
        }
    }

    // MARK: Signs

    private func weight(_ signs: [(Bool, Int)]) -> Int { signs.reduce(0) { $0 + ($1.0 ? $1.1 : 0) } }

    private func weight(
        of tokens: Range<Int>, isNetwork: Bool, _ view: BlockView, _ page: Page, _ key: String
    ) -> Int {
        let r = view.reading
        let start = tokens.lowerBound
        let first = r.tokens[start]
        let isShaped =
            tokens.contains { r.tokens[$0].hasInnerCapital || r.tokens[$0].isAllCaps && r.tokens.folded($0).count >= 4 }
        let isBeside =
            (r.last(.project, endingAt: start) ?? compoundProject(behind: tokens, r)).map { Self.isPlain($0, r) }
            ?? false
        let isCommon = r.language.capitalizesNouns && tokens.count == 1 && !isShaped
        let mayBeName = !Self.startsSentence(start, r) || first.hasInnerCapital || first.isAllCaps
        return weight([
            (
                isNetwork || Self.isApposed(at: tokens.upperBound, view) || isSubject(tokens, view, key),
                CoinedWeight.apposed
            ),
            (isBeside && !isCommon, CoinedWeight.beside),
            (r.last(.projectLike, endingAt: start) != nil && !isCommon, CoinedWeight.alike),
            (r.last(.projectLike, endingAt: start) != nil && !isCommon && isLed(tokens, view), CoinedWeight.led),
            (isShaped && mayBeName, CoinedWeight.shape),
            (
                true,
                tokens.count == 1 && page.small.contains(first.hash)
                    ? 0 : page.addresses[key.hasSuffix("+") ? String(key.dropLast()) : key] ?? 0
            ),
            (page.title.holds(key), CoinedWeight.headed),
            (tokens.count >= 2 && opensHeadline(key, page), CoinedWeight.opening),
            (Self.isEarlier(start, view), CoinedWeight.earlier),
        ])
    }

    /// Words for leading or paying in the sentence, or a programme on the page: what a page calls an undertaking is a
    /// project then.
    private func isLed(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        if namesProgramme { return true }
        let sentence = view.sentence(at: tokens.lowerBound)
        return view.reading.matches(in: sentence).contains { match in
            switch match.meaning {
            case .leadBefore, .leadAfter, .leadVerb, .funderAfter, .funderGives: true
            default: false
            }
        }
    }

    /// "Reedback-hanke": the word for project, joined by a hyphen.
    private func compoundProject(behind tokens: Range<Int>, _ r: Reading) -> Lexicon.Match? {
        let dash = tokens.upperBound
        return r.isDash(dash) && r.glued(dash) && r.glued(dash + 1) ? r.first(.project, at: dash + 1) : nil
    }

    // MARK: Extent

    /// "Kerk zoekt Dorp" beside "kerkzoektdorp@…": two to six words that an address of the page spells.
    private func spelled(from start: Int, _ view: BlockView, _ page: Page) -> Range<Int>? {
        let r = view.reading
        guard page.addresses.keys.contains(where: { $0.utf8.starts(with: r.tokens.folded(start)) }) else { return nil }
        var key = r.tokens.foldedString(start)
        var end = start + 1
        while end < view.range.upperBound, end - start < 6, r.kind(end) == .word, r.sameLine(end) {
            key += r.tokens.foldedString(end)
            end += 1
            if page.addresses[key] != nil { return start..<end }
        }
        return nil
    }

    /// Capitalised words, some joined by hyphens.
    static func capitals(from start: Int, _ view: BlockView) -> Range<Int> {
        let r = view.reading
        var end = start + 1
        while end < view.range.upperBound, r.sameLine(end) {
            if r.kind(end) == .word, r.tokens[end].isCapitalized {
                end += 1
            } else if r.ascii(end) == UInt8(ascii: "&"), r.kind(end + 1) == .word, r.isCapital(end + 1) {
                end += 2
            } else if r.isDash(end), r.glued(end), r.glued(end + 1), r.kind(end + 1) == .word,
                r.first(.project, at: end + 1) == nil
            {
                end += 2
            } else {
                break
            }
        }
        // "MALGHE+"
        if r.ascii(end) == UInt8(ascii: "+"), r.glued(end), !(r.glued(end + 1) && r.kind(end + 1) == .word) { end += 1 }
        return start..<end
    }

    /// The words as a name, if they are not too many and none of them is a body, a programme, a place by itself or a
    /// label.
    private func named(_ capitals: Range<Int>, _ view: BlockView, _ page: Page) -> Range<Int>? {
        let r = view.reading
        var start = capitals.lowerBound
        var end = capitals.upperBound
        // "À Briançon, the project …"
        if Self.startsSentence(start, r), capitals.count > 1, r.isOpeningWord(start) {
            start += r.isDash(start + 1) ? 2 : 1
        }
        // "… Value Chains for Small Communities": the rest of a longer name.
        let isRest =
            r.kind(start - 1) == .word && r.tokens.folded(start - 1).count <= 3 && r.sameLine(start)
            && r.kind(start - 2) == .word && r.tokens[start - 2].isCapitalized && start - 2 >= view.range.lowerBound
        guard capitals.count <= Self.longestRun, !isRest || r.language.capitalizesNouns else { return nil }
        if let first = beforeComma(start, view) { start = first }
        // "Guth na Mara, tionscadal": small words inside, where the word for project says that a name ends here.
        if let longer = apposedRun(from: start, end, view) { end = longer }
        let tokens = start..<end
        if Self.startsSentence(start, r), !Self.isApposed(at: end, view), !r.tokens[start].hasInnerCapital,
            !isSubject(tokens, view, nil),
            !(tokens.count >= 2 && opensHeadline(Self.key(r.string(tokens)), page))
        {
            return nil
        }
        guard r.tokens[start].isCapitalized, r.tokens.folded(start).count >= 4 || tokens.count > 1,
            !r.at(start).contains(where: { Self.isOther($0.meaning) })
                || tokens.count > 1 && Self.mayBegin(start, r) && Self.isApposed(at: end, view)
        else { return nil }
        return tokens
    }

    /// "Harbour Voices sets sail" above "Harbour Voices will record the talk of …": two words that begin a headline with
    /// more behind them.
    private func opensHeadline(_ key: String, _ page: Page) -> Bool {
        page.headlines.contains { $0.hasPrefix(key) && $0.utf8.count > key.utf8.count }
    }

    static func isOther(_ meaning: Meaning) -> Bool {
        switch meaning {
        case .project, .projectLike, .orgHead, .orgLegal, .programme, .funder, .contact, .event, .month, .weekday,
            .namePlace:
            return true
        default: return meaning.isLabel || meaning.isAmountLabel
        }
    }

    static func startsSentence(_ i: Int, _ r: Reading) -> Bool {
        if i <= r.range.lowerBound || r.tokens[i].newlineBefore { return true }
        switch r.ascii(i - 1) {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "\""): return true
        default: return false
        }
    }
}
