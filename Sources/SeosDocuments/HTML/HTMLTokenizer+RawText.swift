/// Names in markup, and elements that hold no markup.
extension HTMLTokenizer {
    static func name(of tag: HTMLTag) -> [UInt8] { Array(String(describing: tag).utf8) }

    /// Where raw text ends and where its end tag ends; both the end of input when it is not closed.
    static func endOfRawText(
        _ p: UnsafeBufferPointer<UInt8>, _ start: Int, _ name: [UInt8]
    ) -> (content: Int, end: Int) {
        var i = start
        while i + 1 < p.count {
            if p[i] == 0x3C, p[i + 1] == 0x2F, let end = endTag(p, i, name) { return (i, end) }
            i += 1
        }
        return (p.count, p.count)
    }

    /// The same for scripts, in which `<!-- <script> … </script> -->` does not end the script.
    static func endOfScript(_ p: UnsafeBufferPointer<UInt8>, _ start: Int) -> (content: Int, end: Int) {
        let name = Array("script".utf8)
        var i = start
        var isComment = false
        var isInner = false
        while i + 1 < p.count {
            if p[i] == 0x3C {
                if p[i + 1] == 0x2F, let end = endTag(p, i, name) {
                    if !isInner { return (i, end) }
                    isInner = false
                    i += 2
                    continue
                }
                if !isComment, matches(p, i, "<!--") {
                    isComment = true
                    // "<!-->" ends at once: its dashes count for both ends.
                    i += 2
                    continue
                }
                if isComment, matches(p, i, "<script"), i + 7 < p.count,
                    HTMLTreeBuilder.isSpace(p[i + 7]) || p[i + 7] == 0x3E || p[i + 7] == 0x2F
                {
                    isInner = true
                }
            } else if isComment, p[i] == 0x2D, matches(p, i, "-->") {
                isComment = false
                isInner = false
            }
            i += 1
        }
        // Left open in a comment the script ends at its first end tag, as authors mean it.
        return isInner ? endOfRawText(p, start, name) : (p.count, p.count)
    }

    /// The offset behind an end tag of this name at `i`, nil when none stands there.
    private static func endTag(_ p: UnsafeBufferPointer<UInt8>, _ i: Int, _ name: [UInt8]) -> Int? {
        let after = i + 2 + name.count
        guard after <= p.count else { return nil }
        for k in 0..<name.count where p[i + 2 + k] | 0x20 != name[k] { return nil }
        guard after < p.count else { return nil }
        guard HTMLTreeBuilder.isSpace(p[after]) || p[after] == 0x3E || p[after] == 0x2F else { return nil }
        var end = after
        while end < p.count && p[end] != 0x3E { end += 1 }
        return min(p.count, end + 1)
    }

    /// Whether a word in lower case stands at `i`, in any case.
    static func matches(_ p: UnsafeBufferPointer<UInt8>, _ i: Int, _ word: StaticString) -> Bool {
        let n = word.utf8CodeUnitCount
        guard i + n <= p.count else { return false }
        for k in 0..<n where p[i + k] != word.utf8Start[k] {
            let b = p[i + k]
            if !(b >= 0x41 && b <= 0x5A && b | 0x20 == word.utf8Start[k]) { return false }
        }
        return true
    }

    static func hash(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for b in name {
            let lower = b >= 0x41 && b <= 0x5A ? b | 0x20 : b
            hash = (hash ^ UInt64(lower)) &* 0x100_0000_01b3
        }
        return hash
    }
}
