internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// The nominative of an inflected name, as far as the last word's ending tells.
enum BaseForm {
    /// The last word of a head-last name carries the case ("Arenduskeskuse" → "Arenduskeskus"); its head noun is known,
    /// so the ending is what stands behind the pack's form. Names whose head stands first keep their words.
    static func name(_ tokens: Range<Int>, _ reading: Reading, isOrganization: Bool) -> String {
        let quote = reading.withoutMutation(tokens)
        guard let last = tokens.last(where: { reading.kind($0) == .word }), last == tokens.upperBound - 1 else {
            return quote
        }
        let word = reading.tokens.string(last)
        guard let base = nominative(of: word, at: last, reading) else { return quote }
        return String(quote.dropLast(word.count)) + base
    }

    private static func nominative(of word: String, at i: Int, _ reading: Reading) -> String? {
        guard reading.language.headLast, word.count >= 5 else { return nil }
        // An exact form of a head noun in the pack is a nominative or a name of its own.
        let folded = reading.tokens.foldedString(i)
        for match in reading.at(i) where reading.meaning(match) == .orgHead {
            let form = Folding.fold(reading.entry(match).form)
            if form == folded { return nil }
            let stem = form.filter { $0 != "*" }
            // "*keskus*" in "arenduskeskuse": what stands behind the stem is the ending.
            if form.hasSuffix("*"), !stem.contains(" "), let range = folded.range(of: stem, options: .backwards) {
                let ending = folded.distance(from: range.upperBound, to: folded.endIndex)
                if ending == 0 { return nil }
                if ending <= 5, reading.language.tag == "et" || reading.language.tag == "fi" {
                    return String(word.dropLast(ending))
                }
            }
        }
        return nil
    }
}

extension String {
    /// The last or first occurrence of a substring.
    fileprivate func range(of needle: String, options: SearchDirection) -> Range<String.Index>? {
        guard !needle.isEmpty, count >= needle.count else { return nil }
        var i = index(endIndex, offsetBy: -needle.count)
        while true {
            let end = index(i, offsetBy: needle.count)
            if self[i..<end] == needle { return i..<end }
            if i == startIndex { return nil }
            i = index(before: i)
        }
    }
}

private enum SearchDirection { case backwards }
