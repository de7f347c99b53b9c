import Foundation

/// Lines of standard input as bytes, read in large pieces.
struct LineReader {
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    private static let pieceSize = 1 << 16

    /// Whether a whole line is at hand without waiting.
    var hasBuffered: Bool { buffer[position...].contains(0x0A) }

    /// The next line without its end; nil after the last.
    mutating func next() -> [UInt8]? {
        var searched = position
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                let line = Array(buffer[position..<end])
                position = end + 1
                return line
            }
            searched = buffer.count
            if isAtEnd {
                guard position < buffer.count else { return nil }
                let line = Array(buffer[position...])
                position = buffer.count
                return line
            }
            if position > 0 {
                buffer.removeFirst(position)
                searched -= position
                position = 0
            }
            let piece = FileHandle.standardInput.availableData
            if piece.isEmpty { isAtEnd = true } else { buffer.append(contentsOf: piece) }
        }
    }
}
