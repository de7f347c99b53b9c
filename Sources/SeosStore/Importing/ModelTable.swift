/// A table of the model as an import fills it: which labels or type it holds, and its columns.
public struct ModelTable: Sendable {
    /// What a column takes.
    public enum Content: Sendable, Equatable {
        case text
        case integer
        case number
        /// A JSON array of texts, or of objects with a `name`.
        case texts
        /// An exact decimal, kept in three columns.
        case amount
        /// Words as codes: the first is `first`.
        case words([String], first: Int64)
    }

    public struct Column: Sendable {
        public var name: String
        public var content: Content
    }

    /// The label or the type.
    public var name: String
    public var code: Int
    public var table: String
    public var columns: [Column]
    /// Of relationships: the labels at both ends.
    public var sources: Set<String> = []
    public var targets: Set<String> = []

    /// Labels of the model. Those without a table of their own here, documents and claims, are kept as other labels
    /// are: the tables of the model hold what was read from pages.
    public static let labels: [ModelTable] = [
        node(
            "Project", 1, "project",
            text("name", "full_name", "acronym", "start_date", "end_date") + integer("year") + text("url")
                + texts("names", "languages")),
        node("Organization", 2, "organization", text("name", "kind", "country") + texts("names")),
        node("Region", 3, "region", text("name", "code") + integer("level") + text("country") + texts("names")),
        node("Programme", 4, "programme", text("name", "period_start", "period_end") + texts("names")),
        node(
            "Amount", 5, "amount",
            [Column(name: "value", content: .amount)] + text("currency", "kind", "as_written")),
        node("Date", 6, "date", text("start", "end", "precision", "kind", "as_written")),
        node("Contact", 7, "contact", text("name", "email", "phone")),
    ]

    /// Codes of labels that have no table here; a graph of its own begins after them.
    public static let otherLabels = ["Document": 8, "Claim": 9]
    public static let firstFreeLabel = 10
    /// A label's code takes six bits of a node's key.
    public static let lastLabel = 62

    public static let types: [ModelTable] = [
        edge("PARTNER_IN", 1, "partner_in", ["Organization"], ["Project"], role(["lead", "partner", "associated"], 1)),
        edge(
            "FUNDED_BY", 2, "funded_by", ["Project"], ["Programme", "Organization"], role(["funder", "cofinancier"], 4)),
        edge("HAS_AMOUNT", 3, "has_amount", ["Project"], ["Amount"], integer("claims", "sources")),
        edge("SHARE_OF", 4, "share_of", ["Amount"], ["Organization"], integer("claims", "sources")),
        edge("HAS_DATE", 5, "has_date", ["Project"], ["Date"], integer("claims", "sources")),
        edge("LOCATED_IN", 6, "located_in", ["Organization", "Project"], ["Region"], integer("claims", "sources")),
        edge("PART_OF", 7, "part_of", ["Region"], ["Region"], []),
        edge("CONTACT_OF", 8, "contact_of", ["Contact"], ["Project"], []),
    ]

    public static let otherTypes = ["MENTIONED_IN": 9, "ABOUT": 10, "STATED_IN": 11]
    public static let firstFreeType = 12

    // MARK: Making the lists

    private static func node(_ name: String, _ code: Int, _ table: String, _ columns: [Column]) -> ModelTable {
        ModelTable(name: name, code: code, table: table, columns: columns)
    }

    private static func edge(
        _ name: String, _ code: Int, _ table: String, _ sources: Set<String>, _ targets: Set<String>,
        _ columns: [Column]
    ) -> ModelTable {
        ModelTable(name: name, code: code, table: table, columns: columns, sources: sources, targets: targets)
    }

    private static func text(_ names: String...) -> [Column] { names.map { Column(name: $0, content: .text) } }
    private static func texts(_ names: String...) -> [Column] { names.map { Column(name: $0, content: .texts) } }
    private static func integer(_ names: String...) -> [Column] { names.map { Column(name: $0, content: .integer) } }

    private static func role(_ words: [String], _ first: Int64) -> [Column] {
        [Column(name: "role", content: .words(words, first: first))] + integer("claims", "sources")
            + [Column(name: "confidence", content: .number)]
    }
}
