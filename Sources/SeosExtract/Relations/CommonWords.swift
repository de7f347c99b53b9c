internal import SeosModel
internal import SeosText

/// The words a page writes in small letters or with one capital only: in capitals elsewhere ("BIRŽAI"), they are
/// shouted and no acronyms.
struct CommonWords {
    private var words: Set<ArraySlice<UInt8>> = []

    init(_ views: [BlockView]) {
        for view in views {
            let tokens = view.reading.tokens
            for i in view.range where tokens[i].kind == .word && !tokens[i].isAllCaps && !tokens[i].hasInnerCapital {
                words.insert(tokens.folded(i))
            }
        }
    }

    func contains(_ i: Int, _ view: BlockView) -> Bool { words.contains(view.reading.tokens.folded(i)) }
}
