import Glibc
import SeosDocuments
import SeosModel

/// Reads files that end in `.mock`: their words say how it fails.
struct MockReader: DocumentReader {
    let name = "mock"
    let mediaTypes = ["application/x-mock"]
    let extensions = ["mock"]
    let isTrusted = false

    func read(_ bytes: [UInt8], into document: Document, options: ReadingOptions) -> Document {
        switch String(decoding: bytes, as: UTF8.self) {
        case "sleep": while true { sleep(1000) }
        case "spin":
            var count = 0
            while true { count &+= 1 }
        case "memory":
            var held: [[UInt8]] = []
            while true { held.append([UInt8](repeating: UInt8(held.count & 0x7F), count: 16 << 20)) }
        case "recursion": recurse(bytes.count)
        case "abort": abort()
        case "exit": exit(0)
        case "closed":
            close(1)
            close(2)
        case "noise":
            let line = [UInt8](repeating: 0x78, count: 1 << 20)
            for _ in 0..<256 { _ = line.withUnsafeBytes { write(1, $0.baseAddress, $0.count) } }
        case "nonsense": _ = "not an answer".withCString { write(3, $0, 13) }
        default: break
        }
        var document = document
        document.text = StoredText("read \(bytes.count) bytes")
        document.blocks = [Block(kind: .paragraph, span: SourceSpan(0, document.text.count))]
        return document
    }

    @inline(never) private func recurse(_ depth: Int) {
        var room = [depth]
        room.append(depth)
        if room.count > 1 { recurse(room.count &+ depth) }
        room.removeAll()
    }
}
