import ArgumentParser
import Foundation
import SeosExport
import SeosLanguages
import SeosModel
import SeosPipeline
import SeosStore

struct ConflictsCommand: SeosCommand {
    static let configuration = CommandConfiguration(
        commandName: "conflicts", abstract: "What sources disagree on, side by side with their words.",
        discussion: """
            One question, two or more documents, no answer in common: totals, first and last days, lead partners.

            Example:
              seos conflicts --json
            """)

    @OptionGroup var database: DatabaseOptions
    var wantsJSON: Bool { database.json }

    func execute() throws {
        let conflicts = try database.open().conflicts()
        let output = Output()
        for c in conflicts {
            var what = c.property.word
            if let kind = c.amountKind { what += " (\(kind.word)" + (c.ownerName.map { " of \($0)" } ?? "") + ")" }
            if database.json {
                output.line(
                    .object([
                        "project": .string(c.projectName), "project_id": .integer(c.projectID),
                        "property": .string(c.property.word),
                        "kind": .optional(c.amountKind?.word), "of": .optional(c.ownerName),
                        "values": .array(
                            c.values.map {
                                .object(["value": .string($0.text), "claims": .array($0.claims.map(Show.json))])
                            }),
                    ]))
                continue
            }
            output.line(Talk.safe("\(c.projectName): \(what)"))
            for value in c.values {
                output.line(Talk.safe("  \(value.text)"))
                for claim in value.claims {
                    output.line(
                        Talk.safe(
                            "      “\(Show.shortened(claim.quote))”  \(claim.uri) (\(claim.language))  [\(claim.id)]"))
                }
            }
        }
        output.flush()
        if conflicts.isEmpty, !database.quiet, !database.json { Talk.say("No two sources disagree.") }
    }
}

struct ProblemsCommand: SeosCommand {
    static let configuration = CommandConfiguration(
        commandName: "problems", abstract: "What went wrong with documents, and what was kept.",
        discussion: """
            Example:
              seos problems --all
            """)

    @Flag(help: "Notes too, such as repairs that changed nothing a reader would miss.") var all = false
    @OptionGroup var database: DatabaseOptions
    var wantsJSON: Bool { database.json }

    func execute() throws {
        let problems = try database.open().problems().filter { all || $0.problem.severity > .note }
        let output = Output()
        for row in problems {
            if database.json {
                output.line(
                    .object([
                        "uri": .string(row.uri), "code": .string(row.problem.code),
                        "severity": .string(String(describing: row.problem.severity)),
                        "message": .string(row.problem.message),
                        "start": row.codePoints.map { .integer(Int64($0.lowerBound)) } ?? .null,
                        "end": row.codePoints.map { .integer(Int64($0.upperBound)) } ?? .null,
                        "time": .string(row.time),
                    ]))
            } else {
                let place = row.codePoints.map { ":\($0.lowerBound)" } ?? ""
                output.line(
                    Talk.safe(
                        "\(row.uri)\(place): \(row.problem.severity): \(row.problem.message)  [\(row.problem.code)]"))
            }
        }
        output.flush()
        if problems.isEmpty, !database.quiet, !database.json { Talk.say("No problems.") }
    }
}

struct CheckCommand: SeosCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Integrity of the database: pages, keys, quotes, edges.",
        discussion: """
            Exit code 1 when something is wrong.

            Example:
              seos check --db graph/seos.sqlite
            """)

    @OptionGroup var database: DatabaseOptions
    var wantsJSON: Bool { database.json }

    func execute() throws {
        let issues = try database.open().integrityCheck()
        let output = Output()
        for issue in issues {
            if database.json {
                output.line(.object(["code": .string(issue.code), "message": .string(issue.message)]))
            } else {
                output.line(Talk.safe("\(issue.code): \(issue.message)"))
            }
        }
        output.flush()
        if !issues.isEmpty { throw ExitCode(1) }
        if !database.quiet, !database.json { Talk.say("The database is whole.") }
    }
}

struct StatusCommand: SeosCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "What the database holds.",
        discussion: """
            Example:
              seos status --json
            """)

    @OptionGroup var database: DatabaseOptions
    var wantsJSON: Bool { database.json }

    func execute() throws {
        let s = try database.open().status()
        let output = Output()
        let totals: [(String, Int)] = [
            ("documents", s.documents), ("earlier_versions", s.earlierVersions), ("failed_inputs", s.failedInputs),
            ("mentions", s.mentions), ("claims", s.claims),
            ("retired_claims", s.retiredClaims), ("decisions", s.decisions), ("undone_decisions", s.undoneDecisions),
            ("bytes", s.fileSize), ("schema", s.schemaVersion),
        ]
        let groups = [
            ("languages", s.languages), ("entities", s.entities), ("relationships", s.relationships),
            ("problems", s.problems),
        ]
        if database.json {
            var members = totals.map { JSONValue.Member($0.0, .integer(Int64($0.1))) }
            members.append(.init("resolved", .bool(s.isResolved)))
            for (name, counts) in groups {
                members.append(.init(name, .object(counts.map { .init($0.name, .integer(Int64($0.count))) })))
            }
            output.line(.object(members))
            return
        }
        for (name, count) in totals where count > 0 {
            output.line("\(name.replacingOccurrences(of: "_", with: " ")): \(count)")
        }
        for (name, counts) in groups {
            let list = counts.filter { $0.count > 0 }.map { "\($0.name) \($0.count)" }
            if !list.isEmpty { output.line("\(name): " + list.joined(separator: ", ")) }
        }
        if !s.isResolved { output.line("not resolved since the last change; 'seos ingest' goes on") }
    }
}

struct ClustersCommand: SeosCommand {
    static let configuration = CommandConfiguration(
        commandName: "clusters", abstract: "Entities with all their mentions, one JSON object a line.",
        discussion: """
            Example:
              seos clusters > clusters.jsonl
            """)

    @OptionGroup var database: DatabaseOptions
    var wantsJSON: Bool { true }

    func execute() throws {
        let output = Output()
        try database.open().clusters { cluster in
            output.line(
                .object([
                    "entity_id": .integer(cluster.entityID), "kind": .string(cluster.kind.word),
                    "name": .string(cluster.name),
                    "mentions": .array(
                        cluster.mentions.map {
                            .object([
                                "doc": .string(Inputs.doc(of: $0.uri)), "as_written": .string($0.quote),
                                "start": .integer(Int64($0.start)), "end": .integer(Int64($0.end)),
                            ])
                        }),
                ]))
        }
    }
}

struct LanguagesCommand: SeosCommand {
    static let configuration = CommandConfiguration(
        commandName: "languages",
        abstract: "The languages that are read: the size of their packs, and how well values are read.",
        discussion: """
            F1 of amounts and of dates and periods, measured on lines of project pages (corpus/cases).

            Example:
              seos languages --json
            """)

    @Flag(name: .long, help: "JSON.") var json = false
    var wantsJSON: Bool { json }

    func execute() throws {
        let output = Output()
        for tag in Languages.supported {
            let pack = LanguagePack(language: Languages.packTag(tag))
            let name = Locale(identifier: "en").localizedString(forLanguageCode: tag) ?? tag
            let scores = LanguageScores.of(tag)
            if json {
                output.line(
                    .object([
                        "tag": .string(tag), "name": .string(name), "rules": .integer(Int64(pack.rules.count)),
                        "endings": .integer(Int64(pack.endings.count)),
                        "money_f1": scores.map { .double($0.money) } ?? .null,
                        "dates_f1": scores.map { .double($0.dates) } ?? .null,
                    ]))
            } else {
                output.line(
                    "\(tag)  \(name.padding(toLength: 18, withPad: " ", startingAt: 0)) \(pack.rules.count) rules, \(pack.endings.count) endings"
                        + (scores.map { "; F1 of money \(Self.shown($0.money)), of dates \(Self.shown($0.dates))" }
                            ?? "")
                )
            }
        }
    }
}

extension LanguagesCommand {
    /// Two decimals.
    private static func shown(_ f1: Double) -> String { String(format: "%.2f", f1) }
}

struct FormatsCommand: SeosCommand {
    static let configuration = CommandConfiguration(
        commandName: "formats", abstract: "What is read and what is written.",
        discussion: """
            Example:
              seos formats
            """)

    @Flag(name: .long, help: "JSON.") var json = false
    var wantsJSON: Bool { json }

    func execute() throws {
        let output = Output()
        for reader in Formats.readers {
            if json {
                output.line(
                    .object(["reads": .string(reader.name), "endings": .array(reader.endings.map(JSONValue.string))]))
            } else {
                output.line("reads   \(reader.name): .\(reader.endings.joined(separator: " ."))")
            }
        }
        for exporter in GraphExporters.all {
            if json {
                output.line(
                    .object([
                        "writes": .string(exporter.name), "ending": .string(exporter.fileExtension),
                        "description": .string(exporter.description),
                    ]))
            } else {
                output.line("writes  \(exporter.name): \(exporter.description)")
            }
        }
    }
}
