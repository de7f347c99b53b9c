internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Cents behind an amount, and amounts of cents alone.
extension MoneyReader {
    /// ",-", ".–", ",--", ",=" behind a whole amount; ":-" is Swedish for crowns.
    func zeroCents(_ end: Int, _ q: inout Quantity) -> Int {
        let c = reading.ascii(end)
        guard c == UInt8(ascii: ",") || c == UInt8(ascii: ".") || c == UInt8(ascii: ":"), reading.glued(end),
            reading.glued(end + 1), reading.isDash(end + 1) || reading.ascii(end + 1) == UInt8(ascii: "=")
        else { return end }
        if c == UInt8(ascii: ":") {
            guard let crown else { return end }
            q.currency = crown
        }
        var k = end + 2
        while reading.isDash(k), reading.glued(k) { k += 1 }
        return k
    }

    /// "12 euros 50 cents", "$20 and 43c", "15 dollars 50."
    func addCents(_ q: inout Quantity, isNamed: Bool) {
        var k = q.tokens.upperBound
        guard q.value.isInteger, q.magnitude == nil, reading.sameLine(k) else { return }
        let and = reading.first(.and, at: k) ?? reading.first(.point, at: k)
        if let and { k = and.end }
        let part: (value: ExactDecimal, end: Int)
        if let n = reading.integer(k), reading.sameLine(k) {
            if reading.glued(k), and == nil, isNamed, reading.kind(k - 1) == .symbol, reading.glued(k - 1),
                let cents = ExactDecimal(coefficient: Int64(n), scale: reading.digits(k)), reading.digits(k) <= 3,
                let sum = q.value + cents
            {
                // "1250€60"
                q.value = sum
                q.tokens = q.tokens.lowerBound..<(k + 1)
                return
            }
            guard reading.digits(k) <= 2 else { return }
            part = (ExactDecimal(Int64(n)), k + 1)
        } else if let number = words.read(at: k), number.value.isInteger, number.value < ExactDecimal(100) {
            part = (number.value, number.tokens.upperBound)
        } else {
            return
        }
        guard let cents = part.value.scaled(byPowerOfTen: -2), let sum = q.value + cents else { return }
        if let cent = reading.first(.cent, at: part.end), reading.sameLine(part.end) {
            q.value = sum
            q.tokens = q.tokens.lowerBound..<cent.end
        } else if isNamed || and != nil && reading.kind(k) == .word, isSentenceEnd(part.end),
            and != nil || reading.digits(k) == 2
        {
            q.value = sum
            q.tokens = q.tokens.lowerBound..<part.end
        }
    }

    func isSentenceEnd(_ i: Int) -> Bool {
        guard reading.sameLine(i) else { return true }
        return ".?!,;".utf8.contains(reading.ascii(i)) && reading.glued(i) && !reading.glued(i + 1)
    }

    /// "99 groszy", "50 cents". Abbreviations of less than four letters mean other things too ("gr", "ct").
    func readBareCents(_ q: inout Quantity, _ end: Int) -> Bool {
        guard q.magnitude == nil, reading.sameLine(end),
            let cent = reading.at(end).first(where: {
                $0.meaning == .cent && reading.entry($0).form.utf8.count >= 4
                    && reading.entry($0).key.utf8.count == 3
            }), let value = q.value.scaled(byPowerOfTen: -2)
        else { return false }
        q.value = value
        q.alternative = nil
        q.currency = reading.entry(cent).key
        q.tokens = q.number.lowerBound..<cent.end
        return true
    }
}
