internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Finds what the page's project is called: its acronym or short name, its long name, and other names.
struct ProjectNames {
    struct Name {
        var view: Int
        var tokens: Range<Int>
        var rule: String
        var confidence: Double
    }

    struct Result {
        var short: Name?
        var full: Name?
        var aliases: [Name] = []
        /// Every further place where the short name stands.
        var repeats: [Name] = []
    }

    let views: [BlockView]
    let fields: [Field]
    let title: String?
    /// Names of projects in the page's markup.
    let stated: [String]
    private(set) var candidates: [String: Candidate]
    private(set) var quotations: [String: Candidate]
    /// Names in plain words beside the word for project.
    let plain: [Beside]
    /// Whether the page names a programme.
    let namesProgramme: Bool
    /// Parts of the page that are about a project each; empty unless there are two.
    let sections: [ProjectSections.Part]
    /// Projects that were over before the page's own.
    let former: [Name]
    let formerKeys: Set<String>
    /// Cells that name a project each, with their views; empty unless there are two.
    let rows: [Range<Int>: Int]
    /// Tables with a project in each column.
    let columns: [ProjectColumns]
    /// What the labels that stand in a view tell of.
    let groupsOfLabels: [Int: ProjectSections.Groups]
    /// Labels for names that something answers, with the view of the answer, in its order.
    let nameLabels: [(view: Int, field: Int)]

    init(views: [BlockView], fields: [Field], title: String?, stated: [String] = []) {
        self.views = views
        self.fields = fields
        self.title = title
        self.stated = stated
        namesProgramme = views.contains { $0.names.contains { $0.mention.kind == .programme } }
        nameLabels = Self.nameLabels(fields)
        groupsOfLabels = ProjectSections.groups(of: fields)
        let words = CommonWords(views)
        candidates = Self.acronyms(views, title, words)
        quotations = Self.quotations(views, title)
        plain = Self.beside(views, title)
        columns = ProjectColumns.find(in: views)
        rows = columns.isEmpty ? Self.rows(views) : [:]
        let found = ProjectSections(views: views, fields: fields).parts(besides: Set(rows.values))
        let parts = rows.isEmpty && Self.isOfOne(fields, found) ? [] : found
        sections = Self.namedInText(parts, views, quotations, candidates)
        former = Self.former(views).map { name in
            // What a part on another project drops in passing says nothing of its own.
            var name = name
            if parts.contains(where: { $0.views.contains(name.view) }) { name.confidence = Self.unsure }
            return name
        }
        formerKeys = Set(former.map { Self.key(views[$0.view].reading.string($0.tokens)) })
        for key in formerKeys {
            if let known = candidates[key], !known.isInHeading, known.places.count <= 2 {
                candidates[key]?.isEarlier = true
            }
            if let known = quotations[key], known.places.count <= 2 { quotations[key]?.isEarlier = true }
        }
    }

    /// Whether one label for the name stands above all parts of the page, or in the first and in no other: they are
    /// chapters then.
    private static func isOfOne(_ fields: [Field], _ parts: [ProjectSections.Part]) -> Bool {
        guard let first = parts.first else { return false }
        for meaning in [Meaning.projectAcronym, .projectName] {
            let labels = fields.filter { $0.meaning == meaning && !$0.parts.isEmpty && $0.form != "heading" }
            // "Projects in 2025:" over the list of them is no label for one name.
            if labels.count == 1, let only = labels.first,
                !only.parts.contains(where: { part in parts.contains { $0.name.view == part.view } }),
                only.labelView < first.views.lowerBound
                    || only.labelView < first.views.upperBound && parts.dropFirst().allSatisfy({ !$0.isName })
            {
                return true
            }
        }
        return false
    }

    /// The page's main project.
    func find() -> Result {
        var result = Result()
        labelled(&result)
        if result.short == nil, let full = result.full,
            let part = sections.first(where: { $0.views.contains(full.view) })
        {
            // "Crafting the North" over "Full title: Crafting the North – Heritage skills", beside other projects' parts.
            result.short = part.name
            result.aliases += part.aliases
            repeats(of: part.name, &result)
            return result
        }
        if let first = columns.first, let name = first.names.first {
            result = columnName(name, first)
            if let short = result.short { repeats(of: short, &result) }
            return result
        }
        if let row = rows.min(by: { $0.key.lowerBound < $1.key.lowerBound }) {
            let view = views[row.value]
            result = Result()
            split(clean(firstLine(row.key, view), view), view, &result, label: .projectName)
            if let short = result.short { repeats(of: short, &result) }
            return result
        }
        if result.short == nil, result.full == nil { inMarkup(&result) }
        if result.short == nil, result.full == nil, sections.count > 1 {
            result.short = sections[0].name
            result.aliases = sections[0].aliases
            repeats(of: sections[0].name, &result)
            return result
        }
        inlineAcronym(&result)
        if let labelled = result.short, !isAcronym(labelled.tokens, views[labelled.view]), labelled.tokens.count >= 3 {
            // A long name under the label; the page calls the project by its acronym.
            if let short = acronym(), !carriesProgramme(short) {
                if result.full == nil { result.full = labelled } else { result.aliases.append(labelled) }
                result.short = short
            }
        }
        if result.short == nil {
            nameInText(&result)
            result.short = result.short.map(withRepeatedWords).map(withNumber)
            if let full = result.full, let short = result.short, isOfAnother(short, than: full) { result.short = nil }
        }
        if let short = result.short, short.rule == "project.quoted" { bracketNames(of: short, &result) }
        if result.short?.rule == "project.label.inline", let long = result.full, long.rule == "project.quoted" {
            bracketNames(of: long, &result)
        }
        if let short = result.short, result.full == nil { longName(of: short, &result) }
        if let long = result.short, result.full == nil, let short = beforeSeparator(long) {
            (result.short, result.full) = (short, long)
        }
        if let short = result.short, result.full == nil {
            result.full = fullNameInQuotation(of: short) ?? quotationGoingOn(from: short)
        }
        if result.short == nil, let full = result.full, let heading = titleView(),
            Folding.key(text(full)) != Folding.key(heading.reading.string(heading.range))
        {
            result.aliases.append(
                Name(view: heading.index, tokens: heading.range, rule: "project.title", confidence: 0.5))
        }
        acronymBesideLabel(&result)
        if let short = result.short {
            repeats(of: short, &result)
            namesBehind(short, &result)
        }
        translations(&result)
        return result
    }

    /// What running text calls the project: by the words for it, by an acronym, in quotation marks.
    private func nameInText(_ result: inout Result) {
        let acronym = acronym().map(withQuotation).map(withCapitals)
        let quoted = quoted()
        let coined = coined()
        let plain = plain.filter { !formerKeys.contains(key($0.name)) }
        // A page shouts many things; only a project is named beside the word for it.
        if let acronym, (candidates[key(acronym)]?.beside ?? 0) > 0 || carriesProgramme(acronym) {
            result.short = first(coined, acronym, candidates)
        } else if let acronym, let quoted, isHeadline(quoted), isExplained(acronym) {
            // "POSIDONET („Network for …“)" in the text, below "“With other eyes” – a new project from …".
            result.short = acronym
        } else if let quoted, (quotations[key(quoted)]?.beside ?? 0) > 0 {
            result.short = first(coined, quoted, quotations)
        } else if let coined, coined.score >= 5, let called = called(), coined.name.view < called.short.view {
            // "It was called Bog Boots" is said of another project further down.
            result.short = coined.name
        } else if let called = called() ?? apposed() {
            result.short = called.short
            if result.full == nil { result.full = called.full }
            result.aliases += called.aliases
        } else if let beside = plain.first(where: \.isRepeated) {
            result.short = beside.name
        } else {
            let told = coined.flatMap { $0.score >= 7 ? $0.name : nil }
            // "“The meadows are worth more than any wall”" over the text is what somebody says.
            let again = quoted.flatMap { isHeadline($0) ? repeatedAcronym() : nil }
            result.short = acronym ?? told ?? again ?? quoted ?? headed(unless: coined) ?? named() ?? plain.first?.name
            if result.short == nil { result.short = repeatedAcronym() ?? coined?.name ?? led().first }
            if result.short == nil { result.short = headedParts().first ?? subtitled() ?? lastResort() }
            // "the idea behind Vandvenner, …" above "In 2015 they tried it with the project Common Water".
            if let coined, let last = result.short, last.rule == Self.besideRule,
                plain.first.map({ !$0.isRepeated }) ?? false, coined.name.view < last.view
            {
                result.short = coined.name
            }
        }
    }

    /// Whether a heading further down names, in words of its own, another project than the one under the label.
    private func isOfAnother(_ short: Name, than full: Name) -> Bool {
        guard full.rule.hasPrefix("project.label"), short.view > full.view, short.tokens.count >= 2,
            !isAcronym(short.tokens, views[short.view])
        else { return false }
        let key = Folding.key(text(short))
        let places = (candidates[self.key(short)] ?? quotations[self.key(short)])?.places ?? [short]
        guard places.contains(where: { views[$0.view].block.headingLevel != nil && $0.view > full.view }) else {
            return false
        }
        let words = Set(Folding.key(text(full)).split(separator: " "))
        return !key.split(separator: " ").contains { words.contains($0) && $0.utf8.count >= 4 }
    }

    /// Letters with their long name in quotation marks and a bracket behind them.
    private func isExplained(_ name: Name) -> Bool {
        (candidates[key(name)]?.places ?? []).contains { place in
            let r = views[place.view].reading
            return r.ascii(place.tokens.upperBound) == UInt8(ascii: "(")
                && r.ascii(place.tokens.upperBound + 1) == UInt8(ascii: "\"")
        }
    }

    /// A quotation of several words that stands in a heading and nowhere else.
    func isHeadline(_ name: Name) -> Bool {
        name.tokens.count >= 4 && views[name.view].block.headingLevel != nil
            && quotations[key(name)]?.places.count == 1
    }

    /// Of two names, of which the page drops the other but once, the one that it tells first: what comes later is a
    /// project it compares itself with.
    private func first(_ coined: Coined?, _ name: Name, _ found: [String: Candidate]) -> Name {
        guard let coined, coined.score >= 5, coined.name.view < name.view, (found[key(name)]?.places.count ?? 1) == 1,
            views[name.view].block.headingLevel == nil
        else { return name }
        return coined.name
    }

    /// "LIFE Clean Coast" beside a label with another name is another project.
    func carriesProgramme(_ name: Name) -> Bool {
        name.tokens.first.map { views[name.view].reading.first(.projectPrefix, at: $0) != nil } ?? false
    }

    /// Whether the page says "project" or names a programme.
    var speaksOfProject: Bool {
        views.contains { view in
            view.names.contains { $0.mention.kind == .programme }
                || view.reading.matches.contains { $0.meaning == .project || $0.meaning == .projectLike }
        }
    }

    func key(_ name: Name) -> String { Self.key(text(name)) }

    /// The folded words of a name without blanks: "GOV 4 PeaCE" is "GOV4PeaCE".
    static func key(_ text: String) -> String {
        Folding.withKey(text) { key in
            var length = 0
            for byte in key where byte != 0x20 {
                key[length] = byte
                length += 1
            }
            return String(decoding: key[..<length], as: UTF8.self)
        }
    }

    func text(_ name: Name) -> String { views[name.view].reading.string(name.tokens) }

    /// A name that the markup gives and the text has too.
    private func inMarkup(_ result: inout Result) {
        for name in stated.prefix(4) {
            let wanted = TokenBuffer(text: Array(name.utf8))
            guard wanted.count > 0, wanted.count <= 40 else { continue }
            for view in views {
                let r = view.reading
                let start = r.range.first { i in
                    i + wanted.count <= r.range.upperBound
                        && (0..<wanted.count).allSatisfy { wanted.folded($0) == r.tokens.folded(i + $0) }
                }
                guard let start else { continue }
                return split(clean(start..<(start + wanted.count), view), view, &result, label: .projectName)
            }
        }
    }

    // MARK: Pieces

    func isAcronym(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        guard !tokens.isEmpty, tokens.count <= 4, let i = tokens.first else { return false }
        let t = view.reading.tokens[i]
        return (t.isAllCaps || t.hasInnerCapital)
            && tokens.allSatisfy {
                view.reading.kind($0) != .word || view.reading.tokens[$0].isAllCaps
                    || view.reading.tokens[$0].hasInnerCapital
            }
    }

    func isSeparator(_ i: Int, _ r: Reading) -> Bool {
        (r.isDash(i) && !r.glued(i)) || r.ascii(i) == UInt8(ascii: ":") || r.ascii(i) == UInt8(ascii: "|")
            || r.ascii(i) == UInt8(ascii: "/") && !r.glued(i) && !r.glued(i + 1)
    }

    func afterLanguageCue(_ tokens: Range<Int>, _ view: BlockView) -> Range<Int> {
        guard let cue = view.reading.first(.ownLanguage, at: tokens.lowerBound), cue.end < tokens.upperBound else {
            return tokens
        }
        return FieldFinder.trimmed(cue.end..<tokens.upperBound, view)
    }

    func firstLine(_ tokens: Range<Int>, _ view: BlockView) -> Range<Int> {
        let cut = tokens.dropFirst().first { view.reading.tokens[$0].newlineBefore } ?? tokens.upperBound
        return tokens.lowerBound..<cut
    }

    /// "LL-00214 Pelkių pynė", "ROBG00219 Danube Taste": where the name begins behind letters and digits that number it.
    static func behindCode(_ tokens: Range<Int>, _ r: Reading) -> Int? {
        guard let first = tokens.first, r.kind(first) == .word, r.tokens[first].isAllCaps else { return nil }
        var i = first
        var digits = 0
        repeat {
            digits += r.tokens.folded(i).count { $0 >= 0x30 && $0 <= 0x39 }
            i += 1
        } while i < tokens.upperBound && r.glued(i)
        guard digits >= 3, i < tokens.upperBound, r.kind(i) == .word, r.tokens[i].isCapitalized, i - first <= 8 else {
            return nil
        }
        return i
    }

    /// Without quotation marks around, a final full stop, and a leading word for project.
    func clean(_ tokens: Range<Int>, _ view: BlockView) -> Range<Int> {
        let r = view.reading
        var start = tokens.lowerBound
        var end = tokens.upperBound
        while end > start, r.kind(end - 1) == .punctuation, r.ascii(end - 1) != UInt8(ascii: ")") { end -= 1 }
        while start < end, r.kind(start) == .punctuation, r.ascii(start) != UInt8(ascii: "(") { start += 1 }
        if let name = Self.behindCode(start..<end, r) { return clean(name..<end, view) }
        if end - start >= 2, let project = r.first(.project, at: start), project.end < end,
            r.tokens[project.end].isCapitalized || r.ascii(project.end) == UInt8(ascii: "\"")
        {
            return clean(project.end..<end, view)
        }
        // "Proiect: Pădurea comună" as a heading
        if let project = r.first(.project, at: start), r.ascii(project.end) == UInt8(ascii: ":"), project.end + 1 < end,
            r.tokens[project.end + 1].isCapitalized || r.ascii(project.end + 1) == UInt8(ascii: "\"")
        {
            return clean(project.end + 1..<end, view)
        }
        if end - start == 2, let project = r.first(.project, at: end - 1), project.end == end, r.tokens[start].isAllCaps
        {
            end -= 1
        }
        return start..<end
    }
}
