internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Roles without a colon in a line that tells of one project: "Quiet shore – lead partner City of Larne, partners Kelp
/// Trust and Birkhaven Museum, 450,000 euros, 2024–2026".
extension FieldFinder {
    private static let mostTokens = 80

    /// A field for each role behind a mark with a body right behind it; none without a lead.
    func rolesInLine(_ view: BlockView) -> [Field] {
        guard view.block.label == nil, view.isItem || view.block.kind == .paragraph && !view.isProse,
            (6...Self.mostTokens).contains(view.range.count)
        else { return [] }
        let r = view.reading
        var found: [Field] = []
        var end = view.range.lowerBound
        for i in view.range.dropFirst() where i >= end && isSeparated(i, view) {
            guard let role = r.at(i).first(where: { Self.roles.contains($0.meaning) }), r.isCapital(role.end),
                Self.label(at: role.end, view) == nil, !r.breaks(before: role.end),
                !view.values.contains(where: { $0.tokens.lowerBound == role.end })
            else { continue }
            end = endOfBodies(from: role.end, view, isOne: role.meaning == .partnerLead)
            found.append(
                Field(
                    meaning: role.meaning, label: role.start..<role.end, labelView: view.index,
                    parts: [.init(view: view.index, tokens: role.end..<end, country: nil, isItem: false)], form: "line")
            )
        }
        return found.contains { $0.meaning == .partnerLead } ? found : []
    }

    private static let roles: [Meaning] = [.partnerLead, .partnerPartner, .partnerAssociated]

    /// Where the names behind a role end: at a mark that no further name follows, at a number, at the next role.
    private func endOfBodies(from start: Int, _ view: BlockView, isOne: Bool) -> Int {
        let r = view.reading
        var depth = 0
        for i in start + 1..<max(start + 1, view.range.upperBound) {
            switch r.ascii(i) {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                if depth == 0 { return i }
                depth -= 1
            case UInt8(ascii: ";"): return i
            case UInt8(ascii: ","):
                let isName = r.isCapital(i + 1) && Self.label(at: i + 1, view) == nil
                if depth == 0, isOne || !isName { return i }
            case UInt8(ascii: "."):
                if i + 1 == view.range.upperBound
                    || r.isCapital(i + 1) && !r.glued(i + 1) && r.tokens.folded(i - 1).count > 2
                {
                    return i
                }
            default:
                if r.isDash(i), !r.glued(i) { return i }
                if depth == 0, view.values.contains(where: { $0.tokens.lowerBound == i }) { return i }
            }
        }
        return view.range.upperBound
    }
}
