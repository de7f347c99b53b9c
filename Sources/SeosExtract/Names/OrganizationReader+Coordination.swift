internal import SeosLanguages
internal import SeosModel
internal import SeosText

extension OrganizationReader {
    /// Names that share the head of the last one: "Mulgi, Valga ja Mustvee vald", "Biržų, Pasvalio ir Pakruojo rajonų
    /// savivaldybės". Only lists of places are taken apart, since "Haridus- ja Teadusministeerium" is one body.
    ///
    /// - Returns: the name itself when it shares its head with none.
    func coordinated(_ name: Found, _ blocked: TokenSet) -> [Found] {
        guard reading.language.sharesHeads, name.rule == "org.head", name.kind == .public else { return [name] }
        let r = reading
        // The words behind the last capital are what the names share.
        guard
            let last = name.tokens.last(where: { r.kind($0) == .word && r.isCapital($0) }),
            last + 1 < name.tokens.upperBound
        else { return [name] }
        let tail = (last + 1)..<name.tokens.upperBound
        var start = last
        while start > r.range.lowerBound, r.isDash(start - 1), r.glued(start), r.glued(start - 1) { start -= 2 }
        var conjuncts: [Range<Int>] = []
        var i = start - 1
        guard r.range.contains(i), r.first(.and, at: i)?.end == start else { return [name] }
        // Backwards over "A, B and".
        while conjuncts.count < 12 {
            guard let conjunct = place(endingAt: i, blocked) else { break }
            conjuncts.append(conjunct)
            i = conjunct.lowerBound - 1
            guard r.ascii(i) == UInt8(ascii: ",") else { break }
        }
        guard let first = conjuncts.last, r.last(.orgLegal, endingAt: first.lowerBound) == nil,
            isArea(tail) || conjuncts.filter({ isPlace($0.lowerBound) }).count * 2 >= conjuncts.count
        else { return [name] }
        let others = conjuncts.reversed().map {
            Found(tokens: $0, kind: name.kind, key: nil, rule: "org.shared-head", isFixed: false, tail: tail)
        }
        var own = name
        own.tokens = start..<name.tokens.upperBound
        return others + [own]
    }

    /// "rajona pašvaldība": only places have one.
    private func isArea(_ tail: Range<Int>) -> Bool {
        tail.contains { i in
            reading.at(i).contains { $0.meaning == .orgHead && HeadKey(reading.entry($0).key).isArea }
        }
    }

    /// One capitalised word, or several joined by hyphens, right before token `end`, with no head noun of its own.
    func place(endingAt end: Int, _ blocked: TokenSet) -> Range<Int>? {
        let r = reading
        var start = end - 1
        while start - 2 >= r.range.lowerBound, r.isDash(start - 1), r.glued(start), r.glued(start - 1) { start -= 2 }
        guard start >= r.range.lowerBound, !blocked.contains(start), r.kind(start) == .word,
            r.isCapital(start), r.kind(end - 1) == .word,
            !r.at(start).contains(where: { [.orgHead, .orgLegal, .project].contains(r.meaning($0)) })
        else { return nil }
        return start..<end
    }
}
