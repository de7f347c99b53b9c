internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Finds e-mail addresses, web addresses and telephone numbers.
struct AddressReader {
    struct Result {
        var kind: Mention.Kind
        var tokens: Range<Int>
        /// The address in one spelling: e-mail lower case, phone digits with `+`.
        var value: String
        var rule: String
    }

    let reading: Reading
    /// Whether an "@" stands in the block at all.
    private let hasAt: Bool

    init(reading: Reading) {
        self.reading = reading
        let span = reading.span(reading.range)
        hasAt = reading.tokens.text[span.start..<span.end].contains(UInt8(ascii: "@"))
    }

    /// Whether an address may begin at a token: asked first, since most words begin none.
    func mayBegin(at i: Int) -> Bool {
        switch reading.kind(i) {
        case .word:
            switch reading.ascii(i + 1) {
            case UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: "["): true
            default: hasAt
            }
        case .number: true
        default: reading.ascii(i) == UInt8(ascii: "+") || reading.ascii(i) == UInt8(ascii: "(")
        }
    }

    func read(at i: Int) -> Result? {
        switch reading.kind(i) {
        case .word: return url(at: i) ?? email(at: i) ?? phone(at: i)
        case .number: return email(at: i) ?? phone(at: i)
        default: return phone(at: i)
        }
    }

    /// RFC 3986 without user names; what follows the host runs to the next white space or closing mark.
    private func url(at i: Int) -> Result? {
        let sign = reading.ascii(i + 1)
        guard sign == UInt8(ascii: ":") || sign == UInt8(ascii: "."), reading.glued(i + 1), reading.glued(i + 2) else {
            return nil
        }
        let word = reading.tokens.foldedString(i)
        let hasScheme =
            (word == "http" || word == "https") && reading.ascii(i + 1) == UInt8(ascii: ":")
            && reading.ascii(i + 2) == UInt8(ascii: "/")
        let isBare = word == "www" && reading.ascii(i + 1) == UInt8(ascii: ".") && reading.glued(i + 2)
        guard hasScheme || isBare else { return nil }
        var end = i + 1
        while reading.range.contains(end), reading.glued(end) {
            let c = reading.ascii(end)
            if c == UInt8(ascii: "<") || c == UInt8(ascii: ">") || c == UInt8(ascii: "\"") || c == UInt8(ascii: "|") {
                break
            }
            end += 1
        }
        while end > i + 3, ".,;:!?)]'".utf8.contains(reading.ascii(end - 1)) {
            if reading.ascii(end - 1) == UInt8(ascii: ")"),
                (i..<end).contains(where: { reading.ascii($0) == UInt8(ascii: "(") })
            {
                break
            }
            end -= 1
        }
        guard end - i >= 5 else { return nil }
        let text = reading.string(i..<end)
        return Result(kind: .url, tokens: i..<end, value: hasScheme ? text : "http://" + text, rule: "value.url")
    }

    /// The part of RFC 5322 that pages use: local part, `@` (or "(at)", "[at]"), host with a dot.
    private func email(at i: Int) -> Result? {
        guard hasAt || reading.ascii(i + 1) == UInt8(ascii: "(") || reading.ascii(i + 1) == UInt8(ascii: "[") else {
            return nil
        }
        if reading.glued(i),
            [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+")].contains(reading.ascii(i - 1))
        {
            return nil
        }
        var j = i + 1
        while reading.glued(j),
            reading.kind(j) == .word || reading.kind(j) == .number || ".-_+".utf8.contains(reading.ascii(j))
        { j += 1 }
        var host: Int
        if reading.ascii(j) == UInt8(ascii: "@"), reading.glued(j) {
            host = j + 1
        } else if "([".utf8.contains(reading.ascii(j)),
            ["at", "ät", "et", "ät"].contains(reading.tokens.count > j + 1 ? reading.tokens.foldedString(j + 1) : ""),
            ")]".utf8.contains(reading.ascii(j + 2))
        {
            host = j + 3
        } else {
            return nil
        }
        guard reading.kind(host) == .word || reading.kind(host) == .number else { return nil }
        host += 1
        var end = host
        var dots = 0
        while reading.glued(end),
            reading.kind(end) == .word || reading.kind(end) == .number || ".-".utf8.contains(reading.ascii(end))
        {
            if reading.ascii(end) == UInt8(ascii: ".") {
                guard reading.kind(end + 1) == .word || reading.kind(end + 1) == .number, reading.glued(end + 1) else {
                    break
                }
                dots += 1
            }
            end += 1
        }
        guard dots > 0 else { return nil }
        let text = reading.string(i..<end)
        return Result(kind: .email, tokens: i..<end, value: text.lowercased(), rule: "value.email")
    }

    /// A telephone number: "+", or a word such as "tel." before it; 6 to 15 digits with spaces, dashes and brackets.
    private func phone(at i: Int) -> Result? {
        // "Erasmus+ 2022-24" is a name and a period.
        let opens =
            reading.ascii(i) == UInt8(ascii: "+") && reading.kind(i + 1) == .number
            && !(reading.glued(i) && reading.kind(i - 1) == .word)
        let bracket =
            reading.ascii(i) == UInt8(ascii: "(") && reading.ascii(i + 1) == UInt8(ascii: "+")
            && reading.kind(i + 2) == .number
        var isLabelled = false
        if !opens, !bracket {
            guard reading.kind(i) == .number || reading.ascii(i) == UInt8(ascii: "(") else { return nil }
            var k = i
            while k > reading.range.lowerBound, ".:".utf8.contains(reading.ascii(k - 1)) { k -= 1 }
            isLabelled = reading.last(.phone, endingAt: k) != nil || reading.last(.phone, endingAt: k + 1) != nil
            guard isLabelled else { return nil }
        }
        var digits = 0
        var end = i
        var last = i
        var text = opens || bracket ? "+" : ""
        while reading.range.contains(end) {
            if end > i, reading.tokens[end].newlineBefore { break }
            if reading.kind(end) == .number {
                if digits + reading.digits(end) > 15 { break }
                digits += reading.digits(end)
                text += reading.tokens.foldedString(end)
                last = end
            } else if !" +()-/.".utf8.contains(reading.ascii(end)) || end - last > 2 {
                break
            }
            end += 1
        }
        guard digits >= 6, digits <= 15 else { return nil }
        return Result(
            kind: .phone, tokens: i..<(last + 1), value: text, rule: isLabelled ? "value.phone.label" : "value.phone")
    }
}
