import SeosDocuments
import SeosExtract
import SeosModel
import SeosTestSupport
import Testing

/// Reading and extraction as the pipeline does them, for texts and files of the corpus.
enum Analysis {
    private static let options = ReadingOptions()

    static func document(_ bytes: [UInt8], uri: String, language: String? = nil) -> Document {
        var document = DocumentReading.read(bytes: bytes, uri: uri, options: options)
        var content: [UInt8] = []
        for block in document.blocks where block.isContent {
            content += document.text.utf8[block.span.start..<block.span.end] + [0x0A]
        }
        let declared = document.metadata.first { $0.name == "html:lang" }?.value
        document.language = language ?? Resources.embedded.identify(content, prior: declared)
        for k in document.blocks.indices { document.blocks[k].language = document.language }
        return document
    }

    static func extract(_ document: Document) -> Extraction {
        var extractor = DocumentExtractor(resources: .embedded)
        return extractor.extract(document)
    }

    /// The bodies that a line names, as it writes them.
    static func bodies(_ text: String, _ language: String) -> [String] {
        var annotator = Annotator(resources: .embedded)
        return annotator.annotate(Array(text.utf8), language: language, kinds: [.organization]).found.map(\.quote)
    }

    /// The projects that a short text tells of, by name.
    static func projects(_ text: String, _ language: String) -> [String] {
        facts(text, language).extraction.entities.filter { $0.kind == .project }.map(\.name)
    }

    /// Where the project of a short text acts, as it writes the places.
    static func regions(_ text: String, _ language: String) -> Set<String> {
        let facts = facts(text, language)
        return Set(
            facts.extraction.claims.filter { $0.property == .region }
                .compactMap { $0.mention.map { facts.extraction.mentions[$0].quote } })
    }

    /// What a short text says; HTML when it begins with `<`.
    static func facts(_ text: String, _ language: String, place: SourceLocation = #_sourceLocation) -> Facts {
        let document = document(
            Array(text.utf8), uri: text.hasPrefix("<") ? "page.html" : "page.txt", language: language)
        let extraction = extract(document)
        #expect(ExtractionChecks.structure(extraction, in: document.text) == [], sourceLocation: place)
        return Facts(document: document, extraction: extraction)
    }
}

/// The claims of one document in words that tests can compare.
struct Facts {
    let document: Document
    let extraction: Extraction

    var project: Extraction.Entity? { extraction.entities.first { $0.kind == .project } }

    private func claims(_ property: Claim.Property) -> [Claim] {
        extraction.claims.filter { $0.property == property && !$0.isSuperseded }
    }

    /// "lead Tartu Ülikool EE": role, name and country of each partner, in the order of the claims.
    var partners: [String] {
        claims(.partner).compactMap { claim in
            guard let object = claim.object else { return nil }
            let entity = extraction.entities[object]
            return [claim.role?.word, entity.name, entity.country].compactMap { $0 }.joined(separator: " ")
        }
    }

    /// "total 1200 EUR", with " of NAME" where it is one partner's.
    var amounts: [String] {
        claims(.amount).compactMap { claim in
            guard let mention = claim.mention, case .money(let money) = extraction.mentions[mention].value else {
                return nil
            }
            let owner = claim.owner.map { " of " + extraction.entities[$0].name } ?? ""
            return "\(claim.amountKind?.word ?? "-") \(money.amount) \(money.currency)\(owner)"
        }
    }

    /// "period 2021-05-01/2024-12-31": first and last day of each date claimed for the project.
    var dates: [String] {
        [.period, .start, .end].flatMap { property in
            claims(property).compactMap { claim in
                guard let mention = claim.mention, case .date(let date) = extraction.mentions[mention].value else {
                    return nil
                }
                return "\(property.word) \(Facts.interval(date))"
            }
        }
    }

    /// Names of the objects of a property: funders, programmes, regions.
    func names(_ property: Claim.Property) -> [String] {
        claims(property).compactMap { $0.object }.map { extraction.entities[$0].name }
    }
    func codes(_ property: Claim.Property) -> [String] {
        claims(property).compactMap { $0.object }.compactMap { extraction.entities[$0].code }
    }
    func rules(_ property: Claim.Property) -> [String] { claims(property).map(\.rule) }

    static func interval(_ date: DateValue) -> String { "\(date.firstDay ?? "..")/\(date.lastDay ?? "..")" }
}
