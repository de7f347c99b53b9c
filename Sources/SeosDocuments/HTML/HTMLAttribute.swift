/// The attributes that reading looks at.
enum HTMLAttribute: String, CaseIterable, Sendable {
    case ariaControls = "aria-controls"
    case ariaHidden = "aria-hidden"
    case dataTarget = "data-target"
    case dataBootstrapTarget = "data-bs-target"
    case charset, `class`, color, colspan, content, datetime, encoding, face, hidden, href
    case httpEquiv = "http-equiv"
    case id, itemprop, itemscope, lang, name, property, pubdate, rel, role, rowspan, size, style, type
    case xmlLang = "xml:lang"

    static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}
