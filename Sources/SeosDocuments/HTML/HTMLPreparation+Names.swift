/// Names in markup and what follows from them.
extension HTMLPreparation {
    /// Where raw text ends and where its end tag ends; both the end of input when it is not closed.
    static func endOfRawText(
        _ p: UnsafeBufferPointer<UInt8>, _ start: Int, _ name: String
    ) -> (content: Int, end: Int) {
        let name = Array(name.utf8)
        var i = start
        while i + 1 < p.count {
            if p[i] == 0x3C && p[i + 1] == 0x2F && i + 2 + name.count <= p.count {
                var k = 0
                while k < name.count && p[i + 2 + k] | 0x20 == name[k] { k += 1 }
                let after = i + 2 + name.count
                if k == name.count, after == p.count || p[after] <= 0x20 || p[after] == 0x3E || p[after] == 0x2F {
                    var end = after
                    while end < p.count && p[end] != 0x3E { end += 1 }
                    return (i, min(p.count, end + 1))
                }
            }
            i += 1
        }
        return (p.count, p.count)
    }

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

    static func isNamed(_ name: Slice<UnsafeBufferPointer<UInt8>>, _ word: String) -> Bool {
        String(decoding: name.prefix(40), as: UTF8.self).lowercased() == word
    }

    static func isSVGText(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        name.count == 4 && isNamed(name, "text")
    }

    /// Elements of HTML that end an svg element left open.
    static func breaksOut(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .svg, .a, .title, .style, .script, .text, .unknown, .font, .small, .i, .video, .audio, .canvas, .iframe,
            .time,
            .link, .meta, .html, .head, .q, .u, .label, .output, .object, .param, .source, .track, .wbr, .area, .select,
            .option, .optgroup, .textarea, .template, .noscript, .math, .button, .input:
            return false
        default: return true
        }
    }

    /// Elements that libxml2 does not know to end a paragraph.
    static func closesParagraph(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .article, .aside, .details, .dialog, .figcaption, .figure, .footer, .header, .hgroup, .main, .nav, .search,
            .section, .summary:
            return true
        default: return false
        }
    }
}
