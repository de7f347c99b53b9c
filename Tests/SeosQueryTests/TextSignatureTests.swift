import SeosModel
import Testing

@testable import SeosQuery

@Suite struct TextSignatureTests {
    /// Small letters of another length than their capitals, more than one letter, none, or of several words.
    static let texts = [
        "Chamber of Commerce", "İSTANBUL Ticaret Odası", "Straße STRASSE", "ΟΔΟΣ οδός", "K-Kelvin", "ǅ ǆ Ǆ",
        "e\u{301}É",
        "Ťažké Čierne", "ＦＵＬＬ width", "𐐀𐐨 deseret", "ab", "", "Ω Ω", "ﬁn FIN",
    ]

    @Test func nothingThatContainsATextIsLeftOut() {
        for text in Self.texts {
            let signature = TextSignature(text)
            for whole in [text, TextCase.lower(text)] {
                let scalars = Array(whole.unicodeScalars)
                for start in scalars.indices {
                    for end in start..<scalars.count {
                        var part = String.UnicodeScalarView()
                        part.append(contentsOf: scalars[start...end])
                        #expect(signature.mayContain(TextSignature(String(part))), "\(text) \(String(part))")
                    }
                }
            }
        }
    }

    @Test func mostOthersAreLeftOut() {
        let words = (0..<1000).map { "Organization number \($0 * 7919)" }.map { TextSignature($0) }
        #expect(words.filter { $0.mayContain(TextSignature("chamber")) }.count < 50)
        #expect(!TextSignature("").mayContain(TextSignature("abc")))
        // Of fewer than three bytes everything may be a part.
        #expect(TextSignature("xyz").mayContain(TextSignature("ab")))
    }

    @Test func findsTheSameWithAndWithoutThem() throws {
        let fixture = try Fixture()
        let rows = (0..<200).map { "(\(1000 + $0), '\(Self.texts[$0 % Self.texts.count]) \($0)')" }
        try Fixture.run("INSERT INTO organization (id, name) VALUES " + rows.joined(separator: ", "), at: fixture.path)
        let engine = try fixture.engine()
        for (condition, part) in [
            ("toLower(o.name)", "commerc"), ("o.name", "Commerce"), ("o.name", "commerce"),
            ("toLower(o.name)", "Commerce"),
            ("toLower(o.name)", "straße"), ("toLower(o.name)", "οδός"), ("toLower(o.name)", "ab"), ("o.name", ""),
            ("toUpper(o.name)", "STRASSE"), ("toLower(o.name)", "nowhere"), ("o.name", "İS"), ("toLower(o.name)", "i̇s"),
            ("o.name", "Amb"),
        ] {
            let query = "MATCH (o:Organization) WHERE \(condition) CONTAINS $part RETURN o.id ORDER BY o.id"
            func ids(_ way: QueryEngine.Way) throws -> [[QueryValue]] {
                try engine.run(engine.prepare(query, parameters: ["part": .string(part)], way: way)).all()
            }
            let expected = try ids(.evaluator)
            // The column is loaded by the first run and its signatures are made by the second.
            for _ in 0..<3 { #expect(try ids(.memory) == expected, "\(condition) \(part)") }
        }
        let wrong = "MATCH (o:Organization) WHERE o.name CONTAINS $part RETURN count(o)"
        for part in [QueryValue.null, .integer(1)] {
            let ways = [QueryEngine.Way.evaluator, .memory].map { way in
                Result { try engine.run(engine.prepare(wrong, parameters: ["part": part], way: way)).all() }
            }
            switch (ways[0], ways[1]) {
            case (.success(let a), .success(let b)): #expect(a == b)
            case (.failure(let a), .failure(let b)): #expect("\(a)" == "\(b)")
            default: Issue.record("the ways differ for \(part)")
            }
        }
    }
}
