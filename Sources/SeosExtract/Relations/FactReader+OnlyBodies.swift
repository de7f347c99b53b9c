internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Who takes part where no words for a role say it: the one body of a page about one project.
extension FactReader {
    /// "Gmina Pcim – inwestycje … Wkład własny gminy: 629 917,46 zł", "The University of X has thirty months to …": asked last,
    /// when partners and funders are known.
    mutating func readOnlyBodies() {
        guard projects.count == 1, let project else { return }
        let partners = builder.claims(of: project).map { builder.claims[$0] }.filter {
            $0.property == .partner && $0.role != .supplier
        }
        if partners.contains(where: { $0.role == .lead }) {
            readBodyOfHeadline(of: project)
            readBodiesWithShares(of: project)
        } else if partners.isEmpty {
            readOnlyBody(of: project)
        } else if partners.count == 1, partners[0].rule == "partner.share", let only = partners[0].mention,
            let entity = partners[0].object, candidates(of: project, besides: entity).isEmpty
        {
            // "Eigen bijdrage gemeente X": the only body there is, with its own money.
            claimOnly(project, entity, only, .lead)
        } else {
            readBodyAbovePartners(of: project)
        }
    }

    /// Nobody has a role: the page's own body leads, else the one that pays its own part, else the only one there is.
    private mutating func readOnlyBody(of project: Int) {
        let bodies = candidates(of: project, besides: nil)
        guard bodies.count <= Self.mostBodies else { return }
        let above = bodies.filter(\.isAbove)
        let payers = bodies.filter { body in
            builder.claims(of: project).contains {
                builder.claims[$0].amountKind == .own && builder.claims[$0].owner == body.entity
            }
        }
        guard
            let body = [above, payers, isShortPage ? bodies.filter(\.isSubject) : []].first(where: { $0.count == 1 })?
                .first
        else {
            return
        }
        // Schools tell of partnerships of Erasmus that somebody else may coordinate.
        let isExchange = builder.claims(of: project).contains {
            builder.claims[$0].property == .programme
                && builder.claims[$0].object.map { builder.entity($0).code == "erasmus" } ?? false
        }
        claimOnly(project, body.entity, body.mention, isExchange ? .partner : .lead)
    }

    /// "X joins the project “Y”" above a page that tells who else leads: the body that opens the headline takes part.
    private mutating func readBodyOfHeadline(of project: Int) {
        guard let first = views.first, tellsOf(project, first) else { return }
        let bodies = candidates(of: project, besides: nil).filter(\.isAbove)
        guard bodies.count == 1, let body = bodies.first else { return }
        claimOnly(project, body.entity, body.mention, .partner)
    }

    /// "The University of X's share is 540,000 euros", "X hat 3,7 Mio. für seinen Teil bekommen": beside a word for a share of the
    /// money, whoever has no other role takes part.
    private mutating func readBodiesWithShares(of project: Int) {
        for body in candidates(of: project, besides: nil) {
            let span = builder.mention(body.mention).span
            guard let view = view(at: span.start), view.isProse, isBesideShare(view.tokens(span), view) else {
                continue
            }
            claimOnly(project, body.entity, body.mention, .partner)
        }
    }

    /// A word for a share within a few words of a name, and a sum in their sentence.
    private func isBesideShare(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        let sentence = view.sentence(at: tokens.lowerBound)
        let near =
            max(
                sentence.lowerBound, tokens.lowerBound - Self.reach)..<min(
                sentence.upperBound, tokens.upperBound + Self.reach)
        guard
            near.contains(where: { i in
                view.reading.at(i).contains { [.share, .shareNoun, .shareEU, .amountShare].contains($0.meaning) }
            })
        else { return false }
        return view.values.contains { $0.mention.kind == .money && sentence.contains($0.tokens.lowerBound) }
    }

    private static let reach = 6

    /// "School X" in the first line, and below it what the project does with whom: it leads, unless it says that it takes
    /// part.
    private mutating func readBodyAbovePartners(of project: Int) {
        let says = views.contains { view in
            view.reading.matches.contains { $0.meaning == .ownPartner || $0.meaning == .partnerBefore }
        }
        guard let first = views.first, !first.isProse, !says else { return }
        let bodies = candidates(of: project, besides: nil).filter(\.isAbove)
        guard bodies.count == 1, let body = bodies.first else { return }
        claimOnly(project, body.entity, body.mention, .lead)
    }

    private func tellsOf(_ project: Int, _ view: BlockView) -> Bool {
        let span = view.reading.span(view.range)
        return builder.entity(project).mentions.contains { span.contains(builder.mention($0).span) }
    }

    private mutating func claimOnly(_ project: Int, _ entity: Int, _ mention: Int, _ role: Claim.Role) {
        builder.claim(
            Claim(
                subject: project, property: .partner, object: entity, mention: mention, role: role,
                evidence: [builder.mention(mention).span], rule: "partner.only", confidence: 0.5))
    }

    /// A page with more bodies than this is about more than a project and who runs it.
    private static let mostBodies = 4

    /// On a long page a body that is named in passing runs nothing.
    private var isShortPage: Bool { views.reduce(0) { $0 + $1.range.count } <= Self.shortPage }
    private static let shortPage = 400

    private struct Candidate {
        var entity: Int
        var mention: Int
        /// In the page's first line.
        var isAbove: Bool
        /// Neither a territory nor a cell, and no verb for leading beside it that was found to mean something else.
        var isSubject: Bool
    }

    /// "It rests with nobody, says the council.": two words behind the comma before a sentence's end.
    private func speaks(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        let sentence = view.sentence(at: tokens.lowerBound)
        let comma = (max(sentence.lowerBound, tokens.lowerBound - 3)..<tokens.lowerBound).last {
            r.ascii($0) == UInt8(ascii: ",")
        }
        return comma.map { $0 < tokens.lowerBound - 1 } ?? false && tokens.upperBound >= sentence.upperBound - 1
    }

    /// Bodies without a role that may run a project: no firm, nobody who pays, and no ministry, agency or fund.
    private func candidates(of project: Int, besides known: Int?) -> [Candidate] {
        var found: [Candidate] = []
        for view in views {
            for (k, name) in view.names.enumerated() where isPartnerName(name) && !name.isOwn && name.owner == nil {
                guard let entity = entity(of: nameMentions[view.index][k]), entity != known,
                    name.organizationKind != .company, !paysOrBuilds(name.tokens, view),
                    !isInProject(name.mention.span), !isPart(name.tokens, view),
                    !builder.hasClaim(of: project, about: entity, where: { [.partner, .funder].contains($0.property) })
                else { continue }
                if found.contains(where: { $0.entity == entity }) { continue }
                found.append(
                    Candidate(
                        entity: entity, mention: nameMentions[view.index][k],
                        isAbove: view.index == 0 && name.tokens.lowerBound <= view.range.lowerBound + 1,
                        isSubject: !name.isTerritory && !view.isUnderHeader && view.block.cells.isEmpty
                            && !speaks(name.tokens, view) && !tellsOfLeading(name.tokens, view)))
            }
        }
        return found
    }

    /// "I ligaen leder Aarhus Universitet": a verb for leading in the sentence, which leads something else.
    private func tellsOfLeading(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        view.reading.matches(in: view.sentence(at: tokens.lowerBound)).contains {
            $0.meaning == .leadVerb || $0.meaning == .leadBefore
        }
    }

    /// A faculty or a department, or a noun with the project's name: "konsorcjum LIGNOSTEP".
    private func isPart(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        if view.reading.first(.orgDepartment, at: tokens.lowerBound) != nil { return true }
        let span = view.reading.span(tokens)
        return projects.contains { project in
            builder.entity(project).mentions.contains { span.contains(builder.mention($0).span) }
        }
    }

    /// A word for ministries, funds and those who pay in the name, or words for building and selling right beside it.
    private func paysOrBuilds(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        if tokens.contains(where: { r.first(.funderBody, at: $0) != nil }) { return true }
        let near = max(view.range.lowerBound, tokens.lowerBound - 4)..<min(view.range.upperBound, tokens.upperBound + 4)
        return near.contains { i in
            r.at(i).contains {
                [
                    .supplierAfter, .supplierBefore, .partnerSupplier, .event, .contact, .noProject, .funder,
                    .funderAfter,
                ]
                .contains($0.meaning)
            }
        }
    }
}
