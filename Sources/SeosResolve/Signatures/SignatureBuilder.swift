internal import SeosLanguages
internal import SeosText

/// Makes signatures of names, and remembers the words it has seen.
///
/// Not shared between threads: each worker has its own copy of the table of words; signatures of different builders
/// cannot be compared.
public struct SignatureBuilder: Sendable {
    let resources: NameResources
    private(set) var words: [Word] = []
    private var wordIDs: [[UInt8]: Int32] = [:]
    private var made: [Key: Int32] = [:]
    /// What builders before this one made, with the same words.
    private var remembered: [Key: NameSignature] = [:]
    /// How many names were read for this builder and for those before it.
    private(set) var read = 0
    private(set) var signatures: [NameSignature] = []
    /// Hashes of name and language, by the number of the signature: the same in every builder.
    private(set) var spellings: [UInt64] = []

    /// A word's letters as one to three machine words, for quick comparison.
    struct Word: Sendable {
        var letters: [UInt8]
        /// Which of the 26 letters it has.
        var mask: UInt32
    }

    private struct Key: Hashable {
        var name: String
        var language: String?
    }

    public init(resources: NameResources = .embedded) { self.resources = resources }

    /// The number of the signature of a name; the same name in the same language has the same number.
    ///
    /// - Parameter language: BCP 47, or nil when it is not known.
    public mutating func signature(of name: String, language: String?) -> Int {
        let key = Key(name: name, language: language)
        if let known = made[key] { return Int(known) }
        var name = name
        if let known = remembered[key] {
            signatures.append(known)
        } else {
            signatures.append(name.withUTF8 { build($0, language) })
            read += 1
        }
        spellings.append(Self.spelling(of: name, language: language))
        made[key] = Int32(signatures.count - 1)
        return signatures.count - 1
    }

    /// The same without signatures; those it has need not be made again.
    func emptied() -> SignatureBuilder {
        var builder = self
        for (key, number) in made { builder.remembered[key] = signatures[Int(number)] }
        builder.made = [:]
        builder.signatures = []
        builder.spellings = []
        return builder
    }

    /// A hash of a name in a language.
    static func spelling(of name: String, language: String?) -> UInt64 {
        var hash = Hash.of((language ?? "").utf8)
        hash = Hash.step(hash, 0xFF)
        for byte in name.utf8 { hash = Hash.step(hash, byte) }
        return hash
    }

    mutating func intern(_ letters: [UInt8]) -> Int32 {
        if let known = wordIDs[letters] { return known }
        var mask: UInt32 = 0
        for letter in letters where letter >= 97 && letter <= 122 { mask |= 1 << UInt32(letter - 97) }
        words.append(Word(letters: letters, mask: mask))
        wordIDs[letters] = Int32(words.count - 1)
        return Int32(words.count - 1)
    }

    private mutating func build(_ text: UnsafeBufferPointer<UInt8>, _ language: String?) -> NameSignature {
        let tokens = Romanization.words(text, limit: 40)
        let reader = NameReader(resources, language)
        let shouts =
            tokens.filter { $0.isAllCaps || $0.letters.count == 1 }.count * 2 > tokens.count && tokens.count > 2
        var parts: [NameSignature.Part] = []
        var headMarks: [(part: Int, beforePreposition: Bool)] = []
        var placeMarks: [(part: Int, beforePreposition: Bool)] = []
        var acronyms: [[UInt8]] = []
        var initials: [UInt8] = []
        var mainInitials: [UInt8] = []
        var hasPreposition = false
        var country: UInt16 = 0
        var hash = Hash.seed
        for token in tokens {
            hash = Hash.step(hash, token.isNumber ? 0x23 : 0x20)
            for b in token.letters { hash = Hash.step(hash, b) }
            // Doubled letters are single in the letters, so that II and III would be equal.
            if reader.isNumeral(token) { hash = Hash.step(hash, UInt8(truncatingIfNeeded: token.end - token.start)) }
        }
        var i = 0
        while i < tokens.count {
            let token = tokens[i]
            guard !token.letters.isEmpty else {
                i += 1
                continue
            }
            if token.isNumber || i > 0 && reader.isNumeral(token) {
                let letters = token.isNumber ? token.letters : reader.numeral(token)
                parts.append(NameSignature.Part(word: intern(letters), weight: 0.5, isNumber: true))
                i += 1
                continue
            }
            let known = reader.meanings(of: token)
            if let first = Self.written(token, text).first {
                initials.append(first)
                if !known.isSilent { mainInitials.append(first) }
            }
            if let (length, places) = reader.places(at: i, in: tokens, known: known) {
                var part = NameSignature.Part(word: intern(placeWord(tokens[i..<(i + length)], reader)), weight: 0.75)
                part.places = triple(places)
                part.concepts = triple(length == 1 ? known.concepts : [])
                for p in places where country == 0 { country = resources.places.country(p) }
                parts.append(part)
                // "Województwo Pomorskie" is a place, and says of what kind the body is.
                for k in length > 1 ? i..<(i + length) : i..<i {
                    let kinds = reader.meanings(of: tokens[k]).concepts.filter {
                        resources.lexicon.concepts[Int($0)].kind == .place
                    }
                    if let kind = kinds.first, placeMarks.isEmpty {
                        placeMarks.append((parts.count, true))
                        var generic = NameSignature.Part(
                            word: intern(tokens[k].letters), weight: resources.lexicon.concepts[Int(kind)].weight)
                        generic.concepts = triple(kinds)
                        parts.append(generic)
                    }
                }
                // "USC" is the "Universidade de Santiago de Compostela".
                for k in (i + 1)..<max(i + 1, i + length) {
                    guard let first = Self.written(tokens[k], text).first else { continue }
                    initials.append(first)
                    if tokens[k].isCapitalized { mainInitials.append(first) }
                }
                i += length
                continue
            }
            if Self.isAcronym(token, text, shouts) {
                acronyms.append(Self.written(token, text))
            }
            for piece in reader.pieces(of: token, known: known) {
                if piece.isSilent {
                    if !parts.isEmpty, piece.isPreposition { hasPreposition = true }
                    continue
                }
                var part = NameSignature.Part(word: intern(piece.letters), weight: reader.weight(piece, token))
                part.concepts = triple(piece.concepts)
                part.places = triple(piece.places)
                if token.depth == 0,
                    piece.concepts.contains(where: { resources.lexicon.concepts[Int($0)].kind == .place })
                {
                    placeMarks.append((parts.count, !hasPreposition))
                }
                if piece.isHead, token.depth == 0 { headMarks.append((parts.count, !hasPreposition)) }
                for p in piece.places where country == 0 { country = resources.places.country(p) }
                parts.append(part)
            }
            i += 1
        }
        if let head = reader.head(headMarks.isEmpty ? placeMarks : headMarks) { parts[head].isHead = true }
        applyPhrases(&parts)
        for k in parts.indices {
            let word = words[Int(parts[k].word)]
            (parts[k].mask, parts[k].length) = (word.mask, Int32(truncatingIfNeeded: word.letters.count))
        }
        let head = parts.firstIndex(where: \.isHead)
        let total = parts.reduce(0) { $0 + $1.weight }
        let mixed = reader.hasMixedScript(text)
        return NameSignature(
            parts: Array(parts.prefix(24)), head: head.map { parts[$0].concepts.0 } ?? -1, acronyms: acronyms,
            initials: initials, mainInitials: mainInitials, country: country,
            isOnlyAcronym: tokens.count == 1 && Self.isAcronym(tokens[0], text, false),
            hash: tokens.isEmpty ? Hash.of(text) : hash,
            totalWeight: total, hasMixedScript: mixed)
    }

    /// The letters of a place's name without words for its kind: "Region Syddanmark" and "Region Nordjylland" begin alike.
    private func placeWord(_ tokens: ArraySlice<Romanization.Word>, _ reader: NameReader) -> [UInt8] {
        if tokens.count == 1 { return tokens[tokens.startIndex].letters }
        let own = tokens.filter { token in
            !reader.meanings(of: token).concepts.contains { resources.lexicon.concepts[Int($0)].kind == .place }
        }
        return (own.isEmpty ? Array(tokens) : own).flatMap(\.letters)
    }

    /// A word of capitals alone, or a short one with small letters between them: "HiØ", "UiT".
    private static func isAcronym(
        _ token: Romanization.Word, _ text: UnsafeBufferPointer<UInt8>, _ shouts: Bool
    ) -> Bool {
        let count = token.letters.count
        if token.isAllCaps { return !shouts && count >= 2 && count <= 10 }
        guard !token.isNumber, token.isCapitalized, count >= 3, count <= 5, token.start >= 0, token.end <= text.count
        else { return false }
        // The last letter is a capital too: "McKay" is a name.
        var capitals = 0
        var endsInCapital = false
        var i = token.start
        while i < token.end {
            let (c, length) = UTF8Scan.codePoint(text, i)
            i += max(1, length)
            let isCapital = c >= 0x41 && c <= 0x5A || c >= 0xC0 && c <= 0xDE && c != 0xD7
            if isCapital { capitals += 1 }
            endsInCapital = isCapital
        }
        return capitals >= 2 && endsInCapital
    }

    /// The letters of a word as they are written, where they are plain: an acronym has the first letters of words and not
    /// their sounds, "CNRS" begins like "Centre".
    private static func written(_ token: Romanization.Word, _ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        guard token.start >= 0, token.end <= text.count, token.start < token.end else { return token.letters }
        var letters: [UInt8] = []
        for b in text[token.start..<token.end] {
            guard b < 0x80 else { return token.letters }
            letters.append(b >= 0x41 && b <= 0x5A ? b + 32 : b)
        }
        return letters
    }

    /// Makes one part of several that together say one idea.
    private func applyPhrases(_ parts: inout [NameSignature.Part]) {
        for phrase in resources.phrases {
            var found: [Int] = []
            for member in phrase.members {
                guard
                    let k = parts.indices.first(where: {
                        !found.contains($0)
                            && (parts[$0].concepts.0 == member || parts[$0].concepts.1 == member
                                || parts[$0].concepts.2 == member)
                    })
                else { break }
                found.append(k)
            }
            guard found.count == phrase.members.count, let first = found.first else { continue }
            parts[first].concepts = (phrase.meaning, -1, -1)
            parts[first].weight = resources.lexicon.concepts[Int(phrase.meaning)].weight
            parts[first].isHead = parts[first].isHead || found.contains { parts[$0].isHead }
            for k in found.dropFirst().sorted(by: >) { parts.remove(at: k) }
        }
    }

    private func triple(_ ids: [Int32]) -> (Int32, Int32, Int32) {
        (ids.first ?? -1, ids.count > 1 ? ids[1] : -1, ids.count > 2 ? ids[2] : -1)
    }
}
