internal import SeosModel
internal import SeosResolve
internal import SeosStore
internal import SeosText

/// What each project's document says of it besides names, as short keys.
struct ProjectEvidence {
    private(set) var evidence: Set<String> = []
    /// Numbers of the document's organizations that are its partners.
    private(set) var partners: [Int] = []

    mutating func add(_ claim: ProjectClaim, _ keys: inout PartnerKeys) {
        switch claim.property {
        case .programme:
            if let code = claim.code, code != "interreg" { evidence.insert("programme \(code)") }
        case .partner:
            guard let object = claim.object else { return }
            if claim.role != .supplier, !partners.contains(object) { partners.append(object) }
            if let name = claim.value, name.contains(" ") { evidence.insert(keys.key(name)) }
        case .period, .start, .end:
            guard let date = claim.value.flatMap(ValueText.date) else { return }
            if claim.property != .end, let start = date.start {
                evidence.insert("\(start.month == nil ? "from" : "start") \(start.iso.prefix(7))")
            }
            if let end = claim.property == .end ? date.start : date.end {
                evidence.insert("\(end.month == nil ? "until" : "end") \(end.iso.prefix(7))")
            }
        case .amount:
            guard let kind = claim.amountKind, kind == .total || kind == .eu, claim.owner == nil,
                !claim.isSuperseded, let value = claim.value
            else { return }
            evidence.insert("amount \(kind.word) \(value)")
        case .url:
            if let value = claim.value { evidence.insert("address \(value)") }
        default: return
        }
    }
}

/// Folded names of partners, each folded once.
struct PartnerKeys {
    private var keys: [String: String] = [:]

    mutating func key(_ name: String) -> String {
        if let known = keys[name] { return known }
        let made = "partner \(Folding.key(name))"
        keys[name] = made
        return made
    }
}

extension LocalEntity {
    init(_ l: LocalEntityRow, _ pool: inout StringPool) {
        self.init(
            kind: l.kind, documentID: l.documentID, local: l.local, uri: l.uri, span: l.firstSpan,
            firstMention: l.firstMention, language: l.language,
            name: pool.one(l.name), fullName: l.fullName.map { pool.one($0) }, acronym: l.acronym,
            aliases: l.aliases.map { pool.one($0) }, country: l.country,
            code: l.code, email: l.email, phone: l.phone, organizationKind: l.organizationKind, domain: l.domain)
    }
}
