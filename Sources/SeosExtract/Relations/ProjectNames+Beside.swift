internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Names without quotation marks beside the word for project: "projektet Stille Havne", "Hiljainen jää -hanke".
extension ProjectNames {
    /// Such a name, and what the rest of the page says of it.
    struct Beside {
        var name: Name
        /// Whether the same words stand elsewhere on the page or in its title.
        var isRepeated: Bool
    }

    /// Words that stand beside the word for project, before it is known how many of them are the name.
    private struct Start {
        var view: Int
        var tokens: Range<Int>
        /// The name ends where the words end, and begins somewhere among them.
        var endsFixed = false
        /// A mark, a number or a verb ends the words.
        var isBounded = false
        /// The words with capitals that open a name, two at least.
        var capitals: Range<Int>?
    }

    private static let longestName = 8
    /// More places than this say nothing new.
    private static let mostStarts = 24

    /// In the order of the page, each name once.
    static func beside(_ views: [BlockView], _ title: String?) -> [Beside] {
        var starts: [Start] = []
        for view in views where !view.isShouting {
            let r = view.reading
            for match in r.matches where match.meaning == .project {
                if starts.count >= mostStarts { break }
                if let start = behind(match, view) ?? before(match, view), isPlain(match, r) { starts.append(start) }
            }
        }
        guard !starts.isEmpty else { return [] }
        let headline = TokenBuffer(text: Array((title ?? "").utf8))
        var found: [Beside] = []
        var known: Set<String> = []
        for start in starts {
            guard let name = extent(of: start, views, headline) else { continue }
            let key = Folding.key(views[name.name.view].reading.string(name.name.tokens))
            if known.insert(key).inserted { found.append(name) }
        }
        return found
    }

    /// The word itself in any case, and no compound with somebody in it ("projektijuht", "project partners").
    static func isPlain(_ match: Lexicon.Match, _ r: Reading) -> Bool {
        let isOther = r.at(match.start).contains {
            // "hankkeen päätoteuttaja" goes on behind the word.
            $0.meaning.isPartnerLabel && $0.length == 1 || $0.meaning.isAmountLabel
                || [.contact, .period].contains($0.meaning)
                // "scheme" is a word for programmes too.
                || $0.meaning == .programme && match.meaning == .project
        }
        guard match.length == 1, !isOther else { return false }
        // "hankkeessa" fits the stem of "hankkija" and a row of its own.
        return r.at(match.start).contains { $0.meaning == match.meaning && $0.length == 1 && isNearStem($0, r) }
    }

    /// Whether hardly more than an ending follows what the row writes of the word.
    private static func isNearStem(_ match: Lexicon.Match, _ r: Reading) -> Bool {
        let stem = r.entry(match).form.utf8.filter { $0 != UInt8(ascii: "*") }.withUnsafeBufferPointer(Folding.fold)
        if stem.isEmpty { return true }
        let word = r.tokens.folded(match.start)
        var rest: ArraySlice<UInt8>?
        var i = word.startIndex
        while i + stem.count <= word.endIndex {
            if word[i...].starts(with: stem) {
                i += stem.count
                rest = word[i...]
            } else {
                i += 1
            }
        }
        // Bytes that begin a character.
        return rest.map { $0.count { $0 & 0xC0 != 0x80 } <= 4 } ?? true
    }

    /// "LIFE Gyvos pelkės", "Strandnära liv": how far a name goes that begins with a programme's or that no mark ends, by
    /// where else it stands.
    func withRepeatedWords(_ name: Name) -> Name {
        let view = views[name.view]
        let r = view.reading
        guard let first = name.tokens.first, name.rule == Self.coinedRule || r.first(.projectPrefix, at: first) != nil
        else { return name }
        var end = name.tokens.upperBound
        while end < view.range.upperBound, end - first < Self.longestName, r.sameLine(end), r.kind(end) == .word {
            end += 1
        }
        let places = Self.repeats(first..<end, views, TokenBuffer(text: Array((title ?? "").utf8)))
        guard let last = places.indices.last(where: { places[$0].isRepeated }), last + 1 > name.tokens.count else {
            return name
        }
        var longer = name
        longer.tokens = Self.trimmed(first..<(first + last + 1), r)
        return longer.tokens.count > name.tokens.count ? longer : name
    }

    // MARK: Where a name may begin or end

    private static func behind(_ match: Lexicon.Match, _ view: BlockView) -> Start? {
        let r = view.reading
        let start = match.end
        guard r.kind(start) == .word, r.tokens[start].isCapitalized, r.sameLine(start), !r.glued(start) else {
            return nil
        }
        // "A Tiszavirág projektet Szolnok Város Önkormányzata vezeti"
        let isBody = view.names.contains {
            $0.mention.kind == .organization && $0.tokens.lowerBound == start && $0.tokens.count >= 3
        }
        if isBody { return nil }
        var end = start + 1
        var isBounded = true
        while end < view.range.upperBound, r.sameLine(end) {
            if end - start >= longestName {
                isBounded = false
                break
            }
            if r.kind(end) == .number && !r.glued(end) && r.digits(end) > 1 { break }
            if r.kind(end) == .punctuation, !(r.glued(end) && r.glued(end + 1)), r.ascii(end) != UInt8(ascii: "&") {
                break
            }
            if endsName(end, r) || saysRole(end, r) || view.values.contains(where: { $0.tokens.lowerBound == end }) {
                break
            }
            // "Projekt Modré studne realizuje Mesto Snina": a verb stands between the two.
            if end - start >= 3, r.isSmall(end - 1),
                view.names.contains(where: { $0.mention.kind == .organization && $0.tokens.lowerBound == end })
            {
                end -= 1
                break
            }
            end += 1
        }
        // "projekt BYSTŘINA v programu …": letters are the whole name.
        if r.tokens[start].isAllCaps, r.tokens.folded(start).count >= 4, r.isSmall(start + 1), end > start + 1,
            r.first(.projectPrefix, at: start) == nil
        {
            return Start(view: view.index, tokens: start..<(start + 1), isBounded: true)
        }
        // "Hankkeen EU-alueen kokonaiskustannukset ovat 1,8 milj. euroa": what it costs is not what it is called.
        if (start + 1..<end).contains(where: { i in
            r.isSmall(i) && r.at(i).contains { $0.meaning.isAmountLabel || $0.meaning == .costs }
        }) {
            return nil
        }
        // "Projektet Grøn Kyst skal rense …": two capitals are a name, and what follows in small letters goes on.
        var run = start + 1
        while run < end, r.kind(run) == .word, r.tokens[run].isCapitalized { run += 1 }
        return Start(
            view: view.index, tokens: start..<end, isBounded: isBounded || run - start >= 2 && r.isSmall(run),
            capitals: run - start >= 2 ? start..<run : nil)
    }

    private static func before(_ match: Lexicon.Match, _ view: BlockView) -> Start? {
        let r = view.reading
        let sentence = view.sentence(at: match.start)
        var end = match.start
        var isFinnish = false
        var isBounded = false
        if r.isDash(end - 1), r.glued(end) {
            end -= 1
            isFinnish = !r.glued(end)
        }
        guard end > sentence.lowerBound, r.kind(end - 1) == .word || r.kind(end - 1) == .number else { return nil }
        var start = end
        if isFinnish {
            // "Hiljainen jää -hanke": the name goes back to a capital.
            while start > sentence.lowerBound, end - start < longestName, r.kind(start - 1) == .word { start -= 1 }
            while start < end, !r.tokens[start].isCapitalized { start += 1 }
            // The capital nearest to the word, with those that stand right before it.
            if let nearest = (start..<end).last(where: { r.tokens[$0].isCapitalized }) {
                var first = nearest
                while first > start, r.tokens[first - 1].isCapitalized { first -= 1 }
                start = first
            }
        } else {
            while start > sentence.lowerBound, end - start < longestName, r.kind(start - 1) == .word,
                r.tokens[start - 1].isCapitalized
            { start -= 1 }
            // "The Quiet Ice project"
            if start == sentence.lowerBound, end - start >= 2, r.isOpeningWord(start) { start += 1 }
            // "leading the Quiet Ice project": an article shows where the name begins.
            isBounded =
                end - start >= 2 && start > sentence.lowerBound && isArticle(start - 1, r)
                && !r.language.capitalizesNouns
        }
        // "Two projects", "Our projects": the word that opens a line and is known for something else is no name; nor is
        // "Pequenos projetos", where names follow the word.
        let isAlone = !isFinnish && end - start == 1
        guard start < end, !isAlone || r.language.headLast && (start > sentence.lowerBound || !r.knows(start)) else {
            return nil
        }
        return Start(view: view.index, tokens: start..<end, endsFixed: true, isBounded: isFinnish || isBounded)
    }

    private static func isArticle(_ i: Int, _ r: Reading) -> Bool {
        r.kind(i) == .word && r.tokens.folded(i).count <= 3
            && r.at(i).contains {
                $0.meaning == .orgInside && $0.length == 1 && ["-", "article"].contains(r.entry($0).key)
            }
            && !r.at(i).contains { [.of, .and, .placeBefore].contains($0.meaning) }
    }

    /// A word in small letters that goes on with the sentence.
    static func endsName(_ i: Int, _ r: Reading) -> Bool {
        guard !r.tokens[i].isCapitalized else { return false }
        return r.at(i).contains { match in
            switch match.meaning {
            case .leadBefore, .leadAfter, .leadVerb, .partnerBefore, .partnerAfter, .funderBefore, .funderAfter,
                .periodFrom, .periodUntil, .projectNamed, .supplierAfter, .supplierBefore, .acts, .funderGives, .share,
                .shareEU:
                return true
            case .fromBefore, .between: return r.kind(match.end) == .number || r.first(.month, at: match.end) != nil
            default: return false
            }
        }
    }

    /// "… je vodilni partner", "… er Innlandet fylkeskommune prosjekteier": words for being and for roles in small letters.
    private static func saysRole(_ i: Int, _ r: Reading) -> Bool {
        r.isSmall(i)
            && r.at(i).contains {
                $0.meaning == .projectIs || $0.meaning.isPartnerLabel && $0.meaning != .partnerSupplier
            }
    }

    static let besideRule = "project.beside"

    /// "Il progetto Acque Amiche", "projektet Grøn Kyst": two words or three right behind the word for project, which read
    /// as a utility or a coast by their noun; a museum or a municipality may stand there in the genitive.
    private static func isUnderCommonNoun(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        guard (2...3).contains(tokens.count) else { return false }
        let names = view.names.filter { $0.tokens.overlaps(tokens) }
        return !names.isEmpty
            && names.allSatisfy { name in
                guard name.mention.code == nil, name.tokens.lowerBound >= tokens.lowerBound,
                    name.tokens.upperBound <= tokens.upperBound
                else { return false }
                switch name.mention.kind {
                case .region: return name.mention.country == nil
                case .organization:
                    return name.mention.rule == "org.head"
                        && [.company, .other, nil].contains(name.organizationKind)
                default: return false
                }
            }
    }

    // MARK: How many of the words are the name

    private static func extent(of start: Start, _ views: [BlockView], _ title: TokenBuffer) -> Beside? {
        let view = views[start.view]
        let r = view.reading
        func beside(_ tokens: Range<Int>, isRepeated: Bool, isHeaded: Bool = false) -> Beside? {
            guard !tokens.isEmpty, isNobody(tokens, view, isHeaded: isHeaded) else { return nil }
            if tokens.count == 1, let only = tokens.first, r.tokens.folded(only).count < 4 { return nil }
            return Beside(
                name: Name(
                    view: start.view, tokens: tokens, rule: besideRule, confidence: isRepeated ? 0.8 : 0.6),
                isRepeated: isRepeated)
        }
        if start.endsFixed {
            if let all = repeats(start.tokens, views, title).last, all.isRepeated,
                start.tokens.count > 1
                    || !r.language.capitalizesNouns && (all.isInTitle || r.isDash(start.tokens.upperBound))
            {
                return beside(start.tokens, isRepeated: true, isHeaded: all.isHeaded)
            }
            if isLed(start, view) { return beside(start.tokens, isRepeated: false) }
            return start.isBounded && start.tokens.count > 1
                ? beside(start.tokens, isRepeated: false, isHeaded: true) : nil
        }
        let counts = repeats(start.tokens, views, title)
        if let best = counts.indices.last(where: { counts[$0].isRepeated }) {
            let tokens = trimmed(start.tokens.lowerBound..<(start.tokens.lowerBound + best + 1), r)
            // One word of several, or a noun where every noun has a capital, says too little.
            let isWhole = tokens.upperBound == start.tokens.upperBound
            let isSure =
                tokens.count > 1 || isWhole && (counts[0].isInTitle || view.isProse && !r.language.capitalizesNouns)
            if isSure, !tokens.isEmpty {
                let found = counts[tokens.count - 1]
                return beside(
                    tokens, isRepeated: true, isHeaded: found.isHeaded || tokens.count > 1 && found.isNeverAlone)
            }
        }
        guard start.isBounded, view.isProse else { return nil }
        if let capitals = start.capitals, capitals.count <= 6, !r.language.capitalizesNouns || capitals.count == 2 {
            return isUnderCommonNoun(capitals, view)
                ? Beside(
                    name: Name(view: start.view, tokens: capitals, rule: besideRule, confidence: 0.6), isRepeated: false
                )
                : beside(capitals, isRepeated: false)
        }
        guard (2...6).contains(start.tokens.count), !r.language.capitalizesNouns else { return nil }
        let words = trimmed(start.tokens, r)
        return isUnderCommonNoun(words, view)
            ? Beside(name: Name(view: start.view, tokens: words, rule: besideRule, confidence: 0.6), isRepeated: false)
            : beside(words, isRepeated: false)
    }

    /// "Talvi-hanketta johtaa Vaasan kaupunki", "A Tiszavirág projektet … vezeti": one word right before the word for project
    /// that the packs do not know, in a sentence on who leads.
    private static func isLed(_ start: Start, _ view: BlockView) -> Bool {
        let r = view.reading
        guard start.tokens.count == 1, let only = start.tokens.first, view.isProse, !r.language.capitalizesNouns,
            r.isDash(only + 1) && r.glued(only + 1)
                || only > view.sentence(at: only).lowerBound && r.first(.project, at: only + 1) != nil,
            !r.knows(only), r.tokens.folded(only).count >= 5, !view.names.contains(where: { $0.tokens.contains(only) })
        else { return false }
        return r.matches(in: view.sentence(at: only)).contains { match in
            switch match.meaning {
            case .leadBefore, .leadAfter, .leadVerb: true
            default: false
            }
        }
    }

    /// Where the first words of a name stand besides.
    private struct Places {
        var page = 0
        var isInTitle = false
        /// A heading begins with them.
        var isHeaded = false
        /// Places without the word for project right before.
        var bare = 0

        var isRepeated: Bool { page > 0 || isInTitle }
        /// "the project Port Calm", and never "Port Calm" alone: no port.
        var isNeverAlone: Bool { page > 0 && bare == 0 }
    }

    /// For each number of words from the first on, where they stand elsewhere on the page, in any case of theirs.
    private static func repeats(_ tokens: Range<Int>, _ views: [BlockView], _ title: TokenBuffer) -> [Places] {
        guard let first = tokens.first, let host = views.view(holding: first)?.reading.tokens else { return [] }
        var counts = [Places](repeating: Places(), count: tokens.count)
        func alike(_ other: TokenBuffer, _ at: Int, _ end: Int) -> Int {
            var n = 0
            while n < tokens.count, at + n < end, areAlike(host.folded(first + n), other.folded(at + n)) { n += 1 }
            return n
        }
        for view in views {
            let r = view.reading
            for i in view.range where i != first && r.tokens[i].isCapitalized {
                let n = alike(r.tokens, i, view.range.upperBound)
                for k in 0..<n {
                    counts[k].page += 1
                    if r.last(.project, endingAt: i) == nil { counts[k].bare += 1 }
                    if i == view.range.lowerBound, view.block.headingLevel != nil { counts[k].isHeaded = true }
                }
            }
        }
        for i in 0..<title.count {
            let n = alike(title, i, title.count)
            for k in 0..<n { counts[k].isInTitle = true }
        }
        return counts
    }

    /// Without marks and small words at the end: "Stille Havne er", "Sögur úr fjörunni á árunum" before years.
    private static func trimmed(_ tokens: Range<Int>, _ r: Reading) -> Range<Int> {
        var end = tokens.upperBound
        let endsAtNumber = r.kind(end) == .number
        // "Tichá noc vedie …": a verb shows where the name ends.
        let endsAtVerb = r.at(end).contains { $0.meaning == .leadVerb || $0.meaning == .leadBefore }
        while end > tokens.lowerBound {
            let i = end - 1
            let isSmall =
                r.kind(i) == .word && !r.tokens[i].isCapitalized && r.tokens.folded(i).count <= (endsAtVerb ? 2 : 3)
            let isOfYears =
                endsAtNumber && r.kind(i) == .word && !r.tokens[i].isCapitalized
                && r.at(i).contains { [.yearBefore, .fromBefore, .between, .since, .dateOf].contains($0.meaning) }
            guard r.kind(i) == .punctuation || isSmall || isOfYears else { break }
            end -= 1
        }
        return tokens.lowerBound..<end
    }

    /// Whether the words name no body, no programme and not only a place. What a programme puts in front of its
    /// projects' names is no programme: "LIFE Orchids"; and what heads the page is no body for a noun that heads names
    /// of bodies too ("projektet Stille Havne").
    private static func isNobody(_ tokens: Range<Int>, _ view: BlockView, isHeaded: Bool) -> Bool {
        let r = view.reading
        if let first = tokens.first, r.first(.projectPrefix, at: first) != nil { return carriesPrefix(first, r) }
        if let first = tokens.first, r.at(first).contains(where: { $0.meaning.isLabel || $0.meaning == .project }) {
            return false
        }
        return !view.names.contains { name in
            name.tokens.overlaps(tokens)
                && (name.mention.kind != .region || tokens.allSatisfy { name.tokens.contains($0) })
                && !(isHeaded && name.mention.kind != .programme && name.mention.code == nil)
        } && !view.values.contains { $0.tokens.overlaps(tokens) && $0.mention.kind != .number }
    }
}
