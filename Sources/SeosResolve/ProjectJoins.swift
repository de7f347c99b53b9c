internal import SeosModel
internal import SeosText

/// Joins projects: by their number, by a long name, by a short name with something else in common, and by what two
/// pages say of a project whose title one of them translates.
struct ProjectJoins {
    static let numberRule = "project.number"
    static let fullNameRule = "project.full-name"
    static let shortNameRule = "project.short-name"
    static let contextRule = "project.context"
    /// The first that joins two is kept.
    static let rules = [numberRule, fullNameRule, shortNameRule, contextRule]

    private(set) var table: NameTable
    let facts: [ProjectFacts?]
    /// What stands for the number of a project in a series: "II", "3", "+"; by entity.
    private let numerals: [String]
    /// Numbers of the folded acronyms; -1 for none; by entity.
    let acronyms: [Int32]

    /// Of those that share a short name, the first are compared with each other, and the others with these.
    static let shortLimit = 40
    /// Facts and partners that more projects share say too little.
    static let contextLimit = 60
    static let partnerLimit = 12
    /// Of a longer list, the first partners are enough.
    private static let partnersCompared = 40

    /// Pairs that are alike, and not alike enough to be joined.
    var open: [Join] = []
    /// Pairs that the joins were chosen from.
    var influences: [(Int, Int)] = []
    /// ``Resolver/Result/choices``.
    var choices: [ProjectChoice] = []
    /// How many pairs of projects were looked at.
    var compared = 0
    /// Names of partners that mean the same.
    private var names: CloseNames?
    /// Keys that more projects share than are among these.
    let crowded: Set<UInt64>
    /// ``Resolver/Scope/isOutside``.
    let isOutside: [Bool]?
    /// ``Resolver/Scope/apart``.
    let apart: [[[Int]]]
    /// ``Resolver/Scope/displaced``.
    private let displaced: Set<UInt64>
    /// ``Resolver/Scope/standing``.
    let standing: [Join]
    /// ``Resolver/Result/isUpset``.
    var isUpset = false
    /// ``Resolver/Result/doubtful``.
    private(set) var doubtful: Set<UInt64> = []
    /// What each project's document says of it, as sorted numbers; years alone left out.
    private let evidence: [[Int32]]
    private let evidenceWords: [String]

    init(
        _ table: NameTable, crowded: Set<UInt64> = [], isOutside: [Bool]? = nil, apart: [[[Int]]] = [],
        displaced: Set<UInt64> = [], standing: [Join] = []
    ) {
        self.table = table
        self.displaced = displaced
        self.standing = standing
        self.isOutside = isOutside
        self.apart = apart
        self.crowded = crowded
        var numbers: [String: Int32] = [:]
        var words: [String] = []
        evidence = table.entities.map { e in
            e.evidence.compactMap { item -> Int32? in
                // A year says less than a month, and too little here.
                if item.hasPrefix("from ") || item.hasPrefix("until ") { return nil }
                if let known = numbers[item] { return known }
                numbers[item] = Int32(words.count)
                words.append(item)
                return Int32(words.count - 1)
            }.sorted()
        }
        evidenceWords = words
        facts = table.entities.map { $0.kind == .project ? ProjectFacts($0) : nil }
        numerals = table.entities.map { $0.kind == .project ? ProjectNumeral.of($0) : "" }
        acronyms = table.entities.map { e in
            guard e.kind == .project, let acronym = e.acronym, Self.isAcronym(acronym) else { return -1 }
            return table.keys.number(of: acronym)
        }
    }

    /// The same joins with a table of names each, for several threads.
    func copies(_ count: Int) -> [ProjectJoins] {
        table.copies(count).map { table in
            var copy = self
            copy.table = table
            return copy
        }
    }

    /// - Parameters:
    ///   - names: names of partners that mean the same.
    ///   - jobs: threads that compare.
    mutating func joins(_ keys: KeyTable, _ names: CloseNames, jobs: Int) -> [Join] {
        self.names = names
        var joins: [Join] = []
        func add(_ join: Join, _ key: UInt64, isLate: Bool = false) {
            joins.append(join)
            guard let isOutside else { return }
            if !isOutside[join.left] || !isOutside[join.right] {
                choices.append(ProjectChoice(join: join, key: key, isLate: isLate))
            } else if displaced.contains(key) {
                choices.append(ProjectChoice(join: explained(join), key: key, isLate: isLate))
            }
        }
        // Programmes number their projects.
        keys.forEachBlock(.number) { key, members in
            let code = table.entities[members[0]].code ?? ""
            for n in members.dropFirst() where !contradict(members[0], n) {
                add(
                    Join(
                        left: members[0], right: n, score: 0.97, reason: "same project number \(code)",
                        rule: Self.numberRule), key)
            }
        }
        keys.forEachBlock(.long) { key, members in
            for n in members.dropFirst() where !contradict(members[0], n) {
                add(
                    Join(
                        left: members[0], right: n, score: 0.95, reason: "same long name", rule: Self.fullNameRule),
                    key)
            }
        }
        keys.forEachBlock(.short) { key, members in
            func fit(_ a: Int, _ b: Int) -> Bool {
                compared += 1
                if contradict(a, b) { return false }
                if meet(evidence[a], evidence[b]) { return true }
                // A short name alone says nothing: another project may have taken it.
                if commonPartners(a, b).isEmpty { return false }
                // Of those outside not all names are known that tell which of their partners' names are close.
                if let isOutside, isOutside[a], isOutside[b], displaced.contains(key) { doubtful.insert(key) }
                return true
            }
            // There are many, and few are kept: why is told later.
            func join(_ a: Int, _ b: Int) -> Join {
                Join(left: a, right: b, score: 0, reason: "", rule: Self.shortNameRule)
            }
            let first = members.prefix(Self.shortLimit)
            for (i, a) in first.enumerated() {
                for b in first.dropFirst(i + 1) where fit(a, b) { add(join(a, b), key) }
            }
            for b in members.dropFirst(Self.shortLimit) {
                if let a = first.first(where: { fit($0, b) }) { add(join(a, b), key, isLate: true) }
            }
        }
        influences = joins.map { ($0.left, $0.right) }
        joins += standing.filter { $0.rule != Self.contextRule }
        return joins + context(joins, keys, names, jobs: jobs)
    }

    /// A join with its score and reason.
    func explained(_ join: Join) -> Join {
        guard join.reason.isEmpty else { return join }
        if join.rule == Self.contextRule {
            var join = join
            join.reason = contextReason(join)
            return join
        }
        let (a, b) = (join.left, join.right)
        var shared = common(evidence[a], evidence[b]).map { evidenceWords[Int($0)] }.sorted()
        if shared.isEmpty {
            shared = commonPartners(a, b).map { "partner \(table.keys.key(of: table.entities[$0.0].name))" }
        }
        return Join(
            left: a, right: b, score: min(0.98, 0.8 + 0.05 * Double(shared.count)),
            reason: "same short name; both: " + shared.prefix(4).joined(separator: ", "), rule: join.rule)
    }

    private func meet(_ x: [Int32], _ y: [Int32]) -> Bool {
        var (i, j) = (0, 0)
        while i < x.count, j < y.count {
            if x[i] == y[j] { return true }
            if x[i] < y[j] { i += 1 } else { j += 1 }
        }
        return false
    }

    /// What stands in both of two sorted lists.
    private func common(_ x: [Int32], _ y: [Int32]) -> [Int32] {
        var found: [Int32] = []
        var (i, j) = (0, 0)
        while i < x.count, j < y.count {
            if x[i] == y[j] { found.append(x[i]) }
            if x[i] <= y[j] { i += 1 } else { j += 1 }
        }
        return found
    }

    func contradict(_ a: Int, _ b: Int) -> Bool {
        guard let x = facts[a], let y = facts[b] else { return false }
        return x.contradicts(y)
    }

    /// "II" against "I", "2" or nothing: another project of a series.
    func haveOtherNumerals(_ a: Int, _ b: Int) -> Bool { numerals[a] != numerals[b] }

    /// The partners of two projects that name one body, one to one.
    ///
    /// - Parameter anyCountry: whether names that leave no doubt count although the pages name two countries.
    func commonPartners(_ a: Int, _ b: Int, anyCountry: Bool = false) -> [(Int, Int)] {
        let left = table.partners[a].prefix(Self.partnersCompared)
        let right = table.partners[b].prefix(Self.partnersCompared)
        guard !left.isEmpty, !right.isEmpty else { return [] }
        var fits: [(score: Double, left: Int, right: Int)] = []
        for x in left {
            for y in right {
                if let score = partnerLikeness(x, y, anyCountry) { fits.append((score, x, y)) }
            }
        }
        if fits.count <= 1 { return fits.map { ($0.left, $0.right) } }
        fits.sort { ($1.score, $0.left, $0.right) < ($0.score, $1.left, $1.right) }
        var pairs: [(Int, Int)] = []
        for fit in fits where !pairs.contains(where: { $0.0 == fit.left || $0.1 == fit.right }) {
            pairs.append((fit.left, fit.right))
        }
        return pairs.sorted { $0.0 < $1.0 }
    }

    private func partnerLikeness(_ x: Int, _ y: Int, _ anyCountry: Bool) -> Double? {
        let (p, q) = (table.traits[x], table.traits[y])
        if p.code >= 0, p.code == q.code { return 1 }
        let isAbroad = NameTable.Traits.differ(p.country, q.country)
        guard !isAbroad || anyCountry, mayBeClose(x, y), let found = table.bestOfAnyCountry(x, y) else { return nil }
        if !isAbroad, found.likeness.score >= 0.5 { return found.likeness.score }
        // A country may be read wrongly; a name that agrees in all that tells bodies apart is not.
        guard anyCountry, found.likeness.isSurelySame else { return nil }
        return found.likeness.score - 0.2
    }

    /// Whether a name of one is a name of the other, or means the same: most partners have nothing in common.
    private func mayBeClose(_ x: Int, _ y: Int) -> Bool {
        for s in table.signatures[x] {
            let close = names?.of[s] ?? []
            for t in table.signatures[y] where s == t || close.contains(t) { return true }
        }
        return false
    }

    /// One word with at least two capitals.
    static func isAcronym(_ name: String) -> Bool {
        !name.contains(" ") && name.count >= 3 && name.filter(\.isUppercase).count >= 2
    }
}

/// The mark by which projects of a series tell themselves apart.
enum ProjectNumeral {
    private static let romans: [String: String] = [
        "i": "", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8",
    ]

    /// "2" for "Green Railway II" and "Green Railway 2.0", "+" for "FIREPOCTEP +"; empty for none and for the first.
    static func of(_ e: LocalEntity) -> String {
        for name in [e.acronym, e.name] {
            guard let name else { continue }
            let mark = of(name)
            if !mark.isEmpty { return mark }
        }
        return ""
    }

    static func of(_ name: String) -> String {
        let words = name.split { $0 == " " || $0 == "\u{A0}" || $0 == "-" || $0 == "–" }
        guard let last = words.last else { return "" }
        if last.utf8.last == UInt8(ascii: "+") { return "+" }
        if words.count > 1 {
            if last.allSatisfy(\.isUppercase), let number = romans[last.lowercased()] { return number }
            if last.utf8.count <= 3, let digit = last.utf8.first, digit >= 0x32, digit <= 0x39,
                last.utf8.dropFirst().allSatisfy({ $0 == 0x2E || $0 == 0x30 })
            {
                return String(last.prefix(1))
            }
        }
        return ""
    }
}
