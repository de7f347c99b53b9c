import Testing

@Suite struct HelpTests {
    static let commands = [
        "ingest", "import", "extract", "annotate", "query", "shell", "show", "why", "conflicts", "export", "problems",
        "check", "status",
        "clusters", "languages", "formats",
    ]

    @Test func helpNamesEveryCommandAndShowsExamples() throws {
        let answer = try Command.run(["--help"])
        #expect(answer.code == 0)
        #expect(answer.errors.isEmpty)
        for command in Self.commands { #expect(answer.output.contains("\n  \(command) ")) }
        #expect(answer.output.contains("Examples:\n  seos ingest corpus/documents"))
    }

    @Test(arguments: HelpTests.commands) func everyCommandHasHelp(command: String) throws {
        let answer = try Command.run([command, "--help"])
        #expect(answer.code == 0)
        #expect(answer.output.contains("USAGE: seos \(command)"))
        #expect(answer.errors.isEmpty)
    }

    @Test(arguments: ["ingest", "import", "extract", "annotate", "query", "shell", "show", "export"])
    func commandsThatTakeSomethingShowAnExample(command: String) throws {
        #expect(try Command.run(["help", command]).output.contains("seos \(command)"))
        #expect(try Command.run(["help", command]).output.contains("Example"))
    }

    @Test func versionIsOneLine() throws {
        let answer = try Command.run(["--version"])
        #expect(answer.code == 0)
        #expect(answer.lines.count == 1)
    }

    @Test(arguments: [
        ["nosuch"], ["--nosuch"], ["ingest"], ["ingest", "--jobs", "0", "x"], ["query"],
        ["query", "--format", "x", "y"],
        ["query", "--limit", "-1", "y"], ["extract"], ["extract", "--format", "x", "y"], ["annotate", "--kinds", "x"],
        ["export"], ["show"], ["why"],
    ])
    func wrongUsageExitsWith64(words: [String]) throws {
        let answer = try Command.run(words)
        #expect(answer.code == 64)
        #expect(answer.output.isEmpty)
        #expect(answer.errors.hasPrefix("Error: "))
    }
}
