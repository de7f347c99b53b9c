internal import SeosLanguages
internal import SeosText

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// The words of organization names in many languages, by idea: `Concepts/concepts.tsv`.
///
/// "Ülikool", "Uniwersytet" and "University" are one idea, so are the first parts of "Arenduskeskus" and
/// "Entwicklungszentrum". Places whose adjectives the language packs list ("litewsk*") stand in the same trie.
struct ConceptLexicon: Sendable {
    enum Class: UInt8, Sendable { case head, place, topic, weak, stop, legal }

    struct Concept: Sendable {
        var name: String
        var kind: Class
        /// How much the idea tells two names apart; 1 for words no list knows.
        var weight: Float
    }

    let concepts: [Concept]
    let trie: StemTrie
    /// Meanings from here on are places: the meaning less this is an index into ``placeCodes``.
    static let placeBase: Int32 = 1 << 20
    let placeCodes: [String]
    private let byName: [String: Int32]

    func id(_ name: String) -> Int32? { byName[name] }

    init(files: DataFiles) {
        var concepts: [Concept] = []
        var byName: [String: Int32] = [:]
        var trie = StemTrie()
        let weights = Self.weights(files)
        let beginnings = WordBeginnings(files: files)
        var reader = Romanization.Reader()
        var places: [String: Int32] = [:]
        var codes: [String] = []
        func place(_ code: String) -> Int32 {
            if let known = places[code] { return Self.placeBase + known }
            places[code] = Int32(codes.count)
            codes.append(code)
            return Self.placeBase + Int32(codes.count - 1)
        }
        files.withRows("Concepts/concepts.tsv") { fields in
            guard fields.count >= 3 else { return }
            let name = String(decoding: fields[0], as: UTF8.self)
            let kind = Self.kind(fields[1])
            // A class such as x-alps: the words name a region larger than a country.
            let area = fields[1].starts(with: "x-".utf8) ? String(decoding: fields[1], as: UTF8.self) : nil
            let id = area.map { place($0) } ?? Int32(concepts.count)
            if area == nil {
                concepts.append(Concept(name: name, kind: kind, weight: weights[name] ?? Self.weight(kind)))
                byName[name] = id
            }
            for cell in fields.dropFirst(2) {
                guard let equals = cell.firstIndex(of: UInt8(ascii: "=")) else { continue }
                let language = String(decoding: cell[..<equals], as: UTF8.self)
                let languages = NameLanguages.bit(language)
                for stem in cell[(equals + 1)...].split(separator: 0x20) {
                    let isWord = stem.first == UInt8(ascii: "=")
                    let plain = Array(isWord ? stem.dropFirst() : stem)
                    for form in beginnings.forms(of: plain, in: language) {
                        for letters in Self.letters(form, isWord: isWord, &reader) {
                            trie.insert(letters, meaning: id, languages: languages, isWord: isWord)
                        }
                    }
                }
            }
        }
        for language in NameLanguages.tags {
            files.withRows("Packs/\(language)/names.tsv", of: "place") { fields in
                guard fields.count >= 3, !fields[2].contains(0x20) else { return }
                let isWord = fields[2].last != UInt8(ascii: "*")
                let stem = fields[2].drop { $0 == UInt8(ascii: "*") }
                let code = String(decoding: fields[1], as: UTF8.self)
                for letters in Self.letters(Array(isWord ? stem : stem.dropLast()), isWord: isWord, &reader)
                where letters.count >= 4 || isWord && letters.count >= 3 {
                    trie.insert(
                        letters, meaning: place(code), languages: NameLanguages.bit(language), isWord: isWord)
                }
            }
        }
        self.concepts = concepts
        self.byName = byName
        self.trie = trie
        placeCodes = codes
    }

    /// The letters of a word or stem. A stem whose last letter sounds otherwise before e and i is read both ways:
    /// "nemocnic" is "nemoknik" in "nemocnica" and "nemoknise" in "nemocnice".
    private static func letters(
        _ stem: [UInt8], isWord: Bool, _ reader: inout Romanization.Reader
    ) -> [[UInt8]] {
        let plain = romanized(stem, &reader)
        guard !isWord, plain.last == UInt8(ascii: "k"), plain.count >= 4 else { return [plain] }
        let softened = [UInt8(ascii: "i"), UInt8(ascii: "e")].map { romanized(stem + [$0], &reader) }
        return softened[0].count > 4 && softened[0].dropLast().last == UInt8(ascii: "s") ? [plain] + softened : [plain]
    }

    private static func romanized(_ text: [UInt8], _ reader: inout Romanization.Reader) -> [UInt8] {
        text.withUnsafeBufferPointer { reader.read($0, limit: 4) }
        return reader.allLetters
    }

    private static func kind(_ field: DataField) -> Class {
        switch String(decoding: field, as: UTF8.self) {
        case "head": .head
        case "place": .place
        case "weak": .weak
        case "stop": .stop
        case "legal": .legal
        default: .topic
        }
    }

    /// Where the table of frequencies has no row.
    private static func weight(_ kind: Class) -> Float {
        switch kind {
        case .head: 0.5
        case .place: 0.35
        case .topic: 0.8
        case .weak: 0.4
        case .stop, .legal: 0
        }
    }

    private static func weights(_ files: DataFiles) -> [String: Float] {
        var weights: [String: Float] = [:]
        files.withRows("Concepts/weights.tsv") { fields in
            guard fields.count >= 2, let weight = Float(String(decoding: fields[1], as: UTF8.self)) else { return }
            weights[String(decoding: fields[0], as: UTF8.self)] = weight
        }
        return weights
    }
}

/// A field of a table, in place.
typealias DataField = Slice<UnsafeBufferPointer<UInt8>>

extension DataFiles {
    /// Calls `body` with the fields of each row of a tab-separated file, without making strings of them.
    ///
    /// - Parameter first: the first field of the rows wanted, when not all are.
    func withRows(_ name: String, of first: StaticString? = nil, _ body: ([DataField]) -> Void) {
        _ = withBytes(name) { bytes in
            guard let base = bytes.baseAddress else { return }
            var fields: [DataField] = []
            var start = 0
            while start < bytes.count {
                var end = bytes.count
                if let found = memchr(base + start, 0x0A, bytes.count - start) {
                    end = UnsafeRawPointer(found) - UnsafeRawPointer(base)
                }
                defer { start = end + 1 }
                if start == end || bytes[start] == UInt8(ascii: "#") { continue }
                if let first {
                    let length = first.utf8CodeUnitCount
                    guard length < end - start, bytes[start + length] == 0x09,
                        memcmp(base + start, first.utf8Start, length) == 0
                    else { continue }
                }
                fields.removeAll(keepingCapacity: true)
                var field = start
                for i in start...end where i == end || bytes[i] == 0x09 {
                    fields.append(bytes[field..<i])
                    field = i + 1
                }
                body(fields)
            }
        }
    }
}
