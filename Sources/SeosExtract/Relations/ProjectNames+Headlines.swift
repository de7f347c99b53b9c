internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Parts of a page on several projects whose headings are headlines: "When the spring on the pasture runs dry" over "The
/// project “AlmQuell” …". The text below says what the project is called.
extension ProjectNames {
    /// The parts, each under the name that its own text gives. Where two headlines stand for projects so, one without a
    /// name below it is an introduction.
    static func namedInText(
        _ parts: [ProjectSections.Part], _ views: [BlockView], _ quotations: [String: Candidate],
        _ candidates: [String: Candidate]
    ) -> [ProjectSections.Part] {
        guard parts.contains(where: { !$0.isSure && $0.level <= 6 }) else { return parts }
        var told: [Name] = []
        for candidate in quotations.values where isOwnName(candidate, views) { told += candidate.places.prefix(1) }
        for candidate in candidates.values where candidate.beside > 0 && !candidate.isEarlier {
            told += candidate.places.prefix(1)
        }
        var alone: [Name] = []
        for candidate in candidates.values where isOnlyInPart(candidate, parts, views) {
            alone += candidate.places.prefix(1).filter { place in
                !told.contains { $0.view == place.view && $0.tokens.overlaps(place.tokens) }
            }
        }
        told += alone
        told.sort { ($0.view, $0.tokens.lowerBound) < ($1.view, $1.tokens.lowerBound) }
        var renamed = 0
        let found = parts.map { part in
            guard !part.isSure, part.level <= 6,
                // What is told further down may be a project that was not granted.
                let name = told.first(where: { $0.view == part.name.view + 1 && part.views.contains($0.view) })
            else { return part }
            var part = part
            let heading = part.name
            part.name = short(of: name, views[name.view])
            part.aliases = part.name.tokens == name.tokens ? [] : [name]
            part.isSure = true
            if alone.contains(where: { $0.view == name.view && $0.tokens == name.tokens }) {
                part.aliases.append(heading)
            } else {
                renamed += 1
            }
            return part
        }
        let sure = found.filter { $0.isSure || $0.level > 6 }
        return renamed >= 2 ? sure : found
    }

    /// A quotation beside the word for project, or one word as acronyms are written.
    private static func isOwnName(_ candidate: Candidate, _ views: [BlockView]) -> Bool {
        guard !candidate.isEarlier, let place = candidate.places.first else { return false }
        if candidate.beside > 0 { return true }
        let view = views[place.view]
        guard view.isProse, place.tokens.count == 1, let only = place.tokens.first else { return false }
        return view.reading.tokens[only].hasInnerCapital && view.reading.tokens.folded(only).count >= 5
            && !view.names.contains { $0.tokens.contains(only) }
    }

    /// "Quite another matter is OrchardLab, whose …": a word with a capital inside, in the first sentence below the heading of
    /// a part that tells much, which no body goes by and no other part has.
    private static func isOnlyInPart(
        _ candidate: Candidate, _ parts: [ProjectSections.Part], _ views: [BlockView]
    ) -> Bool {
        guard candidate.beside == 0, isOwnName(candidate, views), let place = candidate.places.first,
            let part = parts.first(where: { $0.name.view + 1 == place.view }), part.all.count >= 3, part.isLed,
            candidate.places.allSatisfy({ part.views.contains($0.view) })
        else { return false }
        let view = views[place.view]
        let r = view.reading
        let start = place.tokens.lowerBound
        return view.sentence(at: start).lowerBound == view.range.lowerBound
            && ![Meaning.leadAfter, .leadVerb, .partnerAfter, .funderAfter].contains {
                r.last($0, endingAt: start) != nil
            }
    }

    /// "AlmQuell – water for pastures": the name before the dash.
    private static func short(of name: Name, _ view: BlockView) -> Name {
        let r = view.reading
        guard let dash = name.tokens.dropFirst().first(where: { r.isDash($0) && !r.glued($0) }),
            dash - name.tokens.lowerBound <= 4
        else { return name }
        var short = name
        short.tokens = name.tokens.lowerBound..<dash
        return short
    }
}
