import SeosModel
import SeosStore

extension WhyCommand {
    /// Which pages name an entity how, and what made one thing of them.
    func explainEntity(_ store: Store) throws {
        let number = Int64(subject)
        var id = try number.flatMap { try store.entity($0) == nil ? nil : $0 }
        if id == nil { id = try store.search(name: subject, limit: 1).first?.id }
        guard let id, let node = try store.entity(id) else {
            let isNumber = number != nil
            throw UserError(
                code: "why.not-found",
                message: isNumber
                    ? "there is no claim \(subject)" : "nothing in the graph is called '\(subject)'",
                hint: isNumber
                    ? "'seos show NAME' lists claims with their numbers" : "'seos status' tells what there is")
        }
        let members = try store.members(of: id)
        let byMention = Dictionary(members.map { ($0.firstMention, $0) }, uniquingKeysWith: { a, _ in a })
        let decisions = try store.joins(of: Set(members.map(\.kind)), between: Set(byMention.keys))
        let output = Output()
        if database.json {
            output.line(json(node, members, decisions, byMention))
            return
        }
        var title = node.label
        if case .string(let name) = node["name"] { title = "\(name)  (\(node.label), \(id))" }
        output.line(Talk.safe(title))
        output.line("")
        for member in members {
            let country = member.country.map { ", \($0)" } ?? ""
            output.line(Talk.safe("  \(member.uri) (\(member.language)) calls it \(member.name)\(country)"))
        }
        output.line("")
        if decisions.isEmpty {
            output.line(
                members.count <= 1 ? "One page names it; nothing was joined." : "Nothing joins them but their code.")
        }
        for known in decisions {
            let d = known.decision
            guard let left = byMention[d.left], let right = byMention[d.right] else { continue }
            output.line(Talk.safe("  \(left.name)  =  \(right.name)"))
            let score = Double(Int(d.score * 100)) / 100
            output.line(Talk.safe("      because: \(d.reason)"))
            output.line(
                Talk.safe("      \(d.maker), score \(score); 'seos undo \(known.id)' takes it back"))
        }
    }

    private func json(
        _ node: GraphSnapshot.Node, _ members: [LocalEntityRow], _ decisions: [Decision],
        _ byMention: [Int64: LocalEntityRow]
    ) -> JSONValue {
        func side(_ mention: Int64) -> JSONValue {
            .object([
                "name": .optional(byMention[mention]?.name), "doc": .optional(byMention[mention]?.uri),
                "mention": .integer(mention),
            ])
        }
        return .object([
            "id": .integer(node.id), "label": .string(node.label),
            "members": .array(
                members.map {
                    .object([
                        "name": .string($0.name), "language": .string($0.language), "doc": .string($0.uri),
                        "country": .optional($0.country), "mention": .integer($0.firstMention),
                    ])
                }),
            "decisions": .array(
                decisions.map {
                    .object([
                        "id": .integer($0.id), "left": side($0.decision.left), "right": side($0.decision.right),
                        "score": .double($0.decision.score), "reason": .string($0.decision.reason),
                        "maker": .string($0.decision.maker),
                    ])
                }),
        ])
    }
}
