internal import SeosLanguages
internal import SeosModel

/// Grants in running text that are not the project's, of a call, of a programme or of another project; and the fund's part
/// of each partner's budget.
extension FactReader {
    /// How near two figures of one grant are: "2.3 million" and "2 340 000".
    private static let tolerance = 0.05
    /// Shares of the whole that funds pay, in twentieths.
    private static let twentieths = 8..<20

    /// A project has one grant of the Union in a currency: the one that is a round share of its total, or else the first.
    /// Further ones in prose that are no such share are somebody else's.
    mutating func dropOtherGrants() {
        for project in projects {
            var totals: [String: [Double]] = [:]
            var grants: [String: [(claim: Int, value: Double)]] = [:]
            for n in builder.claims(of: project) {
                let claim = builder.claims[n]
                guard claim.property == .amount, claim.owner == nil, !claim.isSuperseded, let money = money(of: claim)
                else { continue }
                switch claim.amountKind {
                case .total: totals[money.currency, default: []].append(money.amount.double)
                case .eu: grants[money.currency, default: []].append((n, money.amount.double))
                default: continue
                }
            }
            for (currency, list) in grants where list.count >= 2 {
                guard let totals = totals[currency], let most = totals.max() else { continue }
                let ordered = list.sorted { start(of: builder.claims[$0.claim]) < start(of: builder.claims[$1.claim]) }
                guard
                    let own = ordered.first(where: { isShare($0.value, of: totals) })
                        ?? ordered.first(where: { $0.value <= 1.02 * most })
                else { continue }
                for grant in ordered where grant.claim != own.claim {
                    guard abs(grant.value - own.value) > Self.tolerance * own.value,
                        isToldInProse(builder.claims[grant.claim]), !isShare(grant.value, of: totals)
                    else { continue }
                    builder.updateClaim(grant.claim) { $0.isSuperseded = true }
                }
            }
        }
    }

    private func isShare(_ grant: Double, of totals: [Double]) -> Bool {
        totals.contains { total in
            guard total > 0, grant < total else { return false }
            let share = grant * 20 / total
            return abs(share - share.rounded()) < 2e-3 && Self.twentieths.contains(Int(share.rounded()))
        }
    }

    private func isToldInProse(_ claim: Claim) -> Bool {
        ["amount.programme", "amount.cue", "amount.cue-behind"].contains(claim.rule)
    }

    /// "Mendelova univerzita   268 450,00 EUR   (214 760,00 EUR)": of two amounts in one line, the second is the fund's
    /// part when it is to the first what the grant is to the total.
    mutating func splitShares() {
        for project in projects {
            var total: Money?
            var grant: Double?
            var shares: [Int: [(claim: Int, money: Money)]] = [:]
            for n in builder.claims(of: project) {
                let claim = builder.claims[n]
                guard claim.property == .amount, !claim.isSuperseded, let money = money(of: claim) else { continue }
                switch claim.amountKind {
                case .total where claim.owner == nil && total == nil: total = money
                case .eu where claim.owner == nil && grant == nil: grant = money.amount.double
                case .partnerShare:
                    guard let place = view(at: start(of: claim)) else { continue }
                    shares[place.index, default: []].append((n, money))
                default: continue
                }
            }
            guard let total, let grant, grant > 0, grant < total.amount.double else { continue }
            let rate = grant / total.amount.double
            for line in shares.values where (2...8).contains(line.count) {
                for whole in line where whole.money.currency == total.currency {
                    let value = whole.money.amount.double
                    let owner = builder.claims[whole.claim].owner
                    for part in line
                    where part.money.currency == total.currency
                        && abs(part.money.amount.double - value * rate) <= max(1, 1e-5 * value)
                        && part.money.amount.double < value
                    {
                        builder.updateClaim(part.claim) {
                            $0.amountKind = .partnerEU
                            $0.owner = $0.owner ?? owner
                        }
                    }
                }
            }
        }
    }
}
