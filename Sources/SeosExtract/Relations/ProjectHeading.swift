internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// A heading, a term or the beginning of a list item read as the name of a project:
/// "1. WALKofPEACE (finished)", "VarioPore – Nanopores …", "North Sea Fish (NSF)", "Continued: Green Railways II".
struct ProjectHeading {
    let view: BlockView
    /// An item of a list, whose name is followed by what is told of the project.
    let isItem: Bool
    /// The part of the line that may be the name; nil for the whole line.
    var caption: Range<Int>?

    private var range: Range<Int> { caption ?? view.range }

    private var r: Reading { view.reading }

    /// Nil where the line cannot be a name: a question, a body, a line of small letters.
    func part(level: Int) -> ProjectSections.Part? {
        var start = range.lowerBound
        var isName = false
        // ">> Quiet ice", "--- 2 --- Quiet ice ---"
        while start + 1 < range.upperBound,
            r.kind(start) == .symbol
                || (caption != nil || r.isDash(start)) && r.kind(start) == .punctuation
                    && r.ascii(start) != UInt8(ascii: "\"")
        { start += 1 }
        if caption != nil, let quote = range.first(where: { r.ascii($0) == UInt8(ascii: "\"") }) {
            // "Project for cooperation „Quiet ice”" in bold.
            start = quote
        } else if let behind = Self.numbering(from: start, view), behind < range.upperBound {
            start = behind
        }
        if let behind = ProjectNames.behindCode(start..<range.upperBound, r) { start = behind }
        // "K bodu 5 – Projekt Tichý les, informácia"
        while start > range.lowerBound, start + 1 < range.upperBound, r.isDash(start) { start += 1 }
        var isCalled = false
        if let project = r.first(.project, at: start), project.end < range.upperBound {
            start = project.end
            isName = true
            isCalled = start > range.lowerBound + 1 && r.isCapital(start)
        }
        while start < range.upperBound, r.kind(start) == .punctuation || r.kind(start) == .symbol,
            r.ascii(start) != UInt8(ascii: "\"")
        {
            start += 1
        }
        var end: Int
        if r.ascii(start) == UInt8(ascii: "\"") {
            start += 1
            guard let close = quote(after: start) else { return nil }
            end = close
            isName = true
        } else {
            // Greek asks with a semicolon.
            if !isItem, "?;".utf8.contains(r.ascii(range.upperBound - 1)) { return nil }
            end =
                (start..<range.upperBound).dropFirst().first { endsName($0) || isCalled && endsTitle($0) }
                ?? range.upperBound
            if let colon = (start..<end).first(where: { r.ascii($0) == UInt8(ascii: ":") }), colon > start,
                colon + 1 < end
            {
                // A short name before the colon, or a word such as "continued".
                if isItem || (start..<colon).contains(where: { isShort($0) }) { end = colon } else { start = colon + 1 }
            }
        }
        let rest = end
        while end > start, r.kind(end - 1) == .punctuation || r.ascii(end - 1) == UInt8(ascii: "=") { end -= 1 }
        guard end > start, end - start <= 20, r.tokens[start].isCapitalized || r.kind(start) == .number,
            !isPart(start..<end)
        else { return nil }
        // "General information on the operation": words that end with the noun for what a project is name none.
        if caption == nil, r.isSmall(end - 1),
            r.at(end - 1).contains(where: { $0.length == 1 && ($0.meaning == .project || $0.meaning == .projectLike) })
        {
            return nil
        }
        if (start..<end).contains(where: { isShort($0) }) { isName = true }
        let isBody = isBody(start..<end)
        if isBody, r.ascii(rest) != UInt8(ascii: "\"") { isName = false }
        // "Our projects", "Three new projects in the north"
        if !isName, caption == nil, Self.saysProject(view) { return nil }
        var part = ProjectSections.Part(
            name: name(start..<end, 0.75), views: view.index..<(view.index + 1), level: level, isName: isName)
        addAliases(from: rest, namesBody: isBody, &part)
        return part
    }

    /// The end of what numbers a heading: "1.", "4.2", "3a)", "B)", "III.", "TOP 4", "- 2 -"; nil without.
    static func numbering(from start: Int, _ view: BlockView) -> Int? {
        let r = view.reading
        var i = start
        let call = r.first(.numbering, at: i)
        let isCalled = call != nil
        if let call { i = r.ascii(call.end) == UInt8(ascii: ".") ? call.end + 1 : call.end }
        func closed(_ i: Int) -> Int? {
            let c = r.ascii(i)
            if c == UInt8(ascii: ")") || c == UInt8(ascii: ".") { return i + 1 }
            return nil
        }
        if r.kind(i) == .number, r.digits(i) <= 2 {
            var end = i + 1
            while r.ascii(end) == UInt8(ascii: "."), r.glued(end), r.glued(end + 1), r.digits(end + 1) > 0,
                r.digits(end + 1) <= 2
            { end += 2 }
            // "Item 2/25"
            if isCalled, r.ascii(end) == UInt8(ascii: "/"), r.glued(end), r.glued(end + 1), r.digits(end + 1) > 0 {
                end += 2
            }
            if r.kind(end) == .word, r.glued(end), r.tokens.folded(end).count == 1 {
                return closed(end + 1)
            }
            if let behind = closed(end) { return behind }
            let isRuled = r.isDash(end) && !r.glued(end)
            return end > i + 1 || isCalled || isRuled ? end : nil
        }
        if r.kind(i) == .word, r.tokens[i].isCapitalized, r.glued(i + 1) {
            let word = r.tokens.folded(i)
            let isRoman = word.count <= 4 && r.tokens[i].isAllCaps && word.allSatisfy { "ivx".utf8.contains($0) }
            if isRoman { return closed(i + 1) }
            if r.isLetter(i), r.ascii(i + 1) == UInt8(ascii: ")") { return i + 2 }
        }
        return nil
    }

    /// The marks, digits and letters that number a line, alike for lines numbered alike ("9.", "9a)", "---9---"); nil
    /// without a number.
    static func numberingForm(_ view: BlockView) -> [UInt8]? {
        let r = view.reading
        var start = view.range.lowerBound
        while start < view.range.upperBound, r.isDash(start) { start += 1 }
        guard let end = numbering(from: start, view) else { return nil }
        return (view.range.lowerBound..<end).map { i in
            switch r.kind(i) {
            case .number: UInt8(ascii: "9")
            case .word: r.isLetter(i) ? UInt8(ascii: "a") : UInt8(ascii: "w")
            default: r.ascii(i)
            }
        }
    }

    static func saysProject(_ view: BlockView) -> Bool { view.reading.matches.contains { $0.meaning == .project } }

    private func endsName(_ i: Int) -> Bool {
        r.ascii(i) == UInt8(ascii: "(") || r.isDash(i) && !r.glued(i) || r.ascii(i) == UInt8(ascii: "|")
            || isSlash(i)
            || isItem && (",;.".utf8.contains(r.ascii(i)) && !r.glued(i + 1))
    }

    /// "Projekt Tichý les*,* informácia o stave": behind the word for project a comma and a small letter end the name.
    private func endsTitle(_ i: Int) -> Bool { r.ascii(i) == UInt8(ascii: ",") && r.isSmall(i + 1) }

    /// "Living pastures / Alpeggi vivi": the name in another language behind.
    private func isSlash(_ i: Int) -> Bool { r.ascii(i) == UInt8(ascii: "/") && !r.glued(i) && !r.glued(i + 1) }

    private func quote(after start: Int) -> Int? {
        (start..<min(range.upperBound, start + 20)).first { r.ascii($0) == UInt8(ascii: "\"") }
    }

    /// "(HILLWINE)" and "– a long name" behind the name; a bracket in capitals shows that a name stands before it.
    private func addAliases(from rest: Int, namesBody: Bool, _ part: inout ProjectSections.Part) {
        var i = rest
        if r.ascii(i) == UInt8(ascii: "\"") { i += 1 }
        if r.ascii(i) == UInt8(ascii: "("),
            let close = (i..<min(range.upperBound, i + 16)).first(where: { r.ascii($0) == UInt8(ascii: ")") }),
            close > i + 1
        {
            var inside = (i + 1)..<close
            if let cue = r.first(.ownLanguage, at: inside.lowerBound), cue.end < close { inside = cue.end..<close }
            while let first = inside.first, r.kind(first) == .punctuation { inside = (first + 1)..<close }
            if let first = inside.first, r.tokens[first].isCapitalized, !isCode(inside), !isBody(inside) {
                if isShort(first) {
                    part.isName = part.isName || !namesBody
                    part.aliases.append(name(inside, 0.7))
                } else if inside.count >= 2 {
                    part.aliases.append(name(inside, 0.6))
                }
            }
            // "Quiet ice (Creative Europe)": a programme behind a name shows what it is of.
            if !namesBody,
                view.names.contains(where: { $0.mention.kind == .programme && inside.contains($0.tokens.lowerBound) })
            {
                part.isName = true
            }
            // "Green Railway (Est-Lat 24)"
            if part.name.tokens.count >= 2, inside.contains(where: { r.digits($0) >= 2 && r.digits($0) != 4 }),
                !view.values.contains(where: { $0.mention.kind == .money && $0.tokens.overlaps(inside) })
            {
                part.isName = true
            }
        } else if !isItem, r.isDash(i) && !r.glued(i) || r.ascii(i) == UInt8(ascii: ":") || isSlash(i),
            range.upperBound - i >= 3, r.sameLine(i + 1),
            r.tokens[i + 1].isCapitalized
        {
            part.aliases.append(name((i + 1)..<range.upperBound, 0.6))
        }
    }

    private func name(_ tokens: Range<Int>, _ confidence: Double) -> ProjectNames.Name {
        ProjectNames.Name(view: view.index, tokens: tokens, rule: "project.section", confidence: confidence)
    }

    /// A word as acronyms are written.
    private func isShort(_ i: Int) -> Bool {
        // "1. LIFE Quiet lakes: …"
        ProjectNames.isPrefixed(i, r)
            || r.kind(i) == .word && (r.tokens[i].isAllCaps || r.tokens[i].hasInnerCapital)
                && r.tokens.folded(i).count >= 3
                && !view.isShouting
                && !r.at(i).contains { [.orgLegal, .nameOrganization, .nameProgramme, .nameBody].contains($0.meaning) }
    }

    private func isCode(_ tokens: Range<Int>) -> Bool { tokens.contains { r.digits($0) >= 3 } }

    /// Nothing but the name of a body.
    private func isBody(_ tokens: Range<Int>) -> Bool {
        let words = tokens.filter { r.kind($0) == .word }
        return !words.isEmpty
            && view.names.contains { found in
                found.mention.kind == .organization && words.allSatisfy { found.tokens.contains($0) }
            }
    }

    /// The title of a part of the page: news, other projects, a call, what is paid or when.
    private func isPart(_ tokens: Range<Int>) -> Bool {
        // "Costs and funding (as of 30 August)"
        let opensLabel = r.at(tokens.lowerBound).contains { $0.meaning.isAmountLabel || $0.meaning == .period }
        return opensLabel
            || tokens.contains { i in
                r.at(i).contains {
                    $0.meaning == .noProject || $0.meaning.rawValue.hasPrefix("noise.") && $0.length >= tokens.count
                }
            }
    }
}
