/// A set of labels by their codes.
struct LabelSet: OptionSet, Hashable, Sendable {
    var rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }
    init(code: Int) { rawValue = 1 << UInt64(code) }

    /// A label's code takes so many of the low bits of a node's key.
    @inline(__always) static var bits: Int { 6 }
    @inline(__always) static var mask: Int { 63 }
    /// Codes are below this.
    @inline(__always) static var count: Int { 64 }

    /// Codes, ascending.
    var codes: [Int] { (0..<64).filter { rawValue & (1 << UInt64($0)) != 0 } }

    /// The code when there is exactly one.
    var single: Int? { rawValue.nonzeroBitCount == 1 ? rawValue.trailingZeroBitCount : nil }
}
