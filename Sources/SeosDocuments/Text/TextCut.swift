internal import SeosModel

enum TextCut {
    /// The text up to `limit` bytes, cut at the last line end or else between two characters.
    static func cut(_ bytes: [UInt8], _ limit: Int, _ problems: inout [Problem]) -> [UInt8] {
        guard bytes.count > limit else { return bytes }
        var end = limit
        while end > 0 && bytes[end] & 0xC0 == 0x80 { end -= 1 }
        if let line = bytes[max(0, end - 4096)..<end].lastIndex(of: 0x0A) { end = line + 1 }
        problems.append(
            Problem(
                code: "text.cut", message: "\(bytes.count - end) bytes beyond the limit of \(limit) were left out"))
        return Array(bytes[..<end])
    }
}
