import SeosModel
import SeosPipeline
import SeosStore

/// The dialogue of `seos resolve --review`: one open pair at a time, until there is none or the person has had enough.
struct Review {
    let book: DecisionBook
    let isQuiet: Bool

    private static let help = "y one thing, n two things, s skip, u take the last answer back, q quit"

    func run() throws {
        var skipped: Set<[Int64]> = []
        var answers: [Int64] = []
        var open = try book.openQuestions()
        if open.isEmpty, !isQuiet { Talk.say("No open pairs.") }
        if !open.isEmpty { Talk.say(Self.help) }
        while let question = open.first(where: { !skipped.contains(Self.key($0)) }) {
            ask(question, left: open.count - skipped.count)
            switch readLine()?.lowercased().first {
            case "y": answers.append(try book.decide(question, .same))
            case "n": answers.append(try book.decide(question, .different))
            case "u":
                guard let last = answers.popLast() else {
                    Talk.say("There is no answer to take back.")
                    continue
                }
                try book.undo(last)
            case "s":
                skipped.insert(Self.key(question))
                continue
            case "q", nil:
                end(answers)
                return
            default:
                Talk.say(Self.help)
                continue
            }
            // An answer may settle other pairs.
            open = try book.openQuestions()
        }
        end(answers)
    }

    private func ask(_ question: OpenQuestion, left: Int) {
        Talk.say("")
        Talk.say(Talk.safe("\(question.left.kind.word), score \(Self.score(question)), \(left) open"))
        Talk.say(Talk.safe("  \(Self.line(question.left))"))
        Talk.say(Talk.safe("  \(Self.line(question.right))"))
        Talk.say(Talk.safe("  \(question.reason)"))
        Talk.say("One thing? y n s u q")
    }

    private func end(_ answers: [Int64]) {
        guard !answers.isEmpty, !isQuiet else { return }
        Talk.say(
            "\(answers.count) answers kept: 'seos undo \(answers.map(String.init).joined(separator: " "))' takes them back."
        )
    }

    private static func key(_ question: OpenQuestion) -> [Int64] {
        [question.left.firstMention, question.right.firstMention]
    }

    private static func score(_ question: OpenQuestion) -> Double { Double(Int(question.score * 100)) / 100 }

    /// "Tallinna Ülikool  (et, EE, a.html)"
    private static func line(_ row: LocalEntityRow) -> String {
        let notes = [row.language, row.country ?? "", row.uri].filter { !$0.isEmpty }
        return "\(row.name)  (\(notes.joined(separator: ", ")))"
    }

    /// One open pair for programs.
    static func json(_ question: OpenQuestion) -> JSONValue {
        .object([
            "kind": .string(question.left.kind.word),
            "left": .string(question.left.name), "left_uri": .string(question.left.uri),
            "left_language": .string(question.left.language), "left_country": .optional(question.left.country),
            "left_mention": .integer(question.left.firstMention),
            "left_entity": question.left.entityID.map(JSONValue.integer) ?? .null,
            "right": .string(question.right.name), "right_uri": .string(question.right.uri),
            "right_language": .string(question.right.language), "right_country": .optional(question.right.country),
            "right_mention": .integer(question.right.firstMention),
            "right_entity": question.right.entityID.map(JSONValue.integer) ?? .null,
            "score": .double(question.score), "reason": .string(question.reason),
        ])
    }
}
