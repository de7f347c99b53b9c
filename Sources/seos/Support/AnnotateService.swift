import Foundation
import SeosExtract
import SeosModel

/// What `seos annotate` does with standard input.
enum AnnotateService {
    static func run(resources: Resources, kinds: Set<Mention.Kind>?) {
        let workers = max(1, min(8, ProcessInfo.processInfo.activeProcessorCount))
        LineService.run(workers: workers) {
            var annotator = Annotator(resources: resources)
            return { line, out in
                answer(line, &annotator, kinds).write(to: &out)
                out.append(0x0A)
            }
        }
    }

    private static func answer(
        _ line: UnsafeBufferPointer<UInt8>, _ annotator: inout Annotator, _ kinds: Set<Mention.Kind>?
    ) -> JSONValue {
        guard let request = AnnotateRequest(line: line) else {
            return JSONLines.error(
                "annotate.not-json", "this line is no JSON object with a text", id: JSONLines.id(of: Data(line)))
        }
        let text = StoredText(utf8: request.text)
        let result = annotator.annotate(
            text.utf8, language: request.language, kinds: kinds, reference: request.reference)
        return AnnotationEncoder.encode(id: request.id, text: text, result)
    }
}
