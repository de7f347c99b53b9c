/// Writes numbers, texts and lists one behind the other.
struct PackedWriter {
    private(set) var packed: [UInt8] = []

    mutating func number(_ value: Int) {
        var rest = UInt64(bitPattern: Int64(value))
        while rest >= 0x80 {
            packed.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        packed.append(UInt8(rest))
    }

    mutating func flag(_ value: Bool) { packed.append(value ? 1 : 0) }

    mutating func bytes(_ value: [UInt8]) {
        number(value.count)
        packed.append(contentsOf: value)
    }

    mutating func string(_ value: String) { bytes(Array(value.utf8)) }

    mutating func optional(_ value: String?) {
        flag(value != nil)
        if let value { string(value) }
    }

    mutating func range(_ value: Range<Int>) {
        number(value.lowerBound)
        number(value.count)
    }

    mutating func list<Element>(_ values: [Element], _ write: (inout PackedWriter, Element) -> Void) {
        number(values.count)
        for value in values { write(&self, value) }
    }
}

/// Reads them back. Of bytes that were not written so it makes zeros and empty lists, and says that it is broken.
struct PackedReader {
    private let packed: [UInt8]
    private var at = 0
    private(set) var isBroken = false

    init(_ packed: [UInt8]) { self.packed = packed }

    var isAtEnd: Bool { at == packed.count }

    mutating func number() -> Int {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while at < packed.count, shift < 70 {
            let b = packed[at]
            at += 1
            value |= UInt64(b & 0x7F) << shift
            if b < 0x80 { return Int(Int64(bitPattern: value)) }
            shift += 7
        }
        isBroken = true
        return 0
    }

    mutating func flag() -> Bool { number() == 1 }

    mutating func bytes() -> [UInt8] {
        let count = number()
        guard !isBroken, count >= 0, count <= packed.count - at else {
            isBroken = true
            return []
        }
        defer { at += count }
        return Array(packed[at..<at + count])
    }

    mutating func string() -> String {
        let bytes = bytes()
        guard let text = String(validating: bytes, as: UTF8.self) else {
            isBroken = true
            return ""
        }
        return text
    }

    mutating func optional() -> String? { flag() ? string() : nil }

    mutating func range() -> Range<Int> {
        let start = number()
        let count = number()
        guard start >= 0, count >= 0, start <= Int.max - count else {
            isBroken = true
            return 0..<0
        }
        return start..<start + count
    }

    mutating func list<Element>(_ read: (inout PackedReader) -> Element) -> [Element] {
        let count = number()
        // Each element takes a byte and more.
        guard !isBroken, count >= 0, count <= packed.count - at else {
            isBroken = true
            return []
        }
        var values: [Element] = []
        for _ in 0..<count where !isBroken { values.append(read(&self)) }
        return values
    }
}
