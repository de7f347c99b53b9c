import SeosDocuments
import SeosModel
import Testing

/// Reads a document from text.
func read(_ text: String, _ uri: String = "page.html", _ options: ReadingOptions = ReadingOptions()) -> Document {
    DocumentReading.read(bytes: Array(text.utf8), uri: uri, options: options)
}

/// Kind, role and text of the blocks, as a test can spell them.
func lines(_ document: Document) -> [String] { document.blocks.map { document.text[$0.span] } }

func content(_ document: Document) -> [String] {
    document.blocks.filter(\.isContent).map { document.text[$0.span] }
}

func codes(_ document: Document) -> [String] { document.problems.map(\.code) }

/// What has to hold of every document: spans in range and between characters, blocks in order and apart, everything
/// that can be seen in some block.
func checkInvariants(_ document: Document, sourceLocation: SourceLocation = #_sourceLocation) {
    let text = document.text.utf8
    func isBoundary(_ offset: Int) -> Bool {
        offset >= 0 && offset <= text.count && (offset == text.count || text[offset] & 0xC0 != 0x80)
    }
    #expect(String(validating: text, as: UTF8.self) != nil, sourceLocation: sourceLocation)
    var covered = 0
    for block in document.blocks {
        #expect(block.span.start >= covered && block.span.start < block.span.end, sourceLocation: sourceLocation)
        let between = text[covered..<max(covered, block.span.start)]
        let isBlank = String(decoding: between, as: UTF8.self).unicodeScalars.allSatisfy {
            $0.properties.isWhitespace || "\u{FEFF}\u{200B}".unicodeScalars.contains($0)
        }
        if document.mediaType != "text/markdown" { #expect(isBlank, sourceLocation: sourceLocation) }
        covered = block.span.end
        let spans =
            [block.span, block.label, block.value].compactMap { $0 } + block.cells.map(\.span)
            + block.cells.compactMap(\.header)
        for span in spans {
            #expect(isBoundary(span.start) && isBoundary(span.end), sourceLocation: sourceLocation)
            #expect(span.start <= span.end, sourceLocation: sourceLocation)
        }
        for span in [block.value].compactMap({ $0 }) + block.cells.map(\.span) {
            #expect(block.span.contains(span), sourceLocation: sourceLocation)
        }
    }
    for problem in document.problems {
        if let span = problem.span {
            #expect(isBoundary(span.start) && isBoundary(span.end), sourceLocation: sourceLocation)
        }
    }
}
