import SeosDocuments
import SeosModel
import Testing

@Suite struct MarkdownTests {
    @Test func readsTheUsualSyntax() {
        let document = read(
            """
            ---
            title: "Green rails"
            date: 2023-04-05
            lang: et
            ---
            # Rohelised rööpad #

            A paragraph that
            goes on, see [page](https://a.example).

            **Budget:** 943 976 EUR

            Partners
            --------
            - Mulgi
              - Valga
            1. Smiltene

            | Partner | Share |
            |---------|------:|
            | Mulgi   | 5 EUR |

            ```
            code: here
            ```
            """, "a.md")
        #expect(document.title == "Green rails")
        #expect(document.published == "2023-04-05")
        #expect(document.language == "et")
        let kinds = document.blocks.filter(\.isContent).map(\.kind)
        #expect(
            kinds == [
                .heading(level: 1), .paragraph, .labelValue, .heading(level: 2), .listItem(depth: 1),
                .listItem(depth: 2),
                .listItem(depth: 1), .tableRow, .tableRow, .preformatted,
            ])
        let budget = document.blocks.first { $0.isContent && $0.kind == .labelValue }
        #expect(budget?.label.map { document.text[$0] } == "Budget")
        #expect(budget?.value.map { document.text[$0] } == "943 976 EUR")
        #expect(content(document)[1].hasSuffix("[page](https://a.example)."))
        checkInvariants(document)
    }

    @Test func takesDamageInItsStride() {
        for text in [
            "#", "# ", "|", "|-|", "a\n|-", "```", "---", "---\n---", "-", "* ", ">", "> > a", "\\", "**: x", "=\n===",
        ] {
            checkInvariants(read(text, "a.md"))
        }
    }
}
