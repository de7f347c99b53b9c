import Foundation
import SeosExtract
import SeosModel
import SeosTestSupport
import Testing

/// Confidence says how often claims are right: `Scripts/calibrate` measures it, these tests hold its order.
@Suite struct ConfidenceTests {
    private static let facts = Folders.corpus + "/gold/facts"

    /// Amounts of the documents of `corpus/gold`, with their confidence and whether the gold facts have them.
    private func judgedAmounts() throws -> [(confidence: Double, isRight: Bool)] {
        var judged: [(confidence: Double, isRight: Bool)] = []
        for name in Folders.entries(of: Self.facts) where name.hasSuffix(".json") {
            let data = Data(try #require(Folders.bytes("\(Self.facts)/\(name)")))
            let gold = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            let id = name.dropLast(5)
            guard let file = Folders.entries(of: Folders.documents).first(where: { $0.hasPrefix(id + ".") }),
                let bytes = Folders.bytes("\(Folders.documents)/\(file)"),
                let projects = gold["projects"] as? [[String: Any]]
            else { continue }
            let amounts = projects.flatMap { $0["amounts"] as? [[String: Any]] ?? [] }
            let known = Set(
                amounts.compactMap { amount -> String? in
                    guard let value = amount["value"] as? Double, let currency = amount["currency"] as? String,
                        let kind = amount["kind"] as? String
                    else { return nil }
                    return "\(value) \(currency) \(kind)"
                })
            let extraction = Analysis.extract(Analysis.document(bytes, uri: file))
            for claim in extraction.claims where claim.property == .amount && !claim.isSuperseded {
                guard let mention = claim.mention, case .money(let money) = extraction.mentions[mention].value else {
                    continue
                }
                let key = "\(money.amount.double) \(money.currency) \(claim.amountKind?.word ?? "")"
                judged.append((claim.confidence, known.contains(key)))
            }
        }
        return judged
    }

    @Test func surerAmountsAreRightMoreOften() throws {
        let judged = try judgedAmounts()
        func share(_ part: [(confidence: Double, isRight: Bool)]) -> Double {
            Double(part.filter(\.isRight).count) / Double(max(1, part.count))
        }
        let sorted = judged.sorted { $0.confidence > $1.confidence }
        #expect(sorted.count > 60)
        let third = sorted.count / 3
        let best = share(Array(sorted.prefix(third)))
        let worst = share(Array(sorted.suffix(third)))
        #expect(best >= 0.8)
        #expect(best > worst)
        // Over all not more sure than right by a tenth. Less sure is no fault: rules were measured on harder pages too.
        let mean = judged.reduce(0) { $0 + $1.confidence } / Double(judged.count)
        #expect(mean - share(judged) < 0.1)
    }

    @Test func aLabelIsSurerThanAGuess() throws {
        let labelled = Analysis.facts("Project acronym: QUIETRIVER\nTotal budget: EUR 1,240,500\n", "en")
        let told = Analysis.facts(
            """
            Project acronym: QUIETRIVER

            The project QUIETRIVER, at home in five towns and worth about EUR 1,240,500, is the work of many hands.
            """, "en")
        let label = try #require(labelled.extraction.claims.first { $0.property == .amount })
        #expect(label.confidence > 0.75)
        for guess in told.extraction.claims where guess.property == .amount {
            #expect(guess.confidence < label.confidence)
        }
        let areas = Analysis.facts("Project acronym: QUIETRIVER\nRegions: Lapland, Navarra\n", "en")
        let area = try #require(areas.extraction.claims.first { $0.property == .region })
        let mentioned = Analysis.facts(
            "Project acronym: QUIETRIVER\n\nThe project QUIETRIVER has friends from Lapland and other regions of Finland.\n",
            "en")
        for guess in mentioned.extraction.claims where guess.property == .region {
            #expect(guess.confidence < area.confidence)
        }
    }

    @Test func everyClaimHasAConfidenceBetweenNoneAndAll() throws {
        for name in Folders.entries(of: Folders.documents).prefix(12) {
            let bytes = try #require(Folders.bytes("\(Folders.documents)/\(name)"))
            for claim in Analysis.extract(Analysis.document(bytes, uri: name)).claims {
                #expect(claim.confidence > 0 && claim.confidence < 1)
            }
        }
    }

    @Test func claimsBelowAConfidenceAreLeftOut() {
        let facts = Analysis.facts("Project acronym: QUIETRIVER\nTotal budget: EUR 1,240,500\n", "en")
        let all = facts.extraction
        #expect(all.keepingClaims(from: 0).claims == all.claims)
        #expect(all.keepingClaims(from: 1).claims.isEmpty)
        for minimum in [0.5, 0.8, 0.9] {
            let kept = all.keepingClaims(from: minimum)
            #expect(kept.claims == all.claims.filter { $0.confidence >= minimum })
            #expect(kept.mentions == all.mentions)
            #expect(kept.entities == all.entities)
        }
    }
}
