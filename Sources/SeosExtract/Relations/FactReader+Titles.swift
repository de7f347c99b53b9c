internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Titles that stand for the name of a project.
extension FactReader {
    /// A page that tells of a project which nowhere has a name but the page's title: its labels say so, or its text
    /// speaks of the project again and again.
    func titleAsName(_ finder: ProjectNames) -> ProjectNames.Name? {
        let hasLead = fields.contains { $0.meaning == .partnerLead && !$0.parts.isEmpty }
        let hasPartners = fields.contains {
            $0.meaning.isPartnerLabel && $0.meaning != .partnerLead && !$0.parts.isEmpty
        }
        let hasMoney = fields.contains { $0.meaning.isAmountLabel && $0.meaning != .amountNone && !$0.parts.isEmpty }
        let hasPeriod = fields.contains {
            [.period, .periodStart, .periodEnd, .periodDuration].contains($0.meaning) && !$0.parts.isEmpty
        }
        let hasGiver = fields.contains { [.programme, .funder].contains($0.meaning) && !$0.parts.isEmpty }
        let isLabelled = [hasGiver && hasPartners, hasLead, hasPartners, hasMoney, hasPeriod].filter { $0 }.count >= 2
        let lines = views.prefix(4).filter { view in
            // "Call: Erasmus+ 2022" is a fact of a project, "Dear readers!" is none.
            view.block.label == nil && view.range.last.map { view.reading.ascii($0) != UInt8(ascii: "!") } ?? false
                && !Self.isDated(view)
                && (view.range.filter { view.reading.kind($0) == .word }.count >= 2
                    || isLabelled && isSingleTitle(view))
        }
        let headings = views.prefix(8).filter { $0.block.headingLevel != nil && !saysProjectsOnly($0) }
        // "Projet Rives vivantes" above a list of partners
        let named = headings.prefix(3).filter { namesProject($0) }
        if let only = named.first, named.count == 1, !tellsOfNone(only), hasLead || hasPartners,
            let name = finder.titled([only], confidence: 0.5)
        {
            return name
        }
        guard !(headings + lines).contains(where: { tellsOfNone($0) }), !views.isEmpty, isLabelled || speaksOfProject()
        else {
            return nil
        }
        let confidence = isLabelled ? 0.5 : 0.35
        return finder.titled(headings.isEmpty ? lines : headings, confidence: confidence)
    }

    /// "Projet Rives vivantes": a heading that the word for project opens, with a name behind it.
    func namesProject(_ view: BlockView) -> Bool {
        let r = view.reading
        guard view.range.count <= 12, let first = view.range.first,
            view.block.headingLevel != nil
        else { return false }
        if let project = r.first(.project, at: first), ProjectNames.isPlain(project, r) {
            let next = r.ascii(project.end) == UInt8(ascii: ":") ? project.end + 1 : project.end
            return r.isCapital(next) || r.ascii(next) == UInt8(ascii: "\"")
        }
        return false
    }

    /// "Projects", "Our projects", "EU projects 2021–2027": a heading that names none.
    func saysProjectsOnly(_ view: BlockView) -> Bool {
        let r = view.reading
        var saysProject = false
        for i in view.range where r.kind(i) == .word {
            if r.first(.project, at: i) != nil {
                saysProject = true
            } else if r.first(.ours, at: i) == nil, r.first(.nameOrganization, at: i) == nil {
                return false
            }
        }
        return saysProject
    }

    /// "Nidrum, 26 June 2025, 10 a.m.": a line that says where and when.
    static func isDated(_ view: BlockView) -> Bool {
        view.block.headingLevel == nil
            && view.values.contains { $0.mention.kind == .date && $0.tokens.count >= 3 }
    }
}
