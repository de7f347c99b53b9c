import SeosTestSupport
import Testing

@testable import SeosText

/// The documents of the corpus in the encodings their languages are written in, read back without a declaration.
@Suite struct CharsetRoundTripTests {
    private static let western = ["de", "fr", "es", "pt", "it", "nl", "da", "no", "nn", "sv", "fi", "is", "ga", "et"]
    private static let central = ["pl", "cs", "sk", "hu", "sl", "hr", "ro", "de"]
    private static let encodings: [(name: String, languages: [String])] = [
        ("windows-1252", western), ("iso-8859-15", western), ("windows-1250", central), ("iso-8859-2", central),
        ("cp852", central), ("windows-1251", ["bg", "uk"]), ("iso-8859-5", ["bg", "uk"]), ("koi8-u", ["uk"]),
        ("windows-1253", ["el"]), ("iso-8859-7", ["el"]), ("windows-1257", ["lv", "lt", "et"]),
        ("iso-8859-13", ["lv", "lt", "et"]), ("iso-8859-4", ["lv", "lt", "et"]), ("iso-8859-3", ["mt"]),
    ]

    /// Bytes of a text, without the characters that the encoding lacks.
    private func encode(_ text: String, _ table: ByteTable) -> (bytes: [UInt8], kept: String) {
        var bytes: [UInt32: UInt8] = [:]
        for (byte, point) in table.codePoints.enumerated().reversed() where point != ByteTable.undefined {
            bytes[point] = UInt8(byte)
        }
        var out: [UInt8] = []
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard let byte = bytes[scalar.value], scalar.value >= 0x20 || scalar.value == 0x0A else { continue }
            out.append(byte)
            kept.append(scalar)
        }
        return (out, String(kept))
    }

    @Test func readsEveryEncodingOfTheCorpus() throws {
        let names = Folders.entries(of: Folders.documents).filter { $0.hasSuffix(".txt") }
        #expect(names.count > 20)
        var shares: [Double] = []
        for (name, languages) in Self.encodings {
            let table = try #require(ByteTable(name))
            var right = 0
            var all = 0
            for file in names where languages.contains(String(file.prefix(2))) {
                let text = try #require(Folders.text(Folders.documents + "/" + file))
                let (bytes, kept) = encode(text, table)
                guard bytes.contains(where: { $0 >= 0x80 }) else { continue }
                all += 1
                if String(decoding: TextDecoder().decode(bytes).utf8, as: UTF8.self) == kept { right += 1 }
            }
            if all > 0 { shares.append(Double(right) / Double(all)) }
        }
        #expect(shares.reduce(0, +) / Double(shares.count) >= 0.95)
    }

    @Test func leavesNullsToAReaderThatAsks() {
        let bytes = Array("Bud\u{0}get".utf8)
        #expect(TextDecoder().decode(bytes).utf8 == Array("Bud\u{FFFD}get".utf8))
        let kept = TextDecoder(keepsNulls: true).decode(bytes)
        #expect(kept.utf8 == bytes)
        #expect(kept.repairs.nulls == 1)
    }
}
