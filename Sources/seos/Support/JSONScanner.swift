import Foundation

/// Walks through the bytes of one JSON text, taking what is asked for and stepping over the rest.
struct JSONScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var i = 0
    private static let deepest = 64

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool {
        mutating get {
            skipSpace()
            return i == bytes.count
        }
    }

    /// Reads an object; `body` takes each value after its key and answers false when it cannot.
    mutating func object(_ body: (String, inout JSONScanner) -> Bool) -> Bool {
        guard take("{") else { return false }
        if take("}") { return true }
        repeat {
            guard let key = string(), take(":"), body(key, &self) else { return false }
        } while take(",")
        return take("}")
    }

    /// A string; nil, and nothing taken, when something else stands here.
    mutating func string() -> String? {
        skipSpace()
        guard let end = endOfString(i) else { return nil }
        let inner = bytes[(i + 1)..<(end - 1)]
        let literal = bytes[i..<end]
        i = end
        if !inner.contains(UInt8(ascii: "\\")) { return String(decoding: inner, as: UTF8.self) }
        return try? JSONDecoder().decode(String.self, from: Data(literal))
    }

    /// Steps over any value and gives its bytes; nil when it is broken.
    mutating func skipValue() -> Range<Int>? {
        skipSpace()
        let start = i
        var depth = 0
        repeat {
            skipSpace()
            guard i < bytes.count else { return nil }
            switch bytes[i] {
            case UInt8(ascii: "\""):
                guard let end = endOfString(i) else { return nil }
                i = end
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                i += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                i += 1
            case UInt8(ascii: ","), UInt8(ascii: ":"):
                guard depth > 0 else { return nil }
                i += 1
            default:
                let begin = i
                while i < bytes.count, Self.isScalar(bytes[i]) { i += 1 }
                if i == begin { return nil }
            }
            if depth < 0 || depth > Self.deepest { return nil }
        } while depth > 0
        return start..<i
    }

    private static func isScalar(_ b: UInt8) -> Bool {
        switch b {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "E"),
            UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    private func endOfString(_ start: Int) -> Int? {
        guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else { return nil }
        var k = start + 1
        while k < bytes.count {
            if bytes[k] == UInt8(ascii: "\\") {
                k += 2
            } else if bytes[k] == UInt8(ascii: "\"") {
                return k + 1
            } else {
                k += 1
            }
        }
        return nil
    }

    private mutating func skipSpace() {
        while i < bytes.count, bytes[i] == 0x20 || bytes[i] == 0x09 || bytes[i] == 0x0D || bytes[i] == 0x0A { i += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard i < bytes.count, UInt32(bytes[i]) == character.value else { return false }
        i += 1
        return true
    }
}
