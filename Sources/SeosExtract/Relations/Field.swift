internal import SeosLanguages
internal import SeosModel

/// A label of the page and what stands under it: the value on its line, the items of the list below, the cells of its
/// column.
struct Field {
    /// A part of a block that belongs to the label.
    struct Part {
        /// Index into the block views.
        var view: Int
        var tokens: Range<Int>
        /// Country of the group the part stands in ("Partnerid Eestis:").
        var country: String?
        /// True for a whole list item, cell or line; false for the rest of a line that may hold several names.
        var isItem: Bool
    }

    var meaning: Meaning
    /// Tokens of the label.
    var label: Range<Int>
    var labelView: Int
    var parts: [Part] = []
    /// How the label stood: `colon`, `line`, `heading`, `table`.
    var form: String
}
