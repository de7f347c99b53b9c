public import SeosModel

extension Extraction {
    /// The same extraction without claims below a confidence; mentions and entities stay, since they were read.
    ///
    /// - Parameter minimum: 0…1; a claim of exactly this confidence is kept.
    public func keepingClaims(from minimum: Double) -> Extraction {
        guard minimum > 0 else { return self }
        var kept = self
        kept.claims.removeAll { $0.confidence < minimum }
        return kept
    }
}
