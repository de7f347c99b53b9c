import SeosModel
import SeosText
import Testing

@Suite struct DecodingTests {
    private func encode(_ text: String, utf16BigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let high = UInt8(unit >> 8)
            let low = UInt8(unit & 0xFF)
            return utf16BigEndian ? [high, low] : [low, high]
        }
    }

    private func decode(_ bytes: [UInt8], _ declared: String? = nil) -> (text: String, charset: String) {
        let decoded = TextDecoder().decode(bytes, declaredCharset: declared)
        return (String(decoding: decoded.utf8, as: UTF8.self), decoded.charset)
    }

    /// Bytes of a text in an encoding whose bytes from 0x80 on are given by `table`.
    private func legacy(_ text: String, _ table: [Character: UInt8]) -> [UInt8] {
        text.compactMap { $0.asciiValue ?? table[$0] }
    }

    @Test func readsUTF8WithAndWithoutMark() {
        #expect(decode(Array("Võrumaa".utf8)) == ("Võrumaa", "utf-8"))
        #expect(decode([0xEF, 0xBB, 0xBF] + Array("Võrumaa".utf8)) == ("Võrumaa", "utf-8"))
        #expect(decode([]) == ("", "utf-8"))
    }

    @Test func readsUTF16WithMark() {
        #expect(decode([0xFF, 0xFE] + encode("Budżet 5 €", utf16BigEndian: false)) == ("Budżet 5 €", "utf-16le"))
        #expect(decode([0xFE, 0xFF] + encode("Budżet 5 €", utf16BigEndian: true)) == ("Budżet 5 €", "utf-16be"))
    }

    @Test func readsUTF16WithoutMarkByItsPattern() {
        let text = "Партнери проекту: Кошицький самоврядний край, 171 579 євро"
        #expect(decode(encode(text, utf16BigEndian: false)) == (text, "utf-16le"))
        #expect(decode(encode(text, utf16BigEndian: true)) == (text, "utf-16be"))
        #expect(decode(encode("Projekti nimi: RESIST", utf16BigEndian: false)).charset == "utf-16le")
    }

    @Test func readsUTF32WithoutMarkByItsPattern() {
        var bytes: [UInt8] = []
        for scalar in "Leader: Võru".unicodeScalars { bytes += [UInt8(truncatingIfNeeded: scalar.value), 0, 0, 0] }
        #expect(decode(bytes) == ("Leader: Võru", "utf-32le"))
    }

    @Test func replacesLoneSurrogatesAndCountsThem() {
        let bytes: [UInt8] = [0xFF, 0xFE, 0x41, 0, 0x00, 0xD8, 0x42, 0]
        let decoded = TextDecoder().decode(bytes)
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == "A\u{FFFD}B")
        #expect(decoded.repairs.invalid == 1)
        #expect(decoded.problems.map(\.code) == ["text.invalid-bytes"])
    }

    @Test func repairsDamagedUTF8WithoutDoubtingIt() {
        var bytes = Array("Tallinna Ülikool, Võrumaa Arenduskeskus ja Läänemere piirkond, õppimine".utf8)
        bytes.insert(0xFF, at: 3)
        bytes.append(0xE2)
        let decoded = TextDecoder().decode(bytes)
        #expect(decoded.charset == "utf-8")
        #expect(decoded.repairs.invalid == 2)
        #expect(String(validating: decoded.utf8, as: UTF8.self) != nil)
        #expect(String(decoding: decoded.utf8, as: UTF8.self).hasPrefix("Tal\u{FFFD}linna Ülikool"))
    }

    @Test func replacesNULControlsAndNoncharacters() {
        let decoded = TextDecoder().decode(
            Array("A\0B\u{1}C".utf8) + [0xEF, 0xBF, 0xBE] + Array("D".utf8) + [0xEF, 0xB7, 0x90] + Array("\tE\r\n".utf8)
        )
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == "A\u{FFFD}B\u{FFFD}C\u{FFFD}D\u{FFFD}\tE\r\n")
        #expect(decoded.repairs.nulls == 1)
        #expect(decoded.repairs.controls == 1)
        #expect(decoded.repairs.noncharacters == 2)
    }

    @Test func obeysAUsableDeclaration() {
        let bytes: [UInt8] = Array("<meta charset=windows-1251><p>".utf8) + [0xCE, 0xE1, 0xF9, 0xE8, 0xED, 0xE0]
        #expect(decode(bytes).text.hasSuffix("<p>Община"))
        #expect(decode(bytes).charset == "windows-1251")
    }

    @Test func readsLatin1LabelsAsTheWebMeansThem() {
        #expect(decode([0x93, 0x41, 0x94, 0x20, 0x80, 0x35], "ISO-8859-1") == ("“A” €5", "windows-1252"))
        #expect(decode([0x93, 0x41, 0x94], " \"latin1\" ;").charset == "windows-1252")
    }

    @Test func findsADeclarationFarIntoThePage() {
        let padding = String(repeating: "<!-- charset=utf-8 -->", count: 400)
        let page = "<html><head>\(padding)<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-2'>"
        let bytes = Array(page.utf8) + [0xB1, 0xB6]
        #expect(decode(bytes).text.hasSuffix("ąś"))
        #expect(decode(bytes).charset == "iso-8859-2")
    }

    @Test func prefersUTF8ToAFalseDeclaration() {
        let decoded = TextDecoder().decode(Array("<meta charset=iso-8859-1>Võrumaa".utf8))
        #expect(decoded.charset == "utf-8")
        #expect(decoded.declared == "iso-8859-1")
        #expect(decoded.problems.map(\.code) == ["text.charset-conflict"])
    }

    @Test func guessesCentralEuropean() {
        let table: [Character: UInt8] = [
            "ą": 0xB9, "ś": 0x9C, "ź": 0x9F, "ż": 0xBF, "ó": 0xF3, "ł": 0xB3, "ę": 0xEA, "ć": 0xE6, "ń": 0xF1,
            "„": 0x84,
            "”": 0x94, "–": 0x96,
        ]
        let text =
            "Łącznie".dropFirst(2)
            + " środki na współpracę ośrodków – „Żywa” gmina, część budżetu przeznaczono na naukę"
        let plain = String(text).replacing("Ż", with: "ż")
        #expect(decode(legacy(plain, table)) == (plain, "windows-1250"))
    }

    @Test func guessesISOLatin2ByItsOwnLetters() {
        let table: [Character: UInt8] = [
            "ą": 0xB1, "ś": 0xB6, "ź": 0xBC, "ż": 0xBF, "ó": 0xF3, "ł": 0xB3, "ę": 0xEA, "ć": 0xE6, "ń": 0xF1,
        ]
        let text = "środki na współpracę ośrodków, część budżetu przeznaczono na naukę w gminie wiejskiej i źródła"
        #expect(decode(legacy(text, table)) == (text, "iso-8859-2"))
    }

    @Test func guessesBaltic() {
        let table: [Character: UInt8] = [
            "ā": 0xE2, "č": 0xE8, "ē": 0xE7, "ģ": 0xEC, "ī": 0xEE, "ķ": 0xED, "ļ": 0xEF, "ņ": 0xF2, "š": 0xF0,
            "ū": 0xFB,
            "ž": 0xFE, "–": 0x96, "„": 0x84, "”": 0x94,
        ]
        let text =
            "„tīkls” – projekta īstenošanas laiks, vadošais partneris un novada pašvaldība, kopējās izmaksas un ķīļi"
        #expect(decode(legacy(text, table)) == (text, "windows-1257"))
    }

    @Test func guessesCyrillicAndGreek() {
        let bulgarian: [UInt8] = [
            0xCF, 0xF0, 0xEE, 0xE5, 0xEA, 0xF2, 0xFA, 0xF2, 0x20, 0xE5, 0x20, 0xF4, 0xE8, 0xED, 0xE0, 0xED, 0xF1, 0xE8,
            0xF0, 0xE0, 0xED,
        ]
        #expect(decode(bulgarian) == ("Проектът е финансиран", "windows-1251"))
        let greek: [UInt8] = [0xD4, 0xEF, 0x20, 0xDD, 0xF1, 0xE3, 0xEF, 0x20, 0xF4, 0xE7, 0xF2, 0x20, 0xC5, 0xCB]
        #expect(decode(greek).text == "Το έργο της ΕΛ")
    }

    @Test func letsALanguageModelDecide() {
        let bytes: [UInt8] = [0x61, 0xE5, 0x62]
        let decoded = TextDecoder(scorer: { $0.contains("ĺ") ? 500 : 0 }).decode(bytes)
        #expect(decoded.charset == "windows-1250")
    }

    @Test func overrulesADeclarationThatTheBytesSpeakAgainst() {
        let table: [Character: UInt8] = [
            "ā": 0xE2, "č": 0xE8, "ē": 0xE7, "ī": 0xEE, "ķ": 0xED, "ļ": 0xEF, "ņ": 0xF2, "š": 0xF0, "ū": 0xFB,
            "ž": 0xFE,
        ]
        let text =
            "projekta īstenošanas laiks, vadošais partneris un novada pašvaldība, kopējās izmaksas, ķēžu šūpoļi ūdenī"
        let decoded = TextDecoder().decode(legacy(text, table), declaredCharset: "iso-8859-1")
        #expect(decoded.charset == "windows-1257")
        #expect(decoded.problems.map(\.code) == ["text.charset-conflict"])
    }
}
