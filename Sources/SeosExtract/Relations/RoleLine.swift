internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// A line with a body and its role, where two such lines stand together and no label above says what they are:
/// "Občina Bovec – vodilni partner / Comune di Tarvisio – partner", "VP: Alūksnes novads / PP2: Rõuge vald".
struct RoleLine {
    var meaning: Meaning
    var label: Range<Int>
    var name: Range<Int>
    /// One body; else several with a role each.
    var isOne = true

    private static let mostTokens = 24
    /// Views between two such lines at most.
    private static let mostApart = 2

    /// The lines by view.
    static func find(in views: [BlockView]) -> [Int: RoleLine] {
        var found: [(view: Int, line: RoleLine)] = []
        for view in views {
            guard let line = behindMark(view) ?? behindCode(view, in: views) ?? list(view) else { continue }
            found.append((view.index, line))
        }
        var result: [Int: RoleLine] = [:]
        for (n, line) in found.enumerated() {
            let isNear = [n - 1, n + 1].contains {
                found.indices.contains($0) && abs(found[$0].view - line.view) <= mostApart
            }
            if isNear || !line.line.isOne || line.line.label.upperBound <= line.line.name.lowerBound {
                result[line.view] = line.line
            }
        }
        // Roles alone make nobody the lead where everybody has that one.
        return result.values.contains { $0.meaning == .partnerLead || !$0.isOne } ? result : [:]
    }

    /// "X – lead partner", "X, coordinator", "X (partner)": a role that ends the line.
    private static func behindMark(_ view: BlockView) -> RoleLine? {
        let r = view.reading
        // The first line of a list in plain text may look like the heading of the others.
        var isHeading = false
        if case .heading = view.block.kind { isHeading = true }
        guard view.block.label == nil, view.block.kind == .paragraph || view.isItem || isHeading,
            view.range.count <= mostTokens, !view.isProse, var end = view.range.last.map({ $0 + 1 }),
            view.range.count >= 3
        else { return nil }
        if ".;,".utf8.contains(r.ascii(end - 1)) { end -= 1 }
        let isBracketed = r.ascii(end - 1) == UInt8(ascii: ")")
        guard isBracketed || !isHeading else { return nil }
        if isBracketed { end -= 1 }
        // "partner 2"
        if r.kind(end - 1) == .number, r.digits(end - 1) <= 2 { end -= 1 }
        // "12).": what is left is no name and a role.
        let firstRole = max(view.range.lowerBound + 2, end - 4)
        guard firstRole < end else { return nil }
        for start in firstRole..<end {
            guard
                let label = r.at(start).first(where: {
                    $0.end == end
                        && ($0.meaning == .partnerLead || $0.meaning == .partnerPartner
                            || $0.meaning == .partnerAssociated)
                })
            else { continue }
            let mark = start - 1
            let isMarked =
                isBracketed
                ? r.ascii(mark) == UInt8(ascii: "(")
                : r.ascii(mark) == UInt8(ascii: ",") || r.isDash(mark) && !r.glued(mark)
            let name = view.range.lowerBound..<mark
            let first = name.first { r.kind($0) == .word }
            guard isMarked, let first, r.isCapital(first), FieldFinder.label(in: name, view, whole: true) == nil,
                !name.contains(where: { ":(".utf8.contains(r.ascii($0)) })
            else { return nil }
            return RoleLine(meaning: label.meaning, label: start..<end, name: name)
        }
        return nil
    }

    /// "VP: Alūksnes novada pašvaldība" above "PP2: …": the letters of a lead's role in front of a colon, in a list where
    /// the others have theirs.
    private static func behindCode(_ view: BlockView, in views: [BlockView]) -> RoleLine? {
        let r = view.reading
        guard let label = view.block.label.map(view.tokens), let value = view.block.value.map(view.tokens),
            let code = label.first, !value.isEmpty, r.tokens[code].isAllCaps, r.first(.leadCode, at: code) != nil,
            label.count == 1 || label.count == 2 && r.digits(code + 1) == 1, views.indices.contains(view.index + 1),
            let next = views[view.index + 1].range.first, r.tokens[next].isAllCaps, r.tokens.folded(next).count <= 3,
            r.kind(next + 1) == .number || isNumber(next + 1, views[view.index + 1])
        else { return nil }
        return RoleLine(meaning: .partnerLead, label: label, name: value)
    }

    /// "Grad Ogulin (vodeći partner), Općina Kostel (Slovenija), Hrvatske šume (partner)": several bodies on a line, one of
    /// which leads by its bracket.
    private static func list(_ view: BlockView) -> RoleLine? {
        let r = view.reading
        guard view.block.label == nil, view.block.kind == .paragraph || view.isItem, !view.isProse,
            view.range.count <= 3 * mostTokens, let first = view.range.first, r.isCapital(first)
        else { return nil }
        var depth = 0
        var commas = 0
        var lead: Range<Int>?
        for i in view.range {
            switch r.ascii(i) {
            case UInt8(ascii: "("):
                depth += 1
                if let label = r.first(.partnerLead, at: i + 1), r.ascii(label.end) == UInt8(ascii: ")") {
                    lead = label.start..<label.end
                }
            case UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: ",") where depth == 0, UInt8(ascii: ";") where depth == 0: commas += 1
            case UInt8(ascii: ":"): return nil
            default: continue
            }
        }
        guard let lead, commas >= 1 else { return nil }
        return RoleLine(meaning: .partnerPartner, label: lead, name: view.range, isOne: false)
    }

    private static func isNumber(_ i: Int, _ view: BlockView) -> Bool {
        view.reading.kind(i) == .number && view.reading.digits(i) <= 2
    }
}
