internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Towns that a page names by themselves and elsewhere in the name of a body: "Goričan, Šentilj i Maribor za istim stolom"
/// above "partner je Općina Šentilj".
///
/// A capital at the beginning of a sentence or of a headline says nothing of a place, and many villages stand in no list.
/// The body that is called after the town says that the word is one: the municipality's own name always, the name of a
/// university or a museum where the gazetteer knows the town.
struct TownsOfBodies {
    private let views: [BlockView]
    private let gazetteer: Gazetteer
    /// Places the gazetteer knows that stand in names of bodies.
    private var codes: Set<String> = []
    /// Names of municipalities by the hash of their first word, each as the hashes of its words.
    private var names: [UInt64: [[UInt64]]] = [:]
    /// A bit for some of each hash: most words are none of them.
    private var bits: UInt64 = 0

    /// - Parameter others: blocks outside the content, in which bodies are named too.
    init(views: [BlockView], others: [BlockView], gazetteer: Gazetteer) {
        self.views = views
        self.gazetteer = gazetteer
        for view in views { learn(view) }
        for view in others { learn(view) }
    }

    func applied() -> [BlockView] {
        guard !codes.isEmpty || !names.isEmpty else { return views }
        return views.map { view in
            let found = towns(in: view)
            guard !found.isEmpty else { return view }
            let names = (view.names + found).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
            return BlockView(
                index: view.index, block: view.block, reading: view.reading, values: view.values, names: names)
        }
    }

    // MARK: What bodies are called after

    private mutating func learn(_ view: BlockView) {
        for name in view.names where name.mention.kind == .organization && name.mention.code == nil {
            learn(name.tokens, view.reading)
        }
    }

    private mutating func learn(_ body: Range<Int>, _ r: Reading) {
        for i in body where r.isCapital(i) {
            guard let hit = r.place(at: i, before: body.upperBound, in: gazetteer), let place = hit.places.first,
                place.level >= 1, !place.isLandscape, LanguageCountries.isKnown(place.country),
                r.first(.orgHead, at: i) == nil, !r.goesOnAsName(hit.tokens.upperBound), isSure(place, i, r)
            else { continue }
            codes.insert(place.code)
        }
        guard let town = town(in: body, r) else { return }
        let words = town.filter { r.kind($0) == .word }.map { r.tokens[$0].hash }
        guard let first = words.first else { return }
        bits |= 1 << (first & 63)
        if names[first]?.contains(words) != true { names[first, default: []].append(words) }
    }

    /// No short name of a small town abroad: the "Change" of "Reach for Change" is no town in France.
    private func isSure(_ place: Place, _ i: Int, _ r: Reading) -> Bool {
        guard place.isSmall, let country = place.country,
            !LanguageCountries.isOfficial(r.language.tag, in: country)
        else { return true }
        return r.tokens.string(i).unicodeScalars.count >= 8
    }

    /// "Šentilj" in "Općina Šentilj", "Kautokeino" in "Kautokeino kommune": what stands beside the noun for a municipality.
    private func town(in body: Range<Int>, _ r: Reading) -> Range<Int>? {
        guard
            let head = body.lazy.compactMap({ i in r.area(at: i).map { i..<$0.end } }).first,
            head.upperBound <= body.upperBound
        else { return nil }
        let isFirst = head.lowerBound == body.lowerBound
        var start = isFirst ? r.skipsArticle(head.upperBound) : body.lowerBound
        let end = isFirst ? body.upperBound : head.lowerBound
        if start < end, !isFirst { start = r.skipsArticle(start) }
        guard start < end, end - start <= 5, r.isCapital(start), r.isCapital(end - 1) else { return nil }
        let isName = (start..<end).allSatisfy { i in
            if r.isDash(i) || r.ascii(i) == UInt8(ascii: "'") { return r.glued(i) && r.glued(i + 1) }
            guard r.isCapital(i), r.tokens.folded(i).count >= 3 else { return false }
            return !r.at(i).contains { Self.isNoTown($0.meaning) }
        }
        return isName ? start..<end : nil
    }

    private static func isNoTown(_ meaning: Meaning) -> Bool {
        switch meaning {
        case .orgHead, .orgLegal, .orgDepartment, .orgGeneric, .nameOrganization, .nameBody, .namePlace, .placeNot,
            .project, .programme, .regionNoun:
            true
        default: meaning.isLabel
        }
    }

    // MARK: Where they stand by themselves

    private func towns(in view: BlockView) -> [NameReader.Found] {
        let r = view.reading
        var found: [NameReader.Found] = []
        var next = 0
        var i = view.range.lowerBound
        while i < view.range.upperBound {
            // Names stand in order.
            while next < view.names.count, view.names[next].tokens.upperBound <= i { next += 1 }
            if next < view.names.count, view.names[next].tokens.contains(i) {
                i = view.names[next].tokens.upperBound
                continue
            }
            guard r.isCapital(i), let town = town(at: i, r) else {
                i += 1
                continue
            }
            let isFree = next >= view.names.count || view.names[next].tokens.lowerBound >= town.tokens.upperBound
            if isFree, standsAlone(town.tokens, view) { found.append(named(town.tokens, town.place, r)) }
            i = town.tokens.upperBound
        }
        return found
    }

    private func town(at i: Int, _ r: Reading) -> (tokens: Range<Int>, place: Place?)? {
        if let hit = r.place(at: i, before: r.range.upperBound, in: gazetteer), let place = hit.places.first,
            codes.contains(place.code), !isCommon(i, r)
        {
            return (hit.tokens, place)
        }
        let hash = r.tokens[i].hash
        guard bits >> (hash & 63) & 1 == 1, let towns = names[hash] else { return nil }
        let ends = towns.compactMap { end(of: $0, from: i, r) }
        return ends.max().map { (i..<$0, nil) }
    }

    /// Where a name of some words ends that begins at token `i`; dashes and apostrophes may stand in it.
    private func end(of words: [UInt64], from i: Int, _ r: Reading) -> Int? {
        var k = i
        for (n, word) in words.enumerated() {
            if n > 0, r.isDash(k) || r.ascii(k) == UInt8(ascii: "'") { k += 1 }
            guard r.isCapital(k), n == 0 || r.sameLine(k), r.tokens[k].hash == word else { return nil }
            k += 1
        }
        return k
    }

    private func isCommon(_ i: Int, _ r: Reading) -> Bool {
        r.at(i).contains { Self.isNoTown($0.meaning) && $0.meaning != .namePlace }
    }

    /// No part of a longer name, of an address or of a person's name.
    private func standsAlone(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        let (start, end) = (tokens.lowerBound, tokens.upperBound)
        if r.glued(start), !"(\"'-/".utf8.contains(r.ascii(start - 1)) { return false }
        if r.glued(end), r.isDash(end) || r.kind(end) == .word || r.ascii(end) == UInt8(ascii: "@") { return false }
        if r.isCapital(end), r.sameLine(end), !r.breaks(before: end) { return false }
        if r.goesOnAsName(end) { return false }
        if r.isCapital(start - 1), r.sameLine(start), !r.breaks(before: start), !r.startsSentence(start - 1) {
            return false
        }
        if r.sameLine(end), r.first(.orgHead, at: end) != nil { return false }
        return !view.addresses.contains(start)
    }

    private func named(_ tokens: Range<Int>, _ place: Place?, _ r: Reading) -> NameReader.Found {
        let span = r.span(tokens)
        return NameReader.Found(
            tokens: tokens,
            mention: Mention(
                kind: .region, span: span, quote: r.tokens.string(span),
                name: place.flatMap { gazetteer.name(of: $0.code, in: r.language.tag) }
                    ?? BaseForm.withPlainInitial(r.string(tokens), tokens, r),
                language: r.tag, rule: "place.body", confidence: 0.65, code: place?.code, country: place?.country))
    }
}
