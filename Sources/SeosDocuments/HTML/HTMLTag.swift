/// The elements that reading tells apart.
enum HTMLTag: UInt8, CaseIterable, Sendable {
    case a, abbr, address, applet, area, article, aside, audio, b, base, basefont, bgsound, big, blockquote, body, br
    case button, canvas, caption, center, code, col, colgroup, dd, del, details, dialog, dir, div, dl, dt, em, embed
    case fieldset, figcaption, figure, font, footer, form, frame, frameset, h1, h2, h3, h4, h5, h6, head, header, hgroup
    case hr, html, i, iframe, image, img, input, ins, keygen, label, legend, li, link, listing, main, marquee, math
    case menu, meta, nav, nobr, noembed, noframes, noscript, object, ol, optgroup, option, output, p, param, picture
    case plaintext, pre, q, rb, rp, rt, rtc, ruby, s, script, search, section, select, small, source, span, strike
    case strong, style, sub, summary, sup, svg, table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr
    case track, tt, u, ul, `var`, video, wbr, xmp
    // Of MathML and SVG, where they hold HTML or differ from it.
    case annotationXML, desc, foreignObject, malignmark, metadata, mglyph, mi, mn, mo, ms, mtext
    /// Anything else, custom elements among them.
    case unknown
    /// A run of text in the tree.
    case text

    static let byName: [String: HTMLTag] = {
        var names: [String: HTMLTag] = [:]
        for tag in allCases where tag != .unknown && tag != .text { names[String(describing: tag)] = tag }
        names["annotation-xml"] = .annotationXML
        names["foreignobject"] = .foreignObject
        names["annotationXML"] = nil
        names["foreignObject"] = nil
        return names
    }()

    /// Whether the element starts and ends a line.
    var isBlock: Bool {
        switch self {
        case .address, .article, .aside, .blockquote, .body, .button, .caption, .center, .dd, .details, .dialog, .dir,
            .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .frameset, .h1, .h2, .h3, .h4, .h5, .h6,
            .header, .hgroup, .hr, .html, .legend, .li, .listing, .main, .menu, .nav, .ol, .optgroup, .option, .p,
            .plaintext, .pre, .search, .section, .select, .summary, .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul,
            .xmp:
            return true
        default: return false
        }
    }

    /// Whether the element has no content.
    var isVoid: Bool {
        switch self {
        case .area, .base, .basefont, .bgsound, .br, .col, .embed, .frame, .hr, .img, .input, .keygen, .link, .meta,
            .param, .source, .track, .wbr:
            return true
        default: return false
        }
    }

    /// Whether everything up to the end tag is not markup.
    var isRawText: Bool {
        switch self {
        case .iframe, .noembed, .noframes, .noscript, .script, .style, .textarea, .title, .xmp: return true
        default: return false
        }
    }

    /// Whether nothing inside is words on the page.
    var isUnseen: Bool {
        switch self {
        case .iframe, .noembed, .noframes, .noscript, .script, .style, .template, .textarea, .title, .desc, .metadata:
            return true
        default: return false
        }
    }

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

    /// What the standard calls formatting: reopened behind a paragraph that ends without it.
    var isFormatting: Bool {
        switch self {
        case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u: return true
        default: return false
        }
    }

    /// What the standard calls special: it stops the search for what an end tag ends.
    var isSpecial: Bool {
        switch self {
        case .address, .applet, .area, .article, .aside, .base, .basefont, .bgsound, .blockquote, .body, .br, .button,
            .caption, .center, .col, .colgroup, .dd, .details, .dir, .div, .dl, .dt, .embed, .fieldset, .figcaption,
            .figure, .footer, .form, .frame, .frameset, .h1, .h2, .h3, .h4, .h5, .h6, .head, .header, .hgroup, .hr,
            .html, .iframe, .img, .input, .keygen, .li, .link, .listing, .main, .marquee, .menu, .meta, .nav, .noembed,
            .noframes, .noscript, .object, .ol, .p, .param, .plaintext, .pre, .script, .search, .section, .select,
            .source, .style, .summary, .table, .tbody, .td, .template, .textarea, .tfoot, .th, .thead, .title, .tr,
            .track, .ul, .wbr, .xmp:
            return true
        default: return false
        }
    }

    /// Start tags that end a paragraph and then stand for themselves.
    var closesParagraph: Bool {
        switch self {
        case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .fieldset,
            .figcaption, .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .p, .search, .section, .summary,
            .ul:
            return true
        default: return false
        }
    }

    /// Elements whose end tag may be missing.
    var isImplied: Bool {
        switch self {
        case .dd, .dt, .li, .optgroup, .option, .p, .rb, .rp, .rt, .rtc: return true
        default: return false
        }
    }

    /// Elements of HTML that end an svg or math element left open.
    var breaksOut: Bool {
        switch self {
        case .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1, .h2, .h3, .h4,
            .h5, .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p, .pre, .ruby, .s, .small, .span,
            .strong, .strike, .sub, .sup, .table, .tt, .u, .ul, .var:
            return true
        default: return false
        }
    }
}
