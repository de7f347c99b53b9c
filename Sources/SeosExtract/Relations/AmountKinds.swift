internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Decides what an amount of money is: the project's total, the EU's part, somebody's share, or not the project's.
struct AmountKinds {
    struct Decision {
        var kind: Claim.AmountKind
        /// The organization mention (index into the view's names) whose share it is.
        var owner: Int?
        var ownerView: Int?
        var rule: String
        var confidence: Double
        /// A place that says whose share it is ("no tām Valmierā"): an index into the view's names.
        var place: Int?
        /// What the amount is when that place is no partner's.
        var plainKind: Claim.AmountKind?
        /// An earlier plan's figure, which the page itself replaces.
        var isSuperseded = false
        /// The cell that names the body whose share it is.
        var ownerTokens: Range<Int>?
        /// The end of the words behind the amount that told what it is: they say nothing of the next amount.
        var cueEnd: Int?
        /// Whether a noun for a share or "our" says that it is somebody's, not only who stands beside it.
        var isToldAsShare = false
    }

    let views: [BlockView]
    let fields: [Field]
    /// Where the names of projects stand, by view.
    let projectNames: [Int: [Int]]
    /// Whether a page of several projects speaks of one of them in a view.
    let isInScope: (Int) -> Bool
    /// The amount labels that govern parts of a view.
    let byView: [Int: [Int]]
    /// Cells below headers for names of projects, by view.
    let projectCells: [Int: [Range<Int>]]
    /// Groups of table rows that name bodies in front: each row's amounts are its body's.
    let partnerTables: Set<Int>
    /// Groups of table rows that tell who pays.
    let giverTables: Set<Int>
    /// The names of partners' cards, by the views of their lines.
    let cardNames: [Int: Int]
    /// Groups of table rows with an earlier and a later figure beside each other.
    let versionTables: Set<Int>
    /// What a partner's name covers: rows and columns headed by it are its own.
    let isPartner: (BlockView, Range<Int>) -> Bool
    /// Whether a common noun stands for a partner: "the council" on a page that Cork County Council leads.
    let isPartnersNoun: (BlockView, Int) -> Bool

    init(
        views: [BlockView], fields: [Field], projectNames: [Int: [Int]] = [:],
        isInScope: @escaping (Int) -> Bool = { _ in true },
        isPartner: @escaping (BlockView, Range<Int>) -> Bool = { _, _ in false },
        isPartnersNoun: @escaping (BlockView, Int) -> Bool = { _, _ in false }
    ) {
        self.views = views
        self.fields = fields
        self.projectNames = projectNames
        self.isInScope = isInScope
        self.isPartner = isPartner
        self.isPartnersNoun = isPartnersNoun
        var byView: [Int: [Int]] = [:]
        for (n, field) in fields.enumerated() where field.meaning.isAmountLabel {
            for part in field.parts where byView[part.view]?.last != n { byView[part.view, default: []].append(n) }
        }
        self.byView = byView
        var projectCells: [Int: [Range<Int>]] = [:]
        for field in fields
        where [.projectName, .projectFullName, .projectAcronym].contains(field.meaning) {
            for part in field.parts { projectCells[part.view, default: []].append(part.tokens) }
        }
        self.projectCells = projectCells
        cardNames = Self.cards(views, fields)
        giverTables = Self.giverTables(views)
        var tables: Set<Int> = []
        for view in views
        where view.isUnderHeader && !tables.contains(view.block.group) && !giverTables.contains(view.block.group) {
            guard let head = Self.rowHead(view) else { continue }
            if let cells = projectCells[view.index], cells.contains(where: { $0.overlaps(head) }) { continue }
            let words = head.filter { view.reading.kind($0) == .word }.count
            let isName = view.names.contains {
                $0.mention.kind == .organization && $0.mention.code == nil && head.contains($0.tokens.lowerBound)
                    && $0.tokens.count * 2 >= words
            }
            if isPartner(view, head) || isName && FieldFinder.label(in: head, view, whole: true) == nil {
                tables.insert(view.block.group)
            }
        }
        partnerTables = tables
        versionTables = Self.versionTables(views)
    }

    private func tableFields(_ view: BlockView) -> [Field] { byView[view.index]?.map { fields[$0] } ?? [] }

    /// Decisions for the money values of one view, by index into its values; amounts that are not the project's are
    /// left out.
    func decide(_ view: BlockView) -> [Int: Decision] {
        var decisions: [Int: Decision] = [:]
        // "Súvisiace: …": what a line tells of other pages is not the project's.
        if let related = view.reading.first(.noiseRelated, at: view.range.lowerBound),
            view.reading.ascii(related.end) == UInt8(ascii: ":")
        {
            return [:]
        }
        let table = tableFields(view)
        var previous: (index: Int, decision: Decision?)?
        for (k, value) in view.values.enumerated() where value.mention.kind == .money {
            let sentence = view.sentence(at: value.tokens.lowerBound)
            let before = previous.flatMap { view.values[$0.index].tokens.upperBound > sentence.lowerBound ? $0 : nil }
            let told = before?.decision?.cueEnd ?? 0
            let from = before.map { max(view.values[$0.index].tokens.upperBound, told) } ?? sentence.lowerBound
            let next = view.values[(k + 1)...].first {
                $0.mention.kind == .money && $0.tokens.lowerBound < sentence.upperBound
            }
            let field = table.first { field in
                field.parts.contains { $0.view == view.index && $0.tokens.contains(value.tokens.lowerBound) }
            }
            // In a row of labels and values each pair is by itself.
            let isPair = !view.isUnderHeader && view.block.cells.count >= 4 && field?.labelView == view.index
            let begin = max(from, isPair ? field?.label.lowerBound ?? from : from)
            let place = Place(
                view: view, value: value, sentence: sentence,
                left: min(begin, value.tokens.lowerBound)..<value.tokens.lowerBound,
                right: clause(
                    value.tokens.upperBound..<(next?.tokens.lowerBound ?? sentence.upperBound), view,
                    hasNext: next != nil),
                before: before.map { view.values[$0.index] }, previous: before?.decision,
                next: next?.tokens.lowerBound, isFirst: previous == nil)
            let decision = ofGiverRow(place) ?? decide(place, field: field ?? table.first)
            if let decision { decisions[k] = decision }
            previous = (k, decision)
        }
        return decisions
    }

    /// An amount with what stands around it.
    struct Place {
        var view: BlockView
        var value: ValueReader.Found
        var sentence: Range<Int>
        /// From the amount before, or the beginning of the sentence.
        var left: Range<Int>
        /// To the end of the clause.
        var right: Range<Int>
        var before: ValueReader.Found?
        var previous: Decision?
        /// Where the next amount of the sentence begins.
        var next: Int?
        /// The first amount of its view.
        var isFirst: Bool
    }

    /// What follows an amount up to a semicolon; up to a comma where another amount follows, whose words stand there.
    private func clause(_ tokens: Range<Int>, _ view: BlockView, hasNext: Bool) -> Range<Int> {
        let r = view.reading
        var closes = false
        for i in tokens {
            let c = r.ascii(i)
            // A bracket that holds the next amount.
            if hasNext, !closes, c == UInt8(ascii: "(") {
                closes = (i..<tokens.upperBound).contains { r.ascii($0) == UInt8(ascii: ")") }
                if !closes { return tokens.lowerBound..<i }
            }
            if c == UInt8(ascii: ";") || r.tokens[i].newlineBefore || hasNext && r.first(.ofWhich, at: i) != nil
                || hasNext && c == UInt8(ascii: ",")
            {
                return tokens.lowerBound..<i
            }
        }
        return tokens
    }
}
