internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Lines of plain text that begin with a label, and what belongs to a label that is open.
extension FieldFinder {
    mutating func plain(_ view: BlockView) {
        let isItem: Bool
        if case .listItem = view.block.kind { isItem = true } else { isItem = false }
        let words = view.range.count { view.reading.kind($0) == .word }
        if words <= 9, !isItem || open == nil, !view.isProse,
            let (meaning, tokens) = Self.label(in: view.range, view, whole: true),
            !isRoleOfItem(meaning, tokens, view), !opensSentence(meaning, tokens, view)
        {
            begin(meaning, view.range, view, form: "line", level: nil)
            // "400.000 € Gesamtkosten"
            if let value = view.values.first, value.tokens.lowerBound == view.range.lowerBound,
                value.tokens.upperBound <= tokens.lowerBound, meaning.isAmountLabel || Self.times.contains(meaning)
            {
                append(view, value.tokens, isItem: false)
                return close()
            }
            let rest = tokens.upperBound..<view.range.upperBound
            if !rest.isEmpty, hasValue(view, rest), Self.plain(view.range, view).upperBound > rest.lowerBound {
                append(view, Self.trimmed(rest, view), isItem: false)
            }
            return
        }
        if let (meaning, tokens) = opening(view) {
            begin(meaning, tokens, view, form: "line", level: nil)
            append(view, Self.trimmed(tokens.upperBound..<view.range.upperBound, view), isItem: false)
            return
        }
        guard let open else { return }
        // A question that no pack knows asks for something else.
        if asks(view) { return close() }
        if fields[open].meaning == .partnerLead, !fields[open].parts.isEmpty, view.isListLike,
            let (meaning, tokens) = Self.label(in: view.range, view, whole: true), isRoleOfItem(meaning, tokens, view)
        {
            // The next one in the list says its role too.
            fields[open].parts.append(
                .init(view: view.index, tokens: view.range, country: country, isItem: true))
            return
        }
        if let caption = ProjectCaption(view, in: views), caption.mark != .opening { return close() }
        if isItem ? isAnsweredItem : endsList(open, view) { return close() }
        if !isItem, isAnsweredBeside(open), tellsOfNobody(view) { return close() }
        // What a label answered on its own line it does not answer again further down.
        if !isItem, !fields[open].meaning.isPartnerLabel, fields[open].form != "heading",
            fields[open].parts.contains(where: { $0.view == fields[open].labelView })
        {
            return close()
        }
        if fields[open].meaning.isPartnerLabel, let code = groupCountry(view, view.range), words <= 4,
            !answersLead(open, view)
        {
            country = code
            return
        }
        append(view, view.range, isItem: isItem || !view.isProse)
        // One line answers a label; lists go on, and so does the text under a heading.
        if !isItem, fields[open].form != "heading", !fields[open].meaning.isPartnerLabel { close() }
        if view.isProse, fields[open].form != "heading" { close() }
    }

    /// "Page updated on 11.10.2024" below "Partner: University X": a line with a date, a sum or small letters and no body.
    private func tellsOfNobody(_ view: BlockView) -> Bool {
        if view.names.contains(where: { $0.mention.kind == .organization }) { return false }
        if view.range.contains(where: { i in
            view.reading.at(i).contains { $0.meaning == .orgHead || $0.meaning == .orgLegal }
        }) {
            return false
        }
        return view.values.contains { [.date, .money].contains($0.mention.kind) }
    }

    func asks(_ view: BlockView) -> Bool {
        view.range.last.map { view.reading.ascii($0) == UInt8(ascii: "?") } ?? false && view.sentences.count == 1
    }

    /// A line behind the items of a list of bodies, or in capitals as the list's own heading is.
    func endsList(_ open: Int, _ view: BlockView) -> Bool {
        guard fields[open].meaning.isPartnerLabel, let last = fields[open].parts.last else { return false }
        if fields[open].parts.count >= 2, case .listItem = views[last.view].block.kind { return true }
        let host = views[fields[open].labelView]
        return isInCapitals(fields[open].label, host) && isInCapitals(view.range, view)
            && !view.names.contains { $0.mention.kind == .organization }
    }

    func isInCapitals(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        let end = tokens.first { view.reading.ascii($0) == UInt8(ascii: "(") } ?? tokens.upperBound
        let words = (tokens.lowerBound..<end).filter {
            view.reading.kind($0) == .word && view.reading.tokens.folded($0).count >= 4
        }
        return !words.isEmpty && words.allSatisfy { view.reading.tokens[$0].isAllCaps }
    }

    /// "Lead partner Tallinn University": a label at the beginning of a short line, its value behind it.
    func opening(_ view: BlockView) -> (Meaning, Range<Int>)? {
        guard view.range.count <= 30, !view.isProse else { return nil }
        guard let match = view.reading.at(view.range.lowerBound).first(where: { view.reading.meaning($0).isLabel })
        else { return nil }
        let next = match.end
        guard view.range.contains(next), ![.otherLabel, .projectCode].contains(view.reading.meaning(match)) else {
            return nil
        }
        let c = view.reading.ascii(next)
        let marked =
            c == UInt8(ascii: "-") || c == UInt8(ascii: "|") || c == UInt8(ascii: "=") || isLeader(next, view)
            || isColumn(next, view)
        let valueFollows =
            view.values.contains { $0.tokens.lowerBound == next }
            || (view.names.contains { $0.tokens.lowerBound == next } && match.length > 1)
        guard marked && !view.reading.glued(next) || valueFollows else { return nil }
        return (view.reading.meaning(match), match.start..<match.end)
    }

    /// "Acronimo ....... CERAMICA": dots that lead from a label to its value.
    func isLeader(_ i: Int, _ view: BlockView) -> Bool {
        (i..<(i + 3)).allSatisfy { view.reading.ascii($0) == UInt8(ascii: ".") }
    }

    /// "Acronym          QUIETICE": three spaces or more set a value off its label.
    func isColumn(_ i: Int, _ view: BlockView) -> Bool {
        guard view.range.contains(i), i > view.range.lowerBound, view.reading.sameLine(i) else { return false }
        return view.reading.tokens[i].start - view.reading.tokens[i - 1].end >= 3
    }

    // MARK: Scope

    mutating func begin(
        _ meaning: Meaning, _ line: Range<Int>, _ view: BlockView, form: String, level: Int?
    ) {
        fields.append(Field(meaning: meaning, label: line, labelView: view.index, form: form))
        open = fields.count - 1
        openLevel = level
        country = groupCountry(view, line)
    }

    mutating func append(_ view: BlockView, _ tokens: Range<Int>, isItem: Bool) {
        guard let open, !tokens.isEmpty else { return }
        // One line names the lead; what follows is somebody else's, unless a list goes on.
        if fields[open].meaning == .partnerLead, let last = fields[open].parts.last, last.view != view.index,
            !(views[last.view].isItem && view.isItem)
        {
            return close()
        }
        fields[open].parts.append(.init(view: view.index, tokens: tokens, country: country, isItem: isItem))
    }

    /// The value of a label; where it holds labels of its own ("Start: 1.5.2018 – Ende: 14.8.2021"), each begins a
    /// field.
    mutating func appendParts(_ view: BlockView, _ tokens: Range<Int>) {
        var start = tokens.lowerBound
        var i = start
        while i < tokens.upperBound {
            guard i > start, let match = Self.label(at: i, view), view.reading.meaning(match) != .otherLabel,
                view.reading.ascii(match.end) == UInt8(ascii: ":"), match.end + 1 < tokens.upperBound,
                isSeparated(i, view)
            else {
                i += 1
                continue
            }
            append(view, start..<i, isItem: false)
            fields.append(
                Field(
                    meaning: view.reading.meaning(match), label: match.start..<match.end, labelView: view.index,
                    form: "colon"))
            open = fields.count - 1
            start = match.end + 1
            i = start
        }
        append(view, start..<tokens.upperBound, isItem: false)
    }

    /// A line break, a dash, a bar, a comma or a semicolon right before a token.
    func isSeparated(_ i: Int, _ view: BlockView) -> Bool {
        view.reading.tokens[i].newlineBefore || view.reading.breaks(before: i)
            || "-|,;(/".utf8.contains(view.reading.ascii(i - 1))
            || view.reading.kind(i - 1) == .punctuation && view.reading.ascii(i - 1) == 0
    }

    mutating func close() {
        open = nil
        openLevel = nil
        country = nil
    }
}
