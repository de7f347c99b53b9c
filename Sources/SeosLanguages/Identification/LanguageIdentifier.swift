/// Tells the language of a text out of a closed set.
///
/// The set: the 24 official EU languages, `nb`, `nn`, `is`, `uk`, and six that are recognised so that they are not
/// mistaken for one of these (`ru`, `tr`, `sq`, `sr`, `bs`, `mk`). Greek is told by its letters; Latin and Cyrillic texts
/// are scored by a linear model over letter n-grams and words (`Scripts/build-language-model`).
///
/// Numbers, punctuation, web and mail addresses are not read. Capitalised words inside a text and acronyms count less,
/// since project pages are full of foreign names.
///
/// A value may be shared between threads. The bytes given to `init` must outlive it; they are not copied.
///
///     identifier.identify("Projekti kogumaksumus on 2 577 444 eurot").tag  // "et"
public struct LanguageIdentifier: Sendable {
    private let letters: LetterTable
    private let latin: ModelTable
    private let cyrillic: ModelTable

    /// Below this probability a text is `und`.
    public static let leastConfidence: Float = 0.3
    /// Bytes up to which a text is searched for marks of its country.
    private static let shortText = 300
    /// How many times more likely a `prior` is taken to be than another language, as a natural logarithm.
    public static let defaultPriorWeight: Float = 2.0

    /// - Parameter model: the contents of `Model/languages.bin`.
    /// - Returns: `nil` when the bytes are not such a model.
    public init?(model: UnsafeRawBufferPointer) {
        guard model.count > 8, model.prefix(8).elementsEqual("SeosLID1".utf8) else { return nil }
        var offset = 8
        guard let letters = LetterTable(model, at: &offset),
            let latin = ModelTable(model, at: &offset), latin.width == 32,
            let cyrillic = ModelTable(model, at: &offset), cyrillic.width == 8
        else { return nil }
        self.letters = letters
        self.latin = latin
        self.cyrillic = cyrillic
    }

    /// All tags that `identify` can give, besides `und`.
    public var tags: [String] { Set(latin.languages + cyrillic.languages + ["el"]).sorted() }

    /// Tells the language of a text.
    ///
    /// - Parameters:
    ///   - utf8: the text; NFC is expected, malformed bytes are skipped.
    ///   - prior: what the surroundings say (`<html lang>`, the page's language), any BCP 47 tag; a language outside the set
    ///     is ignored. It decides close calls only.
    ///   - priorWeight: how much more likely the prior makes its language (natural logarithm).
    ///   - memory: words read before; the answer is the same with and without it.
    /// - Returns: the best language with its distance to the second; `und` for texts without letters or evidence.
    public func identify(
        _ utf8: UnsafeBufferPointer<UInt8>, prior: String? = nil, priorWeight: Float = Self.defaultPriorWeight,
        memory: WordMemory? = nil
    ) -> LanguageGuess {
        // Where nobody says more, a short text may name its country by a telephone number or bank account.
        let prior = prior ?? (utf8.count <= Self.shortText ? CountryMarks.language(of: utf8) : nil)
        if let memory { return memory.lend { identify(utf8, prior, priorWeight, &$0) } }
        var none = WordRows(limit: 0)
        return identify(utf8, prior, priorWeight, &none)
    }

    private func identify(
        _ utf8: UnsafeBufferPointer<UInt8>, _ prior: String?, _ priorWeight: Float, _ memory: inout WordRows
    ) -> LanguageGuess {
        scan(utf8, &memory) { decide($0, prior: prior, priorWeight: priorWeight) }
    }

    private func scan<R>(
        _ utf8: UnsafeBufferPointer<UInt8>, _ memory: inout WordRows, _ body: (LetterScan) -> R
    ) -> R {
        latin.withLookup { latinRows in
            cyrillic.withLookup { cyrillicRows in
                LetterScan.reading(
                    utf8, letters: letters, latin: latinRows, cyrillic: cyrillicRows, memory: &memory, body)
            }
        }
    }

    /// Tells the language of a string; the same as for its UTF-8 bytes.
    public func identify(
        _ text: String, prior: String? = nil, priorWeight: Float = Self.defaultPriorWeight
    ) -> LanguageGuess {
        var text = text
        return text.withUTF8 { identify($0, prior: prior, priorWeight: priorWeight) }
    }

    /// How much a text looks like the language it looks most like, in bits; 0 for a text without letters.
    ///
    /// Only differences between readings of the same bytes mean anything: letters of a wrong encoding make n-grams that
    /// no language has.
    public func evidence(_ utf8: UnsafeBufferPointer<UInt8>) -> Double {
        var none = WordRows(limit: 0)
        return scan(utf8, &none) { scan in
            func most(_ table: ModelTable, _ sum: (Int) -> Int32) -> Double {
                let best = table.languages.indices.map(sum).max() ?? 0
                return Double(max(0, best)) * Double(table.unit) / Double(LetterScan.full)
            }
            // A single letter of another script is no evidence for it.
            return max(most(latin, scan.latinScore), most(cyrillic, scan.cyrillicScore)) / 0.6931
        }
    }

    private func decide(_ scan: LetterScan, prior: String?, priorWeight: Float) -> LanguageGuess {
        // Latin names stand in Greek and Cyrillic texts, hardly ever the other way round: their letters count twice.
        let foreign = max(scan.greekLetters, scan.cyrillicLetters)
        let known = scan.latinLetters + foreign
        if scan.otherLetters > 2 * known || known < 2 { return .undetermined }
        if foreign * 2 >= scan.latinLetters, foreign > 1 {
            if scan.greekLetters >= scan.cyrillicLetters {
                return LanguageGuess(
                    tag: "el", second: LanguageGuess.und, margin: 1, confidence: 1, letters: scan.greekLetters)
            }
            return best(cyrillic, letters: scan.cyrillicLetters, prior: prior, priorWeight: priorWeight) {
                scan.cyrillicScore($0)
            }
        }
        return best(latin, letters: scan.latinLetters, prior: prior, priorWeight: priorWeight) { scan.latinScore($0) }
    }

    private func best(
        _ table: ModelTable, letters: Int, prior: String?, priorWeight: Float, _ sum: (Int) -> Int32
    ) -> LanguageGuess {
        let preferred = prior.flatMap { lane(of: $0, in: table.languages) }
        let unit = table.unit / Float(LetterScan.full)
        func score(_ lane: Int) -> Float {
            Float(sum(lane)) * unit + Float(table.biases[lane]) * table.unit + (lane == preferred ? priorWeight : 0)
        }
        var first = (lane: -1, score: -Float.infinity)
        var second = first
        for lane in table.languages.indices {
            let score = score(lane)
            if score > first.score {
                second = first
                first = (lane, score)
            } else if score > second.score {
                second = (lane, score)
            }
        }
        guard first.lane >= 0, second.lane >= 0 else { return .undetermined }
        var total: Float = 0
        for lane in table.languages.indices {
            total += approximateExp(score(lane) - first.score)
        }
        let confidence = 1 / total
        if confidence < Self.leastConfidence { return .undetermined }
        return LanguageGuess(
            tag: table.languages[first.lane], second: table.languages[second.lane],
            margin: (first.score - second.score) / Float(max(letters, 1)), confidence: confidence, letters: letters)
    }

    /// "pt-BR" is "pt", "no" is "nb".
    private func lane(of tag: String, in languages: [String]) -> Int? {
        let primary = tag.utf8.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
        let name = String(decoding: primary, as: UTF8.self).lowercased()
        return languages.firstIndex(of: name == "no" ? "nb" : name)
    }

    /// exp for x <= 0 without a maths library: (1 + x/1024)^1024, within 1 % where it matters.
    private func approximateExp(_ x: Float) -> Float {
        guard x > -40 else { return 0 }
        var y = 1 + x / 1024
        for _ in 0..<10 { y *= y }
        return y
    }
}
