internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Letters that stand for a body of the page: inside its name ("ISPRA, Italian Institute for …", "Europees Fonds voor
/// Regionale Ontwikkeling (EFRO)"), and alone elsewhere ("TUL" beside "Technická univerzita v Liberci", "AAU" beside
/// "Aalborg Universitet").
///
/// They are mentions of that body and say nothing of their own.
extension FactReader {
    static let lettersRule = "org.letters"
    private static let lengths = 3...8
    /// Of a page full of capitals.
    private static let mostLetters = 200

    mutating func readLettersOfBodies() {
        var bodies: [(entity: Int, words: [[UInt32]])] = []
        // The body that letters stand for, -1 when the page uses them of two.
        var told: [UInt64: Int] = [:]
        for (n, entity) in builder.extraction.entities.enumerated() where entity.kind == .organization {
            for (k, index) in entity.mentions.enumerated() {
                let mention = builder.mention(index)
                guard let view = view(of: mention.span) else { continue }
                let tokens = view.tokens(mention.span)
                if k < 3, tokens.count >= 2 { bodies.append((n, Self.words(tokens, view))) }
                if tokens.count == 1, mention.rule == "org.acronym", let only = tokens.first, isLetters(only, view) {
                    tell(only, view, n, &told)
                }
                for i in [inside(tokens, view), behind(tokens, view)].compactMap({ $0 })
                where isLetters(i, view, isKnown: true) {
                    tell(i, view, n, &told)
                    addLetters(i, view, to: n)
                }
            }
        }
        guard !bodies.isEmpty else { return }
        readLoneLetters(bodies, &told)
    }

    private func tell(_ i: Int, _ view: BlockView, _ entity: Int, _ told: inout [UInt64: Int]) {
        let hash = view.reading.tokens[i].hash
        if let known = told[hash], known != entity { told[hash] = -1 } else { told[hash] = entity }
    }

    private mutating func addLetters(_ i: Int, _ view: BlockView, to entity: Int) {
        let mention = addSpan(.organization, view, i..<(i + 1), rule: Self.lettersRule, confidence: 0.7)
        if builder.entity(ofMention: mention) == nil { builder.attach(mention, to: entity) }
    }

    /// Capitals that mean nothing else: "AAU", "УжНУ".
    ///
    /// - Parameter isKnown: whether letters count that a pack knows as a body's, as "EFRO" behind the fund's long name.
    private func isLetters(_ i: Int, _ view: BlockView, isKnown: Bool = false) -> Bool {
        let r = view.reading
        guard r.kind(i) == .word, r.tokens[i].isAllCaps || r.tokens[i].hasInnerCapital, !r.isMutated(i),
            Self.lengths.contains(Self.length(r.tokens.folded(i))), !view.addresses.contains(i),
            !r.at(i).contains(where: { match in
                if isKnown, [.nameOrganization, .nameBody].contains(match.meaning) || match.meaning.isLabel {
                    return false
                }
                return Acronyms.others.contains(match.meaning) || match.meaning.isLabel
            })
        else { return false }
        return !r.tokens.folded(i).allSatisfy { "ivxlcdm".utf8.contains($0) }
    }

    private static func length(_ folded: some Sequence<UInt8>) -> Int { folded.count { $0 & 0xC0 != 0x80 } }

    // MARK: Inside and right behind a name

    /// "Institute … (AFBI)", "ISPRA, Institute …", "MUSA - Museo …", "Universitet …, NTNU": letters at an end of a name.
    private func inside(_ tokens: Range<Int>, _ view: BlockView) -> Int? {
        let r = view.reading
        guard tokens.count >= 4 else { return nil }
        let (first, last) = (tokens.lowerBound, tokens.upperBound - 1)
        if r.ascii(last) == UInt8(ascii: ")"), r.ascii(last - 2) == UInt8(ascii: "(") { return last - 1 }
        if r.tokens[last].isAllCaps, r.ascii(last - 1) == UInt8(ascii: ",") { return last }
        let isParted = r.ascii(first + 1) == UInt8(ascii: ",") || r.isDash(first + 1) && !r.glued(first + 1)
        return r.tokens[first].isAllCaps && isParted ? first : nil
    }

    /// "Szkoła Wyższa Zittau/Görlitz (HSZG)" as a line of a list: letters of the name in its own language.
    private func behind(_ tokens: Range<Int>, _ view: BlockView) -> Int? {
        let r = view.reading
        let open = tokens.upperBound
        guard tokens.count >= 2, r.ascii(open) == UInt8(ascii: "("), r.ascii(open + 2) == UInt8(ascii: ")"),
            r.kind(open + 1) == .word, r.tokens[open + 1].isAllCaps,
            !view.names.contains(where: { $0.tokens.contains(open + 1) })
        else { return nil }
        let first = r.tokens.folded(open + 1).first
        let isBegun = tokens.contains { r.kind($0) == .word && r.tokens.folded($0).first == first }
        let isLine = !view.isProse && Self.length(r.tokens.folded(open + 1)) >= 4
        return isBegun || isLine ? open + 1 : nil
    }

    // MARK: Alone

    private mutating func readLoneLetters(_ bodies: [(entity: Int, words: [[UInt32]])], _ told: inout [UInt64: Int]) {
        var count = 0
        var projects: [SourceSpan] = []
        for entity in builder.extraction.entities where entity.kind == .project || entity.kind == .programme {
            projects += entity.mentions.map { builder.mention($0).span }
        }
        projects.sort()
        for view in views where !view.isShouting {
            let r = view.reading
            for i in view.range where r.kind(i) == .word && (r.tokens[i].isAllCaps || r.tokens[i].hasInnerCapital) {
                guard count < Self.mostLetters, isLetters(i, view), isAlone(i, view),
                    !view.names.contains(where: { $0.tokens.contains(i) }),
                    !view.values.contains(where: { $0.tokens.contains(i) }),
                    !Self.holds(projects, Int(r.tokens[i].start))
                else { continue }
                count += 1
                let hash = r.tokens[i].hash
                if told[hash] == nil { told[hash] = spelt(i, view, bodies) ?? -1 }
                if let entity = told[hash], entity >= 0 { addLetters(i, view, to: entity) }
            }
        }
    }

    /// Whether the last of the sorted spans that begins at a byte or before it holds the byte.
    private static func holds(_ spans: [SourceSpan], _ byte: Int) -> Bool {
        var low = 0
        var high = spans.count
        while low < high {
            let mid = (low + high) / 2
            if spans[mid].start <= byte { low = mid + 1 } else { high = mid }
        }
        return low > 0 && spans[low - 1].end > byte
    }

    /// No part of a compound or a code: "LIFE-IP", "BSB/2".
    private func isAlone(_ i: Int, _ view: BlockView) -> Bool {
        let r = view.reading
        if r.glued(i), "-/_.&".utf8.contains(r.ascii(i - 1)) { return false }
        if r.glued(i + 1), "-/_&+".utf8.contains(r.ascii(i + 1)) { return false }
        if r.kind(i + 1) != .number || !r.sameLine(i + 1) { return true }
        // "podíl TUL 104 700 EUR"
        return view.values.contains { $0.mention.kind == .money && $0.tokens.lowerBound == i + 1 }
    }

    /// The only body of the page whose words spell the letters.
    private func spelt(_ i: Int, _ view: BlockView, _ bodies: [(entity: Int, words: [[UInt32]])]) -> Int? {
        let letters = Self.scalars(view.reading.tokens.folded(i))
        var found: Int?
        for body in bodies where Self.spells(body.words, letters) {
            if let known = found, known != body.entity { return nil }
            found = body.entity
        }
        return found
    }

    private static func scalars(_ folded: some Sequence<UInt8>) -> [UInt32] {
        String(decoding: Array(folded), as: UTF8.self).unicodeScalars.map(\.value)
    }

    /// The words of a name, folded, without those in small letters of three and fewer ("of", "für", "для").
    private static func words(_ tokens: Range<Int>, _ view: BlockView) -> [[UInt32]] {
        let r = view.reading
        return tokens.compactMap { i in
            guard r.kind(i) == .word else { return nil }
            let word = scalars(r.tokens.folded(i))
            return r.isSmall(i) && word.count <= 3 ? nil : word
        }
    }

    /// Whether every word gives its first letter, in order, and some give a further one from inside: "TUL" of "Technická
    /// univerzita Liberec", "AAU" of "Aalborg Universitet", "HSZG" of "Hochschule Zittau Görlitz".
    static func spells(_ words: [[UInt32]], _ letters: [UInt32]) -> Bool {
        guard words.count >= 2, letters.count >= words.count, letters.count <= words.count + 2 else { return false }
        var i = 0
        for (n, word) in words.enumerated() {
            guard i < letters.count, word.first == letters[i] else { return false }
            i += 1
            var inside = 1
            // What the words behind need for their first letters is left to them.
            while i < letters.count, letters.count - i > words.count - n - 1,
                let next = word[inside...].firstIndex(of: letters[i])
            {
                inside = next + 1
                i += 1
            }
        }
        return i == letters.count
    }
}
