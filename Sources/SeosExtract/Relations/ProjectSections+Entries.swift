internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Projects as terms with descriptions and as items of lists.
extension ProjectSections {
    /// "<dt>VarioPore – …</dt><dd>…", "• „Voices from the field“, programme …, 2024–2026. Coordinator: …".
    func entries() -> [Part] {
        var found: [Part] = []
        var isDenied = false
        for (n, view) in views.enumerated() {
            // "What the project does not pay for" above a list.
            if view.block.headingLevel != nil {
                isDenied = view.reading.matches.contains { $0.meaning == .negation }
            }
            if isDenied { continue }
            let level: Int
            var name: Range<Int>?
            if case .listItem = view.block.kind, !partnerItems.contains(n) {
                level = 8
                name = nameAboveLead(view) ?? projectOpening(view)
            } else if view.block.kind == .paragraph || view.block.kind == .labelValue,
                let opening = nameAboveLead(view) ?? projectOpening(view) ?? storyOpening(view)
            {
                level = 8
                name = opening
            } else if view.block.label != nil, view.block.value.map({ view.tokens($0).isEmpty }) ?? true,
                view.block.group > 0, !isLabel(view)
            {
                level = 7
            } else {
                continue
            }
            let end = views[(n + 1)...].first { other in
                other.block.group != view.block.group || other.block.headingLevel != nil
                    || other.block.kind == view.block.kind && (level == 8 || isEmptyTerm(other))
                    || level == 8 && (view.block.kind == .paragraph || view.block.kind == .labelValue)
            }
            if level == 8, name == nil, let story = storyOpening(view),
                !(part(view, level: level, end: end?.index ?? views.count)?.isName ?? false)
            {
                // "1. Green Harbours 2030 (…). Programme: … Role: …"
                name = story
            }
            guard var part = part(view, level: level, end: end?.index ?? views.count, name: name) else { continue }
            part.isCounted = name != nil
            guard level == 7 || part.isName || part.isCounted, part.all.count >= 2 || part.isCounted else { continue }
            found.append(part)
        }
        // One line among others that begins so is a project's partner.
        if found.filter(\.isCounted).count < 2 { found.removeAll { $0.isCounted && !$0.isName } }
        let areListed = found.filter(\.isCounted).count >= 2
        // "Projects in 2025:" is a term too, over the list of them.
        var known: Set<[Int]> = []
        for first in found where first.all.count >= 3 || areListed && first.isCounted {
            let group = views[first.name.view].block.group
            guard known.insert([first.level, group]).inserted else { continue }
            let together = found.filter { $0.level == first.level && views[$0.name.view].block.group == group }
            let sure = together.filter { !$0.all.isDisjoint(with: [.partners, .programme]) }
            if sure.count >= 2 { return together }
        }
        return []
    }

    /// "Green coasts – lead partner: Pärnu, partners …", "« Rives » (chef de file : Ville de Lille)", "Gröna hamnar leds av
    /// Region Halland": the name before a mark and the word for who leads right behind it, or before "is led by".
    private func nameAboveLead(_ view: BlockView) -> Range<Int>? {
        let r = view.reading
        var start = view.range.lowerBound
        while start < view.range.upperBound, r.kind(start) != .word, r.ascii(start) != UInt8(ascii: "\"") { start += 1 }
        if let behind = ProjectHeading.numbering(from: view.range.lowerBound, view) { start = max(start, behind) }
        guard r.isCapital(r.ascii(start) == UInt8(ascii: "\"") ? start + 1 : start) else { return nil }
        let limit = min(view.range.upperBound, start + Self.longestTitle)
        guard let end = (start + 1..<limit).first(where: { endsTitle($0, r) }) else { return nil }
        let name = start..<end
        guard
            !view.names.contains(where: { $0.mention.kind == .organization && $0.tokens.overlaps(name) }),
            !name.contains(where: { r.first(.project, at: $0) != nil }),
            FieldFinder.label(in: name, view, whole: true) == nil
        else { return nil }
        if r.at(end).contains(where: { $0.meaning == .leadAfter }) {
            return name.filter { r.kind($0) == .word }.count >= 2 ? name : nil
        }
        let lead = r.at(end + 1).first { $0.meaning == .partnerLead || $0.meaning == .leadAfter }
        guard let lead, "(:-".utf8.contains(r.ascii(end)) || r.ascii(lead.end) == UInt8(ascii: ":") else { return nil }
        return name
    }

    /// "Project Quiet Harbours: City of Larne (lead); Kelp Trust (partner). Budget …": the word for project and a name before
    /// a colon, and bodies behind it.
    private func projectOpening(_ view: BlockView) -> Range<Int>? {
        let r = view.reading
        var start = view.range.lowerBound
        while start < view.range.upperBound, r.kind(start) != .word { start += 1 }
        guard let project = r.first(.project, at: start), ProjectNames.isPlain(project, r) else { return nil }
        let name = r.ascii(project.end) == UInt8(ascii: "\"") ? project.end + 1 : project.end
        guard r.isCapital(name),
            let colon = (name..<min(view.range.upperBound, start + Self.longestTitle)).first(where: {
                r.ascii($0) == UInt8(ascii: ":") && !r.glued($0 + 1)
            }), FieldFinder.label(in: start..<colon, view, whole: true) == nil,
            view.names.contains(where: { $0.mention.kind == .organization && $0.tokens.lowerBound > colon }),
            !view.names.contains(where: { $0.mention.kind == .organization && $0.tokens.overlaps(name..<colon) })
        else { return nil }
        return start..<colon
    }

    /// A mark, or words for leading that follow the name.
    private func endsTitle(_ i: Int, _ r: Reading) -> Bool {
        "(:;,.".utf8.contains(r.ascii(i)) || r.isDash(i) && !r.glued(i)
            || r.at(i).contains { $0.meaning == .leadAfter }
    }

    private static let longestTitle = 12

    private func isEmptyTerm(_ view: BlockView) -> Bool {
        view.block.label != nil && (view.block.value.map { view.tokens($0).isEmpty } ?? true) && !isLabel(view)
    }
}
