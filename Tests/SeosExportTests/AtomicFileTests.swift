import Foundation
import SeosExport
import SeosModel
import Testing

@Suite struct AtomicFileTests {
    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("seos-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func names(_ folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test func keepsTheOldFileUntilTheNewOneIsComplete() throws {
        try withFolder { folder in
            let place = folder.appendingPathComponent("a.txt")
            try Data("old".utf8).write(to: place)
            let file = try AtomicFile(path: place.path)
            try file.write(Array("new".utf8))
            #expect(try String(contentsOf: place, encoding: .utf8) == "old")
            try file.commit()
            #expect(try String(contentsOf: place, encoding: .utf8) == "new")
            #expect(try names(folder) == ["a.txt"])
        }
    }

    @Test func leavesNothingBehindWhenGivenUp() throws {
        try withFolder { folder in
            do {
                let file = try AtomicFile(path: folder.appendingPathComponent("a.txt").path)
                try file.write([1, 2, 3])
            }
            #expect(try names(folder) == [])
        }
    }

    @Test func followsASymbolicLinkAndKeepsTheMode() throws {
        try withFolder { folder in
            let real = folder.appendingPathComponent("real.txt")
            let link = folder.appendingPathComponent("link.txt")
            try Data("old".utf8).write(to: real)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: real.path)
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: real)
            let file = try AtomicFile(path: link.path)
            try file.write(Array("new".utf8))
            try file.commit()
            #expect(try String(contentsOf: real, encoding: .utf8) == "new")
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == real.path)
            let mode = try FileManager.default.attributesOfItem(atPath: real.path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }

    @Test func writesToADeviceDirectly() throws {
        let file = try AtomicFile(path: "/dev/null")
        try file.write([1])
        try file.commit()
        let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
        #expect(type == .typeCharacterSpecial)
    }

    @Test func saysWhyAFileCannotBeWritten() throws {
        try withFolder { folder in
            #expect(throws: ExportError.cannotWrite(path: folder.path, reason: "Is a directory")) {
                try AtomicFile(path: folder.path)
            }
            let nowhere = folder.appendingPathComponent("no/such/a.txt").path
            #expect(throws: ExportError.cannotWrite(path: nowhere, reason: "No such file or directory")) {
                try AtomicFile(path: nowhere)
            }
        }
    }

    @Test func replacesAFolderOfTablesAndTakesAwayWhatIsStale() throws {
        try withFolder { folder in
            let place = folder.appendingPathComponent("tables")
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            for name in ["nodes_Gone.csv", "notes.txt"] {
                try Data("x".utf8).write(to: place.appendingPathComponent(name))
            }
            let summary = try GraphExporters.write(AwkwardGraph.graph, with: CSVExporter(), toPath: place.path)
            #expect(try names(place) == (summary.files + ["notes.txt"]).sorted())
        }
    }

    @Test func leavesTheFolderAsItWasWhenTheGraphIsBroken() throws {
        try withFolder { folder in
            try Data("x".utf8).write(to: folder.appendingPathComponent("nodes_Old.csv"))
            var graph = AwkwardGraph.graph
            graph.relationships.append(.init(id: 99, type: "A", source: 1, target: 2, properties: []))
            #expect(throws: ExportError.self) {
                try GraphExporters.write(graph, with: CSVExporter(), toPath: folder.path)
            }
            #expect(try names(folder) == ["nodes_Old.csv"])
        }
    }

    @Test func tellsAClosedPipeFromAnError() throws {
        signal(SIGPIPE, SIG_IGN)
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        close(ends[0])
        let sink = DescriptorSink(descriptor: ends[1], format: "gexf")
        #expect(throws: ExportError.closedPipe) { try sink.write([1, 2, 3]) }
        close(ends[1])
        #expect(throws: ExportError.needsFolder(format: "csv")) {
            try CSVExporter().write(
                AwkwardGraph.graph, to: DescriptorSink(descriptor: 1, format: "csv"), options: ExportOptions())
        }
    }
}
