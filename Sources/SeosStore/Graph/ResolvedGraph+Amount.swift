public import SeosModel

extension ResolvedGraph {
    /// A sum of money that some project has.
    public struct Amount: Sendable, Hashable {
        public var id: Int64
        public var money: Money
        public var kind: Claim.AmountKind
        public var asWritten: String

        public init(id: Int64, money: Money, kind: Claim.AmountKind, asWritten: String) {
            self.id = id
            self.money = money
            self.kind = kind
            self.asWritten = asWritten
        }
    }
}
