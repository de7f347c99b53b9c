/// A piece of a document that layout sets apart.
public struct Block: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// A heading, level 1 (largest) to 6.
        case heading(level: Int)
        case paragraph
        /// An item of a list, depth 1 for the outermost list.
        case listItem(depth: Int)
        /// A row of a table; its cells are in ``Block/cells``.
        case tableRow
        /// A definition list pair, or a line that reads "label: value"; see ``Block/label`` and ``Block/value``.
        case labelValue
        /// Name, address, e-mail and telephone of somebody.
        case contact
        /// Verbatim text such as `pre`.
        case preformatted
    }

    /// What a block is for. Only `content` is read for facts; nothing visible is dropped.
    public enum Role: String, Sendable, Hashable {
        case content
        case navigation
        /// Cookie bars and consent dialogues.
        case notice
        /// Teasers and links to other pages.
        case related
        case footer
        /// Sharing buttons, print links, comment forms.
        case furniture
    }

    /// One cell of a table row.
    public struct Cell: Sendable, Hashable {
        public var span: SourceSpan
        /// The column's header, when the table has one.
        public var header: SourceSpan?
        public var isHeader: Bool

        public init(span: SourceSpan, header: SourceSpan? = nil, isHeader: Bool = false) {
            self.span = span
            self.header = header
            self.isHeader = isHeader
        }
    }

    public var kind: Kind
    public var span: SourceSpan
    public var role: Role
    public var cells: [Cell]
    /// The label of a label/value pair, without its colon.
    public var label: SourceSpan?
    /// The value of a label/value pair.
    public var value: SourceSpan?
    /// A number shared by the blocks of one table, list or card; 0 outside any.
    public var group: Int
    /// BCP 47 tag, `und` where the text is too short to tell.
    public var language: String

    public init(
        kind: Kind, span: SourceSpan, role: Role = .content, cells: [Cell] = [], label: SourceSpan? = nil,
        value: SourceSpan? = nil, group: Int = 0, language: String = "und"
    ) {
        self.kind = kind
        self.span = span
        self.role = role
        self.cells = cells
        self.label = label
        self.value = value
        self.group = group
        self.language = language
    }

    public var isContent: Bool { role == .content }

    public var headingLevel: Int? {
        if case .heading(let level) = kind { return level }
        return nil
    }
}
