internal import SeosText
internal import Synchronization

/// The languages Seos reads, loaded when first asked for.
public final class Languages: Sendable {
    /// The 24 official languages of the EU, Norwegian (Bokmål and Nynorsk), Icelandic and Ukrainian.
    public static let supported = [
        "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "is", "it", "lt", "lv", "mt",
        "nb",
        "nl", "nn", "pl", "pt", "ro", "sk", "sl", "sv", "uk",
    ]

    public static let embedded = Languages(files: .embedded)

    public let files: DataFiles
    private let loaded = Mutex<[String: Language]>([:])
    private let places = Mutex<Gazetteer?>(nil)

    /// The packs that every language is read with: what is the same everywhere, and English.
    private let shared: (mul: CompiledPack, en: CompiledPack)
    private let programmeNames: [String: String]

    public init(files: DataFiles) {
        self.files = files
        shared = (
            CompiledPack(LanguagePack(language: "mul", files: files)),
            CompiledPack(LanguagePack(language: "en", files: files))
        )
        var names: [String: String] = [:]
        for rule in shared.mul.pack.rules + shared.en.pack.rules
        where rule.meaning == .nameProgramme && names[rule.key] == nil {
            names[rule.key] = rule.form.filter { $0 != "*" && $0 != "(" && $0 != ")" }
        }
        programmeNames = names
    }

    /// The language of a tag; Nynorsk shares the Bokmål pack, and what is not supported is read with the words that
    /// are the same everywhere.
    public func language(_ tag: String) -> Language {
        let pack = Self.packTag(tag)
        if let known = loaded.withLock({ $0[pack] }) { return known }
        // Built outside the lock, so that workers build different languages at the same time.
        var packs = [shared.mul]
        if pack != "und", pack != "en" { packs.append(CompiledPack(LanguagePack(language: pack, files: files))) }
        packs.append(shared.en)
        let made = Language(tag: pack, packs: packs, table: LocaleTable(language: pack == "und" ? "en" : pack))
        return loaded.withLock { loaded in
            if let known = loaded[pack] { return known }
            loaded[pack] = made
            return made
        }
    }

    public var gazetteer: Gazetteer {
        places.withLock { places in
            if let known = places { return known }
            let made = Gazetteer(files: files)
            places = made
            return made
        }
    }

    /// Legal forms of all languages, folded ("gmbh", "sp z o o").
    public var legalForms: Set<String> {
        var forms: Set<String> = []
        for language in Self.supported + ["mul"] {
            for rule in LanguagePack(language: language, files: files, only: ["orgs"]).rules
            where rule.meaning == .orgLegal {
                let key = Folding.key(rule.form.filter { $0 != "*" && $0 != "(" && $0 != ")" })
                if !key.isEmpty { forms.insert(key) }
            }
        }
        return forms
    }

    /// The English name of a well-known programme, nil for a key that no pack names.
    public func programmeName(_ key: String) -> String? { programmeNames[key] }

    /// The tag of the pack that serves a language tag: `nn` and `no` are read with `nb`, `en-GB` with `en`.
    public static func packTag(_ tag: String) -> String {
        let base = tag.split(separator: "-").first.map { $0.lowercased() } ?? "und"
        switch base {
        case "nn", "no": return "nb"
        case "bs", "sr", "sh": return "hr"
        case "mo": return "ro"
        default: return supported.contains(base) ? base : "und"
        }
    }
}
