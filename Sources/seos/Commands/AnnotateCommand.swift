import ArgumentParser
import Foundation
import SeosExtract
import SeosModel

struct AnnotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotate", abstract: "Values and names of short texts, JSON lines in and out.",
        discussion: """
            Reads {"id","text","lang"?,"ref_time"?} lines from standard input and answers each with
            {"id","lang","found":[…]}, in order and on all cores. Dates such as "yesterday" are counted from ref_time
            and marked relative; without it they are left alone. A line that cannot be read is answered with {"error":{…}}.

            Example:
              echo '{"id":1,"text":"Kogumaksumus on 2,3 miljonit eurot"}' | seos annotate
            """)

    @Option(help: "Kinds to look for: money,date,daterange,number,percent,ORG,LOC,email,phone,url,duration.")
    var kinds: String?
    @OptionGroup var packs: PackOptions

    func run() throws {
        var wanted: Set<Mention.Kind>?
        if let kinds {
            guard let parsed = AnnotationEncoder.kinds(kinds) else {
                throw ValidationError("Unknown kind in '\(kinds)'.")
            }
            wanted = parsed
        }
        let resources = try packs.resources()
        resources.prepare()
        AnnotateService.run(resources: resources, kinds: wanted)
    }
}
