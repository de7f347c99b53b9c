internal import SeosText

/// One text's words against the names of places, by hashes: as they stand, or with a case ending of the language taken
/// away from the last word, and from the first.
struct GazetteerSearch {
    /// Folded bytes of the text's words.
    let folds: UnsafeBufferPointer<UInt8>
    /// Case endings of names of places, longest first.
    let endings: [Language.FoldedEnding]

    private static let shortestInflected = 4

    /// Whether a name, and a name of several words, may begin with a word or with what it is without one of its case
    /// endings; false is certain.
    func beginnings(of word: Token, in names: GazetteerNames) -> (any: Bool, long: Bool) {
        var isLong = names.mayBeginLong(word.hash)
        var isAny = isLong || names.mayBegin(word.hash)
        for k in endings.indices {
            if isLong { break }
            guard let stem = stem(word.folded, k) else { continue }
            let hash = step(step(Hash.seed, stem), endings[k].base)
            isLong = names.mayBeginLong(hash)
            isAny = isAny || isLong || names.mayBegin(hash)
        }
        return (isAny, isLong)
    }

    /// The first answer that the words give as a name, and whether they stand in its base form.
    ///
    /// - Parameter answer: what is known of a name's hash, nil for nothing.
    func first<Answer>(_ words: ArraySlice<Range<Int>>, _ answer: (UInt64) -> Answer?) -> (Answer, isBaseForm: Bool)? {
        guard let first = words.first, let last = words.last else { return nil }
        let isOne = words.count == 1
        let before = isOne ? Hash.seed : joined(step(Hash.seed, first), words.dropFirst().dropLast())
        if let found = answer(step(before, last)) { return (found, true) }
        guard last.count >= Self.shortestInflected else { return nil }
        // By their places: an ending taken out of the list would be counted as used each time.
        for k in endings.indices {
            guard let lastStem = stem(last, k) else { continue }
            if let found = answer(step(step(before, lastStem), endings[k].base)) { return (found, false) }
            if isOne { continue }
            for other in endings.indices {
                guard let firstStem = stem(first, other) else { continue }
                let begun = joined(
                    step(step(Hash.seed, firstStem), endings[other].base), words.dropFirst().dropLast())
                if let found = answer(step(step(begun, lastStem), endings[k].base)) { return (found, false) }
            }
        }
        return nil
    }

    /// Goes on with a space, the words between, and a space behind each.
    private func joined(_ hash: UInt64, _ words: ArraySlice<Range<Int>>) -> UInt64 {
        words.reduce(Hash.step(hash, 0x20)) { Hash.step(step($0, $1), 0x20) }
    }

    private func step(_ hash: UInt64, _ range: Range<Int>) -> UInt64 {
        var hash = hash
        for k in range { hash = Hash.step(hash, folds[k]) }
        return hash
    }

    private func step(_ hash: UInt64, _ bytes: [UInt8]) -> UInt64 {
        var hash = hash
        for byte in bytes { hash = Hash.step(hash, byte) }
        return hash
    }

    /// The word without an ending, nil when it does not have it or little else.
    @inline(__always)
    private func stem(_ word: Range<Int>, _ n: Int) -> Range<Int>? {
        guard word.count > 2, folds[word.upperBound - 1] == endings[n].last else { return nil }
        let length = endings[n].ending.count
        guard word.count > length + 1 else { return nil }
        var k = length
        let start = word.upperBound - length
        while k > 0 {
            k -= 1
            if folds[start + k] != endings[n].ending[k] { return nil }
        }
        return word.lowerBound..<start
    }
}
