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
