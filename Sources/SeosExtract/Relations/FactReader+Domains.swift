internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// The domains of the web that the page gives organizations.
extension FactReader {
    /// So many lines above an address may hold the body it belongs to.
    private static let linesAbove = 3

    /// Gives an organization the domain of an address beside it: in its line of a list, its row of a table, or below its
    /// name in a contact block. Running text and the project's own address say nothing of whose a domain is.
    mutating func readDomains() {
        let addresses = views.indices.filter { n in
            views[n].values.contains { $0.mention.kind == .email || $0.mention.kind == .url }
        }
        guard !addresses.isEmpty else { return }
        let places = organizationsInOrder()
        guard !places.isEmpty else { return }
        let ownDomains = domainsOfProjects()
        // Joining has given entities other numbers than `projects` has.
        let ownNames = builder.extraction.entities.filter { $0.kind == .project }
            .map { Folding.key($0.name).filter { $0 != " " } }.filter { $0.utf8.count >= 4 }
        var found: [Int: Set<String>] = [:]
        for n in addresses where !views[n].isProse {
            guard let domain = onlyDomain(n), !ownDomains.contains(domain) else { continue }
            let letters = domain.filter { $0.isLetter || $0.isNumber }
            if ownNames.contains(where: { letters.holds($0) }) { continue }
            guard let body = body(at: n, places) else { continue }
            found[body, default: []].insert(domain)
        }
        for (body, domains) in found where domains.count == 1 {
            builder.update(body) { $0.domain = domains.first }
        }
    }

    /// The domain of a line's addresses, when they have only one.
    private func onlyDomain(_ n: Int) -> String? {
        var domains: Set<String> = []
        for value in views[n].values where value.mention.kind == .email || value.mention.kind == .url {
            if let domain = resources.languages.webDomains.domain(of: value.mention.quote) { domains.insert(domain) }
        }
        return domains.count == 1 ? domains.first : nil
    }

    /// The organization whose line this is, or stands above; nil when there are several.
    private func body(at n: Int, _ places: [(span: SourceSpan, entity: Int)]) -> Int? {
        for back in stride(from: n, through: max(0, n - Self.linesAbove), by: -1) {
            if back < n, views[back].isProse || onlyDomain(back) != nil { return nil }
            let bodies = Self.organizations(in: views[back].block.span, places)
            if bodies.count > 1 { return nil }
            if let body = bodies.first { return body }
        }
        return nil
    }

    private static func organizations(
        in span: SourceSpan, _ places: [(span: SourceSpan, entity: Int)]
    ) -> Set<Int> {
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if places[middle].span.start < span.start { low = middle + 1 } else { high = middle }
        }
        var found: Set<Int> = []
        while low < places.count, places[low].span.start < span.end {
            found.insert(places[low].entity)
            low += 1
        }
        return found
    }

    /// Where organizations are named, in text order; names inside longer ones are left out.
    private func organizationsInOrder() -> [(span: SourceSpan, entity: Int)] {
        var places: [(span: SourceSpan, entity: Int)] = []
        for (n, entity) in builder.extraction.entities.enumerated() where entity.kind == .organization {
            for mention in entity.mentions { places.append((builder.mention(mention).span, n)) }
        }
        places.sort { ($0.span.start, $1.span.end, $0.entity) < ($1.span.start, $0.span.end, $1.entity) }
        var outer: [(span: SourceSpan, entity: Int)] = []
        for place in places {
            if let last = outer.last, place.span.end <= last.span.end, place.entity != last.entity { continue }
            outer.append(place)
        }
        return outer
    }

    /// Domains of addresses that are the projects' own.
    private func domainsOfProjects() -> Set<String> {
        var found: Set<String> = []
        for claim in builder.claims where claim.property == .url {
            guard let mention = claim.mention else { continue }
            if let domain = resources.languages.webDomains.domain(of: builder.mention(mention).quote) {
                found.insert(domain)
            }
        }
        return found
    }
}
