internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Who leads where no name that the packs know stands beside the words for leading.
extension FactReader {
    /// The word for leading at token `i`: a cue, a label inside running text, or a verb beside the project's name
    /// ("lidera «LIFE Bancales»", "vodi konzorcij").
    func leadMatch(at i: Int, _ sentence: Range<Int>, _ view: BlockView, isProse: Bool) -> Lexicon.Match? {
        for match in view.reading.at(i) {
            switch match.meaning {
            case .leadAfter, .leadBefore: return match
            case .partnerLead where isProse: return match
            case .leadVerb
            where isProse
                && (isBesideProject(match, sentence, view) || isClause(match, sentence, view)
                    || isBare(match, sentence, view)):
                return match
            default: continue
            }
        }
        return view.reading.bridged.first {
            $0.start == i && $0.end <= sentence.upperBound && ($0.meaning != .partnerLead || isProse)
        }
    }

    /// "X is not the lead partner", "nie jest partnerem", "leitet das Projekt nicht": a word for "not" right before, in or
    /// right behind the words for a role; "not only" denies nothing.
    func isDenied(_ match: Lexicon.Match, _ sentence: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        let near = max(sentence.lowerBound, match.start - 2)..<min(sentence.upperBound, match.end + 1)
        return r.matches(in: near).contains { $0.meaning == .negation && r.first(.adverb, at: $0.start) == nil }
    }

    /// Whether a sentence says of somebody that he has no role: "The City of X is not a partner in it."
    func deniesRole(_ sentence: Range<Int>, _ view: BlockView) -> Bool {
        let matches = view.reading.matches(in: sentence)
        guard matches.contains(where: { $0.meaning == .negation }) else { return false }
        return matches.contains { match in
            switch match.meaning {
            case .leadBefore, .leadVerb, .partnerBefore: isDenied(match, sentence, view)
            default: match.meaning.isPartnerLabel && isDenied(match, sentence, view)
            }
        }
    }

    /// "manages 612,750 euros", "se tmexxi baġit ta’ €523,800": a sum right behind a verb for leading is what somebody has
    /// to spend.
    func managesMoney(_ match: Lexicon.Match, _ view: BlockView) -> Bool {
        guard match.meaning == .leadVerb else { return false }
        return view.values.contains { $0.mention.kind == .money && 0...4 ~= $0.tokens.lowerBound - match.end }
            && !(match.start..<match.end + 3).contains { view.reading.first(.project, at: $0) != nil }
    }

    /// "which the Council led from 2024 to 2025 *with* the University": a word for "with" and an article at most stand before
    /// whom somebody else leads with.
    func isCompanion(_ start: Int, behind end: Int, _ view: BlockView) -> Bool {
        let r = view.reading
        guard start > end else { return false }
        return (max(end, start - 3)..<start).contains { i in
            r.first(.with, at: i).map { with in
                with.end <= start && (with.end..<start).allSatisfy { r.isSmall($0) && r.first(.with, at: $0) == nil }
            } ?? false
        }
    }

    private func isBesideProject(_ match: Lexicon.Match, _ sentence: Range<Int>, _ view: BlockView) -> Bool {
        let near =
            max(sentence.lowerBound, match.start - 3)..<max(match.end, min(sentence.upperBound, match.end + 4))
        if leadPlaces[view.index]?.contains(where: { near.contains($0) }) ?? false { return true }
        if isBehindQuotedName(match.start, sentence, view) { return true }
        // "koordinerer et Erasmus+-partnerskab", "очолив цю ініціативу"
        let behind = match.end..<near.upperBound
        return near.contains { view.reading.first(.project, at: $0) != nil }
            || behind.contains { view.reading.first(.projectLike, at: $0) != nil }
            || view.names.contains { $0.mention.kind == .programme && behind.contains($0.tokens.lowerBound) }
    }

    /// "A second project, “Green roofs”, is led by …": right behind the quotation of a project's name of several words.
    private func isBehindQuotedName(_ start: Int, _ sentence: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        guard
            let place = leadPlaces[view.index]?.last(where: { sentence.contains($0) && $0 < start }),
            r.ascii(place - 1) == UInt8(ascii: "\""),
            let close = (place..<start).first(where: { r.ascii($0) == UInt8(ascii: "\"") })
        else { return false }
        return start - close <= 3
    }

    /// "Quiet Winter (Talvi), which the university of X leads": a body right beside the verb, the project's name before
    /// them in the sentence, and no other body between.
    private func isClause(_ match: Lexicon.Match, _ sentence: Range<Int>, _ view: BlockView) -> Bool {
        guard
            let name = view.names.first(where: {
                isPartnerName($0) && ($0.tokens.upperBound == match.start || $0.tokens.lowerBound == match.end)
            }),
            let place = leadPlaces[view.index]?.last(where: {
                $0 >= sentence.lowerBound && $0 < min(match.start, name.tokens.lowerBound)
            }), match.start - place <= Self.clauseTokens
        else { return false }
        return !view.names.contains {
            isPartnerName($0) && $0.tokens.lowerBound > place && $0.tokens != name.tokens
                && $0.tokens.upperBound <= match.start
        }
    }

    private static let clauseTokens = 20

    /// "The Province of X coordinates.", "Derry City and Strabane District Council leads;": a body that opens the sentence,
    /// the verb, and nothing that it could lead besides the project.
    private func isBare(_ match: Lexicon.Match, _ sentence: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        guard match.end >= sentence.upperBound || ".;,".utf8.contains(r.ascii(match.end)) else { return false }
        return view.names.contains {
            isPartnerName($0) && $0.tokens.upperBound == match.start
                && 0...1 ~= $0.tokens.lowerBound - sentence.lowerBound
        }
    }

    /// A capitalised run behind words for leading that shows by its length, a head noun, capitals or a bracket behind
    /// it that it names a body and no person: "Koordineres af Muzeum Emigracji w Gdyni".
    mutating func leadBehind(_ start: Int, _ sentence: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        var first = start
        while first < sentence.upperBound, first - start < 3, r.kind(first) == .word, !r.tokens[first].isCapitalized {
            first += 1
        }
        if r.ascii(first) == UInt8(ascii: "\"") { first += 1 }
        guard r.kind(first) == .word, r.tokens[first].isCapitalized, r.first(.project, at: first) == nil else {
            return false
        }
        var end = first + 1
        var words = 1
        while end < sentence.upperBound, r.kind(end) == .word, end - first < 12 {
            if r.tokens[end].isCapitalized {
                words += 1
                end += 1
                continue
            }
            let joins = r.at(end).contains { [.orgInside, .of].contains($0.meaning) && $0.length == 1 }
            guard joins, r.kind(end + 1) == .word, sentence.contains(end + 1), r.tokens[end + 1].isCapitalized else {
                break
            }
            end += 1
        }
        let run = first..<end
        let hasHead = run.contains { i in r.at(i).contains { $0.meaning == .orgHead || $0.meaning == .orgLegal } }
        let isShort = run.contains { r.tokens[$0].isAllCaps || r.tokens[$0].hasInnerCapital }
        guard words >= 3 || hasHead && words >= 2 || isShort || r.ascii(end) == UInt8(ascii: "("),
            !r.language.capitalizesNouns || hasHead || isShort,
            !view.names.contains(where: { $0.mention.kind != .region && $0.tokens.overlaps(run) }),
            !view.names.contains(where: { $0.mention.kind == .region && $0.tokens == run }),
            leadPlaces[view.index]?.contains(where: run.contains) != true,
            let project = project(at: view.index, first)
        else { return false }
        let mention = organizationMention(run, view, rule: "partner.lead-after")
        let entity = organization(mention, kind: head(in: run, view))
        claimLead(project, entity, mention, [], "partner.lead-after", 0.6)
        return true
    }

    /// "Kommunen er leadpartner", "водещ партньор е гръцката община": a noun alone stands for the one body of the page
    /// whose name has it, or for the one named most.
    mutating func leadReferred(_ match: Lexicon.Match, isBefore: Bool, _ sentence: Range<Int>, _ view: BlockView) {
        let r = view.reading
        // "which from 2017 to 2019 the municipality of the other side led": a time that was over is another project's.
        if (match.start..<match.end).contains(where: { r.digits($0) == 4 }) { return }
        let near =
            isBefore
            ? max(sentence.lowerBound, match.start - 3)..<match.start
            : match.end..<max(match.end, min(sentence.upperBound, match.end + 4))
        let nouns = near.filter { i in
            r.first(.orgHead, at: i) != nil && !view.names.contains { $0.tokens.contains(i) }
        }
        if let k = bodyReferred(before: match.start, sentence, view) {
            return roleClaim(k, .lead, view, rule: "partner.lead-latter")
        }
        guard let noun = isBefore ? nouns.last : nouns.first, let project = project(at: view.index, match.start),
            let mention = ownBody(with: r.tokens.folded(noun)) ?? knownBody(with: r.tokens.folded(noun)),
            let entity = entity(of: mention)
        else { return }
        claimLead(
            project, entity, mention, [r.span(min(noun, match.start)..<max(noun + 1, match.end))],
            "partner.lead-referred", 0.55)
    }

    /// "V minulosti bolo mesto partnerom projektu „X“": the noun alone stands for the page's own body, of a project that it
    /// has no other role in.
    mutating func partnerReferred(_ match: Lexicon.Match, _ sentence: Range<Int>, _ view: BlockView) {
        let r = view.reading
        let near = max(sentence.lowerBound, match.start - 4)..<match.end
        let noun = near.last { i in
            r.first(.orgHead, at: i) != nil && r.isSmall(i) && !view.names.contains { $0.tokens.contains(i) }
        }
        guard let noun, let project = project(at: view.index, match.start),
            let mention = ownBody(with: r.tokens.folded(noun)) ?? firstLineBody(with: r.tokens.folded(noun)),
            let entity = entity(of: mention),
            !builder.hasClaim(of: project, about: entity, where: { $0.property == .partner }),
            // The name of a newspaper holds such nouns too.
            projects.contains(where: { builder.hasClaim(of: $0, about: entity) { $0.property == .partner } })
        else { return }
        builder.claim(
            Claim(
                subject: project, property: .partner, object: entity, mention: mention, role: .partner,
                evidence: [builder.mention(mention).span, r.span(min(noun, match.start)..<max(noun + 1, match.end))],
                rule: "partner.referred", confidence: 0.55))
    }

    /// "Cette dernière est chef de file", "ta druga instytucja kieruje projektem": the last, or the first, of the bodies in
    /// the words before, in the same sentence or the one before it.
    private func bodyReferred(before end: Int, _ sentence: Range<Int>, _ view: BlockView) -> Int? {
        let r = view.reading
        let near = max(sentence.lowerBound, end - 12)..<end
        guard
            let word = near.last(where: { i in
                r.at(i).contains { $0.meaning == .refersLast || $0.meaning == .refersFirst }
            })
        else { return nil }
        func bodies(_ tokens: Range<Int>) -> [Int] {
            view.names.indices.filter {
                isPartnerName(view.names[$0]) && tokens.contains(view.names[$0].tokens.lowerBound)
            }
        }
        var found = bodies(sentence.lowerBound..<word)
        if found.isEmpty, let before = view.sentences.last(where: { $0.upperBound <= sentence.lowerBound }) {
            found = bodies(before)
        }
        let isFirst = r.at(word).contains { $0.meaning == .refersFirst }
        return isFirst ? found.first : found.last
    }

    /// "The Council leads": on the page of a council it is its own.
    mutating func ownBody(with word: ArraySlice<UInt8>) -> Int? {
        guard word.count >= 4, let owner = titleBody() else { return nil }
        return names(owner, word) ? owner : nil
    }

    /// The body that the page's first line names and nothing else, where its name holds a word.
    mutating func firstLineBody(with word: ArraySlice<UInt8>) -> Int? {
        guard word.count >= 4, let owner = firstLineBody(), names(owner, word) else { return nil }
        return owner
    }

    private func names(_ body: Int, _ word: ArraySlice<UInt8>) -> Bool {
        let name = TokenBuffer(text: Array(builder.mention(body).name.utf8))
        // "Biuletyn Informacyjny Gminy X" is no municipality.
        return (0..<name.count).contains { ($0 < 2 || $0 == name.count - 1) && holds(name.folded($0), word) }
    }

    /// ``body(with:)``, looked for once for each word: a long page says "led by the museum" of many.
    mutating func knownBody(with word: ArraySlice<UInt8>) -> Int? {
        if let known = bodiesReferred[Array(word)] { return known }
        let found = body(with: word)
        bodiesReferred[Array(word)] = .some(found)
        return found
    }

    /// The body whose name holds a word, when one such body is named more than any other.
    private func body(with word: ArraySlice<UInt8>) -> Int? {
        guard word.count >= 4 else { return nil }
        var counts: [Int: (count: Int, mention: Int)] = [:]
        for view in views {
            for (k, name) in view.names.enumerated() where isPartnerName(name) && name.tokens.count >= 2 {
                guard name.tokens.contains(where: { holds(view.reading.tokens.folded($0), word) }),
                    let entity = entity(of: nameMentions[view.index][k])
                else { continue }
                counts[entity, default: (0, nameMentions[view.index][k])].count += 1
            }
        }
        let sorted = counts.values.sorted { ($1.count, $0.mention) < ($0.count, $1.mention) }
        guard let best = sorted.first, sorted.count == 1 || sorted[1].count < best.count else { return nil }
        return best.mention
    }

    /// The same noun in another case or with an article ("kommunen", "kommune"), or as the end of a compound
    /// ("skólinn", "Framhaldsskóli").
    private func holds(_ name: ArraySlice<UInt8>, _ word: ArraySlice<UInt8>) -> Bool {
        let shared = zip(name, word).prefix { $0 == $1 }.count
        if shared >= 4, max(name.count, word.count) - shared <= 3 { return true }
        let stem = Array(word.prefix(max(4, word.count - 3)))
        guard name.count > stem.count else { return false }
        let tail = Array(name.suffix(stem.count + 3))
        return (0...(tail.count - stem.count)).contains { Array(tail[$0..<($0 + stem.count)]) == stem }
    }

    private mutating func claimLead(
        _ project: Int, _ entity: Int, _ mention: Int, _ more: [SourceSpan], _ rule: String, _ confidence: Double
    ) {
        if builder.hasClaim(of: project, about: entity, where: { $0.property == .partner && $0.role == .lead }) {
            return
        }
        builder.claim(
            Claim(
                subject: project, property: .partner, object: entity, mention: mention, role: .lead,
                evidence: [builder.mention(mention).span] + more, rule: rule, confidence: confidence))
    }
}
