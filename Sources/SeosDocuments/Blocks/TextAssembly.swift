internal import SeosModel
internal import SeosText

/// Puts the text of a document together from its blocks, one line after another.
struct TextAssembly {
    private(set) var text: [UInt8] = []
    private(set) var blocks: [Block] = []
    /// Stretches of the text, and where they stand in the decoded markup.
    private(set) var runs: [SourceMap.Run] = []
    /// Bytes of blocks for which there was no room.
    private(set) var cutBytes = 0

    /// - Parameter pieces: where the text that drafts were made from stands in the markup; none when nobody asks.
    init(_ drafts: [BlockDraft], limit: Int, pieces: [TextPiece] = []) {
        var drafts = drafts
        var positions = [Int?](repeating: nil, count: drafts.count)
        var order: [Int] = []
        for i in drafts.indices {
            let isNormalised = Self.normalise(&drafts[i])
            let room = limit - text.count - 1
            if cutBytes > 0 || drafts[i].bytes.count > room {
                let whole = drafts[i].bytes.count
                // The first block that does not fit is cut, the rest is left out.
                let kept = cutBytes == 0 ? Self.shorten(&drafts[i], to: room) : false
                cutBytes += whole - (kept ? drafts[i].bytes.count : 0)
                if !kept { continue }
            }
            let bytes = drafts[i].bytes
            if !text.isEmpty { text.append(0x0A) }
            positions[i] = text.count
            place(drafts[i], pieces, isNormalised: isNormalised)
            text.append(contentsOf: bytes)
            order.append(i)
        }
        blocks.reserveCapacity(order.count)
        for i in order {
            guard let start = positions[i] else { continue }
            blocks.append(Self.block(drafts, i, start, positions))
        }
    }

    /// Notes where the words of a draft stand. One that form C changed maps as a whole.
    private mutating func place(_ draft: BlockDraft, _ pieces: [TextPiece], isNormalised: Bool) {
        guard !pieces.isEmpty else { return }
        let start = text.count
        let first = runs.count
        for mark in draft.marks {
            let length = isNormalised ? Int(mark.length) : min(Int(mark.length), draft.bytes.count - Int(mark.block))
            guard length > 0 else { break }
            let page = Int(mark.page)..<Int(mark.page) + length
            TextPiece.runs(pieces, of: page, at: start + Int(mark.block), to: &runs)
        }
        guard isNormalised, let from = runs[first...].map(\.raw.lowerBound).min(),
            let to = runs[first...].map(\.raw.upperBound).max()
        else { return }
        runs.removeSubrange(first...)
        runs.append(SourceMap.Run(text: start..<start + draft.bytes.count, raw: from..<to, isExact: false))
    }

    /// Cuts a block between two characters. Returns whether anything is left of it.
    private static func shorten(_ draft: inout BlockDraft, to limit: Int) -> Bool {
        var end = max(0, min(limit, draft.bytes.count))
        while end > 0, end < draft.bytes.count, draft.bytes[end] & 0xC0 == 0x80 { end -= 1 }
        guard end > 0 else { return false }
        draft.bytes.removeSubrange(end...)
        draft.label = draft.label?.clamped(to: 0..<end)
        draft.value = draft.value?.clamped(to: 0..<end)
        for i in draft.cells.indices { draft.cells[i].range = draft.cells[i].range.clamped(to: 0..<end) }
        return true
    }

    private static func block(_ drafts: [BlockDraft], _ i: Int, _ start: Int, _ positions: [Int?]) -> Block {
        let draft = drafts[i]
        func span(_ range: Range<Int>) -> SourceSpan {
            SourceSpan(start + range.lowerBound, start + range.upperBound)
        }
        var block = Block(
            kind: draft.kind, span: span(0..<draft.bytes.count), role: draft.role, label: draft.label.map(span),
            value: draft.value.map(span), group: draft.group, language: draft.language)
        if let owner = draft.labelOwner, let ownerStart = positions[owner], let label = drafts[owner].label {
            block.label = SourceSpan(ownerStart + label.lowerBound, ownerStart + label.upperBound)
        }
        for cell in draft.cells {
            var header: SourceSpan?
            if let (owner, index) = cell.header, let ownerStart = positions[owner], index < drafts[owner].cells.count {
                let range = drafts[owner].cells[index].range
                header = SourceSpan(ownerStart + range.lowerBound, ownerStart + range.upperBound)
            }
            block.cells.append(Block.Cell(span: span(cell.range), header: header, isHeader: cell.isHeader))
        }
        return block
    }

    /// Brings a block to form C piece by piece, so that its ranges stay right: they begin and end at spaces, tabs or
    /// punctuation, over which nothing composes.
    ///
    /// - Returns: whether anything changed.
    private static func normalise(_ draft: inout BlockDraft) -> Bool {
        let normal = Normalization.nfc(draft.bytes)
        guard normal != draft.bytes else { return false }
        var cuts: Set<Int> = [0, draft.bytes.count]
        for range in draft.cells.map(\.range) + [draft.label, draft.value].compactMap({ $0 }) {
            cuts.insert(range.lowerBound)
            cuts.insert(range.upperBound)
        }
        let sorted = cuts.sorted()
        var moved: [Int: Int] = [0: 0]
        var bytes: [UInt8] = []
        for (from, to) in zip(sorted, sorted.dropFirst()) {
            bytes.append(contentsOf: Normalization.nfc(Array(draft.bytes[from..<to])))
            moved[to] = bytes.count
        }
        func shifted(_ range: Range<Int>) -> Range<Int> {
            (moved[range.lowerBound] ?? 0)..<(moved[range.upperBound] ?? bytes.count)
        }
        draft.bytes = bytes
        draft.label = draft.label.map(shifted)
        draft.value = draft.value.map(shifted)
        for i in draft.cells.indices { draft.cells[i].range = shifted(draft.cells[i].range) }
        return true
    }
}
