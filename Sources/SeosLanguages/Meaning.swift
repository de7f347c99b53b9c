/// What a form in a language pack means. The raw value is the pack's file and first column.
public enum Meaning: String, Sendable, CaseIterable {
    // labels.tsv
    case projectName = "labels.project.name"
    case projectFullName = "labels.project.full_name"
    case projectAcronym = "labels.project.acronym"
    case amountTotal = "labels.amount.total"
    case amountEU = "labels.amount.eu"
    case amountNational = "labels.amount.national"
    case amountOwn = "labels.amount.own"
    case amountShare = "labels.amount.share"
    case amountShareEU = "labels.amount.share_eu"
    case amountOther = "labels.amount.other"
    case amountNone = "labels.amount.none"
    case partnerLead = "labels.partner.lead"
    case partnerPartner = "labels.partner.partner"
    case partnerAssociated = "labels.partner.associated"
    case partnerCofinancier = "labels.partner.cofinancier"
    case partnerSupplier = "labels.partner.supplier"
    case period = "labels.period"
    case periodStart = "labels.period.start"
    case periodEnd = "labels.period.end"
    case periodDuration = "labels.period.duration"
    case programme = "labels.programme"
    case funder = "labels.funder"
    case region = "labels.region"
    case contact = "labels.contact"
    case url = "labels.url"
    case otherLabel = "labels.other"

    // cues.tsv
    case leadBefore = "cues.lead.before"
    case leadAfter = "cues.lead.after"
    case partnerBefore = "cues.partner.before"
    case partnerAfter = "cues.partner.after"
    case associatedAfter = "cues.associated.after"
    case supplierBefore = "cues.supplier.before"
    case supplierAfter = "cues.supplier.after"
    case cofinancierBefore = "cues.cofinancier.before"
    case cofinancierAfter = "cues.cofinancier.after"
    case funderBefore = "cues.funder.before"
    case funderAfter = "cues.funder.after"
    case ofWhich = "cues.ofwhich"
    case periodFrom = "cues.period.from"
    case periodUntil = "cues.period.until"
    case periodExtended = "cues.period.extended"
    case event = "cues.event"
    case published = "cues.published"
    case noProject = "cues.no.project"
    case ownLanguage = "cues.own.language"

    // orgs.tsv
    case orgHead = "orgs.head"
    case orgLegal = "orgs.legal"
    case orgInside = "orgs.inside"
    case orgDepartment = "orgs.department"
    case orgOrder = "orgs.order"

    // names.tsv
    case nameOrganization = "names.org"
    case nameProgramme = "names.programme"
    case namePlace = "names.place"

    // values.tsv
    case magnitude = "values.magnitude"
    case currency = "values.currency"
    case cent = "values.cent"
    case magnitudeCurrency = "values.magnitude-currency"
    case month = "values.month"
    case weekday = "values.weekday"
    case yearBefore = "values.year.before"
    case yearAfter = "values.year.after"
    case fromBefore = "values.from.pre"
    case fromAfter = "values.from.post"
    case fromSuffix = "values.from.suffix"
    case toBefore = "values.to.pre"
    case toAfter = "values.to.post"
    case toSuffix = "values.to.suffix"
    case between = "values.between"
    case and = "values.and"
    case since = "values.since"
    case approximate = "values.approx"
    case upTo = "values.upto"
    case atLeast = "values.atleast"
    case unit = "values.unit"
    case quarter = "values.quarter"
    case half = "values.half"
    case season = "values.season"
    case part = "values.part"
    case relative = "values.relative"
    case numberWord = "values.number"
    case ordinal = "values.ordinal"
    case percent = "values.percent"
    case notMoney = "values.not-money"
    case of = "values.of"
    case phone = "values.phone"
    case project = "values.project"

    // noise.tsv
    case noiseNavigation = "noise.navigation"
    case noiseCookie = "noise.cookie"
    case noiseShare = "noise.share"
    case noiseRelated = "noise.related"
    case noiseFooter = "noise.footer"
    case noiseLogo = "noise.logo"

    public var isLabel: Bool { Self.labels.contains(self) }
    public var isAmountLabel: Bool { Self.amountLabels.contains(self) }
    public var isPartnerLabel: Bool { Self.partnerLabels.contains(self) }

    private static let labels = Set(allCases.filter { $0.rawValue.hasPrefix("labels.") })
    private static let amountLabels = Set(allCases.filter { $0.rawValue.hasPrefix("labels.amount.") })
    private static let partnerLabels = Set(allCases.filter { $0.rawValue.hasPrefix("labels.partner.") })
}
