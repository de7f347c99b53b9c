internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Words of the whole page that say what is a name: those of its addresses, and those it writes small.
extension ProjectNames {
    /// What stands before the at sign and the labels of hosts, folded and without signs, by what they weigh: a host is
    /// that of a body more often than of a project.
    func addressWords() -> [String: Int] {
        var words: [String: Int] = [:]
        for view in views {
            for value in view.values where value.mention.kind == .email || value.mention.kind == .url {
                let isEmail = value.mention.kind == .email
                let parts = value.mention.quote.utf8.split(whereSeparator: Self.partsAddress).prefix(6)
                for (k, part) in parts.enumerated() {
                    // "www", "eu"
                    if part.count < 5, part.allSatisfy({ $0 < 0x80 }) { continue }
                    let word = part.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
                    let key = Self.key(String(decoding: word, as: UTF8.self))
                    guard key.count >= 5 else { continue }
                    words[key] = max(words[key] ?? 0, isEmail && k == 0 ? CoinedWeight.address : CoinedWeight.host)
                }
            }
        }
        return words
    }

    /// "They belong to Clear Water, Fair Catch, a four-year scheme" below "CLEAR WATER, FAIR CATCH: …": where a name with a
    /// comma inside begins, as a line at the top of the page shows.
    func beforeComma(_ start: Int, _ view: BlockView) -> Int? {
        let r = view.reading
        guard view.range.contains(start), r.ascii(start - 1) == UInt8(ascii: ",") else { return nil }
        var left = start - 1
        while left > view.range.lowerBound, start - left <= 4, r.isCapital(left - 1) { left -= 1 }
        guard left < start - 1 else { return nil }
        let isShown = views.prefix(8).contains { other in
            let o = other.reading
            let first = other.range.lowerBound
            return other.index != view.index
                && (left...start).allSatisfy { i in
                    other.range.contains(first + i - left) && o.tokens[first + i - left].hash == r.tokens[i].hash
                }
        }
        return isShown ? left : nil
    }

    static func partsAddress(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "@"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"): true
        default: false
        }
    }

    func smallWords() -> [UInt64] {
        var words: [UInt64] = []
        for view in views {
            let addresses = view.addresses
            for i in view.range where view.reading.isSmall(i) && !addresses.contains(i) {
                words.append(view.reading.tokens[i].hash)
            }
        }
        return words
    }
}
