internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Letters that a page puts in brackets behind a body's name stand for it further down: "Agri-Food and Biosciences
/// Institute (AFBI)" in a list, "AFBI gets £940,000" in the text below it.
struct LettersOfBodies {
    private let views: [BlockView]
    /// The first view that tells what letters stand for, by their hash.
    private var told: [UInt64: Int] = [:]
    /// A bit for some of each hash: most words are none of them.
    private var bits: UInt64 = 0

    init(views: [BlockView]) {
        self.views = views
        for view in views {
            for name in view.names where name.owner != nil && isLong(name, view.reading) {
                let hash = view.reading.tokens[name.tokens.lowerBound].hash
                bits |= 1 << (hash & 63)
                if told[hash] == nil { told[hash] = view.index }
            }
        }
    }

    /// Two letters may be a country's: "Canton Grigioni (CH)".
    private func isLong(_ name: NameReader.Found, _ r: Reading) -> Bool {
        name.tokens.count == 1 && r.tokens.folded(name.tokens.lowerBound).count > 2
    }

    func applied() -> [BlockView] {
        guard !told.isEmpty else { return views }
        return views.map { view in
            let found = letters(in: view)
            guard !found.isEmpty else { return view }
            let names = (view.names + found).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
            return BlockView(
                index: view.index, block: view.block, reading: view.reading, values: view.values, names: names)
        }
    }

    private func letters(in view: BlockView) -> [NameReader.Found] {
        let r = view.reading
        return view.range.compactMap { i in
            guard r.kind(i) == .word, case let hash = r.tokens[i].hash, bits >> (hash & 63) & 1 == 1,
                r.tokens[i].isAllCaps, let first = told[hash], first < view.index,
                !view.names.contains(where: { $0.tokens.contains(i) }),
                !view.values.contains(where: { $0.tokens.contains(i) })
            else { return nil }
            let span = r.span(i..<(i + 1))
            let quote = r.tokens.string(span)
            return NameReader.Found(
                tokens: i..<(i + 1),
                mention: Mention(
                    kind: .organization, span: span, quote: quote, name: quote, language: r.tag, rule: "org.acronym",
                    confidence: 0.75))
        }
    }
}
