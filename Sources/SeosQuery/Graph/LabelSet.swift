/// A set of labels by their codes.
struct LabelSet: OptionSet, Hashable, Sendable {
    var rawValue: UInt16

    init(rawValue: UInt16) { self.rawValue = rawValue }
    init(code: Int) { rawValue = 1 << UInt16(code) }

    /// Codes, ascending.
    var codes: [Int] { (0..<16).filter { rawValue & (1 << UInt16($0)) != 0 } }

    /// The code when there is exactly one.
    var single: Int? { rawValue.nonzeroBitCount == 1 ? rawValue.trailingZeroBitCount : nil }
}
