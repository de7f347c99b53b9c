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
    }

    private static let formerRule = "project.former"
    private static let longestFormer = 6
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
        for view in views where view.isProse && view.values.contains(where: { $0.mention.kind == .date }) {
            var before: Range<Int>?
            for sentence in view.sentences {
                defer { before = sentence }
                guard found.count < mostFormer, isOver(sentence, view, newest), tellsOfProject(sentence, view) else {
                    continue
                }
                var best = formerName(in: sentence, view)
                if best.map({ $0.score < Weight.least }) ?? true, let before {
                    best = formerName(in: before, view).flatMap { $0.score >= Weight.leastBefore ? $0 : nil }
                }
                guard let best, best.score >= Weight.least else { continue }
                guard isNew(best.tokens, view, views) else { continue }
                found.append(Name(view: view.index, tokens: best.tokens, rule: formerRule, confidence: 0.6))
            }
        }
        return found
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
                if tokens.indices.allSatisfy({
                    o.tokens[i + $0 - tokens.lowerBound].hash == r.tokens[$0].hash
                }) {
                    return false
                }
            }
        }
        return told >= leastTold
    }

    /// Whether all dates of a sentence lie before the page's newest: a time with two ends, or one long ago.
    private static func isOver(_ sentence: Range<Int>, _ view: BlockView, _ newest: Int) -> Bool {
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
        return count > 0 && last < newest && (count >= 2 || newest - last >= yearsOver)
    }

    /// Words for projects, for leading or paying, or a programme; none for what a plan first was.
    private static func tellsOfProject(_ sentence: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        var isTold = view.names.contains {
            $0.mention.kind == .programme && sentence.contains($0.tokens.lowerBound)
        }
        for i in sentence {
            for match in r.at(i) {
                switch match.meaning {
                case .superseded, .event, .noProject: return false
                case .project, .projectLike, .projectEarlier, .leadBefore, .leadAfter, .leadVerb, .funderBefore,
                    .funderAfter, .funderGives, .partnerAfter, .partnerBefore, .partnerLead, .partnerPartner:
                    isTold = true
                default: continue
                }
            }
        }
        return isTold
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
            } else if r.kind(start) == .word, r.tokens[start].isCapitalized {
                let prefixed = r.first(.projectPrefix, at: start) != nil && carriesPrefix(start, r)
                tokens = prefixed ? extended(start, view) : capitals(from: start, view)
                i = max(i, tokens.upperBound)
                if !prefixed { tokens = unopened(tokens, sentence, view) }
            } else {
                continue
            }
            let isPrefixed = r.first(.projectPrefix, at: tokens.lowerBound) != nil && tokens.count > 1
            guard !tokens.isEmpty, tokens.count <= longestFormer || isQuoted, isPrefixed || !busy.intersects(tokens),
                isPrefixed || isQuoted || !r.at(tokens.lowerBound).contains(where: { isOther($0.meaning) }),
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
        let compound = r.isDash(right) && r.glued(right) ? right + 1 : right
        if let project = r.last(.project, endingAt: left), isPlain(project, r) {
            score += Weight.beside
        } else if let project = r.first(.project, at: compound), isPlain(project, r), !r.breaks(before: compound) {
            score += Weight.beside
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
        return score
    }

    /// Without the small word that a sentence begins with; nothing where one word begins it that any word may be. Up to
    /// two small words more before a comma: "Ysta ihop, som …".
    private static func unopened(_ tokens: Range<Int>, _ sentence: Range<Int>, _ view: BlockView) -> Range<Int> {
        let r = view.reading
        var tokens = tokens
        var isFirst = r.startsSentence(tokens.lowerBound) || tokens.lowerBound == sentence.lowerBound
        if isFirst, tokens.count > 1, r.tokens.folded(tokens.lowerBound).count <= 3 {
            tokens = (tokens.lowerBound + 1)..<tokens.upperBound
            isFirst = false
        }
        if isFirst, tokens.count == 1, let only = tokens.first,
            !r.tokens[only].hasInnerCapital, !(r.tokens[only].isAllCaps && r.tokens.folded(only).count >= 5)
        {
            let next = tokens.upperBound
            let isDated = r.ascii(next) == UInt8(ascii: "(") && r.digits(next + 1) == 4
            if !isDated { return tokens.lowerBound..<tokens.lowerBound }
        }
        guard !r.language.capitalizesNouns else { return tokens }
        var end = tokens.upperBound
        while end - tokens.upperBound < 3, r.isSmall(end), r.sameLine(end), !ends(at: end, r) { end += 1 }
        let isClosed = r.ascii(end) == UInt8(ascii: ",") || r.ascii(end) == UInt8(ascii: "(")
        return isClosed && end > tokens.upperBound && end - tokens.upperBound <= 2 ? tokens.lowerBound..<end : tokens
    }

    private static func ends(at i: Int, _ r: Reading) -> Bool {
        r.at(i).contains { $0.meaning != .and && $0.meaning != .of && $0.meaning != .orgInside }
    }
}
