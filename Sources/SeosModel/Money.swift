/// An amount of money: an exact decimal in whole currency units, and a currency.
public struct Money: Sendable, Hashable {
    public var amount: ExactDecimal
    /// ISO 4217, or the bare symbol (`kr`, `$`, `£`) where the page does not tell which.
    public var currency: String

    public init(amount: ExactDecimal, currency: String) {
        self.amount = amount
        self.currency = currency
    }
}
