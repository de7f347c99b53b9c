internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// The words a page writes in small letters or with one capital only: where only its headlines and short lines have
/// them in capitals ("BIRŽAI"), they are shouted and no acronyms.
///
/// Words are kept by the hash of their folded form, and only those that stand in capitals somewhere.
struct CommonWords {
    private var words: Set<UInt64> = []
    private var capitals: Set<UInt64> = []

    init(_ views: [BlockView]) {
        var shouted: Set<UInt64> = []
        // A bit for some of each hash: most words are none of them.
        var bits: UInt64 = 0
        for view in views {
            let tokens = view.reading.tokens
            for i in view.range where tokens[i].isAllCaps {
                shouted.insert(tokens[i].hash)
                bits |= 1 << (tokens[i].hash & 63)
            }
        }
        if shouted.isEmpty { return }
        for view in views {
            let tokens = view.reading.tokens
            let addresses = view.addresses
            for i in view.range where tokens[i].kind == .word && !addresses.contains(i) {
                let token = tokens[i]
                if token.isAllCaps {
                    if view.isProse || view.reading.first(.project, at: i + 1) != nil { capitals.insert(token.hash) }
                } else if bits >> (token.hash & 63) & 1 == 1, !token.hasInnerCapital, shouted.contains(token.hash) {
                    words.insert(token.hash)
                }
            }
        }
    }

    /// Whether token `i`, all in capitals, is a word in its own right.
    func contains(_ i: Int, _ view: BlockView) -> Bool {
        let word = view.reading.tokens[i].hash
        return words.contains(word) && !capitals.contains(word)
    }
}
