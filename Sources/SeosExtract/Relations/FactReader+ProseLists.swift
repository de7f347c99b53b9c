internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// "Together with Norrbottens Isforskningscenter from Kiruna, Altan lumikoulu and the University of X": a list behind a
/// word for taking part, whose items need no head noun that the packs know.
///
/// One item at least must be known as a body, or the list may be of persons.
extension FactReader {
    mutating func readProseList(
        behind match: Lexicon.Match, _ sentence: Range<Int>, _ view: BlockView, role: Claim.Role
    ) {
        let r = view.reading
        var items: [(tokens: Range<Int>, isKnown: Bool, country: String?)] = []
        var i = match.end
        while i < sentence.upperBound, items.count < 24 {
            guard let start = nameStart(from: i, sentence, view), let end = nameEnd(from: start, sentence, view) else {
                break
            }
            let name = view.names.first { $0.tokens.lowerBound == start }
            let place = name.map { $0.mention.kind != .organization && $0.tokens.upperBound >= end } ?? false
            guard !place else { break }
            let known = name?.mention.kind == .organization && name?.tokens.upperBound == end
            i = end
            let country = seat(from: &i, sentence, view)
            items.append((start..<end, known, country))
            // On to the next: a comma, the word for and, or both.
            let before = i
            if r.ascii(i) == UInt8(ascii: ",") { i += 1 }
            if let and = r.first(.and, at: i) { i = and.end }
            if i == before { break }
        }
        guard items.count >= 2, items.contains(where: \.isKnown), items.contains(where: { !$0.isKnown }),
            let project = project(at: view.index, match.start)
        else { return }
        for item in items where !item.isKnown && stands(item.tokens, view) {
            let mention = organizationMention(item.tokens, view, rule: "partner.told")
            let entity = organization(mention, kind: head(in: item.tokens, view), country: item.country)
            builder.claim(
                Claim(
                    subject: project, property: .partner, object: entity, mention: mention, role: role,
                    evidence: [builder.mention(mention).span], rule: "partner.told", confidence: 0.6))
        }
    }

    /// Where the next name begins, behind articles, adjectives of countries and common nouns for bodies.
    private func nameStart(from start: Int, _ sentence: Range<Int>, _ view: BlockView) -> Int? {
        let r = view.reading
        var i = start
        while i < sentence.upperBound, i - start <= 3 {
            if r.kind(i) == .word, r.tokens[i].isCapitalized { return i }
            guard r.kind(i) == .word,
                r.at(i).contains(where: {
                    [.orgInside, .of, .orgGeneric, .namePlace, .orgHead].contains($0.meaning)
                })
            else { return nil }
            i += 1
        }
        return nil
    }

    /// The end of a known body, or of two to six words with capitals.
    private func nameEnd(from start: Int, _ sentence: Range<Int>, _ view: BlockView) -> Int? {
        let r = view.reading
        if let name = view.names.first(where: { $0.tokens.lowerBound == start }) {
            // "Altan lumikoulu": a place may begin the name of a body.
            if name.mention.kind == .organization { return name.tokens.upperBound }
            if name.mention.kind == .programme { return nil }
        }
        var end = start
        var words = 0
        while end < sentence.upperBound, words < 6, r.kind(end) == .word, end == start || r.sameLine(end) {
            if r.tokens[end].isCapitalized {
                if words > 0, r.whereEnding(end, isKnown: true) != nil || isFromPlace(end, view) { break }
                end += 1
                words += 1
            } else if let of = r.first(.of, at: end), r.kind(of.end) == .word, r.tokens[of.end].isCapitalized {
                end = of.end
            } else {
                break
            }
            if r.isDash(end), r.glued(end), r.glued(end + 1), r.kind(end + 1) == .word { end += 2 }
        }
        return words >= 2 ? end : nil
    }

    /// A place in a case that says where from ("Kiirunasta"): it stands behind the name of a body.
    private func isFromPlace(_ i: Int, _ view: BlockView) -> Bool {
        let r = view.reading
        let word = r.tokens.folded(i)
        return r.language.suffixes(.fromSuffix).contains {
            word.count > $0.count + 2 && word.suffix($0.count).elementsEqual($0)
        }
            && r.place(at: i, before: i + 1, in: gazetteer) != nil
    }

    /// Passes over "(Poland)", "from Kiruna", "Norjasta", and gives the country.
    private func seat(from i: inout Int, _ sentence: Range<Int>, _ view: BlockView) -> String? {
        let r = view.reading
        let start = i
        var at = i
        if r.ascii(at) == UInt8(ascii: "(") {
            guard let close = (at..<min(at + 8, sentence.upperBound)).first(where: { r.ascii($0) == UInt8(ascii: ")") })
            else { return nil }
            i = close + 1
            return view.names.first { start < $0.tokens.lowerBound && $0.tokens.upperBound <= close }?.mention.country
        }
        if let from = r.first(.placeBefore, at: at) { at = from.end }
        guard let place = view.names.first(where: { $0.tokens.lowerBound == at && $0.mention.kind == .region }) else {
            return nil
        }
        i = place.tokens.upperBound
        return place.mention.country
    }

    /// Not a person's two names: three words, a capital inside, or a word that names bodies.
    private func stands(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        let words = tokens.filter { r.kind($0) == .word }
        return words.count >= 3 || words.contains { r.tokens[$0].isAllCaps || r.tokens[$0].hasInnerCapital }
            || words.contains { i in
                r.tokens.folded(i).count >= 10
                    || r.at(i).contains { [.orgHead, .orgLegal, .nameBody].contains($0.meaning) }
            }
    }
}
