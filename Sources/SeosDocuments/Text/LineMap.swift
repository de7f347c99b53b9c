internal import SeosModel
internal import SeosText

/// Finds the way back for texts that are stored as they were written.
enum LineMap {
    /// - Parameter stored: form C of the text, or its beginning.
    static func source(of stored: [UInt8], in text: DecodedText) -> SourceMap? {
        if text.origin == .unknown { return nil }
        if text.utf8.starts(with: stored) {
            let all = 0..<stored.count
            return text.origin.map([SourceMap.Run(text: all, raw: all, isExact: true)], decoded: text.utf8)
        }
        return text.origin.map(lines(stored, text.utf8), decoded: text.utf8)
    }

    /// Normalisation moves no line end; lines that it changed map as a whole.
    private static func lines(_ stored: [UInt8], _ decoded: [UInt8]) -> [SourceMap.Run] {
        var runs: [SourceMap.Run] = []
        var (at, from) = (0, 0)
        while at < stored.count, from < decoded.count {
            let end = stored[at...].firstIndex(of: 0x0A).map { $0 + 1 } ?? stored.count
            let to = decoded[from...].firstIndex(of: 0x0A).map { $0 + 1 } ?? decoded.count
            runs.append(
                SourceMap.Run(
                    text: at..<end, raw: from..<to, isExact: stored[at..<end].elementsEqual(decoded[from..<to])))
            (at, from) = (end, to)
        }
        return runs
    }
}
