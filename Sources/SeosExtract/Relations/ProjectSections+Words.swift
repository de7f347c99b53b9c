internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Words of a heading, or of a row above it, that the text of a part says again.
extension ProjectSections {
    /// The parts that tell no more of a project which a row of a table names: its letters, or the two words that its name
    /// begins with, stand in such a part.
    func withoutRows(_ parts: [Part], _ rows: Set<Int>) -> [Part] {
        guard !parts.isEmpty else { return [] }
        var letters: Set<UInt64> = []
        var pairs: Set<[UInt64]> = []
        for row in rows {
            let r = views[row].reading
            for cell in views[row].block.cells.prefix(2) {
                let tokens = views[row].tokens(cell.span)
                for i in tokens where isLetters(i, r) { letters.insert(r.tokens[i].hash) }
                if tokens.count >= 2 { pairs.insert(tokens.prefix(2).map { r.tokens[$0].hash }) }
            }
        }
        return parts.filter { part in
            !part.views.contains { n in
                let r = views[n].reading
                return r.range.contains { i in
                    isLetters(i, r) && letters.contains(r.tokens[i].hash)
                        || r.tokens[i].isCapitalized && r.range.contains(i + 1)
                            && pairs.contains([r.tokens[i].hash, r.tokens[i + 1].hash])
                }
            }
        }
    }

    private func isLetters(_ i: Int, _ r: Reading) -> Bool {
        r.kind(i) == .word && (r.tokens[i].isAllCaps || r.tokens[i].hasInnerCapital) && r.tokens.folded(i).count >= 3
    }

    /// "Bee garden by the Čuži bog" over a text that says “Bee garden”: the first words of a heading that stand in quotation
    /// marks below it, two at least.
    func quotedBeginning(of name: ProjectNames.Name, in section: Range<Int>) -> Range<Int>? {
        let host = views[name.view].reading
        let quote = UInt8(ascii: "\"")
        for n in section {
            let r = views[n].reading
            for open in r.range where r.ascii(open) == quote {
                var k = 0
                while k < name.tokens.count, r.range.contains(open + 1 + k),
                    r.tokens[open + 1 + k].hash == host.tokens[name.tokens.lowerBound + k].hash
                { k += 1 }
                guard k >= 2, r.ascii(open + 1 + k) == quote else { continue }
                return name.tokens.lowerBound..<(name.tokens.lowerBound + k)
            }
        }
        return nil
    }

    /// Whether the text below says the name again, two words at least; one word may be any noun.
    func repeats(_ name: ProjectNames.Name, in section: Range<Int>, least: Int = 2) -> Bool {
        let host = views[name.view].reading
        let wanted = name.tokens.map { host.tokens.folded($0) }
        guard name.tokens.filter({ host.kind($0) == .word }).count >= least else { return false }
        return section.contains { n in
            let r = views[n].reading
            return r.range.contains { i in
                r.tokens[i].isCapitalized && i + wanted.count <= r.range.upperBound
                    && wanted.indices.allSatisfy { r.tokens.folded(i + $0) == wanted[$0] }
            }
        }
    }
}
