internal import SeosText

/// The folded forms of names, each computed once for a distinct spelling, and numbered: names with one number differ
/// at most in case, marks and punctuation.
final class NameKeys {
    private var numbers: [String: Int32] = [:]
    private var byKey: [String: Int32] = [:]
    private(set) var keys: [String] = []
    /// Folded legal forms ("gmbh", "sp z o o") that a name may have or lack.
    private let legalForms: Set<String>
    /// Folded forms without them, by number.
    private var bare: [Int32: String] = [:]
    private var beginnings: [Int32: String] = [:]

    init(legalForms: Set<String> = []) { self.legalForms = legalForms }

    /// The number of a name's folded form.
    func number(of name: String) -> Int32 {
        if let known = numbers[name] { return known }
        // As much room as it needs: folding takes more than that, and keys are kept.
        let key = String(decoding: Array(Folding.key(name).utf8), as: UTF8.self)
        let number: Int32
        if let known = byKey[key] {
            number = known
        } else {
            number = Int32(keys.count)
            byKey[key] = number
            keys.append(key)
        }
        numbers[name] = number
        return number
    }

    /// The folded form of a name: ``Folding/key(_:)``.
    func key(of name: String) -> String { keys[Int(number(of: name))] }

    /// The first three letters of each word of a name's folded form; nil for a single word.
    func beginnings(of name: String) -> String? {
        let number = number(of: name)
        if let known = beginnings[number] { return known.isEmpty ? nil : known }
        let words = keys[Int(number)].split(separator: " ")
        let made = words.count < 2 ? "" : words.map { $0.prefix(3) }.joined(separator: " ")
        beginnings[number] = made
        return made.isEmpty ? nil : made
    }

    /// The folded form of a name without its legal form.
    func bareKey(of name: String) -> String {
        let number = number(of: name)
        if let known = bare[number] { return known }
        let key = withoutLegalForm(keys[Int(number)])
        bare[number] = key
        return key
    }

    private func withoutLegalForm(_ key: String) -> String {
        var words = key.split(separator: " ")
        let count = words.count
        for length in stride(from: 4, through: 1, by: -1) {
            if words.count > length, legalForms.contains(words.suffix(length).joined(separator: " ")) {
                words.removeLast(length)
                break
            }
        }
        for length in stride(from: 4, through: 1, by: -1) {
            if words.count > length, legalForms.contains(words.prefix(length).joined(separator: " ")) {
                words.removeFirst(length)
                break
            }
        }
        return words.count == count ? key : words.joined(separator: " ")
    }

    subscript(number: Int32) -> String { keys[Int(number)] }
}
