internal import SeosLanguages
internal import SeosText

/// Names that a title or a sentence on the full name gives.
extension ProjectNames {
    /// "Quiet brook: keeping water on both sides" on a page that writes www.quietbrook.example: the name before the colon.
    func beforeSubtitle(_ title: Name) -> Name? {
        let r = views[title.view].reading
        guard let colon = title.tokens.first(where: { r.ascii($0) == UInt8(ascii: ":") }),
            (1...5).contains(colon - title.tokens.lowerBound), colon + 2 < title.tokens.upperBound
        else { return nil }
        var name = title
        name.tokens = title.tokens.lowerBound..<colon
        return addressWords()[Self.key(text(name).filter { $0 != " " && $0 != "-" })] == nil ? nil : name
    }

    /// "“Quiet brook – keeping water on both sides”" on a page that writes “Quiet brook” too: the shorter of the two.
    func beforeSeparator(_ long: Name) -> Name? {
        let r = views[long.view].reading
        guard long.rule == "project.quoted",
            let dash = long.tokens.dropFirst().first(where: { isSeparator($0, r) })
        else { return nil }
        var short = long
        short.tokens = clean(long.tokens.lowerBound..<dash, views[long.view])
        return short.tokens.isEmpty || quotations[key(short)] == nil ? nil : short
    }

    /// "The project SALT … In full it is called “Living salt pans: …”": a long quotation right behind words for being called,
    /// beside a project that only has its letters.
    func fullNameInQuotation(of short: Name) -> Name? {
        let letters = views[short.view].reading
        guard short.tokens.allSatisfy({ letters.kind($0) == .word && letters.tokens[$0].isAllCaps }) else { return nil }
        let near = Set(([short] + (candidates[key(short)]?.places ?? [])).map(\.view))
        let found = quotations.values.lazy.flatMap(\.places).filter { place in
            let r = self.views[place.view].reading
            let open = place.tokens.lowerBound - 1
            guard place.tokens.count >= 4, r.last(.projectNamed, endingAt: open) != nil else { return false }
            // "the project, whose full title is “…”" is said anywhere.
            return near.contains(place.view) || abs(place.view - short.view) <= 1
                || (max(r.range.lowerBound, open - 6)..<open).contains { r.first(.projectFullName, at: $0) != nil }
        }
        return found.min { ($0.view, $0.tokens.lowerBound) < ($1.view, $1.tokens.lowerBound) }
    }
}
