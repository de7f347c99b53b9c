internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Pages that tell of several projects: headings with the same kinds of facts below each, terms with descriptions, or
/// items of a list that begin with a name each.
struct ProjectSections {
    /// A part of the page that is about one project.
    struct Part {
        var name: ProjectNames.Name
        /// What its heading calls the project besides: "Common hill (HILLWINE)", "VarioPore – Nanopores …".
        var aliases: [ProjectNames.Name] = []
        /// The views from the name to the end of the part.
        var views: Range<Int>
        /// 1…6 for headings, 7 for terms, 8 for items of a list, 9 for captions.
        var level: Int
        /// What its labels tell of.
        var groups: Groups = []
        /// What its sentences tell of.
        var told: Groups = []
        /// Whether the heading looks like a name and not like the title of a chapter.
        var isName: Bool
        var saysProject = false
        /// Whether its sentences say who leads.
        var isLed = false
        /// Whether only its number and what stands below make it a name.
        var isCounted = false
        /// Whether the heading itself looks like a name.
        var isSure = false
        var hasCall = false
        /// Whether it begins a paragraph in bold, with a dash behind it.
        var isPlan = false

        var all: Groups { told.union(groups) }
    }

    enum Group: UInt8, CaseIterable {
        case partners, money, time, programme, code

        init?(_ meaning: Meaning) {
            switch meaning {
            case .period, .periodStart, .periodEnd, .periodDuration: self = .time
            case .programme, .funder: self = .programme
            case .projectCode: self = .code
            case .amountNone: return nil
            default:
                guard meaning.isPartnerLabel || meaning.isAmountLabel else { return nil }
                self = meaning.isPartnerLabel ? .partners : .money
            }
        }
    }

    /// A set of them, a bit each: labels and words are asked for them again and again.
    struct Groups: OptionSet {
        var rawValue: UInt8

        static let partners = Groups(.partners)
        static let money = Groups(.money)
        static let time = Groups(.time)
        static let programme = Groups(.programme)

        init(rawValue: UInt8) { self.rawValue = rawValue }
        init(_ group: Group) { rawValue = 1 << group.rawValue }

        var count: Int { rawValue.nonzeroBitCount }
    }

    let views: [BlockView]
    /// What the labels that stand in a view tell of.
    private(set) var labels: [Int: Groups] = [:]
    /// Views that answer a label.
    private var answers: Set<Int> = []
    private(set) var partnerItems: Set<Int> = []
    private let capitals: Set<Int>
    /// The nearest heading of a higher level above a heading, by view.
    private let enclosing: [Int: Int]
    /// The level of lines that are numbered as headings are, by view.
    private let numbered: [Int: Int]
    private static let longestTitle = 6
    private static let mostChapters = 40

    init(views: [BlockView], fields: [Field]) {
        self.views = views
        capitals = views.capitalHeadings
        let numbered = Self.numberedLines(views)
        self.numbered = numbered
        enclosing = Self.enclosing(views, numbered)
        labels = Self.groups(of: fields)
        for field in fields where !field.parts.isEmpty {
            if field.form != "heading" { answers.formUnion(field.parts.map(\.view)) }
            if field.meaning.isPartnerLabel {
                partnerItems.formUnion(field.parts.map(\.view).filter { $0 != field.labelView })
            }
        }
    }

    /// What the labels that something answers tell of, by the view they stand in.
    static func groups(of fields: [Field]) -> [Int: Groups] {
        var groups: [Int: Groups] = [:]
        for field in fields where !field.parts.isEmpty {
            if let group = Group(field.meaning) { groups[field.labelView, default: []].insert(Groups(group)) }
        }
        return groups
    }

    /// The parts in order; empty unless at least two are alike.
    ///
    /// - Parameter rows: views whose cells name projects already; then only parts between them count.
    func parts(besides rows: Set<Int> = []) -> [Part] {
        let captioned = captions()
        let headed = withoutLastChapters(alike(headings()))
        guard rows.isEmpty else {
            let free = (captioned.isEmpty ? headed : captioned).filter { $0.views.allSatisfy { !rows.contains($0) } }
            return captioned.isEmpty ? withoutRows(free, rows) : free
        }
        let cards = cards()
        if cards.count >= max(2, captioned.count), cards.count > headed.count { return cards }
        if captioned.count >= max(2, headed.count) { return captioned }
        return headed.isEmpty ? entries() : headed
    }

    // MARK: Captions

    /// Lines that stand as titles without being headings, each with what is told below it.
    private func captions() -> [Part] {
        var found: [Part] = []
        for view in views where !answers.contains(view.index) {
            guard let caption = ProjectCaption(view, in: views), !isLabel(view) else { continue }
            let end = views[(view.index + 1)...].first {
                $0.block.headingLevel != nil && !isLabel($0) || ProjectCaption($0, in: views) != nil
            }
            guard var part = part(view, level: 9, end: end?.index ?? views.count, caption: caption) else { continue }
            if caption.mark == .bold || caption.mark == .numbered { part.isName = true }
            part.isPlan =
                caption.mark == .opening && view.reading.isDash(caption.tokens.upperBound)
                && !view.reading.glued(caption.tokens.upperBound)
            if part.isName || caption.mark == .opening { found.append(part) }
        }
        // "**Quiet spring** – a plan of X and Y. Costs 1.2 million.": less is told of it than of those beside it.
        let told = found.filter { $0.all.count >= 2 || $0.isPlan && !$0.all.isEmpty }
        guard told.contains(where: { $0.all.count >= 3 }),
            told.filter({ !$0.all.isDisjoint(with: [.partners, .programme]) }).count >= 2
        else { return [] }
        return told
    }

    /// Titles above labels in plain text, each with the lines up to the next.
    private func cards() -> [Part] {
        let titles = ProjectCardTitles(in: views).views
        let ends = titles.dropFirst() + [views.count]
        return zip(titles, ends).compactMap { title, end in
            let end = views[(title + 1)..<end].first { $0.block.headingLevel != nil && !isLabel($0) }?.index ?? end
            guard var part = part(views[title], level: 9, end: end) else { return nil }
            part.isName = true
            return part
        }
    }

    // MARK: Headings

    private func headings() -> [Part] {
        var found: [Part] = []
        for view in views {
            guard let level = level(of: view), !isLabel(view), !answers.contains(view.index),
                let part = part(view, level: level, end: end(of: view.index))
            else { continue }
            found.append(part)
        }
        return found
    }

    private func level(of view: BlockView) -> Int? { numbered[view.index] ?? view.block.headingLevel }

    /// Parts with the same kinds of labels or sentences. Where a heading above says "projects", any heading may be a
    /// name; elsewhere it must look like one or stand above a whole table of labels, since a page on one project has
    /// chapters too.
    private func alike(_ headings: [Part]) -> [Part] {
        var found = headings.filter {
            !capitals.contains($0.name.view) || isNumbered(views[$0.name.view])
                || repeats($0.name, in: $0.views.dropFirst(), least: 1)
        }
        found.removeAll { isChapter($0, of: headings) }
        // One or two items among many with numbers are chapters.
        let numbered = headings.filter { isNumbered(views[$0.name.view]) }.count
        let counted = found.filter { $0.isCounted || $0.isName && isNumbered(views[$0.name.view]) }.count
        let known = found.filter { $0.isSure && isNumbered(views[$0.name.view]) }
        if counted * 2 >= numbered {
            for n in found.indices where found[n].isCounted && !isAnnex(found[n], of: known) { found[n].isName = true }
        }
        // Most items with a number are projects: so is the last one, of which hardly anything is told.
        let sure = found.filter { $0.isName && isNumbered(views[$0.name.view]) }.count
        if sure >= 2, sure * 3 >= numbered * 2 {
            for n in found.indices
            where found[n].all.count >= 2 && isNumbered(views[found[n].name.view]) && !isAnnex(found[n], of: known) {
                found[n].isName = true
            }
        }
        guard found.count >= 2 else { return [] }
        let full = found.filter { $0.groups.count >= 3 }
        let areTables = full.count >= 2 && full.allSatisfy { $0.groups.intersection(full[0].groups).count >= 2 }
        let isList = found.first { $0.all.count >= 2 }.map { saysProjects(above: $0.name.view) } ?? false
        let named = found.filter { $0.isName || isList || areTables && $0.groups.count >= 3 }
        let labelled = named.filter { $0.groups.count >= 2 }
        let repeated = Groups(
            Group.allCases.map { Groups($0) }.filter { group in
                labelled.filter { $0.groups.contains(group) }.count >= 2
            })
        let alike = labelled.filter { !$0.groups.isDisjoint(with: repeated) }
        if alike.count >= 2 {
            // A part between them that is told in sentences is of the same kind.
            let levels = Set(alike.map(\.level))
            let between = (alike.first?.name.view ?? 0)...(alike.last?.name.view ?? 0)
            let names = Set(named.map(\.name.view))
            let sure = Set(alike.map(\.name.view))
            return found.filter { part in
                let isBetween = between.contains(part.name.view) && part.isLed && part.all.count >= 3
                guard isBetween || names.contains(part.name.view) else { return false }
                return sure.contains(part.name.view)
                    || levels.contains(part.level)
                        && (part.all.count >= 3
                            || part.all.count == 2 && part.saysProject
                                && !part.all.isDisjoint(with: [.partners, .programme]))
            }
        }
        // Each part says who leads, what it costs and when.
        let led = found.filter { $0.isLed && $0.all.contains(.time) && !$0.all.isDisjoint(with: [.money, .programme]) }
        if let level = led.first?.level, led.count >= 2, let from = led.first?.name.view,
            let last = led.last?.name.view,
            led.allSatisfy({ $0.level == level }), areApart(led),
            !headings.contains(where: { (from...last).contains($0.name.view) && $0.level <= level && $0.all.count < 3 })
        {
            return found.filter { $0.level == level && $0.all.count >= 3 && $0.name.tokens.count <= Self.longestTitle }
        }
        let told = named.filter { $0.all.count >= 3 || isList && isEachLed(found, $0) && $0.all.count == 2 }
        guard let first = told.first(where: { isTold($0) }),
            told.filter({ $0.level == first.level && isTold($0) }).count >= 2
        else { return items(found) }
        return told.filter { $0.level == first.level }
    }

    /// "3.1. „Quiet birds“", "3.2. „Two ovens“": names with a number each, of which two tell who takes part and one thing
    /// more.
    private func items(_ found: [Part]) -> [Part] {
        let items = found.filter { $0.isSure && isNumbered(views[$0.name.view]) && $0.all.count >= 2 }
        let told = items.filter { $0.all.contains(.partners) }
        guard let level = told.first?.level, told.count >= 2, told.allSatisfy({ $0.level == level }) else { return [] }
        return items.filter { $0.level == level }
    }

    /// "Facts of the case", "Money" below "7. Co-financing of the project “Common Dike”": chapters under a heading of a higher
    /// level that names a project in quotation marks, or is a project's name for sure.
    private func isChapter(_ part: Part, of headings: [Part]) -> Bool {
        guard !part.isSure, part.level <= 6, let above = enclosing[part.name.view] else { return false }
        if headings.contains(where: { $0.name.view == above && $0.isSure && $0.all.count >= 3 }) { return true }
        let r = views[above].reading
        return r.range.contains { i in
            guard r.ascii(i) == UInt8(ascii: "\"") else { return false }
            return r.last(.project, endingAt: i).map { ProjectNames.isPlain($0, r) } ?? false
        }
    }

    /// "3. Contracts" that says the name of a project above and not who leads: it tells more of that one.
    private func isAnnex(_ part: Part, of projects: [Part]) -> Bool {
        !part.isSure && !part.isLed
            && projects.contains { $0.name.view < part.name.view && repeats($0.name, in: part.views, least: 1) }
    }

    /// "Projects" above headings of one level, each over sentences on who leads: chapters do not all tell of that.
    private func isEachLed(_ parts: [Part], _ part: Part) -> Bool {
        let same = parts.filter { $0.level == part.level }
        return same.count >= 2 && same.allSatisfy { $0.isLed && $0.all.contains(.partners) }
    }

    /// "In brief", "Coming up" below the last project: a chapter that speaks of a call and of nobody who takes part, or
    /// that says the name of one of the projects.
    private func withoutLastChapters(_ parts: [Part]) -> [Part] {
        var parts = parts
        while parts.count > 2, let last = parts.last, !last.isSure, !isNumbered(views[last.name.view]) {
            let names = parts.dropLast().filter(\.isSure)
            guard
                last.hasCall && !last.isLed && !last.all.contains(.partners)
                    || names.contains(where: { repeats($0.name, in: last.views, least: 1) })
            else { break }
            parts.removeLast()
        }
        return parts
    }

    /// Whether short headings, one of them a name for sure, stand above parts of which none speaks of another: chapters
    /// on one project name it throughout, and there are not so many of them.
    private func areApart(_ parts: [Part]) -> Bool {
        parts.allSatisfy { $0.name.tokens.count <= Self.longestTitle } && parts.contains(where: \.isName)
            && parts.allSatisfy { part in
                !part.isName || parts.count > Self.mostChapters
                    || parts.allSatisfy {
                        $0.name.view == part.name.view || !repeats(part.name, in: $0.views, least: 1)
                    }
            }
    }

    /// Money, dates and a programme stand in any news; a project has partners, or the text calls it one.
    private func isTold(_ part: Part) -> Bool { part.isName || part.all.contains(.partners) || part.saysProject }

    /// A heading above that says "projects".
    func saysProjects(above n: Int) -> Bool {
        views[..<n].contains { $0.block.headingLevel != nil && ProjectHeading.saysProject($0) }
    }

    /// "Cheese roads (finished)" is none for what its bracket says.
    func isLabel(_ view: BlockView) -> Bool {
        guard FieldFinder.label(in: view.range, view, whole: true) != nil else { return false }
        let open = view.range.dropFirst().first { view.reading.ascii($0) == UInt8(ascii: "(") }
        return open.map { FieldFinder.label(in: view.range.lowerBound..<$0, view, whole: true) != nil } ?? true
    }

    /// The next heading; for a numbered one the next with a number, where one follows.
    private func end(of n: Int) -> Int {
        if isNumbered(views[n]),
            let next = views[(n + 1)...].first(where: {
                level(of: $0) != nil && (level(of: $0) != level(of: views[n]) || isNumbered($0))
            }), isNumbered(next)
        {
            return next.index
        }
        return views[(n + 1)...].first { level(of: $0) != nil && !isLabel($0) }?.index ?? views.count
    }

    private func isNumbered(_ view: BlockView) -> Bool {
        let r = view.reading
        // "=== 2. QUARRY ==="
        let start = view.range.first { r.kind($0) != .symbol && !r.isDash($0) }
        return start.map { ProjectHeading.numbering(from: $0, view) != nil } ?? false
    }

    // MARK: Reading a part

    func part(
        _ view: BlockView, level: Int, end: Int, caption: ProjectCaption? = nil, name: Range<Int>? = nil
    ) -> Part? {
        guard
            var part = ProjectHeading(view: view, isItem: level == 8, caption: name ?? caption?.tokens)
                .part(level: level)
        else { return nil }
        part.views = view.index..<max(view.index + 1, end)
        for n in part.views { part.groups.formUnion(labels[n] ?? []) }
        let section = level >= 8 ? part.views : (view.index + 1)..<part.views.upperBound
        part.told = Self.told(views[section])
        part.saysProject = section.contains { n in views[n].reading.matches.contains { $0.meaning == .project } }
        if !part.isName { part.isName = repeats(part.name, in: section) }
        if !part.isName, let words = quotedBeginning(of: part.name, in: section) {
            part.name.tokens = words
            part.aliases = []
            part.isName = true
        }
        // "1) Nuts without borders": what has a number, and partners and money below, is an item and no chapter.
        if !part.isName, isNumbered(view), part.all.count >= 3, part.all.contains(.partners) { part.isCounted = true }
        part.isSure = part.isName
        part.hasCall = section.contains { n in views[n].reading.matches.contains { $0.meaning == .noProject } }
        part.isLed = section.contains { n in
            views[n].reading.matches.contains {
                [.leadBefore, .leadAfter, .leadVerb, .partnerLead, .ownLead].contains($0.meaning)
            }
        }
        return part
    }

    /// What the sentences of a part of the page tell of: someone who leads or takes part, money, time, who pays.
    static func told(_ section: ArraySlice<BlockView>) -> Groups {
        var groups: Groups = []
        for view in section {
            for value in view.values {
                switch value.mention.kind {
                case .money: groups.insert(.money)
                case .date: groups.insert(.time)
                default: continue
                }
            }
            if view.names.contains(where: { $0.mention.kind == .programme }) { groups.insert(.programme) }
            for match in view.reading.matches {
                switch match.meaning {
                case .leadBefore, .leadAfter, .partnerBefore, .partnerAfter: groups.insert(.partners)
                case .funderBefore, .funderAfter: groups.insert(.programme)
                default:
                    if match.meaning.isPartnerLabel { groups.insert(.partners) }
                }
            }
        }
        return groups
    }
}
