internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Names of a capital and small words, as far as the words for project behind them show where they end.
extension ProjectNames {
    /// "Guth na Mara, tionscadal …": small words between capitals, and the word for project behind a comma.
    func apposedRun(from start: Int, _ end: Int, _ view: BlockView) -> Int? {
        let r = view.reading
        // "Es ist der Auftakt zu Grünwinter, einem Vorhaben …": nouns have capitals too, and small words are short.
        if r.language.capitalizesNouns, Self.startsSentence(start, r) { return nil }
        var i = end
        while i < view.range.upperBound, i - start < 6, r.kind(i) == .word, r.sameLine(i),
            r.tokens[i].isCapitalized || r.tokens.folded(i).count <= 3
        { i += 1 }
        if i > end, r.tokens[i - 1].isCapitalized, Self.isApposed(at: i, view) {
            // "der Startschuss für Wiesenklang, ein Vorhaben …": a common noun may stand before.
            let name = Name(view: view.index, tokens: start..<i, rule: Self.coinedRule, confidence: 0.6)
            return r.language.capitalizesNouns && occurrences(of: name) < 2 ? nil : i
        }
        return predicateRun(from: start, end, view)
    }

    /// "Gröna hamnar är ett projekt": small words behind the capital that opens a sentence, up to the words for being a
    /// project, where the page says all of them again.
    private func predicateRun(from start: Int, _ end: Int, _ view: BlockView) -> Int? {
        let r = view.reading
        guard Self.startsSentence(start, r), !r.language.capitalizesNouns else { return nil }
        var i = end
        while i < view.range.upperBound, i - start < 5, r.isSmall(i), r.sameLine(i), !Self.endsName(i, r) {
            if i > end || r.first(.projectIs, at: i) != nil, Self.isPredicate(at: i, view) { break }
            i += 1
        }
        guard i > end, Self.isPredicate(at: i, view) else { return nil }
        let name = Name(view: view.index, tokens: start..<i, rule: Self.coinedRule, confidence: 0.6)
        return occurrences(of: name) >= 2 ? i : nil
    }

    /// The same word, perhaps with another ending.
    static func areAlike(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
        guard a.first == b.first else { return false }
        let least = min(a.count, b.count)
        var shared = 0
        while shared < least, a[a.startIndex + shared] == b[b.startIndex + shared] { shared += 1 }
        if shared == a.count, shared == b.count { return true }
        let longer = max(a.count, b.count)
        return shared >= 3 && shared * 3 >= longer * 2 && longer - shared <= 3
    }
}
