internal import CICU
internal import SeosModel

/// From raw bytes to text: byte order mark, UTF-16 and UTF-32 by pattern, strict UTF-8 over the whole input, a
/// declaration that the bytes are valid in, and last a guess.
public struct TextDecoder: Sendable {
    /// Says how much a text looks like language, in bits for and against; only differences between readings of the
    /// same bytes are used. A language model sharpens the guess between encodings that share letters.
    public typealias Scorer = @Sendable (String) -> Double

    private let scorer: Scorer?
    private let keepsNulls: Bool

    /// - Parameter keepsNulls: leaves NUL characters where they are, counted, for a reader that knows what to do with
    ///   them.
    public init(scorer: Scorer? = nil, keepsNulls: Bool = false) {
        self.scorer = scorer
        self.keepsNulls = keepsNulls
    }

    /// - Parameters:
    ///   - bytes: a whole document.
    ///   - declaredCharset: what the carrier says (HTTP `Content-Type`); a declaration inside the document is found
    ///     here, and gives way to it.
    /// - Returns: valid UTF-8, not yet normalised; every replacement is counted and reported.
    public func decode(_ bytes: [UInt8], declaredCharset: String? = nil) -> DecodedText {
        var repairs = DecodedText.Repairs()
        if let (form, skip) = Self.byteOrderMark(bytes) {
            guard let form else {
                return utf8(bytes, from: skip, .byteOrderMark, declaredCharset)
            }
            let raw = UTF16Decoding.decode(bytes, from: skip, as: form, &repairs)
            return finished(
                raw, form.rawValue, .byteOrderMark, declaredCharset, repairs, .perScalar(from: skip, form.widths))
        }
        if let form = UTF16Decoding.form(bytes) {
            let raw = UTF16Decoding.decode(bytes, from: 0, as: form, &repairs)
            return finished(raw, form.rawValue, .pattern, declaredCharset, repairs, .perScalar(from: 0, form.widths))
        }
        let (multibyte, invalid) = UTF8Repair.survey(bytes)
        if invalid == 0 {
            let declared = declaredCharset ?? (multibyte > 0 ? CharsetDeclaration.label(in: bytes) : nil)
            return utf8(bytes, from: 0, .validity, declared)
        }
        let label = declaredCharset ?? CharsetDeclaration.label(in: bytes)
        let declared = label.flatMap(CharsetLabels.canonical)
        // By chance one sequence in some dozens of an 8-bit text is well-formed, never half of them.
        let saysUTF8 = declared == "utf-8" || declared == "utf-16le" || declared == "utf-16be"
        let isLikely = declared == nil || saysUTF8 ? multibyte >= invalid : multibyte >= 4 * invalid
        if isLikely { return utf8(bytes, from: 0, .validity, label) }
        return decodeLegacy(bytes, label: label, declared: declared)
    }

    private func utf8(
        _ bytes: [UInt8], from start: Int, _ evidence: DecodedText.Evidence, _ label: String?
    ) -> DecodedText {
        var repairs = DecodedText.Repairs()
        var places: [RawOrigin.Repair] = []
        let text = UTF8Repair.repaired(bytes, from: start, &repairs, keepsNulls: keepsNulls, places: &places)
        return finished(text, "utf-8", evidence, label, repairs, .utf8(from: start, repairs: places), isRepaired: true)
    }

    private func decodeLegacy(_ bytes: [UInt8], label: String?, declared: String?) -> DecodedText {
        var repairs = DecodedText.Repairs()
        if let declared, let text = Self.decodeMultibyte(bytes, declared, &repairs) {
            return finished(text, declared, .declaration, label, repairs, .unknown)
        }
        let guess = EncodingGuess(bytes)
        let best = sharpened(guess.ranked(), bytes)
        let origin = RawOrigin.perScalar(from: 0, RawOrigin.Widths(inPlane: 1, beyond: 1))
        if let declared, let table = ByteTable(Self.icuName(declared)), usable(table, declared, guess, best) {
            return finished(table.decode(bytes, &repairs), declared, .declaration, label, repairs, origin)
        }
        guard let table = EncodingGuess.candidates.first(where: { $0.table.name == best.charset })?.table else {
            return utf8(bytes, from: 0, .validity, label)
        }
        return finished(table.decode(bytes, &repairs), best.charset, .guess, label, repairs, origin)
    }

    /// A declaration holds unless some bytes mean nothing in it while another encoding explains them, or another
    /// encoding is plainer by far: pages that say Latin-1 and are Baltic or Central European.
    private func usable(
        _ table: ByteTable, _ declared: String, _ guess: EncodingGuess, _ best: EncodingGuess.Score
    ) -> Bool {
        guard let own = guess.score(of: declared) else { return true }
        if own.hasUndefined && !best.hasUndefined && best.bits > own.bits { return false }
        return best.bits - own.bits <= max(12, 0.6 * Double(guess.count))
    }

    /// Lets the language model decide among readings that letters alone hardly separate.
    private func sharpened(_ ranked: [EncodingGuess.Score], _ bytes: [UInt8]) -> EncodingGuess.Score {
        let none = EncodingGuess.Score(charset: "", bits: 0, hasUndefined: true)
        guard let scorer, let first = ranked.first else { return ranked.first ?? none }
        let sample = Self.sample(bytes)
        var best = first
        var bestBits = -Double.infinity
        for score in ranked.prefix(10) where score.bits > first.bits - 60 {
            guard let table = EncodingGuess.candidates.first(where: { $0.table.name == score.charset })?.table else {
                continue
            }
            var ignored = DecodedText.Repairs()
            let text = String(decoding: table.decode(sample, &ignored), as: UTF8.self)
            let bits = score.bits + scorer(text)
            if bits > bestBits { (best, bestBits) = (score, bits) }
        }
        return best
    }

    /// The lines that hold bytes beyond ASCII, up to 4,000 bytes.
    private static func sample(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        for line in bytes.prefix(1 << 20).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            guard line.contains(where: { $0 >= 0x80 }) else { continue }
            out.append(contentsOf: line.prefix(1000))
            out.append(0x0A)
            if out.count > 4000 { break }
        }
        return out
    }

    private static func decodeMultibyte(
        _ bytes: [UInt8], _ charset: String, _ repairs: inout DecodedText.Repairs
    ) -> [UInt8]? {
        guard multibyteEncodings.contains(charset), !bytes.isEmpty else { return nil }
        var out = [UInt8](repeating: 0, count: bytes.count * 3 + 64)
        let capacity = Int64(out.count)
        var replaced: Int64 = 0
        let written = bytes.withUnsafeBufferPointer { source in
            out.withUnsafeMutableBufferPointer { target -> Int64 in
                guard let from = source.baseAddress, let to = target.baseAddress else { return -1 }
                return seos_convert_to_utf8(icuName(charset), from, Int64(source.count), to, capacity, &replaced)
            }
        }
        // A few damaged characters do not speak against the encoding, many do.
        guard written >= 0, replaced * 100 <= written else { return nil }
        out.removeSubrange(Int(written)...)
        repairs.invalid += Int(replaced)
        return out
    }

    private static let multibyteEncodings: Set<String> = [
        "big5", "euc-jp", "euc-kr", "gb18030", "gbk", "iso-2022-jp", "iso-2022-kr", "shift_jis", "hz-gb-2312",
    ]

    private static func icuName(_ charset: String) -> String {
        switch charset {
        case "gbk": return "gb18030"
        case "shift_jis": return "windows-31j"
        case "euc-kr": return "windows-949"
        case "iso-8859-8-i": return "iso-8859-8"
        case "hz-gb-2312": return "HZ"
        default: return charset
        }
    }

    /// - Returns: nil when there is no mark; a nil form means UTF-8.
    private static func byteOrderMark(_ bytes: [UInt8]) -> (UTF16Decoding.Form?, Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (nil, 3) }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) && bytes.count % 4 == 0 { return (.utf32le, 4) }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (.utf32be, 4) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16le, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16be, 2) }
        return nil
    }

    /// Takes out what no text should hold, unless that is done, and says what was found.
    private func finished(
        _ decoded: [UInt8], _ charset: String, _ evidence: DecodedText.Evidence, _ label: String?,
        _ counted: DecodedText.Repairs, _ origin: RawOrigin, isRepaired: Bool = false
    ) -> DecodedText {
        var repairs = counted
        let text = isRepaired ? decoded : UTF8Repair.repaired(decoded, from: 0, &repairs, keepsNulls: keepsNulls)
        var problems: [Problem] = []
        if let label, let declared = CharsetLabels.canonical(label), declared != charset,
            !(charset == "utf-8" && declared.hasPrefix("utf-16"))
        {
            problems.append(
                Problem(
                    code: "text.charset-conflict", severity: .note,
                    message: "declared as \(declared), read as \(charset), which the bytes fit better"))
        } else if evidence == .guess {
            problems.append(
                Problem(
                    code: "text.charset-guessed", severity: .note,
                    message: "no usable declaration of the character encoding, read as \(charset)"))
        }
        let kinds = [
            (repairs.invalid, "text.invalid-bytes", "byte sequences are no characters of \(charset)"),
            (repairs.nulls, "text.nul", "NUL characters"),
            (repairs.controls, "text.control-characters", "control characters"),
            (repairs.noncharacters, "text.noncharacters", "code points that are never characters"),
        ]
        for (count, code, what) in kinds where count > 0 {
            problems.append(Problem(code: code, message: "\(count) \(what); U+FFFD stands in their place"))
        }
        return DecodedText(
            utf8: text, charset: charset, evidence: evidence, declared: label, repairs: repairs, origin: origin,
            problems: problems)
    }
}
