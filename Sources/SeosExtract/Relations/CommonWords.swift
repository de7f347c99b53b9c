internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// The words a page writes in small letters or with one capital only: where only its headlines and short lines have
/// them in capitals ("BIRŽAI"), they are shouted and no acronyms.
struct CommonWords {
    private var words: Set<ArraySlice<UInt8>> = []
    private var capitals: Set<ArraySlice<UInt8>> = []

    init(_ views: [BlockView]) {
        for view in views {
            let tokens = view.reading.tokens
            let addresses = TokenSet(
                view.values.filter { $0.mention.kind == .url || $0.mention.kind == .email }.map(\.tokens))
            for i in view.range where tokens[i].kind == .word && !addresses.contains(i) {
                if tokens[i].isAllCaps {
                    if view.isProse || view.reading.first(.project, at: i + 1) != nil {
                        capitals.insert(tokens.folded(i))
                    }
                } else if !tokens[i].hasInnerCapital {
                    words.insert(tokens.folded(i))
                }
            }
        }
    }

    /// Whether token `i`, all in capitals, is a word in its own right.
    func contains(_ i: Int, _ view: BlockView) -> Bool {
        let word = view.reading.tokens.folded(i)
        return words.contains(word) && !capitals.contains(word)
    }
}
