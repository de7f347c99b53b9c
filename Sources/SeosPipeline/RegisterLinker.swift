import SeosModel
import SeosResolve
public import SeosStore

/// Links the organizations that documents name to those of the registers in a database.
public struct RegisterLinker {
    private let store: Store
    /// The rule's name, kept with each link.
    static let rule = "register.name"

    public init(store: Store) { self.store = store }

    public struct Summary: Sendable {
        public var linked = 0
        /// Organizations that documents name, each document for itself.
        public var named = 0
    }

    /// Links all mentions anew, for one register or for all. The same names give the same links.
    ///
    /// - Parameter time: now, UTC, ISO 8601; kept with new links.
    @discardableResult
    public func link(_ register: String? = nil, time: String) throws -> Summary {
        var summary = Summary()
        let registers = try register.map { [$0] } ?? store.registers()
        if registers.isEmpty { return summary }
        var named: [LocalEntityRow] = []
        try store.localEntities { if $0.kind == .organization { named.append($0) } }
        summary.named = named.count
        for register in registers {
            let organizations = try store.registerOrganizations(register)
            var matcher = RegisterMatcher(
                organizations.map { organization in
                    (organization.names.map { .init($0.name, language: $0.language) }, organization.country)
                })
            var known: [Question: RegisterMatcher.Answer?] = [:]
            var links: [RegisterLink] = []
            for row in named {
                // Short names are acronyms, which many bodies share.
                let others = ([row.fullName, row.acronym].compactMap { $0 } + row.aliases).filter { $0.utf8.count > 4 }
                let texts = [row.name] + others
                let question = Question(names: texts, language: row.language, country: row.country)
                let answer: RegisterMatcher.Answer?
                if let before = known[question] {
                    answer = before
                } else {
                    answer = matcher.find(texts.map { .init($0, language: row.language) }, country: row.country)
                    known[question] = answer
                }
                guard let answer else { continue }
                links.append(
                    RegisterLink(
                        mention: row.firstMention, organizationID: organizations[answer.organization].id,
                        score: (answer.score * 10_000).rounded() / 10_000,
                        reason: answer.reasons.joined(separator: "; "), maker: Self.rule))
            }
            // A mention that opens two of a document's entities is linked once.
            var seen: Set<Int64> = []
            links = links.filter { seen.insert($0.mention).inserted }
            summary.linked += links.count
            try store.replaceRegisterLinks(register, links, time: time)
        }
        return summary
    }

    private struct Question: Hashable {
        var names: [String]
        var language: String
        var country: String?
    }
}
