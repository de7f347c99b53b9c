extension Array where Element == Token {
    /// The tokens of a stretch of the query, for "is this the same expression": spaces, comments and brackets around it
    /// aside.
    func signature(_ range: Range<Int>, _ source: [UInt8]) -> String {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].range.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        var words: [String] = []
        while low < count, self[low].range.upperBound <= range.upperBound, self[low].kind != .end {
            words.append(String(decoding: source[self[low].range], as: UTF8.self))
            low += 1
        }
        return words.joined(separator: " ")
    }
}
