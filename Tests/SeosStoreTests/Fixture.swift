import Foundation
import GRDB
import SeosModel

@testable import SeosStore

/// A folder of its own for each test, removed at the end.
final class Fixture {
    let folder: String
    var path: String { folder + "/graph/seos.sqlite" }

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/seos-store-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func open(_ mode: Store.Mode = .readWrite, busyTimeout: Double = 5) throws -> Store {
        try Store(path: path, mode: mode, busyTimeout: busyTimeout) { $0.lowercased() }
    }

    /// The file with its side files, as it stands now.
    func copyFiles(to other: Fixture) throws {
        let target = (other.path as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        for ending in ["", "-wal"] where FileManager.default.fileExists(atPath: path + ending) {
            try FileManager.default.copyItem(atPath: path + ending, toPath: other.path + ending)
        }
    }
}

/// Documents with two organizations, a project and an amount in each.
enum Sample {
    static let time = "2026-01-01T00:00:00Z"

    /// "Žalia upė" and "Võru linn" make byte and code point offsets differ.
    static func document(
        _ uri: String, lead: String = "Võru linn", amount: Int64 = 46388, period: String = "2023-06/2027-01",
        hash: String? = nil
    ) -> ReadDocument {
        var text = ""
        func add(_ words: String) -> SourceSpan {
            let start = text.utf8.count
            text += words
            defer { text += ". " }
            return SourceSpan(start, text.utf8.count)
        }
        let project = add("Projekt RESIST")
        let first = add(lead)
        let second = add("Žalia upė")
        let money = add("\(amount) eurot")
        let date = add(period)
        let stored = StoredText(text)
        func mention(_ kind: Mention.Kind, _ span: SourceSpan, _ value: Mention.Value? = nil) -> Mention {
            Mention(
                kind: kind, span: span, quote: stored[span], language: "et", rule: "test.\(kind.name)", value: value)
        }
        var extraction = Extraction()
        extraction.mentions = [
            mention(.project, project), mention(.organization, first), mention(.organization, second),
            mention(.money, money, .money(Money(amount: ExactDecimal(amount), currency: "EUR"))),
            mention(.date, date, ValueText.date(period).map { .date($0) }),
        ]
        extraction.entities = [
            Extraction.Entity(kind: .project, mentions: [0], name: "RESIST", aliases: ["Projekt \"RESIST\""]),
            Extraction.Entity(kind: .organization, mentions: [1], name: lead, country: "EE"),
            Extraction.Entity(kind: .organization, mentions: [2], name: "Žalia upė", organizationKind: .ngo),
        ]
        extraction.claims = [
            Claim(
                subject: 0, property: .partner, object: 1, mention: 1, role: .lead, evidence: [first, project],
                rule: "test.lead"),
            Claim(
                subject: 0, property: .partner, object: 2, mention: 2, role: .partner, evidence: [second],
                rule: "test.partner"),
            Claim(
                subject: 0, property: .amount, mention: 3, amountKind: .total, evidence: [money], rule: "test.amount"),
            Claim(subject: 0, property: .period, mention: 4, evidence: [date], rule: "test.period"),
        ]
        let document = Document(
            uri: uri, mediaType: "text/plain", hash: hash ?? "\(lead)|\(amount)|\(period)", title: "RESIST",
            language: "et", text: stored,
            problems: [Problem(code: "text.note", severity: .note, message: "A note.", span: money)])
        return ReadDocument(document: document, extraction: extraction)
    }
}

extension Store {
    @discardableResult
    func save(_ item: ReadDocument, extractor: String = "1") throws -> SaveOutcome {
        try save(
            document: item.document, extraction: item.extraction, extractorVersion: extractor, time: Sample.time)
    }

    /// Joins what has the same kind and name, as a stand-in for resolution.
    func resolveByName() throws {
        let generation = try generation()
        var graph = ResolvedGraph()
        var ids: [String: Int64] = [:]
        var entities: [String: Int64] = [:]
        try localEntities { row in
            let key = "\(row.kind.word) \(row.name)"
            if ids[key] == nil {
                let id = StableID.make(row.kind.word, row.uri, String(row.firstSpan.start), String(row.firstSpan.end))
                ids[key] = id
                let names = [LocalizedName(name: row.name, language: "et")]
                if row.kind == .project {
                    graph.projects.append(
                        ResolvedGraph.Project(id: id, name: row.name, fullName: "Upė \"x\"", names: names))
                } else {
                    graph.organizations.append(
                        ResolvedGraph.Organization(id: id, name: row.name, kind: row.organizationKind, names: names))
                }
            }
            let id = ids[key] ?? 0
            entities["\(row.documentID) \(row.local)"] = id
            graph.assignments.append(
                ResolvedGraph.Assignment(documentID: row.documentID, local: row.local, entityID: id))
        }
        var known: Set<Int64> = []
        try claims { row in
            guard let project = entities["\(row.documentID) \(row.subject)"] else { return }
            if let object = row.object, let organization = entities["\(row.documentID) \(object)"] {
                let id = StableID.make("edge", String(organization), String(project), row.role?.word ?? "")
                guard known.insert(id).inserted else { return }
                graph.partnerIn.append(
                    ResolvedGraph.RoleEdge(
                        id: id, source: organization, target: project, role: row.role ?? .partner, claims: 1,
                        sources: 1, confidence: 0.8))
            } else if row.property == .amount, let money = row.value.flatMap({ ValueText.money($0) }) {
                let id = StableID.make("amount", String(project), row.value ?? "")
                graph.valueObjects.append(ResolvedGraph.ValueObject(claimID: row.id, entityID: id))
                guard known.insert(id).inserted else { return }
                graph.amounts.append(
                    ResolvedGraph.Amount(id: id, money: money, kind: .total, asWritten: row.quote))
                graph.hasAmount.append(
                    ResolvedGraph.CountedEdge(id: id, source: project, target: id, claims: 1, sources: 1))
            }
        }
        try replaceGraph(graph, generation: generation, time: Sample.time)
    }

    func integer(_ sql: String) throws -> Int { try read { try Int.fetchOne($0, sql: sql) ?? -1 } }
}
