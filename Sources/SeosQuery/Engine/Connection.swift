import CSQLite
import SeosModel

/// A read-only connection and its statements; used by one thread at a time.
final class Connection {
    private let handle: OpaquePointer
    private let flag: QueryCanceller

    init(path: String, flag: QueryCanceller) throws(QueryError) {
        var handle: OpaquePointer?
        var message = [CChar](repeating: 0, count: 400)
        let status = csqlite_open(path, flag.flag, &handle, &message, message.count)
        guard status == CSQLITE_OK, let handle else {
            let end = message.firstIndex(of: 0) ?? message.count
            let text = String(decoding: message[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self)
            throw QueryError(
                code: .database, message: "the database cannot be opened: \(text)",
                hint: status == CSQLITE_BUSY ? "another program is writing to it; try again" : nil)
        }
        self.handle = handle
        self.flag = flag
        csqlite_set_case_functions(
            handle, { bytes, count, result in Connection.map(bytes, count, result) { $0.lowercased() } },
            { bytes, count, result in Connection.map(bytes, count, result) { $0.uppercased() } })
    }

    deinit { csqlite_close(handle) }

    /// SQLite's own case mapping knows ASCII only.
    private static func map(
        _ bytes: UnsafePointer<UInt8>?, _ count: Int, _ result: UnsafeMutableRawPointer?, _ change: (String) -> String
    ) {
        var changed = change(String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self))
        changed.withUTF8 { csqlite_text_result(result, $0.baseAddress, $0.count) }
    }

    func setTimeout(milliseconds: Int64) { csqlite_set_timeout(handle, milliseconds) }

    /// Changes whenever another connection has changed the file.
    var dataVersion: Int64 { csqlite_data_version(handle) }

    func statement(_ sql: String) throws(QueryFault) -> Statement {
        var sql = sql
        var statement: OpaquePointer?
        let status = sql.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { csqlite_prepare(handle, $0.baseAddress, $0.count, &statement) }
        }
        guard status == CSQLITE_OK, let statement else { throw fault(status) }
        return Statement(handle: statement, connection: self)
    }

    /// What went wrong, in the query's terms: errors of our own functions carry their place.
    func fault(_ status: csqlite_status) -> QueryFault {
        switch status {
        case CSQLITE_TIMEOUT:
            return QueryFault(
                .timeout, "the query took longer than allowed", at: nil,
                hint: "make it narrower, or give it more time with --timeout")
        case CSQLITE_CANCELLED: return QueryFault(.cancelled, "the query was cancelled", at: nil)
        case CSQLITE_BUSY:
            return QueryFault(.database, "another program is writing to the database", at: nil, hint: "try again")
        default:
            let message = String(cString: csqlite_message(handle))
            let parts = message.split(separator: ":", maxSplits: 2)
            if parts.count == 3, parts[0] == "seos", let offset = Int(parts[1]) {
                return QueryFault(.type, String(parts[2]), at: offset < 0 ? nil : offset..<offset + 1)
            }
            if message.hasPrefix("no such table") || message.hasPrefix("no such column") {
                return QueryFault(.database, "this is not a Seos database (\(message))", at: nil)
            }
            if message.contains("parser stack overflow") || message.contains("Expression tree is too large") {
                // SQLite's own limit, met between 30 and 100 levels of operators.
                return QueryFault(
                    .tooDeep, "this query is nested deeper than the database can read", at: nil,
                    hint: "compute a part of it in WITH first")
            }
            return QueryFault(.database, "the database refused the query: \(message)", at: nil)
        }
    }

    final class Statement {
        private let handle: OpaquePointer
        private let connection: Connection

        init(handle: OpaquePointer, connection: Connection) {
            self.handle = handle
            self.connection = connection
        }

        deinit { csqlite_finalize(handle) }

        /// Values the SQL does not use are left out.
        func bind(_ values: [QueryValue]) throws(QueryFault) {
            let count = Int(csqlite_parameter_count(handle))
            for (i, value) in values.prefix(count).enumerated() {
                let index = Int32(i + 1)
                let status: csqlite_status
                switch value {
                case .null: status = csqlite_bind_null(handle, index)
                case .boolean(let b): status = csqlite_bind_integer(handle, index, b ? 1 : 0)
                case .integer(let n): status = csqlite_bind_integer(handle, index, n)
                case .double(let d): status = csqlite_bind_double(handle, index, d)
                case .decimal(let d): status = csqlite_bind_double(handle, index, d.double)
                case .string(var s):
                    status = s.withUTF8 { csqlite_bind_text(handle, index, $0.baseAddress, $0.count) }
                case .list, .map, .node, .relationship, .path, .temporal:
                    var packed: [UInt8] = []
                    guard PackedValue.pack(value, into: &packed) else {
                        throw QueryFault(
                            .unsupported, "a parameter cannot be a map, a node or a relationship yet", at: nil)
                    }
                    status = csqlite_bind_blob(handle, index, packed, packed.count)
                }
                if status != CSQLITE_OK { throw connection.fault(status) }
            }
        }

        func reset() { _ = csqlite_reset(handle) }

        func bind(_ value: Int64, at index: Int) throws(QueryFault) {
            let status = csqlite_bind_integer(handle, Int32(index), value)
            if status != CSQLITE_OK { throw connection.fault(status) }
        }

        func integer(_ column: Int) -> Int64 { csqlite_column_integer(handle, Int32(column)) }

        /// Whether there is a row.
        func step() throws(QueryFault) -> Bool {
            let status = csqlite_step(handle)
            if status == CSQLITE_ROW { return true }
            if status == CSQLITE_DONE { return false }
            throw connection.fault(status)
        }

        func item(_ column: Int, _ type: ValueType) throws(QueryFault) -> PackedValue.Item {
            let index = Int32(column)
            switch csqlite_column_type(handle, index) {
            case CSQLITE_INTEGER:
                let n = csqlite_column_integer(handle, index)
                return .value(type == .boolean ? .boolean(n != 0) : type == .float ? .double(Double(n)) : .integer(n))
            case CSQLITE_DOUBLE:
                let d = csqlite_column_double(handle, index)
                return .value(type == .decimal ? Self.decimal(d) : .double(d))
            case CSQLITE_TEXT: return .value(.string(String(decoding: bytes(index), as: UTF8.self)))
            case CSQLITE_BLOB:
                if let item = PackedValue.item(bytes(index)) { return item }
                throw QueryFault(.database, "the database holds a value that cannot be read", at: nil)
            default: return .value(.null)
            }
        }

        private func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
            var count = 0
            let start = csqlite_column_bytes(handle, column, &count)
            return UnsafeBufferPointer(start: start, count: count)
        }

        /// The decimal with the fewest digits that is this double: what was stored, up to 15 digits.
        private static func decimal(_ d: Double) -> QueryValue {
            let text = "\(d)"
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            if parts.count == 2, parts[1].utf8.count <= 18, let coefficient = Int64(parts[0] + parts[1]),
                let exact = ExactDecimal(coefficient: coefficient, scale: parts[1].utf8.count)
            {
                return exact.isInteger ? .integer(exact.coefficient) : .decimal(exact)
            }
            return .double(d)
        }
    }
}
