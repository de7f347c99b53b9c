internal import SeosLanguages

/// How languages change the beginning of a word (`Concepts/beginnings.tsv`): Irish "comhairle", "chomhairle",
/// "gcomhairle".
struct WordBeginnings {
    private struct Change {
        var letter: [UInt8]
        var forms: [[UInt8]]
    }

    private var changes: [String: [Change]] = [:]

    init(files: DataFiles) {
        files.withRows("Concepts/beginnings.tsv") { fields in
            guard fields.count >= 3 else { return }
            changes[String(decoding: fields[0], as: UTF8.self), default: []].append(
                Change(letter: Array(fields[1]), forms: fields[2].split(separator: 0x20).map { Array($0) }))
        }
    }

    /// A word or stem and its changed forms, in UTF-8.
    func forms(of word: [UInt8], in language: String) -> [[UInt8]] {
        guard let change = changes[language]?.first(where: { word.starts(with: $0.letter) }) else { return [word] }
        return [word] + change.forms.map { $0 + word.dropFirst(change.letter.count) }
    }
}
