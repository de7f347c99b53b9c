internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Further projects that a page names.
extension ProjectNames {
    /// Further projects that the page names, each with every place where its name stands.
    func others(than main: Result) -> [[Name]] {
        var known = Set(
            ([main.short, main.full].compactMap { $0 } + main.aliases).map {
                Self.key(text($0))
            })
        let mainWords = main.full.map { " " + Folding.key(text($0)) + " " } ?? ""
        let shortWords = main.short.map { Set(Folding.key(text($0)).split(separator: " ").map(String.init)) } ?? []
        var result: [[Name]] = []
        /// "Alpages vivants / Alpeggi vivi" beside "Alpages vivants": the same with its name in another language.
        func isDouble(_ name: Name) -> Bool {
            let r = views[name.view].reading
            if let short = main.short, goesOn(name, from: short) || shortBehind(name).map(known.contains) ?? false {
                return true
            }
            // "NETMAP-i partnerid", "NETMAP:in": the name with the ending that a mark joins to letters.
            if let mark = name.tokens.dropFirst().first(where: { r.isDash($0) || r.ascii($0) == UInt8(ascii: ":") }),
                mark + 2 == name.tokens.upperBound, r.glued(mark), r.glued(mark + 1), r.isSmall(mark + 1),
                r.tokens.folded(mark + 1).count <= 4,
                known.contains(Self.key(r.string(name.tokens.lowerBound..<mark)))
            {
                return true
            }
            // "RESIST – resilient sites": the short name and the long one.
            if let dash = name.tokens.dropFirst().first(where: { isSeparator($0, r) }) {
                var short = name
                short.tokens = clean(name.tokens.lowerBound..<dash, views[name.view])
                if !short.tokens.isEmpty, known.contains(key(short)) { return true }
            }
            guard let slash = name.tokens.dropFirst().first(where: { r.ascii($0) == UInt8(ascii: "/") }) else {
                return false
            }
            return [name.tokens.lowerBound..<slash, (slash + 1)..<name.tokens.upperBound].contains { half in
                var half = Name(view: name.view, tokens: half, rule: name.rule, confidence: name.confidence)
                half.tokens = clean(half.tokens, views[name.view])
                return !half.tokens.isEmpty && known.contains(key(half))
            }
        }
        let mainKeys = known
        func add(_ names: [Name]) {
            // "1. Rescue on the river (RESAL)" over a label that gives RESAL its long name.
            if names.dropFirst().contains(where: { mainKeys.contains(key($0)) }), let name = names.first {
                known.insert(key(name))
                return
            }
            guard let name = names.first, !key(name).isEmpty, !isDouble(name), known.insert(key(name)).inserted else {
                return
            }
            var places = names
            for name in names {
                known.insert(key(name))
                let further = (candidates[key(name)] ?? quotations[key(name)])?.places ?? []
                places += further.filter { place in
                    !places.contains { $0.view == place.view && $0.tokens == place.tokens }
                }
            }
            // A table names a project that a heading further down names again.
            if result.count < 30, name.tokens.count > 1 {
                var again = Result()
                repeats(of: name, &again)
                places += again.repeats.filter { place in
                    !places.contains { $0.view == place.view && $0.tokens.overlaps(place.tokens) }
                }
            }
            result.append(places)
        }
        /// "LIFE Lifandi" where the page's project is "LIFE Lifandi mýrar".
        func isBeginning(_ name: Name) -> Bool {
            guard let short = main.short, carriesProgramme(short) else { return false }
            let r = views[short.view].reading
            let next = short.tokens.lowerBound + name.tokens.count
            return next < short.tokens.upperBound && r.isSmall(next)
                && (" " + Folding.key(text(short)) + " ").hasPrefix(" " + Folding.key(text(name)) + " ")
        }
        func isPartOfKnown(_ name: Name) -> Bool {
            let words = " " + Folding.key(text(name)) + " "
            return mainWords.holds(words)
                || shortWords.isSuperset(of: Folding.key(text(name)).split(separator: " ").map(String.init))
        }
        for table in columns {
            for name in table.names {
                let found = columnName(name, table)
                add([found.short, found.full].compactMap { $0 } + found.aliases)
            }
        }
        for name in tableNames() { add([name]) }
        for part in sections {
            var labels = Result()
            labelled(&labels, in: part.views)
            add([part.name] + part.aliases + [labels.short, labels.full].compactMap { $0 } + labels.aliases)
        }
        for names in labelledAgain() { add(names) }
        for name in bracketed() { add([name]) }
        for name in former where name.confidence > Self.unsure && !isPartOfKnown(name) { add([name]) }
        for beside in plain {
            let name = beside.name
            let isHeaded =
                beside.isRepeated && name.tokens.count > 1 && hasPart(name)
                && views[name.view].reading.last(.project, endingAt: name.tokens.lowerBound) != nil
            guard isTold(name) || isHeaded, !formerKeys.contains(key(name)),
                !isPartOfKnown(name)
            else { continue }
            add([name])
        }
        if main.short?.rule == Self.coinedRule, let called = called(), !isPartOfKnown(called.short),
            called.short.view > (main.short?.view ?? 0)
        {
            add([called.short] + [called.full].compactMap { $0 } + called.aliases)
        }
        for name in led() where !formerKeys.contains(key(name)) && !isPartOfKnown(name) { add([name]) }
        for name in granted() where !formerKeys.contains(key(name)) && !isPartOfKnown(name) { add([name]) }
        for name in offshoots(of: main) where known.insert(key(name)).inserted { result.append([name]) }
        for name in introduced() where !formerKeys.contains(key(name)) && !isPartOfKnown(name) { add([name]) }
        for name in headedParts() where !formerKeys.contains(key(name)) && !isPartOfKnown(name) { add([name]) }
        for (key, candidate) in candidates.merging(quotations, uniquingKeysWith: { a, _ in a })
            .sorted(by: { Self.isBefore($0.value, $1.value) })
        where !known.contains(key) && !formerKeys.contains(key) {
            guard let first = candidate.places.first, isOwnProject(candidate, key, known),
                !isHeadline(first, above: main),
                !mainWords.contains(" " + Folding.key(text(first)) + " "),
                !shortWords.contains(Folding.key(text(first))), !isDouble(first), !isBeginning(first)
            else { continue }
            known.insert(key)
            result.append(candidate.places)
            if result.count == 12 { break }
        }
        return result
    }

    /// "“With other eyes” – a new project from Corfu to Bari" above the text that names the project: what somebody says.
    private func isHeadline(_ name: Name, above main: Result) -> Bool {
        guard let short = main.short, sections.isEmpty, isHeadline(name), name.view < short.view else { return false }
        return !views[(name.view + 1)..<short.view].contains { $0.block.headingLevel != nil }
    }

    /// A label for the name that stands on the page more than once: rows of a table, fact boxes one under the other.
    func labelledAgain() -> [[Name]] {
        var names: [[Name]] = []
        for meaning in [Meaning.projectAcronym, .projectName] {
            let repeated = fields.filter { $0.meaning == meaning && !$0.parts.isEmpty }
            guard repeated.count > 1 else { continue }
            for field in repeated {
                guard let part = field.parts.first else { continue }
                let view = views[part.view]
                var result = Result()
                let tokens = clean(firstLine(part.tokens, view), view)
                guard !tokens.isEmpty, tokens.count <= 30, !view.isProse || field.form == "table",
                    view.reading.first(.sumRow, at: tokens.lowerBound) == nil || field.form != "table",
                    !holdsAddress(part.tokens, view)
                else { continue }
                split(tokens, view, &result, label: meaning)
                let all = [result.short, result.full].compactMap { $0 } + result.aliases
                if !all.isEmpty { names.append(all) }
            }
            if names.count > 1 { break }
        }
        return names
    }

    /// The order of the page; of two that begin at one word, the shorter first.
    static func isBefore(_ a: Candidate, _ b: Candidate) -> Bool {
        guard let x = a.places.first, let y = b.places.first else { return !a.places.isEmpty }
        return (x.view, x.tokens.lowerBound, x.tokens.upperBound) < (y.view, y.tokens.lowerBound, y.tokens.upperBound)
    }

    /// Whether the sentence that names something tells of its money or its time.
    private func isTold(_ name: Name) -> Bool {
        let view = views[name.view]
        let sentence = view.sentence(at: name.tokens.lowerBound)
        return view.isProse
            && view.values.contains {
                ($0.mention.kind == .money || $0.mention.kind == .date) && sentence.contains($0.tokens.lowerBound)
            }
    }

    /// "CareNet-AT (Interreg Slovenia-Austria, 480,000 euros)": years, a sum or a programme in the bracket behind.
    private func hasFacts(behind name: Name) -> Bool {
        let view = views[name.view]
        let r = view.reading
        let open = name.tokens.upperBound
        guard view.isProse, r.ascii(open) == UInt8(ascii: "("),
            let close = (open..<min(view.range.upperBound, open + 24)).first(where: { r.ascii($0) == UInt8(ascii: ")") }
            )
        else { return false }
        return view.values.contains {
            ($0.mention.kind == .money || $0.mention.kind == .date) && (open..<close).contains($0.tokens.lowerBound)
        } || view.names.contains { $0.mention.kind == .programme && (open..<close).contains($0.tokens.lowerBound) }
    }

    /// Named as a project beside the word for it, or the head of a part of the page with labels of its own; of two
    /// names of which one begins the other (RESIST and RESIST II), the one that has figures of its own.
    func isOwnProject(_ candidate: Candidate, _ key: String, _ known: Set<String>) -> Bool {
        if candidate.beside > 0 || candidate.places.contains(where: { hasFacts(behind: $0) }) { return true }
        if candidate.places.contains(where: { hasFactsInSentence($0) || isLedBesideAnother($0) }) { return true }
        if known.contains(where: { $0.hasPrefix(key) && $0.count - key.count <= 3 }) {
            return candidate.places.contains { place in
                let view = views[place.view]
                let sentence =
                    view.sentences.first { $0.contains(place.tokens.lowerBound) } ?? view.range
                return view.isProse
                    && view.values.contains {
                        ($0.mention.kind == .money || $0.mention.kind == .date)
                            && sentence.contains($0.tokens.lowerBound)
                    }
            }
        }
        // "KEY FIGURES" over the page's facts: a name is said again somewhere.
        guard candidate.isInHeading, candidate.places.count > 1 else { return false }
        return candidate.places.contains { place in
            guard views[place.view].block.headingLevel != nil else { return false }
            let end = views[(place.view + 1)...].first { $0.block.headingLevel != nil }?.index ?? views.count
            let section = (place.view + 1)..<max(place.view + 1, end)
            let labels = fields.filter { section.contains($0.labelView) && !$0.parts.isEmpty }
            let isTold = views[section].contains { view in
                view.isProse && view.values.contains { $0.mention.kind == .money }
                    && candidate.places.contains { $0.view == view.index }
            }
            return labels.count >= 2 || isTold || place.tokens.count > 1 && hasPart(place)
        }
    }
}
