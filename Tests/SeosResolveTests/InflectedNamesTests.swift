import Foundation
import SeosResolve
import Testing

/// Names in the cases of sentences, `corpus/cases/inflected-names.tsv`: each is found again, and no other one.
@Suite struct InflectedNamesTests {
    private static let rows: [(language: String, base: String, inflected: String)] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("corpus/cases/inflected-names.tsv")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
            let fields = line.split(separator: "\t").map(String.init)
            return fields.count == 3 ? (fields[0], fields[1], fields[2]) : nil
        }
    }()

    @Test func inflectedNamesAreFound() {
        #expect(Self.rows.count >= 100)
        var matcher = NameMatcher()
        var missed: [String] = []
        for row in Self.rows {
            let a = matcher.signature(of: row.base, language: row.language)
            let b = matcher.signature(of: row.inflected, language: row.language)
            if !matcher.match(a, b).isSame { missed.append("\(row.base) / \(row.inflected)") }
        }
        #expect(missed.count * 50 <= Self.rows.count, "recall below .98: \(missed)")
    }

    @Test func otherBodiesOfTheLanguageAreNot() {
        var matcher = NameMatcher()
        var wrong: [String] = []
        var pairs = 0
        for (n, row) in Self.rows.enumerated() {
            for other in Self.rows.dropFirst(n + 1) where other.language == row.language {
                pairs += 1
                let a = matcher.signature(of: row.base, language: row.language)
                let b = matcher.signature(of: other.inflected, language: row.language)
                if matcher.match(a, b).isSame { wrong.append("\(row.base) / \(other.inflected)") }
            }
        }
        #expect(pairs > 200)
        #expect(wrong.count * 100 <= pairs, "more than one in a hundred: \(wrong)")
    }
}
