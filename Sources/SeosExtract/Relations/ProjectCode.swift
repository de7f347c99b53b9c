internal import SeosModel
internal import SeosText

/// The number or code that a programme gives a project: "LLIV-253", "EE-LV00057", "LIFE21-NAT-ES-000417",
/// "CZ.11.4.120/0.0/0.0/16_026/0001078", "ROHU 204", "2024-1-SK01-KA220-SCH-000241", "101184422".
///
/// There is no standard for them. What they have in common is that no other word looks like them: letters and digits
/// in one run, which the tokens show as neighbours without white space.
struct ProjectCode {
    /// Its tokens.
    var tokens: Range<Int>
    /// Capital letters and at least three digits: nothing else is written so, whatever stands before it.
    var isDistinctive: Bool

    private static let joints = Set("-./_:".utf8)

    /// The run of tokens without white space that begins at `i`, when it has the shape of a code.
    init?(at i: Int, _ reading: Reading) {
        guard Self.isPart(i, reading), !reading.glued(i) || !Self.isPart(i - 1, reading) else { return nil }
        var end = Self.run(from: i, reading)
        // "ROHU 204": the letters of the programme and the number, a space between.
        if end == i + 1, reading.tokens[i].isAllCaps, reading.tokens[i].span.length <= 6,
            reading.singleSpaceBefore(end),
            reading.digits(end) >= 3, let number = Self.number(from: end, reading)
        {
            end = number
        }
        // The full stop or colon behind it belongs to the sentence.
        while end > i + 1, Self.joints.contains(reading.ascii(end - 1)) { end -= 1 }
        tokens = i..<end
        var letters = 0
        var capitals = 0
        var digits = 0
        var length = 0
        for k in tokens {
            let token = reading.tokens[k]
            length += token.span.length
            switch token.kind {
            case .word:
                letters += token.span.length
                if token.isAllCaps || token.span.length == 1 && token.isCapitalized { capitals += token.span.length }
            case .number: digits += token.span.length
            default: break
            }
        }
        guard length >= 5, length <= 48 else { return nil }
        isDistinctive = capitals >= 2 && digits >= 3 && letters <= 24
        // Bodies have longer numbers.
        guard isDistinctive || digits >= 5 && digits <= 10 && letters <= 4 else { return nil }
    }

    /// The end of "204" and of "1417/2019"; nil for "2014/2020", which are years.
    private static func number(from i: Int, _ reading: Reading) -> Int? {
        let end = run(from: i, reading)
        if end == i + 1 { return end }
        guard end == i + 3, reading.ascii(i + 1) == UInt8(ascii: "/"), reading.digits(i + 2) == 4 else { return nil }
        let first = reading.tokens.folded(i)
        return first.starts(with: "19".utf8) || first.starts(with: "20".utf8) ? nil : end
    }

    private static func isPart(_ i: Int, _ reading: Reading) -> Bool {
        reading.kind(i) == .word || reading.kind(i) == .number
    }

    /// The end of the run without white space from `i`: words, numbers and what joins them.
    private static func run(from i: Int, _ reading: Reading) -> Int {
        var end = i + 1
        while reading.glued(end), end - i < 40 {
            guard isPart(end, reading) || joints.contains(reading.ascii(end)) else { break }
            end += 1
        }
        return end
    }
}
