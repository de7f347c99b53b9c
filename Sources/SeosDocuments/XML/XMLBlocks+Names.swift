internal import SeosModel

/// What the names of elements and attributes say.
extension XMLBlocks {
    private static let titles: Set<String> = ["title", "name", "heading", "header", "caption", "label", "headline"]
    private static let prose: Set<String> = ["p", "para", "paragraph", "text"]
    private static let sections: Set<String> = ["section", "sec", "div", "body", "group", "items", "data", "record"]
    private static let labels = ["label", "title", "caption", "displayName", "name", "key"]
    private static let units = ["currency", "unit", "currencyID", "unitCode"]
    /// Attributes for machines.
    private static let silent: Set<String> = [
        "id", "class", "style", "version", "schemaLocation", "noNamespaceSchemaLocation", "ref", "lang", "space",
        "base",
        "idref", "xmlns", "encoding", "nil",
    ]

    static func isProse(_ name: ArraySlice<UInt8>) -> Bool {
        prose.contains(String(decoding: name, as: UTF8.self).lowercased())
    }

    static func isTitle(_ page: XMLPage, _ element: Int) -> Bool {
        page.elements[element].ink > 0 && titles.contains(page.string(page.elements[element].name).lowercased())
    }

    func isSection(_ element: Int) -> Bool {
        label(attributeOf: element) == nil
            && Self.sections.contains(page.string(page.elements[element].name).lowercased())
    }

    /// The title of the document: the first leaf called so, the root's child or grandchild.
    static func title(of page: XMLPage) -> Int? {
        for i in page.elements.indices.dropFirst().prefix(200) {
            guard page.string(page.elements[i].name).lowercased() == "title", page.isLeaf(i), page.elements[i].ink > 0
            else { continue }
            let parent = page.elements[i].parent
            guard parent == 0 || page.elements[parent].parent == 0 else { return nil }
            return i
        }
        return nil
    }

    /// The label an element has of its own: `<field name="Lead partner">`.
    func label(attributeOf element: Int) -> String? {
        guard page.isLeaf(element) ? page.elements[element].ink > 0 : true else { return nil }
        for name in Self.labels {
            guard let value = page.value(name, of: element), value.utf8.count <= 80,
                value.utf8.contains(where: { TextShape.isLetter($0) })
            else { continue }
            return value
        }
        return nil
    }

    func label(of element: Int) -> String {
        label(attributeOf: element) ?? Self.words(page.string(page.elements[element].name))
    }

    /// "leadPartner", "lead_partner" and "lead-partner" are "Lead partner".
    static func words(_ name: String) -> String {
        var words = ""
        var wasSmall = false
        for character in name {
            if character == "_" || character == "-" || character == "." {
                if !words.isEmpty { words.append(" ") }
                wasSmall = false
            } else {
                if character.isUppercase, wasSmall {
                    words.append(" ")
                    words.append(character.lowercased())
                } else {
                    words.append(character)
                }
                wasSmall = character.isLowercase || character.isNumber
            }
        }
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// "EUR" of `<amount currency="EUR">`, unless the text says it.
    func unit(of element: Int) -> String? {
        for name in Self.units {
            guard let value = page.value(name, of: element), !value.isEmpty, value.utf8.count <= 12 else { continue }
            let text = String(decoding: Self.line(page, element), as: UTF8.self)
            return text.contains(value) ? nil : value
        }
        return nil
    }

    /// What the attributes of an element state, its own label and the units of its text left out.
    func fields(of element: Int) -> [(label: String, value: String)] {
        let own = label(attributeOf: element)
        let hasText = page.elements[element].ink > 0 && page.isLeaf(element)
        var fields: [(label: String, value: String)] = []
        for attribute in page.attributes[page.elements[element].attributes] where attribute.space.isEmpty {
            let name = page.string(attribute.name)
            let value = page.string(attribute.value)
            guard !Self.silent.contains(name), value != own, !(hasText && Self.units.contains(name)),
                value.utf8.contains(where: { $0 > 0x20 }), fields.count < 40
            else { continue }
            fields.append((Self.words(name), value))
        }
        return fields
    }
}
