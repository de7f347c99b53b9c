import ArgumentParser
import Foundation
import SeosExtract
import SeosModel

struct AnnotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotate", abstract: "Values and names of short texts, JSON lines in and out.",
        discussion: """
            Reads {"id","text","lang"?,"ref_time"?} lines from standard input and answers each with
            {"id","lang","found":[…]}, in order. A line that cannot be read is answered with {"error":{…}}.

            Example:
              echo '{"id":1,"text":"Kogumaksumus on 2,3 miljonit eurot"}' | seos annotate
            """)

    @Option(help: "Kinds to look for: money,date,daterange,number,percent,ORG,LOC,email,phone,url,duration.")
    var kinds: String?
    @OptionGroup var packs: PackOptions

    private struct Line: Decodable {
        var text: String
        var lang: String?
    }

    func run() throws {
        var wanted: Set<Mention.Kind>?
        if let kinds {
            guard let parsed = AnnotationEncoder.kinds(kinds) else {
                throw ValidationError("Unknown kind in '\(kinds)'.")
            }
            wanted = parsed
        }
        var annotator = Annotator(resources: try packs.resources())
        let output = Output()
        let decoder = JSONDecoder()
        while let line = readLine(strippingNewline: true) {
            if line.isEmpty { continue }
            let data = Data(line.utf8)
            do {
                let request = try decoder.decode(Line.self, from: data)
                let text = StoredText(request.text)
                let result = annotator.annotate(text.utf8, language: request.lang, kinds: wanted)
                output.line(AnnotationEncoder.encode(id: JSONLines.id(of: data), text: text, result))
                output.flush()
            } catch {
                output.line(
                    JSONLines.error(
                        "annotate.not-json", "this line is no JSON object with a text", id: JSONLines.id(of: data)))
            }
        }
    }
}
