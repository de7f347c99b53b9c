internal import SeosLanguages
public import SeosModel
internal import SeosText

/// Values and names of short texts: the same readers as for documents, without blocks and relations.
///
/// One annotator serves one thread; it remembers the words it has seen.
public struct Annotator {
    private let resources: Resources
    private var cache = WorkerCache()
    private var packs: [String: Language] = [:]

    public init(resources: Resources) { self.resources = resources }

    /// Enough of a text to tell its language.
    private static func sample(of text: [UInt8]) -> [UInt8] {
        let limit = 640
        guard text.count > limit else { return text }
        var end = limit
        while end > limit - 200, text[end] > 0x20 { end -= 1 }
        while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
        return Array(text[..<end])
    }

    private mutating func pack(_ tag: String) -> Language {
        if let known = packs[tag] { return known }
        let made = resources.languages.language(tag)
        packs[tag] = made
        return made
    }

    public struct Result: Sendable {
        /// BCP 47, `und` where the text is too short to tell.
        public var language: String
        /// In text order; spans are bytes of the text as given.
        public var found: [Mention]
    }

    /// - Parameters:
    ///   - text: valid UTF-8; spans count its bytes, whatever its normalisation.
    ///   - language: BCP 47, when it is known; otherwise it is guessed.
    ///   - kinds: the kinds wanted; readers of others do not run.
    ///   - reference: the day that relative dates ("yesterday") are counted from; without one they are not read.
    public mutating func annotate(
        _ text: [UInt8], language: String? = nil, kinds: Set<Mention.Kind>? = nil, reference: DatePoint? = nil
    ) -> Result {
        let tag = language ?? resources.identify(Self.sample(of: text), prior: nil)
        var tokens = TokenBuffer(text: text)
        tokens.pairQuotationMarks()
        let pack = pack(tag)
        let reading = Reading(tokens: tokens, range: tokens.indices, language: pack, tag: tag, cache: &cache.lexicon)
        let wantsNames = kinds.map { !$0.isDisjoint(with: [.organization, .region, .programme]) } ?? true
        let wantsQuantities = kinds.map { !$0.isDisjoint(with: [.money, .number, .percent, .duration]) } ?? true
        let values = ValueReader(
            reading: reading, crown: pack.crown,
            dayFirst: DayOrder.isDayFirst(tokens, language: tag), reference: reference,
            readsQuantities: wantsNames || wantsQuantities
        ).read()
        var found = values.map(\.mention)
        if wantsNames {
            let names = NameReader(
                reading: reading, gazetteer: resources.languages.gazetteer, taken: values.map(\.tokens),
                readsQuotedNames: true
            ).read()
            // The state's budget is who pays for a project, and no body in a text on anything else.
            for name in names where name.mention.rule != "org.budget" && !name.isOwn {
                var mention = name.mention
                // "Prefectul județului Cluj": a territory is a place where no project makes it a partner.
                if name.isTerritory, !pack.areasAreBodies { mention.kind = .region }
                found.append(mention)
            }
        }
        if let kinds { found.removeAll { !kinds.contains($0.kind) } }
        found.sort { ($0.span, $0.kind.rawValue) < ($1.span, $1.kind.rawValue) }
        return Result(language: tag, found: found)
    }
}
