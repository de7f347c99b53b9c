internal import SeosText

/// A language pack with its forms taken apart into the elements of a ``Lexicon``; done once for all the languages that
/// share the pack.
struct CompiledPack: Sendable {
    let pack: LanguagePack
    /// One form for each of the pack's rules.
    let table: FormTable
    /// Those of the English pack that texts in other languages are read with too, by number.
    let shared: [Int]

    init(_ pack: LanguagePack) {
        self.pack = pack
        var table = FormTable(capacity: pack.rules.count)
        for rule in pack.rules { table.add(rule.form, rule.meaning, key: rule.key, language: pack.language) }
        self.table = table
        shared =
            pack.language == "en"
            ? pack.rules.indices.filter { Language.isSharedAcrossLanguages(pack.rules[$0]) } : []
    }
}

/// Rows of packs as token sequences, all in one list of elements: packs have thousands, and a language takes three.
struct FormTable: Sendable {
    /// One token of a form: the hash of its folded bytes, and whether the beginning or the end is open.
    struct Element: Sendable, Equatable {
        enum Shape: UInt8, Sendable { case exact, prefix, suffix, infix }
        var hash: UInt64
        var shape: Shape
    }

    /// One row.
    struct Form: Sendable {
        var entry: Lexicon.Entry
        /// Equal for equal rows.
        var identity: UInt64
        /// The sequences the form stands for, by number: with and without its optional words and its full stops.
        var variants: Range<Int32>
    }

    private(set) var forms: [Form] = []
    private(set) var elements: [Element] = []
    /// Where each sequence ends among the elements.
    private var ends: [Int32] = []
    private var buffer = TokenBuffer(text: [])
    /// Rows of one meaning stand together.
    private var group: (meaning: Meaning, hash: UInt64)?

    init(capacity: Int) {
        forms.reserveCapacity(capacity)
        ends.reserveCapacity(capacity * 2)
        elements.reserveCapacity(capacity * 3)
    }

    /// The elements of a sequence, by number.
    @inline(__always)
    func range(of variant: Int32) -> Range<Int> {
        (variant == 0 ? 0 : Int(ends[Int(variant) - 1]))..<Int(ends[Int(variant)])
    }

    mutating func removeAll() {
        forms.removeAll(keepingCapacity: true)
        elements.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    mutating func add(_ form: String, _ meaning: Meaning, key: String, language: String) {
        let first = Int32(ends.count)
        var (form, key) = (form, key)
        var hash = Hash.step(hash(of: meaning), 0x1F)
        key.withUTF8 { for byte in $0 { hash = Hash.step(hash, byte) } }
        hash = Hash.step(hash, 0x1F)
        form.withUTF8 {
            for byte in $0 { hash = Hash.step(hash, byte) }
            addVariants(of: $0)
        }
        forms.append(
            Form(
                entry: Lexicon.Entry(meaning: meaning, key: key, language: language, form: form), identity: hash,
                variants: first..<Int32(ends.count)))
    }

    private mutating func hash(of meaning: Meaning) -> UInt64 {
        if let group, group.meaning == meaning { return group.hash }
        let hash = Hash.of(meaning.rawValue.utf8)
        group = (meaning, hash)
        return hash
    }

    private mutating func addVariants(of form: UnsafeBufferPointer<UInt8>) {
        let hasSigns = form.contains {
            $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: ".")
        }
        if hasSigns {
            for variant in spelledOut(form) {
                elements += variant
                ends.append(Int32(elements.count))
            }
            return
        }
        buffer.read(form)
        if buffer.count == 0 { return }
        for i in buffer.indices { elements.append(Element(hash: buffer[i].hash, shape: .exact)) }
        ends.append(Int32(elements.count))
    }

    private mutating func elements(
        _ text: UnsafeBufferPointer<UInt8>, openStart: Bool, openEnd: Bool
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

    private mutating func spelledOut(_ form: UnsafeBufferPointer<UInt8>) -> [[Element]] {
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
                UnsafeBufferPointer(rebasing: form[word]), openStart: openStart, openEnd: openEnd)
            if !isOptional, results.count == 1, !elements.contains(Self.fullStop) {
                results[0] += elements
                continue
            }
            var extended = results.map { $0 + elements }
            let plain = elements.filter { $0 != Self.fullStop }
            if plain.count < elements.count, !plain.isEmpty {
                extended += results.map { $0 + plain }
                // "sp. z o.o." is also written "sp. z o. o": a last full stop may be missing alone.
                if elements.last == Self.fullStop, elements.count - plain.count > 1 {
                    extended += results.map { $0 + elements.dropLast() }
                }
            }
            results = isOptional ? results + extended : extended
            if results.count > 64 { results = Array(results.prefix(64)) }
        }
        return results.filter { !$0.isEmpty }
    }
}
