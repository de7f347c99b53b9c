public import SeosDocuments
public import SeosExtract
public import SeosLanguages
public import SeosModel

/// From the bytes of one document to what it says: decode, read, tell the language, extract.
///
/// A pure function of its input and the packs. One analyzer serves one thread.
public struct DocumentAnalyzer: Sendable {
    private let resources: Resources
    private let options: ReadingOptions
    private let words = WordMemory()
    /// Made when the first facts are asked for: its tables take a moment.
    private var extractor: DocumentExtractor?

    /// - Parameters:
    ///   - focus: 0 keeps what may be content, 1 only what plainly is, see ``ReadingOptions/focus``.
    ///   - wantsHash: whether documents are to have the hash of their bytes, which only a database needs.
    ///   - wantsSource: whether documents are to know where their text stands in the bytes of the file.
    ///   - process: where large files and formats of doubtful readers are read; nil reads all in this process.
    public init(
        resources: Resources, focus: Double = 0.5, wantsHash: Bool = true, wantsSource: Bool = true,
        process: ReaderProcess? = .own
    ) {
        self.resources = resources
        var options = Self.options(resources, words)
        options.focus = focus
        options.wantsHash = wantsHash
        options.wantsSource = wantsSource
        options.process = process
        self.options = options
    }

    /// How documents are read with the words and the language model of the packs.
    ///
    /// - Parameter words: what one thread remembers of words for telling languages.
    public static func options(_ resources: Resources, _ words: WordMemory = WordMemory()) -> ReadingOptions {
        var options = ReadingOptions(
            noise: PackNoise(languages: resources.languages), scorer: { resources.evidence($0) })
        options.identify = { resources.identify($0, prior: $1, memory: words) }
        return options
    }

    /// Reads a document: text, blocks, title, language. Never throws; what cannot be read has a problem of severity
    /// `failure` and an empty text.
    public func read(bytes: [UInt8], uri: String, mediaType: String? = nil) -> Document {
        var document = DocumentReading.read(bytes: bytes, uri: uri, mediaType: mediaType, options: options)
        if document.blocks.isEmpty, !document.problems.contains(where: { $0.severity == .failure }) {
            document.problems.append(
                Problem(code: "input.empty", severity: .warning, message: "There is no text in this document."))
        }
        identifyLanguages(&document)
        return document
    }

    public mutating func extract(_ document: Document) -> Extraction {
        // Taken out while it works, or what it remembers would be copied.
        var working = extractor ?? DocumentExtractor(resources: resources)
        extractor = nil
        defer { extractor = working }
        return working.extract(document)
    }

    /// As much of a document, and of a block, tells its language as surely as all of it.
    private static let sampleBytes = 3_000
    private static let blockBytes = 600

    /// How much more likely a block is taken to be in the page's language than in another: "Partner sind Gmina Suwałki und
    /// Ignalinos rajono savivaldybė" is a German sentence, though most of its letters are of names.
    private static let pagesOwn: Float = 12

    /// Languages of the document and of its blocks. What the page declares is a prior; a block needs some length to
    /// differ from the page.
    private func identifyLanguages(_ document: inout Document) {
        let declared = document.metadata.first { $0.name == "html:lang" }?.value
        var sample: [UInt8] = []
        for block in document.blocks where block.isContent && sample.count < Self.sampleBytes {
            sample.append(contentsOf: document.text.utf8[block.span.start..<block.span.end])
            sample.append(0x0A)
        }
        if sample.isEmpty { sample = Array(document.text.utf8.prefix(Self.sampleBytes)) }
        document.language = resources.identify(sample, prior: declared, memory: words)
        for k in document.blocks.indices {
            let span = document.blocks[k].span
            // Labels are in the page's language even when the names behind them are not.
            let isProse: Bool
            switch document.blocks[k].kind {
            case .paragraph, .preformatted: isProse = true
            case .listItem: isProse = span.length >= 200
            default: isProse = false
            }
            guard isProse, span.length >= 60 else {
                document.blocks[k].language = document.language
                continue
            }
            let end = min(span.end, span.start + Self.blockBytes)
            let tag = resources.identify(
                Array(document.text.utf8[span.start..<end]), prior: document.language, priorWeight: Self.pagesOwn,
                memory: words)
            document.blocks[k].language = tag == "und" ? document.language : tag
        }
    }
}
