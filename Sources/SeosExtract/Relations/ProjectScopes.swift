internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Which project a place in the page speaks of: the one named last before it in its block, else the one its part of the
/// page is headed by, else the page's main project.
struct ProjectScopes {
    private let main: Int
    private let all: [Int]
    /// Where a project is named, or where the sentence begins that tells of one in passing.
    private struct Place {
        var token: Int
        var project: Int
        var isPassing = false
    }

    /// By view, in order.
    private let names: [Int: [Place]]
    private let sections: [Int]
    /// Whether a heading or a label above the view names its project.
    private let named: [Bool]
    let hasOthers: Bool
    /// Whether parts of the page belong to projects other than the main one.
    let hasParts: Bool
    /// By project: views that speak of it somewhere, in order.
    private let views: [Int: [Int]]
    private let withSection: Set<Int>
    /// The one project whose parts follow a view, by view.
    private let following: [Following]

    private enum Following: Equatable {
        case none, several
        case one(Int)
    }

    /// - Parameters:
    ///   - projects: entity and every place of its name; the main one first.
    ///   - entries: parts of the page below terms and in items of lists, which end where they end.
    init(
        views: [BlockView], fields: [Field], projects: [(entity: Int, places: [ProjectNames.Name])],
        entries: [ProjectSections.Part] = [], columns: [ProjectColumns] = []
    ) {
        main = projects.first?.entity ?? 0
        all = projects.map(\.entity)
        hasOthers = projects.count > 1
        var names: [Int: [Place]] = [:]
        for project in projects {
            for place in project.places {
                let token = place.tokens.lowerBound
                names[place.view, default: []].append(
                    Place(
                        token: token, project: project.entity, isPassing: place.rule == ProjectNames.formerRule))
            }
        }
        for table in columns { Self.place(table, &names) }
        for view in names.keys {
            names[view]?.sort { $0.token < $1.token }
            if let settled = names[view].map({ Self.reachingBack(Self.settled($0, views[view]), views[view]) }) {
                names[view] = settled
            }
        }
        self.names = names
        let labels = Set(
            fields.filter { [.projectName, .projectFullName, .projectAcronym].contains($0.meaning) }.flatMap {
                $0.parts.map(\.view)
            })
        let labelled = Set(fields.filter { !$0.parts.isEmpty }.map(\.labelView))
        var sections: [Int] = []
        var named: [Bool] = []
        var isNamed = false
        var current = (project: main, level: Int.max)
        /// What headings without a name go back to: the page's project, or that of an item of minutes.
        var home = (project: main, isNamed: false)
        for view in views {
            if let item = Self.item(view, views) {
                // "§ 32" above "Co-financing of the project X": all headings below it are its own.
                let name = names[item]?.first
                if name != nil || home.isNamed {
                    home = (name?.project ?? main, name != nil)
                    current = (home.project, Int.max)
                    isNamed = home.isNamed
                }
            } else if let level = view.block.headingLevel {
                if let name = names[view.index]?.first {
                    current = (name.project, level)
                    isNamed = true
                } else if let only = Self.onlyProject(below: view, views, names, labelled) {
                    current = (only, level)
                    isNamed = true
                } else if level <= current.level {
                    current = (home.project, Int.max)
                    isNamed = home.isNamed
                }
            } else if current.level >= Self.itemLevel, Self.opensPart(view, views) {
                // "1. HEARD: the head of department on the project X", with paragraphs below.
                if let name = names[view.index]?.first {
                    current = (name.project, Self.itemLevel)
                    isNamed = true
                } else if current.level == Self.itemLevel {
                    current = (home.project, Int.max)
                    isNamed = home.isNamed
                }
            } else if labels.contains(view.index), let name = names[view.index]?.first {
                current = (name.project, current.level)
                isNamed = true
            }
            sections.append(current.project)
            named.append(isNamed)
        }
        for entry in entries {
            guard let project = names[entry.name.view]?.first(where: { $0.token == entry.name.tokens.lowerBound })
            else { continue }
            for n in entry.views {
                sections[n] = project.project
                named[n] = true
            }
        }
        let main = self.main
        hasParts = sections.indices.contains { named[$0] && sections[$0] != main }
        self.sections = sections
        self.named = named
        withSection = Set(sections.indices.lazy.filter { named[$0] }.map { sections[$0] })
        (self.views, following) = hasOthers ? Self.index(sections, named, names) : ([:], [])
    }

    /// The cells below the name of a project belong to it.
    private static func place(_ table: ProjectColumns, _ names: inout [Int: [Place]]) {
        guard let heads = names[table.header] else { return }
        for (n, name) in table.names.enumerated() {
            guard let project = heads.first(where: { name.contains($0.token) })?.project else { continue }
            for (row, cells) in table.cells where n < cells.count {
                names[row, default: []].append(Place(token: cells[n].lowerBound, project: project))
            }
        }
    }

    /// What is told in passing has its sentence from the beginning, unless another project's name stands before it
    /// there: "Before QUIETICE there was SNOWWAY, which the university led".
    private static func settled(_ places: [Place], _ view: BlockView) -> [Place] {
        var places = places
        for n in places.indices where places[n].isPassing {
            let sentence = view.sentence(at: places[n].token)
            let hasOther = places[..<n].contains { sentence.contains($0.token) && $0.project != places[n].project }
            if !hasOther { places[n].token = sentence.lowerBound }
        }
        return places.sorted { $0.token < $1.token }
    }

    /// "Earlier the municipality of Sluis led the project “Salt fields”": what stands before the only name of a sentence is
    /// told of that project, as far as no comma parts the two.
    private static func reachingBack(_ places: [Place], _ view: BlockView) -> [Place] {
        guard places.count > 1, view.isProse else { return places }
        var places = places
        for n in places.indices.dropFirst() where places[n].project != places[n - 1].project && !places[n].isPassing {
            let sentence = view.sentence(at: places[n].token)
            guard places[n - 1].token < sentence.lowerBound,
                places[(n + 1)...].prefix(while: { $0.token < sentence.upperBound })
                    .allSatisfy({ $0.project == places[n].project })
            else { continue }
            let comma = (sentence.lowerBound..<places[n].token).last { ",;:(".utf8.contains(view.reading.ascii($0)) }
            places[n].token = comma.map { $0 + 1 } ?? sentence.lowerBound
        }
        return places
    }

    private static let itemLevel = 7
    /// The line that says what an item of minutes is about, below one with nothing but its number.
    private static func item(_ view: BlockView, _ views: [BlockView]) -> Int? {
        isNumber(view) && view.index + 1 < views.count ? view.index + 1 : nil
    }

    /// An item with a number and paragraphs below, as minutes have them, or a line with a number that says "project":
    /// "PONTO 3 – ERASMUS+: PROJETO "X"", "§ 32" above "Medfinansiering av projektet X".
    private static func opensPart(_ view: BlockView, _ views: [BlockView]) -> Bool {
        guard view.index + 1 < views.count else { return false }
        let isNumbered = ProjectHeading.numbering(from: view.range.lowerBound, view) != nil
        guard view.isItem else {
            guard view.range.count <= longestLine, !view.isProse, ProjectHeading.saysProject(view) else { return false }
            return isNumbered || view.index > 0 && isNumber(views[view.index - 1])
        }
        guard isNumbered else { return false }
        let next = views[view.index + 1].block
        if case .listItem = next.kind { return false }
        return next.headingLevel == nil
    }

    private static let longestLine = 20

    /// "§ 32": a line of nothing but a number behind a sign or a word for an item.
    static func isNumber(_ view: BlockView) -> Bool {
        let r = view.reading
        guard view.range.count <= 3, let last = view.range.last, view.range.count >= 2 else { return false }
        let isSign = r.kind(view.range.lowerBound) != .word || r.first(.numbering, at: view.range.lowerBound) != nil
        return isSign && view.range.contains { r.kind($0) == .number && r.digits($0) <= 3 } && r.kind(last) != .word
    }

    private static func index(
        _ sections: [Int], _ named: [Bool], _ names: [Int: [Place]]
    ) -> ([Int: [Int]], [Following]) {
        var views: [Int: [Int]] = [:]
        for view in sections.indices {
            views[sections[view], default: []].append(view)
            for name in names[view] ?? [] where views[name.project]?.last != view {
                views[name.project, default: []].append(view)
            }
        }
        var following = [Following](repeating: .none, count: sections.count)
        var next = Following.none
        for view in sections.indices.reversed() {
            following[view] = next
            if named[view], next != .one(sections[view]) { next = next == .none ? .one(sections[view]) : .several }
        }
        return (views, following)
    }

    /// The views in which a project may be spoken of, in order; nil for all.
    func views(of project: Int) -> [Int]? { hasOthers ? views[project] ?? [] : nil }

    /// Whether a view of a page of several projects stands under the name of one of them.
    func isNamed(_ view: Int) -> Bool { !hasParts || (named.indices.contains(view) && named[view]) }

    /// The projects that a line at the foot or the head of the page serves: all, unless another project's part follows
    /// the one it stands in.
    func sharing(_ view: Int) -> [Int] {
        guard hasOthers, isNamed(view), sections.indices.contains(view) else { return all }
        let own = sections[view]
        return following[view] == .none || following[view] == .one(own) ? all : [own]
    }

    /// Whether a project has a part of the page of its own.
    func hasSection(_ project: Int) -> Bool { withSection.contains(project) }

    /// The project that the text under a heading names, when it names one alone and begins with it: what is named further
    /// down, or below labels, is told of beside the rest.
    private static func onlyProject(
        below heading: BlockView, _ views: [BlockView], _ names: [Int: [Place]], _ labelled: Set<Int>
    ) -> Int? {
        var found: Int?
        var isBegun = false
        for view in views[(heading.index + 1)...] {
            if view.block.headingLevel != nil { break }
            for name in names[view.index] ?? [] where !name.isPassing || view.index == heading.index + 1 {
                if found == nil, isBegun { return nil }
                if found != nil, found != name.project { return nil }
                found = name.project
            }
            if labelled.contains(view.index) || view.index > heading.index + 1 { isBegun = true }
        }
        return found
    }

    /// The entity of the project that token `token` of view `view` belongs to.
    func project(_ view: Int, _ token: Int) -> Int {
        guard hasOthers, sections.indices.contains(view) else { return main }
        if let names = names[view] {
            if let last = names.last(where: { $0.token <= token }) { return last.project }
            if let first = names.first, !first.isPassing, first.token - token < 40 { return first.project }
        }
        return sections[view]
    }
}
