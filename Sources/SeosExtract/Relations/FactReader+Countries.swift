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
        let mentioned = prevailingCountries()
        bracketCountries = countriesInBrackets()
        for entity in open {
            let inName = countryInName(entity, mentioned)
            // "Kreis Nordfriesland in Husum": a region in the name says more than the town beside it.
            let ofRegion = inName.flatMap { $0.level < 4 ? $0.country : nil }
            let seat = told.seats[entity].flatMap { told.towns.contains(entity) ? ofRegion ?? $0 : $0 }
            if let country = seat ?? inName?.country ?? told.others[entity] {
                builder.update(entity) { $0.country = country }
            }
        }
        let prevailing = prevailingCountries()
        for entity in open where builder.entity(entity).country == nil {
            if let country = countryOfLanguage(entity, prevailing) { builder.update(entity) { $0.country = country } }
        }
        for entity in open where builder.entity(entity).country == nil {
            if let country = countryOfPage(entity, prevailing) { builder.update(entity) { $0.country = country } }
        }
        for entity in named {
            guard let state = builder.entity(entity).country.flatMap(CountryCode.state) else { continue }
            builder.update(entity) { $0.country = state }
        }
    }

    /// What the sentences in which bodies stand tell of their countries, the first time they do.
    private func countriesTold(_ open: [Int]) -> (seats: [Int: String], others: [Int: String], towns: Set<Int>) {
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
        var towns: Set<Int> = []
        for (index, own) in byView.sorted(by: { $0.key < $1.key }) {
            let view = views[index]
            let known = Set(own.map(\.tokens))
            let rest = view.names.filter { isPartnerName($0) && !known.contains($0.tokens) }
            let bodies = (own + rest.map { .init(tokens: $0.tokens, entity: nil) }).sorted {
                ($0.tokens.lowerBound, $1.tokens.count) < ($1.tokens.lowerBound, $0.tokens.count)
            }
            for told in CountriesTold(view: view, gazetteer: gazetteer, bodies: bodies).read() {
                if told.isSeat {
                    if seats[told.entity] == nil {
                        seats[told.entity] = told.country
                        if told.isTown { towns.insert(told.entity) }
                    }
                } else {
                    others[told.entity] = others[told.entity] ?? told.country
                }
            }
        }
        return (seats, others, towns)
    }

    /// How often the page's places and bodies are in each country.
    private func prevailingCountries() -> [String: Int] {
        var count: [String: Int] = [:]
        for entity in builder.extraction.entities where entity.kind == .organization || entity.kind == .region {
            if let country = entity.country { count[country, default: 0] += 1 }
            if entity.kind == .programme {
                for country in Self.countries(ofProgramme: entity) { count[country, default: 0] += 1 }
            }
        }
        return count
    }

    /// "interreg-at-cz": the two countries that a programme runs in.
    private static func countries(ofProgramme entity: Extraction.Entity) -> [String] {
        guard let code = entity.code, code.hasPrefix("interreg-") else { return [] }
        let parts = code.dropFirst(9).split(separator: "-")
        guard parts.count >= 2, parts.allSatisfy({ $0.utf8.count == 2 }) else { return [] }
        return parts.map { $0.uppercased() }
    }

    /// "Kőszeg (Hungría)", "Saint-Émilion (Francia)": the country that the page itself puts in brackets behind a name, by
    /// the hash of the name's last word; none where the page is not of one mind.
    private func countriesInBrackets() -> [UInt64: String] {
        var found: [UInt64: String?] = [:]
        for view in views {
            let r = view.reading
            for name in view.names where name.mention.kind == .region {
                let (start, end) = (name.tokens.lowerBound, name.tokens.upperBound)
                guard let country = name.mention.country, name.mention.code == country,
                    r.ascii(start - 1) == UInt8(ascii: "("), r.ascii(end) == UInt8(ascii: ")"),
                    r.kind(start - 2) == .word, r.isCapital(start - 2), !r.tokens[start - 2].isAllCaps,
                    r.tokens.folded(start - 2).count >= 4, r.first(.orgHead, at: start - 2) == nil
                else { continue }
                let word = r.tokens[start - 2].hash
                found[word] = found[word].map { $0 == country ? country : nil } ?? country
            }
        }
        return found.compactMapValues { $0 }
    }

    private func countryOfLanguage(_ entity: Int, _ prevailing: [String: Int]) -> String? {
        let e = builder.entity(entity)
        guard let first = e.mentions.first else { return nil }
        let m = builder.mention(first)
        let name = resources.identify(Array(e.name.utf8), prior: m.language)
        let prevails = LanguageCountries.all(name).contains { prevailing[$0] != nil }
        let isForeign =
            Languages.packTag(name) != Languages.packTag(m.language) && name != "und" && name != "en"
            && (prevails || isLong(e.name) || e.name.utf8.count >= 17 && hasForeignHead(m))
        let tag = isForeign ? name : m.language
        guard isForeign || isInLanguage(m) else { return nil }
        // Of the countries that share a language, the one that the page speaks of most.
        // The country of the page's language counts where it writes the name's language too.
        let own =
            isForeign
            ? LanguageCountries.likely(m.language).flatMap { LanguageCountries.isOfficial(tag, in: $0) ? nil : $0 }
            : nil
        let likely = LanguageCountries.likely(tag)
        // "Leader Ravakka (Finland), Leader Hälsingebygden": one body from there does not make a Swedish page Finnish.
        let known = LanguageCountries.all(tag).filter {
            prevailing[$0, default: 0] >= (isForeign || likely != nil && $0 != likely ? 2 : 1) && $0 != own
        }
        if let likely, known.isEmpty || known.contains(likely) { return likely }
        return known.max { (prevailing[$0] ?? 0, $1) < (prevailing[$1] ?? 0, $0) }
    }

    /// The page's own country for a name that no language tells ("ZLTO", "Deltares"), where the page speaks of none more.
    private func countryOfPage(_ entity: Int, _ prevailing: [String: Int]) -> String? {
        let e = builder.entity(entity)
        guard e.name.utf8.count < 16 || !e.name.utf8.contains(0x20), let first = e.mentions.first,
            let likely = LanguageCountries.likely(builder.mention(first).language),
            let count = prevailing[likely]
        else { return nil }
        let others = prevailing.lazy.filter { $0.key != likely }.map(\.value).max() ?? 0
        return count >= 3 && others <= count || count == 2 && others < count ? likely : nil
    }

    /// Letters enough to tell a language that nothing else on the page speaks for.
    private func isLong(_ name: String) -> Bool { name.utf8.count >= 24 && name.utf8.contains(0x20) }

    private func countryInName(_ entity: Int, _ mentioned: [String: Int]) -> (country: String, level: Int)? {
        let e = builder.entity(entity)
        let told = countryBeforeName(e).map { ($0, 0) }
        for mention in e.mentions {
            let m = builder.mention(mention)
            guard let view = view(of: m.span) else { continue }
            let tokens = view.tokens(m.span)
            if let home = home(of: tokens, view) { return (home, 0) }
            let countries = self.countries(in: tokens, view, name: e.name, mentioned)
            // Of several, the country that more than a town says: "Université Savoie Mont Blanc".
            if let best = countries.min(by: { $0.level < $1.level }) {
                // "czeskie miasto Desná": the adjective says more than a town's name, which towns elsewhere have too.
                if best.level == 4, let told { return told }
                // "Irish Georgian Society": the adjective in front of all.
                let opens = best.level == 0 && view.reading.first(.namePlace, at: tokens.lowerBound) != nil
                return opens ? best : countries.last { $0.level == best.level }
            }
        }
        return told
    }

    /// "Deltares", "NTNU", "Ulster University": the country of a body that a row of the packs knows.
    private func home(of tokens: Range<Int>, _ view: BlockView) -> String? {
        for i in tokens {
            for match in view.reading.at(i) where match.meaning == .nameHome && match.end <= tokens.upperBound {
                // "Rise Foundation" is no RISE.
                let isAcronym = match.length == 1 && view.reading.entry(match).form.utf8.allSatisfy { 65...90 ~= $0 }
                if isAcronym, !view.reading.tokens[i].isAllCaps { continue }
                return view.reading.entry(match).key
            }
        }
        return nil
    }

    private func beginsCell(_ i: Int, _ view: BlockView) -> Bool {
        view.block.cells.contains { view.tokens($0.span).lowerBound == i }
    }

    /// "der estnische Verein X", "czeskie miasto Desná": the adjective of a country right before the name, wherever the
    /// page names the body.
    private func countryBeforeName(_ e: Extraction.Entity) -> String? {
        for mention in e.mentions {
            let m = builder.mention(mention)
            guard let view = view(of: m.span) else { continue }
            let tokens = view.tokens(m.span)
            let r = view.reading
            guard !r.breaks(before: tokens.lowerBound), !beginsCell(tokens.lowerBound, view),
                let before = r.last(.namePlace, endingAt: tokens.lowerBound)
            else {
                continue
            }
            let code = r.entry(before).key
            if code.count == 2 { return code }
        }
        return nil
    }

    private func countries(in tokens: Range<Int>, _ view: BlockView, name: String, _ mentioned: [String: Int])
        -> [(country: String, level: Int)]
    {
        let r = view.reading
        var countries: [(country: String, level: Int)] = []
        var i = tokens.lowerBound
        var ownLanguage: String?
        // Municipalities have the names of small towns.
        let isArea = tokens.contains { i in
            r.at(i).contains { $0.meaning == .orgHead && OrganizationReader.HeadKey(r.entry($0).key).isArea }
        }
        // "Komárom Város Önkormányzata": offices of a town by the words of the page's language are in its country.
        let isPublic =
            !isArea
            && tokens.contains { i in
                r.at(i).contains {
                    $0.meaning == .orgHead && r.entry($0).language == r.language.tag && r.entry($0).key == "public"
                }
            }
        while i < tokens.upperBound {
            defer { i += 1 }
            if let match = r.at(i).first(where: { r.meaning($0) == .namePlace && $0.end <= tokens.upperBound }) {
                let code = r.entry(match).key
                i = match.end - 1
                if code.hasPrefix("x-") { continue }
                if let country = CountryCode.ofRegion(code, gazetteer) {
                    countries.append((country, gazetteer.place(code: code)?.level ?? 0))
                }
                continue
            }
            // "Unione Montana": words of the head are no places.
            if let head = r.first(.orgHead, at: i), head.length > 1, head.end < tokens.upperBound {
                i = head.end - 1
                continue
            }
            if r.kind(i) == .word, let told = bracketCountries[r.tokens[i].hash] {
                countries.append((told, 4))
                continue
            }
            guard r.kind(i) == .word, r.tokens[i].isCapitalized, r.tokens.folded(i).count >= 4,
                r.first(.placeNot, at: i) == nil || r.last(.placeBefore, endingAt: i) != nil,
                let hit = r.place(at: i, before: tokens.upperBound, in: gazetteer)
            else { continue }
            // A word that names the kind of body, or a name that few know, tells of a country only where its language is
            // written there.
            let isWord =
                hit.tokens.count == 1
                && (r.at(i).contains { r.meaning($0) == .orgHead } || r.isPlaceNoun(.side, at: i))
            if isWord { continue }
            let isOrigin =
                r.language.genitiveFirst && hit.tokens.count < tokens.count
                || r.last(.placeBefore, endingAt: i) != nil
            let isTold = r.tokens.folded(i).count >= 6 && isOrigin
            func mayBe(_ place: Place) -> Bool {
                guard let country = place.country else { return false }
                if place.level == 0 { return true }
                // "Beira", "Baïse": a far town of that name says nothing where its country is not spoken of.
                if mentioned[country] == nil, !LanguageCountries.isKnown(country) { return false }
                // "Museum Vest", "Museum Nord": a word that names a far region too.
                if place.level < 4, hit.tokens.count == 1, r.tokens.folded(i).count <= 5, mentioned[country] == nil,
                    !LanguageCountries.isOfficial(r.language.tag, in: country)
                {
                    return false
                }
                if hit.isBaseForm && place.level < 4 {
                    // "Gemeente De Marne": no department of a country that the page never speaks of.
                    // "Kreis Nordfriesland": few departments have names as long as that.
                    return !isArea || isTold || r.tokens.folded(i).count >= 9 || mentioned[country] != nil
                        || LanguageCountries.isOfficial(r.language.tag, in: country) || hit.tokens.count > 1
                }
                // "Wald", "Malá": a noun or an adjective is more than a far village.
                let isWord = r.language.capitalizesNouns || r.tokens.folded(i).count < 6 && hit.tokens.count == 1
                if place.isSmall, isWord, mentioned[country] == nil { return false }
                if LanguageCountries.isOfficial(r.language.tag, in: country) { return true }
                if hit.isBaseForm, !place.isSmall || isArea { return true }
                if isTold, !place.isSmall { return true }
                // "Muonio reiselivsforening", "Karlstads universitet" where the page speaks of Finland and Sweden.
                if mentioned[country] != nil, r.tokens.folded(i).count >= 6, hit.isBaseForm || !place.isSmall {
                    return true
                }
                if ownLanguage == nil { ownLanguage = resources.identify(Array(name.utf8), prior: nil) }
                return hit.isBaseForm && LanguageCountries.isOfficial(ownLanguage ?? "und", in: country)
            }
            // Of places with one name, the one in a country that the page speaks of.
            let possible = hit.places.filter(mayBe)
            let place = likeliest(possible, mentioned, r.language.tag, isArea: isArea || isPublic)
            guard let country = place?.country else { continue }
            countries.append((country, place?.level ?? 4))
            i = hit.tokens.upperBound - 1
        }
        return countries
    }

    /// Of places with one name: of towns the one in the country that the page speaks of most, and the one where the
    /// page's language is written when a municipality of that name is there too.
    private func likeliest(_ places: [Place], _ mentioned: [String: Int], _ tag: String, isArea: Bool) -> Place? {
        func times(_ place: Place) -> Int { place.country.flatMap { mentioned[$0] } ?? 0 }
        guard var best = places.first else { return nil }
        if best.level == 4 {
            // "Universiteit Hasselt" on a Dutch page that speaks of Belgium too: the city, not the village.
            func isLess(_ place: Place) -> Bool { times(best) > 0 && place.isSmall && !best.isSmall }
            for place in places
            where times(place) > times(best) && (place.level == 4 || times(best) == 0) && !isLess(place) {
                best = place
            }
        }
        func isOwn(_ place: Place) -> Bool { place.country.map { LanguageCountries.isOfficial(tag, in: $0) } ?? false }
        if isArea, !isOwn(best), let own = places.first(where: isOwn), times(own) * 2 >= times(best) { return own }
        return best
    }

    /// Whether a name holds a head noun or legal form of the page's own language.
    private func isInLanguage(_ m: Mention) -> Bool {
        guard let view = view(of: m.span) else { return false }
        let r = view.reading
        let tokens = view.tokens(m.span)
        for i in tokens {
            for match in r.at(i) where [.orgHead, .orgLegal].contains(match.meaning) {
                if r.entry(match).language == r.language.tag { return true }
            }
        }
        // "громадська організація «Карпатські пастухи»": the noun that leads to a name in quotation marks.
        let mark = tokens.lowerBound - 1
        guard r.ascii(mark) == UInt8(ascii: "\""), let noun = r.last(.orgHead, endingAt: mark) else { return false }
        return r.entry(noun).language == r.language.tag
    }

    /// "Ludzas novada dome" on a German page: a head noun that only the table of all languages knows.
    private func hasForeignHead(_ m: Mention) -> Bool {
        guard let view = view(of: m.span) else { return false }
        let r = view.reading
        return view.tokens(m.span).contains { i in
            r.at(i).contains { $0.meaning == .orgHead && r.entry($0).language == "mul" }
        } && !isInLanguage(m)
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
