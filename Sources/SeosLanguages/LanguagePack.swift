/// The rows of one language's pack, as they stand in its files.
public struct LanguagePack: Sendable {
    public struct Rule: Sendable {
        public var meaning: Meaning
        /// Currency, month, power of ten, organization kind …; empty where the file has no such column.
        public var key: String
        public var form: String
        /// Empty where no examples are read.
        public var example: String
        fileprivate var path: String
        fileprivate var line: Int

        /// Path and line, for messages.
        public var place: String { "\(path):\(line)" }
    }

    /// A case ending: what stands in the text, and what the base form has instead.
    public struct Ending: Sendable, Hashable {
        /// What the words are that have the ending, as the first column of the file spells it.
        public enum Kind: String, Sendable {
            /// Names of places and bodies, and nouns.
            case place, noun
            /// A place with this ending says where something is done ("Biržuose"), so that the word need not be known.
            case `where`
            /// The same, but the ending is too common to tell a place by it ("Szegeden").
            case whereOfKnown = "where-known"
            /// Adjectives and nouns in small letters that go on with a body's name: "Ministerstvo životního prostředí".
            case adjective
            case complement
            /// Adjectives in small letters between the first word of a name and its head: "Tatranská komunálna banka".
            case attribute
            case member
            /// Nouns that go on behind a preposition of purpose and the word for and: "Institutt for kultur og næring".
            case field
            /// Cases for coming from somewhere, in which a place stands before the name of who is from there: "Rootsist".
            case origin
            /// Beginnings of words that a word before them changes, and what they are by themselves: "Chomhairle", "Comhairle".
            case initial
            /// Adjectives of towns and what the town is called: "Tolminski", "Tolmin".
            case town
        }

        public var kind: Kind
        public var ending: String
        public var base: String
        public var example: String
    }

    public let language: String
    public let rules: [Rule]
    public let endings: [Ending]
    /// Rows that could not be read, each with its place.
    public let errors: [String]

    /// The pack's files that hold rules, in the order they are read.
    public static let ruleFiles = ["labels", "cues", "orgs", "names", "values", "noise"]

    /// - Parameters:
    ///   - only: the rule files to read; all by default.
    ///   - readsExamples: whether rules are to have their examples, which nobody asks for who reads documents.
    public init(
        language: String, files: DataFiles = .embedded, only: [String] = Self.ruleFiles, readsExamples: Bool = true
    ) {
        self.language = language
        var rules: [Rule] = []
        var endings: [Ending] = []
        var errors: [String] = []
        for file in only {
            let name = "Packs/\(language)/\(file).tsv"
            var reader = RuleReader(file: file, path: name, readsExamples: readsExamples)
            _ = files.withBytes(name) { bytes in
                // Examples are the longest column, and mostly nobody asks for them.
                TSV.forEachRow(bytes, fields: reader.columns) { row in
                    switch reader.rule(row) {
                    case .success(let rule): rules.append(rule)
                    case .failure(let error): errors.append("\(name):\(row.line): \(error.reason)")
                    }
                }
            }
        }
        let name = "Packs/\(language)/endings.tsv"
        _ = files.withBytes(name) { bytes in
            TSV.forEachRow(bytes) { row in
                guard row.count >= 4, let kind = Ending.Kind(rawValue: row.string(0)) else {
                    errors.append("\(name):\(row.line): want class, ending, base, example")
                    return
                }
                endings.append(
                    Ending(
                        kind: kind, ending: row.string(1), base: row.isEqual(2, "-") ? "" : row.string(2),
                        example: row.string(3)))
            }
        }
        self.rules = rules
        self.endings = endings
        self.errors = errors
    }

    private struct RowError: Error { var reason: String }

    /// Reads the rows of one rule file; remembers the class of the row before, since rows stand in groups.
    private struct RuleReader {
        let file: String
        let path: String
        private let readsExamples: Bool
        let columns: Int
        private var group: (name: String, meaning: Meaning?) = ("", nil)

        init(file: String, path: String, readsExamples: Bool) {
            self.file = file
            self.path = path
            self.readsExamples = readsExamples
            columns = file == "labels" || file == "cues" || file == "noise" ? 3 : 4
        }

        mutating func rule(_ row: TSV.Row) -> Result<Rule, RowError> {
            guard row.count >= columns else { return .failure(RowError(reason: "want \(columns) columns")) }
            var key = ""
            var form = 1
            switch file {
            case "orgs": key = row.string(2)
            case "names", "values":
                key = row.string(1)
                form = 2
            default: break
            }
            var name = row.string(0)
            if file == "values", name == "year" { name += ".\(key)" }
            if name != group.name { group = (name, Meaning(rawValue: "\(file).\(name)")) }
            guard let meaning = group.meaning else {
                return .failure(RowError(reason: "unknown class '\(row.string(0))'"))
            }
            guard !row[form].isEmpty else { return .failure(RowError(reason: "empty form")) }
            return .success(
                Rule(
                    meaning: meaning, key: key, form: row.string(form),
                    example: readsExamples ? row.string(columns - 1) : "", path: path, line: row.line))
        }
    }
}
