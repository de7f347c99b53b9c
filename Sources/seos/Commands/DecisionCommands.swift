import ArgumentParser
import Foundation
import SeosModel
import SeosPipeline
import SeosStore

/// What the commands that decide share.
private func book(_ database: DatabaseOptions, _ packs: PackOptions) throws -> (Store, DecisionBook) {
    let store = try database.openExisting()
    return (store, DecisionBook(store: store, resources: try packs.resources(), time: timestamp()))
}

/// An entity by its id or name.
private func entity(_ name: String, _ store: Store) throws -> Int64 {
    if let number = Int64(name), try store.entity(number) != nil { return number }
    guard let hit = try store.search(name: name, limit: 1).first else {
        throw UserError(
            code: "decision.not-found", message: "nothing in the graph is called '\(name)'",
            hint: "'seos show' finds names in any spelling")
    }
    return hit.id
}

struct MergeCommand: SeosCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Says that two entities are one.",
        discussion: """
            Takes names or ids. No rule overrules it; 'seos undo' takes it back.

            Example:
              seos merge "Keskkonnaamet" "Estonian Environmental Board"
            """)

    @Argument(help: "A name or an id.") var first: String
    @Argument(help: "A name or an id.") var second: String
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var packs: PackOptions
    var wantsJSON: Bool { database.json }

    func execute() throws {
        let (store, book) = try book(database, packs)
        let id = try book.merge(try entity(first, store), try entity(second, store))
        if database.json {
            Output().line(.object(["decision": .integer(id)]))
        } else if !database.quiet {
            Talk.say("They are one now. 'seos undo \(id)' takes it back.")
        }
    }
}

struct SplitCommand: SeosCommand {
    static let configuration = CommandConfiguration(
        commandName: "split", abstract: "Takes mentions out of an entity.",
        discussion: """
            Mentions are numbers, as 'seos split ENTITY' without any lists them.

            Example:
              seos split "Universität Greifswald"
            """)

    @Argument(help: "A name or an id.") var name: String
    @Argument(help: "Numbers of mentions.") var mentions: [Int64] = []
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var packs: PackOptions
    var wantsJSON: Bool { database.json }

    func execute() throws {
        let (store, book) = try book(database, packs)
        let id = try entity(name, store)
        let output = Output()
        if mentions.isEmpty {
            for mention in try store.mentions(of: id) {
                if database.json {
                    output.line(
                        .object([
                            "mention": .integer(mention.id), "uri": .string(mention.uri),
                            "quote": .string(mention.quote),
                        ]))
                } else {
                    output.line(Talk.safe("\(mention.id)  \(mention.quote)  \(mention.uri)"))
                }
            }
            return
        }
        let ids = try book.split(id, mentions: mentions)
        if database.json {
            output.line(.object(["decisions": .array(ids.map(JSONValue.integer))]))
        } else if !database.quiet {
            Talk.say(
                "They are two now. 'seos undo' with \(ids.map(String.init).joined(separator: ", ")) takes it back.")
        }
    }
}

struct UndoCommand: SeosCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Takes decisions back, any of them, a person's or a rule's.",
        discussion: """
            Of several numbers all are taken back, or none when one of them is unknown.

            Example:
              seos undo 12
            """)

    @Argument(help: "Numbers of decisions.") var numbers: [Int64]
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var packs: PackOptions
    var wantsJSON: Bool { database.json }

    func execute() throws {
        let (_, book) = try book(database, packs)
        for (number, changed) in zip(numbers, try book.undo(numbers)) {
            if database.json {
                Output().line(.object(["decision": .integer(number), "changed": .bool(changed)]))
            } else if !database.quiet {
                Talk.say(changed ? "Decision \(number) is taken back." : "Decision \(number) was taken back before.")
            }
        }
    }
}

struct DecisionsCommand: SeosCommand {
    static let configuration = CommandConfiguration(
        commandName: "decisions", abstract: "What was decided to be one thing or not, by whom and why.",
        discussion: """
            --export writes the decisions of persons as CSV, keyed to documents and names; --import reads such a file, so
            that work survives a database built anew. A file that contradicts itself is refused with the line.

            Example:
              seos decisions --export > decisions.csv
            """)

    @Flag(help: "Persons' decisions only.") var persons = false
    @Flag(help: "Write persons' decisions as CSV.") var export = false
    @Option(name: .customLong("import"), help: ArgumentHelp("Read a CSV of decisions.", valueName: "file"))
    var file: String?
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var packs: PackOptions
    var wantsJSON: Bool { database.json }

    func execute() throws {
        let output = Output()
        if let file {
            let store = try database.openExisting()
            guard let data = FileManager.default.contents(atPath: file) else {
                throw UserError(
                    code: "decision.missing", message: "there is no file '\(file)'", hint: "check the path", exit: 66)
            }
            let result = try DecisionFile.read(String(decoding: data, as: UTF8.self), into: store)
            try Ingestor(store: store, resources: try packs.resources()).follow(time: timestamp())
            if database.json {
                output.line(
                    .object(["added": .integer(Int64(result.added)), "unknown": .integer(Int64(result.unknown))]))
            } else if !database.quiet {
                Talk.say("\(result.added) decisions read, \(result.unknown) of unknown documents or names.")
            }
            return
        }
        let store = try database.open()
        if export {
            FileHandle.standardOutput.write(Data(try DecisionFile.write(store).utf8))
            return
        }
        for known in try store.decisions() where !persons || known.decision.maker == NewDecision.person {
            let d = known.decision
            if database.json {
                output.line(
                    .object([
                        "id": .integer(known.id), "kind": .string(d.kind.word), "verdict": .string(d.verdict.rawValue),
                        "left": .integer(d.left), "right": .integer(d.right), "score": .double(d.score),
                        "reason": .string(d.reason), "maker": .string(d.maker), "time": .string(known.time),
                        "undone": .bool(known.isUndone),
                    ]))
            } else {
                let mark = known.isUndone ? " (taken back)" : ""
                output.line(
                    Talk.safe("\(known.id)  \(d.kind.word) \(d.verdict.rawValue)  \(d.reason)  [\(d.maker)]\(mark)"))
            }
        }
    }
}

struct ResolveCommand: SeosCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve", abstract: "Computes anew what is one thing; --review asks about open pairs.",
        discussion: """
            --review shows pairs that rules found alike and did not dare to join, the likeliest first; the answers are kept
            as decisions, and what an answer settles is not asked again. With --json the open pairs are written as JSON
            lines and nothing is asked.

            Example:
              seos resolve --review
            """)

    @Flag(help: "Go through open pairs.") var review = false
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var packs: PackOptions
    var wantsJSON: Bool { database.json }

    func execute() throws {
        let (store, book) = try book(database, packs)
        guard review else {
            try Ingestor(store: store, resources: try packs.resources()).resolve(time: timestamp())
            if database.json {
                Output().line(.object(["resolved": .bool(true)]))
            } else if !database.quiet {
                Talk.say("Resolved.")
            }
            return
        }
        if database.json {
            let output = Output()
            for question in try book.openQuestions() { output.line(Review.json(question)) }
        } else {
            try Review(book: book, isQuiet: database.quiet).run()
        }
    }
}
