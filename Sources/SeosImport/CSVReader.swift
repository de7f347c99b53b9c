import Foundation

/// Reads records of a CSV file as bytes, strictly by RFC 4180: commas (or another delimiter), quotation marks doubled inside quotation marks,
/// every record ended by LF or CRLF, UTF-8 (a byte order mark is skipped).
///
/// What does not fit is refused with its line; a last line without an end is taken for a file that was cut off.
final class CSVReader {
    struct Field {
        /// Offsets into ``bytes``, without quotation marks.
        var start: Int
        var end: Int
        var isQuoted: Bool
        var hasDoubledQuotes: Bool
    }

    let name: String
    /// Of the record read last: its first line.
    private(set) var line = 0
    private(set) var fields: [Field] = []
    private let delimiter: UInt8
    private let file: Int32
    private var buffer: UnsafeMutablePointer<UInt8>
    private var capacity = 1 << 20
    private var count = 0
    private var at = 0
    private var nextLine = 1
    private var isAtEnd = false

    /// A record beyond this is a quotation mark that nobody closed.
    private static let longestRecord = 64 << 20

    /// - Throws: ``ImportError`` when the file cannot be read.
    init(path: String, delimiter: UInt8 = UInt8(ascii: ",")) throws {
        self.delimiter = delimiter
        name = (path as NSString).lastPathComponent
        // A pipe that nobody writes to is empty, not a reason to wait.
        file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        if file < 0 {
            throw ImportError(.cannotRead, "cannot be read: \(String(cString: strerror(errno)))", file: name)
        }
        buffer = .allocate(capacity: capacity)
        try fill()
        if count >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { at = 3 }
    }

    deinit {
        close(file)
        buffer.deallocate()
    }

    /// The bytes of a field of the record read last, until the next record is read. A null field has none.
    func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        let field = fields[index]
        return UnsafeBufferPointer(start: buffer + field.start, count: field.end - field.start)
    }

    /// An empty field without quotation marks.
    func isNull(_ index: Int) -> Bool { fields[index].start == fields[index].end && !fields[index].isQuoted }

    func text(_ index: Int) -> String { String(decoding: bytes(index), as: UTF8.self) }

    func error(_ code: ImportError.Code, _ message: String, hint: String? = nil) -> ImportError {
        ImportError(code, message, file: name, line: line, hint: hint)
    }

    // MARK: Records

    /// Reads the next record into ``fields``.
    ///
    /// - Returns: false after the last one.
    func next() throws -> Bool {
        while true {
            line = nextLine
            switch try scan() {
            case .record(let end, let lines):
                try check(at, end)
                for i in fields.indices where fields[i].hasDoubledQuotes { unite(i) }
                at = end
                nextLine += lines
                return true
            case .incomplete(let quoteLine):
                if !isAtEnd {
                    try fill()
                    continue
                }
                if at == count { return false }
                if let quoteLine {
                    line = quoteLine
                    throw error(.quoting, "a quotation mark is never closed")
                }
                throw error(
                    .cutOff, "the last line has no end, so the file may have been cut off",
                    hint: "if it is whole, add a line end")
            }
        }
    }

    private enum Scan {
        /// The offset after the record and how many lines it takes.
        case record(Int, Int)
        /// The bytes end within it: inside quotation marks opened on this line.
        case incomplete(Int?)
    }

    private func scan() throws -> Scan {
        fields.removeAll(keepingCapacity: true)
        let p = buffer
        let count = count
        let delimiter = delimiter
        var i = at
        var lines = 0
        while true {
            guard i < count else { return .incomplete(nil) }
            if p[i] == UInt8(ascii: "\"") {
                let quoteLine = nextLine + lines
                var j = i + 1
                var isDoubled = false
                while true {
                    while j < count, p[j] != UInt8(ascii: "\"") {
                        if p[j] == 0x0A { lines += 1 }
                        j += 1
                    }
                    if j >= count { return .incomplete(quoteLine) }
                    if j + 1 >= count { return .incomplete(nil) }
                    if p[j + 1] != UInt8(ascii: "\"") { break }
                    isDoubled = true
                    j += 2
                }
                fields.append(Field(start: i + 1, end: j, isQuoted: true, hasDoubledQuotes: isDoubled))
                i = j + 1
            } else {
                let start = i
                while i < count, p[i] != delimiter, p[i] != 0x0A, p[i] != 0x0D {
                    if p[i] == UInt8(ascii: "\"") {
                        line = nextLine + lines
                        throw error(
                            .quoting, "a quotation mark stands inside a value without quotation marks",
                            hint: "put the value into quotation marks and double those inside")
                    }
                    i += 1
                }
                if i >= count { return .incomplete(nil) }
                fields.append(Field(start: start, end: i, isQuoted: false, hasDoubledQuotes: false))
            }
            switch p[i] {
            case delimiter: i += 1
            case 0x0A: return .record(i + 1, lines + 1)
            case 0x0D:
                guard i + 1 < count else { return .incomplete(nil) }
                if p[i + 1] == 0x0A { return .record(i + 2, lines + 1) }
                line = nextLine + lines
                throw error(.quoting, "a carriage return stands alone", hint: "lines end with LF or CRLF")
            default:
                line = nextLine + lines
                throw error(
                    .quoting, "something follows a closing quotation mark",
                    hint: "double a quotation mark inside a value")
            }
        }
    }

    /// Doubled quotation marks become one, in place.
    private func unite(_ index: Int) {
        var to = fields[index].start
        var from = to
        let end = fields[index].end
        while from < end {
            buffer[to] = buffer[from]
            from += buffer[from] == UInt8(ascii: "\"") ? 2 : 1
            to += 1
        }
        fields[index].end = to
    }

    // MARK: Bytes

    /// UTF-8 without NUL.
    private func check(_ start: Int, _ end: Int) throws {
        var i = start
        var lines = 0
        while i < end {
            let byte = buffer[i]
            if byte < 0x80 {
                if byte == 0x0A { lines += 1 }
                if byte == 0 {
                    line = nextLine + lines
                    throw error(.notText, "a zero byte stands in it")
                }
                i += 1
                continue
            }
            let length = Self.sequence(buffer + i, end - i)
            if length == 0 {
                line = nextLine + lines
                throw error(.notText, "this is not UTF-8", hint: "save the file as UTF-8")
            }
            i += length
        }
    }

    /// How long the well-formed sequence is that begins here; 0 for none.
    private static func sequence(_ p: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        let first = p[0]
        let length: Int
        var low: UInt8 = 0x80
        var high: UInt8 = 0xBF
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, low) = (3, 0xA0)
        case 0xED: (length, high) = (3, 0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, low) = (4, 0x90)
        case 0xF4: (length, high) = (4, 0x8F)
        case 0xF1...0xF3: length = 4
        default: return 0
        }
        if count < length || p[1] < low || p[1] > high { return 0 }
        for i in 2..<max(2, length) where p[i] & 0xC0 != 0x80 { return 0 }
        return length
    }

    /// Keeps the record under way and reads on.
    private func fill() throws {
        if at > 0 {
            buffer.update(from: buffer + at, count: count - at)
            count -= at
            at = 0
        }
        if count == capacity {
            if capacity >= Self.longestRecord {
                throw error(.quoting, "a record is longer than 64 MB", hint: "a quotation mark may never be closed")
            }
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
            larger.update(from: buffer, count: count)
            buffer.deallocate()
            buffer = larger
            capacity *= 2
        }
        while true {
            let n = read(file, buffer + count, capacity - count)
            if n < 0, errno == EINTR { continue }
            if n < 0 {
                throw ImportError(.cannotRead, "cannot be read: \(String(cString: strerror(errno)))", file: name)
            }
            if n == 0 { isAtEnd = true }
            count += n
            return
        }
    }
}
