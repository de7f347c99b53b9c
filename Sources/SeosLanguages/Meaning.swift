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
    case projectCode = "labels.project.code"
    case url = "labels.url"
    case otherLabel = "labels.other"

    // cues.tsv
    case leadBefore = "cues.lead.before"
    case leadAfter = "cues.lead.after"
    case leadVerb = "cues.lead.verb"
    case adverb = "cues.adverb"
    case negation = "cues.negation"
    case leadCode = "cues.lead.code"
    case leadPerson = "cues.lead.person"
    case ownLead = "cues.own.lead"
    case ownPartner = "cues.own.partner"
    case partnerBefore = "cues.partner.before"
    case partnerAfter = "cues.partner.after"
    case partnerWith = "cues.partner.with"
    case with = "cues.with"
    case noPart = "cues.no.part"
    case associatedAfter = "cues.associated.after"
    case supplierBefore = "cues.supplier.before"
    case supplierAfter = "cues.supplier.after"
    case cofinancierBefore = "cues.cofinancier.before"
    case cofinancierAfter = "cues.cofinancier.after"
    case funderBefore = "cues.funder.before"
    case funderAfter = "cues.funder.after"
    case funderGives = "cues.funder.gives"
    case funderBody = "cues.funder.body"
    case giverState = "cues.giver.state"
    case giverFrom = "cues.giver.from"
    case giverTo = "cues.giver.to"
    case rest = "cues.rest"
    case themselves = "cues.self"
    case ofWhich = "cues.ofwhich"
    case periodFrom = "cues.period.from"
    case periodUntil = "cues.period.until"
    case periodExtended = "cues.period.extended"
    case costs = "cues.costs"
    case unrelated = "cues.unrelated"
    case periodChanged = "cues.period.changed"
    case deadline = "cues.deadline"
    case takesPlace = "cues.takes.place"
    case superseded = "cues.superseded"
    case corrected = "cues.corrected"
    case same = "cues.same"
    case priority = "cues.priority"
    case acts = "cues.acts"
    case sumRow = "cues.sum.row"
    case price = "cues.price"
    case regionNoun = "cues.region.noun"
    case share = "cues.share"
    case shareEU = "cues.share.eu"
    case shareNoun = "cues.share.noun"
    case ours = "cues.ours"
    case perUnit = "cues.per.unit"
    case event = "cues.event"
    case published = "cues.published"
    case noProject = "cues.no.project"
    case ownLanguage = "cues.own.language"
    case projectNamed = "cues.project.named"
    case projectLike = "cues.project.like"
    case projectIs = "cues.project.is"
    case projectWithin = "cues.project.within"
    case nameLabel = "cues.name.label"
    case projectEarlier = "cues.project.earlier"
    case projectPrefix = "cues.project.prefix"
    case programmePlain = "cues.programme.plain"
    case official = "cues.official"
    case side = "cues.side"
    case numbering = "cues.numbering"
    case refersLast = "cues.refers.last"
    case refersFirst = "cues.refers.first"
    case alone = "cues.alone"

    // orgs.tsv
    case orgHead = "orgs.head"
    case orgLegal = "orgs.legal"
    case orgInside = "orgs.inside"
    case orgDepartment = "orgs.department"
    case orgGeneric = "orgs.generic"
    case orgPlural = "orgs.plural"
    case orgOrder = "orgs.order"
    case orgNumber = "orgs.number"
    case orgForeignInside = "orgs.foreign.inside"
    case orgForeignLegal = "orgs.foreign.legal"

    // names.tsv
    case nameOrganization = "names.org"
    case nameBody = "names.body"
    case nameHome = "names.home"
    case nameProgramme = "names.programme"
    case namePlace = "names.place"
    case placeBefore = "names.place-before"
    case placeNoun = "names.place-noun"
    case placeNot = "names.place-not"
    case placeWhere = "names.place-where"
    case nameGiven = "names.given"
    case nameOpening = "names.opening"

    // values.tsv
    case magnitude = "values.magnitude"
    case currency = "values.currency"
    case cent = "values.cent"
    case crown = "values.crown"
    case magnitudeCurrency = "values.magnitude-currency"
    case month = "values.month"
    case weekday = "values.weekday"
    case yearBefore = "values.year.before"
    case yearAfter = "values.year.after"
    case dayAfter = "values.day.after"
    case decade = "values.decade"
    case dateOf = "values.date.of"
    case code = "values.code"
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
    case nearby = "values.nearby"
    case ago = "values.ago"
    case ahead = "values.ahead"
    case numberWord = "values.number"
    case ordinal = "values.ordinal"
    case percent = "values.percent"
    case notMoney = "values.not-money"
    case of = "values.of"
    case minus = "values.minus"
    case point = "values.point"
    case ratio = "values.ratio"
    case multiple = "values.multiple"
    case more = "values.more"
    case partOf = "values.part-of"
    case countedOf = "values.counted-of"
    case phone = "values.phone"
    case project = "values.project"

    // noise.tsv
    case noiseNavigation = "noise.navigation"
    case noiseCookie = "noise.cookie"
    case noiseShare = "noise.share"
    case noiseRelated = "noise.related"
    case noiseFooter = "noise.footer"
    case noiseLogo = "noise.logo"
    case noiseCredit = "noise.credit"
    case noiseChapter = "noise.chapter"

    /// Whether it stands in `labels.tsv`.
    public var isLabel: Bool {
        switch self {
        case .projectName, .projectFullName, .projectAcronym, .amountTotal, .amountEU, .amountNational, .amountOwn,
            .amountShare, .amountShareEU, .amountOther, .amountNone, .partnerLead, .partnerPartner, .partnerAssociated,
            .partnerCofinancier, .partnerSupplier, .period, .periodStart, .periodEnd, .periodDuration, .programme,
            .funder, .region, .contact, .projectCode, .url, .otherLabel:
            true
        default: false
        }
    }

    public var isAmountLabel: Bool {
        switch self {
        case .amountTotal, .amountEU, .amountNational, .amountOwn, .amountShare, .amountShareEU, .amountOther,
            .amountNone:
            true
        default: false
        }
    }

    public var isPartnerLabel: Bool {
        switch self {
        case .partnerLead, .partnerPartner, .partnerAssociated, .partnerCofinancier, .partnerSupplier: true
        default: false
        }
    }
}
