/// Finds saved queries by the words of a question.
public struct NamedQuerySearch {
    private let queries: [(query: NamedQuery, title: Set<String>, all: Set<String>)]
    /// In how many queries a word stands.
    private let counts: [String: Int]

    public init(_ queries: [NamedQuery]) {
        self.queries = queries.map { query in
            let title = Self.stems(query.title + " " + query.name)
            return (query, title, title.union(Self.stems(query.question)))
        }
        counts = self.queries.reduce(into: [:]) { counts, entry in
            for stem in entry.all { counts[stem, default: 0] += 1 }
        }
    }

    /// - Returns: the queries whose name, title or question has words of `text`, best first. A word counts more the
    ///   fewer queries have it, and more in a title.
    public func find(_ text: String) -> [NamedQuery] {
        let wanted = Self.stems(text)
        var found: [(score: Double, query: NamedQuery)] = []
        for entry in queries {
            var score = 0.0
            for stem in wanted where entry.all.contains(stem) {
                let weight = 1 / Double(counts[stem] ?? 1)
                score += weight + (entry.title.contains(stem) ? weight / 2 : 0) + 0.1
            }
            if score > 0 { found.append((score, entry.query)) }
        }
        found.sort { ($1.score, $0.query.name) < ($0.score, $1.query.name) }
        return found.map(\.query)
    }

    /// Words that tell nothing of what is asked.
    private static let empty: Set<String> = [
        "a", "an", "and", "are", "at", "by", "do", "does", "each", "for", "from", "given", "has", "have", "how", "i",
        "in", "is", "it", "its", "me", "of", "on", "or", "same", "so", "that", "the", "them", "there", "these", "this",
        "to", "what", "where", "which", "who", "whom", "with", "many", "much", "all", "any", "show", "list",
    ]

    /// Folded words without the endings of English.
    static func stems(_ text: String) -> Set<String> {
        var stems: Set<String> = []
        for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            if !empty.contains(String(word)) { stems.insert(stem(String(word))) }
        }
        return stems
    }

    private static func stem(_ word: String) -> String {
        var stem = word
        for (ending, replacement, least) in [
            ("ations", "at", 4), ("ation", "at", 4), ("ies", "y", 3), ("ing", "", 4), ("ed", "", 4), ("es", "", 4),
            ("s", "", 3), ("e", "", 4),
        ] where stem.hasSuffix(ending) && stem.utf8.count - ending.utf8.count >= least && !stem.hasSuffix("ss") {
            stem = String(stem.dropLast(ending.count)) + replacement
            break
        }
        // "sharing" and "share" end the same way.
        return stem.hasSuffix("e") && stem.utf8.count > 4 ? String(stem.dropLast()) : stem
    }
}
