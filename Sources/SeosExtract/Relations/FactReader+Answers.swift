internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Sentences below a label for those who take part: "Who leads the project?" above "That is done by Region Dalarna,
/// together with Innlandet in Norway. Colleagues from Oulu help out."
extension FactReader {
    /// Whether the text below a label is a sentence, in which bodies are looked for, and no name or list of names.
    func isSentence(_ part: Field.Part, below field: Field, _ view: BlockView) -> Bool {
        view.isProse
            && (part.tokens.count > 12 && !isList(part, view) || tellsRole(part.tokens, view, field.meaning))
    }

    /// A line with a full stop below a question.
    func isAnswer(_ part: Field.Part, to field: Field, _ view: BlockView) -> Bool {
        let host = views[field.labelView]
        guard part.view != field.labelView, !view.isItem, let last = part.tokens.last, let mark = host.range.last else {
            return false
        }
        return view.reading.ascii(last) == UInt8(ascii: ".") && host.reading.ascii(mark) == UInt8(ascii: "?")
            && !part.tokens.contains { view.reading.ascii($0) == UInt8(ascii: ";") }
    }

    /// Reads the bodies of such sentences.
    ///
    /// - Returns: false where they name none, so that the words may be a name that no pack knows.
    mutating func readSentences(_ part: Field.Part, below field: Field, _ view: BlockView) -> Bool {
        if field.meaning == .partnerLead { return readLeadAnswer(part, field, view) }
        var isNamed = false
        for sentence in view.sentences(in: part.tokens) {
            if hasLeadCue(sentence, view) || tellsOfSale(sentence, view) {
                isNamed = true
                continue
            }
            let denied = withoutPart(sentence, view)
            for k in bodies(in: sentence, view) {
                isNamed = true
                if denied.contains(k) || gives(view.names[k], in: sentence, view) { continue }
                answer(k, PartnerList.role(field.meaning), view)
            }
        }
        return isNamed
    }

    /// The first sentence answers who leads, and the first body in it is the answer; those behind "together with" take
    /// part, and what the next sentences tell is told by their own words.
    private mutating func readLeadAnswer(_ part: Field.Part, _ field: Field, _ view: BlockView) -> Bool {
        guard let sentence = view.sentences(in: part.tokens).first else { return false }
        let names = bodies(in: sentence, view)
        guard let first = names.first else { return false }
        if names.count > 1, hasLeadCue(sentence, view) { return true }
        answer(first, .lead, view)
        var role = Claim.Role.lead
        var end = view.names[first].tokens.upperBound
        for k in names.dropFirst() {
            let gap = end..<max(end, view.names[k].tokens.lowerBound)
            if view.reading.matches(in: gap).contains(where: { $0.meaning == .partnerAfter && $0.end <= gap.upperBound }
            ) {
                role = .partner
            } else if !joins(gap, view) {
                return true
            }
            answer(k, role, view)
            end = view.names[k].tokens.upperBound
        }
        return true
    }

    /// Nothing but "and", commas, small words and brackets between two names.
    private func joins(_ gap: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        guard gap.contains(where: { r.first(.and, at: $0) != nil || r.ascii($0) == UInt8(ascii: ",") }) else {
            return false
        }
        var depth = 0
        return gap.allSatisfy { i in
            if r.ascii(i) == UInt8(ascii: "(") { depth += 1 }
            if r.ascii(i) == UInt8(ascii: ")") { depth -= 1 }
            return depth > 0 || r.kind(i) != .word || r.isSmall(i) && r.tokens.folded(i).count <= 5
                || view.names.contains { $0.mention.kind == .region && $0.tokens.contains(i) }
        }
    }

    private func bodies(in sentence: Range<Int>, _ view: BlockView) -> [Int] {
        view.names.indices.filter {
            isPartnerName(view.names[$0]) && sentence.contains(view.names[$0].tokens.lowerBound)
        }
    }

    private mutating func answer(_ k: Int, _ role: Claim.Role, _ view: BlockView) {
        let name = view.names[k]
        guard let entity = entity(of: nameMentions[view.index][k]),
            let project = project(at: view.index, name.tokens.lowerBound)
        else { return }
        builder.claim(
            Claim(
                subject: project, property: .partner, object: entity, mention: nameMentions[view.index][k], role: role,
                evidence: [name.mention.span], rule: "partner.prose-list", confidence: 0.7))
    }

    /// "Without a budget of its own the forest club goes along": a sentence with a verb for a role, not a name.
    private func tellsRole(_ tokens: Range<Int>, _ view: BlockView, _ meaning: Meaning) -> Bool {
        let r = view.reading
        guard let last = tokens.last, ".:".utf8.contains(r.ascii(last)),
            !tokens.contains(where: { "(;".utf8.contains(r.ascii($0)) })
        else { return false }
        return r.matches(in: tokens).contains { match in
            switch match.meaning {
            case .leadBefore, .partnerBefore, .associatedAfter, .contact: r.isSmall(match.start)
            case .leadVerb, .leadAfter, .partnerAfter:
                meaning == .partnerLead && (r.isSmall(match.start) || match.length > 1)
            default: false
            }
        }
    }

    /// A contract, an event or what a page publishes, which a paragraph under "Partners" tells of too.
    private func tellsOfSale(_ sentence: Range<Int>, _ view: BlockView) -> Bool {
        view.reading.matches(in: sentence).contains { match in
            switch match.meaning {
            case .supplierAfter, .supplierBefore, .partnerSupplier, .price, .event, .published, .noProject: true
            default: false
            }
        }
    }
}
