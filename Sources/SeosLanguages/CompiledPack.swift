internal import SeosText

/// A language pack with its forms taken apart into the elements of a ``Lexicon``; done once for all the languages that
/// share the pack.
struct CompiledPack: Sendable {
    let pack: LanguagePack
    /// One for each of the pack's rules.
    let forms: [LexiconForm]
    /// Those of the English pack that texts in other languages are read with too.
    let shared: [LexiconForm]

    init(_ pack: LanguagePack) {
        self.pack = pack
        let forms = pack.rules.map { LexiconForm($0.form, $0.meaning, key: $0.key, language: pack.language) }
        self.forms = forms
        shared =
            pack.language == "en"
            ? forms.indices.filter { Language.isSharedAcrossLanguages(pack.rules[$0]) }.map { forms[$0] } : []
    }
}

/// One row of a pack as token sequences.
struct LexiconForm: Sendable {
    /// One token of a form: the hash of its folded bytes, and whether the beginning or the end is open.
    struct Element: Sendable, Equatable {
        enum Shape: UInt8, Sendable { case exact, prefix, suffix, infix }
        var hash: UInt64
        var shape: Shape
    }

    let entry: Lexicon.Entry
    /// The sequences the form stands for: with and without its optional words and its full stops.
    let variants: [[Element]]
    /// Equal for equal rows.
    let identity: UInt64

    init(_ form: String, _ meaning: Meaning, key: String, language: String) {
        entry = Lexicon.Entry(meaning: meaning, key: key, language: language, form: form)
        variants = Self.variants(of: form)
        var hash = Hash.of(meaning.rawValue.utf8)
        for part in [key, form] {
            hash = Hash.step(hash, 0x1F)
            for byte in part.utf8 { hash = Hash.step(hash, byte) }
        }
        identity = hash
    }

    private static func variants(of form: String) -> [[Element]] {
        let hasSigns = form.utf8.contains {
            $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: ".")
        }
        if hasSigns { return spelledOut(form) }
        let elements = elements(Array(form.utf8), openStart: false, openEnd: false)
        return elements.isEmpty ? [] : [elements]
    }

    private static func elements(_ utf8: [UInt8], openStart: Bool, openEnd: Bool) -> [Element] {
        let tokens = TokenBuffer(text: utf8)
        return tokens.indices.map { i in
            switch (openStart && i == 0, openEnd && i == tokens.count - 1) {
            case (false, false): Element(hash: Hash.of(tokens.folded(i)), shape: .exact)
            case (false, true): Element(hash: Hash.of(tokens.folded(i)), shape: .prefix)
            case (true, false): Element(hash: Hash.of(tokens.folded(i).reversed()), shape: .suffix)
            case (true, true): Element(hash: Hash.of(tokens.folded(i)), shape: .infix)
            }
        }
    }

    private static let fullStop = Element(hash: Hash.of([0x2E]), shape: .exact)

    private static func spelledOut(_ form: String) -> [[Element]] {
        var results: [[Element]] = [[]]
        for part in form.split(separator: " ") {
            var word = part
            var optional = false
            if word.hasPrefix("("), word.hasSuffix(")") {
                optional = true
                word = word.dropFirst().dropLast()
            }
            let openStart = word.hasPrefix("*")
            let openEnd = word.hasSuffix("*") && word.count > 1
            if openStart { word = word.dropFirst() }
            if openEnd { word = word.dropLast() }
            let elements = elements(Array(word.utf8), openStart: openStart, openEnd: openEnd)
            var extended = results.map { $0 + elements }
            let plain = elements.filter { $0 != fullStop }
            if plain.count < elements.count, !plain.isEmpty {
                extended += results.map { $0 + plain }
                // "sp. z o.o." is also written "sp. z o. o": a last full stop may be missing alone.
                if elements.last == fullStop, elements.count - plain.count > 1 {
                    extended += results.map { $0 + elements.dropLast() }
                }
            }
            results = optional ? results + extended : extended
            if results.count > 64 { results = Array(results.prefix(64)) }
        }
        return results.filter { !$0.isEmpty }
    }
}
