import Foundation
import SeosModel
import Testing

@Suite struct JSONValueTests {
    @Test(arguments: [
        ("plain", "\"plain\""), ("say \"yes\"", "\"say \\\"yes\\\"\""), ("a\\b", "\"a\\\\b\""),
        ("a\nb\r\tc", "\"a\\nb\\r\\tc\""),
        ("\u{0}\u{1}\u{1F}\u{7F}", "\"\\u0000\\u0001\\u001f\\u007f\""), ("a\u{2028}b\u{2029}", "\"a\\u2028b\\u2029\""),
        ("\u{2027}\u{202A}", "\"\u{2027}\u{202A}\""), ("õ Ł ћ 😀 e\u{301}", "\"õ Ł ћ 😀 e\u{301}\""),
        ("</script>", "\"</script>\""), ("", "\"\""),
    ])
    func escapesWhatMustBeEscapedAndNothingElse(string: String, json: String) {
        let written = JSONValue.string(string).text
        #expect(Array(written.utf8) == Array(json.utf8))
    }

    @Test func keysAreEscapedToo() {
        #expect(JSONValue.object(["a\"\n": .null]).text == "{\"a\\\"\\n\":null}")
    }

    @Test func keepsTheOrderOfKeys() {
        #expect(
            JSONValue.object(["z": .integer(1), "a": .integer(2), "m": .array([.bool(true), .bool(false)])]).text
                == "{\"z\":1,\"a\":2,\"m\":[true,false]}")
    }

    @Test func emptyContainersAreEmpty() {
        #expect(JSONValue.array([]).text == "[]")
        #expect(JSONValue.object([JSONValue.Member]()).text == "{}")
    }

    @Test func numbersAreExactAndNeverInWordsJsonLacks() throws {
        #expect(JSONValue.decimal(try #require(ExactDecimal(coefficient: 463_884, scale: 1))).text == "46388.4")
        #expect(JSONValue.integer(Int64.min).text == "-9223372036854775808")
        #expect(JSONValue.double(0.1).text == "0.1")
        #expect(JSONValue.double(3).text == "3.0")
        #expect(JSONValue.double(.nan).text == "null")
        #expect(JSONValue.double(-.infinity).text == "null")
        #expect(JSONValue.optional(nil).text == "null")
        #expect(JSONValue.optional("x").text == "\"x\"")
    }

    @Test func anotherReaderReadsItBack() throws {
        let all = String(String.UnicodeScalarView((0..<0x250).compactMap(Unicode.Scalar.init)))
        let data = Data(
            JSONValue.object(["text": .string(all), "big": .double(1e300), "small": .double(-2.5e-9)]).text.utf8)
        let read = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect((read["text"] as? String).map { Array($0.utf8) } == Array(all.utf8))
        #expect(read["big"] as? Double == 1e300)
        #expect(read["small"] as? Double == -2.5e-9)
    }
}
