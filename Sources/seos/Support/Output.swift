import Foundation
import SeosModel

/// Standard output in large pieces; data goes here and nothing else does.
final class Output {
    private var buffer: [UInt8] = []
    private let limit = 1 << 16

    func write(_ text: String) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= limit { flush() }
    }

    func write(_ bytes: [UInt8]) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= limit { flush() }
    }

    func line(_ text: String) { write(text + "\n") }

    func line(_ value: JSONValue) {
        value.write(to: &buffer)
        buffer.append(0x0A)
        if buffer.count >= limit { flush() }
    }

    /// A closed pipe ends the program quietly, as it does for other tools.
    func flush() {
        Self.writeAll(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    static func writeAll(_ bytes: [UInt8]) {
        var start = 0
        while start < bytes.count {
            let n = bytes[start...].withUnsafeBytes { Foundation.write(1, $0.baseAddress, $0.count) }
            if n <= 0 {
                if n < 0, errno == EINTR { continue }
                exit(errno == EPIPE ? 0 : 73)
            }
            start += n
        }
    }

    deinit { flush() }
}

/// Words for a person, on standard error.
enum Talk {
    static func say(_ text: String) { FileHandle.standardError.write(Data((safe(text) + "\n").utf8)) }

    /// Control characters of file names and texts as escapes, so that a terminal does not obey them.
    static func safe(_ text: String) -> String {
        if isSafe(text) { return text }
        var out = ""
        for scalar in text.unicodeScalars {
            if scalar == "\n"
                || scalar.value >= 0x20 && scalar.value != 0x7F && !(0x80...0x9F).contains(scalar.value)
                    && !(0x202A...0x202E).contains(scalar.value)
                    && !(0x2066...0x2069).contains(scalar.value)
            {
                out.unicodeScalars.append(scalar)
            } else {
                out += "\\u{\(String(scalar.value, radix: 16))}"
            }
        }
        return out
    }

    /// Whether nothing is to be escaped, as in nearly all texts: seen by the bytes, without taking characters apart.
    private static func isSafe(_ text: String) -> Bool {
        var (second, last) = (UInt8(0), UInt8(0))
        for byte in text.utf8 {
            if byte < 0x20 && byte != 0x0A || byte == 0x7F { return false }
            // U+0080…U+009F; U+202A…U+202E and U+2066…U+2069 in three bytes.
            if last == 0xC2, byte < 0xA0 { return false }
            if second == 0xE2, last == 0x80, (0xAA...0xAE).contains(byte) { return false }
            if second == 0xE2, last == 0x81, (0xA6...0xA9).contains(byte) { return false }
            (second, last) = (last, byte)
        }
        return true
    }
}
