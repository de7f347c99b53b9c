import GRDB
import SeosModel
import Testing

@testable import SeosStore

@Suite struct SavingTests {
    let fixture: Fixture
    let store: Store

    init() throws {
        fixture = try Fixture()
        store = try fixture.open()
    }

    private var totalChanges: Int { store.queue.unsafeReentrantRead { $0.totalChangesCount } }

    @Test func addsADocumentWithEverythingInIt() throws {
        let outcome = try store.save(Sample.document("a.txt"))
        #expect(outcome.change == .added)
        #expect(outcome.rowsWritten > 10)
        let status = try store.status()
        #expect(status.documents == 1)
        #expect(status.mentions == 5)
        #expect(status.claims == 4)
        #expect(!status.isResolved)
        #expect(status.problems.map(\.count) == [1, 0, 0])
        #expect(status.languages == [StoreStatus.Count(name: "et", count: 1)])
    }

    @Test func savingTheSameAgainWritesNothing() throws {
        try store.save(Sample.document("a.txt"))
        let before = totalChanges
        #expect(try store.save(Sample.document("a.txt")) == SaveOutcome(change: .unchanged, rowsWritten: 0))
        let batch = try store.save(
            batch: [Sample.document("a.txt")], extractorVersion: "1", time: "2030-01-01T00:00:00Z")
        #expect(try batch.map { try $0.get().change } == [.unchanged])
        #expect(totalChanges == before)
    }

    @Test func newContentKeepsTheOldTextAndRetiresItsClaims() throws {
        try store.save(Sample.document("a.txt", amount: 1000))
        let old = try #require(try currentClaims().first { $0.property == .amount })
        #expect(try store.save(Sample.document("a.txt", amount: 2000)).change == .updated)
        #expect(try store.documents().map(\.version) == [2])
        let status = try store.status()
        #expect((status.claims, status.retiredClaims, status.earlierVersions) == (4, 4, 1))
        #expect(status.mentions == 5)
        let detail = try #require(try store.claim(old.id))
        #expect(detail.claim.isRetired)
        #expect(detail.text[detail.claim.span] == "1000 eurot")
        #expect(try currentClaims().filter { $0.property == .amount }.map(\.value) == ["2000 EUR"])
        #expect(try store.integer("SELECT count(*) FROM evidence") == 2)
        #expect(try store.integrityCheck().isEmpty)
    }

    @Test func aPageThatGoesBackSaysTheSameAgain() throws {
        try store.save(Sample.document("a.txt", amount: 1000))
        let ids = try currentClaims().map(\.id)
        try store.save(Sample.document("a.txt", amount: 2000))
        try store.save(Sample.document("a.txt", amount: 1000))
        #expect(try currentClaims().map(\.id) == ids)
        #expect(try store.documents().map(\.version) == [3])
        #expect(try store.integrityCheck().isEmpty)
    }

    @Test func otherRulesReplaceWhatWasFoundAndKeepTheVersion() throws {
        try store.save(Sample.document("a.txt"))
        var item = Sample.document("a.txt")
        item.extraction.claims.removeLast()
        item.extraction.mentions.removeLast()
        #expect(try store.save(item, extractor: "2").change == .updated)
        let status = try store.status()
        #expect((status.claims, status.retiredClaims, status.earlierVersions, status.mentions) == (3, 0, 0, 4))
        #expect(try store.documents().map(\.version) == [1])
        #expect(try store.fingerprint("a.txt") == Fingerprint(hash: item.document.hash, extractor: "2"))
    }

    @Test func idsFollowFromContentAlone() throws {
        try store.save(Sample.document("a.txt", amount: 1000))
        try store.save(Sample.document("a.txt"))
        let second = try Fixture()
        defer { withExtendedLifetime(second) {} }
        let other = try second.open()
        try other.save(Sample.document("a.txt"))
        #expect(try currentClaims().map(\.id) == currentClaims(other).map(\.id))
        let mention = StableID.make("mention", "a.txt", "project", "0", "14")
        #expect(try store.integer("SELECT count(*) FROM mention WHERE id = \(mention)") == 1)
    }

    @Test func doublesInOneDocumentCountOnce() throws {
        var item = Sample.document("a.txt")
        item.extraction.mentions.append(item.extraction.mentions[1])
        item.extraction.claims.append(item.extraction.claims[0])
        item.extraction.claims.append(item.extraction.claims[0])
        #expect(try store.save(item).change == .added)
        #expect(try store.status().mentions == 5)
        #expect(try store.status().claims == 4)
    }

    @Test func twoSharesInTheSameWordsAreTwoClaims() throws {
        var item = Sample.document("a.txt")
        for owner in [1, 2] {
            var share = item.extraction.claims[2]
            share.owner = owner
            share.amountKind = .partnerShare
            item.extraction.claims.append(share)
        }
        try store.save(item)
        #expect(try currentClaims().compactMap(\.owner).sorted() == [1, 2])
    }

    @Test func whatDoesNotHoldTogetherIsLeftOutAndTold() throws {
        var item = Sample.document("a.txt")
        item.extraction.entities.append(Extraction.Entity(kind: .region, mentions: [], name: "Nowhere"))
        item.extraction.claims.append(
            Claim(subject: 3, property: .name, evidence: [SourceSpan(0, 3)], rule: "test.x"))
        item.extraction.claims.append(
            Claim(subject: 9, property: .name, evidence: [SourceSpan(0, 3)], rule: "test.x"))
        item.extraction.claims.append(
            Claim(subject: 0, property: .name, evidence: [SourceSpan(5, 5000)], rule: "test.x"))
        // Half of a character.
        let half = SourceSpan(17, 18)
        item.extraction.mentions.append(Mention(kind: .region, span: half, quote: "?", rule: "test.x"))
        try store.save(item)
        #expect(try store.status().claims == 4)
        #expect(try store.status().mentions == 5)
        #expect(try store.problems().filter { $0.problem.code == "store.left-out" }.count == 4)
        #expect(try store.integrityCheck().isEmpty)
    }

    @Test func oneBadDocumentDoesNotSpoilABatch() throws {
        let bad = Sample.document("bad.txt")
        try store.write { db in
            try db.execute(
                sql: """
                    CREATE TEMP TRIGGER bad BEFORE INSERT ON document WHEN new.uri = 'bad.txt'
                    BEGIN SELECT RAISE(ABORT, 'no'); END
                    """)
        }
        let results = try store.save(
            batch: [Sample.document("a.txt"), bad, Sample.document("c.txt")], extractorVersion: "1", time: Sample.time)
        #expect(results.map { (try? $0.get())?.change } == [.added, nil, .added])
        #expect(try store.documents().map(\.uri) == ["a.txt", "c.txt"])
    }

    @Test func aBatchIsWrittenLikeItsDocumentsOneByOne() throws {
        let batch = (0..<5).map { Sample.document("\($0).txt", amount: Int64(1000 + $0)) }
        let rows = try store.save(batch: batch, extractorVersion: "1", time: Sample.time).map {
            try $0.get().rowsWritten
        }
        let second = try Fixture()
        defer { withExtendedLifetime(second) {} }
        let other = try second.open()
        #expect(try batch.map { try other.save($0).rowsWritten } == rows)
        func content(_ store: Store) throws -> [[String]] {
            try ["mention", "local_entity", "claim", "evidence", "changed_document"].map { table in
                try store.read {
                    try Row.fetchAll($0, sql: "SELECT * FROM \(table)").map { "\($0)" }.sorted()
                }
            }
        }
        #expect(try content(store) == content(other))
    }

    @Test func theLaterOfTwoVersionsInABatchHolds() throws {
        let batch = [1000, 2000].map { Sample.document("a.txt", amount: $0) }
        let changes = try store.save(batch: batch, extractorVersion: "1", time: Sample.time).map {
            try $0.get().change
        }
        #expect(changes == [.added, .updated])
        #expect(try currentClaims().first { $0.property == .amount }?.quote == "2000 eurot")
        #expect(try store.integrityCheck().isEmpty)
    }

    @Test func failuresAreKeptUntilTheInputCanBeRead() throws {
        let failure = Problem(code: "input.too-large", severity: .failure, message: "Too large.")
        #expect(try store.recordFailure(uri: "a.txt", problems: [failure], time: Sample.time) == 1)
        #expect(try store.recordFailure(uri: "a.txt", problems: [failure], time: "later") == 0)
        #expect(try store.failedURIs() == ["a.txt"])
        #expect(try store.problems().map(\.isFailure) == [true])
        try store.save(Sample.document("a.txt"))
        #expect(try store.failedURIs().isEmpty)
        // A document that was read before, cannot be read, and then is as it was.
        try store.recordFailure(uri: "a.txt", problems: [failure], time: Sample.time)
        #expect(try store.fingerprint("a.txt") == nil)
        #expect(try store.documents().count == 1)
        #expect(try store.save(Sample.document("a.txt")) == SaveOutcome(change: .unchanged, rowsWritten: 1))
        #expect(try store.failedURIs().isEmpty)
        #expect(try store.fingerprint("a.txt") != nil)
    }

    @Test func removingForgetsEverythingButDecisions() throws {
        try store.save(Sample.document("a.txt", amount: 1))
        try store.save(Sample.document("a.txt"))
        try store.save(Sample.document("b.txt"))
        try store.addDecision(
            NewDecision(
                kind: .project, verdict: .same, left: 1, right: 2, score: 1, reason: "x", maker: NewDecision.person),
            time: Sample.time)
        #expect(try store.remove("a.txt"))
        #expect(try !store.remove("a.txt"))
        #expect(try store.documents().map(\.uri) == ["b.txt"])
        for table in ["mention", "local_entity", "claim", "problem", "document_version"] {
            let strays = "document_id <> \(StableID.make("document", "b.txt"))"
            #expect(try store.integer("SELECT count(*) FROM \(table) WHERE \(strays)") == 0)
        }
        #expect(try store.integer("SELECT count(*) FROM evidence") == 1)
        #expect(try store.decisions().count == 1)
    }

    @Test func quotesAreTheWordsOfTheirSpans() throws {
        try store.save(Sample.document("a.txt"))
        try store.claims { row in
            let detail = try #require(try? fixture.open(.readOnly).claim(row.id))
            #expect(detail.text[row.span] == row.quote)
            let points = Array(detail.text.string.unicodeScalars)[row.codePoints]
            #expect(String(String.UnicodeScalarView(points)) == row.quote)
            for evidence in detail.evidence { #expect(detail.text[evidence.span] == evidence.quote) }
        }
        try store.write { try $0.execute(sql: "UPDATE mention SET quote = 'x' WHERE kind = 'money'") }
        #expect(try store.integrityCheck().map(\.code) == ["check.quote"])
    }

    private func currentClaims(_ other: Store? = nil) throws -> [ClaimRow] {
        var rows: [ClaimRow] = []
        try (other ?? store).claims { rows.append($0) }
        return rows
    }
}
