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
        var buffer = TokenBuffer(text: [])
        let forms = pack.rules.map {
            LexiconForm($0.form, $0.meaning, key: $0.key, language: pack.language, &buffer)
        }
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

    /// - Parameter buffer: storage for the words of one form, lent to many.
    init(_ form: String, _ meaning: Meaning, key: String, language: String, _ buffer: inout TokenBuffer) {
        entry = Lexicon.Entry(meaning: meaning, key: key, language: language, form: form)
        var form = form
        variants = form.withUTF8 { Self.variants(of: $0, &buffer) }
        var hash = Hash.of(meaning.rawValue.utf8)
        for part in [key, form] {
            hash = Hash.step(hash, 0x1F)
            for byte in part.utf8 { hash = Hash.step(hash, byte) }
        }
        identity = hash
    }

    private static func variants(of form: UnsafeBufferPointer<UInt8>, _ buffer: inout TokenBuffer) -> [[Element]] {
        let hasSigns = form.contains {
            $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: ".")
        }
        if hasSigns { return spelledOut(form, &buffer) }
        let elements = elements(form, openStart: false, openEnd: false, &buffer)
        return elements.isEmpty ? [] : [elements]
    }

    private static func elements(
        _ text: UnsafeBufferPointer<UInt8>, openStart: Bool, openEnd: Bool, _ buffer: inout TokenBuffer
    ) -> [Element] {
        buffer.read(text)
        return buffer.indices.map { i in
            switch (openStart && i == 0, openEnd && i == buffer.count - 1) {
            case (false, false): Element(hash: buffer[i].hash, shape: .exact)
            case (false, true): Element(hash: buffer[i].hash, shape: .prefix)
            case (true, false): Element(hash: Hash.of(buffer.folded(i).reversed()), shape: .suffix)
            case (true, true): Element(hash: buffer[i].hash, shape: .infix)
            }
        }
    }

    private static let fullStop = Element(hash: Hash.of([0x2E]), shape: .exact)

    private static func spelledOut(_ form: UnsafeBufferPointer<UInt8>, _ buffer: inout TokenBuffer) -> [[Element]] {
        var results: [[Element]] = [[]]
        var start = 0
        while start < form.count {
            let end = form[start...].firstIndex(of: 0x20) ?? form.count
            defer { start = end + 1 }
            if start == end { continue }
            var word = start..<end
            let isOptional = form[start] == UInt8(ascii: "(") && form[end - 1] == UInt8(ascii: ")") && word.count > 1
            if isOptional { word = (start + 1)..<(end - 1) }
            let openStart = !word.isEmpty && form[word.lowerBound] == UInt8(ascii: "*")
            let openEnd = word.count > 1 && form[word.upperBound - 1] == UInt8(ascii: "*")
            word = (word.lowerBound + (openStart ? 1 : 0))..<(word.upperBound - (openEnd ? 1 : 0))
            let elements = elements(
                UnsafeBufferPointer(rebasing: form[word]), openStart: openStart, openEnd: openEnd, &buffer)
            if !isOptional, results.count == 1, !elements.contains(fullStop) {
                results[0] += elements
                continue
            }
            var extended = results.map { $0 + elements }
            let plain = elements.filter { $0 != fullStop }
            if plain.count < elements.count, !plain.isEmpty {
                extended += results.map { $0 + plain }
                // "sp. z o.o." is also written "sp. z o. o": a last full stop may be missing alone.
                if elements.last == fullStop, elements.count - plain.count > 1 {
                    extended += results.map { $0 + elements.dropLast() }
                }
            }
            results = isOptional ? results + extended : extended
            if results.count > 64 { results = Array(results.prefix(64)) }
        }
        return results.filter { !$0.isEmpty }
    }
}
