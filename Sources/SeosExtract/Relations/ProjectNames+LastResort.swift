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
        addAsked(add)
        var asked = 0
        // Without figures, only what is said again and again or asked for.
        for view in hasFigures ? views : [] where view.isProse {
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
        guard speaksOfProject, hasFigures else { return nil }
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

    /// Whether the page says who leads or names a programme, and speaks of a project or tells of money or days.
    private var tellsOfProject: Bool {
        var isLed = namesProgramme
        for view in views {
            if view.block.headingLevel != nil, view.index < 8,
                view.reading.matches.contains(where: { $0.meaning == .noProject })
            {
                return false
            }
            isLed =
                isLed
                || view.reading.matches.contains {
                    switch $0.meaning {
                    case .leadBefore, .leadAfter, .leadVerb, .partnerLead, .partnerPartner, .partnerBefore: true
                    default: false
                    }
                }
        }
        return isLed && (speaksOfProject || hasFigures)
    }

    /// Whether the page tells of money or days.
    private var hasFigures: Bool {
        views.contains { $0.values.contains { $0.mention.kind == .money || $0.mention.kind == .date } }
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

    /// "What is Saltgården?" as the first of a page's questions.
    private func addAsked(_ add: (Range<Int>, BlockView, Int) -> Void) {
        let asked = views.filter { view in
            view.range.count <= 10 && view.range.last.map { isQuestionMark($0, view.reading) } ?? false
        }
        guard asked.count >= 2, let view = asked.first, let start = whatIsAskedFor(view) else { return }
        let tokens = start..<(view.range.upperBound - 1)
        if !isSomethingElse(tokens, view, isRepeated: true) { add(tokens, view, Weight.named + Weight.words) }
    }

    /// The capital that the last words of a question begin with, behind one to four words.
    private func whatIsAskedFor(_ view: BlockView) -> Int? {
        let r = view.reading
        let first = view.range.lowerBound
        guard let start = view.range.dropFirst().first(where: { r.kind($0) == .word && r.isCapital($0) }) else {
            return nil
        }
        let words = (first..<start).count { r.kind($0) == .word }
        return (1...4).contains(words) && r.tokens.folded(start).count >= 4 ? start : nil
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
        if r.last(.projectNamed, endingAt: start) != nil || isNamed(before: end, r) { score += Weight.named }
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

    /// "a Zengő határ nevű …"; in "a study called Quiet Wood" the name follows.
    private func isNamed(before cue: Int, _ r: Reading) -> Bool {
        guard let named = r.first(.projectNamed, at: cue) else { return false }
        return !(r.sameLine(named.end) && (r.isCapital(named.end) || r.ascii(named.end) == UInt8(ascii: "\"")))
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
        let isNamed = r.last(.projectNamed, endingAt: start) != nil
        if end > tokens.upperBound, end - start <= 5,
            self.isNamed(before: end, r) || Self.isApposed(at: behindBracket(end, r), view)
                || isNamed && r.ascii(end) == UInt8(ascii: "(")
        {
            return start..<end
        }
        if r.ascii(end) == UInt8(ascii: "?"), r.sameLine(end), isNamed || r.isSmall(end + 1), end - start >= 2 {
            return start..<(end + 1)
        }
        return isNamed ? start..<withJoints(tokens.upperBound, r) : tokens
    }

    /// "called House *of Wind*": capitals joined by one or two small words.
    private func withJoints(_ end: Int, _ r: Reading) -> Int {
        var end = end
        while let next = [end + 1, end + 2].first(where: { r.sameLine($0) && r.isCapital($0) }),
            (end..<next).allSatisfy({ r.kind($0) == .word && r.sameLine($0) && r.tokens.folded($0).count <= 4 })
        {
            end = next + 1
        }
        return end
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
        if isBodysLetters(tokens, view) { return true }
        // "Margaret Ní Bhriain, project manager"
        return !isRepeated && tokens.count > 6
            || r.at(tokens.lowerBound).contains { match in
                // "Regions without barriers", said twice, is no label.
                if isRepeated, match.meaning.isLabel, match.end < tokens.upperBound { return false }
                return Self.isOther(match.meaning) || match.meaning == .nameGiven
            }
    }

    /// "by APDL – Administration of the Ports", "with the foundation and AJOFM", "the teachers of SU “Vasil Levski”", "X is an
    /// association": letters and names that stand where bodies do.
    private func isBodysLetters(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        let (start, end) = (tokens.lowerBound, tokens.upperBound)
        if let being = r.first(.projectIs, at: end), r.sameLine(end),
            (being.end..<being.end + 4).contains(where: { i in
                r.sameLine(i) && r.isSmall(i)
                    && r.at(i).contains {
                        $0.meaning == .orgHead || $0.meaning == .orgGeneric || $0.meaning == .orgLegal
                    }
            })
        {
            return true
        }
        guard tokens.count == 1, r.tokens[start].isAllCaps else { return false }
        if r.ascii(end) == UInt8(ascii: "\""), r.sameLine(end) { return true }
        let isExplained = view.names.contains { name in
            name.mention.kind == .organization && name.tokens.lowerBound == end + 1
                && (r.isDash(end) || r.ascii(end) == UInt8(ascii: "("))
        }
        if isExplained { return true }
        return [start, start - 1].contains { i in
            [Meaning.leadAfter, .partnerAfter, .partnerWith, .with, .funderAfter, .giverFrom].contains {
                r.last($0, endingAt: i) != nil
            }
        }
    }

    private func isShaped(_ tokens: Range<Int>, _ r: Reading) -> Bool {
        tokens.contains { i in
            // "hIdirbhliana", "dTonnta": the first letter of another case.
            r.tokens[i].hasInnerCapital && !r.isMutated(i)
                || r.tokens[i].isAllCaps && r.tokens.folded(i).count >= 4
        }
    }
}
