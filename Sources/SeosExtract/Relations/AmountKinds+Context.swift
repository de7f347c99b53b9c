internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// What the sentence around an amount says of it: an earlier plan, another project, a contract.
extension AmountKinds {
    /// The same amount in another currency: in brackets, behind a slash, or behind "or", "that is", "about".
    func isSameAmount(_ place: Place, isPart: Bool) -> Bool {
        let r = place.view.reading
        let left = place.left
        if left.count <= 2, left.contains(where: { "(/=".utf8.contains(r.ascii($0)) }) { return true }
        guard !isPart, left.count <= 5, let before = place.before, case .money(let a) = before.mention.value,
            case .money(let b) = place.value.mention.value, a.currency != b.currency
        else { return false }
        return left.contains { r.first(.same, at: $0) != nil || r.ascii($0) == UInt8(ascii: "(") }
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
        return false
    }

    /// A contract: what a supplier was paid, and prices with or without tax.
    func isOfSupplier(_ place: Place) -> Bool {
        let r = place.view.reading
        let right = place.value.tokens.upperBound
        for i in right..<min(right + 4, place.sentence.upperBound) {
            for match in r.at(i) where match.meaning == .price && match.start - right <= 2 { return true }
        }
        guard place.view.isProse else { return false }
        return place.sentence.contains { i in
            r.at(i).contains { match in
                (match.meaning == .supplierAfter || match.meaning == .supplierBefore
                    || match.meaning == .partnerSupplier)
                    && abs(match.start - place.value.tokens.lowerBound) <= 25
            }
        }
    }

    /// "The programme Interreg … has 94 million": a sentence whose subject is a programme, which speaks of no project and
    /// of nobody who pays, with a sum that no project costs or a word for having.
    func isOfProgramme(_ place: Place) -> Bool {
        let r = place.view.reading
        let begin = place.sentence.lowerBound
        guard !namesProject(place), case .money(let money) = place.value.mention.value,
            !place.sentence.contains(where: { r.first(.project, at: $0) != nil })
        else { return false }
        let small = ["EUR", "GBP", "CHF", "USD"].contains(money.currency) ? 2e7 : money.currency == "HUF" ? 8e9 : 2e8
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

    /// "The Ministry of Culture adds 350,000": a body that gives by its verb, or that an "of which" says the part is
    /// from.
    func giver(of place: Place) -> (kind: Claim.AmountKind, name: Int, end: Int?)? {
        let (view, left) = (place.view, place.left)
        let r = view.reading
        guard view.isProse || left.contains(where: { r.first(.ofWhich, at: $0) != nil }) || place.previous != nil else {
            return nil
        }
        let gives = left.contains { i in
            r.at(i).contains {
                [.cofinancierBefore, .cofinancierAfter, .funderBefore].contains($0.meaning)
            }
        }
        if gives, let k = lastOrganization(in: left, view) { return (kind(ofGiver: k, view), k, nil) }
        if let k = lastOrganization(in: left, view), isGiver(view.names[k].tokens, place) {
            return (kind(ofGiver: k, view), k, nil)
        }
        // "… of which 37,200 from the programme and 9,300 from the Ministry"
        guard place.previous != nil,
            let k = view.names.firstIndex(where: {
                $0.mention.kind == .organization && $0.mention.code == nil
                    && (1...2).contains($0.tokens.lowerBound - place.right.lowerBound)
            }), view.names[k].organizationKind == .public,
            (place.right.lowerBound..<view.names[k].tokens.lowerBound).allSatisfy({
                r.kind($0) == .word && r.tokens.folded($0).count <= 4
            })
        else { return nil }
        return (.national, k, view.names[k].tokens.upperBound)
    }

    /// A body right beside a verb of giving, or behind "and" after another that gives.
    private func isGiver(_ name: Range<Int>, _ place: Place) -> Bool {
        let r = place.view.reading
        let verbs = place.left.compactMap { r.first(.funderGives, at: $0) }
        if verbs.contains(where: {
            $0.start >= name.upperBound && $0.start - name.upperBound <= 2
                || $0.end <= name.lowerBound && name.lowerBound - $0.end <= 2
        }) {
            return true
        }
        return place.previous?.rule == "amount.giver" && place.left.upperBound - name.upperBound <= 3
    }

    private func kind(ofGiver k: Int, _ view: BlockView) -> Claim.AmountKind {
        view.names[k].organizationKind == .public ? .national : .other
    }

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
