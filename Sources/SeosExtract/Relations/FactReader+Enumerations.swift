internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Bodies that a sentence counts up without a word that says what they do: "Autour de la chambre, on trouve l'Université
/// X, l'institut Y et l'association Z."
extension FactReader {
    /// Two bodies in one breath beside the lead or another partner, or three in a sentence of the project's.
    mutating func readEnumerations() {
        // Few pages have a row of bodies that asks for them.
        var beginnings: Set<String>?
        // Municipalities under a label for regions are where the work is done.
        var regions: [Int: [Range<Int>]] = [:]
        for field in fields where field.meaning == .region {
            for part in field.parts { regions[part.view, default: []].append(part.tokens) }
        }
        for view in views where view.isProse && view.names.count >= 2 {
            var before: Range<Int>?
            for sentence in view.sentences {
                defer { before = sentence }
                readEnumeration(in: sentence, behind: before, view, regions[view.index] ?? [], &beginnings)
            }
        }
    }

    private mutating func readEnumeration(
        in sentence: Range<Int>, behind before: Range<Int>?, _ view: BlockView, _ regions: [Range<Int>],
        _ beginnings: inout Set<String>?
    ) {
        let denied = withoutPart(sentence, view)
        let names = bodies(in: sentence, view).filter { k in
            !denied.contains(k) && !regions.contains { $0.overlaps(view.names[k].tokens) }
        }
        guard names.count >= 2, let project = project(at: view.index, sentence.lowerBound) else { return }
        let run = counted(names, view)
        guard run.count >= 2, !tellsOfOthers(sentence, view), !tellsOfMoney(sentence, view) else { return }
        let isKnown = names.contains { hasRole(nameMentions[view.index][$0], in: project) }
        let isBeside = before.map { b in
            bodies(in: b, view).contains { hasRole(nameMentions[view.index][$0], in: project) }
        }
        guard isKnown || isBeside == true || run.count >= 3 else { return }
        for k in run where !hasRole(nameMentions[view.index][k], in: project) {
            let known = beginnings ?? beginningsOfPartners()
            beginnings = known
            if known.contains("\(project) \(Folding.key(view.names[k].mention.quote))") { continue }
            roleClaim(k, .partner, view, rule: "partner.enumeration")
        }
    }

    /// "RRA Podravje" where "RRA Podravje – Maribor" is a partner: the first words of partners' names, by project.
    private func beginningsOfPartners() -> Set<String> {
        var beginnings: Set<String> = []
        for claim in builder.claims where claim.property == .partner {
            guard let object = claim.object else { continue }
            var name = Folding.key(builder.entity(object).name)[...]
            while let space = name.lastIndex(of: " ") {
                name = name[..<space]
                beginnings.insert("\(claim.subject) \(name)")
            }
        }
        return beginnings
    }

    private func bodies(in sentence: Range<Int>, _ view: BlockView) -> [Int] {
        view.names.indices.filter {
            isPartnerName(view.names[$0]) && sentence.contains(view.names[$0].tokens.lowerBound)
        }
    }

    /// The longest row of names with a comma or the word for and between each and the next.
    private func counted(_ names: [Int], _ view: BlockView) -> [Int] {
        var best: [Int] = []
        var row: [Int] = []
        for k in names {
            if let last = row.last {
                let gap =
                    view.names[last].tokens
                    .upperBound..<max(
                        view.names[last].tokens.upperBound, view.names[k].tokens.lowerBound)
                let isParted = gap.contains {
                    view.reading.ascii($0) == UInt8(ascii: ",") || view.reading.first(.and, at: $0) != nil
                }
                if gap.count > 8 || !isParted { row = [] }
            }
            row.append(k)
            if row.count > best.count { best = row }
        }
        return best
    }

    func tellsOfMoney(_ sentence: Range<Int>, _ view: BlockView) -> Bool {
        view.values.contains { $0.mention.kind == .money && sentence.contains($0.tokens.lowerBound) }
    }

    /// Words for paying, selling, meeting, publishing, or for another project.
    func tellsOfOthers(_ sentence: Range<Int>, _ view: BlockView) -> Bool {
        view.reading.matches(in: sentence).contains { match in
            switch match.meaning {
            case .funderAfter, .funderBefore, .supplierAfter, .supplierBefore, .cofinancierAfter, .cofinancierBefore,
                .event, .published, .noProject, .price, .superseded:
                // "bidrager med opskrifter": who takes part so gives, but no money.
                let part = view.reading.at(match.start).filter { [.partnerBefore, .partnerAfter].contains($0.meaning) }
                return match.length >= part.map(\.length).max() ?? 0
            default: return false
            }
        }
    }

    func hasRole(_ mention: Int, in project: Int) -> Bool {
        guard let entity = entity(of: mention) else { return true }
        return builder.hasClaim(of: project, about: entity) { $0.property == .partner || $0.property == .funder }
    }
}
