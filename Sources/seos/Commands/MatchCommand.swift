import ArgumentParser
import Foundation
import SeosModel
import SeosResolve

struct MatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match", abstract: "Whether pairs of names are one organization, JSON lines in and out.",
        discussion: """
            Reads {"id","a":{"name","lang"?},"b":{"name","lang"?},"country"?} lines from standard input and answers each
            with {"id","score","same","reasons"}, in order: a score from 0 to 1, the verdict, and why, in words.
            A line that cannot be read is answered with {"error":{…}}.

            Example:
              echo '{"id":1,"a":{"name":"Tallinna Ülikool","lang":"et"},"b":{"name":"Uniwersytet w Tallinnie"}}' | seos match
            """)

    func run() throws {
        var matcher = NameMatcher()
        var out: [UInt8] = []
        out.reserveCapacity(1 << 18)
        var reader = LineReader()
        while let line = reader.next() {
            if line.isEmpty { continue }
            line.withUnsafeBufferPointer { bytes in
                if let pair = NamePair(json: bytes) {
                    Self.answer(pair, &matcher, &out)
                } else {
                    JSONLines.error(
                        "match.not-a-pair", "this line is no JSON object with two names",
                        id: JSONLines.id(of: Data(line))
                    ).write(to: &out)
                }
            }
            out.append(0x0A)
            // Whoever asks one pair at a time gets the answer before the next question.
            if out.count >= 1 << 17 || !reader.hasBuffered { Self.flush(&out) }
        }
        Self.flush(&out)
    }

    private static func flush(_ out: inout [UInt8]) {
        FileHandle.standardOutput.write(Data(out))
        out.removeAll(keepingCapacity: true)
    }

    private static func answer(_ pair: NamePair, _ matcher: inout NameMatcher, _ out: inout [UInt8]) {
        let a = matcher.signature(of: pair.a.name, language: pair.a.language)
        let b = matcher.signature(of: pair.b.name, language: pair.b.language)
        let match = matcher.match(a, b)
        out.append(contentsOf: #"{"id":"#.utf8)
        out.append(contentsOf: pair.id)
        out.append(contentsOf: #","score":"#.utf8)
        out.append(contentsOf: String(Double(Int(match.score * 10_000)) / 10_000).utf8)
        out.append(contentsOf: (match.isSame ? #","same":true,"reasons":"# : #","same":false,"reasons":"#).utf8)
        JSONValue.array(matcher.reasons(a, b).map(JSONValue.string)).write(to: &out)
        out.append(UInt8(ascii: "}"))
    }
}
