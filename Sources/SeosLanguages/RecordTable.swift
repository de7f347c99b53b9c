/// A table of records of one length, one a line, sorted by the number that each begins with: made once by a script and
/// read where it lies, so that a program which asks for a hundred of a hundred thousand names makes no table of its own.
///
/// A first line that begins with `#` tells what the table was made from. Numbers are written with six bits a letter, the
/// letters in the order of their bytes, so that records in order of their bytes are in order of their numbers.
public struct RecordTable: Sendable {
    /// Letters of the number that records are found by.
    public static let keyLetters = 8
    private static let alphabet = Array("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz".utf8)
    /// The value of a letter.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0, count: 256)
        for (n, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(n) }
        return values
    }()

    private let bytes: DataBytes
    private let start: Int
    private let width: Int
    /// How many records there are.
    public let count: Int
    /// What the first line says behind its last space.
    public let mark: String

    /// - Parameter width: bytes of a record, without the end of its line.
    public init(_ bytes: DataBytes, width: Int) {
        self.bytes = bytes
        self.width = width + 1
        (start, mark) = bytes.withBytes { bytes in
            guard bytes.first == UInt8(ascii: "#"), let end = bytes.firstIndex(of: 0x0A) else { return (0, "") }
            let from = bytes[..<end].lastIndex(of: 0x20) ?? 0
            return (end + 1, String(decoding: bytes[(from + 1)..<end], as: UTF8.self))
        }
        count = (bytes.count - start) / self.width
    }

    /// The key of a hash: its 48 best mixed bits.
    public static func key(_ hash: UInt64) -> UInt64 { (hash &* 0x9E37_79B9_7F4A_7C15) >> 16 }

    /// A number as letters, the highest first.
    public static func letters(_ number: UInt64, _ count: Int) -> [UInt8] {
        (0..<count).map { alphabet[Int(truncatingIfNeeded: number >> UInt64(6 * (count - 1 - $0))) & 63] }
    }

    /// The number that stands in a record.
    public func number(in record: Int, at: Int, letters: Int) -> Int {
        bytes.withBytes { bytes in
            Self.values.withUnsafeBufferPointer { values in
                let from = start + record * width + at
                var number = 0
                for i in from..<(from + letters) { number = number << 6 | Int(values[Int(bytes[i])]) }
                return number
            }
        }
    }

    /// The first record of a key, nil when there is none; the others stand behind it.
    public func first(_ key: UInt64) -> Int? {
        let wanted = Self.spelled(key)
        return bytes.withBytes { bytes in
            // Keys are spread evenly: the record is near where its number says.
            let near = Int((key >> 16) * UInt64(count) >> 32)
            var low = max(0, near - Self.reach)
            var high = min(count, near + Self.reach)
            if low > 0, self.key(low - 1, bytes) >= wanted { low = 0 }
            if high < count, self.key(high, bytes) < wanted { high = count }
            while low < high {
                let middle = (low + high) / 2
                if self.key(middle, bytes) < wanted { low = middle + 1 } else { high = middle }
            }
            return low < count && self.key(low, bytes) == wanted ? low : nil
        }
    }

    /// Whether a record has the key.
    public func has(_ key: UInt64, _ record: Int) -> Bool {
        record < count && bytes.withBytes { self.key(record, $0) } == Self.spelled(key)
    }

    private static let reach = 512

    /// The letters of a record's key, to be compared.
    private func key(_ record: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        UInt64(
            bigEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
                fromByteOffset: start + record * width, as: UInt64.self))
    }

    private static func spelled(_ key: UInt64) -> UInt64 {
        alphabet.withUnsafeBufferPointer { alphabet in
            var spelled: UInt64 = 0
            for n in 0..<keyLetters {
                spelled = spelled << 8 | UInt64(alphabet[Int(truncatingIfNeeded: key >> UInt64(42 - 6 * n)) & 63])
            }
            return spelled
        }
    }
}
