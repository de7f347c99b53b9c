import Foundation
import Testing

@Suite struct ShellCommandTests {
    private func run(_ input: String, _ words: String...) throws -> Command.Answer {
        try Command.run(["shell"] + words, input: input, environment: SampleGraph.shared().environment)
    }

    @Test func aScriptIsAnsweredStatementByStatement() throws {
        let answer = try run(
            """
            // the first
            MATCH (p:Project)
            RETURN p.name AS project; RETURN 'a;b' AS x /* ; */;
            RETURN `p;q` AS y
            """, "--format", "csv")
        #expect(answer.output == "project\r\nTideLink\r\nx\r\na;b\r\n")
        #expect(answer.code == 1)
        #expect(answer.errors.contains("error[query.unknown-variable]"))
    }

    @Test func whatIsSetHolds() throws {
        let answer = try run(
            """
            :format jsonl
            :param least=1
            :param name='Tide Link'
            :param
            RETURN $least + 1 AS n, $name AS name;
            :param name=
            RETURN $name AS name;
            :limit 1
            UNWIND [1, 2] AS x RETURN x;
            :limit
            UNWIND [1, 2] AS x RETURN x;
            :quit
            RETURN 'never' AS x;
            """)
        #expect(
            answer.lines == [
                "least = 1", #"name = "Tide Link""#, #"{"n":2,"name":"Tide Link"}"#, #"{"x":1}"#, #"{"x":1}"#,
                #"{"x":2}"#,
            ])
        #expect(answer.errors.contains("error[query.parameter-missing]"))
        #expect(answer.errors.contains("the limit of 1 cut them"))
    }

    @Test func savedQueriesPlansAndHelp() throws {
        let answer = try run(
            """
            :help
            @projects-of name='Kihelgu Harbour Society'
            :explain MATCH (p:Project)
              RETURN p.name;
            :profile MATCH (p:Project) RETURN p.name;
            """)
        #expect(answer.code == 0)
        #expect(answer.output.contains("@name key=value"))
        #expect(answer.output.contains("TideLink"))
        #expect(answer.output.contains("SELECT"))
        #expect(answer.output.contains("1. 1 rows"))
        #expect(answer.errors.isEmpty)
    }

    @Test func mistakesAreToldAndTheShellGoesOn() throws {
        let answer = try run(
            ":fromat csv\n:format xml\n:limit -1\n:timeout x\n:param x\n@nobody\nRETURN 1 +;\nRETURN 2 AS two;\n",
            "--format", "csv")
        #expect(answer.code == 1)
        #expect(answer.output == "two\r\n2\r\n")
        for code in [
            "shell.unknown-command", "shell.unknown-format", "shell.limit", "shell.timeout", "shell.param",
            "query.unknown-name", "query.syntax",
        ] { #expect(answer.errors.contains("error[\(code)]"), "\(code)") }
    }

    @Test func emptyInputIsNoError() throws {
        let answer = try run("\n  \n;;\n// nothing\n")
        #expect(answer.code == 0)
        #expect(answer.output.isEmpty && answer.errors.isEmpty)
        #expect(try Command.run(["shell", "--db", "/nowhere/x.sqlite"]).code == 66)
        #expect(try run("", "--format", "xml").code == 64)
    }

    /// Ctrl-C stops the query at once.
    @Test func anInterruptStopsTheRunningQuery() throws {
        let scratch = try Scratch()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Command.executable)
        process.arguments = ["shell"]
        process.environment = try SampleGraph.shared().environment
        let query =
            "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a = -b RETURN count(*);\n"
        process.standardInput = try FileHandle(forReadingFrom: scratch.write("in", query))
        process.standardOutput = try FileHandle(forWritingTo: scratch.write("out", ""))
        process.standardError = try FileHandle(forWritingTo: scratch.write("err", ""))
        try process.run()
        Thread.sleep(forTimeInterval: 0.7)
        let start = ContinuousClock.now
        process.interrupt()
        process.waitUntilExit()
        #expect(ContinuousClock.now - start < .milliseconds(1500), "0.2 s on a machine that does nothing else")
        #expect(process.terminationStatus == 130)
        #expect(try scratch.read("err").contains("error[query.cancelled]"))
    }
}
