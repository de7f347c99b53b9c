internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Projects that are over, told of on the page of another: "LIFE Nebula, run between July 2017 and December 2021".
extension ProjectNames {
    /// What each sign weighs that a word is such a project's name.
    private enum Weight {
        static let beside = 5
        static let quoted = 4
        static let named = 4
        static let shape = 3
        static let dated = 3
        static let mark = 1
        static let money = 1
        static let least = 3
        static let leastBefore = 4
        static let leastOfSister = 6
    }

    static let formerRule = "project.former"
    /// The confidence of names that are not the page's project, and perhaps no project at all.
    static let unsure = 0.2
    static let longestFormer = 6
    private static let mostFormer = 8
    /// Tokens before the name.
    private static let leastTold = 60
    /// A year alone says that something is over when the page speaks of one so much later.
    private static let yearsOver = 3

    /// Names in sentences that tell of a time which was over before the newest that the page speaks of.
    static func former(_ views: [BlockView]) -> [Name] {
        var newest = Int.min
        for view in views {
            for value in view.values {
                guard case .date(let date) = value.mention.value, let year = (date.end ?? date.start)?.year, year < 2060
                else { continue }
                newest = max(newest, year)
            }
        }
        guard newest > Int.min else { return [] }
        var found: [Name] = []
        var isLed = false
        var isPaid = false
        for view in views where view.isProse {
            defer {
                isPaid = isPaid || view.values.contains { $0.mention.kind == .money }
                isLed = isLed || view.reading.matches.contains { isOfLead($0.meaning) }
            }
            guard view.values.contains(where: { $0.mention.kind == .date || $0.mention.kind == .money }) else {
                continue
            }
            var before: Range<Int>?
            for (n, sentence) in view.sentences.enumerated() {
                defer { before = sentence }
                let next = n + 1 < view.sentences.count ? view.sentences[n + 1] : sentence
                guard found.count < mostFormer, let told = told(sentence, before: next, view) else { continue }
                let best: (tokens: Range<Int>, score: Int)
                var isSure = true
                if let over = over(sentence, view, newest) {
                    guard let name = formerName(in: sentence, before: before, told, view) else { continue }
                    best = name
                    if told.isByCosts, !spansYears(sentence, view) { continue }
                    // A name and a year in passing may be anything's: a song's, a festival's.
                    isSure = over == .span || told.hasGiver || told.isPaid && name.score > Weight.beside
                } else {
                    // A sister that goes on: the page has told who leads and what it costs, and tells it again.
                    guard isLed, isPaid, told.isLed, told.isPaid, !told.hasEvent, !told.isSold,
                        let name = formerName(in: sentence, view), name.score >= Weight.leastOfSister,
                        !isAddress(name.tokens, view, views)
                    else { continue }
                    best = name
                }
                guard isNew(best.tokens, view, views) else { continue }
                found.append(
                    Name(view: view.index, tokens: best.tokens, rule: formerRule, confidence: isSure ? 0.6 : unsure))
            }
        }
        return found
    }

    /// The name in a sentence on a time that was over, or in the one before it; where that sentence begins with the word
    /// for project, the one before says which: "“We learnt from X”, says Y. That project, …".
    private static func formerName(
        in sentence: Range<Int>, before: Range<Int>?, _ told: Told, _ view: BlockView
    ) -> (tokens: Range<Int>, score: Int)? {
        if let best = formerName(in: sentence, view), best.score >= Weight.least {
            return best.score >= Weight.beside || !told.hasEvent ? best : nil
        }
        guard !told.hasEvent, let before, var best = formerName(in: before, view) else { return nil }
        if refersToProject(sentence, view) { best.score += Weight.named }
        return best.score >= Weight.leastBefore ? best : nil
    }

    /// "That project, …", "The project …": the word for project as the first or second word of a sentence.
    private static func refersToProject(_ sentence: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        return sentence.prefix(3).contains { i in
            guard let project = r.first(.project, at: i), isPlain(project, r) else { return false }
            return !(r.kind(project.end) == .word && r.tokens[project.end].isCapitalized)
        }
    }

    /// Whether an address of the page spells the name: it is the page's own then.
    private static func isAddress(_ tokens: Range<Int>, _ view: BlockView, _ views: [BlockView]) -> Bool {
        let name = tokens.reduce(into: [UInt8]()) { $0 += view.reading.tokens.folded($1) }
        return views.contains { other in
            other.values.contains { value in
                guard value.mention.kind == .email || value.mention.kind == .url else { return false }
                let address = value.mention.quote.utf8.filter { $0 != UInt8(ascii: "-") }
                return address.indices.contains { address[$0...].starts(with: name) }
            }
        }
    }

    /// Whether the page has told of something else before, and nowhere of this.
    private static func isNew(_ tokens: Range<Int>, _ view: BlockView, _ views: [BlockView]) -> Bool {
        let r = view.reading
        var told = 0
        for other in views.prefix(view.index) {
            let o = other.reading
            if other.block.headingLevel == nil { told += other.range.count }
            guard other.range.count >= tokens.count else { continue }
            for i in other.range.lowerBound...(other.range.upperBound - tokens.count)
            where o.tokens[i].hash == r.tokens[tokens.lowerBound].hash {
                let end = i + tokens.count
                // "TABAIBA" is another project than "TABAIBA2".
                if o.glued(end), o.kind(end) == .number { continue }
                if tokens.indices.allSatisfy({
                    o.tokens[i + $0 - tokens.lowerBound].hash == r.tokens[$0].hash
                }) {
                    return false
                }
            }
        }
        return told >= leastTold
    }

    private enum Over { case span, point }

    /// Whether all dates of a sentence lie before the page's newest: a time with two ends, or one long ago.
    private static func over(_ sentence: Range<Int>, _ view: BlockView, _ newest: Int) -> Over? {
        var last = Int.min
        var count = 0
        for value in view.values where sentence.contains(value.tokens.lowerBound) {
            guard case .date(let date) = value.mention.value, let year = (date.end ?? date.start)?.year,
                !view.names.contains(where: {
                    $0.mention.kind == .programme && $0.tokens.overlaps(value.tokens)
                })
            else { continue }
            last = max(last, year)
            count += date.isPeriod && date.start != nil && date.end != nil ? 2 : 1
        }
        guard count > 0, last < newest else { return nil }
        return count >= 2 ? .span : newest - last >= yearsOver ? .point : nil
    }

    /// What a sentence on a project tells of.
    private struct Told {
        var isLed = false
        var isPaid = false
        /// Only what it cost says that the sentence is about a project.
        var isByCosts = false
        var isSold = false
        var hasEvent = false
        /// A programme, or somebody who pays.
        var hasGiver = false
    }

    private static func isOfLead(_ meaning: Meaning) -> Bool {
        [.leadBefore, .leadAfter, .leadVerb, .partnerLead].contains(meaning)
    }

    /// Words for projects, for leading or paying, or a programme, in the sentence or the next; nil without, and for what a
    /// plan first was.
    private static func told(_ sentence: Range<Int>, before next: Range<Int>, _ view: BlockView) -> Told? {
        let r = view.reading
        let both = sentence.lowerBound..<next.upperBound
        var told = Told()
        told.hasGiver = view.names.contains { $0.mention.kind == .programme && both.contains($0.tokens.lowerBound) }
        var isTold = told.hasGiver
        told.isPaid = view.values.contains {
            $0.mention.kind == .money && sentence.contains($0.tokens.lowerBound)
        }
        for i in both {
            for match in r.at(i) {
                switch match.meaning {
                case .superseded, .noProject:
                    if sentence.contains(i) { return nil }
                case .supplierAfter, .supplierBefore, .partnerSupplier:
                    if sentence.contains(i) { told.isSold = true }
                case .event:
                    if sentence.contains(i) { told.hasEvent = true }
                case .project, .projectLike, .projectEarlier, .alone, .leadBefore, .leadAfter, .leadVerb, .funderBefore,
                    .funderAfter, .funderGives, .partnerAfter, .partnerBefore, .partnerLead, .partnerPartner,
                    .programme:
                    isTold = true
                    if sentence.contains(i), isOfLead(match.meaning) { told.isLed = true }
                    if [.funderBefore, .funderAfter, .funderGives].contains(match.meaning) { told.hasGiver = true }
                case .costs:
                    if sentence.contains(i) { told.isByCosts = true }
                default: continue
                }
            }
        }
        if r.bridged.contains(where: { sentence.contains($0.start) && isOfLead($0.meaning) }) {
            isTold = true
            told.isLed = true
        }
        if isTold { told.isByCosts = false }
        return isTold || told.isByCosts ? told : nil
    }

    /// Whether the dates of a sentence lie in several years, as those of a project do and of an exhibition do not.
    private static func spansYears(_ sentence: Range<Int>, _ view: BlockView) -> Bool {
        var years: Set<Int> = []
        for value in view.values where sentence.contains(value.tokens.lowerBound) {
            guard case .date(let date) = value.mention.value else { continue }
            years.formUnion([date.start?.year, date.end?.year].compactMap { $0 })
        }
        return years.count >= 2
    }

    private static func formerName(in sentence: Range<Int>, _ view: BlockView) -> (tokens: Range<Int>, score: Int)? {
        let r = view.reading
        let busy = TokenSet(view.values.map(\.tokens) + view.names.filter { $0.mention.kind != .region }.map(\.tokens))
        let hasMoney = view.values.contains {
            $0.mention.kind == .money && sentence.contains($0.tokens.lowerBound)
        }
        var best: (tokens: Range<Int>, score: Int)?
        var i = sentence.lowerBound
        while i < sentence.upperBound {
            let start = i
            i += 1
            var tokens: Range<Int>
            var isQuoted = false
            if r.ascii(start) == UInt8(ascii: "\""),
                let close = (start + 1..<min(start + 10, sentence.upperBound)).first(where: {
                    r.ascii($0) == UInt8(ascii: "\"")
                }), close > start + 1, r.isCapital(start + 1), !",.!?".utf8.contains(r.ascii(close - 1)),
                close - start <= 5 || r.last(.project, endingAt: start) != nil
            {
                tokens = (start + 1)..<close
                isQuoted = true
                i = close + 1
            } else if r.kind(start) == .word, r.tokens[start].isCapitalized, r.first(.project, at: start) == nil {
                let prefixed = r.first(.projectPrefix, at: start) != nil && carriesPrefix(start, r)
                tokens = prefixed ? extended(start, view) : formerExtent(from: start, sentence, view)
                i = max(i, tokens.upperBound)
                if !prefixed { tokens = unopened(tokens, sentence, view) }
            } else {
                continue
            }
            let isPrefixed =
                r.first(.projectPrefix, at: tokens.lowerBound) != nil && tokens.count > 1
                && carriesPrefix(tokens.lowerBound, r)
            let isFree =
                isPrefixed || !busy.intersects(tokens)
                || isBesideWord(tokens, isQuoted, r)
                    && !view.names.contains { $0.mention.code != nil && $0.tokens.overlaps(tokens) }
                    && !view.values.contains { $0.tokens.overlaps(tokens) }
                || isQuoted && !view.names.contains { $0.mention.kind != .region && $0.tokens.overlaps(tokens) }
                    && !view.values.contains { $0.mention.kind != .number && $0.tokens.overlaps(tokens) }
            guard !tokens.isEmpty, tokens.count <= longestFormer || isQuoted, isFree,
                isPrefixed || isQuoted || isJoinedToProject(tokens, r)
                    || tokens.count > 1 && isBesideWord(tokens, isQuoted, r) && mayBegin(tokens.lowerBound, r)
                    || !r.at(tokens.lowerBound).contains(where: { isOther($0.meaning) }),
                !view.names.contains(where: {
                    $0.mention.kind == .region && $0.mention.code != nil && $0.tokens.contains(tokens.lowerBound)
                        && $0.tokens.upperBound >= tokens.upperBound
                })
            else { continue }
            let score = formerScore(tokens, isQuoted, isPrefixed, hasMoney, sentence, view)
            if score > best?.score ?? 0 { best = (tokens, score) }
        }
        return best
    }

    /// "Projekt Kupa bez otpada": what is known as a river, a cup or a month may begin a name beside the word for project.
    static func mayBegin(_ i: Int, _ r: Reading) -> Bool {
        r.at(i).allSatisfy { match in
            !isOther(match.meaning) || [.namePlace, .event, .orgHead, .month, .weekday].contains(match.meaning)
        }
    }

    private static func formerScore(
        _ tokens: Range<Int>, _ isQuoted: Bool, _ isPrefixed: Bool, _ hasMoney: Bool, _ sentence: Range<Int>,
        _ view: BlockView
    ) -> Int {
        let r = view.reading
        let left = tokens.lowerBound - (isQuoted ? 1 : 0)
        let right = tokens.upperBound + (isQuoted ? 1 : 0)
        var score = 0
        let isCommon =
            r.language.capitalizesNouns && tokens.count == 1 && !isQuoted && !r.tokens[tokens.lowerBound].isAllCaps
            && !r.tokens[tokens.lowerBound].hasInnerCapital
        if isCommon { return 0 }
        if isBesideWord(tokens, isQuoted, r) {
            score += Weight.beside
        } else if r.last(.projectLike, endingAt: left) != nil {
            score += Weight.named
        } else if isEarlier(left, view) || isApposed(at: right, view) || isPrefixed {
            score += Weight.named
        }
        if r.last(.projectNamed, endingAt: left) != nil || r.first(.projectNamed, at: right) != nil {
            score += Weight.named
        }
        if isQuoted { score += Weight.quoted }
        let isShaped = tokens.contains {
            r.tokens[$0].hasInnerCapital && !r.isMutated($0) || r.tokens[$0].isAllCaps && r.tokens.folded($0).count >= 5
        }
        if isShaped { score += Weight.shape }
        let isSure = score > 0
        let open = r.ascii(right) == UInt8(ascii: "(") ? right + 1 : right
        if view.values.contains(where: { $0.mention.kind == .date && $0.tokens.lowerBound == open }) {
            score += Weight.dated
        }
        // One word in plain letters may be a place, a person or anything.
        guard isSure || score > 0 || tokens.count > 1 else { return 0 }
        if r.ascii(right) == UInt8(ascii: ",") { score += Weight.mark }
        if left > sentence.lowerBound, r.ascii(left - 1) == UInt8(ascii: ",") || r.isSmall(left - 1) {
            score += Weight.mark
        }
        if hasMoney { score += Weight.money }
        // "a smaller affair paid for by the programme X between 2015 and 2018", "the predecessor, …, Y, ended in 2021"
        let hasProgramme = view.names.contains {
            $0.mention.kind == .programme && sentence.contains($0.tokens.lowerBound)
        }
        if hasProgramme { score += Weight.mark }
        if (sentence.lowerBound..<left).contains(where: { r.first(.projectEarlier, at: $0) != nil }) {
            score += Weight.mark
        }
        let isLed = sentence.contains { i in
            r.at(i).contains { [.leadBefore, .leadAfter, .leadVerb].contains($0.meaning) }
        }
        if isLed { score += Weight.mark }
        return score
    }

    /// "Kaislakoti-hanke"
    private static func isJoinedToProject(_ tokens: Range<Int>, _ r: Reading) -> Bool {
        let dash = tokens.upperBound
        return r.isDash(dash) && r.glued(dash) && r.glued(dash + 1) && r.first(.project, at: dash + 1) != nil
    }

    /// "the project X", "X-hanke"
    private static func isBesideWord(_ tokens: Range<Int>, _ isQuoted: Bool, _ r: Reading) -> Bool {
        let left = tokens.lowerBound - (isQuoted ? 1 : 0)
        let right = tokens.upperBound + (isQuoted ? 1 : 0)
        if let project = r.last(.project, endingAt: left) { return isPlain(project, r) }
        let compound = r.isDash(right) && r.glued(right) ? right + 1 : right
        guard let project = r.first(.project, at: compound), !r.breaks(before: compound) else { return false }
        return isPlain(project, r)
    }
}
