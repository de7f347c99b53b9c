import Foundation

/// Numbers as they stand in a file, read from bytes.
enum NumberText {
    /// Digits as a program writes them: no sign but a minus, no zero in front, so that "007" stays a text.
    static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        var i = 0
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative { i = 1 }
        guard i < bytes.count, bytes.count - i <= 19 else { return nil }
        if bytes[i] == UInt8(ascii: "0"), bytes.count > 1 { return nil }
        var value: Int64 = 0
        while i < bytes.count {
            let digit = bytes[i] &- 0x30
            guard digit < 10 else { return nil }
            let (times, over) = value.multipliedReportingOverflow(by: 10)
            let (next, under) = times.subtractingReportingOverflow(Int64(digit))
            if over || under { return nil }
            value = next
            i += 1
        }
        if isNegative { return value }
        return value == .min ? nil : -value
    }

    /// A number by the grammar of JSON.
    static func isNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var i = 0
        let n = bytes.count
        func isDigit(_ at: Int) -> Bool { at < n && bytes[at] &- 0x30 < 10 }
        if i < n, bytes[i] == UInt8(ascii: "-") { i += 1 }
        guard isDigit(i) else { return false }
        if bytes[i] == UInt8(ascii: "0") { i += 1 } else { while isDigit(i) { i += 1 } }
        if i < n, bytes[i] == UInt8(ascii: ".") {
            guard isDigit(i + 1) else { return false }
            i += 1
            while isDigit(i) { i += 1 }
        }
        if i < n, bytes[i] | 0x20 == UInt8(ascii: "e") {
            i += 1
            if i < n, bytes[i] == UInt8(ascii: "+") || bytes[i] == UInt8(ascii: "-") { i += 1 }
            guard isDigit(i) else { return false }
            while isDigit(i) { i += 1 }
        }
        return i == n
    }

    /// The nearest double of a number that ``isNumber(_:)`` knows; nil where digits would be lost: a whole number beyond
    /// 64 bits, more than the 17 digits that a double is written with, or too large for one.
    static func double(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        guard isNumber(bytes) else { return nil }
        let digits = bytes.prefix { $0 | 0x20 != UInt8(ascii: "e") }.drop { [0x2D, 0x2E, 0x30].contains($0) }
        let count = digits.count { $0 != UInt8(ascii: ".") }
        let isWhole = !bytes.contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }
        if count > 17, !isWhole || integer(bytes) == nil { return nil }
        guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else { return nil }
        return value
    }

    /// Digits and their scale, at most 18 digits.
    static func decimal(_ bytes: UnsafeBufferPointer<UInt8>) -> (coefficient: Int64, scale: Int)? {
        guard isNumber(bytes) else { return nil }
        var value: Int64 = 0
        var scale = 0
        var digits = 0
        var isFraction = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "-"): continue
            case UInt8(ascii: "."): isFraction = true
            case 0x30...0x39:
                digits += 1
                if digits > 18 { return nil }
                value = value * 10 + Int64(byte - 0x30)
                if isFraction { scale += 1 }
            default: return nil
            }
        }
        return (bytes.first == UInt8(ascii: "-") ? -value : value, scale)
    }
}
