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
        "amount": 0.82,
        "amount amount.cue": 0.82,
        "amount amount.cue-behind": 0.71,
        "amount amount.label": 0.93,
        "amount amount.part": 0.58,
        "amount amount.programme": 0.74,
        "amount amount.same": 0.83,
        "amount amount.sum": 0.87,
        "amount amount.whole": 0.85,
        "amount amount.worth": 0.46,
        "contact": 0.92,
        "contact contact.email": 0.82,
        "contact contact.label": 0.97,
        "end": 0.84,
        "end period.colon": 0.93,
        "end period.extended": 0.9,
        "end period.line": 0.87,
        "end period.table": 0.87,
        "end period.told": 0.87,
        "end period.until": 0.78,
        "funder": 0.73,
        "funder funder.colon": 0.87,
        "funder funder.fund": 0.84,
        "funder funder.heading": 0.88,
        "funder funder.line": 0.77,
        "funder funder.prose": 0.6,
        "funder funder.union": 0.7,
        "funder partner.prose": 0.49,
        "name": 0.8,
        "name project.acronym": 0.77,
        "name project.bracket": 0.85,
        "name project.label.acronym": 0.92,
        "name project.label.full-name": 0.85,
        "name project.label.inline": 0.83,
        "name project.label.name": 0.9,
        "name project.named": 0.85,
        "name project.quoted": 0.81,
        "name project.section": 0.88,
        "name project.title": 0.62,
        "partner": 0.8,
        "partner partner.colon": 0.86,
        "partner partner.enumeration": 0.48,
        "partner partner.heading": 0.86,
        "partner partner.inline": 0.61,
        "partner partner.lead-after": 0.74,
        "partner partner.lead-before": 0.83,
        "partner partner.line": 0.91,
        "partner partner.prose": 0.69,
        "partner partner.prose-list": 0.73,
        "partner partner.subject": 0.68,
        "partner partner.table": 0.71,
        "period": 0.86,
        "period period.colon": 0.89,
        "period period.heading": 0.94,
        "period period.line": 0.83,
        "period period.prose": 0.84,
        "period period.table": 0.77,
        "programme": 0.79,
        "programme programme.countries": 0.82,
        "programme programme.grants": 0.85,
        "programme programme.label": 0.9,
        "programme programme.name": 0.77,
        "region": 0.58,
        "region region.acts": 0.59,
        "region region.colon": 0.79,
        "region region.heading": 0.65,
        "region region.line": 0.5,
        "region region.mentioned": 0.61,
        "region region.programme": 0.5,
        "region region.prose": 0.39,
        "region region.table": 0.27,
        "start": 0.94,
        "start period.colon": 0.93,
        "start period.from": 0.98,
        "start period.heading": 0.95,
        "start period.told": 0.96,
            // calibrate: end
    ]
}
