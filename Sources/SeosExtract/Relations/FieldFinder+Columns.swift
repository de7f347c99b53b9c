internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Columns of a table that no known word heads, told by what stands beside them and in them.
extension FieldFinder {
    /// A table of one row tells nothing of its columns.
    private static let leastRows = 2

    /// "Project | Lead | With | Grant": the column of bodies beside one of leads, whatever the words above it are.
    ///
    /// - Parameter rows: the rows of one table, in order.
    func columnOfPartners(_ rows: [BlockView]) -> Int? {
        let rows = rows.filter { !$0.block.cells.allSatisfy(\.isHeader) && $0.block.cells.count > 2 }
        guard rows.count >= Self.leastRows, let first = rows.first else { return nil }
        let headers = first.block.cells.map { $0.header.flatMap(header) }
        guard headers.contains(where: { $0?.meaning == .partnerLead }),
            !headers.contains(where: { $0?.meaning == .partnerPartner })
        else { return nil }
        // The first column names the project of each row.
        return headers.indices.dropFirst().first { n in
            guard let header = headers[n], header.meaning == nil, !header.saysOther else { return false }
            let filled = rows.filter { n < $0.block.cells.count && !$0.block.cells[n].span.isEmpty }
            let bodies = filled.filter { holdsBody($0.tokens($0.block.cells[n].span), $0) }
            return filled.count >= Self.leastRows && bodies.count * 3 >= filled.count * 2
        }
    }

    /// What the words above a column say: their label, and whether they are about money, places or those who give.
    private func header(_ span: SourceSpan) -> (meaning: Meaning?, saysOther: Bool)? {
        guard let any = views.first else { return nil }
        let tokens = any.reading.tokens.tokens(in: span)
        guard let host = views.view(holding: tokens.lowerBound) else { return nil }
        return (Self.label(in: tokens, host, whole: true)?.0, saysOther(tokens, host))
    }

    /// "Sverige (SEK) | Norge (NOK)", "Całe przedsięwzięcie | Część naszej gminy": two columns of sums in two currencies, or
    /// one of them for a body or for us. Two sums in one currency may be an earlier and a later figure.
    func hasColumnsApart(_ cells: [Block.Cell], _ row: BlockView) -> Bool {
        var currencies: Set<Substring> = []
        for cell in cells.dropFirst() {
            guard let header = cell.header else { continue }
            let tokens = row.reading.tokens.tokens(in: header)
            guard let host = views.view(holding: tokens.lowerBound) else { continue }
            for i in tokens {
                if let match = host.reading.first(.currency, at: i) {
                    currencies.insert(host.reading.entry(match).key[...])
                }
            }
        }
        if currencies.count > 1 { return true }
        return cells.dropFirst().contains { cell in
            guard let header = cell.header else { return false }
            let tokens = row.reading.tokens.tokens(in: header)
            guard let host = views.view(holding: tokens.lowerBound) else { return false }
            return tokens.contains { host.reading.first(.ours, at: $0) != nil }
                || host.names.contains {
                    $0.mention.kind == .organization && $0.mention.code == nil && tokens.contains($0.tokens.lowerBound)
                }
        }
    }

    /// "Total | 1 126 000 | 900 800" below columns with labels for amounts: the columns say what each sum is.
    func isRowOfSums(_ cells: [Block.Cell], _ first: Range<Int>, _ row: BlockView) -> Bool {
        let sums = cells.dropFirst()
        return sums.count >= 2 && row.reading.first(.sumRow, at: first.lowerBound) != nil
            && sums.allSatisfy { $0.header.flatMap(header)?.meaning?.isAmountLabel == true }
    }

    private func holdsBody(_ tokens: Range<Int>, _ row: BlockView) -> Bool {
        row.names.contains {
            $0.mention.kind == .organization && $0.mention.code == nil && tokens.contains($0.tokens.lowerBound)
        }
    }

    /// Where a body sits.
    struct Seat {
        var country: String?
    }

    /// "Provincie Drenthe | Assen", "Universiteit Osnabrück | Duitsland": a body beside where it sits.
    func seat(of label: Range<Int>, _ value: Range<Int>, _ view: BlockView) -> Seat? {
        guard let first = value.first, value.count <= 4,
            view.names.contains(where: {
                $0.mention.kind == .organization && $0.tokens.lowerBound == label.lowerBound
                    && $0.tokens.upperBound >= label.upperBound
            })
        else { return nil }
        if let place = view.names.first(where: { $0.mention.kind == .region && $0.tokens == value }) {
            return Seat(country: place.mention.country)
        }
        guard
            let hit = view.reading.place(at: first, before: value.upperBound, in: gazetteer),
            hit.tokens.upperBound == value.upperBound
        else { return nil }
        return Seat(country: hit.places.first?.country)
    }

    /// "Applicant: X / Participants: Y, Z" in one cell: each label in it governs what follows; none where it begins
    /// without one.
    func rolesInside(_ tokens: Range<Int>, _ view: BlockView) -> [(meaning: Meaning, tokens: Range<Int>)] {
        let r = view.reading
        var parts: [(meaning: Meaning, tokens: Range<Int>)] = []
        var open: (meaning: Meaning, start: Int)?
        for i in tokens {
            guard i == tokens.lowerBound || r.tokens[i].newlineBefore || ".;".utf8.contains(r.ascii(i - 1)),
                let match = r.at(i).first(where: {
                    $0.meaning.isPartnerLabel && r.ascii($0.end) == UInt8(ascii: ":") && $0.end + 1 < tokens.upperBound
                })
            else {
                if i == tokens.lowerBound { return [] }
                continue
            }
            if let open { parts.append((open.meaning, open.start..<i)) }
            open = (match.meaning, match.end + 1)
        }
        if let open { parts.append((open.meaning, open.start..<tokens.upperBound)) }
        return parts
    }
}
