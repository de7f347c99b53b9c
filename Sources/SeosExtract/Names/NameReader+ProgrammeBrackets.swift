internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Second names of programmes.
extension NameReader {
    /// "Interreg VI-A España-Francia-Andorra (POCTEFA 2021-2027)", "Interreg Maas-Rijn (NL-BE-DE)": a bracket with nothing
    /// but another name of the programme, letters and years.
    func secondName(inBracket open: Int) -> Int? {
        guard reading.ascii(open) == UInt8(ascii: "("), !reading.breaks(before: open) else { return nil }
        var i = open + 1
        var words = 0
        while reading.range.contains(i), i - open < 14, reading.sameLine(i) {
            if reading.ascii(i) == UInt8(ascii: ")") { return words > 0 ? i : nil }
            if let name = reading.first(.nameProgramme, at: i), reading.tokens[i].isCapitalized {
                i = betweenCountries(at: name.end)?.tokens.upperBound ?? name.end
                words += 1
                continue
            }
            let isLetters =
                reading.kind(i) == .word && reading.tokens[i].isAllCaps && reading.tokens.folded(i).count >= 2
            guard
                isLetters && reading.first(.nameOrganization, at: i) == nil || reading.kind(i) == .number
                    || reading.isDash(i) || words > 0 && reading.kind(i) == .word && reading.tokens[i].isCapitalized
            else { return nil }
            if isLetters { words += 1 }
            i += 1
        }
        return nil
    }
}
