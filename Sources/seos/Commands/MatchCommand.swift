import ArgumentParser
import Foundation
import SeosModel
import SeosResolve

struct MatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match", abstract: "Whether pairs of names are one organization, JSON lines in and out.",
        discussion: """
            Reads {"id","a":{"name","lang"?},"b":{"name","lang"?},"country"?} lines from standard input and answers each
            with {"id","score","same","reasons"}, in order and on all cores: a score from 0 to 1, the verdict, and why, in words.
            A line that cannot be read is answered with {"error":{…}}.

            Example:
              echo '{"id":1,"a":{"name":"Tallinna Ülikool","lang":"et"},"b":{"name":"Uniwersytet w Tallinnie"}}' | seos match
            """)

    @Flag(help: "Instead of verdicts, how the names were read and the evidence, for Scripts/name-model.")
    var evidence = false
    @OptionGroup var packs: PackOptions

    func run() throws {
        let resources = NameResources.of(try packs.files())
        let evidence = evidence
        let workers = max(1, min(8, ProcessInfo.processInfo.activeProcessorCount))
        LineService.run(workers: workers) {
            var matcher = NameMatcher(resources: resources)
            return { line, out in
                if let pair = NamePair(json: line) {
                    if evidence { Self.explain(pair, &matcher, &out) } else { Self.answer(pair, &matcher, &out) }
                } else {
                    JSONLines.error(
                        "match.not-a-pair", "this line is no JSON object with two names",
                        id: JSONLines.id(of: Data(line))
                    ).write(to: &out)
                }
                out.append(0x0A)
            }
        }
    }

    private static func explain(_ pair: NamePair, _ matcher: inout NameMatcher, _ out: inout [UInt8]) {
        let a = matcher.signature(of: pair.a.name, language: pair.a.language)
        let b = matcher.signature(of: pair.b.name, language: pair.b.language)
        func reading(_ number: Int) -> JSONValue {
            .array(
                matcher.reading(number).map {
                    .object([
                        "word": .string($0.word), "ideas": .array($0.ideas.map(JSONValue.string)),
                        "places": .array($0.places.map(JSONValue.string)), "head": .bool($0.isHead),
                    ])
                })
        }
        let evidence = matcher.evidence(a, b).map { JSONValue.Member($0.name, .double(Double($0.value))) }
        JSONValue.object([
            .init("a", reading(a)), .init("b", reading(b)), .init("evidence", .object(evidence)),
        ]).write(to: &out)
    }

    private static func answer(_ pair: NamePair, _ matcher: inout NameMatcher, _ out: inout [UInt8]) {
        let a = matcher.signature(of: pair.a.name, language: pair.a.language)
        let b = matcher.signature(of: pair.b.name, language: pair.b.language)
        let (match, reasons) = matcher.explain(a, b)
        out.append(contentsOf: #"{"id":"#.utf8)
        out.append(contentsOf: pair.id)
        out.append(contentsOf: #","score":"#.utf8)
        out.append(contentsOf: String(Double(Int(match.score * 10_000)) / 10_000).utf8)
        out.append(contentsOf: (match.isSame ? #","same":true,"reasons":"# : #","same":false,"reasons":"#).utf8)
        JSONValue.array(reasons.map(JSONValue.string)).write(to: &out)
        out.append(UInt8(ascii: "}"))
    }
}
