public import SeosLanguages
internal import SeosText
internal import Synchronization

/// What extraction reads besides the document: packs, gazetteer, language model. Shared by all workers.
public final class Resources: Sendable {
    public let languages: Languages
    private let identifier: LanguageIdentifier?

    private let files: DataFiles

    /// Made when it is asked for: annotating needs none, and all data files are read for it.
    private let knownVersion = Mutex<String?>(nil)

    /// The rules and the words that documents are read with: what was read with other ones is read again.
    public var version: String {
        knownVersion.withLock { known in
            let version = known ?? "\(DocumentExtractor.version).\(files.fingerprint)"
            known = version
            return version
        }
    }

    public static let embedded = Resources(files: .embedded)

    public init(files: DataFiles) {
        languages = Languages(files: files)
        self.files = files
        identifier = files.withEmbedded("Model/languages.bin") { LanguageIdentifier(model: $0) } ?? nil
    }

    /// Begins with what documents are read with and takes a moment to make, on another thread.
    public func prepare() { languages.prepareGazetteer() }

    /// How much a text looks like language, in bits; see ``LanguageIdentifier/evidence(_:)``.
    public func evidence(_ text: String) -> Double {
        var text = text
        return text.withUTF8 { identifier?.evidence($0) ?? 0 }
    }

    /// BCP 47 tag of a text; the prior tips close calls.
    ///
    /// A page that declares a language which only a folder of packs knows is taken at its word: the identifier has never
    /// seen that language.
    ///
    /// - Parameter priorWeight: how much more likely the prior makes its language (natural logarithm).
    public func identify(
        _ utf8: [UInt8], prior: String?, priorWeight: Float = LanguageIdentifier.defaultPriorWeight,
        memory: WordMemory? = nil
    ) -> String {
        if let added = prior.flatMap({ languages.added($0) }) { return added }
        guard let identifier else { return prior ?? "und" }
        return utf8.withUnsafeBufferPointer {
            identifier.identify($0, prior: prior, priorWeight: priorWeight, memory: memory).tag
        }
    }
}

/// Per-worker memory of words seen.
struct WorkerCache: Sendable {
    var lexicon = LexiconCache()
}
