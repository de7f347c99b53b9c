import SeosTestSupport
import Testing

/// The reader of case files itself.
@Suite struct CaseFormatTests {
    private let good = """
        # words before the first case

        ==================
        a name
        :language et
        :none date money
        ==================
        Esimene rida
        teine "rida" 12 €
        ---
        money  12 EUR  "12 €"  total
        # a remark

        ===
        the second
        ===
        ---
        """

    @Test func readsNamesAttributesInputsAndExpectations() throws {
        let cases = try CaseFile(text: good, name: "et/x.txt").cases
        #expect(cases.map(\.name) == ["a name", "the second"])
        #expect(cases[0].language == "et")
        #expect(cases[0].none == ["date", "money"])
        #expect(cases[0].input == "Esimene rida\nteine \"rida\" 12 €")
        #expect(
            cases[0].expectations == [.init(kind: "money", value: "12 EUR", quote: "12 €", note: "total", line: 11)])
        #expect(cases[0].description == "et/x.txt:3: a name")
        #expect(cases[1].input == "")
        #expect(cases[1].isNegative)
    }

    @Test(arguments: [
        ("words\n===\na\n===\n---", "x:1: want a line of '=' before the first case"),
        ("===\n===\n", "x:2: want the name of a case"),
        ("===\na\n:colour red\n===\n---", "x:3: unknown attribute ':colour red'"),
        ("===\na\n===\ntext\n===\nb\n===\n---", "x:5: want '---' before the next case"),
        ("===\na\n===\ntext", "x:5: want '---' after the input"),
        ("===\na\n===\ntext\n---\ndate  2023", "x:6: want a quote in double quotes"),
        ("===\na\n===\ntext\n---\ndate  \"text\"", "x:6: want kind, value, \"quote\" and at most one note"),
        ("===\na\n===\ntext\n---\ndate  2023  \"other\"", "x:6: the input does not hold \"other\""),
    ])
    func saysWhereAFileIsNotInTheForm(text: String, message: String) {
        #expect(throws: CaseFile.FormatError.self) { try CaseFile(text: text, name: "x") }
        do { _ = try CaseFile(text: text, name: "x") } catch { #expect("\(error)" == message) }
    }
}
