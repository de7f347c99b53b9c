internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// What single words say of the names around them.
extension OrganizationReader {
    func isSmallWord(_ i: Int) -> Bool {
        reading.first(.orgInside, at: i).map { reading.entry($0).key != "article.only" } ?? false
            || reading.first(.of, at: i) != nil
    }

    /// A small word that stands inside names of other languages: "Universität *für* Bodenkultur" on a Slovak page.
    func isForeignSmallWord(_ i: Int) -> Bool {
        reading.isSmall(i) && reading.first(.orgForeignInside, at: i) != nil
    }

    func isCue(_ i: Int) -> Bool {
        reading.at(i).contains { match in
            switch reading.meaning(match) {
            case .orgHead, .orgLegal, .orgInside, .orgDepartment, .namePlace, .project, .region: return false
            case .leadBefore, .leadAfter, .partnerBefore, .partnerAfter, .funderBefore, .funderAfter, .ofWhich,
                .toBefore, .fromBefore:
                return true
            case .partnerLead, .partnerPartner, .partnerAssociated, .projectName, .amountTotal: return true
            default: return false
            }
        }
    }

    /// A capitalised word at the beginning of a sentence that is no part of a name by itself.
    func isPlainOpening(_ i: Int) -> Bool {
        if reading.tokens[i].isAllCaps || reading.tokens[i].hasInnerCapital { return false }
        // "Da Frederikshavn Kommune …", "Om Frederikshavn Havn"
        if reading.kind(i) == .word, reading.tokens.folded(i).count <= 2 { return true }
        return reading.at(i).contains { match in
            match.length == 1
                && [
                    .project, .partnerLead, .partnerPartner, .programme, .funder, .orgInside, .fromBefore, .toBefore,
                    .between, .and, .leadAfter, .partnerAfter, .funderAfter, .upTo, .since, .nameOpening,
                ]
                .contains(reading.meaning(match))
        }
    }

    func startsSentence(_ i: Int) -> Bool {
        if i <= reading.range.lowerBound || reading.tokens[i].newlineBefore { return true }
        let c = reading.ascii(i - 1)
        return c == UInt8(ascii: ".") || c == UInt8(ascii: "!") || c == UInt8(ascii: "?") || c == UInt8(ascii: ":")
    }

    /// "l-Isptar": what is left of an article that a hyphen joins to the name.
    private func isArticleMark(_ i: Int) -> Bool {
        reading.isDash(i) && reading.glued(i) && reading.glued(i + 1) && reading.isSmall(i - 1)
    }

    /// Small words do not end or begin a name.
    func trimmed(_ tokens: Range<Int>) -> Range<Int> {
        var start = tokens.lowerBound
        var end = tokens.upperBound
        while end > start + 1, isSmallWord(end - 1), !reading.isCapital(end - 1) { end -= 1 }
        while end > start + 1, reading.kind(end - 1) == .punctuation, reading.ascii(end - 1) != UInt8(ascii: "\""),
            reading.ascii(end - 1) != UInt8(ascii: ")")
        { end -= 1 }
        while start < end - 1, isSmallWord(start) && !reading.isCapital(start) || isArticleMark(start) { start += 1 }
        return start..<end
    }
}
