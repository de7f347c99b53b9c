import SeosModel

/// Finds what the claims about one project disagree on.
///
/// Only questions with one answer are asked. A project has many partners, regions and other amounts; it has one
/// total, one first day and one lead partner. Two documents disagree when no answer of the one is an answer of the
/// other; what one page alone says twice is no disagreement of sources.
struct ConflictFinder {
    struct Topic: Hashable {
        var property: Claim.Property
        var amountKind: Claim.AmountKind?
        var ownerID: Int64?
        /// Amounts in two currencies cannot be compared.
        var currency = ""

        var sortKey: (Int, Int, Int64, String) {
            (property.rawValue, amountKind?.rawValue ?? 0, ownerID ?? 0, currency)
        }
    }

    struct Answer {
        var text: String
        /// Who it is, where the answer is an organization.
        var entityID: Int64?
        var claims: [ClaimRow]
    }

    private var answers: [Topic: [String: Answer]] = [:]

    /// The questions with contradicting answers, in a fixed order; answers given by most documents first.
    var disagreements: [(topic: Topic, answers: [Answer])] {
        answers
            .filter { Self.contradict($0.key, $0.value) }
            .sorted { $0.key.sortKey < $1.key.sortKey }
            .map { topic, byText in (topic, byText.values.sorted(by: Self.isBefore)) }
    }

    mutating func add(_ claim: ClaimRow) {
        guard let value = claim.value else { return }
        switch claim.property {
        case .amount: addAmount(claim, value)
        case .start: addDate(claim, .start, ValueText.date(value)?.start)
        case .end:
            let date = ValueText.date(value)
            addDate(claim, .end, date?.end ?? date?.start)
        case .period:
            guard let date = ValueText.date(value) else { return }
            addDate(claim, .start, date.start)
            // "2019" as a project's period begins and ends in that year.
            addDate(claim, .end, date.isPeriod ? date.end : date.start)
        case .duration: add(claim, Topic(property: .duration), value)
        case .partner where claim.role == .lead:
            guard let lead = claim.objectID else { return }
            add(claim, Topic(property: .partner), String(lead), text: value, entityID: lead)
        default: break
        }
    }

    private mutating func addAmount(_ claim: ClaimRow, _ value: String) {
        guard let kind = claim.amountKind, kind != .other, let money = ValueText.money(value) else { return }
        let isShare = kind == .partnerShare || kind == .partnerEU
        // A share of nobody known, or of somebody resolution has not placed, may be anybody's.
        if isShare || claim.owner != nil, claim.ownerID == nil { return }
        add(claim, Topic(property: .amount, amountKind: kind, ownerID: claim.ownerID, currency: money.currency), value)
    }

    private mutating func addDate(_ claim: ClaimRow, _ property: Claim.Property, _ point: DatePoint?) {
        guard let point else { return }
        add(claim, Topic(property: property), point.iso)
    }

    private mutating func add(
        _ claim: ClaimRow, _ topic: Topic, _ key: String, text: String? = nil, entityID: Int64? = nil
    ) {
        answers[topic, default: [:]][key, default: Answer(text: text ?? key, entityID: entityID, claims: [])]
            .claims.append(claim)
    }

    private static func contradict(_ topic: Topic, _ answers: [String: Answer]) -> Bool {
        guard answers.count > 1 else { return false }
        var byDocument: [Int64: Set<String>] = [:]
        for (key, answer) in answers {
            for claim in answer.claims { byDocument[claim.documentID, default: []].insert(key) }
        }
        let isDate = topic.property == .start || topic.property == .end
        let views = Array(Set(byDocument.values))
        return views.indices.contains { i in
            views[(i + 1)...].contains { other in
                !views[i].contains { a in other.contains { b in a == b || isDate && Self.agree(a, b) } }
            }
        }
    }

    /// Dates are compared at the coarser precision of the two: 2023 and 2023-06-21 agree.
    private static func agree(_ a: String, _ b: String) -> Bool { a.hasPrefix(b + "-") || b.hasPrefix(a + "-") }

    private static func isBefore(_ a: Answer, _ b: Answer) -> Bool {
        let (left, right) = (Set(a.claims.map(\.documentID)).count, Set(b.claims.map(\.documentID)).count)
        if left != right { return left > right }
        return (a.text, a.entityID ?? 0) < (b.text, b.entityID ?? 0)
    }
}
