internal import SeosLanguages
internal import SeosModel
internal import SeosStore

/// Makes one node of what documents say of one thing.
struct NodeBuilder {
    let languages: Languages

    /// The preferred start, end and address of a project.
    struct Preferred {
        var start: String?
        var end: String?
        var url: String?
    }

    /// - Parameter members: what each document says of it, in the order of resolution; at least one.
    func add(_ members: [LocalEntityRow], _ preferred: Preferred, to graph: inout ResolvedGraph) {
        guard let first = members.first else { return }
        let id = Self.id(first)
        let name = commonest(members) { $0.name } ?? first.name
        switch first.kind {
        case .project:
            graph.projects.append(
                .init(
                    id: id, name: commonest(members, ofEqual: .shortest) { $0.name } ?? first.name,
                    fullName: commonest(members) { $0.fullName },
                    acronym: commonest(members) { $0.acronym }, startDate: preferred.start,
                    endDate: preferred.end, year: preferred.start.flatMap { Int($0.prefix(4)) }, url: preferred.url,
                    names: Self.names(members), languages: Set(members.map(\.language)).sorted()))
        case .organization:
            let kind = commonest(members) { $0.organizationKind?.word }
            graph.organizations.append(
                .init(
                    id: id, name: name, kind: kind.flatMap { OrganizationKind(word: $0) },
                    country: commonest(members) { $0.country }, names: Self.names(members)))
        case .region:
            let code = members.lazy.compactMap(\.code).first
            let place = code.flatMap { languages.gazetteer.place(code: $0) }
            let english = code.flatMap { languages.gazetteer.name(of: $0, in: "en") }
            graph.regions.append(
                .init(
                    id: id, name: english ?? name, code: code, level: place?.level,
                    country: place?.country ?? first.country, names: Self.names(members)))
        case .programme:
            let years = name.split { !$0.isNumber }.filter { $0.count == 4 }
            let span = years.count >= 2 ? (String(years[0]), String(years[1])) : nil
            graph.programmes.append(
                .init(id: id, name: name, periodStart: span?.0, periodEnd: span?.1, names: Self.names(members)))
        case .contact:
            graph.contacts.append(
                .init(
                    id: id, name: name == first.email ? nil : name, email: commonest(members) { $0.email },
                    phone: commonest(members) { $0.phone }))
        }
    }

    /// The id of the thing whose first member this is.
    static func id(_ first: LocalEntityRow) -> Int64 {
        StableID.make(first.kind.word, first.uri, String(first.firstSpan.start), String(first.firstSpan.end))
    }

    static func names(_ members: [LocalEntityRow]) -> [LocalizedName] {
        var seen: Set<LocalizedName> = []
        for l in members {
            seen.insert(LocalizedName(name: l.name, language: l.language))
            if let fullName = l.fullName { seen.insert(LocalizedName(name: fullName, language: l.language)) }
            for alias in l.aliases { seen.insert(LocalizedName(name: alias, language: l.language)) }
        }
        return seen.sorted { ($0.name, $0.language) < ($1.name, $1.language) }
    }

    private enum Choice { case shortest, longest }

    /// The value most members have; of equally frequent ones the longest or, as a project's name is its short one, the
    /// shortest, then the first in order.
    private func commonest(
        _ members: [LocalEntityRow], ofEqual choice: Choice = .longest, _ value: (LocalEntityRow) -> String?
    ) -> String? {
        var counts: [String: Int] = [:]
        for l in members { if let v = value(l), !v.isEmpty { counts[v, default: 0] += 1 } }
        let sign = choice == .longest ? -1 : 1
        return counts.min {
            (-$0.value, sign * $0.key.utf8.count, $0.key) < (-$1.value, sign * $1.key.utf8.count, $1.key)
        }?.key
    }
}
