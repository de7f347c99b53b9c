/// The rows of one language's pack, as they stand in its files.
public struct LanguagePack: Sendable {
    public struct Rule: Sendable {
        public var meaning: Meaning
        /// Currency, month, power of ten, organization kind …; empty where the file has no such column.
        public var key: String
        public var form: String
        public var example: String
        /// Path and line, for messages.
        public var place: String
    }

    /// A case ending of names: what stands in the text, and what the base form has instead.
    public struct Ending: Sendable, Hashable {
        public var isPlace: Bool
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

    /// - Parameter only: the rule files to read; all by default.
    public init(language: String, files: DataFiles = .embedded, only: [String] = Self.ruleFiles) {
        self.language = language
        var rules: [Rule] = []
        var endings: [Ending] = []
        var errors: [String] = []
        for file in only {
            let name = "Packs/\(language)/\(file).tsv"
            guard let bytes = files.bytes(name) else { continue }
            for row in TSV.rows(bytes) {
                let place = "\(name):\(row.line)"
                switch Self.rule(file, row.fields, place) {
                case .success(let rule): rules.append(rule)
                case .failure(let error): errors.append("\(place): \(error.reason)")
                }
            }
        }
        let name = "Packs/\(language)/endings.tsv"
        for row in TSV.rows(files.bytes(name) ?? []) {
            guard row.fields.count >= 4, row.fields[0] == "place" || row.fields[0] == "noun" else {
                errors.append("\(name):\(row.line): want class, ending, base, example")
                continue
            }
            endings.append(
                Ending(
                    isPlace: row.fields[0] == "place", ending: row.fields[1],
                    base: row.fields[2] == "-" ? "" : row.fields[2], example: row.fields[3]))
        }
        self.rules = rules
        self.endings = endings
        self.errors = errors
    }

    private struct RowError: Error { var reason: String }

    private static func rule(_ file: String, _ fields: [String], _ place: String) -> Result<Rule, RowError> {
        let columns = file == "labels" || file == "cues" || file == "noise" ? 3 : 4
        guard fields.count >= columns else { return .failure(RowError(reason: "want \(columns) columns")) }
        var meaning = "\(file).\(fields[0])"
        var key = ""
        var form = fields[1]
        switch file {
        case "orgs": key = fields[2]
        case "names", "values":
            key = fields[1]
            form = fields[2]
            if meaning == "values.year" { meaning += ".\(key)" }
        default: break
        }
        guard let known = Meaning(rawValue: meaning) else {
            return .failure(RowError(reason: "unknown class '\(fields[0])'"))
        }
        guard !form.isEmpty else { return .failure(RowError(reason: "empty form")) }
        return .success(Rule(meaning: known, key: key, form: form, example: fields[columns - 1], place: place))
    }
}
