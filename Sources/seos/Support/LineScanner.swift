import SeosModel

/// Steps through the bytes of one JSON line. What it does not know it refuses, so that a full parser can decide.
struct LineScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    private var i = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool {
        mutating get {
            skipSpace()
            return i == bytes.count
        }
    }

    private mutating func skipSpace() {
        while i < bytes.count, bytes[i] == 0x20 || bytes[i] == 0x09 || bytes[i] == 0x0D || bytes[i] == 0x0A { i += 1 }
    }

    mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard i < bytes.count, bytes[i] == byte else { return false }
        i += 1
        return true
    }

    /// A string, null, or a whole number of at most 18 digits.
    mutating func scalar() -> JSONValue? {
        skipSpace()
        guard i < bytes.count else { return nil }
        switch bytes[i] {
        case UInt8(ascii: "\""): return string().map { .string(String(decoding: $0, as: UTF8.self)) }
        case UInt8(ascii: "n"):
            guard i + 4 <= bytes.count, bytes[i..<i + 4].elementsEqual("null".utf8) else { return nil }
            i += 4
            return .null
        default: return integer()
        }
    }

    private mutating func integer() -> JSONValue? {
        let isNegative = bytes[i] == UInt8(ascii: "-")
        if isNegative { i += 1 }
        let start = i
        var n: Int64 = 0
        while i < bytes.count, bytes[i] >= 48, bytes[i] <= 57, i - start < 18 {
            n = n * 10 + Int64(bytes[i] - 48)
            i += 1
        }
        guard i > start, bytes[start] != 48 || i == start + 1 else { return nil }
        if i < bytes.count {
            let c = bytes[i]
            guard c == UInt8(ascii: ",") || c == UInt8(ascii: "}") || c == 0x20 else { return nil }
        }
        return .integer(isNegative ? -n : n)
    }

    /// A string without escapes: a key.
    mutating func plainString() -> String? {
        guard let raw = string() else { return nil }
        return String(decoding: raw, as: UTF8.self)
    }

    /// The UTF-8 of a string; nil when it is broken, or has half of a surrogate pair.
    mutating func string() -> [UInt8]? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        var out: [UInt8] = []
        var start = i
        var isASCII = true
        while i < bytes.count {
            let b = bytes[i]
            if b == UInt8(ascii: "\"") {
                out.append(contentsOf: bytes[start..<i])
                i += 1
                return isASCII || UTF8Validity.isValid(out) ? out : nil
            }
            if b < 0x20 { return nil }
            if b == UInt8(ascii: "\\") {
                out.append(contentsOf: bytes[start..<i])
                i += 1
                guard escape(&out) else { return nil }
                start = i
                isASCII = false
                continue
            }
            if b >= 0x80 { isASCII = false }
            i += 1
        }
        return nil
    }

    private mutating func escape(_ out: inout [UInt8]) -> Bool {
        guard i < bytes.count else { return false }
        let b = bytes[i]
        i += 1
        switch b {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(b)
        case UInt8(ascii: "n"): out.append(0x0A)
        case UInt8(ascii: "t"): out.append(0x09)
        case UInt8(ascii: "r"): out.append(0x0D)
        case UInt8(ascii: "b"): out.append(0x08)
        case UInt8(ascii: "f"): out.append(0x0C)
        case UInt8(ascii: "u"):
            guard var unit = hex() else { return false }
            if unit >= 0xD800, unit < 0xDC00 {
                guard i + 1 < bytes.count, bytes[i] == UInt8(ascii: "\\"), bytes[i + 1] == UInt8(ascii: "u") else {
                    return false
                }
                i += 2
                guard let low = hex(), low >= 0xDC00, low < 0xE000 else { return false }
                unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(unit) else { return false }
            out.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
        default: return false
        }
        return true
    }

    private mutating func hex() -> UInt32? {
        guard i + 4 <= bytes.count else { return nil }
        var n: UInt32 = 0
        for _ in 0..<4 {
            let b = bytes[i]
            switch b {
            case 48...57: n = n << 4 | UInt32(b - 48)
            case 65...70: n = n << 4 | UInt32(b - 55)
            case 97...102: n = n << 4 | UInt32(b - 87)
            default: return nil
            }
            i += 1
        }
        return n
    }
}

/// RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Validity {
    static func isValid(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { p in
            var i = 0
            while i < p.count {
                let b = p[i]
                if b < 0x80 {
                    i += 1
                    continue
                }
                let length = b < 0xC2 ? 0 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : b < 0xF5 ? 4 : 0
                guard length > 0, i + length <= p.count else { return false }
                let second = p[i + 1]
                let low: UInt8 = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80
                let high: UInt8 = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF
                guard second >= low, second <= high else { return false }
                for k in 2..<max(2, length) where p[i + k] & 0xC0 != 0x80 { return false }
                i += length
            }
            return true
        }
    }
}
