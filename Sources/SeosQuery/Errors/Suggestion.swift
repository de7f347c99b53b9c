/// "did you mean": the known name nearest to one that is not known.
enum Suggestion {
    /// The nearest candidate within a third of the word's length (any one edit of a short word would be a guess), or
    /// one differing only in case; ties go to the candidate listed first.
    static func nearest(to word: String, among candidates: [String]) -> String? {
        let folded = Array(word.lowercased().unicodeScalars.prefix(60))
        let allowed = folded.count < 3 ? 0 : folded.count / 3
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let d = distance(folded, Array(candidate.lowercased().unicodeScalars), limit: allowed)
            if d <= allowed, d < best?.distance ?? Int.max { best = (candidate, d) }
        }
        return best?.name
    }

    static func hint(for word: String, among candidates: [String]) -> String? {
        nearest(to: word, among: candidates).map { "did you mean '\($0)'?" }
    }

    /// Edits (insert, delete, replace, swap of neighbours) between two words; `limit + 1` when there are more.
    static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int {
        if abs(a.count - b.count) > limit { return limit + 1 }
        var older: [Int] = []
        var previous = Array(0...b.count)
        for i in 0..<a.count {
            var row = [i + 1]
            row.reserveCapacity(b.count + 1)
            for j in 0..<b.count {
                var cost = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, older[j - 1] + 1) }
                row.append(cost)
            }
            older = previous
            previous = row
        }
        return min(previous[b.count], limit + 1)
    }
}
