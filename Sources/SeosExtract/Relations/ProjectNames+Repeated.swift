internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// What a page says again and again with a capital, whatever small words are in it: "Kam gre sonce ponoči", "House on the
/// border". Where it stands twice, both places show where it ends.
struct RepeatedPhrases {
    /// Where a phrase stands.
    struct Place {
        var view: Int
        var tokens: Range<Int>
    }

    private static let longest = 8
    private static let mostAlike = 24
    private static let mostPlaces = 1500

    private var ends: [Int: [Int: Int]] = [:]

    /// - Parameter views: the page's blocks. Takes time in proportion to the capitals of the page: of words that are on it more than
    ///   two dozen times, only the first places are compared.
    init(_ views: [BlockView]) {
        var groups: [UInt32: [Place]] = [:]
        var count = 0
        for view in views where !view.isPartOfPage && count < Self.mostPlaces {
            let r = view.reading
            for i in view.range where r.kind(i) == .word && r.isCapital(i) {
                let places = groups[Self.stem(r.tokens.folded(i)), default: []].count
                if places < Self.mostAlike {
                    groups[Self.stem(r.tokens.folded(i)), default: []].append(
                        Place(view: view.index, tokens: i..<(i + 1)))
                    count += 1
                }
            }
        }
        for places in groups.values where places.count >= 2 {
            for (n, a) in places.enumerated() {
                for b in places[(n + 1)...] {
                    let length = Self.shared(a, b, views)
                    guard length > 0 else { continue }
                    for place in [a, b] {
                        let start = place.tokens.lowerBound
                        ends[place.view, default: [:]][start] = max(
                            ends[place.view]?[start] ?? 0, start + length)
                    }
                }
            }
        }
    }

    /// The phrase that begins with token `start` and stands elsewhere on the page too, nil where there is none.
    func phrase(from start: Int, _ view: BlockView) -> Range<Int>? {
        ends[view.index]?[start].map { start..<Self.numbered($0, view.reading) }
    }

    /// "Green Ports *2*", "Green Ports *II*" beside "Green Ports", the project before.
    private static func numbered(_ end: Int, _ r: Reading) -> Int {
        guard r.sameLine(end), !r.glued(end) else { return end }
        let isRoman =
            r.kind(end) == .word && r.tokens[end].isAllCaps && r.tokens.folded(end).count <= 3
            && r.tokens.folded(end).allSatisfy { "ivx".utf8.contains($0) }
        return isRoman || r.kind(end) == .number && r.digits(end) == 1 ? end + 1 : end
    }

    /// The first bytes of a word, which its cases share.
    private static func stem(_ word: ArraySlice<UInt8>) -> UInt32 {
        word.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// How many tokens from two places on are the same words, perhaps in other cases; without what can't end a name.
    private static func shared(_ a: Place, _ b: Place, _ views: [BlockView]) -> Int {
        let (first, second) = (views[a.view], views[b.view])
        let (r, s) = (first.reading, second.reading)
        let (i, j) = (a.tokens.lowerBound, b.tokens.lowerBound)
        var length = 0
        while length < longest, first.range.contains(i + length), second.range.contains(j + length),
            a.view != b.view || i + length < j, length == 0 || r.sameLine(i + length) && s.sameLine(j + length),
            isSame(i + length, r, j + length, s), length == 0 || !goesOn(i + length, r)
        {
            length += 1
        }
        while length > 1, !mayEnd(i + length - 1, r) { length -= 1 }
        return length
    }

    private static func isSame(_ i: Int, _ r: Reading, _ j: Int, _ s: Reading) -> Bool {
        guard r.kind(i) == s.kind(j) else { return false }
        switch r.kind(i) {
        case .word: return ProjectNames.areAlike(r.tokens.folded(i), s.tokens.folded(j))
        case .number: return r.tokens[i].hash == s.tokens[j].hash
        default:
            return r.ascii(i) == s.ascii(j) && "-'&?!,".utf8.contains(r.ascii(i))
        }
    }

    /// Verbs and nouns of a sentence on a project: none of its name.
    private static func goesOn(_ i: Int, _ r: Reading) -> Bool {
        r.at(i).contains {
            switch $0.meaning {
            case .project, .projectIs, .projectNamed, .projectWithin, .leadVerb, .leadBefore, .leadAfter, .periodFrom,
                .periodUntil, .costs, .funderGives, .partnerBefore, .partnerAfter:
                true
            default: false
            }
        }
    }

    /// A word, a number or a question mark; no small word that only joins others.
    private static func mayEnd(_ i: Int, _ r: Reading) -> Bool {
        switch r.kind(i) {
        case .number: true
        case .word:
            r.isCapital(i)
                || r.tokens.folded(i).count > 2
                    && !r.at(i).contains { [.nameOpening, .of, .and, .orgInside, .placeBefore].contains($0.meaning) }
        default: r.ascii(i) == UInt8(ascii: "?") || r.ascii(i) == UInt8(ascii: "!")
        }
    }
}

extension ProjectNames {
    /// "*QUIET* AMBER *EYE*": all the words of a name in capitals of which one reads as its letters, where they stand together
    /// wherever it does.
    func withCapitals(_ name: Name) -> Name {
        guard name.tokens.count == 1 else { return name }
        let places = candidates[key(name)]?.places ?? [name]
        guard let place = places.first(where: { !views[$0.view].isShouting }) ?? places.first else { return name }
        let view = views[place.view]
        let r = view.reading
        func isPart(_ i: Int) -> Bool {
            view.range.contains(i) && r.kind(i) == .word && r.tokens[i].isAllCaps
                && r.first(.projectPrefix, at: i) == nil
                && !view.names.contains {
                    $0.mention.kind != .region && $0.tokens.contains(i) && !$0.tokens.overlaps(place.tokens)
                }
        }
        var (start, end) = (place.tokens.lowerBound, place.tokens.upperBound)
        while end - start < 8, isPart(end), r.sameLine(end), !r.glued(end) { end += 1 }
        while end - start < 8, isPart(start - 1), r.sameLine(start), !r.glued(start) { start -= 1 }
        guard end - start > 1 else { return name }
        let longer = Name(view: place.view, tokens: start..<end, rule: name.rule, confidence: name.confidence)
        let count = occurrences(of: longer)
        return count >= 2 && count >= occurrences(of: name) ? longer : name
    }
}
