import SeosDocuments
import SeosModel
import Testing

/// What a page hides until a click, and what it never shows.
@Suite struct HTMLFoldTests {
    private let budget = "The budget of the whole project is 1 250 000 euro, of which the fund pays a good part."
    private let lead = "The lead partner is the City of Example, the other partners are listed on the next page."

    private func page(_ body: String) -> Document {
        read("<!doctype html><title>t</title><main><h1>Project</h1><p>\(lead)</p>\(body)</main>")
    }

    @Test func readsPanelsThatButtonsOpen() {
        let document = page(
            """
            <h3><button aria-expanded="false" data-bs-target="#a">Budget</button></h3>
            <div id="a" class="collapse" style="display:none"><p>\(budget)</p></div>
            """)
        #expect(content(document).suffix(2) == ["Budget", budget])
    }

    @Test func readsTabsAndPanelsNamedAsTargets() {
        let document = page(
            """
            <ul role="tablist"><li><a href="#one">One</a></li><li><a href="#two">Two</a></li></ul>
            <div role="tabpanel" id="one"><p>\(lead)!</p></div><div role="tabpanel" id="two" hidden><p>\(budget)</p></div>
            """)
        #expect(content(document).contains(budget))
    }

    @Test func readsDetails() {
        let document = page("<details><summary>Budget</summary><p>\(budget)</p></details>")
        #expect(content(document).suffix(2) == ["Budget", budget])
    }

    @Test func leavesOutWhatNoClickOpens() {
        let document = page(
            "<p>\(lead)?</p><div style='display: none'><p>\(budget)</p></div><template><p>\(budget)</p></template>")
        #expect(!content(document).contains(budget))
        #expect(lines(document).filter { $0 == budget }.count == 1)
    }

    @Test func takesAFieldWithAHiddenLabelForAField() {
        let document = page("<div class='field field--label-hidden'><p>\(budget)</p></div>")
        #expect(content(document).contains(budget))
    }

    @Test func keepsDatesThatStandSideBySide() {
        let document = page("<p>Start: 16. 5. 2017</p><p>End: 31. 1. 2020</p><p>\(budget)</p>")
        #expect(content(document).contains("Start: 16. 5. 2017"))
        #expect(content(document).contains("End: 31. 1. 2020"))
    }

    @Test func marksDatelinesAuthorsAndHeadlines() {
        let document = page(
            """
            <p class="date">14 May 2020, 10:22</p><p>\(budget)</p><div class="author-bio"><p>\(lead)!</p></div>
            <p><strong><a href=/x>Another project of the same region begins next year</a></strong></p><p>\(lead)?</p>
            """)
        #expect(content(document) == ["Project", lead, budget, lead + "?"])
    }

    @Test func keepsMoreOrLessByFocus() {
        var options = ReadingOptions()
        let text =
            "<main><h1>Project</h1><p>\(lead) \(lead)</p><p>\(budget) \(lead)</p></main><div><p>\(lead)! \(lead)!</p></div>"
        options.focus = 0
        let generous = content(read(text, "a.html", options)).count
        options.focus = 1
        #expect(content(read(text, "a.html", options)).count < generous)
    }
}
