internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// A table with a body in each row, and its role or country in a column beside it: "Organisation | Country | Role".
///
/// Told by what the cells hold, since headers are worded in a hundred ways: a column of names of bodies, a column of roles
/// or of countries. Each row is a label of its own, its role, above the name.
struct PartnerTable {
    /// Rows of one table, in order.
    private let rows: [BlockView]
    private let finder: FieldFinder

    /// What a column holds, in how many rows.
    private struct Column {
        var bodies = 0
        var names = 0
        var roles = 0
        var countries = 0
    }

    /// A table of one row tells nothing of its columns.
    private static let leastRows = 2

    init(rows: [BlockView], finder: FieldFinder) {
        self.rows = rows.filter { !$0.block.cells.allSatisfy(\.isHeader) && $0.block.cells.count > 1 }
        self.finder = finder
    }

    /// A field for every row that names a partner, by view; nil when the table is none of partners.
    func fields() -> [Int: Field]? {
        guard rows.count >= Self.leastRows else { return nil }
        let width = rows.map(\.block.cells.count).max() ?? 0
        let columns = (0..<width).map(column)
        guard let names = columns.indices.max(by: { (columns[$0].bodies, $1) < (columns[$1].bodies, $0) }),
            columns[names].bodies >= 1, columns[names].names >= Self.leastRows
        else { return nil }
        let codes = columns.indices.lazy.filter { $0 != names }.compactMap(codes(of:)).first
        guard codes != nil || columns[names].bodies * 2 >= rows.count else { return nil }
        let roles = columns.indices.first { $0 != names && columns[$0].roles * 2 >= rows.count }
        let countries = columns.indices.first { $0 != names && columns[$0].countries * 2 >= rows.count }
        // In front of the name, the role is a label like any other.
        if let roles, roles == 0, width <= 3 { return nil }
        let header = header(names)
        if roles == nil, codes == nil {
            // A header that names the role is a label, and is read as one.
            guard header.meaning == nil, columns[names].bodies * 3 >= rows.count * 2,
                countries != nil || header.saysBody
            else { return nil }
        }
        // "Beneficiary" in row after row beside one "lead beneficiary" makes nobody the lead.
        var leads: [String: Int] = [:]
        for row in rows {
            if let column = roles, let role = role(cell(column, row), row), role.meaning == .partnerLead {
                leads[Folding.key(row.reading.string(role.tokens)), default: 0] += 1
            }
        }
        var result: [Int: Field] = [:]
        for (n, row) in rows.enumerated() {
            let name = cell(names, row)
            // A first row that has neither is the header, however it is marked.
            let isHeader =
                n == 0 && !isBody(name, row)
                && (roles.map { self.role(cell($0, row), row) == nil } ?? false
                    || countries.map { finder.country(alone: cell($0, row), row) == nil } ?? false)
            if isHeader { continue }
            guard !name.isEmpty, !Self.isSum(name, row), codes.map({ $0[n] != nil }) ?? true else { continue }
            var role = roles.flatMap { self.role(cell($0, row), row) }
            if let lead = role, lead.meaning == .partnerLead,
                leads[Folding.key(row.reading.string(lead.tokens)), default: 0] > 1
            {
                role?.meaning = .partnerPartner
            }
            let country = countries.flatMap { finder.country(alone: cell($0, row), row) }
            result[row.index] = Field(
                meaning: role?.meaning ?? codes?[n].map(Self.meaning) ?? header.meaning ?? .partnerPartner,
                label: role?.tokens ?? name,
                labelView: row.index,
                parts: [.init(view: row.index, tokens: name, country: country, isItem: true)], form: "table")
        }
        return result
    }

    /// The roles that codes give the rows of a column, "lead beneficiary" among "PP2, PP3" too.
    private func codes(of column: Int) -> [Claim.Role?]? {
        let told = rows.map { role(cell(column, $0), $0).map { PartnerList.role($0.meaning) } }
        let codes = rows.indices.map { told[$0] == nil ? PartnerCode(cell(column, rows[$0]), rows[$0]) : nil }
        guard told.contains(where: { $0 != nil }) else { return PartnerCode.roles(codes) }
        let bare = rows.indices.filter { told[$0] == nil }
        // "1 (водеща)" above bare numbers.
        let areNumbers = bare.allSatisfy { n in codes[n].map { $0.letters.isEmpty && $0.number != nil } ?? false }
        if areNumbers, told.contains(.lead), bare.count > 1, told.count - bare.count == 1 {
            return told.map { $0 ?? .partner }
        }
        guard codes.contains(where: { $0?.number != nil }), var roles = PartnerCode.roles(bare.map { codes[$0] }) else {
            return nil
        }
        let isLed = told.contains(.lead)
        return told.map { role in
            if let role { return role }
            let own = roles.removeFirst()
            return isLed && own == .lead ? .partner : own
        }
    }

    private static func meaning(_ role: Claim.Role) -> Meaning {
        switch role {
        case .lead: return .partnerLead
        case .associated: return .partnerAssociated
        default: return .partnerPartner
        }
    }

    /// "Total", "The whole project": the row of sums, which names nobody.
    static func isSum(_ name: Range<Int>, _ row: BlockView) -> Bool {
        let r = row.reading
        guard let first = name.first, name.count <= 4,
            !row.names.contains(where: { $0.mention.kind == .organization && $0.tokens.overlaps(name) })
        else { return false }
        return r.first(.sumRow, at: first) != nil || name.contains { r.first(.project, at: $0) != nil }
    }

    private func cell(_ n: Int, _ row: BlockView) -> Range<Int> {
        n < row.block.cells.count ? row.tokens(row.block.cells[n].span) : 0..<0
    }

    private func column(_ n: Int) -> Column {
        var column = Column()
        for row in rows {
            let tokens = cell(n, row)
            guard !tokens.isEmpty else { continue }
            if role(tokens, row) != nil {
                column.roles += 1
            } else if finder.country(alone: tokens, row) != nil {
                column.countries += 1
            } else if row.reading.kind(tokens.lowerBound) == .word {
                column.names += 1
                if isBody(tokens, row) { column.bodies += 1 }
            }
        }
        return column
    }

    /// The role a cell names, when it names hardly anything else.
    private func role(_ tokens: Range<Int>, _ row: BlockView) -> (meaning: Meaning, tokens: Range<Int>)? {
        guard tokens.count <= 6, let (meaning, label) = FieldFinder.label(in: tokens, row, whole: true),
            meaning.isPartnerLabel
        else { return nil }
        let words = tokens.filter { row.reading.kind($0) == .word }.count
        return label.filter { row.reading.kind($0) == .word }.count * 2 >= words ? (meaning, tokens) : nil
    }

    /// Whether a name of a body fills half of a cell or begins it.
    private func isBody(_ tokens: Range<Int>, _ row: BlockView) -> Bool {
        row.names.contains {
            $0.mention.kind == .organization && tokens.contains($0.tokens.lowerBound)
                && ($0.tokens.lowerBound == tokens.lowerBound || $0.tokens.count * 2 >= tokens.count)
        }
    }

    /// What the header above a column says: a role, or that it is about bodies.
    private func header(_ column: Int) -> (meaning: Meaning?, saysBody: Bool) {
        for row in rows {
            guard column < row.block.cells.count, let header = row.block.cells[column].header else { continue }
            let tokens = row.reading.tokens.tokens(in: header)
            guard let host = finder.views.view(holding: tokens.lowerBound) else { continue }
            if let (meaning, _) = FieldFinder.label(in: tokens, host, whole: true), meaning.isPartnerLabel {
                return (meaning, true)
            }
            return (nil, tokens.contains { host.reading.first(.orgGeneric, at: $0) != nil })
        }
        return (nil, false)
    }
}
