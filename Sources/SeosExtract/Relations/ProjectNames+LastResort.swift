internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// What a page that tells of a project in every other way calls it: "as part of Quiet Waters", "Farewell to Shared Tides"
/// above "Shared Tides was born …", "GreenPort 2, for which the Port is lead partner".
///
/// Asked only when no other rule has found a name.
extension ProjectNames {
    private enum Weight {
        static let within = 4
        static let apposed = 4
        static let named = 4
        static let subject = 3
        static let led = 2
        static let shape = 1
        static let words = 1
        static let heading = 1
        static let again = 3
        static let wholeLine = 2
        static let enough = 4
    }

    private static let lastRule = "project.last"
    private static let mostCapitals = 300

    /// The name that most speaks for, nil on a page that tells nothing of who leads what for how much or how long.
    func lastResort() -> Name? {
        guard tellsOfProject else { return questionAbove() }
        var found: [String: (name: Name, score: Int)] = [:]
        var order: [String] = []
        func add(_ tokens: Range<Int>, _ view: BlockView, _ score: Int) {
            let name = Name(view: view.index, tokens: tokens, rule: Self.lastRule, confidence: 0.5)
            let key = key(name)
            if formerKeys.contains(key) || key.utf8.count < 3 { return }
            if let known = found[key] {
                found[key]?.score = max(known.score, score) + 1
            } else {
                order.append(key)
                found[key] = (name, score)
            }
        }
        for view in views.prefix(5) where !view.isProse { addLine(view, add) }
        addRepeated(add)
        var asked = 0
        for view in views where view.isProse {
            var end = view.range.lowerBound
            for i in view.range where i >= end && view.reading.isCapital(i) {
                let run = numberedCapitals(from: i, view)
                end = run.upperBound
                asked += 1
                guard asked <= Self.mostCapitals else { break }
                let tokens = withSmallWords(withoutOpening(run, view), view)
                if tokens.isEmpty || isSomethingElse(tokens, view) { continue }
                end = max(end, tokens.upperBound)
                add(tokens, view, weight(of: tokens, view))
            }
        }
        let best = order.compactMap { found[$0] }.max {
            ($0.score, $1.name.view, $1.name.tokens.lowerBound) < ($1.score, $0.name.view, $0.name.tokens.lowerBound)
        }
        if let best, best.score >= Weight.enough { return best.name }
        return onlyShaped(order.compactMap { found[$0]?.name }) ?? questionAbove()
    }

    /// "Who guards the forest?" as the page's first line, above a text on a project: the only question that stands alone.
    private func questionAbove() -> Name? {
        guard let first = views.first(where: { !$0.isPartOfPage }), speaksOfProject else { return nil }
        let asked = views.filter { view in
            view.range.last.map { isQuestionMark($0, view.reading) } ?? false && view.range.count <= 16
        }
        guard asked.count == 1, asked[0].index == first.index, first.range.count >= 3, first.sentences.count <= 1,
            !first.range.contains(where: { isSeparator($0, first.reading) }),
            first.reading.isCapital(first.range.lowerBound),
            views.contains(where: { view in
                view.index > first.index && view.isProse
                    && view.reading.matches.contains { $0.meaning == .project || $0.meaning == .projectNamed }
            })
        else { return nil }
        return Name(view: first.index, tokens: first.range, rule: Self.lastRule, confidence: 0.5)
    }

    /// "?", and the semicolon that ends a Greek line.
    private func isQuestionMark(_ i: Int, _ r: Reading) -> Bool {
        r.ascii(i) == UInt8(ascii: "?") || r.ascii(i) == UInt8(ascii: ";")
    }

    /// "WATERPOORT 2030" in the middle of a sentence: the one word of a coined shape, in whatever case of it, on a page that
    /// says "project".
    private func onlyShaped(_ names: [Name]) -> Name? {
        guard speaksOfProject else { return nil }
        let shaped = names.filter { name in
            let r = views[name.view].reading
            return isShaped(name.tokens, r) && !views[name.view].isShouting
                && !views[name.view].names.contains { $0.tokens.overlaps(name.tokens) }
                && !Self.startsSentence(name.tokens.lowerBound, r)
        }
        guard let first = shaped.first,
            shaped.allSatisfy({ Self.areAlike(Array(key($0).utf8)[...], Array(key(first).utf8)[...]) })
        else { return nil }
        return first
    }

    /// Whether the page says who leads or names a programme, and tells of money or days.
    private var tellsOfProject: Bool {
        var isLed = namesProgramme
        var hasFigures = false
        for view in views {
            if view.block.headingLevel != nil, view.index < 8,
                view.reading.matches.contains(where: { $0.meaning == .noProject })
            {
                return false
            }
            hasFigures = hasFigures || view.values.contains { $0.mention.kind == .money || $0.mention.kind == .date }
            isLed =
                isLed
                || view.reading.matches.contains {
                    switch $0.meaning {
                    case .leadBefore, .leadAfter, .leadVerb, .partnerLead, .partnerPartner, .partnerBefore: true
                    default: false
                    }
                }
        }
        return isLed && (hasFigures || speaksOfProject)
    }

    /// The pieces of one of the page's first lines that a colon or dash parts.
    private func addLine(_ view: BlockView, _ add: (Range<Int>, BlockView, Int) -> Void) {
        let r = view.reading
        guard view.range.count <= 20, !view.isPartOfPage, view.block.label == nil else { return }
        let line = firstLine(view.range, view)
        var start = line.lowerBound
        var pieces: [Range<Int>] = []
        for i in line where isSeparator(i, r) {
            pieces.append(start..<i)
            start = i + 1
        }
        pieces.append(start..<line.upperBound)
        for piece in pieces {
            let tokens = withoutOpening(clean(piece, view), view)
            guard (1...6).contains(tokens.count), r.isCapital(tokens.lowerBound), !isSomethingElse(tokens, view),
                FieldFinder.label(in: tokens, view, whole: true) == nil
            else { continue }
            let name = Name(view: view.index, tokens: tokens, rule: Self.lastRule, confidence: 0.5)
            let isAgain = occurrences(of: name) >= 2
            let isWhole = view.index <= 1 && tokens == line && tokens.count <= 4
            if tokens.count == 1, !isShaped(tokens, r) { continue }
            add(
                tokens, view,
                Weight.heading + (isAgain ? Weight.again : 0) + (isShaped(tokens, r) ? Weight.shape : 0)
                    + (isWhole && isShaped(tokens, r) ? Weight.wholeLine : 0))
        }
    }

    /// What the page says more than once.
    private func addRepeated(_ add: (Range<Int>, BlockView, Int) -> Void) {
        let phrases = RepeatedPhrases(views)
        for view in views {
            let r = view.reading
            var end = view.range.lowerBound
            for i in view.range where i >= end {
                let opens = Self.startsSentence(i, r)
                guard let tokens = phrases.phrase(from: i, view), !isSomethingElse(tokens, view, isRepeated: true),
                    !opens || r.first(.nameOpening, at: i) == nil && !r.isOpeningWord(i)
                else { continue }
                end = tokens.upperBound
                guard tokens.count >= 2 || isShaped(tokens, r) else { continue }
                let isInside = !opens && view.isProse && (!r.language.capitalizesNouns || tokens.count >= 2)
                // The one that is somebody's subject has the first case: "What is the House of Stone?", "The House is …".
                let isSubject =
                    r.last(.projectIs, endingAt: i) != nil || opens && r.first(.projectIs, at: tokens.upperBound) != nil
                // "It leads …" begins sentences again and again too.
                let isMarked =
                    !opens || !view.isProse || isSubject || isShaped(tokens, r)
                    || tokens.dropFirst().contains { r.isCapital($0) || r.kind($0) == .number }
                guard isMarked else { continue }
                add(
                    tokens, view,
                    Weight.again + (isInside || isSubject ? Weight.words : 0) + (isShaped(tokens, r) ? Weight.shape : 0)
                        + (view.isProse ? 0 : Weight.heading))
            }
        }
    }

    private func weight(of tokens: Range<Int>, _ view: BlockView) -> Int {
        let r = view.reading
        let (start, end) = (tokens.lowerBound, tokens.upperBound)
        let behind = behindBracket(end, r)
        let isShaped = isShaped(tokens, r)
        if r.language.capitalizesNouns, tokens.count == 1, !isShaped { return 0 }
        var score = 0
        // "as part of the Quiet Waters", "Akademijos rėmuose"
        if [start, start - 1].contains(where: { r.last(.projectWithin, endingAt: $0) != nil })
            || (!r.language.headFirst || r.language.genitiveFirst) && r.first(.projectWithin, at: end) != nil
        {
            score += Weight.within
        }
        if Self.isApposed(at: behind, view) { score += Weight.apposed }
        if Self.isPredicate(at: behind, view), isShaped || tokens.count >= 2 { score += Weight.subject }
        if r.last(.projectNamed, endingAt: start) != nil || r.first(.projectNamed, at: end) != nil {
            score += Weight.named
        }
        if isLed(behind: behind, r) { score += Weight.led }
        if isShaped, opensLongName(end, r) { score += Weight.subject }
        // "… in HealthyPorts, which the port carries out as lead partner", "A Who Knocks? project of the town".
        if isShaped, !Self.startsSentence(start, r), tellsOfPart(view.sentence(at: start), r) {
            score += Weight.subject
        } else if r.ascii(end - 1) == UInt8(ascii: "?"), tokens.count > 2 {
            score += Weight.named
        }
        if score == 0, Self.startsSentence(start, r), !isShaped { return tokens.count >= 2 ? Weight.words : 0 }
        return score + (isShaped ? Weight.shape : 0) + (tokens.count >= 2 ? Weight.words : 0)
    }

    /// ", run by …", ", led by …", ", for which … is lead partner".
    private func isLed(behind end: Int, _ r: Reading) -> Bool {
        let next = r.ascii(end) == UInt8(ascii: ",") ? end + 1 : end
        return [next, next + 1].contains { i in
            r.sameLine(i) && (r.first(.leadAfter, at: i) != nil || r.first(.leadBefore, at: i) != nil)
        }
    }

    /// "MEREVOOL – Väikesadamate …", "MEŽMALA (Meža un …)": the long name behind letters.
    private func opensLongName(_ end: Int, _ r: Reading) -> Bool {
        guard r.sameLine(end), r.ascii(end) == UInt8(ascii: "(") || r.isDash(end) && !r.glued(end) else { return false }
        return r.isCapital(end + 1) && r.isSmall(end + 2)
    }

    /// Whether a sentence says who leads, takes part or pays.
    private func tellsOfPart(_ sentence: Range<Int>, _ r: Reading) -> Bool {
        r.matches(in: sentence).contains {
            switch $0.meaning {
            case .leadBefore, .leadAfter, .leadVerb, .partnerLead, .partnerPartner, .partnerBefore, .programme,
                .funderGives, .funderAfter:
                true
            default: false
            }
        }
    }

    /// "Acque quiete, l'iniziativa che …", "a Zengő határ nevű …", "the Who knocks? project": a capital inside a sentence and the
    /// small words behind it, up to what shows that a name ends here.
    private func withSmallWords(_ tokens: Range<Int>, _ view: BlockView) -> Range<Int> {
        let r = view.reading
        guard let start = tokens.first, !Self.startsSentence(start, r), !r.language.capitalizesNouns || tokens.count > 1
        else { return tokens }
        var end = tokens.upperBound
        while end - start < 8, r.kind(end) == .word, r.sameLine(end), r.first(.projectNamed, at: end) == nil {
            end += 1
        }
        if end > tokens.upperBound, end - start <= 5,
            r.first(.projectNamed, at: end) != nil || Self.isApposed(at: behindBracket(end, r), view)
        {
            return start..<end
        }
        if r.ascii(end) == UInt8(ascii: "?"), r.sameLine(end), r.isSmall(end + 1), end - start >= 2 {
            return start..<(end + 1)
        }
        return tokens
    }

    /// Behind a bracket of up to six words: "Quiet Waters (Uiscí Ciúine)".
    private func behindBracket(_ end: Int, _ r: Reading) -> Int {
        guard r.ascii(end) == UInt8(ascii: "("), r.sameLine(end) else { return end }
        return (end + 2..<end + 9).first { r.ascii($0) == UInt8(ascii: ")") }.map { $0 + 1 } ?? end
    }

    /// Capitalised words and the number that they are told apart by: "GreenPort 2", "Clima 2030 Canarias".
    private func numberedCapitals(from start: Int, _ view: BlockView) -> Range<Int> {
        let r = view.reading
        var run = Self.capitals(from: start, view)
        let number = run.upperBound
        guard r.kind(number) == .number, r.sameLine(number), !r.glued(number), r.digits(number) <= 4,
            r.digits(number) != 3
        else { return run }
        run = start..<(number + 1)
        if r.isCapital(number + 1), r.sameLine(number + 1), !r.glued(number + 1) {
            run = start..<Self.capitals(from: number + 1, view).upperBound
        }
        return run
    }

    /// "Under GreenPort 2", "The Shared Tides": without what only opens the sentence.
    private func withoutOpening(_ tokens: Range<Int>, _ view: BlockView) -> Range<Int> {
        let r = view.reading
        guard let first = tokens.first, Self.startsSentence(first, r),
            r.first(.nameOpening, at: first) != nil || tokens.count > 1 && r.isOpeningWord(first)
        else { return tokens }
        let rest = (first + 1)..<tokens.upperBound
        return rest.first.map { r.isCapital($0) } ?? false ? rest : first..<first
    }

    /// A body, a programme, a place, a sum, or a word that the packs know for something else.
    private func isSomethingElse(_ tokens: Range<Int>, _ view: BlockView, isRepeated: Bool = false) -> Bool {
        let r = view.reading
        if view.names.contains(where: { found in
            found.tokens.overlaps(tokens)
                && (found.mention.kind != .region || tokens.allSatisfy { found.tokens.contains($0) })
                // "SALMARIS" may be a body's letters, "SHIFT-Lab" a laboratory.
                && !(isShaped(tokens, r) && (found.mention.rule == "org.acronym" || found.tokens == tokens)
                    && found.mention.kind == .organization && found.owner == nil)
        }) {
            return true
        }
        if view.values.contains(where: { $0.mention.kind == .money && $0.tokens.overlaps(tokens) }) { return true }
        // "Margaret Ní Bhriain, project manager"
        return !isRepeated && tokens.count > 6
            || r.at(tokens.lowerBound).contains { match in
                // "Regions without barriers", said twice, is no label.
                if isRepeated, match.meaning.isLabel, match.end < tokens.upperBound { return false }
                return Self.isOther(match.meaning) || match.meaning == .nameGiven
            }
    }

    /// "GreenPort *2*", "Clima *2030 Canarias*": the number that a name is told apart by, where it stands behind it everywhere.
    func withNumber(_ name: Name) -> Name {
        let own = views[name.view].reading
        let words = name.tokens.map { own.tokens.folded($0) }
        guard !name.rule.hasPrefix("project.label"), !words.isEmpty else { return name }
        var found: [(view: Int, end: Int)] = []
        var total = 0
        for view in views {
            let r = view.reading
            var i = view.range.lowerBound
            while i + words.count <= view.range.upperBound {
                guard r.tokens[i].isCapitalized, words.indices.allSatisfy({ r.tokens.folded(i + $0) == words[$0] })
                else {
                    i += 1
                    continue
                }
                total += 1
                i += words.count
                if isOrdinal(i, view) { found.append((view.index, i)) }
            }
        }
        guard let first = found.first, found.count == total else { return name }
        let r = views[first.view].reading
        let digits = r.string(first.end..<(first.end + 1))
        // A year may be the year of something: "Quiet Waters 2023".
        guard found.allSatisfy({ views[$0.view].reading.string($0.end..<($0.end + 1)) == digits }),
            digits.utf8.count < 4 || digits.hasSuffix("0") || total >= 2
        else { return name }
        var end = first.end + 1
        if r.isCapital(end), r.sameLine(end), !r.glued(end) {
            end = Self.capitals(from: end, views[first.view]).upperBound
        }
        return Name(
            view: first.view, tokens: (first.end - words.count)..<end, rule: name.rule, confidence: name.confidence)
    }

    /// A number of one or two digits or a year from 2000 on, apart from the word before and no part of a sum or a day.
    private func isOrdinal(_ i: Int, _ view: BlockView) -> Bool {
        let r = view.reading
        guard view.range.contains(i), r.kind(i) == .number, r.sameLine(i), !r.glued(i),
            !r.glued(i + 1) || r.kind(i + 1) != .number
        else { return false }
        guard r.digits(i) <= 2 || r.digits(i) == 4 && r.string(i..<(i + 1)).hasPrefix("20") else { return false }
        return !view.values.contains {
            $0.tokens.overlaps(i..<(i + 1)) && ($0.tokens.count > 1 || $0.mention.kind == .money)
        }
    }

    private func isShaped(_ tokens: Range<Int>, _ r: Reading) -> Bool {
        tokens.contains { i in
            r.tokens[i].hasInnerCapital || r.tokens[i].isAllCaps && r.tokens.folded(i).count >= 4
        }
    }
}
