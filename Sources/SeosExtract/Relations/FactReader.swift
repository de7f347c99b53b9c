internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Turns the blocks of one document, read for values and names, into entities and claims.
///
/// Labels and what stands under them come first, then running prose; the more certain statement is kept when both say
/// the same.
struct FactReader {
    let document: Document
    var views: [BlockView]
    /// Blocks outside the content (footers, teasers): their dates and amounts are mentions of the page, no more.
    var asides: [BlockView] = []
    /// Blocks outside the content whose bodies and places are mentions of the page.
    var outside: [BlockView] = []
    let gazetteer: Gazetteer
    let resources: Resources
    var builder = ExtractionBuilder()
    var fields: [Field] = []
    /// Index of the page's project among the entities; nil on a page about none.
    var project: Int?
    /// All projects of the page, the main one first.
    var projects: [Int] = []
    var scopes: ProjectScopes?
    /// Projects with the regions claimed for them.
    var knownRegions: Set<[Int]> = []
    /// Claims of leads that are one country's only ("Norsk prosjekteier").
    var nationalLeads: [Int] = []
    var leadColumns: [[Int]: Int] = [:]
    /// The folded words of the page's title between blanks.
    var titleKey: String?
    /// What ``titleBody()`` found.
    var knownTitleBody: Int??
    /// Where names of projects stand, by view, while roles are read from running text.
    var leadPlaces: [Int: [Int]] = [:]
    /// The bodies that nouns stand for where somebody leads, by the noun.
    var bodiesReferred: [[UInt8]: Int?] = [:]
    /// What ``projectPlaces()`` found, with the number of names it was found for.
    var knownPlaces: (count: Int, places: [Int: [Int]])?
    /// Countries that the page puts in brackets behind names, by the hash of a name's last word.
    var bracketCountries: [UInt64: String] = [:]
    /// Where the words behind an amount end that told what it is, by its mention: they say nothing of the next one.
    var toldEnds: [Int: Int] = [:]
    /// All that names a programme of grants, by the mention of its title.
    var grantTitles: [Int: String] = [:]
    /// Sums that a noun for a share, or "our", says to be somebody's.
    var toldShares: Set<Int> = []
    /// Mention index of every name, by view and position in its names.
    var nameMentions: [[Int]] = []
    var valueMentions: [[Int]] = []

    mutating func read() -> Extraction {
        fields = FieldFinder.find(in: views, gazetteer)
        if let year = PageYear(views: views, asides: asides) { views = year.applied() }
        views = ImpliedCurrency(
            views: views, fields: fields, crown: resources.languages.language(document.language).crown
        ).applied()
        views = LettersOfBodies(views: views).applied()
        views = TownsOfBodies(views: views, others: outside + asides, gazetteer: gazetteer).applied()
        addMentions()
        readProject()
        if project != nil {
            dropPlacesOfProjects()
            dropBodiesOfProjects()
            readOwnNouns()
            readProjectCodes()
            readPartners()
            readRoleCells()
            readBodyLists()
            readRolesInProse()
            settleLeads()
            joinAlike()
            readAmounts()
            readPeriods()
            readStructured()
            readOwnProjects()
            readProgramme()
            readFunders()
            readOnlyBodies()
            readRegions()
            readContacts()
            readAddress()
        }
        addOutsideNames()
        dropPartsOfPartners()
        dropNamesInsideNames()
        joinInflected()
        readLettersOfBodies()
        inferCountries()
        readDomains()
        reportDoubts()
        builder.calibrate()
        return builder.finished()
    }

    /// The project that a place of the page speaks of.
    func project(at view: Int, _ token: Int) -> Int? { scopes?.project(view, token) ?? project }

    /// The views in which a project may be spoken of: every other place is another project's.
    func views(of project: Int) -> [BlockView] { scopes?.views(of: project)?.map { views[$0] } ?? views }

    /// The project that a part of a label's text belongs to: a cell under a header belongs to its row, not to the header.
    func project(of field: Field, _ part: Field.Part) -> Int? {
        if field.form == "table", part.view != field.labelView {
            return project(at: part.view, part.tokens.lowerBound)
        }
        return project(at: field.labelView, field.label.upperBound)
    }

    // MARK: Mentions

    private mutating func addMentions() {
        builder.reserve(views.reduce(16) { $0 + $1.values.count + $1.names.count })
        for view in views {
            valueMentions.append(view.values.map { builder.add($0.mention) })
            nameMentions.append(view.names.map { name in addName(name) })
            for (k, name) in view.names.enumerated() {
                guard let owner = name.owner, let n = view.names.firstIndex(where: { $0.tokens == owner }),
                    let entity = builder.entity(ofMention: nameMentions[view.index][n])
                else { continue }
                builder.attach(nameMentions[view.index][k], to: entity)
                builder.addKey(Folding.key(name.mention.quote), .organization, entity: entity)
                builder.update(entity) { $0.acronym = $0.acronym ?? name.mention.quote }
            }
        }
        for view in asides {
            for value in view.values where [.money, .date].contains(value.mention.kind) {
                _ = builder.add(value.mention)
            }
        }
    }

    mutating func addName(_ name: NameReader.Found) -> Int {
        let index = builder.add(name.mention)
        switch name.mention.kind {
        case .organization where name.owner != nil || name.isOwn: break
        case .organization: _ = organization(index, kind: name.organizationKind)
        case .region: _ = region(index)
        case .programme: _ = programme(index)
        default: break
        }
        return index
    }

    mutating func organization(_ mention: Int, kind: OrganizationKind? = nil, country: String? = nil) -> Int {
        let m = builder.mention(mention)
        let keys: [String]
        if let code = m.code {
            keys = ["code \(code)"]
        } else {
            let key = Folding.key(m.name)
            keys = m.name == m.quote ? [key] : [key, Folding.key(m.quote)]
        }
        let entity = builder.entity(.organization, for: mention, keys: keys) {
            Extraction.Entity(
                kind: .organization, name: $0.name, country: country, code: $0.code,
                organizationKind: kind)
        }
        builder.update(entity) {
            if $0.country == nil { $0.country = country }
            if $0.organizationKind == nil { $0.organizationKind = kind }
        }
        return entity
    }

    mutating func region(_ mention: Int) -> Int {
        let m = builder.mention(mention)
        let entity = builder.entity(.region, for: mention, keys: [m.code.map { "code \($0)" } ?? Folding.key(m.name)]) {
            Extraction.Entity(kind: .region, name: $0.name, country: $0.country, code: $0.code)
        }
        if m.code == nil, let bare = Self.bareName(m.quote) { builder.addAlias(bare, to: entity) }
        return entity
    }

    /// "Texel" in "ilha de Texel", "Komańcza" in "gminach Komańcza": the capitals of a place's name beside the nouns in
    /// small letters that say what it is.
    static func bareName(_ quote: String) -> String? {
        let words = quote.split(separator: " ")
        guard words.count > 1 else { return nil }
        func isSmall(_ word: Substring) -> Bool { word.unicodeScalars.first?.properties.isLowercase ?? false }
        guard let first = words.firstIndex(where: { !isSmall($0) }),
            let last = words.lastIndex(where: { !isSmall($0) }), last - first + 1 < words.count,
            words[first].unicodeScalars.first?.properties.isUppercase ?? false
        else { return nil }
        return words[first...last].joined(separator: " ")
    }

    mutating func programme(_ mention: Int) -> Int {
        let m = builder.mention(mention)
        let years = Self.years(in: m.quote)
        // Programmes of states share one key.
        let code = m.code == "op" ? nil : m.code
        let key = (code.map { "code \($0)" } ?? Folding.key(m.name)) + " " + years
        return builder.entity(.programme, for: mention, keys: [key]) {
            Extraction.Entity(kind: .programme, name: $0.name, code: $0.code)
        }
    }

    /// "2021-2027" in a programme's name, or nothing.
    static func years(in text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return "" }
        var years = ""
        var digits = ""
        var count = 0
        var before: Unicode.Scalar = " "
        /// The digits before are a number, unless other numerals belong to it ("2014²").
        func end() {
            if digits.utf8.count == 4, digits.hasPrefix("19") || digits.hasPrefix("20"), count < 2 {
                years += count == 0 ? digits : "-" + digits
                count += 1
            }
            digits = ""
        }
        func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
            !scalar.isASCII && scalar.properties.numericType != nil
        }
        for scalar in text.unicodeScalars {
            if (0x30...0x39).contains(scalar.value) {
                if digits.isEmpty, isNumeral(before) { digits = "-" }
                digits.unicodeScalars.append(scalar)
            } else if !digits.isEmpty {
                if isNumeral(scalar) { digits = "-" } else { end() }
            }
            before = scalar
        }
        end()
        return years
    }

    mutating func addSpan(
        _ kind: Mention.Kind, _ view: BlockView, _ tokens: Range<Int>, rule: String, confidence: Double,
        name: String? = nil
    ) -> Int {
        let span = view.reading.span(tokens)
        return builder.add(
            Mention(
                kind: kind, span: span, quote: view.reading.tokens.string(span), name: name, language: view.reading.tag,
                rule: rule,
                confidence: confidence))
    }

    // MARK: Project

    private mutating func readProject() {
        let finder = ProjectNames(
            views: views, fields: fields, title: document.title, stated: statedNames)
        var names = finder.find()
        if names.short == nil, let title = names.full ?? titleAsName(finder), title.rule == "project.title" {
            names.short = finder.beforeSubtitle(title)
            names.full = title
        }
        guard let main = names.short ?? names.full else { return }
        let first = addSpan(.project, views[main.view], main.tokens, rule: main.rule, confidence: main.confidence)
        let entity = builder.entity(.project, for: first, keys: [Folding.key(builder.mention(first).quote)]) {
            Extraction.Entity(kind: .project, name: $0.quote, acronym: names.short == nil ? nil : $0.quote)
        }
        if let full = names.full, names.short != nil {
            let m = addSpan(.project, views[full.view], full.tokens, rule: full.rule, confidence: full.confidence)
            builder.update(entity) { $0.fullName = views[full.view].reading.string(full.tokens) }
            builder.attach(m, to: entity)
        }
        for name in names.aliases + names.repeats {
            builder.attach(
                addSpan(.project, views[name.view], name.tokens, rule: name.rule, confidence: name.confidence),
                to: entity)
        }
        project = entity
        nameClaim(entity, first, main)
        var all = [(entity: entity, places: [main, names.full].compactMap { $0 } + names.aliases + names.repeats)]
        for places in finder.others(than: names) {
            guard let main = places.first else { continue }
            let mentions = places.map {
                addSpan(.project, views[$0.view], $0.tokens, rule: $0.rule, confidence: $0.confidence)
            }
            let key = Folding.key(builder.mention(mentions[0]).quote)
            let other = builder.entity(.project, for: mentions[0], keys: [key]) {
                Extraction.Entity(kind: .project, name: $0.quote, acronym: $0.quote.contains(" ") ? nil : $0.quote)
            }
            guard other != entity else { continue }
            if Self.isFurtherName(builder.entity(other).name, of: builder.entity(entity).name) {
                builder.join(entity, other, keepsFirst: true)
                for mention in mentions.dropFirst() { builder.attach(mention, to: entity) }
                continue
            }
            for mention in mentions { builder.attach(mention, to: other) }
            nameClaim(other, mentions[0], main)
            all.append((other, places))
        }
        projects = all.map(\.entity)
        scopes = ProjectScopes(
            views: views, fields: fields, projects: all, entries: finder.sections.filter { $0.level > 6 },
            columns: finder.columns)
    }

    /// "GhostNets BSB" and "GhostNets": the letters of the programme behind a name. "II" and "3" are another project's.
    private static func isFurtherName(_ name: String, of known: String) -> Bool {
        let (short, long) = name.utf8.count < known.utf8.count ? (name, known) : (known, name)
        guard long.hasPrefix(short + " ") else { return false }
        let rest = long.utf8.dropFirst(short.utf8.count + 1)
        return rest.count >= 2 && rest.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
            && !rest.allSatisfy { [0x49, 0x56, 0x58].contains($0) }
    }

    private mutating func nameClaim(_ project: Int, _ mention: Int, _ name: ProjectNames.Name) {
        builder.claim(
            Claim(
                subject: project, property: .name, mention: mention, evidence: [builder.mention(mention).span],
                rule: name.rule, confidence: name.confidence))
    }

    /// "Saltvejene" alone in the first line above labels.
    func isSingleTitle(_ view: BlockView) -> Bool {
        guard view.index == 0, view.range.count == 1, let only = view.range.first else { return false }
        return view.reading.tokens[only].isCapitalized && view.reading.tokens.folded(only).count >= 5
            && view.reading.first(.project, at: only) == nil
            && !view.names.contains { $0.tokens.contains(only) }
    }

    /// A headline of a call or a list of projects, or one that begins with the word for an event: "Conference: …".
    func tellsOfNone(_ view: BlockView) -> Bool {
        view.reading.matches.contains { match in
            match.meaning == .noProject
                || match.meaning == .event && match.start == view.range.lowerBound
                    && [":", "\""].contains { view.reading.ascii(match.end) == $0.utf8.first }
        }
    }

    /// Three or more times the word for project, and someone who leads or pays.
    func speaksOfProject() -> Bool {
        var mentions = 0
        var roles = 0
        var isLed = false
        for view in views {
            for match in view.reading.matches {
                switch view.reading.meaning(match) {
                case .project: mentions += 1
                case .noProject: return false
                case .leadAfter, .leadBefore, .funderAfter, .funderBefore: roles += 1
                // "X (leadpartner), Y and Z"
                case .partnerLead where view.reading.ascii(match.start - 1) == UInt8(ascii: "("): isLed = true
                default: continue
                }
            }
        }
        return mentions >= 3 && roles >= 1 || mentions >= 2 && isLed
    }

    // MARK: Doubt

    private mutating func reportDoubts() {
        for view in views {
            for value in view.values where value.isDoubtful {
                guard case .money(let money) = value.mention.value else { continue }
                builder.problem(
                    Problem(
                        code: "value.ambiguous", severity: .warning,
                        message:
                            "The separators of '\(value.mention.quote)' contradict each other; read as \(money.amount) \(money.currency).",
                        span: value.mention.span))
            }
        }
    }
}
