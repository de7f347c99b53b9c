internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// What the sentence around an amount says of it: an earlier plan, another project, a contract.
extension AmountKinds {
    /// The same amount in another currency: in brackets, behind a slash, or behind "or", "that is", "about".
    func isSameAmount(_ place: Place, isPart: Bool) -> Bool {
        let r = place.view.reading
        let left = place.left
        if left.count <= 2, left.contains(where: { "(/=".utf8.contains(r.ascii($0)) }) {
            return !isPartInBracket(place)
        }
        guard !isPart, let before = place.before, case .money(let a) = before.mention.value,
            case .money(let b) = place.value.mention.value
        else { return false }
        // "€1.2 million, to be precise €1,184,700"
        if a.currency == b.currency {
            return left.count <= 6 && abs(a.amount.double - b.amount.double) <= 0.06 * a.amount.double
                && left.contains { r.first(.same, at: $0) != nil }
        }
        // "51 240 євро громада має знайти сама (орієнтовно 2,2 млн грн)"
        if left.count <= 9, left.suffix(2).contains(where: { r.ascii($0) == UInt8(ascii: "(") }) { return true }
        return left.count <= 5 && left.contains { r.first(.same, at: $0) != nil || r.ascii($0) == UInt8(ascii: "(") }
    }

    /// "388,000 euros (was 371,500 euros)": another figure in the same currency in the bracket is what held before.
    func isOtherVersion(_ place: Place) -> Bool {
        guard let before = place.before, case .money(let now) = before.mention.value,
            case .money(let then) = place.value.mention.value, now.currency == then.currency
        else { return false }
        return abs(now.amount.double - then.amount.double) > 0.03 * now.amount.double
            && place.view.reading.ascii(place.left.lowerBound) == UInt8(ascii: "(")
            && place.left.contains { place.view.reading.kind($0) == .word }
    }

    /// "Last year the service had a budget of 6.8 million": the year's budget of a body, in a sentence that does not speak
    /// of the project.
    func isOfLastYear(_ place: Place) -> Bool {
        let r = place.view.reading
        return !namesProject(place)
            && place.sentence.contains { i in r.first(.relative, at: i).map { r.entry($0).key == "year:-1" } ?? false }
            && !place.sentence.contains { r.first(.project, at: $0) != nil }
    }

    /// "gives 21,800 of state money, 65,400 …": a noun right behind the amount before, and a comma or "and" right before
    /// this one, tell of the former.
    func isOfPrevious(_ cue: Int, _ meaning: Meaning, _ place: Place) -> Bool {
        let r = place.view.reading
        guard let previous = place.previous, let before = place.before, previous.kind == Self.kind(meaning),
            let last = place.left.last, last > cue
        else { return false }
        // "… av vilka 5,3 miljoner utgjordes av EU-bidraget och resterande 3,6 miljoner …"
        if r.first(.rest, at: last) != nil, let close = (cue..<last).last, r.first(.and, at: close) != nil {
            return true
        }
        guard cue - before.tokens.upperBound <= 1 else { return false }
        return r.ascii(last) == UInt8(ascii: ",") || r.first(.and, at: last) != nil
    }

    /// "The next call of the programme offers 60 million": a sentence on a call.
    func isOffered(_ place: Place) -> Bool {
        place.view.isProse && !namesProject(place)
            && place.sentence.contains { place.view.reading.first(.noProject, at: $0) != nil }
    }

    /// "284 000 euros (grant 227 200 euros)": a bracket right behind an amount that holds a clearly smaller one in the
    /// same currency tells of a part of it.
    func isPartInBracket(_ place: Place) -> Bool {
        let r = place.view.reading
        let left = place.left
        guard let before = place.before, left.lowerBound == before.tokens.upperBound, left.count <= 6,
            r.ascii(left.lowerBound) == UInt8(ascii: "("),
            !left.contains(where: { r.first(.same, at: $0) != nil || r.first(.superseded, at: $0) != nil }),
            case .money(let whole) = before.mention.value, case .money(let part) = place.value.mention.value
        else { return false }
        return whole.currency == part.currency && part.amount.double < 0.9 * whole.amount.double
    }

    /// "Total budget: €450,000 (ERDF €270,000, State €90,000)", "Granted: 450.000, così ripartiti: …": behind the whole
    /// that a label tells, a smaller sum with a noun of its own is a part, which the label says nothing of.
    func isPartOfLabelled(_ place: Place, _ label: Meaning) -> Bool {
        let view = place.view
        guard label == .amountTotal || label == .amountEU, view.block.cells.count <= 2,
            !view.isUnderHeader, case .money(let part) = place.value.mention.value,
            let first = view.values.first(where: { $0.mention.kind == .money }),
            first.tokens.lowerBound < place.value.tokens.lowerBound,
            case .money(let whole) = first.mention.value, whole.currency == part.currency,
            part.amount.double < whole.amount.double
        else { return false }
        let own = max(place.left.lowerBound, place.left.upperBound - 4)..<place.left.upperBound
        let between = first.tokens.upperBound..<max(first.tokens.upperBound, place.value.tokens.lowerBound)
        let isDivided =
            !place.sentence.contains(first.tokens.lowerBound)
            || place.previous.map { $0.kind != Self.kind(label) } ?? false
            || between.contains {
                "(:".utf8.contains(view.reading.ascii($0)) || view.reading.first(.ofWhich, at: $0) != nil
            }
        return isDivided && own.contains { view.reading.kind($0) == .word && view.reading.first(.same, at: $0) == nil }
    }

    /// What an amount's words make of it where they say that it is the page's own body's: "our part", "Nuestra parte",
    /// "Bugetul muzeului nostru", "A noi toccano". Our project is not meant.
    func ours(_ place: Place, _ meaning: Meaning?, field: Field?) -> Meaning? {
        var own: Meaning
        switch meaning {
        case .amountTotal, .amountOther, .amountShare: own = .amountShare
        case .amountEU, .amountShareEU: own = .amountShareEU
        case nil: own = .amountShare
        default: return nil
        }
        let r = place.view.reading
        let reach = meaning == nil ? 4 : 8
        var tokens = max(place.left.lowerBound, place.left.upperBound - reach)..<place.left.upperBound
        if place.view.isProse {
            return tokens.contains { isOursInProse($0, place, isPlain: meaning == nil) } ? own : nil
        }
        var reading = r
        if let field, field.labelView != place.view.index || field.label.upperBound <= tokens.lowerBound {
            guard !tokens.contains(where: { isOurs($0, r) }) else { return own }
            reading = views[field.labelView].reading
            tokens = field.label
        }
        guard tokens.contains(where: { isOurs($0, reading) }) else { return nil }
        if own == .amountShare, meaning == .amountShare,
            tokens.contains(where: { reading.first(.amountEU, at: $0) != nil })
        {
            own = .amountShareEU
        }
        return own
    }

    /// "our share comes to …": in running text "our" counts beside a word for money only, "to us" beside the amount.
    private func isOursInProse(_ i: Int, _ place: Place, isPlain: Bool) -> Bool {
        let r = place.view.reading
        guard isOurs(i, r), let match = r.first(.ours, at: i) else { return false }
        if match.length > 1 { return true }
        return !isPlain
            && (match.end..<min(match.end + 2, place.left.upperBound)).contains { j in
                r.at(j).contains { $0.meaning.isAmountLabel || $0.meaning == .share }
            }
    }

    /// A word for "our" or "us" that does not belong to the word for project.
    private func isOurs(_ i: Int, _ r: Reading) -> Bool {
        guard let match = r.first(.ours, at: i) else { return false }
        return r.first(.project, at: match.end) == nil && r.first(.project, at: match.end + 1) == nil
            && r.first(.project, at: i - 1) == nil && r.first(.project, at: i) == nil
    }

    /// Rows of one label and two sums of one currency, below words for an earlier and a later state: "originally | after
    /// amendment no. 2".
    static func versionTables(_ views: [BlockView]) -> Set<Int> {
        var found: Set<Int> = []
        var seen: Set<Int> = []
        for view in views where view.block.cells.count == 3 && seen.insert(view.block.group).inserted {
            var heads: [(BlockView, Range<Int>)] = []
            for cell in view.block.cells.dropFirst() {
                guard let header = cell.header else { continue }
                let tokens = view.reading.tokens.tokens(in: header)
                if let host = views.view(holding: tokens.lowerBound) { heads.append((host, tokens)) }
            }
            if heads.isEmpty {
                if view.index > 0, views[view.index - 1].range.count <= 24 {
                    heads.append((views[view.index - 1], views[view.index - 1].range))
                }
                heads.append((view, view.range))
            }
            let tells = heads.contains { host, tokens in
                tokens.contains {
                    host.reading.first(.superseded, at: $0) != nil || host.reading.first(.corrected, at: $0) != nil
                }
            }
            if tells { found.insert(view.block.group) }
        }
        return found
    }

    /// Whether a value stands in the column of the earlier state, with a later one beside it.
    static func isEarlierVersion(_ value: Range<Int>, _ view: BlockView, in tables: Set<Int>) -> Bool {
        guard view.block.cells.count == 3, tables.contains(view.block.group) else { return false }
        let cells = view.block.cells.map { view.tokens($0.span) }
        return cells[1].contains(value.lowerBound)
            && view.values.contains {
                cells[2].contains($0.tokens.lowerBound) && [.money, .date, .number].contains($0.mention.kind)
            }
    }

    /// "Fourteen projects got 2.2 million": what several got is no amount of one.
    func speaksOfSeveral(_ place: Place) -> Bool {
        let r = place.view.reading
        guard place.view.isProse, !namesProject(place) else { return false }
        for i in place.sentence.lowerBound..<place.value.tokens.lowerBound {
            guard let project = r.first(.project, at: i) ?? r.first(.noProject, at: i),
                project.start > place.sentence.lowerBound
            else { continue }
            let number = project.start - 1
            if place.view.values.contains(where: {
                guard $0.tokens.upperBound == project.start, case .number(let n) = $0.mention.value else {
                    return false
                }
                return ExactDecimal(1) < n && n < ExactDecimal(1000)
            }) {
                return true
            }
            if let n = r.integer(number), n > 1, n < 1000, !r.glued(project.start) { return true }
            if r.kind(number) == .word,
                r.first(.numberWord, at: number).flatMap({ Int(r.entry($0).key) }).map({ $0 > 1 }) == true
            {
                return true
            }
        }
        // "deals out 74 million to eleven projects", "has 77.6 million, of which 61 projects have been chosen"
        let right = place.value.tokens.upperBound
        let saysProject = (place.sentence.lowerBound..<place.value.tokens.lowerBound).contains {
            r.first(.project, at: $0) != nil
        }
        for i in right..<(saysProject ? min(right + 5, place.sentence.upperBound) : place.sentence.upperBound) {
            guard let end = count(at: i, r) else { continue }
            let next = r.isSmall(end) && r.first(.project, at: end) == nil ? end + 1 : end
            if next < place.sentence.upperBound, r.sameLine(next), r.first(.project, at: next) != nil { return true }
        }
        return false
    }

    /// The end of a number between two and a thousand, in digits or words.
    private func count(at i: Int, _ r: Reading) -> Int? {
        if let n = r.integer(i) { return n > 1 && n < 1000 && !r.glued(i) && !r.glued(i + 1) ? i + 1 : nil }
        guard r.kind(i) == .word, let number = NumberWordReader(reading: r).read(at: i),
            ExactDecimal(1) < number.value, number.value < ExactDecimal(1000)
        else { return nil }
        return number.tokens.upperBound
    }

    /// A contract: what a supplier was paid, and prices with or without tax.
    func isOfSupplier(_ place: Place) -> Bool {
        let r = place.view.reading
        let right = place.value.tokens.upperBound
        for i in right..<min(right + 4, place.sentence.upperBound) {
            for match in r.at(i) {
                if match.meaning == .price, match.start - right <= 2 { return true }
                // "350 euros per hectare", "75,000 annually"; not "500,000 in the year 2021"
                if match.meaning == .perUnit, match.start - right <= 1, r.digits(match.end) != 4 { return true }
            }
        }
        guard place.view.isProse else { return false }
        if isRateBefore(place) { return true }
        return place.sentence.contains { i in
            r.at(i).contains { match in
                (match.meaning == .supplierAfter || match.meaning == .supplierBefore
                    || match.meaning == .partnerSupplier)
                    && abs(match.start - place.value.tokens.lowerBound) <= 25
            }
        }
    }

    /// "Telšių taryba tam kasmet skirs po 75 tūkst.", "per hectare they get 1,276 zł": a rate told before its amount.
    private func isRateBefore(_ place: Place) -> Bool {
        let r = place.view.reading
        for i in (max(place.left.lowerBound, place.left.upperBound - 4)..<place.left.upperBound).reversed() {
            if ",;:".utf8.contains(r.ascii(i)) { return false }
            if let match = r.first(.perUnit, at: i), match.end <= place.left.upperBound, r.digits(match.end) == 0 {
                return true
            }
        }
        return false
    }

    /// "The programme Interreg … has 94 million": a sentence whose subject is a programme, which speaks of no project and
    /// of nobody who pays, with a sum that no project costs or a word for having.
    func isOfProgramme(_ place: Place) -> Bool {
        let r = place.view.reading
        let begin = place.sentence.lowerBound
        guard !namesProject(place), case .money(let money) = place.value.mention.value,
            !place.sentence.contains(where: { r.first(.project, at: $0) != nil })
        else { return false }
        let small = 2e7 * CurrencyScale.perEuro(money.currency)
        // No project costs as much as what a sentence on a programme tells of.
        if money.amount.double >= small,
            place.sentence.contains(where: { r.first(.programme, at: $0) != nil || r.first(.noProject, at: $0) != nil })
                || place.view.names.contains(where: {
                    $0.mention.kind == .programme && place.sentence.contains($0.tokens.lowerBound)
                })
        {
            return true
        }
        guard money.amount.double >= small || place.left.contains(where: { r.first(.share, at: $0) != nil }) else {
            return false
        }
        return (begin..<min(begin + 2, place.sentence.upperBound)).contains { i in
            r.first(.programme, at: i) != nil
                || place.view.names.contains { $0.mention.kind == .programme && $0.tokens.lowerBound == i }
        }
    }

    /// "The Union covers 60 percent, that is …": the Union before a percentage before the amount.
    func isShareOfUnion(_ left: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        guard
            let union = left.last(where: { i in
                r.at(i).contains { $0.meaning == .nameOrganization && Self.unionKeys.contains(r.entry($0).key) }
            })
        else { return false }
        return view.values.contains {
            $0.mention.kind == .percent && $0.tokens.lowerBound > union && left.contains($0.tokens.lowerBound)
        }
    }

    /// Keys of the Union's funds, and of those with the Union and its Commission.
    static let fundKeys: Set<String> = ["erdf", "esf", "cf", "eafrd", "emff", "jtf"]
    static let unionKeys = fundKeys.union(["eu", "ec"])

    /// What the header says of an amount in a table without labels: "Total (€)", or a body's column.
    func headerMeaning(of value: ValueReader.Found, _ view: BlockView) -> Meaning? {
        guard
            let cell = view.block.cells.first(where: { view.tokens($0.span).contains(value.tokens.lowerBound) }),
            let header = cell.header
        else { return nil }
        let tokens = view.reading.tokens.tokens(in: header)
        guard let host = views.view(holding: tokens.lowerBound), projectNames[view.index] != nil else { return nil }
        if tokens.contains(where: { host.reading.first(.sumRow, at: $0) != nil }) { return .amountTotal }
        return tokens.contains { host.reading.first(.orgHead, at: $0) != nil } ? .amountShare : nil
    }

    /// A label for a share that names the fund, the state or own money besides says whose money it is.
    func plainLabel(_ field: Field?, _ label: Meaning?, _ meaning: Meaning?) -> Meaning? {
        guard let field, label == .amountShare, meaning == .amountShare else { return nil }
        let r = views[field.labelView].reading
        for i in field.label {
            for match in r.at(i) where match.end <= field.label.upperBound {
                if [.amountEU, .amountNational, .amountOwn].contains(match.meaning) { return match.meaning }
                if match.meaning == .nameOrganization, Self.unionKeys.contains(r.entry(match).key) {
                    return .amountEU
                }
            }
        }
        return nil
    }

    func namesProject(_ place: Place) -> Bool {
        projectNames[place.view.index]?.contains { place.sentence.contains($0) } ?? false
    }

    /// A figure of the first plan or the application, with no word between that leads back to what holds.
    func isSuperseded(_ place: Place) -> Bool {
        if Self.isEarlierVersion(place.value.tokens, place.view, in: versionTables) { return true }
        let r = place.view.reading
        var isSuperseded = false
        for i in place.sentence.lowerBound..<place.value.tokens.lowerBound {
            if r.first(.superseded, at: i) != nil { isSuperseded = true }
            if r.first(.corrected, at: i) != nil { isSuperseded = false }
        }
        return isSuperseded
    }

    /// A line of a list that goes on from the line before.
    func isBullet(_ left: Range<Int>, _ r: Reading) -> Bool {
        guard let first = left.first(where: { r.tokens[$0].newlineBefore }) else { return false }
        return r.kind(first) != .word
    }

    /// The last place named in a range; programmes and bodies that hold its name do not count.
    func placeName(in tokens: Range<Int>, _ view: BlockView) -> Int? {
        view.names.lastIndex { $0.mention.kind == .region && tokens.contains($0.tokens.lowerBound) }
    }
}
