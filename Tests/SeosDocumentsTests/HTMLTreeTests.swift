import Testing

@testable import SeosDocuments

/// The tree builder against what the HTML standard says of hard cases: the text below the elements, in order.
@Suite struct HTMLTreeTests {
    private func tree(_ page: String) -> HTMLTree {
        HTMLTree(Array(page.utf8), limits: ReadingLimits(), isXML: false)
    }

    /// Tags in brackets around their text, supplied ones included.
    private func shape(_ page: String) -> String {
        let tree = tree("<!doctype html>" + page)
        var out = ""
        var open: [(end: Int, tag: HTMLTag)] = []
        func close(upTo i: Int) {
            while let last = open.last, last.end <= i {
                out += ")"
                open.removeLast()
            }
        }
        for (i, node) in tree.nodes.enumerated() {
            close(upTo: i)
            if node.tag == .text {
                out += String(decoding: tree.text[Int(node.text.lowerBound)..<Int(node.text.upperBound)], as: UTF8.self)
            } else if node.tag != .html, node.tag != .head, node.tag != .body {
                out += "\(node.tag)("
                open.append((Int(node.end), node.tag))
            }
        }
        close(upTo: .max)
        return out
    }

    @Test(arguments: [
        ("<p>a<p>b", "p(a)p(b)"),
        ("<p>a<div>b</div>c", "p(a)div(b)c"),
        ("<b>a<p>b</b>c", "b(a)p(b(b)c)"),
        ("<p>1<b>2<i>3</b>4</i>5</p>", "p(1b(2i(3))i(4)5)"),
        ("<a>1<p>2<a>3", "a(1)p(a(2)a(3))"),
        ("<table>x<tr><td>a</table>b", "xtable(tbody(tr(td(a))))b"),
        ("<table><b>x<tr>y", "b(x)b(y)table(tbody(tr()))"),
        ("<ul><li>a<li>b<ul><li>c</ul><li>d", "ul(li(a)li(bul(li(c)))li(d))"),
        ("<dl><dt>a<dd>b<dd>c", "dl(dt(a)dd(b)dd(c))"),
        ("x</p>y", "xp()y"),
        ("a</br>b", "abr()b"),
        ("<h1>a<h2>b", "h1(a)h2(b)"),
        ("<select><option>a<option>b<p>c</select>d", "select(option(a)option(bc))d"),
        ("<svg><p>a</svg>b", "svg()p(ab)"),
        ("<svg><foreignObject><div>a</div></foreignObject>b</svg>c", "svg(foreignObject(div(a))b)c"),
        ("<math><mi>a<p>b</p></mi></math>", "math(mi(ap(b)))"),
        ("<image>", "img()"),
        ("<button>a<button>b", "button(a)button(b)"),
        ("<form>a<form>b</form>c", "form(ab)c"),
        ("<nobr>a<nobr>b", "nobr(a)nobr(b)"),
        ("<ruby>a<rt>b<rp>c</ruby>", "ruby(art(b)rp(c))"),
    ])
    func buildsWhatTheStandardSays(_ page: String, _ expected: String) {
        #expect(shape(page) == expected)
    }

    @Test(arguments: [
        ("<script>a<b></script>x", "x"), ("<style>p</style>x", "x"), ("<template><p>a</template>x", "x"),
        ("<noscript>a</noscript>x", "x"), ("<textarea>a</textarea>x", "x"), ("<svg><title>a</title></svg>x", "x"),
        ("<script><!--<script></script>a--></script>x", "x"), ("x<!-- a --!>y", "xy"), ("x<!-->y", "xy"),
        ("x<?php a ?>y", "xy"), ("x</>y", "xy"), ("x</ a>y", "xy"), ("x<a", "x"), ("x<3", "x<3"), ("x<", "x<"),
        ("<frameset><frame>a</frameset>b", ""), ("<svg><![CDATA[a<b]]></svg>", "a<b"), ("<![CDATA[a]]>x", "x"),
        ("a\u{0}b", "ab"), ("<title>a", ""), ("<xmp>a<b></xmp>", "a<b>"), ("<plaintext>a</plaintext>", "a</plaintext>"),
    ])
    func showsWhatBrowsersShow(_ page: String, _ expected: String) {
        #expect(String(decoding: tree(page).text(below: 0), as: UTF8.self) == expected)
    }

    @Test func opensNoMoreThanTheDepthAllows() {
        var limits = ReadingLimits()
        limits.depth = 20
        let page = String(repeating: "<div>", count: 200) + "x" + String(repeating: "</div>", count: 200) + "<p>y</p>"
        let tree = HTMLTree(Array(page.utf8), limits: limits, isXML: false)
        #expect(tree.depth > 190)
        #expect(String(decoding: tree.text(below: 0), as: UTF8.self) == "xy")
        let paragraph = tree.nodes.first { $0.tag == .p }
        #expect(paragraph.map { tree.nodes[Int($0.parent)].tag } == .body)
    }
}
