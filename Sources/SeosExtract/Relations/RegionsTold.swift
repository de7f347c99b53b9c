internal import SeosLanguages
internal import SeosText

/// Places that sentences of a page may name as those where a project acts.
///
/// A page says once where a project acts, and often in one sentence: "in Ozalj, on the Kupa and in Bela krajina". Behind
/// such a row, a place that stands alone in a sentence is where something else happened.
struct RegionsTold {
    struct Place {
        var project: Int
        /// The first token of the sentence, which tells sentences apart.
        var sentence: Int
        var mention: Int
        var rule: String
        var confidence: Double
        /// Whether the sentence tells of the other side of a border, where another partner does the same.
        var isAcross: Bool
    }

    private var places: [Place] = []
    /// Projects whose regions stand under a label: besides them only rows of three places and more count.
    private var labelled: Set<Int> = []

    mutating func addLabelled(_ project: Int) { labelled.insert(project) }

    mutating func add(
        _ project: Int, _ view: BlockView, _ name: NameReader.Found, _ mention: Int, _ rule: String,
        _ confidence: Double
    ) {
        let sentence = view.sentence(at: name.tokens.lowerBound)
        places.append(
            Place(
                project: project, sentence: sentence.lowerBound, mention: mention, rule: rule, confidence: confidence,
                isAcross: Self.isAcross(sentence, view)))
    }

    /// The places without those that stand alone behind a row of their project's; `entity` gives what a mention names.
    func settled(_ entity: (Int) -> Int?) -> [Place] {
        var rows: [[Int]: Set<Int>] = [:]
        for place in places { rows[[place.project, place.sentence], default: []].insert(entity(place.mention) ?? -1) }
        var first: [Int: Int] = [:]
        for (key, row) in rows where row.count >= 2 { first[key[0]] = min(first[key[0]] ?? key[1], key[1]) }
        return places.filter { place in
            if labelled.contains(place.project), place.rule != "region.acts" {
                return rows[[place.project, place.sentence]]?.count ?? 0 >= 3
            }
            guard let row = first[place.project], place.sentence > row, place.rule != "region.acts" else { return true }
            return place.isAcross || rows[[place.project, place.sentence]]?.count ?? 0 >= 2
        }
    }

    /// "On the German side divers go down in Eckernförde Bay", "za hranicí": where another partner does the same.
    private static func isAcross(_ sentence: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        return sentence.contains { i in
            r.at(i).contains { match in
                match.meaning == .across
                    || match.meaning == .side
                        && (r.last(.namePlace, endingAt: match.start) != nil
                            || r.first(.namePlace, at: match.end) != nil)
            }
        }
    }
}
