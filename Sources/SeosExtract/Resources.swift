public import SeosLanguages
internal import SeosText

/// What extraction reads besides the document: packs, gazetteer, language model. Shared by all workers.
public final class Resources: Sendable {
    public let languages: Languages
    private let identifier: LanguageIdentifier?

    /// The rules and the words that documents are read with: what was read with other ones is read again.
    public let version: String

    public static let embedded = Resources(files: .embedded)

    public init(files: DataFiles) {
        languages = Languages(files: files)
        version = "\(DocumentExtractor.version).\(files.fingerprint)"
        identifier = files.withEmbedded("Model/languages.bin") { LanguageIdentifier(model: $0) } ?? nil
    }

    /// How much a text looks like language, in bits; see ``LanguageIdentifier/evidence(_:)``.
    public func evidence(_ text: String) -> Double {
        var text = text
        return text.withUTF8 { identifier?.evidence($0) ?? 0 }
    }

    /// BCP 47 tag of a text; the prior tips close calls.
    ///
    /// A page that declares a language which only a folder of packs knows is taken at its word: the identifier has never
    /// seen that language.
    public func identify(_ utf8: [UInt8], prior: String?) -> String {
        if let added = prior.flatMap({ languages.added($0) }) { return added }
        guard let identifier else { return prior ?? "und" }
        return utf8.withUnsafeBufferPointer { identifier.identify($0, prior: prior).tag }
    }
}

/// Per-worker memory of words seen.
struct WorkerCache: Sendable {
    var lexicon = LexiconCache()
}

/// What "kr" means by the language of the page.
enum Crown {
    static func of(language: String) -> String? {
        switch language {
        case "sv": return "SEK"
        case "da": return "DKK"
        case "nb", "nn", "no": return "NOK"
        case "is": return "ISK"
        case "et": return "EEK"
        default: return nil
        }
    }
}
