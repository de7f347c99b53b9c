public import SeosLanguages

/// The tables that signatures are made with; shared by all threads.
public final class NameResources: Sendable {
    let lexicon: ConceptLexicon
    let places: PlaceNames
    /// The place groups of the lexicon's place codes.
    let placeGroups: [Int32]
    /// Several ideas that together say one other.
    struct Phrase: Sendable {
        var meaning: Int32
        var members: [Int32]
    }
    let phrases: [Phrase]
    /// Ideas of which a name has one, and a body by the name of another is another one: the number of their row, by idea.
    private let opposites: [Int32: Int]
    /// What is a part of what: ``key(_:of:)``.
    private let parts: Set<UInt64>
    let fields: BodyFields
    let model: NameModel

    public static let embedded = NameResources(files: .embedded)

    /// The embedded tables once for the whole process; others are read each time.
    public static func of(_ files: DataFiles) -> NameResources {
        files.isEmbedded ? embedded : NameResources(files: files)
    }

    public init(files: DataFiles) {
        let lexicon = ConceptLexicon(files: files)
        let places = PlaceNames(files: files, lexicon: lexicon)
        self.lexicon = lexicon
        self.places = places
        placeGroups = lexicon.placeCodes.map { places.group(code: $0) ?? -1 }
        var kin: [UInt64: Float] = [:]
        var apart: [UInt64: [UInt16]] = [:]
        files.withRows("Concepts/heads.tsv") { fields in
            guard fields.count >= 3, let a = lexicon.id(String(decoding: fields[0], as: UTF8.self)),
                let b = lexicon.id(String(decoding: fields[1], as: UTF8.self)),
                let value = Float(String(decoding: fields[2], as: UTF8.self))
            else { return }
            kin[Self.key(a, b)] = value
            if fields.count >= 4 {
                apart[Self.key(a, b)] = fields[3].split(separator: 0x20).map { PlaceNames.pack($0) }
            }
        }
        self.kin = kin
        self.apart = apart
        var phrases: [Phrase] = []
        files.withRows("Concepts/phrases.tsv") { fields in
            let ids = fields.compactMap { lexicon.id(String(decoding: $0, as: UTF8.self)) }
            if ids.count == fields.count, ids.count >= 3 {
                phrases.append(Phrase(meaning: ids[0], members: Array(ids.dropFirst())))
            }
        }
        self.phrases = phrases
        var opposites: [Int32: Int] = [:]
        var rows = 0
        files.withRows("Concepts/opposites.tsv") { fields in
            for field in fields {
                if let id = lexicon.id(String(decoding: field, as: UTF8.self)) { opposites[id] = rows }
            }
            rows += 1
        }
        self.opposites = opposites
        var parts: Set<UInt64> = []
        files.withRows("Concepts/parts.tsv") { fields in
            let ids = fields.compactMap { lexicon.id(String(decoding: $0, as: UTF8.self)) }
            guard let whole = ids.first else { return }
            for part in ids.dropFirst() { parts.insert(Self.key(part, of: whole)) }
        }
        self.parts = parts
        fields = BodyFields(files: files, lexicon: lexicon)
        model = NameModel(files: files)
    }

    /// The code by which a region is joined: ISO 3166-2 where a NUTS region is one of its country's own divisions.
    func regionCode(_ code: String) -> String {
        guard Self.isDivision(code), let group = places.group(code: code) else { return code }
        return places.division(group) ?? code
    }

    /// "SE-AC", "SE331"; no country, no town, no sea.
    private static func isDivision(_ code: String) -> Bool {
        let letters = Array(code.utf8)
        guard letters.count >= 4, letters.count <= 6 else { return false }
        return letters.prefix(2).allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
    }

    private let kin: [UInt64: Float]
    /// Countries, two letters packed, where two bodies of these kinds may have one name.
    private let apart: [UInt64: [UInt16]]

    private static func key(_ a: Int32, _ b: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: min(a, b))) << 32 | UInt64(UInt32(bitPattern: max(a, b)))
    }

    private static func key(_ part: Int32, of whole: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: whole)) << 32 | UInt64(UInt32(bitPattern: part))
    }

    /// Whether bodies of one kind are parts of bodies of the other: a faculty of a university.
    func isPart(_ part: (Int32, Int32, Int32), of whole: (Int32, Int32, Int32)) -> Bool {
        func row(_ whole: Int32) -> Bool {
            whole >= 0
                && (parts.contains(Self.key(part.0, of: whole))
                    || part.1 >= 0 && parts.contains(Self.key(part.1, of: whole))
                    || part.2 >= 0 && parts.contains(Self.key(part.2, of: whole)))
        }
        return row(whole.0) || row(whole.1) || row(whole.2)
    }

    /// The group of opposites that an idea belongs to, nil for most.
    func opposites(of idea: Int32) -> Int? { idea >= 0 ? opposites[idea] : nil }

    /// Whether a body of a country is called by either kind: "Ville de Rennes" is the "Commune de Rennes", and the "gmina
    /// Krosno" may lie around the "miasto Krosno".
    func areOne(_ a: (Int32, Int32, Int32), _ b: (Int32, Int32, Int32), in country: UInt16) -> Bool {
        for x in [a.0, a.1, a.2] where x >= 0 {
            for y in [b.0, b.1, b.2] where y >= 0 {
                let key = Self.key(x, y)
                if let value = kin[key], value >= 1 { return apart[key]?.contains(country) != true }
            }
        }
        return false
    }

    /// How likely one body is called by both kinds, 0 when never.
    func kinship(_ a: (Int32, Int32, Int32), _ b: (Int32, Int32, Int32)) -> Float {
        var best: Float = 0
        func row(_ x: Int32) {
            guard x >= 0 else { return }
            if b.0 >= 0, let value = kin[Self.key(x, b.0)] { best = max(best, value) }
            if b.1 >= 0, let value = kin[Self.key(x, b.1)] { best = max(best, value) }
            if b.2 >= 0, let value = kin[Self.key(x, b.2)] { best = max(best, value) }
        }
        row(a.0)
        row(a.1)
        row(a.2)
        return best
    }
}
