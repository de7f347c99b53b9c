internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// The project's time: labels, prose, extensions.
extension FactReader {
    mutating func readPeriods() {
        labelledPeriods()
        for project in projects where !hasPeriod(project) { prosePeriods(project) }
        extensions()
    }

    func hasPeriod(_ project: Int) -> Bool {
        builder.claims.contains { $0.subject == project && [.period, .start].contains($0.property) }
    }

    mutating func labelledPeriods() {
        for field in fields where [.period, .periodStart, .periodEnd, .periodDuration].contains(field.meaning) {
            for part in field.parts.prefix(3) {
                let view = views[part.view]
                guard let project = project(at: field.labelView, field.label.upperBound) else { continue }
                for (k, value) in view.values.enumerated() where part.tokens.contains(value.tokens.lowerBound) {
                    let mention = valueMentions[view.index][k]
                    if case .date(let date) = value.mention.value {
                        var property: Claim.Property?
                        switch field.meaning {
                        case .periodStart: property = date.isPeriod ? .period : .start
                        case .periodEnd: property = date.isPeriod ? .period : .end
                        default: property = date.isPeriod ? .period : dateProperty(value, view)
                        }
                        if let property {
                            builder.claim(
                                Claim(
                                    subject: project, property: property, mention: mention,
                                    evidence: [value.mention.span], rule: "period.\(field.form)", confidence: 0.92))
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
        var best: (view: Int, value: Int, score: Int)?
        for view in views {
            for (k, value) in view.values.enumerated() {
                guard case .date(let date) = value.mention.value,
                    self.project(at: view.index, value.tokens.lowerBound) == project
                else { continue }
                if view.names.contains(where: { $0.tokens.overlaps(value.tokens) }) { continue }
                let sentence =
                    view.sentences(in: view.range).first { $0.contains(value.tokens.lowerBound) } ?? view.range
                if cue(.event, in: sentence, view) || cue(.published, in: sentence, view)
                    || cue(.noProject, in: sentence, view)
                {
                    continue
                }
                if date.isPeriod {
                    guard let from = date.start, let to = date.end else { continue }
                    let isYears = from.precision == .year && to.precision == .year
                    let besideProgramme = cue(
                        .programme,
                        in: max(
                            sentence.lowerBound, value.tokens.lowerBound - 5)..<min(
                                sentence.upperBound, value.tokens.upperBound + 3), view)
                    if isYears, besideProgramme || isFundingPeriod(from.year, to.year) && isBehindFund(value, view) {
                        continue
                    }
                    var score = isYears ? 2 : 6
                    if cue(.project, in: sentence, view) { score += 3 }
                    if cue(.period, in: sentence, view) || cue(.periodFrom, in: sentence, view) { score += 3 }
                    if to.year - from.year > 8 { score -= 4 }
                    if from.firstDay == to.firstDay
                        || (to.year == from.year && (to.month ?? 12) - (from.month ?? 1) < 3)
                    {
                        score -= 6
                    }
                    if score >= 5, best == nil || score > best?.score ?? 0 { best = (view.index, k, score) }
                } else if cue(.periodFrom, before: value.tokens.lowerBound, view, within: 8),
                    cue(.project, in: sentence, view) || cue(.periodUntil, in: sentence, view)
                {
                    builder.claim(
                        Claim(
                            subject: project, property: .start, mention: valueMentions[view.index][k],
                            evidence: [value.mention.span], rule: "period.from", confidence: 0.65))
                } else if cue(.periodUntil, before: value.tokens.lowerBound, view, within: 8) {
                    builder.claim(
                        Claim(
                            subject: project, property: .end, mention: valueMentions[view.index][k],
                            evidence: [value.mention.span], rule: "period.until", confidence: 0.65))
                }
            }
        }
        if let best {
            let value = views[best.view].values[best.value]
            builder.claim(
                Claim(
                    subject: project, property: .period, mention: valueMentions[best.view][best.value],
                    evidence: [value.mention.span],
                    rule: "period.prose", confidence: min(0.85, 0.5 + Double(best.score) * 0.04)))
        }
    }

    /// The years for which programmes run: the Union's, and those of the EEA and Norway Grants.
    func isFundingPeriod(_ from: Int, _ to: Int) -> Bool {
        [(2000, 2006), (2007, 2013), (2014, 2020), (2021, 2027), (2009, 2014), (2014, 2021)].contains {
            $0 == (from, to)
        }
    }

    /// "Norský finančný mechanizmus 2009 – 2014": a programme or fund in the sentence, or a word for one.
    func isBehindFund(_ value: ValueReader.Found, _ view: BlockView) -> Bool {
        let sentence = view.sentences(in: view.range).first { $0.contains(value.tokens.lowerBound) } ?? view.range
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
