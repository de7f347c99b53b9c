internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Projects told one after the other, a paragraph each, without a heading: "SOLTRACK (Solar tracking) began in March …",
/// "In Quiet Ice, which the museum leads, …", "“Hand in hand” is run by …".
extension ProjectSections {
    private static let longestStoryName = 8

    /// The name in the first words of a paragraph that says who leads what with whose money: quoted, or of several words with
    /// capitals, or of a shape that only names have.
    func storyOpening(_ view: BlockView) -> Range<Int>? {
        guard view.isProse, tellsWhole(view), let start = firstName(view) else { return nil }
        let r = view.reading
        if r.ascii(start) == UInt8(ascii: "\"") {
            let close = (start + 1..<min(view.range.upperBound, start + 14)).first {
                r.ascii($0) == UInt8(ascii: "\"")
            }
            guard let close, close > start + 1, r.isCapital(start + 1), r.ascii(close - 1) != UInt8(ascii: ",") else {
                return nil
            }
            return start..<(close + 1)
        }
        var end = start + 1
        while end < view.range.upperBound, r.sameLine(end), end - start < Self.longestStoryName,
            r.kind(end) == .word && r.isCapital(end) || r.kind(end) == .number && !r.glued(end) && r.digits(end) != 3
                || r.isDash(end) && r.glued(end) && r.glued(end + 1)
        {
            end += 1
        }
        let isShaped = (start..<end).contains {
            r.tokens[$0].hasInnerCapital || r.tokens[$0].isAllCaps && r.tokens.folded($0).count >= 4
        }
        // "5. HEARD: …" is no name.
        if end - start == 1, r.tokens[start].isAllCaps, r.ascii(end) == UInt8(ascii: ":") { return nil }
        if !isShaped, end - start == 1 {
            // "Voices from the strait (…)", "Voices from the strait is led by …"
            let next = (end..<min(view.range.upperBound, start + Self.longestStoryName)).first {
                r.kind($0) != .word || !r.sameLine($0) || r.first(.leadAfter, at: $0) != nil
            }
            if let next, r.sameLine(next), r.ascii(next) == UInt8(ascii: "(") || r.first(.leadAfter, at: next) != nil {
                end = next
            }
        }
        // "In Voices …": a capital inside a sentence.
        let isInside =
            start > view.sentence(at: start).lowerBound && !r.language.capitalizesNouns && r.kind(start - 1) == .word
        guard isShaped || end - start > 1 || isInside || isSetOff(end, r), !isOfOthers(start..<end, view) else {
            return nil
        }
        return start..<end
    }

    /// Who leads, and money or a programme with a day.
    private func tellsWhole(_ view: BlockView) -> Bool {
        let told = Self.told([view])
        guard told.contains(.money) || told.isSuperset(of: [.programme, .time]) else { return false }
        return view.reading.matches.contains {
            [.leadBefore, .leadAfter, .leadVerb, .partnerLead, .ownLead, .partnerBefore].contains($0.meaning)
        }
    }

    /// The first word, or the one behind "In", "The project", "In the project".
    private func firstName(_ view: BlockView) -> Int? {
        let r = view.reading
        var start = view.range.lowerBound
        while start < view.range.upperBound, r.kind(start) != .word, r.ascii(start) != UInt8(ascii: "\"") { start += 1 }
        if let behind = ProjectHeading.numbering(from: view.range.lowerBound, view) { start = max(start, behind) }
        let first = start
        while start < view.range.upperBound, start - first <= 3,
            let opening = r.first(.nameOpening, at: start) ?? r.first(.project, at: start)
                ?? r.first(.projectLike, at: start),
            r.sameLine(opening.end)
        {
            start = opening.end
        }
        guard start < view.range.upperBound else { return nil }
        return r.ascii(start) == UInt8(ascii: "\"") || r.isCapital(start) ? start : nil
    }

    /// "HeatMap. Maps of …", "Costuras: …", "Quiet Ice (Stiller Frost)": a mark behind the name.
    private func isSetOff(_ end: Int, _ r: Reading) -> Bool {
        r.sameLine(end) && ("(:".utf8.contains(r.ascii(end)) || r.isDash(end) && !r.glued(end))
    }

    /// A body, a place, a programme, a day, or a word that the packs know for something else.
    private func isOfOthers(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        return view.names.contains { name in
            name.tokens.overlaps(tokens)
                && (name.mention.kind != .region || tokens.allSatisfy { name.tokens.contains($0) })
        } || view.values.contains { $0.tokens.overlaps(tokens) && $0.mention.kind != .number }
            || FieldFinder.label(in: tokens, view, whole: true) != nil
            || tokens.contains { i in r.at(i).contains { ProjectNames.isOther($0.meaning) || $0.meaning == .nameGiven }
            }
    }
}
