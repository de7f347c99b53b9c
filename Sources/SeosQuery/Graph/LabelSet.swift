/// A set of labels by their codes.
struct LabelSet: OptionSet, Hashable, Sendable {
    var rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }
    init(code: Int) { rawValue = 1 << UInt64(code) }

    /// A label's code takes so many bits of a node's key.
    static let bits: Int64 = 6
    static let mask: Int64 = 1 << bits - 1

    /// Codes, ascending.
    var codes: [Int] { (0..<64).filter { rawValue & (1 << UInt64($0)) != 0 } }

    /// The code when there is exactly one.
    var single: Int? { rawValue.nonzeroBitCount == 1 ? rawValue.trailingZeroBitCount : nil }
}
