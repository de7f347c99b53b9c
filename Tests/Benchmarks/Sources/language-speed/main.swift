import Foundation
import SeosExtract

// Texts a second whose language is told, on one thread: pieces of 25 to 60 characters of the corpus, in all languages.
let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "../../../../corpus/documents"
).standardizedFileURL.path
var texts: [[UInt8]] = []
for name in try FileManager.default.contentsOfDirectory(atPath: corpus).sorted() where name.hasSuffix(".txt") {
    let text = try String(contentsOfFile: corpus + "/" + name, encoding: .utf8)
    var piece = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
        piece += (piece.isEmpty ? "" : " ") + word
        if piece.count >= 40 {
            texts.append(Array(piece.utf8))
            piece = ""
        }
    }
}
let resources = Resources.embedded
var known = 0
_ = resources.identify(texts.first ?? [], prior: nil)
let start = DispatchTime.now().uptimeNanoseconds
var count = 0
while DispatchTime.now().uptimeNanoseconds - start < 3_000_000_000 {
    for text in texts where resources.identify(text, prior: nil) != "und" { known += 1 }
    count += texts.count
}
let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
print(
    "\(Int(Double(count) / seconds)) texts a second, \(known * 100 / max(1, count)) % told, \(texts.count) different texts"
)
