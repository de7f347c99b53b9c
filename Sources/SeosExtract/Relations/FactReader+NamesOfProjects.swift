internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Names of projects that look like names of bodies: prosjektet «Bestemors handverk», проєкт «Теплі школи Буковини».
extension FactReader {
    /// Takes back the bodies read inside a project's name in quotation marks, there and wherever the name stands again.
    mutating func dropBodiesOfProjects() {
        var places: [Int: [(tokens: Range<Int>, isQuoted: Bool)]] = [:]
        for project in projects {
            for mention in builder.entity(project).mentions {
                let span = builder.mention(mention).span
                guard let view = view(at: span.start), !view.names.isEmpty else { continue }
                let tokens = view.tokens(span)
                let isCalled = ProjectNames.isPredicate(at: tokens.upperBound, view)
                let isBeside = builder.mention(mention).rule == ProjectNames.besideRule
                places[view.index, default: []].append((tokens, isCalled || isBeside || isQuoted(tokens, view)))
            }
        }
        guard places.values.contains(where: { $0.contains(where: \.isQuoted) }) else { return }
        var inside: [Int: [Int]] = [:]
        var dropped: Set<Int> = []
        for (index, found) in places {
            let view = views[index]
            for (k, name) in view.names.enumerated() where isPartnerName(name) && !name.isOwn {
                guard
                    let place = found.first(where: {
                        $0.tokens.lowerBound - 1 <= name.tokens.lowerBound
                            && name.tokens.upperBound <= $0.tokens.upperBound + 1
                    }), let entity = entity(of: nameMentions[index][k])
                else { continue }
                inside[entity, default: []].append(nameMentions[index][k])
                if place.isQuoted { dropped.insert(entity) }
            }
        }
        for entity in dropped {
            for mention in inside[entity] ?? [] { builder.detach(mention) }
        }
    }

    /// A quotation that no noun for a body stands in front of: "udruga „Tiho more“" names a body.
    private func isQuoted(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        let mark = r.ascii(tokens.lowerBound) == UInt8(ascii: "\"") ? tokens.lowerBound : tokens.lowerBound - 1
        guard r.ascii(mark) == UInt8(ascii: "\"") else { return false }
        return r.last(.orgHead, endingAt: mark) == nil && r.last(.orgLegal, endingAt: mark) == nil
            && r.last(.orgGeneric, endingAt: mark) == nil
    }
}
