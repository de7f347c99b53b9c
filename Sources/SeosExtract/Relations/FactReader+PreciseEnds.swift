internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// The day of a beginning or an end that a label tells by its month or year: "Period: 01.2021 – 04.2024" above "the project
/// will run until 30 April 2024".
extension FactReader {
    /// Looked at in one project; more dates are a chronicle.
    private static let mostDates = 80

    mutating func preciseEnds(_ project: Int) {
        let told = coarseEnds(project)
        guard told.start != nil || told.end != nil else { return }
        var seen = 0
        for view in views(of: project) where view.isProse {
            for (k, value) in view.values.enumerated() {
                guard case .date(let date) = value.mention.value, !date.isPeriod, let point = date.start,
                    point.precision != .year
                else { continue }
                seen += 1
                if seen > Self.mostDates { return }
                let sentence = view.sentence(at: value.tokens.lowerBound)
                if let coarse = told.start, refines(point, coarse), cue(.periodFrom, in: sentence, view),
                    point.precision == .month || point.day == 1
                {
                    claim(.start, valueMentions[view.index][k], project, value)
                } else if let coarse = told.end, refines(point, coarse),
                    cue(.periodUntil, in: sentence, view) || cue(.periodExtended, in: sentence, view),
                    point.precision == .month || isLastDay(point)
                {
                    claim(.end, valueMentions[view.index][k], project, value)
                }
            }
        }
    }

    private func refines(_ point: DatePoint, _ coarse: String) -> Bool {
        point.iso.utf8.count > coarse.utf8.count && point.iso.hasPrefix(coarse)
    }

    private func isLastDay(_ point: DatePoint) -> Bool {
        guard let month = point.month, let day = point.day else { return false }
        return day == DatePoint.days(inMonth: month, of: point.year)
    }

    /// The beginning and the end of a project as far as they are told by a month or a year only.
    private func coarseEnds(_ project: Int) -> (start: String?, end: String?) {
        var starts: [String] = []
        var ends: [String] = []
        for n in builder.claims(of: project) where !builder.claims[n].isSuperseded {
            let claim = builder.claims[n]
            guard let mention = claim.mention, case .date(let date) = builder.mention(mention).value else { continue }
            switch claim.property {
            case .period:
                if let start = date.start { starts.append(start.iso) }
                if let end = date.end { ends.append(end.iso) }
            case .start: if let start = date.start { starts.append(start.iso) }
            case .end: if let end = date.start { ends.append(end.iso) }
            default: continue
            }
        }
        func only(_ told: [String]) -> String? {
            guard let first = told.first, first.utf8.count < 10, told.allSatisfy({ $0 == first }) else { return nil }
            return first
        }
        return (only(starts), only(ends))
    }

    private mutating func claim(_ property: Claim.Property, _ mention: Int, _ project: Int, _ value: ValueReader.Found)
    {
        builder.claim(
            Claim(
                subject: project, property: property, mention: mention, evidence: [value.mention.span],
                rule: "period.precise", confidence: 0.7))
    }
}
