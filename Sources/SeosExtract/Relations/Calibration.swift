internal import SeosModel

/// How sure a claim is: how often claims of its rule were right on the documents of `corpus/gold`.
///
/// Rules give a claim a first guess that decides between statements of one page. What leaves the reader is measured:
/// `Scripts/calibrate` counts right and wrong claims of each rule and rewrites the table below. Rules that the corpus
/// never shows keep their guess, but no more than the property's own share.
enum Calibration {
    static func confidence(_ claim: Claim) -> Double {
        let shares = shares[claim.property.rawValue]
        if let measured = shares.rules[claim.rule] { return measured }
        return shares.all.map { min($0, claim.confidence) } ?? claim.confidence
    }

    /// The table by property, so that no key is put together for a claim.
    private static let shares: [(all: Double?, rules: [String: Double])] = {
        var shares = [(all: Double?, rules: [String: Double])](
            repeating: (nil, [:]), count: Claim.Property.allCases.count + 1)
        for property in Claim.Property.allCases {
            shares[property.rawValue].all = table[property.word]
            for (key, share) in table where key.hasPrefix(property.word + " ") {
                shares[property.rawValue].rules[String(key.dropFirst(property.word.count + 1))] = share
            }
        }
        return shares
    }()

    /// Property, or property and rule; share of right claims.
    private static let table: [String: Double] = [
        // calibrate: begin
        "amount": 0.8,
        "amount amount.beside": 0.54,
        "amount amount.body": 0.84,
        "amount amount.bracket": 0.75,
        "amount amount.breakdown": 0.54,
        "amount amount.costs": 0.7,
        "amount amount.cue": 0.83,
        "amount amount.cue-behind": 0.84,
        "amount amount.given": 0.52,
        "amount amount.giver": 0.61,
        "amount amount.label": 0.89,
        "amount amount.list": 0.51,
        "amount amount.part": 0.53,
        "amount amount.percent": 0.88,
        "amount amount.programme": 0.62,
        "amount amount.rest": 0.72,
        "amount amount.rounded": 0.85,
        "amount amount.same": 0.83,
        "amount amount.share": 0.9,
        "amount amount.sum": 0.9,
        "amount amount.whole": 0.63,
        "amount amount.worth": 0.38,
        "contact": 0.85,
        "contact contact.email": 0.84,
        "contact contact.label": 0.86,
        "duration": 0.25,
        "duration duration.colon": 0.21,
        "duration duration.heading": 0.21,
        "end": 0.88,
        "end period.cell": 0.91,
        "end period.colon": 0.83,
        "end period.extended": 0.92,
        "end period.fitting": 0.98,
        "end period.heading": 0.81,
        "end period.line": 0.92,
        "end period.loose-until": 0.86,
        "end period.preposition": 0.9,
        "end period.table": 0.7,
        "end period.told": 0.83,
        "end period.until": 0.81,
        "end period.version": 0.9,
        "funder": 0.78,
        "funder funder.amount": 0.79,
        "funder funder.body": 0.63,
        "funder funder.colon": 0.65,
        "funder funder.footer": 0.83,
        "funder funder.fund": 0.84,
        "funder funder.gives": 0.66,
        "funder funder.heading": 0.64,
        "funder funder.label": 0.9,
        "funder funder.line": 0.79,
        "funder funder.prose": 0.79,
        "funder funder.table": 0.83,
        "funder funder.union": 0.76,
        "funder partner.prose": 0.76,
        "name": 0.93,
        "name project.acronym": 0.95,
        "name project.apposition": 0.82,
        "name project.beside": 0.86,
        "name project.bracket": 0.97,
        "name project.called": 0.88,
        "name project.coined": 0.95,
        "name project.earlier": 0.84,
        "name project.former": 0.86,
        "name project.headed": 0.98,
        "name project.label.acronym": 0.98,
        "name project.label.full-name": 0.96,
        "name project.label.inline": 0.96,
        "name project.label.name": 0.95,
        "name project.named": 0.94,
        "name project.quoted": 0.96,
        "name project.section": 0.95,
        "name project.title": 0.76,
        "partner": 0.82,
        "partner partner.associated": 0.8,
        "partner partner.colon": 0.92,
        "partner partner.column": 0.88,
        "partner partner.enumeration": 0.76,
        "partner partner.heading": 0.9,
        "partner partner.inline": 0.74,
        "partner partner.lead-after": 0.79,
        "partner partner.lead-before": 0.91,
        "partner partner.lead-bracket": 0.74,
        "partner partner.lead-latter": 0.74,
        "partner partner.lead-person": 0.85,
        "partner partner.lead-referred": 0.73,
        "partner partner.line": 0.97,
        "partner partner.listed": 0.95,
        "partner partner.own": 0.83,
        "partner partner.owner": 0.88,
        "partner partner.paragraph": 0.58,
        "partner partner.participant": 0.43,
        "partner partner.prose": 0.8,
        "partner partner.prose-list": 0.71,
        "partner partner.runner": 0.61,
        "partner partner.share": 0.52,
        "partner partner.subject": 0.71,
        "partner partner.table": 0.84,
        "partner partner.told": 0.7,
        "period": 0.87,
        "period period.bracket": 0.78,
        "period period.cell": 0.9,
        "period period.colon": 0.93,
        "period period.heading": 0.93,
        "period period.line": 0.95,
        "period period.prose": 0.91,
        "period period.table": 0.49,
        "programme": 0.87,
        "programme programme.countries": 0.89,
        "programme programme.grants": 0.8,
        "programme programme.label": 0.9,
        "programme programme.name": 0.88,
        "programme programme.shared": 0.66,
        "programme programme.titled": 0.69,
        "region": 0.78,
        "region region.acts": 0.83,
        "region region.bracket": 0.81,
        "region region.clause": 0.95,
        "region region.colon": 0.79,
        "region region.from": 0.73,
        "region region.heading": 0.89,
        "region region.line": 0.79,
        "region region.located": 0.76,
        "region region.mentioned": 0.72,
        "region region.prose": 0.81,
        "start": 0.91,
        "start period.cell": 0.94,
        "start period.colon": 0.88,
        "start period.fitting": 0.98,
        "start period.from": 0.91,
        "start period.heading": 0.93,
        "start period.line": 0.94,
        "start period.loose-from": 0.77,
        "start period.preposition": 0.77,
        "start period.table": 0.83,
        "start period.told": 0.81,
            // calibrate: end
    ]
}
