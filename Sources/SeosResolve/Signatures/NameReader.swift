internal import SeosText

/// Reads the words of one name in one language: what each means, and where compounds part.
struct NameReader {
    /// A word, or a part of a compound.
    struct Piece {
        var letters: [UInt8]
        var concepts: [Int32] = []
        var places: [Int32] = []
        var isHead = false
        /// Small words and legal forms: they say nothing.
        var isSilent = false
        var isPreposition = false
    }

    private let resources: NameResources
    private let language: String?
    private let mask: UInt64
    private let isCompounding: Bool
    /// Parts of compounds are words of the language itself.
    private let compoundMask: UInt64

    init(_ resources: NameResources, _ language: String?) {
        self.resources = resources
        self.language = language
        mask = NameLanguages.mask(language)
        isCompounding = NameLanguages.isCompounding(language)
        compoundMask = language == nil ? mask : mask & ~NameLanguages.bit("en")
    }

    // MARK: Numbers

    private static let numerals: [[UInt8]: [UInt8]] = {
        var table: [[UInt8]: [UInt8]] = [:]
        for (roman, digit) in [("ii", "2"), ("iii", "3"), ("iv", "4"), ("vi", "6"), ("vii", "7"), ("viii", "8")] {
            table[Romanization.letters(roman)] = Array(digit.utf8)
        }
        table[Array("iii".utf8)] = Array("3".utf8)
        return table
    }()

    /// A word of the capitals I and V: "II", not as the first word of a name.
    func isNumeral(_ token: Romanization.Word) -> Bool {
        let length = token.end - token.start
        return token.isAllCaps && length >= 2 && length <= 4 && token.letters.allSatisfy { $0 == 0x69 || $0 == 0x76 }
    }

    func numeral(_ token: Romanization.Word) -> [UInt8] {
        // "II" and "III" fold to one letter; the length of the written form tells them apart.
        let length = token.end - token.start
        if token.letters == [0x69] { return [UInt8(ascii: "0") + UInt8(min(length, 9))] }
        return Self.numerals[token.letters] ?? token.letters
    }

    // MARK: Places

    /// The longest place name that begins at a token.
    func places(at i: Int, in tokens: [Romanization.Word], known: Meanings) -> (length: Int, groups: [Int32])? {
        guard tokens[i].isCapitalized, tokens[i].letters.count >= 3 else { return nil }
        var parts: [[UInt8]] = []
        var j = i
        while j < tokens.count, parts.count < PlaceNames.longest, !tokens[j].isNumber,
            tokens[j].depth == tokens[i].depth
        {
            parts.append(tokens[j].letters)
            j += 1
        }
        for n in stride(from: parts.count, through: 1, by: -1) {
            if n == 1 {
                // A word that is an idea is no place, unless in another language ("Siena" is a border in Lithuanian) or
                // when its stem is only the beginning of a place's name.
                if known.isSilent { return nil }
                if !known.concepts.isEmpty {
                    guard known.isForeign || tokens[i].letters.count - known.end >= 2 && known.end <= 5,
                        let found = resources.places.groups(named: parts[0..<1])
                    else { return nil }
                    return (1, found)
                }
                if !known.places.isEmpty {
                    // A list of countries and regions has one place, the gazetteer may have the town beside it.
                    let others = resources.places.groups(named: parts[0..<1]) ?? []
                    return (1, known.places + others.filter { !known.places.contains($0) })
                }
                let found =
                    resources.places.groups(named: parts[0..<1]) ?? resources.places.groups(inflected: parts[0]) ?? []
                // "Nicolaus Copernicus": behind a name that nothing is known of stands no small town.
                let places = isName(i - 1, tokens) ? found.filter { !resources.places.isTown($0) } : found
                return places.isEmpty ? nil : (1, places)
            }
            guard tokens[i + n - 1].isCapitalized || n > 2 else { continue }
            if let found = resources.places.groups(named: parts[0..<n]) { return (n, found) }
        }
        return nil
    }

    /// A word with a capital that means nothing and is no place.
    private func isName(_ i: Int, _ tokens: [Romanization.Word]) -> Bool {
        guard i >= 0, tokens[i].isCapitalized, !tokens[i].isNumber, tokens[i].depth == tokens[i + 1].depth,
            tokens[i].letters.count >= 3
        else { return false }
        return meanings(of: tokens[i]).end == 0 && resources.places.groups(named: [tokens[i].letters]) == nil
    }

    // MARK: Words

    struct Meanings {
        var concepts: [Int32] = []
        var places: [Int32] = []
        var end = 0
        var isSilent = false
        var isPreposition = false
        /// A word of another language than the name's.
        var isForeign = false
    }

    /// What a whole word means, by the longest stem it begins with; the words of its own language first.
    func meanings(of token: Romanization.Word) -> Meanings {
        token.letters.withUnsafeBufferPointer { letters in
            let own = meanings(letters, from: 0, mask, wholeWord: true, minimum: 1)
            if own.end > 0 { return own }
            // "CERN" is no grain.
            if token.isAllCaps, letters.count <= 5 { return Meanings() }
            // Words of another language stand in many names; short stems of it would see them everywhere.
            var foreign = meanings(letters, from: 0, NameLanguages.all, wholeWord: true, minimum: 4)
            foreign.isForeign = true
            return foreign.end >= 6 || foreign.end + (foreign.end >= 5 ? 2 : 1) >= letters.count ? foreign : Meanings()
        }
    }

    /// How many letters of ending a stem may have behind it.
    private func ending(_ stem: Int) -> Int {
        switch stem {
        case ...2: 0
        case 3: 2
        case 4: 6
        case 5: 7
        default: 9
        }
    }

    private func meanings(
        _ letters: UnsafeBufferPointer<UInt8>, from start: Int, _ mask: UInt64, wholeWord: Bool, minimum: Int
    ) -> Meanings {
        var best = Meanings()
        let lexicon = resources.lexicon
        lexicon.trie.forEachMatch(in: letters, from: start) { match in
            let length = match.end - start
            guard length >= minimum else { return }
            let isWhole = start == 0 && match.end == letters.count
            if wholeWord, !isWhole, letters.count - match.end > ending(length) { return }
            var found = Meanings()
            var e = match.entry
            while e >= 0 {
                let entry = lexicon.trie.entries[Int(e)]
                e = entry.next
                guard entry.languages & mask != 0, !entry.isWord || isWhole else { continue }
                found.end = match.end
                if entry.meaning >= ConceptLexicon.placeBase {
                    let group = resources.placeGroups[Int(entry.meaning - ConceptLexicon.placeBase)]
                    if group >= 0, !found.places.contains(group) { found.places.append(group) }
                    continue
                }
                let kind = lexicon.concepts[Int(entry.meaning)].kind
                if kind == .stop || kind == .legal {
                    found.isSilent = true
                    found.isPreposition = kind == .stop && lexicon.concepts[Int(entry.meaning)].name == "of"
                } else if !found.concepts.contains(entry.meaning) {
                    found.concepts.append(entry.meaning)
                }
            }
            if found.end > best.end {
                if found.isSilent, !found.concepts.isEmpty || !found.places.isEmpty {
                    // A short word that is a small one somewhere in the language is small: "the" beside "tee".
                    if isWhole, length <= 3 { found.concepts = [] } else { found.isSilent = false }
                }
                best = found
            }
        }
        return best
    }

    /// The parts of a word: one, or several when it is a compound.
    func pieces(of token: Romanization.Word, known whole: Meanings) -> [Piece] {
        if isCompounding, token.letters.count >= 8, whole.end < token.letters.count, let parts = compound(token) {
            return parts
        }
        if whole.end > 0 { return [piece(whole, token.letters)] }
        return [Piece(letters: token.letters)]
    }

    private func piece(_ m: Meanings, _ letters: [UInt8]) -> Piece {
        Piece(
            letters: letters, concepts: m.concepts, places: m.places,
            isHead: m.concepts.contains { resources.lexicon.concepts[Int($0)].kind == .head }, isSilent: m.isSilent,
            isPreposition: m.isPreposition)
    }

    /// The best parting of a word into stems, letters between them, an unknown part and an ending.
    private func compound(_ token: Romanization.Word) -> [Piece]? {
        let word = token.letters
        let n = word.count
        return word.withUnsafeBufferPointer { letters -> [Piece]? in
            // Best value of the letters from i on, and the stem chosen there.
            var value = [Int](repeating: 0, count: n + 1)
            var chosen = [Meanings?](repeating: nil, count: n + 1)
            for i in stride(from: n - 4, through: 0, by: -1) {
                value[i] = value[i + 1]
                let m = meanings(letters, from: i, compoundMask, wholeWord: false, minimum: 4)
                guard m.end > i, !m.isSilent, !(m.concepts.isEmpty && m.places.isEmpty) else { continue }
                let length = m.end - i
                let worth = length * length + value[m.end]
                if worth > value[i] {
                    value[i] = worth
                    chosen[i] = m
                }
            }
            var pieces: [Piece] = []
            var i = 0
            var unknownStart = 0
            var stems = 0
            var firstStem = 0
            while i < n {
                guard let m = chosen[i] else {
                    i += 1
                    continue
                }
                if i - unknownStart >= 4 || (unknownStart == 0 && i >= 3) {
                    pieces.append(unknown(Array(word[unknownStart..<i])))
                }
                pieces.append(piece(m, Array(word[i..<m.end])))
                if stems == 0 { firstStem = i }
                stems += 1
                i = m.end
                unknownStart = i
            }
            guard stems > 0, pieces.count > 1, firstStem == 0 || firstStem >= 3 else { return nil }
            if n - unknownStart > 5 { pieces.append(unknown(Array(word[unknownStart..<n]))) }
            // Only the last part of a compound names the kind of body.
            for p in pieces.indices.dropLast() { pieces[p].isHead = false }
            return pieces
        }
    }

    private func unknown(_ letters: [UInt8]) -> Piece {
        var piece = Piece(letters: letters)
        if letters.count >= 4 {
            piece.places =
                resources.places.groups(named: [letters]) ?? resources.places.groups(inflected: letters) ?? []
        }
        return piece
    }

    func weight(_ piece: Piece, _ token: Romanization.Word) -> Float {
        if let concept = piece.concepts.first {
            var weight = resources.lexicon.concepts[Int(concept)].weight
            for other in piece.concepts.dropFirst() {
                weight = min(weight, resources.lexicon.concepts[Int(other)].weight)
            }
            return weight
        }
        if !piece.places.isEmpty { return 0.75 }
        switch piece.letters.count {
        case 1: return 0.1
        case 2: return 0.3
        case 3: return 0.6
        default: return 1
        }
    }

    /// Which of the marked parts is the kind of body, by the word order of the language.
    func head(_ marks: [(part: Int, beforePreposition: Bool)]) -> Int? {
        switch NameLanguages.headOrder(language) {
        case .first: return marks.first?.part
        case .last: return marks.last?.part
        case .beforePreposition: return (marks.last { $0.beforePreposition } ?? marks.first)?.part
        }
    }

    /// A word with letters of two scripts, such as Latin with a Cyrillic Ѕ.
    func hasMixedScript(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var latin = false
        var other = false
        var i = 0
        while i < text.count {
            let (c, length) = UTF8Scan.codePoint(text, i)
            i += max(1, length)
            switch c {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: latin = true
            case 0x370...0x52F: other = true
            case 0x300...0x36F: break
            default:
                if latin && other { return true }
                latin = false
                other = false
            }
        }
        return latin && other
    }
}
