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
        /// A place that says whose share it is ("no tām Valmierā"): an index into the view's names.
        var place: Int?
        /// What the amount is when that place is no partner's.
        var plainKind: Claim.AmountKind?
        /// An earlier plan's figure, which the page itself replaces.
        var isSuperseded = false
        /// The cell that names the body whose share it is.
        var ownerTokens: Range<Int>?
        /// The end of the words behind the amount that told what it is: they say nothing of the next amount.
        var cueEnd: Int?
        /// Whether a noun for a share or "our" says that it is somebody's, not only who stands beside it.
        var isToldAsShare = false
    }

    let views: [BlockView]
    let fields: [Field]
    /// Where the names of projects stand, by view.
    let projectNames: [Int: [Int]]
    /// Whether a page of several projects speaks of one of them in a view.
    let isInScope: (Int) -> Bool
    /// The amount labels that govern parts of a view.
    let byView: [Int: [Int]]
    /// Cells below headers for names of projects, by view.
    let projectCells: [Int: [Range<Int>]]
    /// Groups of table rows that name bodies in front: each row's amounts are its body's.
    let partnerTables: Set<Int>
    /// Groups of table rows that tell who pays.
    let giverTables: Set<Int>
    /// The names of partners' cards, by the views of their lines.
    let cardNames: [Int: Int]
    /// Groups of table rows with an earlier and a later figure beside each other.
    let versionTables: Set<Int>
    /// What a partner's name covers: rows and columns headed by it are its own.
    let isPartner: (BlockView, Range<Int>) -> Bool
    /// Whether a common noun stands for a partner: "the council" on a page that Cork County Council leads.
    let isPartnersNoun: (BlockView, Int) -> Bool

    init(
        views: [BlockView], fields: [Field], projectNames: [Int: [Int]] = [:],
        isInScope: @escaping (Int) -> Bool = { _ in true },
        isPartner: @escaping (BlockView, Range<Int>) -> Bool = { _, _ in false },
        isPartnersNoun: @escaping (BlockView, Int) -> Bool = { _, _ in false }
    ) {
        self.views = views
        self.fields = fields
        self.projectNames = projectNames
        self.isInScope = isInScope
        self.isPartner = isPartner
        self.isPartnersNoun = isPartnersNoun
        var byView: [Int: [Int]] = [:]
        for (n, field) in fields.enumerated() where field.meaning.isAmountLabel {
            for part in field.parts where byView[part.view]?.last != n { byView[part.view, default: []].append(n) }
        }
        self.byView = byView
        var projectCells: [Int: [Range<Int>]] = [:]
        for field in fields
        where [.projectName, .projectFullName, .projectAcronym].contains(field.meaning) {
            for part in field.parts { projectCells[part.view, default: []].append(part.tokens) }
        }
        self.projectCells = projectCells
        cardNames = Self.cards(views, fields)
        giverTables = Self.giverTables(views)
        var tables: Set<Int> = []
        for view in views
        where view.isUnderHeader && !tables.contains(view.block.group) && !giverTables.contains(view.block.group) {
            guard let head = Self.rowHead(view) else { continue }
            if let cells = projectCells[view.index], cells.contains(where: { $0.overlaps(head) }) { continue }
            let words = head.filter { view.reading.kind($0) == .word }.count
            let isName = view.names.contains {
                $0.mention.kind == .organization && $0.mention.code == nil && head.contains($0.tokens.lowerBound)
                    && $0.tokens.count * 2 >= words
            }
            if isPartner(view, head) || isName && FieldFinder.label(in: head, view, whole: true) == nil {
                tables.insert(view.block.group)
            }
        }
        partnerTables = tables
        versionTables = Self.versionTables(views)
    }

    private func tableFields(_ view: BlockView) -> [Field] { byView[view.index]?.map { fields[$0] } ?? [] }

    /// Decisions for the money values of one view, by index into its values; amounts that are not the project's are
    /// left out.
    func decide(_ view: BlockView) -> [Int: Decision] {
        var decisions: [Int: Decision] = [:]
        // "Súvisiace: …": what a line tells of other pages is not the project's.
        if let related = view.reading.first(.noiseRelated, at: view.range.lowerBound),
            view.reading.ascii(related.end) == UInt8(ascii: ":")
        {
            return [:]
        }
        let table = tableFields(view)
        var previous: (index: Int, decision: Decision?)?
        for (k, value) in view.values.enumerated() where value.mention.kind == .money {
            let sentence = view.sentence(at: value.tokens.lowerBound)
            let before = previous.flatMap { view.values[$0.index].tokens.upperBound > sentence.lowerBound ? $0 : nil }
            let told = before?.decision?.cueEnd ?? 0
            let from = before.map { max(view.values[$0.index].tokens.upperBound, told) } ?? sentence.lowerBound
            let next = view.values[(k + 1)...].first {
                $0.mention.kind == .money && $0.tokens.lowerBound < sentence.upperBound
            }
            let field = table.first { field in
                field.parts.contains { $0.view == view.index && $0.tokens.contains(value.tokens.lowerBound) }
            }
            // In a row of labels and values each pair is by itself.
            let isPair = !view.isUnderHeader && view.block.cells.count >= 4 && field?.labelView == view.index
            let begin = max(from, isPair ? field?.label.lowerBound ?? from : from)
            let place = Place(
                view: view, value: value, sentence: sentence,
                left: min(begin, value.tokens.lowerBound)..<value.tokens.lowerBound,
                right: clause(
                    value.tokens.upperBound..<(next?.tokens.lowerBound ?? sentence.upperBound), view,
                    hasNext: next != nil),
                before: before.map { view.values[$0.index] }, previous: before?.decision,
                next: next?.tokens.lowerBound, isFirst: previous == nil)
            let decision = ofGiverRow(place) ?? decide(place, field: field ?? table.first)
            if let decision { decisions[k] = decision }
            previous = (k, decision)
        }
        return decisions
    }

    /// An amount with what stands around it.
    struct Place {
        var view: BlockView
        var value: ValueReader.Found
        var sentence: Range<Int>
        /// From the amount before, or the beginning of the sentence.
        var left: Range<Int>
        /// To the end of the clause.
        var right: Range<Int>
        var before: ValueReader.Found?
        var previous: Decision?
        /// Where the next amount of the sentence begins.
        var next: Int?
        /// The first amount of its view.
        var isFirst: Bool
    }

    /// What follows an amount up to a semicolon; up to a comma where another amount follows, whose words stand there.
    private func clause(_ tokens: Range<Int>, _ view: BlockView, hasNext: Bool) -> Range<Int> {
        let r = view.reading
        var closes = false
        for i in tokens {
            let c = r.ascii(i)
            // A bracket that holds the next amount.
            if hasNext, !closes, c == UInt8(ascii: "(") {
                closes = (i..<tokens.upperBound).contains { r.ascii($0) == UInt8(ascii: ")") }
                if !closes { return tokens.lowerBound..<i }
            }
            if c == UInt8(ascii: ";") || r.tokens[i].newlineBefore || hasNext && r.first(.ofWhich, at: i) != nil
                || hasNext && c == UInt8(ascii: ",")
            {
                return tokens.lowerBound..<i
            }
        }
        return tokens
    }

    /// "4,000 kr. and the total budget is 6,000 kr.": words right before the next amount tell of that.
    private func isOfNext(_ end: Int, _ place: Place) -> Bool {
        guard let next = place.next, end <= next, next - end <= 2 else { return false }
        let r = place.view.reading
        return !(end..<next).contains {
            r.first(.and, at: $0) != nil || ",;".utf8.contains(r.ascii($0)) || r.tokens[$0].newlineBefore
        }
    }

    private func decide(_ place: Place, field: Field?) -> Decision? {
        let (view, value, left, right) = (place.view, place.value, place.left, place.right)
        let r = view.reading
        let isBracketed = isPartInBracket(place)
        let isPart = isBracketed || left.contains { r.first(.ofWhich, at: $0) != nil }
        if let previous = place.previous, isSameAmount(place, isPart: isPart) {
            return Decision(
                kind: previous.kind, owner: previous.owner, ownerView: previous.ownerView, rule: "amount.same",
                confidence: 0.7, isSuperseded: previous.isSuperseded || isOtherVersion(place))
        }
        // "Grants for wetlands (at most 200,000 kronor)": a ceiling is what a call offers.
        if view.isProse, value.mention.qualifier == .upTo { return nil }
        if view.isProse, place.sentence.contains(where: { r.first(.unrelated, at: $0) != nil }) { return nil }
        if speaksOfSeveral(place) || isOfSupplier(place) || isBracketed && place.previous == nil { return nil }
        // "Share of X: 500, of which 200 own money": words before "of which" tell of the whole.
        let part = left.last { r.first(.ofWhich, at: $0) != nil }
        let cueOfPart = part.flatMap { nearest(in: $0..<left.upperBound, view, fromEnd: true) }
        var cueLeft = cueOfPart ?? nearest(in: left, view, fromEnd: true)
        if part == nil, let cue = cueLeft, isOfPrevious(cue.start, cue.meaning, place) { cueLeft = nil }
        var cueRight = nearest(in: right.lowerBound..<min(right.upperBound, right.lowerBound + 8), view, fromEnd: false)
        if let cue = cueRight, isOfNext(cue.end, place) { cueRight = nil }
        let label = field.flatMap { field -> Meaning? in
            let governs = field.parts.contains {
                $0.view == view.index && $0.tokens.contains(value.tokens.lowerBound)
            }
            return governs ? field.meaning : nil
        }
        let isProjects =
            field == nil && !isPart && (isSubject(left, view) || isBehindAgent(place) || isCostOfProject(place))
        // "In the programme 38.3 million are set aside": what a programme has is nobody's share.
        if let cue = cueLeft, cue.isVerb, field == nil, isHadByProgramme(place) { cueLeft = nil }
        var meaning: Meaning?
        var rule = "amount.cue"
        var confidence = 0.75
        var cueEnd: Int?
        if let cueLeft, cueLeft.distance <= 12 || !isPart && cueLeft.distance <= 20 {
            meaning = cueLeft.meaning
            if let cueRight, cueRight.distance <= 3, cueRight.meaning == .amountEU, cueLeft.distance > 4 || isPart {
                meaning = cueRight.meaning
            }
            // "receives €1.5 million from the ERDF": the fund says more than the verb.
            if let cueRight, cueRight.distance <= 5, cueRight.meaning == .amountEU,
                cueLeft.meaning == .amountShare || cueLeft.meaning == .amountShareEU,
                lastOrganization(in: left, view) == nil
            {
                meaning = cueRight.meaning
            } else if cueLeft.meaning == .amountShareEU,
                lastOrganization(in: left, view) == nil ? isOfProject(left, view) : isProjects
            {
                // "The project receives …"
                meaning = .amountEU
            }
            // "The project has 5.9 million at its disposal": no share of anybody.
            if meaning == .amountShare, !isPart, field == nil, cueLeft.isVerb,
                lastOrganization(in: left, view) == nil ? isOfProject(left, view) : isProjects
            {
                meaning = .amountTotal
            }
            if isPart, cueOfPart == nil, cueLeft.meaning == .amountShare, let cueRight, cueRight.distance <= 3,
                cueRight.meaning == .amountOwn || cueRight.meaning == .amountNational
            {
                meaning = cueRight.meaning
                cueEnd = cueRight.end
            }
            // "reserveerde Harlingen € 45.000 eigen geld", "får 7,1 millioner kroner i norske Interreg-midler": the noun
            // right behind says what it is.
            if let cueRight, cueRight.meaning == .amountOwn || cueRight.meaning == .amountNational,
                cueRight.distance == 0 && cueLeft.distance > 1
                    || cueRight.distance <= 2 && isJoined(right.lowerBound, cueRight.distance, view)
                        && (cueLeft.meaning == .amountShareEU || cueLeft.meaning == .amountShare && cueLeft.isVerb
                            || !isJoined(cueLeft.end, left.upperBound - cueLeft.end, view))
            {
                meaning = cueRight.meaning
            }
        } else if let cueRight, cueRight.distance <= 6 {
            meaning = cueRight.meaning
            rule = "amount.cue-behind"
            confidence = 0.7
            cueEnd = cueRight.end
        }
        // "era costato 800 mila euro nella cornice di Interreg": the verb says more than the words behind.
        if rule == "amount.cue-behind", meaning == .amountEU, cueRight?.distance ?? 0 > 0, isCostOfProject(place) {
            meaning = .amountTotal
            cueEnd = nil
        }
        if let label, !isPartOfLabelled(place, label) {
            if meaning == nil || (place.isFirst && !isPart && meaning != .amountNone && cueLeft == nil) {
                meaning = label
                rule = "amount.label"
                confidence = 0.9
            }
        } else if meaning == nil, isShareOfUnion(left, view) {
            meaning = .amountEU
            rule = "amount.percent"
            confidence = 0.75
        } else if meaning == nil, isPart {
            meaning = .amountEU
            rule = "amount.part"
            confidence = 0.55
        } else if meaning == nil, hasPartBehind(value.tokens.upperBound, place, view) {
            // "1 174 938 eurot, millest …": what others are a part of.
            meaning = .amountTotal
            rule = "amount.whole"
            confidence = 0.6
        } else if meaning == nil,
            !view.isUnderHeader, value.mention.qualifier != .upTo, !isOffered(place),
            view.names.contains(where: { name in
                name.mention.kind == .programme && left.contains(name.tokens.lowerBound)
            })
        {
            meaning = .amountEU
            rule = "amount.programme"
            confidence = 0.5
        } else if meaning == nil, comesFromProgramme(place) {
            return Decision(
                kind: .eu, rule: "amount.programme", confidence: 0.5, isSuperseded: isSuperseded(place))
        }
        if let own = plainLabel(field, label, meaning) { meaning = own }
        // "Our share of the grant is …"
        if meaning == .amountShare, left.contains(where: { r.first(.amountEU, at: $0) != nil }) {
            meaning = .amountShareEU
        }
        var isToldAsShare = meaning == .amountShare && cueLeft?.isVerb == false
        if let own = ours(place, meaning, field: label == nil ? nil : field) {
            meaning = own
            isToldAsShare = true
        }
        // "gives 750,000 in co-financing": the giver says more than the noun behind the amount.
        let isToldBehind = rule == "amount.cue-behind" && (meaning == .amountOwn || meaning == .amountNational)
        let isOpen = meaning == nil || meaning == .amountShare || rule == "amount.part"
        var giver = isOpen || isToldBehind ? giver(of: place) : directGiver(of: place)
        if giver == nil, isOpen || meaning == .amountOwn && cueLeft != nil {
            // "Match funding of 373,125 has been provided by the Department": a named body says more than the noun.
            giver = giverBehind(of: place).flatMap { isOpen || $0.name != nil ? $0 : nil }
        }
        if giver == nil, isOpen { giver = isPart ? selfInPart(of: place) : selfGiver(of: place) }
        if let found = giver {
            let giver = gift(found, asPartOf: place.previous, isPart: isPart)
            return Decision(
                kind: giver.kind, owner: giver.name, ownerView: giver.name.map { _ in view.index },
                rule: "amount.giver",
                confidence: 0.65,
                isSuperseded: isSuperseded(place), cueEnd: giver.end)
        }
        if meaning == nil, let share = nextShare(place) { return share }
        if view.isProse, isOfProgramme(place) { return nil }
        // "Land Niedersachsen: 522 930 euros" among the labels of amounts.
        if meaning == nil, let k = bodyAsLabel(place) {
            return Decision(
                kind: .national, owner: k, ownerView: view.index, rule: "amount.body", confidence: 0.55)
        }
        if meaning == nil, view.isUnderHeader { meaning = headerMeaning(of: value, view) }
        if meaning == .amountEU, rule != "amount.part", isNorwegian(place, label == nil ? nil : field) {
            meaning = .amountNational
        }
        // Swiss money is never the Union's.
        if meaning == .amountEU, case .money(let money) = value.mention.value, money.currency == "CHF" {
            meaning = .amountNational
        }
        if meaning == .amountTotal, view.isProse, rule == "amount.cue", isOfLastYear(place) { return nil }
        guard let meaning, meaning != .amountNone, isPlausible(value, isLabelled: rule == "amount.label") else {
            return nil
        }
        if view.isProse, !isInScope(view.index), projectNames[view.index] == nil { return nil }
        if view.isUnderHeader, partnerTables.contains(view.block.group) {
            return ofRow(place, Self.kind(meaning), rule, confidence)
        }
        var owner =
            isProjects
            ? nil
            : self.owner(
                of: value, place.sentence, left: left, view, field: label == nil ? nil : field,
                previous: isPart || isBullet(left, r) ? place.previous : nil)
        if meaning == .amountTotal, rule == "amount.cue", label == nil, !isPart, let cueLeft, let found = owner,
            found.view == view.index, isOfProjectBefore(found.name, cue: cueLeft.start, place)
        {
            owner = nil
        }
        let share = owner == nil && isPart ? placeName(in: left, view) : nil
        var kind = Self.kind(meaning)
        let plainKind = kind
        if owner != nil || share != nil || isBullet(left, r) && place.previous?.place != nil {
            if kind == .total || kind == .other { kind = .partnerShare }
            if kind == .eu { kind = share != nil ? .partnerShare : .partnerEU }
        } else if kind == .partnerShare || kind == .partnerEU {
            confidence = 0.5
        }
        // Parts of one partner's share are that partner's; a share of the grant is a grant.
        if isPart, let whole = place.previous?.kind {
            if rule == "amount.part", kind == .eu, whole == .eu || whole == .total, receives(place) {
                kind = whole == .eu ? .partnerEU : .partnerShare
            }
            if whole == .partnerShare, kind == .eu { kind = .partnerEU }
            if whole == .eu, kind == .partnerShare { kind = .partnerEU }
        }
        // Partners as columns: every column but the row's sum is one partner's.
        if isColumnOfPartner(place, field) {
            if kind == .total { kind = .partnerShare }
            if kind == .eu { kind = .partnerEU }
        }
        return Decision(
            kind: kind, owner: owner?.name, ownerView: owner?.view, rule: rule, confidence: confidence,
            place: share ?? (isBullet(left, r) ? place.previous?.place : nil), plainKind: plainKind,
            isSuperseded: isSuperseded(place), cueEnd: cueEnd, isToldAsShare: isToldAsShare)
    }
}
