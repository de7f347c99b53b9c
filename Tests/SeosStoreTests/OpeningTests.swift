import Foundation
import GRDB
import SeosModel
import Testing

@testable import SeosStore

@Suite struct OpeningTests {
    let fixture: Fixture

    init() throws { fixture = try Fixture() }

    private func error(_ mode: Store.Mode = .readWrite, busyTimeout: Double = 0.05) -> StoreError? {
        do {
            _ = try fixture.open(mode, busyTimeout: busyTimeout)
            return nil
        } catch {
            return error as? StoreError
        }
    }

    private func makeFile(_ bytes: Data) throws {
        let folder = (fixture.path as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try bytes.write(to: URL(fileURLWithPath: fixture.path))
    }

    @Test func makesFolderAndFileWithItsMarks() throws {
        let store = try fixture.open()
        #expect(try store.integer("PRAGMA application_id") == 0x5365_6F73)
        #expect(try store.integer("PRAGMA user_version") == 6)
        #expect(try store.integer("PRAGMA foreign_keys") == 1)
        #expect(try store.integer("PRAGMA synchronous") == 1)
        #expect(try store.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
        #expect(try store.isResolved())
        try store.close()
        #expect(!FileManager.default.fileExists(atPath: fixture.path + "-wal"))
    }

    @Test func schemaFileIsWhatTheMigrationsMake() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../graph/schema.sql")
        let text = try String(contentsOf: file, encoding: .utf8)
        func dump(_ queue: DatabaseQueue) throws -> [String] {
            try queue.read { db in
                try String.fetchAll(
                    db,
                    sql: """
                        SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master
                        WHERE name NOT LIKE 'grdb_%' AND name NOT LIKE 'sqlite_autoindex_grdb%' ORDER BY type, name
                        """)
            }
        }
        let read = try DatabaseQueue()
        try read.write { try $0.execute(sql: text) }
        let store = try fixture.open()
        #expect(try dump(read) == dump(store.queue))
    }

    /// A graph that an older program made: what it holds stays, with the tables of this one.
    @Test func bringsAnOlderDatabaseUpToDate() throws {
        try makeFile(Data())
        let old = try DatabaseQueue(path: fixture.path)
        try old.write { db in
            try db.execute(sql: SchemaText.version1)
            try db.execute(
                sql: """
                    INSERT INTO state (name, value) VALUES ('resolved', '1'), ('generation', '0');
                    INSERT INTO project VALUES (1, 'Amber', NULL, NULL, '2021', NULL, 2021, NULL, '[]', '["en"]');
                    INSERT INTO document (id, uri, title, language, media_type, charset, hash, extractor, version, text,
                      ingested) VALUES (5, 'a.txt', 'A', 'en', 'text/plain', 'utf-8', '', '1', 1, 'See Tartu', '');
                    INSERT INTO mention VALUES
                      (6, 5, 'organization', 4, 9, 4, 9, 'Tartu', 'Tartu', 'en', 0, NULL, NULL, NULL, 'r', 1, 2);
                    INSERT INTO local_entity VALUES
                      (5, 0, 'organization', 'Tartu', NULL, NULL, '[]', NULL, NULL, NULL, NULL, NULL, 6, 2);
                    INSERT INTO organization VALUES (2, 'Tartu', NULL, 'EE', '[{"name":"Tartu","language":"et"}]');
                    INSERT INTO partner_in VALUES (2, 1, 3, 1, 2, 2, 0.9);
                    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
                    INSERT INTO grdb_migrations VALUES ('1');
                    PRAGMA application_id = 1399156595;
                    PRAGMA user_version = 1;
                    """)
        }
        try old.close()
        #expect(error(.readOnly) == .olderSchema(path: fixture.path, found: 1, supported: 6))
        let graph = try fixture.open().snapshot()
        #expect(graph.nodes.map(\.id) == [5, 2, 1])
        #expect(graph.nodes[2]["languages"] == .list([.string("en")]))
        #expect(graph.relationships.contains { $0.properties.first == .init("role", .string("lead")) })
        #expect(try fixture.open().integrityCheck().isEmpty)
        var locals: [LocalEntityRow] = []
        try fixture.open().localEntities { locals.append($0) }
        #expect(locals.map(\.firstSpan) == [SourceSpan(4, 9)])
        #expect(locals.map(\.entityID) == [2])
    }

    @Test func opensAgainWithoutWriting() throws {
        try fixture.open().close()
        let before = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
        try fixture.open().close()
        #expect(try Data(contentsOf: URL(fileURLWithPath: fixture.path)) == before)
    }

    @Test func refusesANewerSchemaAndLeavesIt() throws {
        let store = try fixture.open()
        try store.write { try $0.execute(sql: "PRAGMA user_version = 7") }
        try store.close()
        #expect(error() == .newerSchema(path: fixture.path, found: 7, supported: 6))
        #expect(error(.readOnly) == .newerSchema(path: fixture.path, found: 7, supported: 6))
    }

    @Test func refusesOtherFiles() throws {
        try makeFile(Data("a picture, or anything else that is no database at all".utf8))
        #expect(error() == .notSeos(path: fixture.path))
        try FileManager.default.removeItem(atPath: fixture.path)
        let other = try DatabaseQueue(path: fixture.path)
        try other.write { try $0.execute(sql: "CREATE TABLE recipe (id INTEGER)") }
        try other.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
        #expect(error() == .notSeos(path: fixture.path))
        #expect(try Data(contentsOf: URL(fileURLWithPath: fixture.path)) == before)
    }

    @Test func saysWhenAFileIsDamaged() throws {
        let store = try fixture.open()
        for i in 0..<40 { try store.save(Sample.document("\(i).txt")) }
        try store.close()
        var bytes = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
        bytes.removeLast(4096)
        try makeFile(bytes)
        guard case .damaged = error() else {
            Issue.record("a truncated file was opened")
            return
        }
    }

    @Test func checkFindsFlippedBytes() throws {
        let store = try fixture.open()
        for i in 0..<200 { try store.save(Sample.document("\(i).txt")) }
        #expect(try store.integrityCheck().isEmpty)
        try store.close()
        var bytes = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
        // Behind the pages that hold the schema, without which nothing opens.
        for offset in stride(from: 100 * 4096, to: bytes.count, by: 4096) { bytes[offset + 3] ^= 0xFF }
        try makeFile(bytes)
        #expect(try !fixture.open(.readOnly).integrityCheck().isEmpty)
    }

    @Test func missingFilesAndFoldersInTheWay() throws {
        #expect(error(.readOnly) == .missing(path: fixture.path))
        try FileManager.default.createDirectory(atPath: fixture.path, withIntermediateDirectories: true)
        #expect(error() == .cannotOpen(path: fixture.path, reason: "it is a folder"))
    }

    @Test func anEmptyFileIsNotReadAsAGraph() throws {
        try makeFile(Data())
        #expect(error(.readOnly) == .notSeos(path: fixture.path))
        #expect(error() == nil)
    }

    @Test func readOnlyRefusesToWrite() throws {
        try fixture.open().save(Sample.document("a.txt"))
        let store = try fixture.open(.readOnly)
        #expect(try store.documents().map(\.uri) == ["a.txt"])
        #expect(throws: StoreError.self) { try store.save(Sample.document("b.txt")) }
        #expect(try store.documents().count == 1)
    }

    @Test func aReaderSeesAConsistentGraphDuringAWrite() throws {
        let writer = try fixture.open()
        try writer.save(Sample.document("a.txt"))
        let reader = try fixture.open(.readOnly)
        try writer.write { db in
            try db.execute(sql: "DELETE FROM document")
            #expect(try reader.documents().count == 1)
            try db.execute(sql: "INSERT INTO state VALUES ('x', 'y')")
        }
        #expect(try reader.documents().isEmpty)
    }

    @Test func namesTheLockWhenBusy() throws {
        let first = try fixture.open()
        let second = try fixture.open(busyTimeout: 0.05)
        try first.write { _ in
            do {
                try second.save(Sample.document("a.txt"))
                Issue.record("two writers at once")
            } catch StoreError.busy(let path, let waited, _) {
                #expect(path == fixture.path)
                #expect(waited == 0.05)
            }
        }
        #expect(try second.save(Sample.document("a.txt")).change == .added)
        let message = StoreError.busy(path: "graph/seos.sqlite", waited: 5, holder: "process 4711 (seos)")
        #expect(message.description == "graph/seos.sqlite is locked for writing by process 4711 (seos); waited 5 s")
        #expect(message.code == "store.busy")
        #expect(message.hint == "try again when it has finished")
    }

    @Test func aKilledWriterLeavesWholeDocumentsOnly() throws {
        let store = try fixture.open()
        try store.save(Sample.document("a.txt"))
        let after = try Fixture()
        // With hardly any cache, pages of the unfinished transaction reach the log before its end.
        try store.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA cache_size = 5") }
        let before = try Data(contentsOf: URL(fileURLWithPath: fixture.path + "-wal")).count
        // The files as a kill in the middle of a transaction leaves them.
        try store.write { db in
            for i in 0..<30 {
                let item = Sample.document("b\(i).txt")
                _ = try DocumentWriter(db: db, extractorVersion: "1", time: Sample.time)
                    .save([ReadDocument(document: item.document, extraction: item.extraction)])
            }
            try fixture.copyFiles(to: after)
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: after.path + "-wal")).count > before)
        let survivor = try after.open()
        #expect(try survivor.documents().map(\.uri) == ["a.txt"])
        #expect(try survivor.integrityCheck().isEmpty)
        #expect(try survivor.save(Sample.document("b0.txt")).change == .added)
    }
}
