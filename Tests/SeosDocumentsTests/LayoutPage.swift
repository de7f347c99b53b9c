import Testing

/// The ways in which sites lay a project page out. Each puts the same words into other markup.
enum LayoutPage: String, CaseIterable, CustomTestStringConvertible {
    case article, boxes, details, accordion, collapse, tabs, factBox, definitions, fields, layoutTable, builder

    var testDescription: String { rawValue }

    func html(_ t: LayoutText) -> String {
        self == .layoutTable ? table(t) : frame(t, body(t))
    }

    private func paragraphs(_ t: LayoutText) -> String { t.all("text").map { "<p>\($0[0])</p>\n" }.joined() }

    private func list(_ t: LayoutText, _ key: String) -> String {
        "<ul>" + t.all(key).map { "<li>\($0[0])</li>" }.joined() + "</ul>\n"
    }

    private func grid(_ t: LayoutText) -> String {
        let rows = t.all("row").enumerated().map { n, cells in
            "<tr>" + cells.map { n == 0 ? "<th>\($0)</th>" : "<td>\($0)</td>" }.joined() + "</tr>\n"
        }
        return "<table>" + rows.joined() + "</table>\n"
    }

    private func facts(_ t: LayoutText) -> String {
        switch self {
        case .definitions, .factBox, .tabs:
            return "<dl>" + t.all("fact").map { "<dt>\($0[0])</dt><dd>\($0[1])</dd>" }.joined() + "</dl>\n"
        case .fields:
            return t.all("fact").map {
                "<div class=\"field field--name-x field--label-above\"><div class=\"field__label\">\($0[0])</div>"
                    + "<div class=\"field__item\">\($0[1])</div></div>\n"
            }.joined()
        case .article, .details:
            return "<table>" + t.all("fact").map { "<tr><td>\($0[0])</td><td>\($0[1])</td></tr>" }.joined()
                + "</table>\n"
        case .collapse:
            return t.all("fact").map { "<p><strong>\($0[0]):</strong> \($0[1])</p>\n" }.joined()
        default: return t.all("fact").map { "<div><span>\($0[0])</span><br>\($0[1])</div>\n" }.joined()
        }
    }

    /// Heading and content of the parts that a site may fold.
    private func parts(_ t: LayoutText) -> [(title: String, html: String)] {
        [
            (t.one("facts"), facts(t)), (t.one("partners"), list(t, "item")), (t.one("budget"), grid(t)),
            (t.one("goals"), list(t, "goal")), (t.one("contact"), "<p>\(t.one("person"))</p>"),
        ]
    }

    private func body(_ t: LayoutText) -> String {
        let intro = "<h1>\(t.one("title"))</h1>\n<p>\(t.one("lead"))</p>\n" + paragraphs(t)
        let parts = self.parts(t)
        switch self {
        case .details:
            return intro + parts.map { "<details><summary>\($0.title)</summary>\($0.html)</details>\n" }.joined()
        case .accordion:
            return intro
                + parts.enumerated().map { n, part in
                    """
                    <h3 class="accordion-header"><button class="accordion-button collapsed" type="button"
                    aria-expanded="false" aria-controls="part\(n)">\(part.title)</button></h3>
                    <div id="part\(n)" class="accordion-collapse collapse" hidden><div class="accordion-body">\(part.html)
                    </div></div>

                    """
                }.joined()
        case .collapse:
            return intro
                + parts.enumerated().map { n, part in
                    """
                    <div class="panel"><h4><a data-toggle="collapse" href="#fold\(n)">\(part.title)</a></h4>
                    <div id="fold\(n)" style="display: none">\(part.html)</div></div>

                    """
                }.joined()
        case .tabs:
            let names = parts.enumerated().map { "<li><a role=\"tab\" href=\"#tab\($0)\">\($1.title)</a></li>" }
            return intro + "<ul role=\"tablist\">" + names.joined() + "</ul>\n"
                + parts.enumerated().map { n, part in
                    "<div role=\"tabpanel\" id=\"tab\(n)\" class=\"tab-pane\"\(n == 0 ? "" : " aria-hidden=\"true\" hidden")>\(part.html)</div>\n"
                }.joined()
        case .factBox:
            return "<div class=\"columns\"><div class=\"text\">" + intro
                + parts.dropFirst().map { "<h2>\($0.title)</h2>\($0.html)" }.joined()
                + "</div><aside class=\"project-facts\"><h2>\(parts[0].title)</h2>\(parts[0].html)</aside></div>"
        case .builder:
            return "<div class=\"elementor-section\"><div class=\"elementor-widget elementor-widget-heading\"><h1>"
                + "\(t.one("title"))</h1></div><div class=\"elementor-widget elementor-widget-text\"><p>\(t.one("lead"))</p>"
                + "\(paragraphs(t))</div>"
                + parts.map {
                    "<div class=\"elementor-widget-wrap\"><div class=\"elementor-widget\"><h2>\($0.title)</h2></div>"
                        + "<div class=\"elementor-widget\">\($0.html)</div></div>\n"
                }.joined() + "</div>"
        default:
            return intro + parts.map { "<h2>\($0.title)</h2>\n\($0.html)" }.joined()
        }
    }

    /// Menu, cookie notice, teasers and footer as such a site has them.
    private func frame(_ t: LayoutText, _ body: String) -> String {
        let menu = t.all("menu").first ?? []
        let related = t.all("related").first ?? []
        let cookie = t.all("cookie").first ?? []
        let links = menu.map { "<li><a href=\"/x\">\($0)</a></li>" }.joined()
        let teasers = related.dropFirst().map { "<li><a href=\"/y\">\($0)</a></li>" }.joined()
        let inner: String
        switch self {
        case .boxes, .builder: inner = "<div id=\"wrap\"><div class=\"box\">\(body)</div></div>"
        case .article: inner = "<main><article>\(body)</article></main>"
        default: inner = "<main id=\"main\">\(body)</main>"
        }
        let buttons = cookie.dropFirst().map { "<button>\($0)</button>" }.joined()
        return """
            <!doctype html>
            <html lang="\(t.language)"><head><meta charset="utf-8"><title>\(t.one("title")) – \(menu.first ?? "")</title></head>
            <body>
            <div class="cookie-notice"><p>\(cookie.first ?? "")</p>\(buttons)</div>
            <header><nav><ul>\(links)</ul></nav></header>
            \(inner)
            <div class="related-posts"><h3>\(related.first ?? "")</h3><ul>\(teasers)</ul></div>
            <footer><p>\(t.one("footer"))</p><ul>\(links)</ul></footer>
            </body></html>
            """
    }

    /// A page whose frame is a table, as sites were made twenty years ago.
    private func table(_ t: LayoutText) -> String {
        let menu = (t.all("menu").first ?? []).map { "<a href=\"/x\">\($0)</a><br>" }.joined()
        return """
            <html><head><meta charset="utf-8"><title>\(t.one("title"))</title></head><body>
            <table width="900"><tr><td colspan="2"><img src="logo.gif"></td></tr>
            <tr><td width="160" class="menu">\(menu)</td>
            <td><h1>\(t.one("title"))</h1><p>\(t.one("lead"))</p>\(paragraphs(t))
            \(parts(t).map { "<h2>\($0.title)</h2>\($0.html)" }.joined())</td></tr>
            <tr><td colspan="2" class="footer">\(t.one("footer"))</td></tr></table></body></html>
            """
    }
}
