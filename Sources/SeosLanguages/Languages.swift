internal import Dispatch
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
    private let slots = Mutex<[String: Slot]>([:])
    private let places = Mutex<Gazetteer?>(nil)

    private let common = Mutex<Shared?>(nil)
    /// Whose the addresses on pages are.
    public let webDomains: WebDomains
    /// Languages that a folder of packs brings and Seos does not know by itself: BCP 47 tags.
    public let added: Set<String>

    public init(files: DataFiles) {
        self.files = files
        webDomains = WebDomains(files: files)
        added = Set(
            files.names.compactMap { name in
                let parts = name.split(separator: "/")
                guard parts.count == 3, parts[0] == "Packs" else { return nil }
                let tag = String(parts[1])
                return tag == "mul" || Self.supported.contains(tag) ? nil : tag
            })
    }

    /// The packs that every language is read with: what is the same everywhere, and English.
    private struct Shared: Sendable {
        let mul: CompiledPack
        let en: CompiledPack
        /// English names of well-known programmes, by key.
        let programmeNames: [String: String]

        init(files: DataFiles) {
            mul = CompiledPack(LanguagePack(language: "mul", files: files, readsExamples: false))
            en = CompiledPack(LanguagePack(language: "en", files: files, readsExamples: false))
            var names: [String: String] = [:]
            for rule in mul.pack.rules + en.pack.rules where rule.meaning == .nameProgramme && names[rule.key] == nil {
                names[rule.key] = rule.form.filter { $0 != "*" && $0 != "(" && $0 != ")" }
            }
            programmeNames = names
        }
    }

    /// Made when the first language is asked for, while other tables are made on other threads.
    private var shared: Shared {
        common.withLock { known in
            if let known { return known }
            let made = Shared(files: files)
            known = made
            return made
        }
    }

    /// The language of a tag; Nynorsk shares the Bokmål pack, and what is not supported is read with the words that
    /// are the same everywhere.
    public func language(_ tag: String) -> Language {
        let pack = added(tag) ?? Self.packTag(tag)
        let slot = slots.withLock { slots in
            if let known = slots[pack] { return known }
            let made = Slot()
            slots[pack] = made
            return made
        }
        // A lock for each language: workers build different ones at the same time, and none twice.
        return slot.language.withLock { known in
            if let known { return known }
            let made = build(pack)
            known = made
            return made
        }
    }

    /// Gives back the words of all languages: they are read again when they are asked for.
    public func forgetWords() { slots.withLock { $0 = [:] } }

    /// The added language that a tag means ("eu" for "eu-ES"), nil for any other.
    public func added(_ tag: String) -> String? {
        guard !added.isEmpty else { return nil }
        let base = tag.split(separator: "-").first.map { $0.lowercased() } ?? ""
        return added.contains(base) ? base : nil
    }

    /// Whether there is a pack for a language.
    public func knows(_ tag: String) -> Bool { Self.packTag(tag) != "und" || added(tag) != nil }

    private func build(_ pack: String) -> Language {
        let shared = shared
        var packs = [shared.mul]
        if pack != "und", pack != "en" {
            packs.append(CompiledPack(LanguagePack(language: pack, files: files, readsExamples: false)))
        }
        packs.append(shared.en)
        return Language(tag: pack, packs: packs, table: LocaleTable(language: pack == "und" ? "en" : pack))
    }

    private final class Slot: Sendable {
        let language = Mutex<Language?>(nil)
    }

    public var gazetteer: Gazetteer {
        places.withLock { places in
            if let known = places { return known }
            let made = Gazetteer(files: files)
            places = made
            return made
        }
    }

    /// Begins with the gazetteer on another thread, so that it is there when the first document has been read.
    public func prepareGazetteer() {
        DispatchQueue.global(qos: .userInitiated).async { _ = self.gazetteer }
    }

    /// Legal forms of all languages, folded ("gmbh", "sp z o o").
    public var legalForms: Set<String> {
        var forms: Set<String> = []
        for language in Self.supported + ["mul"] {
            // Read by themselves: of a pack's thousands of rows a few dozen are legal forms, and every resolution asks.
            _ = files.withBytes("Packs/\(language)/orgs.tsv") { bytes in
                TSV.forEachRow(bytes, fields: 4) { row in
                    guard row.isEqual(0, "legal"), row.count >= 4 else { return }
                    let key = Folding.key(row.string(1).filter { $0 != "*" && $0 != "(" && $0 != ")" })
                    if !key.isEmpty { forms.insert(key) }
                }
            }
        }
        return forms
    }

    /// The English name of a well-known programme, nil for a key that no pack names.
    public func programmeName(_ key: String) -> String? { shared.programmeNames[key] }

    /// Tags with a pack of their own, as the packs are called.
    private static let plainTags = Set(supported).subtracting(["nn"])

    /// The tag of the pack that serves a language tag: `nn` and `no` are read with `nb`, `en-GB` with `en`.
    public static func packTag(_ tag: String) -> String {
        if plainTags.contains(tag) { return tag }
        let base = tag.split(separator: "-").first.map { $0.lowercased() } ?? "und"
        switch base {
        case "nn", "no": return "nb"
        case "bs", "sr", "sh": return "hr"
        case "mo": return "ro"
        default: return supported.contains(base) ? base : "und"
        }
    }
}
