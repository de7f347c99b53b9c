internal import SeosText

/// Everything Seos knows of one language: its pack, CLDR's forms, and both compiled into one automaton.
public final class Language: Sendable {
    /// BCP 47 tag of the pack.
    public let tag: String
    public let lexicon: Lexicon
    /// Case endings of names, longest first, folded.
    public let endings: [FoldedEnding]
    /// Endings of a place that say where something is done, longest first, in small letters and not folded.
    public let whereEndings: [WhereEnding]
    /// Endings, in UTF-8, of the adjectives and nouns in small letters that go on with a body's name; empty in languages
    /// whose names have a capital where they end.
    public let adjectiveEndings: [[UInt8]]
    public let complementEndings: [[UInt8]]
    /// Endings of adjectives that stand in small letters before the head noun of a name: "Tatranská komunálna banka".
    public let attributeEndings: [[UInt8]]
    /// Endings of adjectives with a capital that tell where the members of a society are from, whose noun follows in small
    /// letters: "spolek Šumavští pastevci".
    public let memberEndings: [[UInt8]]
    /// Endings of what a body is for, in languages whose names go on in small letters behind a preposition only.
    public let fieldEndings: [[UInt8]]
    /// Endings of places that say where somebody is from: "Rootsist Gotlandi Muuseum".
    public let originEndings: [[UInt8]]
    /// Endings of adjectives of towns, and what the town's name has in their place: "ski", "" ("Tolminski").
    public let townEndings: [(ending: [UInt8], base: String)]
    /// Changed beginnings of words in small letters, with what stands there when no other word changes it.
    public let initials: [(changed: String, plain: String)]
    /// The names of well-known bodies and funds in the nominative, by key.
    public let nominatives: [String: [String]]
    /// Those of names of places.
    let placeEndings: [FoldedEnding]
    /// U+002C or U+002E.
    public let decimalIsComma: Bool
    /// Whether thousands are set off by full stops, so that "48.000 millones" is a large number.
    public let groupIsDot: Bool
    /// Whether a word ("de") stands between millions and what is counted, so that without it nothing is counted.
    public let countsWithOf: Bool
    /// True where the day stands behind the month in all-numeric dates (no supported language does so by itself).
    public let headFirst: Bool
    public let headLast: Bool
    /// Whether names in a list leave their head noun to the last one ("Valga ja Mustvee vald").
    public let sharesHeads: Bool
    /// Whether every noun has a capital, so that a capital is no sign of a name.
    public let capitalizesNouns: Bool
    /// Whether adjectives of countries have a capital everywhere ("Deense gemeente"), so that it is no sign of a name.
    public let capitalizesNations: Bool
    /// Whether two halves of one name share the head noun behind them ("Agri-Food and Biosciences Institute").
    public let sharesHalves: Bool
    /// Whether a sentence begins with its verb, so that the first word is no part of the name behind it.
    public let verbFirst: Bool
    /// Whether names of firms stand in quotation marks.
    public let quotesNames: Bool
    /// Whether a municipality's name means its council before its land ("Orsa kommun", "Helsingin kaupunki").
    public let areasAreBodies: Bool
    /// Whether the seat of a body follows its name behind a dash ("Регионален исторически музей – Силистра").
    public let seatBehindDash: Bool
    /// Whether names of institutions hold their seat behind the word for from ("Muzeul Național din Cluj").
    public let seatBehindFrom: Bool
    /// Whether genitives in small letters stand between the first word of a name and its head noun.
    public let genitiveFirst: Bool
    /// Two capitals before the word for and that show no genitive are another body's name (et: "Graanul Invest ja Tartu Ülikool").
    public let closesAtAnd: Bool
    public let numberCompounds: NumberCompounds
    /// Whether units stand before tens as words of their own ("wieħed u għoxrin").
    public let putsUnitsFirst: Bool
    /// What "kr" means on pages in this language: the crowns of the country where it is most spoken.
    public let crown: String?
    private let crowns: Crowns
    /// Rows of the packs that could not be read.
    public let errors: [String]
    private let fromSuffixes: [[UInt8]]
    private let toSuffixes: [[UInt8]]

    public struct FoldedEnding: Sendable {
        public var ending: [UInt8]
        public var base: [UInt8]
        public var isPlace: Bool
        /// The last byte of the ending: most words have another.
        let last: UInt8

        init(ending: [UInt8], base: [UInt8], isPlace: Bool) {
            (self.ending, self.base, self.isPlace) = (ending, base, isPlace)
            last = ending.last ?? 0
        }
    }

    public struct WhereEnding: Sendable {
        public var ending: String
        /// What the base form has instead.
        public var base: String
        /// Whether the ending alone makes a word with a capital a place.
        public var isSure: Bool
    }

    init(tag: String, packs: [CompiledPack], table: LocaleTable) {
        self.tag = tag
        var builder = LexiconBuilder(capacity: packs.reduce(1000) { $0 + $1.table.forms.count })
        var errors: [String] = []
        var headFirst = false
        var headLast = false
        var capitalizesNouns = false
        var sharesHeads = false
        var verbFirst = false
        var quotesNames = false
        var genitiveFirst = false
        var closesAtAnd = false
        var seatBehindDash = false
        var seatBehindFrom = false
        var areasAreBodies = false
        var capitalizesNations = false
        var sharesHalves = false
        var nominatives: [String: [String]] = [:]
        for compiled in packs {
            let pack = compiled.pack
            errors += pack.errors
            let isOwn = pack.language == tag || pack.language == "mul"
            guard isOwn else {
                for n in compiled.shared { builder.add(n, of: compiled.table) }
                continue
            }
            for n in pack.rules.indices {
                if pack.rules[n].meaning == .orgOrder {
                    switch pack.rules[n].form {
                    case "head-first": headFirst = true
                    case "head-last": headLast = true
                    case "shared-head": sharesHeads = true
                    case "verb-first": verbFirst = true
                    case "quoted-names": quotesNames = true
                    case "genitive-first": genitiveFirst = true
                    case "closed-and": closesAtAnd = true
                    case "dash-seat": seatBehindDash = true
                    case "from-seat": seatBehindFrom = true
                    case "area-bodies": areasAreBodies = true
                    case "capital-nations": capitalizesNations = true
                    case "shared-halves": sharesHalves = true
                    default: capitalizesNouns = true
                    }
                    continue
                }
                if pack.rules[n].meaning == .nameNominative {
                    nominatives[pack.rules[n].key, default: []].append(pack.rules[n].form)
                    continue
                }
                builder.add(n, of: compiled.table)
            }
        }
        self.nominatives = nominatives
        Self.addMonths(of: table, language: tag, to: &builder)
        for (key, form) in table.forms(.weekday) { builder.add(form, .weekday, key: key, language: tag) }
        Self.addCurrencies(of: table, language: tag, to: &builder)
        Self.addNumbers(of: table, language: tag, to: &builder)
        numberCompounds = NumberCompounds(table: table)
        putsUnitsFirst = Self.putsUnitsFirst(table)
        crowns = Crowns(packs: packs.map(\.pack))
        crown = CurrencyCodes.country(ofLanguage: tag).flatMap(crowns.short(of:))
        lexicon = Lexicon(languages: packs.map(\.pack.language), builder: builder)
        let own = packs.first { $0.pack.language == tag }?.pack
        let rules = own?.rules ?? []
        func suffixes(_ meaning: Meaning) -> [[UInt8]] {
            rules.indices.filter { rules[$0].meaning == meaning }
                .map { Array(Folding.fold(rules[$0].form.filter { $0 != "*" && $0 != "-" }).utf8) }
                .filter { !$0.isEmpty }
        }
        countsWithOf = rules.indices.contains { rules[$0].meaning == .countedOf }
        fromSuffixes = suffixes(.fromSuffix)
        toSuffixes = suffixes(.toSuffix)
        let pairs = own?.endings ?? []
        adjectiveEndings = pairs.filter { $0.kind == .adjective }.map { Array($0.ending.utf8) }
        complementEndings = pairs.filter { $0.kind == .complement }.map { Array($0.ending.utf8) }
        attributeEndings = pairs.filter { $0.kind == .attribute }.map { Array($0.ending.utf8) }
        memberEndings = pairs.filter { $0.kind == .member }.map { Array($0.ending.utf8) }
        townEndings = pairs.filter { $0.kind == .town }.map { (Array($0.ending.utf8), $0.base) }
        originEndings = pairs.filter { $0.kind == .origin }.map { Array($0.ending.utf8) }
        initials = pairs.filter { $0.kind == .initial }.map { ($0.ending, $0.base) }
        fieldEndings = pairs.filter { $0.kind == .field }.map { Array($0.ending.utf8) }
        whereEndings = pairs.filter { $0.kind == .where || $0.kind == .whereOfKnown }
            .map { WhereEnding(ending: $0.ending, base: $0.base, isSure: $0.kind == .where) }
            .sorted { ($1.ending.utf8.count, $0.ending) < ($0.ending.utf8.count, $1.ending) }
        endings = pairs.filter { $0.kind == .place || $0.kind == .noun }
            .map {
                FoldedEnding(
                    ending: Array(Folding.fold($0.ending).utf8), base: Array(Folding.fold($0.base).utf8),
                    isPlace: $0.kind == .place)
            }
            .filter { !$0.ending.isEmpty }
            .sorted { $0.ending.count > $1.ending.count }
        placeEndings = endings.filter(\.isPlace)
        decimalIsComma = table.rows(.decimal).first?.form != "."
        groupIsDot = table.rows(.group).first?.form == "." || tag == "pt" || tag == "es"
        self.headFirst = headFirst
        self.capitalizesNouns = capitalizesNouns
        self.sharesHeads = sharesHeads
        self.verbFirst = verbFirst
        self.quotesNames = quotesNames
        self.genitiveFirst = genitiveFirst
        self.closesAtAnd = closesAtAnd
        self.seatBehindDash = seatBehindDash
        self.seatBehindFrom = seatBehindFrom
        self.areasAreBodies = areasAreBodies
        self.capitalizesNations = capitalizesNations
        self.sharesHalves = sharesHalves
        self.headLast = headLast || !headFirst
        self.errors = errors
    }

    /// The crowns of a country (ISO 3166), nil where money has another name.
    public func crown(ofCountry country: String) -> String? { crowns.of(country) }

    /// Folded endings that say "from" or "to" on the last word of a date (Hungarian -tól, Estonian -st).
    public func suffixes(_ meaning: Meaning) -> [[UInt8]] { meaning == .fromSuffix ? fromSuffixes : toSuffixes }

    /// English stands on pages in every language: labels, names of funds and bodies. English months, numbers and
    /// running words do not ("may", "to"), so they stay with English blocks.
    static func isSharedAcrossLanguages(_ rule: LanguagePack.Rule) -> Bool {
        switch rule.meaning {
        case .orgHead, .orgLegal, .nameOrganization, .nameBody, .nameProgramme: return true
        case .namePlace: return true
        default: return rule.meaning.isLabel && rule.form.utf8.contains(0x20)
        }
    }

    /// Month names by the unique-prefix rule: what all forms of a month share, open at the end, as long as no other
    /// month of the language begins so. CLDR lacks most oblique cases.
    private static func addMonths(of table: LocaleTable, language: String, to builder: inout LexiconBuilder) {
        var forms: [String: [String]] = [:]
        for (key, form) in table.forms(.month) {
            builder.add(form, .month, key: key, language: language)
            let folded = Folding.key(form)
            if folded.count > 1, folded.allSatisfy({ $0.isLetter }) { forms[key, default: []].append(folded) }
        }
        for (key, list) in forms {
            let longest = list.map(\.count).max() ?? 0
            let wide = Set(list.filter { $0.count * 3 > longest * 2 })
            let names = wide.map { Array($0.utf8)[...] }
            guard !names.isEmpty, wide.allSatisfy({ $0.count >= 4 }) else { continue }
            var stem = String(decoding: names.dropFirst().reduce(names[0], common), as: UTF8.self)
            // One form only: its vowel or vowel and s or j is an ending ("janvāris", "junij"); a consonant is not
            // ("abril").
            if wide.count == 1 { stem = withoutEnding(stem) }
            let isUnique = forms.allSatisfy { other in other.key == key || !other.value.contains { $0.hasPrefix(stem) }
            }
            if stem.count >= 4, isUnique { builder.add(stem + "*", .month, key: key, language: language) }
        }
    }

    private static func withoutEnding(_ stem: String) -> String {
        var letters = Array(stem)
        if letters.count > 5, let last = letters.last, last == "s" || last == "j" { letters.removeLast() }
        if letters.count > 4, let last = letters.last, "aeiouyαειουη".contains(last) { letters.removeLast() }
        return String(letters)
    }

    /// Names of the money of the whole world. A name of several words ("kanadiske dollar") is taken with any ending of
    /// its longer words, since CLDR lacks most cases; a single word ("euro") stands as it is, or Europe would be money.
    private static func addCurrencies(of table: LocaleTable, language: String, to builder: inout LexiconBuilder) {
        // In the order of the table, so that every process has the same lexicon; the names of one currency stand together.
        let rows = table.rows(.currency)
        var start = 0
        while start < rows.count {
            let end = rows[start...].firstIndex { $0.key != rows[start].key } ?? rows.count
            let key = String(rows[start].key)
            if let open = openName(rows[start..<end].map { Array($0.form.utf8) }) {
                builder.add(open, .currency, key: key, language: language)
            } else {
                for row in rows[start..<end] {
                    builder.add(String(row.form), .currency, key: key, language: language)
                }
            }
            start = end
        }
    }

    /// What names of several words have in common, with the ends of its longer words open; nil for names of one word, and
    /// for those that differ in more than endings.
    private static func openName(_ names: [[UInt8]]) -> String? {
        guard names[0].contains(0x20) else { return nil }
        let split = names.map { $0.split(separator: 0x20) }
        guard split.allSatisfy({ $0.count == split[0].count }) else { return nil }
        var open: [UInt8] = []
        for n in split[0].indices {
            let word = split[0][n]
            let stem = split.dropFirst().reduce(word) { common($0, $1[n]) }
            let isName = hasFourLetters(stem) && stem.allSatisfy { $0 >= 0x80 || $0 | 0x20 >= 97 }
            guard isName || split.allSatisfy({ $0[n] == word }) else { return nil }
            if n > 0 { open.append(0x20) }
            open += stem
            if isName { open.append(UInt8(ascii: "*")) }
        }
        return String(decoding: open, as: UTF8.self)
    }

    private static func hasFourLetters(_ word: ArraySlice<UInt8>) -> Bool {
        word.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 } >= 4
    }

    /// What two words begin with, in whole letters.
    private static func common(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var length = 0
        for (x, y) in zip(a, b) {
            if x != y { break }
            length += 1
        }
        var end = a.startIndex + length
        // The bytes of a letter belong together.
        while end < a.endIndex, end > a.startIndex, a[end] & 0xC0 == 0x80 { end -= 1 }
        return a[a.startIndex..<end]
    }

    /// Powers of ten beside a number, and numbers in words. What CLDR writes with a blank inside ("dvacet jeden") is put
    /// together by the reader. A power in its own singular ("milijun", but not "million", which is also the plural)
    /// is a number by itself.
    private static func addNumbers(of table: LocaleTable, language: String, to builder: inout LexiconBuilder) {
        var singular: [Substring: (form: Substring, plural: Substring?)] = [:]
        for row in table.rows(.magnitude) {
            builder.add(String(row.form), .magnitude, key: String(row.key), language: language)
            if singular[row.key] == nil {
                singular[row.key] = (row.form, nil)
            } else if singular[row.key]?.plural == nil {
                // The table gives the form for one, then the form for two.
                singular[row.key]?.plural = row.form
            }
        }
        for (power, found) in singular where found.plural != found.form && found.form.utf8.count > 3 {
            guard let power = Int(power), power <= 9 else { continue }
            let key = "1" + String(repeating: "0", count: power)
            builder.add(String(found.form), .numberWord, key: key, language: language)
        }
        for row in table.rows(.word) where row.key != "1000" {
            // Irish counts "a haon", "a trí déag".
            let isSmall = row.key.utf8.count == 1 || row.key.utf8.count == 2 && row.key.utf8.first == UInt8(ascii: "1")
            if isSmall || !row.form.utf8.contains(0x20) {
                builder.add(String(row.form), .numberWord, key: String(row.key), language: language)
            } else if row.key.utf8.count == 3, let hundred = row.form.split(separator: " ").last,
                row.form.split(separator: " ").count == 2
            {
                // "čtyři sta", "du šimtai": the plural of a hundred.
                builder.add(String(hundred), .magnitude, key: "2", language: language)
            }
        }
    }

    /// Whether twenty-one is "one and twenty" in two words (Maltese).
    private static func putsUnitsFirst(_ table: LocaleTable) -> Bool {
        func forms(_ key: String) -> [Substring] {
            table.rows(.word).filter { $0.key == key }.map(\.form)
        }
        let ones = Set(forms("1"))
        let twenties = Set(forms("20"))
        return forms("21").contains { form in
            let words = form.split(separator: " ")
            return words.count == 3 && ones.contains(words[0]) && twenties.contains(words[2])
        }
    }
}
