internal import SeosLanguages
public import SeosModel
internal import SeosText

/// Values and names of short texts: the same readers as for documents, without blocks and relations.
///
/// One annotator serves one thread; it remembers the words it has seen.
public struct Annotator {
    private let resources: Resources
    private var cache = WorkerCache()

    public init(resources: Resources) { self.resources = resources }

    public struct Result: Sendable {
        /// BCP 47, `und` where the text is too short to tell.
        public var language: String
        /// In text order; spans are bytes of the text as given.
        public var found: [Mention]
    }

    /// - Parameters:
    ///   - text: valid UTF-8; spans count its bytes, whatever its normalisation.
    ///   - language: BCP 47, when it is known; otherwise it is guessed.
    ///   - kinds: the kinds wanted.
    public mutating func annotate(_ text: [UInt8], language: String? = nil, kinds: Set<Mention.Kind>? = nil) -> Result {
        let tag = language ?? resources.identify(text, prior: nil)
        let tokens = TokenBuffer(text: text)
        let pack = resources.languages.language(tag)
        let reading = Reading(tokens: tokens, range: tokens.indices, language: pack, tag: tag, cache: &cache.lexicon)
        let values = ValueReader(reading: reading, crown: Crown.of(language: tag)).read()
        var found = values.map(\.mention)
        let wantsNames = kinds?.contains(.organization) ?? true || kinds?.contains(.region) ?? true
        if wantsNames {
            let names = NameReader(
                reading: reading, gazetteer: resources.languages.gazetteer, taken: values.map(\.tokens)
            ).read()
            found += names.map(\.mention)
        }
        if let kinds { found.removeAll { !kinds.contains($0.kind) } }
        found.sort { ($0.span, $0.kind.rawValue) < ($1.span, $1.kind.rawValue) }
        return Result(language: tag, found: found)
    }
}
