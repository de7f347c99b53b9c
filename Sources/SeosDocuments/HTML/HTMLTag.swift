/// The elements that reading tells apart.
enum HTMLTag: String, CaseIterable, Sendable {
    case a, abbr, address, area, article, aside, audio, b, base, blockquote, body, br, button, canvas, caption, center
    case code, col, colgroup, dd, del, details, dialog, dir, div, dl, dt, em, embed, fieldset, figcaption, figure, font
    case footer, form, frame, frameset, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, img, input
    case ins, label, legend, li, link, listing, main, math, menu, meta, nav, noembed, noframes, noscript, object, ol
    case optgroup, option, output, p, param, picture, plaintext, pre, q, script, search, section, select, small
    case source, span, strong, style, sub, summary, sup, svg, table, tbody, td, template, textarea, tfoot, th, thead
    case time, title, tr, track, u, ul, video, wbr, xmp
    /// Anything else, custom elements among them.
    case unknown
    /// A run of text in the tree.
    case text

    static let byName: [String: HTMLTag] = {
        var names: [String: HTMLTag] = [:]
        for tag in allCases where tag != .unknown && tag != .text { names[tag.rawValue] = tag }
        return names
    }()

    /// Whether the element starts and ends a line.
    var isBlock: Bool { Self.blocks.contains(self) }

    /// Whether the element has no content.
    var isVoid: Bool { Self.voids.contains(self) }

    /// Whether everything up to the end tag is not markup.
    var isRawText: Bool { Self.rawText.contains(self) }

    var headingLevel: Int? {
        switch self {
        case .h1: return 1
        case .h2: return 2
        case .h3: return 3
        case .h4: return 4
        case .h5: return 5
        case .h6: return 6
        default: return nil
        }
    }

    private static let blocks: Set<HTMLTag> = [
        .address, .article, .aside, .blockquote, .body, .button, .caption, .center, .dd, .details, .dialog, .dir, .div,
        .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .frameset, .h1, .h2, .h3, .h4, .h5, .h6, .header,
        .hgroup, .hr, .html, .legend, .li, .listing, .main, .menu, .nav, .ol, .optgroup, .option, .p, .pre, .search,
        .section, .select, .summary, .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul, .xmp,
    ]

    private static let voids: Set<HTMLTag> = [
        .area, .base, .br, .col, .embed, .frame, .hr, .img, .input, .link, .meta, .param, .source, .track, .wbr,
    ]

    private static let rawText: Set<HTMLTag> = [
        .iframe, .noembed, .noframes, .noscript, .script, .style, .textarea, .title, .xmp,
    ]
}
