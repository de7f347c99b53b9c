internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Two dates that lie as far apart as a project lasts: "The clock was started on 1 January 2025 and stops after two and
/// a half years, on 30 June 2027".
///
/// No word is needed where the calendar says it: the second date is the last day before the first comes round again
/// after so many years, half years, or months that the text tells.
extension FactReader {
    /// A date of a block, with the sentence it stands in.
    private struct Day {
        var value: Int
        var sentence: Int
        var point: DatePoint
    }

    /// Shorter stretches are phases, longer ones no projects.
    private static let fittingMonths = 8...120

    /// More dates are a chronicle.
    private static let mostDays = 60

    mutating func fittingPeriods() {
        for view in views where view.block.cells.count <= 2 && view.values.contains(where: { $0.mention.kind == .date })
        {
            let days = self.days(of: view)
            if days.isEmpty || days.count > Self.mostDays { continue }
            let durations = self.durations(of: view)
            for (n, day) in days.enumerated() {
                let next = n + 1 < days.count ? days[n + 1] : nil
                if let next, fits(day, next, durations), claimPair(day, next, view) { continue }
                if !durations.isEmpty { startBeforeLength(day, next, durations, view) }
            }
        }
    }

    /// Single dates of a block in order, as precise as a month.
    private func days(of view: BlockView) -> [Day] {
        var days: [Day] = []
        var s = 0
        for (k, value) in view.values.enumerated() {
            guard case .date(let date) = value.mention.value, !date.isPeriod, let point = date.start,
                point.month != nil
            else { continue }
            while s + 1 < view.sentences.count, view.sentences[s].upperBound <= value.tokens.lowerBound { s += 1 }
            days.append(Day(value: k, sentence: s, point: point))
        }
        return days
    }

    /// Lengths of time in months, with their sentences.
    private func durations(of view: BlockView) -> [(months: Int, sentence: Int, token: Int)] {
        var durations: [(months: Int, sentence: Int, token: Int)] = []
        var s = 0
        for value in view.values {
            guard case .duration(let months?, _) = value.mention.value else { continue }
            while s + 1 < view.sentences.count, view.sentences[s].upperBound <= value.tokens.lowerBound { s += 1 }
            durations.append((months, s, value.tokens.lowerBound))
        }
        return durations
    }

    /// Whether the second date closes a time of whole years, of half years in one sentence, or of a length told beside.
    private func fits(_ a: Day, _ b: Day, _ durations: [(months: Int, sentence: Int, token: Int)]) -> Bool {
        guard b.sentence - a.sentence <= 1, let months = Self.months(from: a.point, to: b.point),
            Self.fittingMonths.contains(months)
        else { return false }
        let isTold = durations.contains {
            $0.months == months && $0.sentence >= a.sentence - 1 && $0.sentence <= b.sentence + 1
        }
        if isTold || months % 12 == 0 { return true }
        let isExact = a.point.day != nil && b.point.day != nil
        return a.sentence == b.sentence && (months % 6 == 0 || isExact && months >= 12)
    }

    /// The whole months that begin with one point and end with another.
    private static func months(from a: DatePoint, to b: DatePoint) -> Int? {
        guard let first = a.month, let last = b.month else { return nil }
        let distance = (b.year - a.year) * 12 + last - first
        guard distance > 0 else { return nil }
        let endsMonth = b.day.map { $0 == DatePoint.days(inMonth: last, of: b.year) } ?? true
        if (a.day ?? 1) == 1 { return endsMonth ? distance + 1 : nil }
        guard b.day != nil else { return nil }
        return CalendarMath.lastDay(of: distance, from: a) == b ? distance : nil
    }

    private mutating func claimPair(_ a: Day, _ b: Day, _ view: BlockView) -> Bool {
        let (from, to) = (view.values[a.value], view.values[b.value])
        guard let project = project(at: view.index, from.tokens.lowerBound), isFree(from, view), isFree(to, view)
        else { return false }
        let known = knownEnds(project, coarse: false)
        for (k, value, property, isKnown) in [
            (a.value, from, Claim.Property.start, known.start), (b.value, to, .end, known.end),
        ] where !isKnown {
            builder.claim(
                Claim(
                    subject: project, property: property, mention: valueMentions[view.index][k],
                    evidence: [value.mention.span], rule: "period.fitting", confidence: 0.65))
        }
        return true
    }

    /// "Start 1 September 2024, 24 months": the first of a month, and how long it lasts right behind it.
    private mutating func startBeforeLength(
        _ day: Day, _ next: Day?, _ durations: [(months: Int, sentence: Int, token: Int)], _ view: BlockView
    ) {
        let value = view.values[day.value]
        let limit = min(
            value.tokens.upperBound + 10, next.map { view.values[$0.value].tokens.lowerBound } ?? view.range.upperBound)
        guard (day.point.day ?? 1) == 1,
            durations.contains(where: {
                $0.sentence == day.sentence && $0.token >= value.tokens.upperBound && $0.token < limit
                    && Self.fittingMonths.contains($0.months)
            }),
            view.reading.last(.toBefore, endingAt: value.tokens.lowerBound) == nil,
            let project = project(at: view.index, value.tokens.lowerBound), isFree(value, view),
            !knownEnds(project, coarse: false).start
        else { return }
        builder.claim(
            Claim(
                subject: project, property: .start, mention: valueMentions[view.index][day.value],
                evidence: [value.mention.span], rule: "period.fitting", confidence: 0.5))
    }

    /// Whether nothing else is told of a date: no event, no publication, no plan that was given up.
    private func isFree(_ value: ValueReader.Found, _ view: BlockView) -> Bool {
        let sentence = view.sentence(at: value.tokens.lowerBound)
        let near = max(sentence.lowerBound, value.tokens.lowerBound - 8)..<value.tokens.upperBound
        return !cue(.event, in: near, view) && !cue(.published, in: sentence, view)
            && !cue(.noProject, in: sentence, view) && !isSuperseded(value, view, sentence)
            && !isOfProgramme(value, view, sentence)
            && !view.names.contains { $0.tokens.overlaps(value.tokens) }
    }
}
