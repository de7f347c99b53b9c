internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Sums in running text that are too large to be part of the project: "The programme hands out 64 million", on the page of a
/// project that costs 1.2 million.
extension FactReader {
    /// A part is no larger than the whole; but a page may tell a smaller whole than the project's, of one partner or of a year.
    private static let slack = 8.0
    /// Smaller wholes are prices, in euros.
    private static let leastWhole = 40_000.0
    private static let nearEuro: Set<String> = ["EUR", "GBP", "CHF", "USD"]
    /// What the text itself counts as the whole, rather than a sum that nothing else explains.
    private static let guesses: Set<String> = ["amount.worth", "amount.costs", "amount.whole", "amount.share"]

    mutating func dropImpossibleParts() {
        for project in projects {
            let claims = builder.claims(of: project).filter {
                builder.claims[$0].property == .amount && !builder.claims[$0].isSuperseded
            }
            let whole = claims.compactMap { n -> Double? in
                let claim = builder.claims[n]
                guard claim.amountKind == .total, !Self.guesses.contains(claim.rule) else { return nil }
                return euros(of: claim)
            }.max()
            guard let whole, whole >= Self.leastWhole else { continue }
            for n in claims where builder.claims[n].amountKind != .total && isInRunningText(builder.claims[n]) {
                guard let value = euros(of: builder.claims[n]), value > Self.slack * whole else { continue }
                builder.updateClaim(n) { $0.isSuperseded = true }
            }
        }
    }

    private func euros(of claim: Claim) -> Double? {
        guard let money = money(of: claim), case let rate = CurrencyScale.perEuro(money.currency),
            rate != 1 || Self.nearEuro.contains(money.currency)
        else { return nil }
        return money.amount.double / rate
    }

    private func isInRunningText(_ claim: Claim) -> Bool { view(at: start(of: claim))?.isProse ?? false }
}
