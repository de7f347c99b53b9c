internal import SeosModel

/// How sure a claim is: how often claims of its rule were right on the documents of `corpus/gold`.
///
/// Rules give a claim a first guess that decides between statements of one page. What leaves the reader is measured:
/// `Scripts/calibrate` counts right and wrong claims of each rule and rewrites the table below. Rules that the corpus
/// never shows keep their guess, but no more than the property's own share.
enum Calibration {
    static func confidence(_ claim: Claim) -> Double {
        let property = claim.property.word
        if let measured = table["\(property) \(claim.rule)"] { return measured }
        return table[property].map { min($0, claim.confidence) } ?? claim.confidence
    }

    /// Property, or property and rule; share of right claims.
    private static let table: [String: Double] = [
        // calibrate: begin
        // calibrate: end
        :
    ]
}
