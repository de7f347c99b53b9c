internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Organizations by fixed name, head noun or legal form, in the word order of the language.
struct OrganizationReader {
    struct Found {
        var tokens: Range<Int>
        var kind: OrganizationKind?
        /// The key of a well-known institution or fund.
        var key: String?
        var rule: String
        var isFixed: Bool
        /// What a name in a list leaves to the last one: "vald" for "Valga" in "Valga ja Mustvee vald".
        var tail: Range<Int>?
        /// The name of one of several that a noun in the plural names.
        var name: String?
        /// A county or a municipality by its name alone: "județul Tulcea", which is a place where nothing says that it acts.
        var isTerritory = false
        /// "Our school": the page's own body, without its name.
        var isOwn = false
    }

    let reading: Reading
    let gazetteer: Gazetteer

    /// What the key of a head noun says: the kind of body, whether it is a territory too and, for words of other
    /// languages, where the head stands.
    struct HeadKey {
        var kind: OrganizationKind?
        var isFirst = true
        var isLast = true
        /// A county or a municipality.
        var isArea: Bool

        /// "ngo", "ngo.first", "public.area", "public.last.area".
        static func isPublic(_ key: String) -> Bool { key.hasPrefix("public") }

        init(_ key: String) {
            guard let dot = key.utf8.firstIndex(of: UInt8(ascii: ".")) else {
                kind = OrganizationKind(word: key)
                isArea = false
                return
            }
            kind = OrganizationKind(word: String(key[..<dot]))
            isArea = key.hasSuffix(".area")
            if key.hasSuffix(".first") || key.hasSuffix(".first.area") { isLast = false }
            if key.hasSuffix(".last") || key.hasSuffix(".last.area") { isFirst = false }
        }
    }

    /// The European Union, its funds and institutions.
    func fixed(at i: Int) -> Found? {
        guard let match = reading.first(.nameOrganization, at: i), reading.isCapital(i) else { return nil }
        // Two letters ("EL", "EK", "UE") must be capitals.
        if match.length == 1, reading.tokens.folded(i).count <= 3, !reading.tokens[i].isAllCaps,
            !reading.tokens[i].hasInnerCapital
        {
            return nil
        }
        // "EU-Mittel": the first part of a word.
        if reading.isDash(match.end), reading.glued(match.end), reading.glued(match.end + 1),
            reading.kind(match.end + 1) == .word, !reading.isCapital(match.end + 1) || match.length == 1
        {
            // "EFRE-Mittel" is money of that fund, "EU-Mittel" what such money is called.
            // "Svenska ESF-rådet": a body of that name.
            let isBody = reading.first(.orgHead, at: match.end + 1) != nil
            let isFund = match.length == 1 && !isBody && !["eu", "ec"].contains(reading.entry(match).key)
            guard isFund, reading.tokens[i].isAllCaps, reading.tokens.folded(i).count >= 3 else { return nil }
        }
        // The short name in brackets behind the long one: "Fondo Europeo de Desarrollo Regional (FEDER)".
        var end = match.end
        if reading.ascii(end) == UInt8(ascii: "("), let short = reading.first(.nameOrganization, at: end + 1),
            reading.ascii(short.end) == UInt8(ascii: ")"), reading.entry(short).key == reading.entry(match).key
        {
            end = short.end + 1
        }
        return Found(
            tokens: withoutArticle(match.start..<end), kind: .eu, key: reading.entry(match).key, rule: "org.fixed",
            isFixed: true)
    }

    /// "Ministarstvo regionalnoga razvoja i fondova Europske unije", "Special EU Programmes Body": the end of a name that
    /// a row of the pack spells out, so that what it holds inside is no name of its own.
    func wholeName(at i: Int) -> Int? {
        guard reading.isCapital(i) || reading.isSmall(i),
            let match = reading.first(.nameBody, at: i) ?? reading.first(.orgHead, at: i), match.length > 3,
            reading.isCapital(i) || reading.entry(match).key == "public.ministry"
        else { return nil }
        return match.end
    }

    /// "A Tiszavirág projektet Szolnok Város Önkormányzata vezeti": a body's name begins behind the word for project that
    /// stands between two capitals.
    private func behindProject(_ name: Found) -> Found {
        guard
            let project = name.tokens.dropFirst().dropLast().last(where: { i in
                reading.isSmall(i) && reading.isCapital(i - 1) && reading.isCapital(i + 1)
                    && reading.first(.project, at: i)?.length == 1
            })
        else { return name }
        var name = name
        name.tokens = (project + 1)..<name.tokens.upperBound
        return name
    }

    /// "rektor Univerzity Karlovy Tomáš Bernhauer": a given name in the nominative and a surname behind the name of a body are
    /// who speaks for it, in languages whose bodies named after somebody have the genitive.
    private func beforePerson(_ name: Found) -> Found? {
        guard
            let person = name.tokens.dropFirst().dropLast().first(where: { i in
                guard reading.isCapital(i), reading.isCapital(i + 1), let given = reading.first(.nameGiven, at: i),
                    !reading.tokens[i + 1].isAllCaps, reading.kind(i - 1) == .word
                else { return false }
                // The accents count: "Jan" is no "Ján".
                return given.length == 1 && reading.tokens.string(i) == reading.entry(given).form
            })
        else { return name }
        var name = name
        name.tokens = name.tokens.lowerBound..<person
        // "mluvčí úřadu Klára Dostálová": the noun alone names nobody.
        return name.tokens.contains { reading.isCapital($0) } ? name : nil
    }

    /// - Parameter blocked: tokens that no name may reach into.
    func read(avoiding blocked: TokenSet) -> [Found] {
        var found = bodiesOfOurs()
        var busy = TokenSet(within: reading.range)
        var blocked = blocked
        for own in found {
            busy.insert(own.tokens)
            blocked.insert(own.tokens)
        }
        var i = reading.range.lowerBound
        while i < reading.range.upperBound {
            guard reading.knows(i), !busy.contains(i) else {
                i += 1
                continue
            }
            if let plural = plural(at: i, blocked), !plural.names.contains(where: { busy.intersects($0.tokens) }) {
                for name in plural.names {
                    found.append(name)
                    busy.insert(name.tokens)
                }
                i = plural.end
                continue
            }
            if let body = wholeBody(at: i, blocked), !busy.intersects(body.tokens) {
                found.append(body)
                busy.insert(body.tokens)
                i = body.tokens.upperBound
                continue
            }
            // "Co Městský úřad …": the word for what is no Co.
            if reading.first(.nameOpening, at: i) != nil, startsSentence(i) {
                i += 1
                continue
            }
            // A legal form that is a head noun too ("Mittetulundusühing X") opens the name behind it.
            let isLegalForm = reading.first(.orgLegal, at: i) != nil
            let candidate =
                isLegalForm ? formOrHead(at: i, blocked) : byHead(at: i, blocked) ?? byLegalForm(at: i, blocked)
            if let candidate = candidate.map(behindProject).map(withoutOpening).flatMap(beforePerson),
                !busy.intersects(candidate.tokens)
            {
                for name in coordinated(candidate, blocked) where !busy.intersects(name.tokens) {
                    found.append(name)
                    busy.insert(name.tokens)
                }
                i = candidate.tokens.upperBound
            } else {
                i += 1
            }
        }
        for i in reading.range where !busy.contains(i) {
            let known = reading.knows(i) ? body(at: i, blocked) : nil
            if var body = known ?? byEnglishCountry(at: i, blocked), !busy.intersects(body.tokens) {
                if body.rule == "org.body" {
                    let whole = withPlace(body.tokens, blocked)
                    if !busy.intersects(whole) { body.tokens = whole }
                }
                found.append(body)
                busy.insert(body.tokens)
            }
        }
        return found
    }

    /// What a legal form opens, or the same words as a head noun, when that reaches farther: "Javni zavod Krajinski park
    /// Goričko".
    private func formOrHead(at i: Int, _ blocked: TokenSet) -> Found? {
        guard let form = byLegalForm(at: i, blocked) else { return byHead(at: i, blocked) }
        guard form.tokens.lowerBound == i, let head = byHead(at: i, blocked), head.tokens.lowerBound == i,
            head.tokens.upperBound > form.tokens.upperBound
        else { return form }
        return head
    }
}
