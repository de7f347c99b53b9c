internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// The project's time: labels, prose, extensions.
extension FactReader {
    mutating func readPeriods() {
        labelledPeriods()
        for project in projects { prosePeriods(project) }
        extensions()
        for project in projects { looseEnds(project) }
    }

    /// Whether something else is said of the beginning or the end already; the day within a year that is said is new.
    private func isKnown(_ date: DateValue, _ isStart: Bool, _ project: Int) -> Bool {
        let known = knownEnds(project, coarse: false)
        if isStart ? known.start : known.end { return true }
        guard let day = date.start?.iso else { return true }
        return builder.claims.contains { claim in
            guard claim.subject == project, !claim.isSuperseded, let mention = claim.mention,
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
        for claim in builder.claims where claim.subject == project && !claim.isSuperseded {
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

    mutating func labelledPeriods() {
        for field in fields where [.period, .periodStart, .periodEnd, .periodDuration].contains(field.meaning) {
            for part in field.parts.prefix(3) {
                let view = views[part.view]
                guard let project = project(at: field.labelView, field.label.upperBound) else { continue }
                for (k, value) in view.values.enumerated() where part.tokens.contains(value.tokens.lowerBound) {
                    let mention = valueMentions[view.index][k]
                    if case .date(let date) = value.mention.value {
                        if isOfFund(value, date, view) { continue }
                        var property: Claim.Property?
                        // "14 February 2026: public meeting in the hall" below a heading is a day of something else.
                        if field.form == "heading", !view.isProse, tellsMore(than: value, view) { continue }
                        // Under a heading text tells of many days; which of them are the project's its words must say.
                        if view.isProse, field.form == "heading", !date.isPeriod {
                            guard let side = side(of: k, view, view.sentence(at: value.tokens.lowerBound)) else {
                                continue
                            }
                            builder.claim(
                                Claim(
                                    subject: project, property: side.isStart ? .start : .end, mention: mention,
                                    evidence: [value.mention.span], rule: "period.told", confidence: 0.75))
                            continue
                        }
                        switch field.meaning {
                        case .periodStart: property = date.isPeriod ? .period : .start
                        case .periodEnd: property = date.isPeriod ? .period : .end
                        default: property = date.isPeriod ? .period : dateProperty(value, view)
                        }
                        if let property {
                            builder.claim(
                                Claim(
                                    subject: project, property: property, mention: mention,
                                    evidence: [value.mention.span], rule: "period.\(field.form)", confidence: 0.92,
                                    isSuperseded: isOfFirstPlan(field, value)))
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
    mutating func looseEnds(_ project: Int) {
        // On a page that only mentions other projects what is told without a name is told of the page's own.
        if projects.count == 1 || project == self.project && scopes?.hasParts == false {
            let known = knownEnds(project, coarse: false)
            for view in views where view.isProse && !(known.start && known.end) {
                for (k, value) in view.values.enumerated() {
                    guard case .date(let date) = value.mention.value, !date.isPeriod,
                        self.project(at: view.index, value.tokens.lowerBound) == project
                    else { continue }
                    let sentence = view.sentence(at: value.tokens.lowerBound)
                    guard let side = side(of: k, view, sentence), side.distance <= 3,
                        !isKnown(date, side.isStart, project),
                        !cue(.event, in: sentence, view), !cue(.published, in: sentence, view),
                        !cue(.noProject, in: sentence, view), !isOfProgramme(value, view, sentence),
                        !isSuperseded(value, view, sentence)
                    else { continue }
                    builder.claim(
                        Claim(
                            subject: project, property: side.isStart ? .start : .end,
                            mention: valueMentions[view.index][k], evidence: [value.mention.span],
                            rule: side.isStart ? "period.loose-from" : "period.loose-until", confidence: 0.5))
                }
            }
        }
        let starts = builder.claims.indices.filter {
            builder.claims[$0].subject == project && [.start, .period].contains(builder.claims[$0].property)
        }
        if starts.count == 1, let only = starts.first, builder.claims[only].property == .start,
            builder.claims[only].isSuperseded
        {
            builder.updateClaim(only) { $0.isSuperseded = false }
        }
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
        tokens.contains { view.reading.first(meaning, at: $0) != nil }
    }

    mutating func prosePeriods(_ project: Int) {
        let known = knownEnds(project)
        if known.start, known.end { return }
        let places = projectPlaces()
        var best: (view: Int, value: Int, score: Int)?
        for view in views {
            for (k, value) in view.values.enumerated() {
                guard case .date(let date) = value.mention.value,
                    self.project(at: view.index, value.tokens.lowerBound) == project
                else { continue }
                if view.names.contains(where: { $0.tokens.overlaps(value.tokens) }) { continue }
                let sentence = view.sentence(at: value.tokens.lowerBound)
                let names = places[view.index]?.contains { sentence.contains($0) } ?? false
                let side = date.isPeriod ? nil : side(of: k, view, sentence)
                // A word for beginning or ending right at the date is stronger than an event told of beside it.
                if side.map({ $0.distance > 4 }) ?? true
                    || cue(
                        .event, in: max(sentence.lowerBound, value.tokens.lowerBound - 6)..<value.tokens.lowerBound,
                        view),
                    cue(.event, in: sentence, view) || cue(.published, in: sentence, view)
                        || cue(.noProject, in: sentence, view)
                {
                    continue
                }
                if date.isPeriod {
                    guard !known.start, !known.end, let score = periodScore(value, date, view, sentence, names: names)
                    else { continue }
                    if score >= 5, score > best?.score ?? 0 { best = (view.index, k, score) }
                } else if let side, side.isStart ? !known.start : !known.end {
                    let isNear = cue(.project, in: sentence, view) || names
                    guard isNear || speaksOfProject(view, project, places), !isOfProgramme(value, view, sentence) else {
                        continue
                    }
                    builder.claim(
                        Claim(
                            subject: project, property: side.isStart ? .start : .end,
                            mention: valueMentions[view.index][k], evidence: [value.mention.span],
                            rule: side.isStart ? "period.from" : "period.until", confidence: isNear ? 0.7 : 0.55,
                            isSuperseded: isSuperseded(value, view, sentence)))
                }
            }
        }
        let told = knownEnds(project)
        if let best, !(told.start && told.end) {
            let value = views[best.view].values[best.value]
            builder.claim(
                Claim(
                    subject: project, property: .period, mention: valueMentions[best.view][best.value],
                    evidence: [value.mention.span],
                    rule: "period.prose", confidence: min(0.85, 0.5 + Double(best.score) * 0.04)))
        }
    }

    /// How likely a period in running text is the project's; nil for the years of a programme.
    private func periodScore(
        _ value: ValueReader.Found, _ date: DateValue, _ view: BlockView, _ sentence: Range<Int>, names: Bool
    ) -> Int? {
        guard let from = date.start, let to = date.end, !isSuperseded(value, view, sentence) else { return nil }
        let isYears = from.precision == .year && to.precision == .year
        let near =
            max(
                sentence.lowerBound, value.tokens.lowerBound - 5)..<min(
                sentence.upperBound, value.tokens.upperBound + 3)
        if isYears, cue(.programme, in: near, view) || isOfFund(value, date, view) { return nil }
        var score = isYears ? 2 : 6
        if cue(.project, in: sentence, view) || names { score += 3 }
        if cue(.period, in: sentence, view) || cue(.periodFrom, in: sentence, view) { score += 3 }
        if to.year - from.year > 8 { score -= 4 }
        if from.firstDay == to.firstDay || (to.year == from.year && (to.month ?? 12) - (from.month ?? 1) < 3) {
            score -= 6
        }
        return score
    }

    /// Which end of the project's time a single date is: by the nearest word for beginning or ending between the date
    /// before and it, or right behind it ("2018. december 1-jén láttak hozzá", "wurde im Mai 2021 gestartet").
    private func side(of k: Int, _ view: BlockView, _ sentence: Range<Int>) -> (isStart: Bool, distance: Int)? {
        let value = view.values[k].tokens
        var lower = max(sentence.lowerBound, value.lowerBound - 9)
        var upper = min(sentence.upperBound, value.upperBound + 5)
        for other in view.values where other.mention.kind == .date {
            if other.tokens.upperBound <= value.lowerBound { lower = max(lower, other.tokens.upperBound) }
            if other.tokens.lowerBound >= value.upperBound { upper = min(upper, other.tokens.lowerBound) }
        }
        for i in stride(from: value.lowerBound - 1, through: lower, by: -1) {
            for match in view.reading.at(i) where match.end <= value.upperBound {
                switch view.reading.meaning(match) {
                case .periodFrom, .periodStart: return (true, value.lowerBound - match.end)
                case .periodUntil, .periodEnd, .periodExtended: return (false, value.lowerBound - match.end)
                default: continue
                }
            }
        }
        let r = view.reading
        // "Hanke … kestää 31.7.2027 saakka"
        if r.first(.toAfter, at: value.upperBound) != nil, cue(.project, in: sentence, view) { return (false, 5) }
        for i in value.upperBound..<max(value.upperBound, upper) {
            if ",;:".utf8.contains(view.reading.ascii(i)) { break }
            for match in view.reading.at(i) {
                switch view.reading.meaning(match) {
                case .periodFrom, .periodStart: return (true, i - value.upperBound)
                case .periodUntil, .periodEnd: return (false, i - value.upperBound)
                default: continue
                }
            }
        }
        return nil
    }

    /// Whether a block that does not name the project still speaks of it: its partners work there.
    private func speaksOfProject(_ view: BlockView, _ project: Int, _ places: [Int: [Int]]) -> Bool {
        if places[view.index]?.isEmpty == false || cue(.project, in: view.range, view) { return true }
        let span = view.reading.span(view.range)
        return builder.claims.contains { claim in
            claim.subject == project && claim.property == .partner
                && claim.mention.map { span.contains(builder.mention($0).span) } == true
        }
    }

    /// "Seit Programmbeginn 2021": the programme's time.
    private func isOfProgramme(_ value: ValueReader.Found, _ view: BlockView, _ sentence: Range<Int>) -> Bool {
        cue(.programme, in: max(sentence.lowerBound, value.tokens.lowerBound - 3)..<value.tokens.lowerBound, view)
    }

    /// "originally planned for summer 2020": what an earlier plan said, unless a word leads back to what holds.
    func isSuperseded(_ value: ValueReader.Found, _ view: BlockView, _ sentence: Range<Int>) -> Bool {
        var isSuperseded = false
        for i in sentence.lowerBound..<value.tokens.lowerBound {
            if view.reading.first(.superseded, at: i) != nil { isSuperseded = true }
            if view.reading.first(.corrected, at: i) != nil { isSuperseded = false }
        }
        return isSuperseded
    }

    /// The years for which programmes run: the Union's, and those of the EEA and Norway Grants.
    func isFundingPeriod(_ from: Int, _ to: Int) -> Bool {
        [(2000, 2006), (2007, 2013), (2014, 2020), (2021, 2027), (2009, 2014), (2014, 2021)].contains {
            $0 == (from, to)
        }
    }

    /// "… finanțat prin Programul Interreg NEXT România-Republica Moldova 2021-2027": the years of the fund in running text.
    private func isOfFund(_ value: ValueReader.Found, _ date: DateValue, _ view: BlockView) -> Bool {
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

    /// An extension further down the page wins over the older end; both are kept.
    mutating func extensions() {
        for view in views {
            for (k, value) in view.values.enumerated() {
                guard case .date(let date) = value.mention.value, !date.isPeriod else { continue }
                guard cue(.periodExtended, before: value.tokens.lowerBound, view, within: 8),
                    let project = project(at: view.index, value.tokens.lowerBound)
                else { continue }
                builder.supersede { $0.subject == project && $0.property == .end }
                builder.claim(
                    Claim(
                        subject: project, property: .end, mention: valueMentions[view.index][k],
                        evidence: [value.mention.span],
                        rule: "period.extended", confidence: 0.95))
            }
        }
    }
}
