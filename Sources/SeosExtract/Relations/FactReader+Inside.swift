internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Names of bodies that turn out to be none of their own.
extension FactReader {
    /// Lets go of bodies that only stand inside longer names of bodies ("Norsk institutt" in "Norsk institutt for
    /// vannforskning"), and of territories that are only named as the place where a project acts; bodies of which
    /// anything is said stay. A territory that is no body is a place: "young people from област Видин".
    mutating func dropNamesInsideNames() {
        let entities = builder.extraction.entities
        // By entity.
        var told = [Bool](repeating: false, count: entities.count)
        var regions: Set<SourceSpan> = []
        for claim in builder.claims {
            if let object = claim.object { told[object] = true }
            if let owner = claim.owner { told[owner] = true }
            if claim.property == .region, let mention = claim.mention { regions.insert(builder.mention(mention).span) }
        }
        var places: [(span: SourceSpan, entity: Int)] = []
        for (n, entity) in entities.enumerated() where entity.kind == .organization {
            for mention in entity.mentions { places.append((builder.mention(mention).span, n)) }
        }
        places.sort { ($0.span.start, $1.span.end, $0.entity) < ($1.span.start, $0.span.end, $1.entity) }
        var free = [Bool](repeating: false, count: entities.count)
        var outer: (span: SourceSpan, entity: Int)?
        for place in places {
            let isInside =
                outer.map { place.span.end <= $0.span.end && place.span != $0.span && place.entity != $0.entity }
                ?? false
            // "ze státního rozpočtu": a budget is a body where it pays.
            if isInside || isBudget(place.entity) && !told[place.entity] { continue }
            if isLand(place.span), !told[place.entity] { continue }
            if regions.contains(place.span) && isTerritory(place.span) { continue }
            free[place.entity] = true
            if outer.map({ place.span.end > $0.span.end }) ?? true { outer = place }
        }
        for (n, entity) in entities.enumerated()
        where entity.kind == .organization && !entity.mentions.isEmpty && !free[n] && !told[n] {
            let lands = entity.mentions.filter { isLand(builder.mention($0).span) && isPlainName($0) }
            builder.update(n) { $0.mentions = [] }
            for land in lands { addLand(builder.mention(land)) }
        }
    }

    /// Takes back what prose was read to say of a body that is only a part of a partner's name: "Coillte" in "Led by: Coillte
    /// Nature", "Water Agency" in "Energy and Water Agency".
    mutating func dropPartsOfPartners() {
        var spans: [(span: SourceSpan, entity: Int)] = []
        for claim in builder.claims where claim.property == .partner {
            if let object = claim.object, let mention = claim.mention {
                spans.append((builder.mention(mention).span, object))
            }
        }
        guard spans.count > 1 else { return }
        spans.sort { ($0.span.start, $1.span.end, $0.entity) < ($1.span.start, $0.span.end, $1.entity) }
        var parts: [Int: Set<SourceSpan>] = [:]
        var whole = spans[0]
        for place in spans.dropFirst() {
            if place.span.end > whole.span.end {
                whole = place
            } else if place.span != whole.span, place.entity != whole.entity, isPart(place.span, of: whole.span) {
                parts[place.entity, default: []].insert(place.span)
            }
        }
        let owners = Set(builder.claims.compactMap(\.owner))
        for (entity, spans) in parts where !owners.contains(entity) {
            guard builder.entity(entity).mentions.allSatisfy({ spans.contains(builder.mention($0).span) }) else {
                continue
            }
            builder.update(entity) { $0.mentions = [] }
        }
    }

    /// Whether a longer name is one name: beside the shorter one it has capitalised words and small words of names only, no
    /// adjective of a country and no second body behind the word for and.
    private func isPart(_ span: SourceSpan, of whole: SourceSpan) -> Bool {
        guard let view = view(of: whole) else { return false }
        let r = view.reading
        let (inner, outer) = (view.tokens(span), view.tokens(whole))
        guard r.isCapital(outer.lowerBound), outer.count <= inner.count + 6 else { return false }
        var sawAnd = false
        return outer.allSatisfy { i in
            if inner.contains(i) { return true }
            guard r.kind(i) == .word else { return ".-'".utf8.contains(r.ascii(i)) }
            if r.first(.and, at: i) != nil { sawAnd = true }
            if r.isCapital(i) {
                let isOfCountry = r.first(.namePlace, at: i).map { r.entry($0).key.utf8.count == 2 } ?? false
                return !isOfCountry && !(sawAnd && i > inner.upperBound && r.first(.orgHead, at: i) != nil)
            }
            return r.first(.placeBefore, at: i) == nil
                && (r.first(.orgInside, at: i) != nil || r.first(.of, at: i) != nil || r.first(.and, at: i) != nil)
        }
    }

    private func isBudget(_ entity: Int) -> Bool {
        builder.entity(entity).mentions.allSatisfy { builder.mention($0).rule == "org.budget" }
    }

    /// "provincia di Gorizia", "област Варна": a territory with its noun in small letters in front is a place where nothing
    /// more is said of it.
    private func isLand(_ span: SourceSpan) -> Bool {
        guard let view = view(of: span), let first = view.tokens(span).first, view.reading.isSmall(first),
            view.reading.first(.orgHead, at: first) != nil
        else { return false }
        return view.names[view.firstName(from: first)...].prefix(2).contains {
            $0.isTerritory && $0.tokens.lowerBound == first
        }
    }

    /// A noun in small letters and a name of one to three words: "провинция Бургос", "concelho de Vinhais".
    private func isPlainName(_ mention: Int) -> Bool {
        guard let view = view(of: builder.mention(mention).span) else { return false }
        let r = view.reading
        let tokens = view.tokens(builder.mention(mention).span)
        guard let start = tokens.first(where: { r.isCapital($0) }), start - tokens.lowerBound <= 2,
            tokens.upperBound - start <= 5, r.isCapital(tokens.upperBound - 1)
        else { return false }
        return (start..<tokens.upperBound).allSatisfy { i in
            if r.kind(i) != .word { return r.isDash(i) && r.glued(i) || r.ascii(i) == UInt8(ascii: "'") }
            if !r.isCapital(i) { return r.first(.of, at: i) != nil || r.first(.orgInside, at: i) != nil }
            return !r.tokens[i].isAllCaps && r.tokens.folded(i).count >= 3
        }
    }

    private mutating func addLand(_ body: Mention) {
        let place = builder.add(
            Mention(
                kind: .region, span: body.span, quote: body.quote, name: body.name, language: body.language,
                rule: "place.territory", confidence: 0.6))
        _ = region(place)
    }

    /// "Kreis Nordfriesland", "okres Cham"
    private func isTerritory(_ span: SourceSpan) -> Bool {
        guard let view = view(of: span) else { return false }
        let r = view.reading
        return view.tokens(span).contains { i in
            r.at(i).contains { $0.meaning == .orgHead && OrganizationReader.HeadKey(r.entry($0).key).isArea }
        }
    }

    /// Bodies and places that stand at the foot of the page or beside the content only: mentions, no more.
    mutating func addOutsideNames() {
        for view in asides + outside {
            for name in view.names where name.mention.kind != .programme { _ = addName(name) }
        }
    }
}
