import SeosModel
import Testing

@Suite struct JSONWriterTests {
    private func text(_ body: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter()
        body(&json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test func membersStandInTheOrderWrittenWithCommasBetweenThem() throws {
        let amount = try #require(ExactDecimal(coefficient: 125, scale: 1))
        let written = text { json in
            json.object { json in
                json.member("name", "ALPA")
                json.member("end", nil)
                json.member("value", amount)
                json.array("places") { json in
                    json.string("Rīga")
                    json.object { $0.member("code", "LV") }
                    json.string("a\"b")
                }
                json.object("programme") { _ in }
                json.member("last", "x")
            }
        }
        #expect(
            written
                == #"{"name":"ALPA","end":null,"value":12.5,"places":["Rīga",{"code":"LV"},"a\"b"],"programme":{},"last":"x"}"#
        )
    }

    @Test func oneStringOfAnArrayMayBeLeftOut() {
        let written = text { json in
            json.object { json in
                json.array("all", ["a", "b", "c"])
                json.array("others", ["a", "b", "c"], without: "a")
                json.array("none", [])
            }
        }
        #expect(written == #"{"all":["a","b","c"],"others":["b","c"],"none":[]}"#)
    }

    @Test func whatIsWrittenStandsInOtherValuesAsItIs() {
        let inner = text { json in json.object { $0.member("a", "1") } }
        #expect(JSONValue.array([.written(Array(inner.utf8)), .null]).text == #"[{"a":"1"},null]"#)
    }
}
