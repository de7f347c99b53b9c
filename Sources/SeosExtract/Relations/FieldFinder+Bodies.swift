internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Lists of bodies below or behind words that no pack knows as a label.
extension FieldFinder {
    /// "Others: A, B (Austria), C (Greece)": a line right below a label of partners, or of bodies with their countries in
    /// brackets, whatever the words in front of the colon are.
    func listsBodies(_ view: BlockView, _ label: Range<Int>, _ value: Range<Int>) -> Bool {
        let r = view.reading
        guard !value.isEmpty, label.filter({ r.kind($0) == .word }).count <= 6, !saysOther(label, view),
            !view.names.contains(where: { $0.mention.kind == .organization && $0.tokens.overlaps(label) }),
            !view.values.contains(where: { $0.mention.kind == .money && value.contains($0.tokens.lowerBound) })
        else { return false }
        let bodies = view.names.filter {
            $0.mention.kind == .organization && $0.mention.code == nil && value.contains($0.tokens.lowerBound)
        }
        let countries = brackets(value, view)
        let separators = value.filter { i in
            ",;".utf8.contains(r.ascii(i)) || r.first(.and, at: i) != nil && !bodies.contains { $0.tokens.contains(i) }
        }
        let known = max(bodies.count, countries)
        guard known >= 1, known * 2 >= separators.count + 1 else { return false }
        if let last = fields.last, last.meaning.isPartnerLabel, 1...2 ~= view.index - last.labelView {
            return bodies.count + countries >= 2
        }
        return bodies.count >= 2 && countries >= 2
            && fields.contains { $0.meaning.isPartnerLabel || $0.meaning.isAmountLabel }
    }

    /// "Suomen merimuseo" right below "Hallinnoija": a country's name with a noun behind it, where a lead is asked for and
    /// no side of a border.
    func answersLead(_ open: Int, _ view: BlockView) -> Bool {
        let r = view.reading
        let field = fields[open]
        guard field.meaning == .partnerLead, field.parts.isEmpty, field.labelView == view.index - 1,
            view.range.count >= 2,
            let last = view.range.last, r.isSmall(last), r.tokens.folded(last).count >= 5
        else { return false }
        return !r.matches.contains { $0.meaning == .side || $0.meaning == .placeBefore || $0.meaning.isLabel }
    }

    /// Whether a heading may be the value of the label above: "completed" above "Donaulicht 2.0" tells of what stands
    /// above, since times and sums are asked for and none is there.
    func mayAnswer(_ open: Int, _ view: BlockView) -> Bool {
        switch fields[open].meaning {
        case .period, .periodStart, .periodEnd: view.values.contains { $0.mention.kind == .date }
        case .amountTotal, .amountEU, .amountNational, .amountOwn: view.values.contains { $0.mention.kind == .money }
        default: true
        }
    }

    /// Words of money, time, places, other pages or those who give and build.
    func saysOther(_ label: Range<Int>, _ view: BlockView) -> Bool {
        label.contains { i in
            view.reading.at(i).contains { match in
                let meaning = match.meaning
                return meaning.isAmountLabel || Self.others.contains(meaning)
                    || meaning != .noiseChapter && meaning.rawValue.hasPrefix("noise.")
            }
        }
    }

    private static let others: [Meaning] = [
        .funder, .funderAfter, .funderBefore, .funderGives, .contact, .event, .published, .noProject, .partnerSupplier,
        .supplierAfter, .supplierBefore, .cofinancierAfter, .cofinancierBefore, .partnerCofinancier, .otherLabel,
        .region, .acts, .programme, .period, .periodStart, .periodEnd, .price,
    ]

    /// How many brackets hold a country and hardly anything else.
    private func brackets(_ value: Range<Int>, _ view: BlockView) -> Int {
        var count = 0
        var open: Int?
        for i in value {
            switch view.reading.ascii(i) {
            case UInt8(ascii: "("): open = i
            case UInt8(ascii: ")"):
                if let start = open, i - start <= 5, isCountry((start + 1)..<i, view) { count += 1 }
                open = nil
            default: continue
            }
        }
        return count
    }

    private func isCountry(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        if tokens.count == 1, let only = tokens.first, view.reading.tokens[only].isAllCaps,
            view.reading.tokens.folded(only).count == 2
        {
            return true
        }
        return groupCountry(view, tokens) != nil
    }

    /// A name alone on its line of a list, which looks like a heading: a body, and behind it no text about it.
    func isBodyAmongLines(_ view: BlockView) -> Bool {
        guard views.indices.contains(view.index + 1), !views[view.index + 1].isProse else { return false }
        return view.names.contains {
            $0.mention.kind == .organization && $0.mention.code == nil
                && $0.tokens.lowerBound == view.range.lowerBound && $0.tokens.upperBound >= view.range.upperBound
        }
    }

    /// Headings that name a country each, two at least, with a short line below; half of the lines begin with bodies.
    func headingsOfCountries() -> Set<Int> {
        var found: Set<Int> = []
        var bodies = 0
        for view in views where view.block.headingLevel != nil && view.range.count <= 4 {
            guard views.indices.contains(view.index + 1), groupCountry(view, view.range) != nil else { continue }
            let next = views[view.index + 1]
            guard next.block.headingLevel == nil, !next.isProse, let start = next.range.first else { continue }
            found.insert(view.index)
            let isBody = next.names.contains {
                $0.mention.kind == .organization && $0.mention.code == nil
                    && start...(start + 1) ~= $0.tokens.lowerBound
            }
            if isBody { bodies += 1 }
        }
        return found.count >= 2 && bodies * 2 >= found.count ? found : []
    }

    /// Whether the open label of partners has its value on its own line ("Partners: A; B").
    func isAnsweredBeside(_ open: Int) -> Bool {
        let field = fields[open]
        return field.meaning.isPartnerLabel && field.form == "colon"
            && field.parts.contains { $0.view == field.labelView }
    }

    /// "PP2: …", "Universität X: …": the words before a colon that number or name a partner of the list above. Any other
    /// words, such as "First conference: …", are a label of their own below a list that stands beside its label.
    func isOfList(_ label: Range<Int>, _ view: BlockView) -> Bool {
        // Further values of a label (dd) stand without it.
        if case .listItem = view.block.kind { return true }
        if label.isEmpty || label.lowerBound != view.range.lowerBound { return true }
        return label.contains { i in
            view.reading.kind(i) == .number || view.reading.tokens[i].isAllCaps
                || view.reading.at(i).contains {
                    [.orgHead, .orgLegal].contains($0.meaning) || $0.meaning.isPartnerLabel
                }
        } || view.names.contains { $0.mention.kind == .organization && $0.tokens.overlaps(label) }
    }
}
