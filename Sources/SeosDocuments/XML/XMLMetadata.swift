internal import SeosModel
internal import SeosText

/// What a record says of itself: vocabulary, language, title.
enum XMLMetadata {
    static func read(_ page: XMLPage, into document: inout Document) {
        guard let root = page.elements.first else { return }
        document.metadata.append(Document.Metadata(name: "xml:root", value: page.string(root.name)))
        if !root.space.isEmpty {
            document.metadata.append(Document.Metadata(name: "xml:namespace", value: page.string(root.space)))
        }
        for i in page.elements.indices.prefix(3) {
            guard let language = page.value("lang", of: i), let tag = HTMLMetadata.languageTag(language) else {
                continue
            }
            document.language = tag
            document.metadata.append(Document.Metadata(name: "html:lang", value: language))
            break
        }
        if let title = XMLBlocks.title(of: page), document.title == nil {
            let words = XMLBlocks.line(page, title)
            if !words.isEmpty { document.title = String(decoding: Normalization.nfc(words), as: UTF8.self) }
        }
    }
}
