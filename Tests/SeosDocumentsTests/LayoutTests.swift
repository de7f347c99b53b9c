import SeosDocuments
import SeosModel
import Testing

/// Project pages with folds, boxes of facts, definition lists and tables for layout: nothing lost, nothing added.
@Suite struct LayoutTests {
    /// F1 over series of four words, as measures of content count it.
    private func score(_ found: String, _ wanted: String) -> Double {
        let (found, wanted) = (shingles(found), shingles(wanted))
        var common = 0
        for (words, count) in wanted { common += min(count, found[words] ?? 0) }
        let total = found.values.reduce(0, +) + wanted.values.reduce(0, +)
        return total == 0 ? 0 : 2 * Double(common) / Double(total)
    }

    private func shingles(_ text: String) -> [[Substring]: Int] {
        let words = text.split { !$0.isLetter && !$0.isNumber }
        var counts: [[Substring]: Int] = [:]
        for i in words.indices.dropLast(3) { counts[Array(words[i..<i + 4]), default: 0] += 1 }
        return counts
    }

    @Test(arguments: LayoutPage.allCases) func readsEveryLayoutInEveryLanguage(layout: LayoutPage) {
        #expect(LayoutText.all.count >= 8)
        var scores: [Double] = []
        for text in LayoutText.all {
            let document = read(layout.html(text))
            checkInvariants(document)
            let score = score(content(document).joined(separator: "\n"), text.content(as: layout))
            #expect(score >= 0.98, "\(text.language): \(content(document))")
            scores.append(score)
        }
        let mean = scores.reduce(0, +) / Double(scores.count)
        #expect(mean >= 0.99, "\(layout.rawValue) \(mean)")
    }

    @Test(arguments: LayoutPage.allCases) func keepsLabelsWithTheirValues(layout: LayoutPage) {
        for text in LayoutText.all {
            let document = read(layout.html(text))
            let pairs = document.blocks.compactMap { block -> String? in
                guard block.isContent, let label = block.label, let value = block.value else { return nil }
                return document.text[label] + "|" + document.text[value]
            }
            // A label on a line of its own is one without markup too.
            let isLoose = [.boxes, .builder, .accordion, .layoutTable, .fields].contains(layout)
            for fact in text.all("fact") where !isLoose {
                #expect(pairs.contains(fact.joined(separator: "|")), "\(text.language): \(pairs)")
            }
            let headers = document.blocks.flatMap(\.cells).compactMap(\.header).map { document.text[$0] }
            #expect(Set(headers) == Set(text.all("row")[0]), "\(text.language)")
        }
    }
}
