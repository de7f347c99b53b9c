/// The bytes of a data file for as long as they are wanted: in place where they are embedded in the binary.
///
/// ``DataFiles/withBytes(_:_:)`` looks a file up by its name each time; tables that are asked thousands of times keep
/// this instead.
public struct DataBytes: @unchecked Sendable {
    // Not checked: embedded bytes are constants of the program.
    private let embedded: UnsafeBufferPointer<UInt8>
    private let own: [UInt8]?

    /// Bytes of its own.
    public init(_ bytes: [UInt8]) {
        own = bytes
        embedded = UnsafeBufferPointer(start: nil, count: 0)
    }

    /// - Parameter embedded: constants of the program.
    init(embedded: UnsafeBufferPointer<UInt8>) {
        self.embedded = embedded
        own = nil
    }

    public var count: Int { own?.count ?? embedded.count }

    /// - Parameter body: gets bytes that hold until it returns.
    @inline(__always)
    public func withBytes<R>(_ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
        guard let own else { return try body(embedded) }
        return try own.withUnsafeBufferPointer(body)
    }
}
