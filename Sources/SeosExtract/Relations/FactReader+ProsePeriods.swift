internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// The project's time where sentences tell it: periods beside its name, and single days by the words around them.
extension FactReader {
    mutating func prosePeriods(_ project: Int, _ places: [Int: [Int]]) {
        let known = knownEnds(project)
        if known.start, known.end { return }
        var best: (view: Int, value: Int, score: Int)?
        for view in views(of: project) {
            for (k, value) in view.values.enumerated() {
                guard case .date(let date) = value.mention.value,
                    self.project(at: view.index, value.tokens.lowerBound) == project
                else { continue }
                if view.names.contains(where: { $0.tokens.overlaps(value.tokens) }) { continue }
                let sentence = view.sentence(at: value.tokens.lowerBound)
                let names =
                    places[view.index]?.contains { place in
                        // Another project's time may stand in the sentence behind its name: "Back then, from 2018 to 2021, …".
                        sentence.contains(place)
                            || date.isPeriod && project != self.project && place <= value.tokens.lowerBound
                                && sentence.lowerBound - place <= 30
                    } ?? false
                // "started in the autumn of 2020": a season is one end.
                let isEnd = !date.isPeriod || Self.isShort(date)
                let side = isEnd ? side(of: k, view, sentence) : nil
                let near = max(sentence.lowerBound, value.tokens.lowerBound - 6)..<value.tokens.lowerBound
                // A word for beginning or ending right at the date is stronger than an event told of beside it.
                if side.map({ $0.distance > 4 }) ?? true || tellsOfEvent(near, view, date, side),
                    tellsOfEvent(sentence, view, date, side) || cue(.published, in: sentence, view)
                        || cue(.noProject, in: sentence, view)
                {
                    continue
                }
                if date.isPeriod, side == nil {
                    guard !known.start, !known.end, let score = periodScore(value, date, view, sentence, names: names)
                    else { continue }
                    if score >= 5, score > best?.score ?? 0 { best = (view.index, k, score) }
                } else if let side, side.isStart ? !known.start : !known.end {
                    if tellsOfAny(sentence, view) { continue }
                    let isNear = cue(.project, in: sentence, view) || names
                    guard isNear || speaksOfProject(view, project, places), !isOfProgramme(value, view, sentence) else {
                        continue
                    }
                    builder.claim(
                        Claim(
                            subject: project, property: side.isStart ? .start : .end,
                            mention: valueMentions[view.index][k], evidence: [value.mention.span],
                            rule: side.isByPreposition
                                ? "period.preposition" : side.isStart ? "period.from" : "period.until",
                            confidence: side.isByPreposition ? 0.5 : isNear ? 0.7 : 0.55,
                            isSuperseded: isSuperseded(value, view, sentence)
                                && !(side.isStart && isInAside(value, view, sentence))))
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

    /// "A project takes at least six and at most eighteen months and must be finished by …": any that will be chosen.
    func tellsOfAny(_ sentence: Range<Int>, _ view: BlockView) -> Bool {
        cue(.atLeast, in: sentence, view) && cue(.upTo, in: sentence, view)
    }

    /// Whether words tell of an event. "At the latest" beside a word for ending tells of the project's own end ("dovranno
    /// concludersi entro il 31 luglio"), and what takes place for many months is no event.
    func tellsOfEvent(_ tokens: Range<Int>, _ view: BlockView, _ date: DateValue, _ side: Side?) -> Bool {
        let isEnd = side.map { !$0.isStart && !$0.isByPreposition } ?? false
        let isLong = date.isPeriod && !Self.isShort(date)
        let r = view.reading
        return r.matches(in: tokens).contains { match in
            guard match.meaning == .event else { return false }
            return !r.at(match.start).contains {
                $0.end >= match.end
                    && (isEnd && $0.meaning == .deadline || isLong && $0.meaning == .takesPlace)
            }
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

    /// An end of the project's time.
    struct Side {
        var isStart: Bool
        /// Tokens between the date and the word that tells the end.
        var distance: Int
        /// A preposition alone tells the end.
        var isByPreposition = false
    }

    /// Which end of the project's time a single date is: by the nearest word for beginning or ending between the date
    /// before and it, or right behind it ("2018. december 1-jén láttak hozzá", "wurde im Mai 2021 gestartet").
    func side(of k: Int, _ view: BlockView, _ sentence: Range<Int>) -> Side? {
        let value = view.values[k].tokens
        var lower = max(sentence.lowerBound, value.lowerBound - 9)
        var upper = min(sentence.upperBound, value.upperBound + 5)
        for other in view.values where other.mention.kind == .date {
            if other.tokens.upperBound <= value.lowerBound { lower = max(lower, other.tokens.upperBound) }
            if other.tokens.lowerBound >= value.upperBound { upper = min(upper, other.tokens.lowerBound) }
        }
        if let last = sideOfLastVerb(value, from: lower, to: upper, view) { return last }
        for i in stride(from: value.lowerBound - 1, through: lower, by: -1) {
            for match in view.reading.at(i) where match.end <= value.upperBound {
                switch view.reading.meaning(match) {
                case .periodFrom, .periodStart:
                    return Side(isStart: true, distance: distance(from: match.end, to: value.lowerBound, view))
                case .periodUntil, .periodEnd, .periodExtended:
                    return Side(isStart: false, distance: distance(from: match.end, to: value.lowerBound, view))
                default: continue
                }
            }
        }
        let r = view.reading
        // "Hanke … kestää 31.7.2027 saakka"
        if r.first(.toAfter, at: value.upperBound) != nil, cue(.project, in: sentence, view) {
            return Side(isStart: false, distance: 5)
        }
        if let isStart = sideByPreposition(value, view, sentence) {
            return Side(isStart: isStart, distance: 3, isByPreposition: true)
        }
        if value.lowerBound - sentence.lowerBound <= 2, startsLater(value, view, sentence) {
            return Side(isStart: true, distance: 1)
        }
        for i in value.upperBound..<max(value.upperBound, upper) {
            if ",;:".utf8.contains(view.reading.ascii(i)) { break }
            for match in view.reading.at(i) {
                switch view.reading.meaning(match) {
                case .periodFrom, .periodStart: return Side(isStart: true, distance: i - value.upperBound)
                case .periodUntil, .periodEnd: return Side(isStart: false, distance: i - value.upperBound)
                default: continue
                }
            }
        }
        return nil
    }

    /// "On 1 June 2024 the municipality together with its neighbours began to carry out the project": a day that opens its
    /// sentence, and the one word for beginning right before the project.
    private func startsLater(_ value: Range<Int>, _ view: BlockView, _ sentence: Range<Int>) -> Bool {
        let r = view.reading
        for i in value.upperBound..<min(sentence.upperBound, value.upperBound + 24) {
            if ";:".utf8.contains(r.ascii(i)) || r.first(.event, at: i) != nil { return false }
            for match in r.at(i) where match.meaning == .periodFrom {
                return (match.start..<min(match.end + 4, sentence.upperBound)).contains {
                    r.first(.project, at: $0) != nil
                }
            }
        }
        return false
    }

    /// "2020 őszén kezdődött és 2023 tavaszán fejeződik be": a verb right behind the date, where "and" or a comma parts the
    /// date from the words before it.
    private func sideOfLastVerb(_ value: Range<Int>, from lower: Int, to upper: Int, _ view: BlockView) -> Side? {
        let r = view.reading
        guard value.upperBound < upper,
            let match = r.at(value.upperBound).first(where: { [.periodFrom, .periodUntil].contains($0.meaning) }),
            [value.lowerBound - 1, value.lowerBound - 2].contains(where: {
                $0 >= lower && (r.first(.and, at: $0) != nil || r.ascii($0) == UInt8(ascii: ","))
            })
        else { return nil }
        return Side(isStart: match.meaning == .periodFrom, distance: 0)
    }

    /// Tokens between a word and its date, without a length of time: "will end after 30 months, on 31 December 2027".
    private func distance(from word: Int, to date: Int, _ view: BlockView) -> Int {
        let gap = min(word, date)..<date
        // "Rozpoczęto: 1.03.2021"
        if gap.count == 1, view.reading.ascii(word) == UInt8(ascii: ":") { return 0 }
        guard gap.count > 3,
            let length = view.values.first(where: {
                $0.mention.kind == .duration && gap.contains($0.tokens.lowerBound)
                    && gap.contains($0.tokens.upperBound - 1)
            })
        else { return date - word }
        return max(0, gap.count - length.tokens.count - 2)
    }

    /// "will last two and a half years, until 30 June 2026", "we work from 1 June 2024 and have time until the end of
    /// November 2026": the preposition tells which end, where the sentence has the other one or a length of time.
    private func sideByPreposition(_ value: Range<Int>, _ view: BlockView, _ sentence: Range<Int>) -> Bool? {
        let r = view.reading
        let starts = [value.lowerBound, value.lowerBound - 1]
        func stands(_ meaning: Meaning, before i: Int) -> Bool {
            r.last(meaning, endingAt: i) != nil || r.isSmall(i - 1) && r.last(meaning, endingAt: i - 1) != nil
        }
        let others = view.values.filter { sentence.contains($0.tokens.lowerBound) && $0.tokens != value }
        if stands(.toBefore, before: starts[0]) {
            // "dura cinque anni, fino al …"
            let isLasting = (max(sentence.lowerBound, value.lowerBound - 8)..<value.lowerBound).contains { i in
                r.first(.unit, at: i).map { ["month", "year"].contains(r.entry($0).key) } ?? false
            }
            let isTold = others.contains { other in
                guard other.tokens.upperBound <= value.lowerBound else { return false }
                switch other.mention.value {
                case .duration: return true
                case .date(let date): return !date.isPeriod && date.start?.precision != .year
                default: return false
                }
            }
            return isTold || isLasting ? false : nil
        }
        if stands(.fromBefore, before: starts[0]) || stands(.since, before: starts[0]) {
            let isTold = others.contains { other in
                guard other.tokens.lowerBound >= value.upperBound, case .date(let date) = other.mention.value else {
                    return false
                }
                return !date.isPeriod && stands(.toBefore, before: other.tokens.lowerBound)
            }
            if isTold { return true }
            // "Since September 2023 we have gathered them in the project River": the sentence speaks of the project.
            let isExact = view.values.contains { found in
                guard found.tokens == value, case .date(let date) = found.mention.value else { return false }
                return date.start?.month != nil
            }
            return isExact && tellsOfProject(sentence, view) ? true : nil
        }
        return nil
    }

    /// Whether a sentence says a project's name or the word for it.
    private func tellsOfProject(_ sentence: Range<Int>, _ view: BlockView) -> Bool {
        cue(.project, in: sentence, view)
            || leadPlaces[view.index]?.contains { sentence.contains($0) } ?? false
    }

    /// "Originally the project, which began in March 2024, would have ended on …": a clause of its own between commas.
    private func isInAside(_ value: ValueReader.Found, _ view: BlockView, _ sentence: Range<Int>) -> Bool {
        let before = max(sentence.lowerBound, value.tokens.lowerBound - 6)..<value.tokens.lowerBound
        let behind = value.tokens.upperBound..<min(sentence.upperBound, value.tokens.upperBound + 6)
        return [before, behind].allSatisfy { $0.contains { view.reading.ascii($0) == UInt8(ascii: ",") } }
            && !before.contains { view.reading.first(.superseded, at: $0) != nil }
    }

    /// Whether a block that does not name the project still speaks of it: its partners work there.
    private func speaksOfProject(_ view: BlockView, _ project: Int, _ places: [Int: [Int]]) -> Bool {
        if places[view.index]?.isEmpty == false || cue(.project, in: view.range, view) { return true }
        let span = view.reading.span(view.range)
        return builder.claims(of: project).contains { n in
            builder.claims[n].property == .partner
                && builder.claims[n].mention.map { span.contains(builder.mention($0).span) } == true
        }
    }

    /// "Seit Programmbeginn 2021": the programme's time.
    func isOfProgramme(_ value: ValueReader.Found, _ view: BlockView, _ sentence: Range<Int>) -> Bool {
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

    /// Whether a period stands before a day in the same value of a label.
    func isBehindPeriod(_ k: Int, _ part: Range<Int>, _ view: BlockView) -> Bool {
        view.values[..<k].contains { value in
            guard part.contains(value.tokens.lowerBound), case .date(let date) = value.mention.value else {
                return false
            }
            return date.isPeriod
        }
    }
}
