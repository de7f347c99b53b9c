internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// What one amount is: what the words beside it say, then its label, then who gives it, then whose it is.
extension AmountKinds {
    /// A word for an amount, how many tokens stand between the two, and where it stands.
    typealias Cue = (meaning: Meaning, distance: Int, start: Int, end: Int, isVerb: Bool)

    /// What stands around an amount.
    private struct Signs {
        var place: Place
        /// The label that governs the amount, or its line.
        var field: Field?
        /// What that label says, where it governs the amount itself.
        var label: Meaning?
        /// Behind "of which", or in a bracket that divides the amount before.
        var isPart: Bool
        /// The word for an amount behind "of which".
        var ofPart: Cue?
        /// The nearest words for amounts before and behind.
        var left: Cue?
        var right: Cue?
        /// Whether the sentence tells of the project's own money.
        var isProjects: Bool

        /// The label that governs the amount itself.
        var ownField: Field? { label == nil ? nil : field }
    }

    /// What the amount is read as so far.
    private struct Told {
        var meaning: Meaning?
        var rule = "amount.cue"
        var confidence = 0.75
        /// The end of the words behind the amount that told what it is.
        var end: Int?
        /// Whether a noun says that it is somebody's.
        var isShare = false

        mutating func become(_ meaning: Meaning, _ rule: String, _ confidence: Double) {
            self.meaning = meaning
            self.rule = rule
            self.confidence = confidence
        }
    }

    func decide(_ place: Place, field: Field?) -> Decision? {
        let r = place.view.reading
        let isBracketed = isPartInBracket(place)
        let isPart = isBracketed || place.left.contains { r.first(.ofWhich, at: $0) != nil }
        if let previous = place.previous, isSameAmount(place, isPart: isPart) {
            return Decision(
                kind: previous.kind, owner: previous.owner, ownerView: previous.ownerView, rule: "amount.same",
                confidence: 0.7, isSuperseded: previous.isSuperseded || isOtherVersion(place))
        }
        if isNoProjects(place) || isBracketed && place.previous == nil { return nil }
        let signs = signs(of: place, field, isPart: isPart)
        var told = toldByWords(signs)
        readLabel(&told, signs)
        if told.meaning == nil, !isLabelled(signs), comesFromProgramme(place) {
            return Decision(kind: .eu, rule: "amount.programme", confidence: 0.5, isSuperseded: isSuperseded(place))
        }
        readShare(&told, signs)
        if let given = given(told, signs) { return given }
        if told.meaning == nil, let share = nextShare(place) { return share }
        if place.view.isProse, isOfProgramme(place) { return nil }
        // "Land Niedersachsen: 522 930 euros" among the labels of amounts.
        if told.meaning == nil, let k = bodyAsLabel(place) {
            return Decision(
                kind: .national, owner: k, ownerView: place.view.index, rule: "amount.body", confidence: 0.55)
        }
        readHeaderAndCountry(&told, signs)
        return settled(told, signs)
    }

    // MARK: What stands around it

    /// What a sentence tells of a call, of another project, of several projects or of a supplier.
    private func isNoProjects(_ place: Place) -> Bool {
        // "Grants for wetlands (at most 200,000 kronor)": a ceiling is what a call offers.
        if place.view.isProse, place.value.mention.qualifier == .upTo { return true }
        if place.view.isProse,
            place.sentence.contains(where: { place.view.reading.first(.unrelated, at: $0) != nil })
        {
            return true
        }
        return speaksOfSeveral(place) || isOfSupplier(place) || isOfEarlierProject(place)
    }

    /// "Попередній проєкт кафедри мав … 70 тис. євро": what a sentence tells behind the words for an earlier project, unless
    /// it names one of the page's.
    private func isOfEarlierProject(_ place: Place) -> Bool {
        guard place.view.isProse else { return false }
        let before = place.sentence.lowerBound..<place.value.tokens.lowerBound
        guard before.contains(where: { place.view.reading.first(.projectEarlier, at: $0) != nil }) else { return false }
        return projectNames[place.view.index]?.contains(where: place.sentence.contains) != true
    }

    private func signs(of place: Place, _ field: Field?, isPart: Bool) -> Signs {
        let (view, left, right) = (place.view, place.left, place.right)
        // "Share of X: 500, of which 200 own money": words before "of which" tell of the whole.
        let part = left.last { view.reading.first(.ofWhich, at: $0) != nil }
        let cueOfPart = part.flatMap { nearest(in: $0..<left.upperBound, view, fromEnd: true) }
        var cueLeft = cueOfPart ?? nearest(in: left, view, fromEnd: true)
        if part == nil, let cue = cueLeft, isOfPrevious(cue.start, cue.meaning, place) { cueLeft = nil }
        // "In the programme 38.3 million are set aside": what a programme has is nobody's share.
        if let cue = cueLeft, cue.isVerb, field == nil, isHadByProgramme(place) { cueLeft = nil }
        var cueRight = nearest(in: right.lowerBound..<min(right.upperBound, right.lowerBound + 8), view, fromEnd: false)
        if let cue = cueRight, isOfNext(cue.end, place) { cueRight = nil }
        let governs =
            field?.parts.contains {
                $0.view == view.index && $0.tokens.contains(place.value.tokens.lowerBound)
            } ?? false
        return Signs(
            place: place, field: field, label: governs ? field?.meaning : nil, isPart: isPart, ofPart: cueOfPart,
            left: cueLeft, right: cueRight,
            isProjects: field == nil && !isPart
                && (isSubject(left, view) || isBehindAgent(place) || isCostOfProject(place)))
    }

    /// "4,000 kr. and the total budget is 6,000 kr.": words right before the next amount tell of that.
    private func isOfNext(_ end: Int, _ place: Place) -> Bool {
        guard let next = place.next, end <= next, next - end <= 2 else { return false }
        let r = place.view.reading
        return !(end..<next).contains {
            r.first(.and, at: $0) != nil || ",;".utf8.contains(r.ascii($0)) || r.tokens[$0].newlineBefore
        }
    }

    // MARK: Words beside it

    private func toldByWords(_ signs: Signs) -> Told {
        var told = Told()
        if let left = signs.left, left.distance <= 12 || !signs.isPart && left.distance <= 20 {
            readWords(before: left, &told, signs)
        } else if let right = signs.right, right.distance <= 6 {
            told.become(right.meaning, "amount.cue-behind", 0.7)
            told.end = right.end
            // "era costato 800 mila euro nella cornice di Interreg": the verb says more than the words behind.
            if right.meaning == .amountEU, right.distance > 0, isCostOfProject(signs.place) {
                told.meaning = .amountTotal
                told.end = nil
            }
        }
        return told
    }

    /// The words before an amount, and what those behind it add to them.
    private func readWords(before left: Cue, _ told: inout Told, _ signs: Signs) {
        let (view, before) = (signs.place.view, signs.place.left)
        let isOwnMoney = signs.right.map { $0.meaning == .amountOwn || $0.meaning == .amountNational } ?? false
        told.meaning = left.meaning
        if let right = signs.right, right.distance <= 3, right.meaning == .amountEU, left.distance > 4 || signs.isPart {
            told.meaning = right.meaning
        }
        func hasNoBody() -> Bool { lastOrganization(in: before, view) == nil }
        func isProjects() -> Bool { hasNoBody() ? isOfProject(before, view) : signs.isProjects }
        // "receives €1.5 million from the ERDF": the fund says more than the verb.
        if let right = signs.right, right.distance <= 5, right.meaning == .amountEU,
            left.meaning == .amountShare || left.meaning == .amountShareEU, hasNoBody()
        {
            told.meaning = right.meaning
        } else if left.meaning == .amountShareEU, isProjects() {
            // "The project receives …"
            told.meaning = .amountEU
        }
        // "The project has 5.9 million at its disposal": no share of anybody.
        if told.meaning == .amountShare, !signs.isPart, signs.field == nil, left.isVerb, isProjects() {
            told.meaning = .amountTotal
        }
        if signs.isPart, signs.ofPart == nil, left.meaning == .amountShare, isOwnMoney, let right = signs.right,
            right.distance <= 3
        {
            told.meaning = right.meaning
            told.end = right.end
        }
        // "reserveerde Harlingen € 45.000 eigen geld", "får 7,1 millioner kroner i norske Interreg-midler": the noun
        // right behind says what it is.
        if isOwnMoney, let right = signs.right,
            right.distance == 0 && left.distance > 1
                || right.distance <= 2 && isJoined(signs.place.right.lowerBound, right.distance, view)
                    && (left.meaning == .amountShareEU || left.meaning == .amountShare && left.isVerb
                        || !isJoined(left.end, before.upperBound - left.end, view))
        {
            told.meaning = right.meaning
        }
    }

    // MARK: Labels, and what an amount without words is

    /// Whether a label says what the amount is, which is no part of another one under it.
    private func isLabelled(_ signs: Signs) -> Bool { signs.label.map { !isPartOfLabelled(signs.place, $0) } ?? false }

    private func readLabel(_ told: inout Told, _ signs: Signs) {
        let (place, view) = (signs.place, signs.place.view)
        if let label = signs.label, isLabelled(signs) {
            let isOnlyLabelled = place.isFirst && !signs.isPart && told.meaning != .amountNone && signs.left == nil
            if told.meaning == nil || isOnlyLabelled { told.become(label, "amount.label", 0.9) }
            return
        }
        guard told.meaning == nil else { return }
        if isShareOfUnion(place.left, view) {
            told.become(.amountEU, "amount.percent", 0.75)
        } else if signs.isPart {
            told.become(.amountEU, "amount.part", 0.55)
        } else if hasPartBehind(place.value.tokens.upperBound, place, view) {
            // "1 174 938 eurot, millest …": what others are a part of.
            told.become(.amountTotal, "amount.whole", 0.6)
        } else if isBehindProgramme(place) {
            told.become(.amountEU, "amount.programme", 0.5)
        }
    }

    /// "Interreg Aurora: 450,000 euros" in a sentence: what stands behind a programme's name is its grant.
    private func isBehindProgramme(_ place: Place) -> Bool {
        !place.view.isUnderHeader && place.value.mention.qualifier != .upTo && !isOffered(place)
            && place.view.names.contains { name in
                name.mention.kind == .programme && place.left.contains(name.tokens.lowerBound)
            }
    }

    /// Shares of a grant, and what "our" makes of an amount.
    private func readShare(_ told: inout Told, _ signs: Signs) {
        let place = signs.place
        if let own = plainLabel(signs.field, signs.label, told.meaning) { told.meaning = own }
        // "Our share of the grant is …"
        if told.meaning == .amountShare,
            place.left.contains(where: { place.view.reading.first(.amountEU, at: $0) != nil })
        {
            told.meaning = .amountShareEU
        }
        told.isShare = told.meaning == .amountShare && signs.left?.isVerb == false
        if let own = ours(place, told.meaning, field: signs.ownField) {
            told.meaning = own
            told.isShare = true
        }
    }

    // MARK: Who gives it

    /// What somebody gives: "gives 750,000 in co-financing", where the giver says more than the noun behind the amount.
    private func given(_ told: Told, _ signs: Signs) -> Decision? {
        let place = signs.place
        let isToldBehind =
            told.rule == "amount.cue-behind" && (told.meaning == .amountOwn || told.meaning == .amountNational)
        let isOpen = told.meaning == nil || told.meaning == .amountShare || told.rule == "amount.part"
        var giver = isOpen || isToldBehind ? giver(of: place) : directGiver(of: place)
        if giver == nil, isOpen || told.meaning == .amountOwn && signs.left != nil {
            // "Match funding of 373,125 has been provided by the Department": a named body says more than the noun.
            giver = giverBehind(of: place).flatMap { isOpen || $0.name != nil ? $0 : nil }
        }
        if giver == nil, isOpen { giver = signs.isPart ? selfInPart(of: place) : selfGiver(of: place) }
        return giver.map { found in
            let giver = gift(found, asPartOf: place.previous, isPart: signs.isPart)
            return Decision(
                kind: giver.kind, owner: giver.name, ownerView: giver.name.map { _ in place.view.index },
                rule: "amount.giver", confidence: 0.65, isSuperseded: isSuperseded(place), cueEnd: giver.end)
        }
    }

    /// What the header of its column says, and that Norwegian and Swiss money is never the Union's.
    private func readHeaderAndCountry(_ told: inout Told, _ signs: Signs) {
        let (place, view) = (signs.place, signs.place.view)
        if told.meaning == nil, view.isUnderHeader { told.meaning = headerMeaning(of: place.value, view) }
        guard told.meaning == .amountEU else { return }
        if told.rule != "amount.part", isNorwegian(place, signs.ownField) { told.meaning = .amountNational }
        if case .money(let money) = place.value.mention.value, money.currency == "CHF" {
            told.meaning = .amountNational
        }
    }

    // MARK: Whose it is

    private func settled(_ told: Told, _ signs: Signs) -> Decision? {
        let (place, view) = (signs.place, signs.place.view)
        if told.meaning == .amountTotal, view.isProse, told.rule == "amount.cue", isOfLastYear(place) { return nil }
        guard let meaning = told.meaning, meaning != .amountNone,
            isPlausible(place.value, isLabelled: told.rule == "amount.label")
        else { return nil }
        if view.isProse, !isInScope(view.index), projectNames[view.index] == nil { return nil }
        if view.isUnderHeader, partnerTables.contains(view.block.group) {
            return ofRow(place, Self.kind(meaning), told.rule, told.confidence)
        }
        let isBullet = isBullet(place.left, view.reading)
        let owner = owner(meaning, told, signs, isBullet: isBullet)
        let share = owner == nil && signs.isPart ? placeName(in: place.left, view) : nil
        var confidence = told.confidence
        var kind = Self.kind(meaning)
        let plainKind = kind
        if owner != nil || share != nil || isBullet && place.previous?.place != nil {
            if kind == .total || kind == .other { kind = .partnerShare }
            if kind == .eu { kind = share != nil ? .partnerShare : .partnerEU }
        } else if kind == .partnerShare || kind == .partnerEU {
            confidence = 0.5
        }
        if signs.isPart { kind = kindOfPart(kind, told.rule, place) }
        if kind == .partnerShare, isShareOfOwnMoney(place) { kind = .own }
        // Partners as columns: every column but the row's sum is one partner's.
        if isColumnOfPartner(place, signs.field) {
            if kind == .total { kind = .partnerShare }
            if kind == .eu { kind = .partnerEU }
        }
        return Decision(
            kind: kind, owner: owner?.name, ownerView: owner?.view, rule: told.rule, confidence: confidence,
            place: share ?? (isBullet ? place.previous?.place : nil), plainKind: plainKind,
            isSuperseded: isSuperseded(place), cueEnd: told.end, isToldAsShare: told.isShare)
    }

    private func owner(_ meaning: Meaning, _ told: Told, _ signs: Signs, isBullet: Bool) -> (name: Int, view: Int)? {
        let (place, view) = (signs.place, signs.place.view)
        guard !signs.isProjects,
            let owner = owner(
                of: place.value, place.sentence, left: place.left, view, field: signs.ownField,
                previous: signs.isPart || isBullet ? place.previous : nil)
        else { return nil }
        if meaning == .amountTotal, told.rule == "amount.cue", signs.label == nil, !signs.isPart, let left = signs.left,
            owner.view == view.index, isOfProjectBefore(owner.name, cue: left.start, place)
        {
            return nil
        }
        return owner
    }

    /// "Din contribuția proprie de 99.875 euro, Consiliului îi revin 39.125", "los 290.500 restantes los adelantan los socios, y
    /// al Cabildo le tocan 71.300": what falls to one of all that the partners give themselves is its own money.
    private func isShareOfOwnMoney(_ place: Place) -> Bool {
        guard let previous = place.previous, previous.kind == .own, previous.owner == nil, place.view.isProse,
            case .money(let whole) = place.before?.mention.value, case .money(let part) = place.value.mention.value
        else { return false }
        return whole.currency == part.currency && part.amount < whole.amount
    }

    /// Parts of one partner's share are that partner's; a share of the grant is a grant.
    private func kindOfPart(_ kind: Claim.AmountKind, _ rule: String, _ place: Place) -> Claim.AmountKind {
        guard let whole = place.previous?.kind else { return kind }
        var kind = kind
        if rule == "amount.part", kind == .eu, whole == .eu || whole == .total, receives(place) {
            kind = whole == .eu ? .partnerEU : .partnerShare
        }
        if whole == .partnerShare, kind == .eu { kind = .partnerEU }
        if whole == .eu, kind == .partnerShare { kind = .partnerEU }
        return kind
    }
}
