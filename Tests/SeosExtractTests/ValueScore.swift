import Foundation
import SeosModel

/// What a line of `corpus/cases/<language>/lines.jsonl` expects.
struct Line {
    struct Item {
        var start: Int
        var end: Int
        var isMoney: Bool
        var value: Double?
        var currency: String?
        /// Closed intervals of days; any of them is right.
        var intervals: [String] = []
        /// True for what is neither asked for nor wrong: relative dates and the like.
        var isNeutral = false
    }

    var id: String
    var text: StoredText
    var items: [Item]
    var isWordsOnly: Bool

    /// - Returns: the lines of a file, nil for one that cannot be read.
    static func read(_ json: String) -> [Line]? {
        var lines: [Line] = []
        for row in json.split(separator: "\n") {
            guard let object = try? JSONSerialization.jsonObject(with: Data(row.utf8)) as? [String: Any],
                let id = object["id"] as? String,
                let text = object["text"] as? String, let expected = object["expected"] as? [[String: Any]]
            else { return nil }
            lines.append(
                Line(
                    id: id, text: StoredText(text), items: expected.compactMap(item),
                    isWordsOnly: (object["tags"] as? [String])?.contains("words") ?? false))
        }
        return lines
    }

    private static func item(_ object: [String: Any]) -> Item? {
        guard let start = object["start"] as? Int, let end = object["end"] as? Int, let kind = object["kind"] as? String
        else { return nil }
        var item = Item(start: start, end: end, isMoney: kind == "money")
        item.value = object["value"] as? Double ?? (object["value"] as? Int).map(Double.init)
        item.currency = object["currency"] as? String
        if let from = object["iso_start"] as? String, let to = object["iso_end"] as? String {
            item.intervals = ["\(from)/\(to)"]
        }
        for pair in object["alts"] as? [[String]] ?? [] where pair.count == 2 {
            item.intervals.append("\(pair[0])/\(pair[1])")
        }
        item.isNeutral = object["flag"] != nil
        return item
    }
}

/// Counts of right and wrong answers of one kind. An answer is right when it overlaps what is expected and its value
/// is exact; what lies on a neutral item counts neither way.
struct ValueScore {
    private(set) var expected = 0
    private(set) var found = 0
    private(set) var right = 0
    private(set) var errors: [String] = []

    var f1: Double { expected + found == 0 ? 1 : 2 * Double(right) / Double(expected + found) }

    mutating func add(_ line: Line, _ mentions: [Mention], money: Bool) {
        let wanted = line.items.filter { $0.isMoney == money && !$0.isNeutral }
        let neutral = line.items.filter(\.isNeutral)
        var open = Set(wanted.indices)
        expected += wanted.count
        for mention in mentions where mention.kind == (money ? .money : .date) {
            let range = line.text.codePointRange(of: mention.span)
            let overlaps = { (item: Line.Item) in item.start < range.upperBound && range.lowerBound < item.end }
            if let hit = open.sorted().first(where: { overlaps(wanted[$0]) && Self.isEqual(wanted[$0], mention) }) {
                open.remove(hit)
                right += 1
            } else if !wanted.contains(where: overlaps), neutral.contains(where: overlaps) {
                continue
            } else {
                errors.append("\(line.id): wrong '\(mention.quote)' \(mention.value.map { "\(Self.text($0))" } ?? "")")
            }
            found += 1
        }
        for k in open.sorted() {
            let words = String(
                String.UnicodeScalarView(
                    line.text.string.unicodeScalars.dropFirst(wanted[k].start).prefix(wanted[k].end - wanted[k].start)))
            errors.append("\(line.id): missed '\(words)'")
        }
    }

    static func text(_ value: Mention.Value) -> String {
        switch value {
        case .money(let money): return "\(money.amount) \(money.currency)"
        case .date(let date): return Facts.interval(date)
        default: return "\(value)"
        }
    }

    private static func isEqual(_ item: Line.Item, _ mention: Mention) -> Bool {
        switch mention.value {
        case .money(let money):
            guard let value = item.value, abs(money.amount.double - value) <= 1e-9 * max(1, abs(value)) else {
                return false
            }
            return isSameCurrency(item.currency ?? "", money.currency)
        case .date(let date): return item.intervals.contains(Facts.interval(date))
        default: return false
        }
    }

    /// `*` is any; a bare symbol is right for each currency it stands for.
    private static func isSameCurrency(_ wanted: String, _ got: String) -> Bool {
        if wanted == "*" || wanted == got { return true }
        let pair = Set([wanted.lowercased(), got.lowercased()])
        if pair.contains("kr") { return !pair.isDisjoint(with: ["sek", "nok", "dkk", "isk"]) }
        if pair.contains("$") { return !pair.isDisjoint(with: ["usd", "cad", "aud"]) }
        return pair == ["£", "gbp"]
    }
}
