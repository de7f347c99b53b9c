import ArgumentParser
import SeosDocuments
import SeosExtract
import SeosPipeline

/// The other side of a `ReaderProcess`: Seos starts itself with this command to read a document that is large, or of a
/// format whose reader may fail, in a process that may end badly.
struct ReadDocumentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read-document", abstract: "Read one document for another process of seos.", shouldDisplay: false)

    @Argument(help: "Bytes of memory and seconds of processor time.")
    var limits: [String] = []
    @OptionGroup var packs: PackOptions

    func run() throws {
        let resources = try packs.resources()
        let code = ReaderChild.run(limits: limits) { DocumentAnalyzer.options(resources) }
        if code != 0 { throw ExitCode(code) }
    }
}
