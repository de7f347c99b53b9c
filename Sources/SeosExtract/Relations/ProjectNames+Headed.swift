internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Names that stand as the page's heading and nowhere beside the word for project.
extension ProjectNames {
    /// The heading that is a part of the page's title too, of few words and no sentence ("KELPWAYS", "Lyden av
    /// fjorden"), on a page with the labels of a project.
    ///
    /// - Parameter coined: what the text calls a project: an event's heading gives way to it.
    func headed(unless coined: Coined?) -> Name? {
        if let coined, coined.score >= 5, coined.isCalled { return nil }
        guard let title, speaksOfProject else { return nil }
        let whole = " " + Folding.key(title) + " "
        let labels = labelGroups()
        for view in views.prefix(8) where view.block.headingLevel != nil && view.range.count <= 6 {
            let name = Name(view: view.index, tokens: clean(view.range, view), rule: "project.headed", confidence: 0.6)
            let key = Folding.key(text(name))
            // "Schools of shepherds – County Council": the page's part of the title before the site's is no body.
            let isOwn = labels >= 3 && whole.hasPrefix(" " + key + " ") && whole.count > key.count + 6
            guard isHeadline(name, view, isOwn: isOwn), !key.isEmpty, whole.contains(" " + key + " "), labels >= 2
            else { continue }
            guard whole.count > key.count + 2 || occurrences(of: name) >= 2 else { continue }
            return name
        }
        return nil
    }

    /// No question, no label, no body, no call.
    private func isHeadline(_ name: Name, _ view: BlockView, isOwn: Bool) -> Bool {
        let r = view.reading
        guard let first = name.tokens.first, r.tokens[first].isCapitalized,
            view.range.last.map({ r.ascii($0) != UInt8(ascii: "?") }) ?? false,
            isOwn || !isBody(name) || name.tokens.count == 1 && isAcronym(name.tokens, view),
            FieldFinder.label(in: view.range, view, whole: true) == nil
        else { return false }
        return !view.isPartOfPage
            && !r.matches.contains { [.noProject, .project, .event, .orgLegal].contains($0.meaning) }
    }

    /// How many kinds of facts of a project have labels on the page; a programme's name is one of them.
    func labelGroups() -> Int {
        let labels = Set(fields.filter { !$0.parts.isEmpty }.compactMap { ProjectSections.Group($0.meaning) })
        return labels.count + (namesProgramme ? 1 : 0)
    }
}
