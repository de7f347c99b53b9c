internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Contacts, and the project's own address.
extension FactReader {
    mutating func readContacts() {
        guard project != nil else { return }
        for (n, view) in views.enumerated() {
            guard let mail = view.values.firstIndex(where: { $0.mention.kind == .email }) else { continue }
            let inScope = fields.contains { $0.meaning == .contact && $0.parts.contains { $0.view == n } }
            // Up to three lines before the address may hold the person's name.
            var name: (view: Int, tokens: Range<Int>)?
            for back in stride(from: n, through: max(0, n - 3), by: -1) {
                if back < n, views[back].isProse || views[back].values.contains(where: { $0.mention.kind == .email }) {
                    break
                }
                if let tokens = personName(views[back], before: back == n ? view.values[mail].tokens.lowerBound : nil) {
                    name = (back, tokens)
                    break
                }
            }
            let mailMention = valueMentions[n][mail]
            let anchor: Int
            if let name {
                anchor = addSpan(.contact, views[name.view], name.tokens, rule: "contact.name", confidence: 0.75)
            } else {
                let value = view.values[mail]
                anchor = builder.add(
                    Mention(
                        kind: .contact, span: value.mention.span, quote: value.mention.quote,
                        language: view.reading.tag, rule: "contact.email", confidence: 0.6))
            }
            let email = view.values[mail].mention.quote
            var phone: String?
            for near in [n, n + 1, n - 1] where views.indices.contains(near) && phone == nil {
                phone = views[near].values.first { $0.mention.kind == .phone }?.mention.quote
            }
            let entity = builder.entity(.contact, for: anchor, keys: [email.lowercased()]) {
                Extraction.Entity(kind: .contact, name: $0.quote, email: email, phone: phone)
            }
            // A contact below all projects of a page is everyone's, but for those the page only mentions.
            for project in scopes?.sharing(n) ?? []
            where project == self.project || scopes?.hasSection(project) == true {
                builder.claim(
                    Claim(
                        subject: project, property: .contact, object: entity, mention: anchor,
                        evidence: [builder.mention(anchor).span, builder.mention(mailMention).span],
                        rule: inScope ? "contact.label" : "contact.email", confidence: inScope ? 0.85 : 0.6))
            }
        }
    }

    /// Two or three capitalised words at the beginning of a line, or right before the address.
    func personName(_ view: BlockView, before limit: Int?) -> Range<Int>? {
        let end = limit ?? view.range.upperBound
        var i = view.block.value.map { view.tokens($0).lowerBound } ?? view.range.lowerBound
        while i < end {
            var j = i
            while j < end, j - i < 4, view.reading.kind(j) == .word, view.reading.tokens[j].isCapitalized,
                !view.reading.tokens[j].isAllCaps || view.reading.tokens.folded(j).count == 1,
                j == i || !view.reading.tokens[j].newlineBefore
            {
                j += 1
                if view.reading.ascii(j) == UInt8(ascii: "."), view.reading.tokens.folded(j - 1).count == 1 { j += 1 }
            }
            let words = (i..<j).filter { view.reading.kind($0) == .word }
            let isPlain = !words.contains { w in
                view.reading.at(w).contains {
                    [
                        .orgHead, .orgLegal, .contact, .project, .namePlace, .programme, .partnerLead, .phone,
                        .nameProgramme, .nameOrganization,
                    ].contains(view.reading.meaning($0))
                }
            }
            if words.count >= 2, words.count <= 4, isPlain { return i..<j }
            i = max(j, i + 1)
        }
        return nil
    }

    /// The project's own page, when a label says so or the address holds the project's name.
    mutating func readAddress() {
        guard let project else { return }
        let key = Folding.key(builder.entity(project).name).filter { $0 != " " }
        for (n, view) in views.enumerated() {
            for (k, value) in view.values.enumerated() where value.mention.kind == .url {
                let inScope = fields.contains { field in
                    field.meaning == .url
                        && field.parts.contains { $0.view == n && $0.tokens.contains(value.tokens.lowerBound) }
                }
                let holdsName =
                    key.count >= 4
                    && Folding.fold(value.mention.quote).filter({ $0.isLetter || $0.isNumber }).holds(key)
                guard inScope || holdsName else { continue }
                builder.claim(
                    Claim(
                        subject: project, property: .url, mention: valueMentions[n][k], evidence: [value.mention.span],
                        rule: inScope ? "url.label" : "url.name",
                        confidence: inScope ? 0.9 : 0.7))
            }
        }
    }
}
