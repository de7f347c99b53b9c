import SeosTestSupport

/// What a project page says in one language, and what stands around it: `corpus/layouts/<language>.txt`.
struct LayoutText {
    var language: String
    /// Values of each key in order, parts between bars.
    private var lines: [String: [[String]]] = [:]

    init?(_ language: String) {
        guard let text = Folders.text(Folders.corpus + "/layouts/" + language + ".txt") else { return nil }
        self.language = language
        for line in text.split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let parts = line[line.index(after: colon)...].split(separator: "|").map(LayoutText.trimmed)
            lines[String(line[..<colon]), default: []].append(parts)
        }
    }

    static let all: [LayoutText] = Folders.entries(of: Folders.corpus + "/layouts").compactMap { name in
        name.hasSuffix(".txt") ? LayoutText(String(name.dropLast(4))) : nil
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    func one(_ key: String) -> String { lines[key]?.first?.first ?? "" }
    func all(_ key: String) -> [[String]] { lines[key] ?? [] }

    /// The words of the page itself, in the order in which a layout shows them.
    func content(as layout: LayoutPage) -> String {
        let facts = [one("facts")] + all("fact").flatMap { $0 }
        var parts = [one("title"), one("lead")] + all("text").map { $0[0] }
        let names = [one("facts"), one("partners"), one("budget"), one("goals"), one("contact")]
        if layout == .tabs { parts += names }
        if layout != .factBox { parts += layout == .tabs ? Array(facts.dropFirst()) : facts }
        let rest = [
            [names[1]] + all("item").map { $0[0] }, [names[2]] + all("row").flatMap { $0 },
            [names[3]] + all("goal").map { $0[0] }, [names[4], one("person")],
        ]
        parts += rest.flatMap { layout == .tabs ? Array($0.dropFirst()) : $0 }
        if layout == .factBox { parts += facts }
        return parts.joined(separator: "\n")
    }
}
