internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// The project's time: labels, prose, extensions.
extension FactReader {
    mutating func readPeriods() {
        let versions = AmountKinds.versionTables(views)
        labelledPeriods(versions)
        laterVersions(versions)
        cellPeriods()
        bracketedPeriods()
        fittingPeriods()
        let places = projectPlaces()
        for project in projects { prosePeriods(project, places) }
        extensions()
        for project in projects {
            looseEnds(project, versions)
            preciseEnds(project)
            dropEndsBeforeStart(project)
        }
    }

    /// What ended before the project began was another one.
    private mutating func dropEndsBeforeStart(_ project: Int) {
        var start: (day: String, confidence: Double)?
        let claims = builder.claims(of: project)
        for n in claims {
            let claim = builder.claims[n]
            guard claim.property == .start || claim.property == .period, !claim.isSuperseded else { continue }
            guard let day = date(of: claim)?.firstDay, claim.confidence > start?.confidence ?? 0 else { continue }
            start = (day, claim.confidence)
        }
        guard let start else { return }
        for n in claims {
            let claim = builder.claims[n]
            guard claim.property == .end, !claim.isSuperseded,
                let last = date(of: claim)?.start?.lastDay, last < start.day
            else { continue }
            builder.updateClaim(n) { $0.isSuperseded = true }
        }
    }

    private func date(of claim: Claim) -> DateValue? {
        guard let mention = claim.mention, case .date(let date) = builder.mention(mention).value else { return nil }
        return date
    }

    /// Whether something else is said of the beginning or the end already; the day within a year that is said is new.
    private func isKnown(_ date: DateValue, _ isStart: Bool, _ project: Int) -> Bool {
        let known = knownEnds(project, coarse: false)
        if isStart ? known.start : known.end { return true }
        guard let day = date.start?.iso else { return true }
        return builder.claims(of: project).contains { n in
            let claim = builder.claims[n]
            guard [.period, .start, .end].contains(claim.property), !claim.isSuperseded, let mention = claim.mention,
                case .date(let said) = builder.mention(mention).value
            else { return false }
            let other: String?
            switch claim.property {
            case .period: other = isStart ? said.start?.iso : said.end?.iso
            case .start: other = isStart ? said.start?.iso : nil
            case .end: other = isStart ? nil : said.start?.iso
            default: other = nil
            }
            return other.map { !day.hasPrefix($0) || day == $0 } ?? false
        }
    }

    /// Whether it has been said when the project begins, and when it ends.
    ///
    /// - Parameter coarse: whether years alone count.
    func knownEnds(_ project: Int, coarse: Bool = true) -> (start: Bool, end: Bool) {
        var known = (start: false, end: false)
        for n in builder.claims(of: project) where [.period, .start, .end].contains(builder.claims[n].property) {
            let claim = builder.claims[n]
            if claim.isSuperseded { continue }
            if !coarse, let mention = claim.mention, case .date(let date) = builder.mention(mention).value,
                date.start?.iso.utf8.count == 4
            {
                continue
            }
            switch claim.property {
            case .period: known = (true, true)
            case .start: known.start = true
            case .end: known.end = true
            default: continue
            }
        }
        return known
    }

    /// Tokens of a label's value; more are text below a heading that stands in one line with it.
    private static let longestValue = 30

    mutating func labelledPeriods(_ versions: Set<Int>) {
        let rows = countPeriodRows()
        for field in fields where [.period, .periodStart, .periodEnd, .periodDuration].contains(field.meaning) {
            for part in field.parts.prefix(3) {
                let view = views[part.view]
                guard let project = project(at: field.labelView, field.label.upperBound) else { continue }
                let row = field.form == "table" ? self.project(of: field, part) ?? project : project
                if rows[[field.label.lowerBound, row]] ?? 0 >= Self.leastMilestones { continue }
                for (k, value) in view.values.enumerated() where part.tokens.contains(value.tokens.lowerBound) {
                    let mention = valueMentions[view.index][k]
                    if case .date(let date) = value.mention.value {
                        if isOfFund(value, date, view) || isLabelOfEvent(field) { continue }
                        var property: Claim.Property?
                        // "14 February 2026: public meeting in the hall" below a heading is a day of something else.
                        if field.form == "heading", !view.isProse, tellsMore(than: value, view) { continue }
                        // Under a heading text tells of many days; which of them are the project's its words must say.
                        let isText =
                            view.isProse && (field.form == "heading" || part.tokens.count > Self.longestValue)
                        // A season in running text is when something happened.
                        if isText, date.isPeriod, Self.isShort(date) { continue }
                        if isText, !date.isPeriod {
                            guard let side = side(of: k, view, view.sentence(at: value.tokens.lowerBound)) else {
                                continue
                            }
                            builder.claim(
                                Claim(
                                    subject: project, property: side.isStart ? .start : .end, mention: mention,
                                    evidence: [value.mention.span], rule: "period.told", confidence: 0.75))
                            continue
                        }
                        switch innerEnd(value, part.tokens, view) ?? field.meaning {
                        case .periodStart: property = date.isPeriod && !Self.isShort(date) ? .period : .start
                        case .periodEnd: property = date.isPeriod && !Self.isShort(date) ? .period : .end
                        // "August 2023 – December 2025, extension granted to 31 March 2026": a day behind the period is no start.
                        default:
                            property =
                                date.isPeriod
                                ? .period : isBehindPeriod(k, part.tokens, view) ? nil : dateProperty(value, view)
                        }
                        if let property {
                            builder.claim(
                                Claim(
                                    subject: project, property: property, mention: mention,
                                    evidence: [value.mention.span], rule: "period.\(field.form)", confidence: 0.92,
                                    isSuperseded: isOfFirstPlan(field, value)
                                        || AmountKinds.isEarlierVersion(value.tokens, view, in: versions)))
                        }
                    } else if case .duration = value.mention.value {
                        builder.claim(
                            Claim(
                                subject: project, property: .duration, mention: mention, evidence: [value.mention.span],
                                rule: "duration.\(field.form)", confidence: 0.85))
                    }
                }
            }
        }
    }

    /// "Reunião de arranque: 25 de janeiro", "Kick-off meeting: 12 May": the word for a beginning stands in a longer one for
    /// an event.
    private func isLabelOfEvent(_ field: Field) -> Bool {
        let view = views[field.labelView]
        let line = view.block.label.map { view.tokens($0) } ?? field.label
        guard line.count <= 6 else { return false }
        let matches = view.reading.matches(in: line)
        guard let own = matches.filter({ $0.meaning == field.meaning }).max(by: { $0.length < $1.length }) else {
            return false
        }
        return matches.contains {
            $0.meaning == .event && $0.length > own.length && $0.end <= line.upperBound
                && ($0.start..<$0.end).overlaps(own.start..<own.end)
        }
    }

    /// A season, a quarter or a few weeks.
    static func isShort(_ date: DateValue) -> Bool {
        guard let from = date.start, let to = date.end else { return false }
        return (to.year - from.year) * 12 + (to.month ?? 12) - (from.month ?? 1) < 6
    }

    /// "When | What" above rows of days: milestones, of which none is the project's time. How many rows a column for
    /// periods has for each project, by the header's first token and the project.
    private func countPeriodRows() -> [[Int]: Int] {
        var rows: [[Int]: Int] = [:]
        for field in fields where field.form == "table" && field.meaning == .period {
            for part in field.parts where part.view != field.labelView {
                if let project = project(of: field, part) { rows[[field.label.lowerBound, project], default: 0] += 1 }
            }
        }
        return rows
    }

    private static let leastMilestones = 3

    /// "End (first approval): 31/12/2026": a label that says that its date no longer holds.
    private func isOfFirstPlan(_ field: Field, _ value: ValueReader.Found) -> Bool {
        let view = views[field.labelView]
        let end = view.range.contains(value.tokens.lowerBound) ? value.tokens.lowerBound : view.range.upperBound
        return end - field.label.lowerBound <= 10 && field.label.lowerBound <= end
            && cue(.superseded, in: field.label.lowerBound..<end, view)
    }

    /// Whether a line begins with its date and goes on behind a colon or a dash.
    private func tellsMore(than value: ValueReader.Found, _ view: BlockView) -> Bool {
        let r = view.reading
        let next = value.tokens.upperBound
        return value.tokens.lowerBound - view.range.lowerBound <= 1
            && (r.ascii(next) == UInt8(ascii: ":") || r.isDash(next) && !r.glued(next))
            && (next..<view.range.upperBound).filter { r.kind($0) == .word }.count >= 2
    }

    /// What is left where no sentence on the project tells its time: "Work began on 1 January 2023" on a page on one
    /// project, and the beginning that stands in a sentence on the first plan.
    mutating func looseEnds(_ project: Int, _ versions: Set<Int>) {
        // On a page that only mentions other projects what is told without a name is told of the page's own.
        if projects.count == 1 || project == self.project && scopes?.hasParts == false {
            let known = knownEnds(project, coarse: false)
            for view in views where !(known.start && known.end) {
                for (k, value) in view.values.enumerated() {
                    guard case .date(let date) = value.mention.value, !date.isPeriod,
                        self.project(at: view.index, value.tokens.lowerBound) == project
                    else { continue }
                    let sentence = view.sentence(at: value.tokens.lowerBound)
                    // On a line that is no sentence the word stands right beside its date.
                    guard let side = side(of: k, view, sentence), side.distance <= (view.isProse ? 3 : 0),
                        !isKnown(date, side.isStart, project), !tellsOfAny(sentence, view),
                        !tellsOfEvent(sentence, view, date, side), !cue(.published, in: sentence, view),
                        !cue(.noProject, in: sentence, view), !isOfProgramme(value, view, sentence),
                        !isSuperseded(value, view, sentence),
                        !AmountKinds.isEarlierVersion(value.tokens, view, in: versions)
                    else { continue }
                    builder.claim(
                        Claim(
                            subject: project, property: side.isStart ? .start : .end,
                            mention: valueMentions[view.index][k], evidence: [value.mention.span],
                            rule: side.isByPreposition
                                ? "period.preposition" : side.isStart ? "period.loose-from" : "period.loose-until",
                            confidence: 0.5))
                }
            }
        }
        let starts = builder.claims(of: project).filter { [.start, .period].contains(builder.claims[$0].property) }
        if starts.count == 1, let only = starts.first, builder.claims[only].property == .start,
            builder.claims[only].isSuperseded
        {
            builder.updateClaim(only) { $0.isSuperseded = false }
        }
    }

    /// "Start of works 01/04/2023, end 31/03/2026": a word for an end right before a date inside a label's value.
    private func innerEnd(_ value: ValueReader.Found, _ part: Range<Int>, _ view: BlockView) -> Meaning? {
        let r = view.reading
        for end in [value.tokens.lowerBound, value.tokens.lowerBound - 1] where part.contains(end - 1) {
            if r.last(.periodEnd, endingAt: end) != nil { return .periodEnd }
            if r.last(.periodStart, endingAt: end) != nil { return .periodStart }
        }
        return nil
    }

    /// "End | 30. 4. 2024 | 31. 10. 2024" below "originally | after amendment no. 2": the later state's date.
    private mutating func laterVersions(_ versions: Set<Int>) {
        for view in views where versions.contains(view.block.group) && view.block.cells.count == 3 {
            let later = view.tokens(view.block.cells[2].span)
            guard let (meaning, _) = FieldFinder.label(in: view.tokens(view.block.cells[0].span), view, whole: true),
                let k = view.values.firstIndex(where: { $0.tokens == later }),
                case .date(let date) = view.values[k].mention.value,
                let project = project(at: view.index, later.lowerBound)
            else { continue }
            switch meaning {
            case .periodStart where !date.isPeriod: claimEnd(.start, project, view, k, "period.version")
            case .periodEnd where !date.isPeriod: claimEnd(.end, project, view, k, "period.version")
            case .period where date.isPeriod: claimEnd(.period, project, view, k, "period.version")
            default: continue
            }
        }
    }

    /// "| Mijnpaden | … | 1-9-2023 | 31-8-2024 |", "| MedStart | Interreg MED | 2018–2021 | …": cells of a project's row
    /// that hold nothing but its period, or its two ends side by side.
    mutating func cellPeriods() {
        var places: [Int: [Int]]?
        for view in views where view.block.cells.count >= 3 && view.values.contains(where: { $0.mention.kind == .date })
        {
            let heads = places ?? projectPlaces()
            places = heads
            guard let head = heads[view.index]?.first, let project = project(at: view.index, head) else { continue }
            let known = knownEnds(project)
            if known.start || known.end { continue }
            var single: (cell: Int, value: Int)?
            for (c, cell) in view.block.cells.enumerated() {
                let tokens = view.tokens(cell.span)
                guard let k = view.values.firstIndex(where: { $0.tokens == tokens }),
                    case .date(let date) = view.values[k].mention.value
                else { continue }
                if date.isPeriod {
                    guard let from = date.start, let to = date.end,
                        !(from.precision == .year && isFundingPeriod(from.year, to.year))
                    else { continue }
                    claimEnd(.period, project, view, k, "period.cell")
                    break
                }
                if let first = single, first.cell == c - 1,
                    case .date(let start) = view.values[first.value].mention.value,
                    let from = start.start, let to = date.start, from.firstDay < to.firstDay
                {
                    claimEnd(.start, project, view, first.value, "period.cell")
                    claimEnd(.end, project, view, k, "period.cell")
                    break
                }
                single = (c, k)
            }
        }
    }

    private mutating func claimEnd(
        _ property: Claim.Property, _ project: Int, _ view: BlockView, _ k: Int, _ rule: String
    ) {
        builder.claim(
            Claim(
                subject: project, property: property, mention: valueMentions[view.index][k],
                evidence: [view.values[k].mention.span], rule: rule, confidence: 0.75))
    }

    /// "the project “Inn-Weide” (2017 to 2020, 390,000 euros)": a period in the bracket behind a project's name.
    mutating func bracketedPeriods() {
        for project in projects {
            for mention in builder.entity(project).mentions {
                let known = knownEnds(project)
                if known.start || known.end { break }
                guard let view = view(at: builder.mention(mention).span.start),
                    let inside = bracket(behind: view.tokens(builder.mention(mention).span).upperBound, view)
                else { continue }
                let first = view.values.firstIndex { value in
                    guard inside.contains(value.tokens.lowerBound), case .date(let date) = value.mention.value,
                        date.isPeriod, let from = date.start, let to = date.end
                    else { return false }
                    return !(from.precision == .year && isFundingPeriod(from.year, to.year))
                        && !view.names.contains { name in
                            name.mention.kind == .programme && name.tokens.overlaps(value.tokens)
                        }
                }
                if let first { claimEnd(.period, project, view, first, "period.bracket") }
            }
        }
    }

    /// What stands in brackets right behind a name or its closing quotation mark.
    func bracket(behind end: Int, _ view: BlockView) -> Range<Int>? {
        let r = view.reading
        let open = r.ascii(end) == UInt8(ascii: "\"") ? end + 1 : end
        guard r.ascii(open) == UInt8(ascii: "("),
            let close = (open + 1..<min(open + 24, view.range.upperBound)).first(where: {
                r.ascii($0) == UInt8(ascii: ")")
            })
        else { return nil }
        return (open + 1)..<close
    }

    /// "from May 2021 (36 months)": a single date under a period label is its start, unless a word says until.
    func dateProperty(_ value: ValueReader.Found, _ view: BlockView) -> Claim.Property? {
        let start = value.tokens.lowerBound
        if view.reading.last(.toBefore, endingAt: start) != nil || cue(.periodUntil, before: start, view) {
            return .end
        }
        return .start
    }

    func cue(_ meaning: Meaning, before i: Int, _ view: BlockView, within distance: Int = 6) -> Bool {
        (max(view.range.lowerBound, i - distance)..<i).contains { view.reading.first(meaning, at: $0) != nil }
    }

    func cue(_ meaning: Meaning, in tokens: Range<Int>, _ view: BlockView) -> Bool {
        view.reading.matches(in: tokens).contains { $0.meaning == meaning }
    }

    /// The years for which programmes run: the Union's, and those of the EEA and Norway Grants.
    func isFundingPeriod(_ from: Int, _ to: Int) -> Bool {
        [(2000, 2006), (2007, 2013), (2014, 2020), (2021, 2027), (2009, 2014), (2014, 2021)].contains {
            $0 == (from, to)
        }
    }

    /// "… finanțat prin Programul Interreg NEXT România-Republica Moldova 2021-2027": the years of the fund in running text.
    func isOfFund(_ value: ValueReader.Found, _ date: DateValue, _ view: BlockView) -> Bool {
        guard view.isProse, let from = date.start, let to = date.end, from.precision == .year, to.precision == .year
        else { return false }
        return isFundingPeriod(from.year, to.year) && isBehindFund(value, view)
    }

    /// "Norský finančný mechanizmus 2009 – 2014": a programme or fund in the sentence, or a word for one.
    func isBehindFund(_ value: ValueReader.Found, _ view: BlockView) -> Bool {
        let sentence = view.sentence(at: value.tokens.lowerBound)
        return view.names.contains { name in
            sentence.contains(name.tokens.lowerBound)
                && (name.mention.kind == .programme || name.mention.kind == .organization && name.mention.code != nil)
        } || cue(.programme, in: sentence, view)
    }
}
