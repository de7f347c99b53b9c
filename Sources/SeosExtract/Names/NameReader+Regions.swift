internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// The noun for a region that stands beside its name.
extension NameReader {
    /// "Košickom kraji", "Bauskas novadā", "județelor Arad", "provincia de Burgos": the noun belongs to the name, in
    /// small letters before or behind it.
    func withRegionNoun(_ tokens: Range<Int>) -> Range<Int> {
        let next = tokens.upperBound
        if let noun = reading.first(.regionNoun, at: next), reading.sameLine(next), isSmall(next) {
            return tokens.lowerBound..<noun.end
        }
        if let noun = reading.last(.regionNoun, endingAt: tokens.lowerBound), reading.sameLine(tokens.lowerBound),
            isSmall(noun.start)
        {
            return noun.start..<tokens.upperBound
        }
        return tokens
    }

    private func isSmall(_ i: Int) -> Bool { reading.kind(i) == .word && !reading.tokens[i].isCapitalized }
}
