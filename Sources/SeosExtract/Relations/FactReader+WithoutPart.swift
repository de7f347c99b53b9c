internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Bodies of which a sentence says that they have no part in the project, or that they left it: "Hrvatske šume nisu
/// partner", "Museum Sønderjylland har takket nej", "la Croix-Rouge ne fait pas partie du consortium".
extension FactReader {
    /// So far from such words their body stands at most.
    private static let farthest = 30

    /// The bodies of a sentence that have no part, as indexes of the view's names: the one nearest before the words that
    /// say so, or else the first behind them, and those in one row with it.
    func withoutPart(_ sentence: Range<Int>, _ view: BlockView) -> Set<Int> {
        let r = view.reading
        var denied: Set<Int> = []
        var names: [Int]?
        for match in r.matches(in: sentence) where match.meaning == .noPart && match.end <= sentence.upperBound {
            let known =
                names
                ?? view.names.indices.filter {
                    isPartnerName(view.names[$0]) && sentence.contains(view.names[$0].tokens.lowerBound)
                }
            names = known
            let before = known.filter {
                view.names[$0].tokens.upperBound <= match.start
                    && match.start - view.names[$0].tokens.upperBound <= Self.farthest
            }
            let run =
                before.isEmpty ? known.filter { view.names[$0].tokens.lowerBound >= match.end } : before.reversed()
            var last: Int?
            for k in run {
                if let last, !isInRow(view.names[min(k, last)].tokens, view.names[max(k, last)].tokens, r) { break }
                denied.insert(k)
                last = k
            }
        }
        return denied
    }

    /// "A and the B", "A, B", "A, to whom B belongs": a comma or the word for and, and a word or two at most.
    private func isInRow(_ first: Range<Int>, _ second: Range<Int>, _ r: Reading) -> Bool {
        let gap = first.upperBound..<max(first.upperBound, second.lowerBound)
        return gap.count <= 3
            && gap.contains { r.ascii($0) == UInt8(ascii: ",") || r.first(.and, at: $0) != nil }
    }
}
