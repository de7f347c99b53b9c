internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Ends that were put off: an extension further down the page wins over the older end, and both are kept.
extension FactReader {
    mutating func extensions() {
        for view in views {
            for (k, value) in view.values.enumerated() {
                guard case .date(let date) = value.mention.value,
                    let project = project(at: view.index, value.tokens.lowerBound)
                else { continue }
                if moves(k, date, view, project) {
                    claimMoved(k, view, project)
                    continue
                }
                if date.isPeriod { continue }
                let isTold =
                    extends(before: value.tokens.lowerBound, view) && !isEarlierInBracket(k, view)
                guard isTold || isPutOff(k, date, view, project) else { continue }
                builder.supersede(.end, of: project)
                builder.claim(
                    Claim(
                        subject: project, property: .end, mention: valueMentions[view.index][k],
                        evidence: [value.mention.span],
                        rule: "period.extended", confidence: 0.95))
            }
        }
    }

    /// A word for an extension up to eight tokens before a date, and no "and" between the two: "leveransen drog ut på tiden
    /// och i november 2025 beviljade verket …".
    private func extends(before date: Int, _ view: BlockView) -> Bool {
        let r = view.reading
        for i in (max(view.range.lowerBound, date - 8)..<date).reversed() {
            if r.first(.periodExtended, at: i) != nil { return true }
            if r.first(.and, at: i) != nil, r.last(.toBefore, endingAt: date) == nil,
                r.last(.toBefore, endingAt: date - 1) == nil
            {
                return false
            }
        }
        return false
    }

    // MARK: From one end to another

    /// Months between an end and the one it is moved to.
    private static let longestMove = 24
    /// Tokens between the two: "von Dezember 2022 auf Juni 2023", "z prosince 2022 na červen 2023".
    private static let reachOfMove = 3

    /// "Its end was moved from December 2022 to June 2023": the later of two dates side by side, in a sentence that tells
    /// of a change and of an end, or whose earlier date is the end that is known.
    private func moves(_ k: Int, _ date: DateValue, _ view: BlockView, _ project: Int) -> Bool {
        let value = view.values[k]
        let sentence = view.sentence(at: value.tokens.lowerBound)
        guard tellsOfChange(sentence, view), !cue(.event, in: sentence, view) else { return false }
        let from: DatePoint?
        let to: DatePoint?
        let start: Int
        if date.isPeriod {
            let r = view.reading
            // "1.1.2022 – 31.12.2024" is a time, "from … to" may be a move.
            guard
                value.tokens.contains(where: { r.first(.toBefore, at: $0) != nil })
                    || !value.tokens.contains(where: { r.isDash($0) })
            else { return false }
            (from, to, start) = (date.start, date.end, value.tokens.lowerBound)
        } else {
            guard k > 0, case let before = view.values[k - 1], case .date(let old) = before.mention.value,
                !old.isPeriod, (0...Self.reachOfMove).contains(value.tokens.lowerBound - before.tokens.upperBound),
                sentence.contains(before.tokens.lowerBound),
                !(before.tokens.upperBound..<value.tokens.lowerBound).contains(where: {
                    ",;()".utf8.contains(view.reading.ascii($0)) || view.reading.first(.and, at: $0) != nil
                })
            else { return false }
            (from, to, start) = (old.start, date.start, before.tokens.lowerBound)
        }
        guard let from, let to, let first = from.month, let last = to.month,
            case let months = (to.year - from.year) * 12 + last - first, (1...Self.longestMove).contains(months)
        else { return false }
        let known = latestEnd(project, besides: valueMentions[view.index][k], sentence, view)
        if let known, known.day.hasPrefix(String(from.lastDay.prefix(7))) { return true }
        let near = max(sentence.lowerBound, start - 4)..<start
        let behind = value.tokens.upperBound..<min(sentence.upperBound, value.tokens.upperBound + 3)
        let tells =
            tellsOfEnd(sentence.lowerBound..<start, view) || tellsOfChange(near, view) || tellsOfChange(behind, view)
        return tells && !tellsOfBeginning(sentence, view)
            && (known.map { $0.day < to.lastDay } ?? true || date.isPeriod)
    }

    private func tellsOfEnd(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        view.reading.matches(in: tokens).contains { [.periodEnd, .periodUntil].contains($0.meaning) }
    }

    private func tellsOfBeginning(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        view.reading.matches(in: tokens).contains { [.periodStart, .periodFrom].contains($0.meaning) }
    }

    private mutating func claimMoved(_ k: Int, _ view: BlockView, _ project: Int) {
        let mention = valueMentions[view.index][k]
        builder.supersede(.end, of: project)
        for n in builder.claims(of: project)
        where builder.claims[n].mention == mention && [.period, .start].contains(builder.claims[n].property) {
            builder.updateClaim(n) { $0.isSuperseded = true }
        }
        builder.claim(
            Claim(
                subject: project, property: .end, mention: mention, evidence: [view.values[k].mention.span],
                rule: "period.extended", confidence: 0.95))
    }

    // MARK: Ends put off

    /// "The contract names 31 December 2025. By amendment no. 2 the time was lengthened to 30 June 2026", "the end, planned
    /// for 31/12/2026, moves to 30/06/2027": an end later than the one known, where words tell of a change, or behind
    /// the one known in its sentence.
    private func isPutOff(_ k: Int, _ date: DateValue, _ view: BlockView, _ project: Int) -> Bool {
        let value = view.values[k]
        guard let last = date.start?.lastDay else { return false }
        let sentence = view.sentence(at: value.tokens.lowerBound)
        // "bis Ende 2021 verlängert": a year needs the word for it in its own sentence.
        if date.start?.month == nil, !tellsOfChange(sentence, view) { return false }
        let start = value.tokens.lowerBound
        let isTo =
            view.reading.last(.toBefore, endingAt: start) != nil
            || view.reading.first(.toAfter, at: value.tokens.upperBound) != nil
        guard isTo || side(of: k, view, sentence).map({ !$0.isStart && $0.distance <= 6 }) ?? false else {
            return false
        }
        let near = max(sentence.lowerBound, start - 6)..<start
        guard !cue(.event, in: near, view), !cue(.published, in: near, view), !isOfProgramme(value, view, sentence),
            let known = latestEnd(project, besides: valueMentions[view.index][k], sentence, view), known.day < last
        else { return false }
        if changes(view, before: value.tokens.upperBound, sentence) { return true }
        // Told in one sentence, the later end is the one that holds.
        return known.span.map { view.reading.span(sentence.lowerBound..<start).contains($0) } ?? false
    }

    /// Whether the sentence, or the one before it, tells that the project's time was changed.
    private func changes(_ view: BlockView, before end: Int, _ sentence: Range<Int>) -> Bool {
        let previous = view.sentences.last { $0.upperBound <= sentence.lowerBound }
        return tellsOfChange((previous?.lowerBound ?? sentence.lowerBound)..<max(end, sentence.upperBound), view)
    }

    private func tellsOfChange(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        view.reading.matches(in: tokens).contains {
            $0.meaning == .periodChanged || $0.meaning == .periodExtended
        }
    }

    /// The last day of the latest end that is claimed and holds, or that the sentence itself says was planned first.
    private func latestEnd(
        _ project: Int, besides own: Int, _ sentence: Range<Int>, _ view: BlockView
    ) -> (day: String, span: SourceSpan?)? {
        var latest: (day: String, span: SourceSpan?)?
        let place = view.reading.span(sentence)
        for n in builder.claims(of: project) {
            let claim = builder.claims[n]
            guard claim.property == .end || claim.property == .period, let mention = claim.mention, mention != own,
                !claim.isSuperseded || place.contains(builder.mention(mention).span),
                case .date(let date) = builder.mention(mention).value,
                let day = (claim.property == .period ? date.end : date.start)?.lastDay, day > latest?.day ?? ""
            else { continue }
            latest = (day, builder.mention(mention).span)
        }
        return latest
    }

    /// "31.5.2026 (extended, was 31.12.2025)": in the bracket behind a date an earlier one is what held before.
    private func isEarlierInBracket(_ k: Int, _ view: BlockView) -> Bool {
        guard k > 0, case .date(let old) = view.values[k].mention.value,
            let last = view.values[..<k].last(where: { $0.mention.kind == .date }),
            case .date(let new) = last.mention.value, let before = old.firstDay,
            let after = new.isPeriod ? new.end?.firstDay : new.firstDay
        else { return false }
        let r = view.reading
        let end = last.tokens.upperBound
        return (end...(end + 1)).contains { r.ascii($0) == UInt8(ascii: "(") } && before < after
            && !(end..<view.values[k].tokens.lowerBound).contains { r.ascii($0) == UInt8(ascii: ")") }
    }
}
