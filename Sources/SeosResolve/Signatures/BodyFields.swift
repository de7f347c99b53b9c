internal import SeosLanguages

/// Fields that set one body apart from the general one of its kind, `Concepts/fields.tsv`: the Medical University of
/// Innsbruck is not the University of Innsbruck.
struct BodyFields: Sendable {
    /// The rows that a kind of body stands in front of, and those that a field stands in, a bit a row; by idea.
    private let kinds: [UInt32]
    private let fields: [UInt32]

    init(files: DataFiles, lexicon: ConceptLexicon) {
        var kinds = [UInt32](repeating: 0, count: lexicon.concepts.count)
        var fields = kinds
        var row: UInt32 = 1
        files.withRows("Concepts/fields.tsv") { cells in
            var isKind = true
            for cell in cells {
                if cell.elementsEqual([UInt8(ascii: "|")]) {
                    isKind = false
                } else if let id = lexicon.id(String(decoding: cell, as: UTF8.self)) {
                    if isKind { kinds[Int(id)] |= row } else { fields[Int(id)] |= row }
                }
            }
            row <<= 1
        }
        self.kinds = kinds
        self.fields = fields
    }

    /// The rows of a kind of body, 0 for most kinds.
    func rows(of kind: (Int32, Int32, Int32)) -> UInt32 {
        (kind.0 >= 0 ? kinds[Int(kind.0)] : 0) | (kind.1 >= 0 ? kinds[Int(kind.1)] : 0)
            | (kind.2 >= 0 ? kinds[Int(kind.2)] : 0)
    }

    /// Whether a name says a field of those rows. A word that may also mean something else does not say it.
    func names(_ parts: [NameSignature.Part], _ rows: UInt32) -> Bool {
        parts.contains { part in
            guard part.concepts.0 >= 0, part.concepts.2 < 0, part.places.0 < 0 else { return false }
            let first = Int(part.concepts.0)
            if part.concepts.1 < 0 { return fields[first] & rows != 0 }
            let second = Int(part.concepts.1)
            return (fields[first] | fields[second]) & rows != 0 && (fields[first] | kinds[first]) & rows != 0
                && (fields[second] | kinds[second]) & rows != 0
        }
    }
}
