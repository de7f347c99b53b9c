internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Bodies that stand by without a budget of their own: "X følger arbeidet som assosiert partner", "associated partners are
/// A and B", "… wirkt als Beobachter mit".
extension FactReader {
    mutating func readAssociated(
        in sentence: Range<Int>, _ view: BlockView, _ names: [Int], _ taken: inout Set<Int>
    ) {
        guard view.isProse || sentence.count >= 5, !names.isEmpty else { return }
        let r = view.reading
        for i in sentence {
            guard
                let match = r.at(i).first(where: { $0.meaning == .partnerAssociated || $0.meaning == .associatedAfter }
                ),
                r.ascii(match.end) != UInt8(ascii: ":"), r.ascii(match.start - 1) != UInt8(ascii: "(")
            else { continue }
            let behind = names.filter { view.names[$0].tokens.lowerBound >= match.end }
            let before = names.filter { view.names[$0].tokens.upperBound <= match.start }
            let run: [Int]
            if opensList(match.end, sentence, view) {
                readProseList(behind: match, sentence, view, role: .associated)
                run = row(behind, view)
            } else if before.isEmpty {
                run = row(behind, view)
            } else {
                run = row(before.reversed(), view)
            }
            for k in run where !taken.contains(k) {
                roleClaim(k, .associated, view, rule: "partner.associated")
                taken.insert(k)
            }
        }
    }

    /// Whether a capital follows within three small words and no comma: "… partners are the City X".
    private func opensList(_ start: Int, _ sentence: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        for i in start..<min(start + 4, sentence.upperBound) {
            guard r.kind(i) == .word, r.first(.and, at: i) == nil else { return false }
            if r.isCapital(i) { return true }
        }
        return false
    }

    /// The first of the names and those that a comma or the word for and joins to it, in the order given.
    private func row(_ names: [Int], _ view: BlockView) -> [Int] {
        var row: [Int] = []
        for k in names {
            if let last = row.last {
                let (a, b) = (view.names[min(last, k)].tokens, view.names[max(last, k)].tokens)
                let gap = a.upperBound..<max(a.upperBound, b.lowerBound)
                let isJoined = gap.allSatisfy { i in
                    let r = view.reading
                    return r.ascii(i) == UInt8(ascii: ",") || r.first(.and, at: i) != nil || r.first(.of, at: i) != nil
                        || r.first(.orgInside, at: i) != nil
                }
                guard gap.count <= 4, isJoined else { break }
            }
            row.append(k)
        }
        return row
    }
}
