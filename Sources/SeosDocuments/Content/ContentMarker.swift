internal import SeosModel

/// Decides which blocks of a page are its content.
///
/// What the markup says comes first, then the smallest element that holds most of the running text, then links and
/// repetition. Nothing is removed: a block that is not content keeps its place and gets another role.
struct ContentMarker {
    var drafts: [BlockDraft]
    let tree: HTMLTree
    let hints: HTMLRoles
    /// Bytes of running text in a draft.
    var prose: [Int] = []
    var proseBelow: [Int] = []
    /// Drafts that state facts, below a node.
    var factsBelow: [Int] = []
    /// Whether names of classes are believed where they call running text something else.
    private var isCredulous = true
    /// Lines whose words announce other pages.
    var announcements: [Int] = []
    /// Lines of boxes that hold a label and its value each.
    private var cards: Set<Int> = []

    static func mark(
        _ drafts: inout [BlockDraft], tree: HTMLTree, hints: HTMLRoles, document: Document, options: ReadingOptions
    ) {
        guard !drafts.isEmpty else { return }
        var document = document
        document.language = language(of: drafts, declared: document.language, options)
        var marker = ContentMarker(drafts, tree, hints)
        marker.run(document, options)
        if marker.keepsTooLittle {
            // Names and boxes misled: the page once more, believing only what says that it is no text at all.
            var second = ContentMarker(drafts, tree, hints)
            second.isCredulous = false
            second.run(document, options)
            if second.keptProse > 3 * marker.keptProse + 200 {
                for i in drafts.indices where marker.drafts[i].role == .content { second.drafts[i].role = .content }
                marker = second
            }
        }
        drafts = marker.drafts
    }

    /// The language of the longest paragraphs: pages declare none, or that of their template.
    private static func language(of drafts: [BlockDraft], declared: String, _ options: ReadingOptions) -> String {
        var sample: [UInt8] = []
        for draft in drafts where draft.inkBytes >= 120 && draft.linkDensity < 0.3 && sample.count < 1000 {
            sample.append(contentsOf: draft.bytes.prefix(1000))
            sample.append(0x0A)
        }
        let language = sample.isEmpty ? declared : options.identify(sample, declared)
        return language == "und" ? declared : language
    }

    /// Bytes of running text that are kept.
    private var keptProse: Int { drafts.reduce(0) { $1.role == .content ? $0 + runningBytes($1) : $0 } }

    /// Whether hardly any of the running text of a page is left.
    private var keepsTooLittle: Bool {
        let kept = keptProse
        guard kept < 400 else { return false }
        return drafts.reduce(0) { $0 + runningBytes($1) } > 6 * kept + 400
    }

    private func runningBytes(_ draft: BlockDraft) -> Int {
        let plain = draft.inkBytes - draft.linkBytes
        return plain >= 80 && draft.linkDensity < 0.3 ? plain : 0
    }

    private init(_ drafts: [BlockDraft], _ tree: HTMLTree, _ hints: HTMLRoles) {
        self.drafts = drafts
        self.tree = tree
        self.hints = hints
    }

    private mutating func run(_ document: Document, _ options: ReadingOptions) {
        countFacts()
        inheritRoles()
        readWords(document, options)
        markRepetition()
        measureProse()
        let isGenerous = options.focus <= 0.25
        if !isGenerous, let region = mainRegion() { markOutside(region) }
        markLinkLists()
        if !isGenerous { markHeadlineLists() }
        markTeasers()
        if !isGenerous { markSections() }
        if !isGenerous { markAsides() }
        if !isGenerous { markButtons() }
        markBeforeTitle()
        markDateline()
        if !isGenerous {
            markBylines()
            markLeadIns()
            markCredits()
        }
        if options.focus >= 0.75 { markScraps() }
        markEnds()
        keepSomething()
    }

    // MARK: - What the markup says

    private mutating func countFacts() {
        factsBelow = [Int](repeating: 0, count: tree.nodes.count)
        for draft in drafts where draft.node >= 0 {
            let states: Bool
            switch draft.kind {
            case .labelValue: states = draft.value != nil && draft.linkDensity < 0.6 || draft.label != nil
            case .tableRow: states = draft.linkDensity < 0.6
            case .contact: states = true
            case .listItem, .paragraph: states = draft.linkDensity < 0.6 && Self.beginsWithLabel(draft.bytes)
            default: states = false
            }
            if states { factsBelow[Int(draft.node)] += draft.kind == .contact ? 2 : 1 }
        }
        let found = findCards()
        cards = found.drafts
        for box in found.boxes { factsBelow[box] += 1 }
        for i in tree.nodes.indices.reversed() where tree.nodes[i].parent >= 0 {
            factsBelow[Int(tree.nodes[i].parent)] += factsBelow[i]
        }
    }

    /// "Programme: Interreg …": a few words, a colon, and something behind it on the same line.
    private static func beginsWithLabel(_ bytes: [UInt8]) -> Bool {
        guard bytes.count <= 200, let colon = bytes.prefix(48).firstIndex(of: UInt8(ascii: ":")), colon >= 2,
            colon + 2 < bytes.count, bytes[colon + 1] == 0x20
        else { return false }
        return !bytes[..<colon].contains { ".?!;,".utf8.contains($0) }
    }

    private mutating func inheritRoles() {
        var inherited = [Block.Role?](repeating: nil, count: tree.nodes.count)
        for (i, node) in tree.nodes.enumerated() {
            if node.parent >= 0, let role = inherited[Int(node.parent)] {
                inherited[i] = role
            } else if let role = hints.roles[i] {
                // Boxes at the side with facts in them are what these pages are read for.
                let holdsFacts = hints.isDoubtful[i] && factsBelow[i] >= 2 && hints.linkDensity(i) < 0.5
                let isText =
                    !isCredulous && (role == .furniture || role == .related) && hints.ink[i] >= 200
                    && hints.linkDensity(i) < 0.3
                if !holdsFacts && !isText { inherited[i] = role }
            }
        }
        for i in drafts.indices where drafts[i].node >= 0 {
            if let role = inherited[Int(drafts[i].node)] { drafts[i].role = role }
        }
    }

    private mutating func readWords(_ document: Document, _ options: ReadingOptions) {
        for i in drafts.indices where drafts[i].role == .content && drafts[i].bytes.count <= 240 {
            if let role = options.noise.role(of: drafts[i].bytes, language: document.language), !isDated(i, role) {
                drafts[i].role = role
                if role == .related { announcements.append(i) }
            } else if let label = drafts[i].label, label.count < drafts[i].bytes.count, label.count <= 60 {
                // "Read also: Headline of another page", "Photo: Name".
                let role = options.noise.role(of: Array(drafts[i].bytes[label]), language: document.language)
                if role == .related || role == .furniture && !isAmongFields(i) { drafts[i].role = role ?? .related }
            }
        }
        for i in drafts.indices where drafts[i].role == .content && drafts[i].bytes.count <= 700 {
            let bytes = drafts[i].bytes
            if bytes.starts(with: [0xC2, 0xA9]) || bytes.count <= 200 && bytes.starts(with: Array("Copyright ".utf8)) {
                drafts[i].role = .footer
            }
            guard bytes.count <= 200 else { continue }
            if case .paragraph = drafts[i].kind {
                let isMenu = bytes.withUnsafeBufferPointer {
                    PlainTextRoles.isMenu($0, 0..<$0.count, mayUseBars: drafts[i].linkDensity > 0.4)
                }
                if isMenu && drafts[i].linkDensity > 0.3 { drafts[i].role = .navigation }
            }
        }
    }

    /// "Source: EEA Grants" between "Beneficiary: …" and "Value: …": a row of a table of facts, where alone it says where a
    /// picture comes from.
    private func isAmongFields(_ i: Int) -> Bool {
        func isField(_ k: Int) -> Bool {
            guard drafts.indices.contains(k), drafts[k].role == .content, drafts[k].label != nil,
                case .labelValue = drafts[k].kind
            else { return false }
            return drafts[k].value != nil
        }
        return isField(i) && isField(i - 1) && isField(i + 1)
    }

    /// "Inicio | 01/10/2023", or one below the other: what is the home page in a menu is the beginning beside a date.
    private func isDated(_ i: Int, _ role: Block.Role) -> Bool {
        guard role == .navigation, drafts[i].linkDensity < 0.5 else { return false }
        if let value = drafts[i].value { return drafts[i].bytes[value].contains(where: TextShape.isDigit) }
        guard i + 1 < drafts.count, drafts[i + 1].kind == .paragraph, drafts[i + 1].bytes.count <= 40 else {
            return false
        }
        return drafts[i + 1].bytes.count(where: TextShape.isDigit) >= 4
    }

    private mutating func markRepetition() {
        // Only what is as long as something else is compared with it.
        var lengths: [Int: Int] = [:]
        for draft in drafts where draft.role == .content { lengths[draft.bytes.count, default: 0] += 1 }
        var seen: [[UInt8]: Int] = [:]
        for draft in drafts where draft.role == .content && lengths[draft.bytes.count] != 1 {
            seen[draft.bytes, default: 0] += 1
        }
        var shown: Set<[UInt8]> = []
        for i in drafts.indices where drafts[i].role == .content && lengths[drafts[i].bytes.count] != 1 {
            let bytes = drafts[i].bytes
            let count = seen[bytes] ?? 0
            guard count > 1 else { continue }
            // What comes thrice and more is the questions of an interview, the fields of a form.
            let isFirst = shown.insert(bytes).inserted
            if case .tableRow = drafts[i].kind { continue }
            // Two projects of one programme say so under the same label.
            if bytes.count >= 60 && count == 2 && !isFirst && drafts[i].label == nil { drafts[i].role = .related }
            if bytes.count < 40 && count >= 3 && drafts[i].linkDensity > 0.5 { drafts[i].role = .furniture }
        }
    }

    // MARK: - Where the text is

    private mutating func measureProse() {
        prose = drafts.map { draft in
            guard draft.role == .content, draft.linkDensity < 0.5 else { return 0 }
            let plain = draft.inkBytes - draft.linkBytes
            // A web address, however long, is not running text.
            if !draft.bytes.contains(where: { $0 <= 0x20 || $0 >= 0x80 }) { return plain / 4 }
            switch draft.kind {
            case .heading: return 0
            case .paragraph, .labelValue, .contact, .preformatted:
                return plain >= 80 ? plain : plain >= 30 ? plain / 2 : plain / 4
            case .listItem: return plain >= 60 ? plain * 3 / 4 : plain / 4
            case .tableRow: return plain / 2
            }
        }
        proseBelow = [Int](repeating: 0, count: tree.nodes.count)
        for (i, draft) in drafts.enumerated() where draft.node >= 0 { proseBelow[Int(draft.node)] += prose[i] }
        for i in tree.nodes.indices.reversed() where tree.nodes[i].parent >= 0 {
            proseBelow[Int(tree.nodes[i].parent)] += proseBelow[i]
        }
    }

    /// The element that holds the content: the one named so, `main` or `article`, else the smallest one with most of
    /// the running text. nil when the text is spread.
    private func mainRegion() -> Int? {
        let roots = tree.nodes.indices.filter { tree.nodes[$0].parent < 0 }
        let total = roots.reduce(0) { $0 + proseBelow[$1] }
        guard total >= 200, let root = roots.max(by: { proseBelow[$0] < proseBelow[$1] }) else { return nil }
        let named = hints.bodies.filter { proseBelow[$0] * 10 >= total * 4 && proseBelow[$0] >= 250 }
        if let best = named.max(by: { (proseBelow[$0], $0) < (proseBelow[$1], $1) }) {
            return widened(wholeBody(best))
        }
        let articles = tree.nodes.indices.filter { tree.nodes[$0].tag == .article }
        let mains = tree.nodes.indices.filter { tree.nodes[$0].tag == .main }
        let article = articles.max { proseBelow[$0] < proseBelow[$1] }
        if let article, proseBelow[article] * 10 >= total * 6 { return joined(article, articles) }
        if let main = mains.max(by: { proseBelow[$0] < proseBelow[$1] }), proseBelow[main] * 10 >= total * 6 {
            return main
        }
        // Several articles one after the other: the posts of a discussion.
        if let article {
            let whole = joined(article, articles)
            if proseBelow[whole] * 10 >= total * 7 { return whole }
        }
        var region = root
        search: while true {
            var child = region + 1
            while child < Int(tree.nodes[region].end) {
                if proseBelow[child] * 100 >= total * 80,
                    tree.nodes[child].tag.isBlock || tree.nodes[child].tag == .unknown
                {
                    region = child
                    continue search
                }
                child = Int(tree.nodes[child].end)
            }
            break
        }
        // A single long paragraph is no region.
        while let parent = parent(of: region),
            ![.div, .section, .td, .article, .main, .body].contains(tree.nodes[region].tag)
        {
            region = parent
        }
        return region
    }

    func parent(of node: Int) -> Int? {
        let parent = tree.nodes[node].parent
        return parent < 0 ? nil : Int(parent)
    }

    /// An article in several bodies: what holds them all.
    private func wholeBody(_ best: Int) -> Int { joined(best, hints.bodies, least: 5) }

    /// What holds the best element and the others of its kind that have a good part of its text.
    private func joined(_ best: Int, _ all: [Int], least: Int = 3) -> Int {
        let others = all.filter {
            proseBelow[$0] * least >= proseBelow[best] && ($0 < best || $0 >= Int(tree.nodes[best].end))
                && !($0 < best && best < Int(tree.nodes[$0].end))
        }
        guard !others.isEmpty else { return best }
        var node = best
        while !others.allSatisfy({ $0 >= node && $0 < Int(tree.nodes[node].end) }), let parent = parent(of: node) {
            node = parent
        }
        return node
    }

    /// The body of an article without its lead or its boxes is too little: the `article` or `main` around it, when
    /// that adds some text and not much.
    private func widened(_ body: Int) -> Int {
        var node = body
        while let parent = parent(of: node) {
            if tree.nodes[parent].tag == .article, proseBelow[parent] * 10 <= proseBelow[body] * 13 { return parent }
            node = parent
        }
        return body
    }

    /// Where a region ends that is a frame around the body of an article: a lead may stand before the body, and lists
    /// and fields of the page behind it, unless there are headlines among them that lead to other pages.
    private func end(of region: Int) -> Int {
        let end = Int(tree.nodes[region].end)
        let body = hints.bodies.last { body in
            body > region && body < end && proseBelow[body] * 10 >= proseBelow[region] * 8
        }
        guard let body else { return end }
        let bodyEnd = min(Int(tree.nodes[widened(wholeBody(body))].end), end)
        let headlines = drafts.filter { (bodyEnd..<end).contains(Int($0.node)) && isHeadline($0) }
        return headlines.count >= 2 ? bodyEnd : end
    }

    private mutating func markOutside(_ region: Int) {
        let inside = region..<end(of: region)
        let first = drafts.firstIndex { inside.contains(Int($0.node)) } ?? 0
        // The headline often stands before its article, with a lead.
        var headline = drafts[..<first].lastIndex { $0.kind == .heading(level: 1) && $0.role == .content }
        if headline == nil {
            headline = drafts[..<first].lastIndex { $0.isHeading && $0.role == .content && $0.linkDensity < 0.5 }
                .flatMap { first - $0 <= 6 ? $0 : nil }
        }
        let frame = enclosing(region)
        for i in drafts.indices where drafts[i].role == .content && !inside.contains(Int(drafts[i].node)) {
            if let headline, i >= headline, i < first {
                // A lead may be written as a heading.
                let isLead = drafts[i].isHeading && drafts[i].inkBytes >= 60 && drafts[i].linkDensity < 0.5
                if i == headline || prose[i] >= 60 || drafts[i].isFact || isLead { continue }
            }
            // Facts beside the text, within the same main part of the page.
            if frame.contains(Int(drafts[i].node)), factGroup(i) { continue }
            drafts[i].role = i < first ? .navigation : .related
        }
    }

    /// The `main` around a region, or a little more than the region.
    private func enclosing(_ region: Int) -> Range<Int> {
        var node = region
        while let parent = parent(of: node) {
            node = parent
            if tree.nodes[node].tag == .main { return node..<Int(tree.nodes[node].end) }
        }
        let around = parent(of: region) ?? region
        return around..<Int(tree.nodes[around].end)
    }

    private func factGroup(_ i: Int) -> Bool {
        guard drafts[i].isFact || drafts[i].isHeading || drafts[i].isListItem || cards.contains(i) else { return false }
        guard drafts[i].linkDensity < 0.6, let box = parent(of: Int(drafts[i].node)) else { return false }
        return drafts[i].kind == .contact || factsBelow[box] >= 2
            || parent(of: box).map { factsBelow[$0] >= 3 } ?? false
    }
}

extension BlockDraft {
    /// Whether the layout alone says that something is stated here.
    var isFact: Bool {
        switch kind {
        case .labelValue: return value != nil && linkDensity < 0.8
        case .tableRow: return linkDensity < 0.8
        case .contact: return true
        default: return false
        }
    }
}
