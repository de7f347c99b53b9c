internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Decides what an amount of money is: the project's total, the EU's part, somebody's share, or not the project's.
struct AmountKinds {
    struct Decision {
        var kind: Claim.AmountKind
        /// The organization mention (index into the view's names) whose share it is.
        var owner: Int?
        var ownerView: Int?
        var rule: String
        var confidence: Double
    }

    let views: [BlockView]
    let fields: [Field]
    /// The first amount label that governs a part of a view.
    private let byView: [Int: Int]

    init(views: [BlockView], fields: [Field]) {
        self.views = views
        self.fields = fields
        var byView: [Int: Int] = [:]
        for (n, field) in fields.enumerated() where field.meaning.isAmountLabel {
            for part in field.parts where byView[part.view] == nil { byView[part.view] = n }
        }
        self.byView = byView
    }

    /// Decisions for the money values of one view, by index into its values; amounts that are not the project's are
    /// left out.
    func decide(_ view: BlockView) -> [Int: Decision] {
        var decisions: [Int: Decision] = [:]
        let field = byView[view.index].map { fields[$0] }
        var previous: (index: Int, decision: Decision?)?
        for (k, value) in view.values.enumerated() where value.mention.kind == .money {
            let sentence = view.sentences(in: view.range).first { $0.contains(value.tokens.lowerBound) } ?? view.range
            let before = previous.flatMap { view.values[$0.index].tokens.upperBound > sentence.lowerBound ? $0 : nil }
            let from = before.map { view.values[$0.index].tokens.upperBound } ?? sentence.lowerBound
            let next = view.values[(k + 1)...].first {
                $0.mention.kind == .money && $0.tokens.lowerBound < sentence.upperBound
            }
            let decision = decide(
                view, value, left: from..<value.tokens.lowerBound,
                right: value.tokens.upperBound..<(next?.tokens.lowerBound ?? sentence.upperBound),
                sentence: sentence, previous: before?.decision, field: field, isFirst: previous == nil)
            if let decision { decisions[k] = decision }
            previous = (k, decision)
        }
        return decisions
    }

    private func decide(
        _ view: BlockView, _ value: ValueReader.Found, left: Range<Int>, right: Range<Int>, sentence: Range<Int>,
        previous: Decision?, field: Field?, isFirst: Bool
    ) -> Decision? {
        let r = view.reading
        var isPart = false
        for i in left where r.first(.ofWhich, at: i) != nil { isPart = true }
        // The same amount in another currency, in brackets or behind a slash.
        if let previous, left.count <= 2, left.contains(where: { "(/=".utf8.contains(r.ascii($0)) }) {
            return Decision(
                kind: previous.kind, owner: previous.owner, ownerView: previous.ownerView, rule: "amount.same",
                confidence: 0.7)
        }
        let cueLeft = nearest(in: left, view, fromEnd: true)
        let cueRight = nearest(in: right.lowerBound..<min(right.upperBound, right.lowerBound + 8), view, fromEnd: false)
        let label = field.flatMap { field -> Meaning? in
            let governs = field.parts.contains {
                $0.view == view.index && $0.tokens.contains(value.tokens.lowerBound)
            }
            return governs ? field.meaning : nil
        }
        var meaning: Meaning?
        var rule = "amount.cue"
        var confidence = 0.75
        if let cueLeft, cueLeft.distance <= 12 || !isPart && cueLeft.distance <= 20 {
            meaning = cueLeft.meaning
            if let cueRight, cueRight.distance <= 3, cueRight.meaning == .amountEU, cueLeft.distance > 4 || isPart {
                meaning = cueRight.meaning
            }
        } else if let cueRight, cueRight.distance <= 6 {
            meaning = cueRight.meaning
            rule = "amount.cue-behind"
            confidence = 0.7
        }
        if let label {
            if meaning == nil || (isFirst && !isPart && meaning != .amountNone && cueLeft == nil) {
                meaning = label
                rule = "amount.label"
                confidence = 0.9
            }
        } else if meaning == nil, isPart {
            meaning = .amountEU
            rule = "amount.part"
            confidence = 0.55
        } else if meaning == nil, hasPartBehind(right, view) {
            // "1 174 938 eurot, millest …": what others are a part of.
            meaning = .amountTotal
            rule = "amount.whole"
            confidence = 0.6
        } else if meaning == nil,
            view.names.contains(where: { name in
                name.mention.kind == .programme && left.contains(name.tokens.lowerBound)
            })
        {
            meaning = .amountEU
            rule = "amount.programme"
            confidence = 0.5
        }
        guard let meaning, meaning != .amountNone, isPlausible(value, isLabelled: rule == "amount.label") else {
            return nil
        }
        let owner = self.owner(
            of: value, sentence, left: left, view, field: label == nil ? nil : field, previous: isPart ? previous : nil)
        var kind = Self.kind(meaning)
        if owner != nil {
            if kind == .total || kind == .other { kind = .partnerShare }
            if kind == .eu { kind = .partnerEU }
        } else if kind == .partnerShare || kind == .partnerEU {
            confidence = 0.5
        }
        return Decision(kind: kind, owner: owner?.name, ownerView: owner?.view, rule: rule, confidence: confidence)
    }

    /// No project costs a few euros or milliards; such figures stand beside its words by chance, unless a label says so.
    private func isPlausible(_ value: ValueReader.Found, isLabelled: Bool) -> Bool {
        guard case .money(let money) = value.mention.value else { return false }
        let amount = money.amount.double
        return amount > 0 && (isLabelled || amount >= 100 && amount < 5e9)
    }

    private func hasPartBehind(_ right: Range<Int>, _ view: BlockView) -> Bool {
        right.prefix(4).contains { view.reading.first(.ofWhich, at: $0) != nil }
    }

    static func kind(_ meaning: Meaning) -> Claim.AmountKind {
        switch meaning {
        case .amountTotal: return .total
        case .amountEU: return .eu
        case .amountNational: return .national
        case .amountOwn: return .own
        case .amountShare: return .partnerShare
        case .amountShareEU: return .partnerEU
        default: return .other
        }
    }

    /// The amount word nearest to the value; the longest at a place. Funds named beside an amount say it is theirs.
    private func nearest(in tokens: Range<Int>, _ view: BlockView, fromEnd: Bool) -> (meaning: Meaning, distance: Int)?
    {
        guard !tokens.isEmpty else { return nil }
        var best: (meaning: Meaning, distance: Int, length: Int)?
        for i in tokens {
            for match in view.reading.at(i) where match.end <= tokens.upperBound {
                let meaning: Meaning
                switch view.reading.meaning(match) {
                case let m where m.isAmountLabel: meaning = m
                case .nameOrganization where view.reading.tokens[match.start].isCapitalized:
                    guard
                        ["erdf", "esf", "cf", "eafrd", "emff", "jtf"].contains(view.reading.entry(match).key)
                            || !fromEnd && view.reading.entry(match).key == "eu"
                    else { continue }
                    meaning = .amountEU
                default: continue
                }
                let distance = fromEnd ? tokens.upperBound - match.end : match.start - tokens.lowerBound
                // A word inside a longer one says less ("toetus" in "kogutoetus").
                if let known = best,
                    distance > known.distance || (distance == known.distance && match.length <= known.length)
                {
                    continue
                }
                if let known = best, fromEnd, distance < known.distance, known.length > match.length,
                    known.distance - distance < known.length
                {
                    continue
                }
                best = (meaning, distance, match.length)
            }
        }
        return best.map { ($0.meaning, $0.distance) }
    }

    /// The organization an amount belongs to: named in the label, or before the amount in its clause.
    private func owner(
        of value: ValueReader.Found, _ sentence: Range<Int>, left: Range<Int>, _ view: BlockView, field: Field?,
        previous: Decision?
    ) -> (name: Int, view: Int)? {
        let within = sentence.lowerBound..<value.tokens.lowerBound
        // In a table under headers an amount belongs to the body its row is headed by.
        if view.isUnderHeader {
            guard let first = view.block.cells.first(where: { !$0.span.isEmpty }), !isProjectColumn(first, view) else {
                return nil
            }
            return lastOrganization(in: view.tokens(first.span), view).map { ($0, view.index) }
        }
        if let name = lastOrganization(in: left, view) ?? (previous == nil ? nil : lastOrganization(in: within, view)) {
            return (name, view.index)
        }
        if let previous, let owner = previous.owner, let ownerView = previous.ownerView { return (owner, ownerView) }
        if let field {
            let host = views[field.labelView]
            if let name = lastOrganization(in: field.label, host) { return (name, host.index) }
        }
        return nil
    }

    /// Whether a cell stands below a header for names of projects.
    private func isProjectColumn(_ cell: Block.Cell, _ view: BlockView) -> Bool {
        fields.contains { field in
            [.projectName, .projectFullName, .projectAcronym].contains(field.meaning)
                && field.parts.contains {
                    $0.view == view.index && view.tokens(cell.span).contains($0.tokens.lowerBound)
                }
        }
    }

    private func lastOrganization(in tokens: Range<Int>, _ view: BlockView) -> Int? {
        view.names.lastIndex {
            $0.mention.kind == .organization && $0.mention.code == nil && $0.tokens.overlaps(tokens)
                && tokens.contains($0.tokens.lowerBound)
        }
    }
}
