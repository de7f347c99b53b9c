internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Names by a legal form, and the legal form of a name found otherwise.
extension OrganizationReader {
    /// "Zukunft Zwei GmbH", "MTÜ Eesti Muuseumraudtee", "Mittetulundusühing Sotsiaalsete Ettevõtete Võrgustik".
    func byLegalForm(at i: Int, _ blocked: TokenSet) -> Found? {
        guard !blocked.contains(i), let match = reading.first(.orgLegal, at: i),
            reading.tokens[i].isCapitalized || match.length > 1
        else { return nil }
        if match.length == 1, reading.tokens.folded(i).count <= 2, !reading.tokens[i].isAllCaps { return nil }
        let form = match.start..<match.end
        var start = form.lowerBound
        var j = start - 1
        if reading.ascii(j) == UInt8(ascii: ",") { j -= 1 }
        while j >= reading.range.lowerBound, !blocked.contains(j), form.lowerBound - j <= 7,
            !reading.breaks(before: j + 1)
        {
            let t = reading.tokens[j]
            if t.kind == .word, t.isCapitalized, !(startsSentence(j) && isPlainOpening(j)) {
                start = j
            } else if t.kind == .word, isSmallWord(j), j - 1 >= reading.range.lowerBound,
                reading.tokens[j - 1].isCapitalized
            {
            } else if reading.isDash(j), reading.glued(j), reading.glued(j + 1) || "&+".utf8.contains(reading.ascii(j))
            {
            } else {
                break
            }
            j -= 1
        }
        if start < form.lowerBound {
            return Found(
                tokens: start..<form.upperBound, kind: Self.kind(ofLegal: reading.entry(match).key), key: nil,
                rule: "org.legal", isFixed: false)
        }
        // "… rafbúnaður hf. Að auki": the form ends a name that is none for us, and the sentence with it.
        if reading.ascii(form.upperBound - 1) == UInt8(ascii: "."), reading.kind(form.lowerBound - 1) == .word,
            !reading.breaks(before: form.lowerBound), !reading.tokens[form.lowerBound].isCapitalized
        {
            return nil
        }
        var end = form.upperBound
        j = end
        if reading.ascii(j) == UInt8(ascii: "\""), let close = closing(j) {
            return Found(
                tokens: form.lowerBound..<(close + 1), kind: Self.kind(ofLegal: reading.entry(match).key), key: nil,
                rule: "org.legal", isFixed: false)
        }
        while j < reading.range.upperBound, !blocked.contains(j), j - form.upperBound <= 7,
            !reading.breaks(before: j)
        {
            let t = reading.tokens[j]
            if t.kind == .word, t.isCapitalized {
                end = j + 1
            } else if t.kind == .word, isSmallWord(j) {
                if opensAnother(j, blocked) { break }
            } else if reading.isDash(j), reading.glued(j), reading.glued(j + 1) {
            } else {
                break
            }
            j += 1
        }
        guard end > form.upperBound else { return nil }
        return Found(
            tokens: form.lowerBound..<end, kind: Self.kind(ofLegal: reading.entry(match).key), key: nil,
            rule: "org.legal", isFixed: false)
    }

    /// "… y la Fundación X": the word for and, and behind articles the head or legal form of another body.
    func opensAnother(_ i: Int, _ blocked: TokenSet) -> Bool {
        guard let and = reading.first(.and, at: i) else { return false }
        var j = and.end
        var steps = 0
        while steps < 5, reading.range.contains(j), !blocked.contains(j), reading.kind(j) == .word {
            if reading.at(j).contains(where: { reading.meaning($0) == .orgHead || reading.meaning($0) == .orgLegal }) {
                return reading.tokens[j].isCapitalized || steps > 0
            }
            guard isSmallWord(j) || reading.tokens[j].isCapitalized else { return false }
            j += 1
            steps += 1
        }
        return false
    }

    static func kind(ofLegal key: String) -> OrganizationKind? { OrganizationKind(word: key) }

    /// Takes in a legal form right before or behind the name, and an acronym in brackets right behind it.
    func withLegalForm(_ tokens: Range<Int>, _ blocked: TokenSet) -> Range<Int> {
        var start = tokens.lowerBound
        var end = tokens.upperBound
        if let before = reading.last(.orgLegal, endingAt: start), reading.tokens[before.start].isCapitalized,
            !blocked.contains(before.start)
        {
            start = before.start
        }
        if let behind = reading.first(.orgLegal, at: end), reading.sameLine(end), !blocked.contains(end),
            behind.length > 1 || reading.tokens[end].isCapitalized
        {
            end = behind.end
        }
        return start..<end
    }
}
