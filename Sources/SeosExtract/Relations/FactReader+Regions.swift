internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Where a project acts.
extension FactReader {
    mutating func readRegions() {
        guard let main = project else { return }
        for field in fields where field.meaning == .region {
            for part in field.parts.prefix(12) {
                let view = views[part.view]
                let project = project(at: field.labelView, field.label.upperBound) ?? main
                for (k, name) in view.names.enumerated()
                where name.mention.kind == .region && part.tokens.contains(name.tokens.lowerBound) {
                    regionClaim(project, nameMentions[view.index][k], "region.\(field.form)", 0.85)
                }
            }
        }
        let countries = Set(
            builder.claims.compactMap { $0.property == .partner ? $0.object : nil }
                .compactMap { builder.entity($0).country }
                + [PageCountry.of(language: document.language)].compactMap { $0 })
        let isLabelled = Set(builder.claims.filter { $0.property == .region }.map(\.subject))
        // Places the text acts in: seas and regions in prose, and regions that stand before a country in brackets.
        for view in views where view.isProse {
            for (k, name) in view.names.enumerated() where name.mention.kind == .region {
                let code = name.mention.code ?? ""
                let project = project(at: view.index, name.tokens.lowerBound) ?? main
                let next = name.tokens.upperBound
                let isBracketed =
                    view.reading.ascii(next) == UInt8(ascii: "(")
                    && view.names.contains { $0.mention.kind == .region && $0.tokens.lowerBound == next + 1 }
                let isCountryCode =
                    view.reading.ascii(next) == UInt8(ascii: "(") && view.reading.kind(next + 1) == .word
                    && view.reading.tokens[next + 1].isAllCaps && view.reading.tokens.folded(next + 1).count == 2
                let isArea = name.tokens.contains { view.reading.first(.region, at: $0) != nil }
                if code.hasPrefix("x-"), code != "x-europe" && isArea || isBracketed || isCountryCode {
                    regionClaim(project, nameMentions[view.index][k], "region.prose", 0.5)
                } else if isBracketed || isCountryCode, name.mention.code != name.mention.country {
                    regionClaim(project, nameMentions[view.index][k], "region.bracket", 0.65)
                } else if !isLabelled.contains(project), let level = gazetteer.place(code: code)?.level, 1...3 ~= level,
                    name.mention.country.map(countries.contains) ?? false, !isBesideEvent(name, view),
                    !(view.reading.isDash(next) && view.reading.glued(next))
                {
                    regionClaim(project, nameMentions[view.index][k], "region.mentioned", 0.4)
                }
            }
        }
        areaOfProgramme(main)
    }

    /// A region in a sentence that tells of an event, a call or another page's news.
    func isBesideEvent(_ name: NameReader.Found, _ view: BlockView) -> Bool {
        let sentence = view.sentence(at: name.tokens.lowerBound)
        return cue(.event, in: sentence, view) || cue(.noProject, in: sentence, view)
            || cue(.published, in: sentence, view)
    }

    /// A transnational programme acts in the area it is named after, when the page names no other.
    mutating func areaOfProgramme(_ project: Int) {
        guard !builder.claims.contains(where: { $0.subject == project && $0.property == .region }) else { return }
        for view in views {
            for name in view.names where name.mention.kind == .programme {
                for i in name.tokens {
                    guard let match = view.reading.first(.namePlace, at: i), view.reading.tokens[i].isCapitalized else {
                        continue
                    }
                    let code = view.reading.entry(match).key
                    guard code.hasPrefix("x-"), code != "x-europe" else { continue }
                    var end = match.end
                    if let region = view.reading.first(.region, at: end), region.length == 1,
                        region.end <= name.tokens.upperBound
                    {
                        end = region.end
                    }
                    let span = view.reading.span(i..<end)
                    let mention = builder.add(
                        Mention(
                            kind: .region, span: span, quote: view.reading.tokens.string(span),
                            language: view.reading.tag, rule: "place.programme", confidence: 0.6, code: code))
                    _ = region(mention)
                    return regionClaim(project, mention, "region.programme", 0.4)
                }
            }
        }
    }

    mutating func regionClaim(_ project: Int, _ mention: Int, _ rule: String, _ confidence: Double) {
        guard let entity = entity(of: mention) else { return }
        if builder.claims.contains(where: { $0.subject == project && $0.property == .region && $0.object == entity }) {
            return
        }
        builder.claim(
            Claim(
                subject: project, property: .region, object: entity, mention: mention,
                evidence: [builder.mention(mention).span], rule: rule, confidence: confidence))
    }
}
