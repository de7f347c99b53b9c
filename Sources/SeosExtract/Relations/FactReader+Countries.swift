internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Where a body is from when neither a bracket nor a heading said so.
extension FactReader {
    /// By the places inside the name, the adjective before it, the language the name is written in, and last the
    /// language of the page.
    mutating func inferCountries() {
        let named = builder.claims.compactMap { $0.property == .partner ? $0.object : nil }
        var seen: Set<Int> = []
        let open = named.filter { builder.entity($0).country == nil && seen.insert($0).inserted }
        let told = countriesTold(open)
        for entity in open {
            let country = told.seats[entity] ?? countryInName(entity) ?? told.others[entity]
            if let country { builder.update(entity) { $0.country = country } }
        }
        let prevailing = prevailingCountries()
        for entity in open where builder.entity(entity).country == nil {
            if let country = countryOfLanguage(entity, prevailing) { builder.update(entity) { $0.country = country } }
        }
        for entity in named {
            guard let state = builder.entity(entity).country.flatMap(CountryCode.state) else { continue }
            builder.update(entity) { $0.country = state }
        }
    }

    /// What the sentences in which bodies stand tell of their countries, the first time they do.
    private func countriesTold(_ open: [Int]) -> (seats: [Int: String], others: [Int: String]) {
        var byView: [Int: [CountriesTold.Body]] = [:]
        for entity in open {
            for mention in builder.entity(entity).mentions {
                let span = builder.mention(mention).span
                guard let view = view(of: span) else { continue }
                byView[view.index, default: []].append(.init(tokens: view.tokens(span), entity: entity))
            }
        }
        var seats: [Int: String] = [:]
        var others: [Int: String] = [:]
        for (index, own) in byView.sorted(by: { $0.key < $1.key }) {
            let view = views[index]
            let known = Set(own.map(\.tokens))
            let rest = view.names.filter { isPartnerName($0) && !known.contains($0.tokens) }
            let bodies = (own + rest.map { .init(tokens: $0.tokens, entity: nil) }).sorted {
                ($0.tokens.lowerBound, $1.tokens.count) < ($1.tokens.lowerBound, $0.tokens.count)
            }
            for told in CountriesTold(view: view, gazetteer: gazetteer, bodies: bodies).read() {
                if told.isSeat {
                    seats[told.entity] = seats[told.entity] ?? told.country
                } else {
                    others[told.entity] = others[told.entity] ?? told.country
                }
            }
        }
        return (seats, others)
    }

    /// How often the page's places and bodies are in each country.
    private func prevailingCountries() -> [String: Int] {
        var count: [String: Int] = [:]
        for entity in builder.extraction.entities where entity.kind == .organization || entity.kind == .region {
            if let country = entity.country { count[country, default: 0] += 1 }
        }
        return count
    }

    private func countryOfLanguage(_ entity: Int, _ prevailing: [String: Int]) -> String? {
        let e = builder.entity(entity)
        guard let first = e.mentions.first else { return nil }
        let m = builder.mention(first)
        let name = resources.identify(Array(e.name.utf8), prior: m.language)
        let prevails = LanguageCountries.all(name).contains { prevailing[$0] != nil }
        let isForeign =
            Languages.packTag(name) != Languages.packTag(m.language) && name != "und" && name != "en"
            && (prevails || isLong(e.name))
        let tag = isForeign ? name : m.language
        guard isForeign || isInLanguage(m) else { return nil }
        // Of the countries that share a language, the one that the page speaks of most.
        let known = LanguageCountries.all(tag).filter { prevailing[$0] != nil }
        let likely = LanguageCountries.likely(tag)
        if let likely, known.isEmpty || known.contains(likely) { return likely }
        return known.max { (prevailing[$0] ?? 0, $1) < (prevailing[$1] ?? 0, $0) }
    }

    /// Letters enough to tell a language that nothing else on the page speaks for.
    private func isLong(_ name: String) -> Bool { name.utf8.count >= 16 && name.utf8.contains(0x20) }

    private func countryInName(_ entity: Int) -> String? {
        let e = builder.entity(entity)
        for mention in e.mentions {
            let m = builder.mention(mention)
            guard let view = view(of: m.span) else { continue }
            let tokens = view.tokens(m.span)
            let countries = self.countries(in: tokens, view, name: e.name)
            // "der estnische Verein X": the adjective right before.
            if countries.isEmpty, let before = view.reading.last(.namePlace, endingAt: tokens.lowerBound) {
                let code = view.reading.entry(before).key
                if code.count == 2 { return code }
            }
            if let first = countries.first, countries.allSatisfy({ $0 == first }) { return first }
            if let country = countries.last { return country }
        }
        return nil
    }

    private func countries(in tokens: Range<Int>, _ view: BlockView, name: String) -> [String] {
        let r = view.reading
        var countries: [String] = []
        var i = tokens.lowerBound
        var ownLanguage: String?
        // Municipalities have the names of small towns.
        let isArea = tokens.contains { i in
            r.at(i).contains { $0.meaning == .orgHead && OrganizationReader.HeadKey(r.entry($0).key).isArea }
        }
        while i < tokens.upperBound {
            defer { i += 1 }
            if let match = r.at(i).first(where: { r.meaning($0) == .namePlace && $0.end <= tokens.upperBound }) {
                let code = r.entry(match).key
                i = match.end - 1
                if code.hasPrefix("x-") { continue }
                if let country = CountryCode.ofRegion(code, gazetteer) { countries.append(country) }
                continue
            }
            guard r.kind(i) == .word, r.tokens[i].isCapitalized, r.tokens.folded(i).count >= 4,
                let hit = r.place(at: i, before: tokens.upperBound, in: gazetteer)
            else { continue }
            // A word that names the kind of body, or a name that few know, tells of a country only where its language is
            // written there.
            let isWord = hit.tokens.count == 1 && r.at(i).contains { r.meaning($0) == .orgHead }
            if isWord { continue }
            let place = hit.places.first { place in
                guard let country = place.country else { return false }
                if place.level == 0 || hit.isBaseForm && place.level < 4 { return true }
                if LanguageCountries.isOfficial(r.language.tag, in: country) { return true }
                if hit.isBaseForm, !place.isSmall || isArea { return true }
                if ownLanguage == nil { ownLanguage = resources.identify(Array(name.utf8), prior: nil) }
                return hit.isBaseForm && LanguageCountries.isOfficial(ownLanguage ?? "und", in: country)
            }
            guard let country = place?.country else { continue }
            countries.append(country)
            i = hit.tokens.upperBound - 1
        }
        return countries
    }

    /// Whether a name holds a head noun or legal form of the page's own language.
    private func isInLanguage(_ m: Mention) -> Bool {
        guard let view = view(of: m.span) else { return false }
        for i in view.tokens(m.span) {
            for match in view.reading.at(i) where [.orgHead, .orgLegal].contains(view.reading.meaning(match)) {
                if view.reading.entry(match).language == view.reading.language.tag { return true }
            }
        }
        return false
    }

    /// The view that holds a span.
    func view(of span: SourceSpan) -> BlockView? {
        var low = 0
        var high = views.count
        while low < high {
            let mid = (low + high) / 2
            if views[mid].block.span.end <= span.start { low = mid + 1 } else { high = mid }
        }
        // A block cut into pieces has several views.
        while low < views.count, views[low].block.span.start <= span.start {
            let tokens = views[low].tokens(span)
            if views[low].block.span.contains(span), views[low].range.contains(tokens.lowerBound) { return views[low] }
            low += 1
        }
        return views.first { $0.block.span.contains(span) }
    }
}
