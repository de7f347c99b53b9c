internal import SeosLanguages

/// Words that are no part of a place's name.
extension UnknownPlaces {
    /// Words that make what stands before them a body, a project or a programme.
    static func makesBody(_ meaning: Meaning) -> Bool {
        switch meaning {
        case .orgHead, .orgLegal, .project, .programme: true
        default: false
        }
    }

    static func isNoPlace(_ meaning: Meaning) -> Bool {
        switch meaning {
        case .orgHead, .orgLegal, .orgDepartment, .orgGeneric, .nameOrganization, .nameBody, .nameProgramme, .namePlace,
            .project, .month, .weekday, .season, .event, .unit, .numberWord, .ordinal, .currency, .magnitude, .relative,
            .quarter, .half, .noProject, .placeBefore, .leadBefore, .leadAfter, .partnerBefore, .partnerAfter,
            .funderBefore, .funderAfter, .published, .ownLanguage:
            true
        default: false
        }
    }
}
