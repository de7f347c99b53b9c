#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Rows of a tab-separated file: UTF-8, LF, no header; `#` begins a comment line; empty lines are ignored.
enum TSV {
    /// One row, read in place: valid only inside the closure it is given to.
    struct Row {
        /// 1 for the first line of the file.
        fileprivate(set) var line = 0
        fileprivate var bytes: UnsafeBufferPointer<UInt8>
        fileprivate var fields: [Range<Int>] = []

        var count: Int { fields.count }

        /// The bytes of a field; empty when the row has no such field.
        subscript(n: Int) -> UnsafeBufferPointer<UInt8> {
            n < fields.count
                ? UnsafeBufferPointer(rebasing: bytes[fields[n]]) : UnsafeBufferPointer(rebasing: bytes[..<0])
        }

        func string(_ n: Int) -> String { String(decoding: self[n], as: UTF8.self) }

        func isEqual(_ n: Int, _ word: StaticString) -> Bool {
            let field = self[n]
            guard field.count == word.utf8CodeUnitCount else { return false }
            return word.withUTF8Buffer { $0.elementsEqual(field) }
        }
    }

    /// Whether two fields have the same bytes.
    static func areEqual(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        guard a.count == b.count else { return false }
        for i in 0..<a.count where a[i] != b[i] { return false }
        return true
    }

    /// - Parameter limit: fields to find; what stands behind the last of them belongs to it, tabs and all.
    static func forEachRow(
        _ bytes: UnsafeBufferPointer<UInt8>, fields limit: Int = .max, _ body: (borrowing Row) -> Void
    ) {
        guard let base = bytes.baseAddress else { return }
        var row = Row(bytes: bytes)
        var i = 0
        while i < bytes.count {
            row.line += 1
            row.fields.removeAll(keepingCapacity: true)
            let isComment = bytes[i] == UInt8(ascii: "#")
            var start = i
            while !isComment, row.fields.count + 1 < limit, i < bytes.count, bytes[i] != 0x0A {
                if bytes[i] == 0x09 {
                    row.fields.append(start..<i)
                    start = i + 1
                }
                i += 1
            }
            if i < bytes.count, let found = memchr(base + i, 0x0A, bytes.count - i) {
                i = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            } else {
                i = bytes.count
            }
            let end = i > start && bytes[i - 1] == 0x0D ? i - 1 : i
            i += 1
            if isComment || (row.fields.isEmpty && end == start) { continue }
            row.fields.append(start..<end)
            body(row)
        }
    }
}
