internal import CSQLite

/// Stops the query an engine is running, from any thread.
public final class QueryCanceller: @unchecked Sendable {
    // The flag is atomic on the C side; the pointer never changes.
    let flag: OpaquePointer?

    init() { flag = csqlite_flag_create() }

    deinit { csqlite_flag_destroy(flag) }

    /// The running query ends with `query.cancelled`. Without one, the next run is not affected.
    public func cancel() { csqlite_flag_set(flag, true) }

    func clear() { csqlite_flag_set(flag, false) }
}
