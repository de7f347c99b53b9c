internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Amounts whose currency stands apart from them: in the header of their column, in the caption above the table or the
/// list, or beside the other amounts of the same list of labels.
struct ImpliedCurrency {
    let views: [BlockView]
    let fields: [Field]
    /// What "kr" means on this page.
    var crown: String?

    private struct Unit {
        var currency: String
        var power: Int
    }

    func applied() -> [BlockView] {
        var result = views
        let labelled = amountParts()
        var caption: Unit?
        let footers = footers()
        lazy var only = onlyCurrency()
        lazy var onlyWord = onlyCurrencyWord()
        for view in views {
            if let stated = self.caption(view) {
                caption = stated
            } else if view.block.headingLevel != nil || view.isProse {
                caption = nil
            }
            guard view.values.contains(where: { $0.mention.kind == .number }) else { continue }
            var values = view.values
            for k in values.indices where isAmount(values[k], view) {
                let unit =
                    unit(of: values[k], view, caption ?? footers[view.block.group], labelled[view.index] ?? [])
                    ?? (isPlainlyMoney(values[k], view) ? only : nil)
                    ?? (isGroupedCell(values[k], view, labelled[view.index] ?? []) ? onlyWord : nil)
                guard let unit else { continue }
                give(unit, &values[k], view)
            }
            if values.contains(where: { $0.mention.rule == Self.rule }) {
                result[view.index] = BlockView(
                    index: view.index, block: view.block, reading: view.reading, values: values, names: view.names)
            }
        }
        return result
    }

    private static let rule = "money.column"

    /// Parts of views that stand under a label for amounts.
    private func amountParts() -> [Int: [Range<Int>]] {
        var parts: [Int: [Range<Int>]] = [:]
        for field in fields where field.meaning.isAmountLabel {
            for part in field.parts where part.view == field.labelView || field.form == "table" {
                parts[part.view, default: []].append(part.tokens)
            }
        }
        return parts
    }

    private func unit(
        of value: ValueReader.Found, _ view: BlockView, _ caption: Unit?, _ labelled: [Range<Int>]
    ) -> Unit? {
        let i = value.tokens.lowerBound
        let isLabelled = labelled.contains { $0.contains(i) }
        if let cell = view.block.cells.first(where: { view.tokens($0.span).contains(i) }), let header = cell.header {
            let tokens = view.reading.tokens.tokens(in: header)
            if let host = views.view(holding: tokens.lowerBound), let unit = unit(in: tokens, host) { return unit }
        }
        if let caption, isUnder(caption, value, view, isLabelled) { return caption }
        // "Budget (€) | 640 000 | 420 000": the row's own label.
        if isLabelled, let first = view.block.cells.first, !first.span.isEmpty,
            view.block.cells.count > 1, let unit = unit(in: view.tokens(first.span), view)
        {
            return unit
        }
        guard isLabelled, isExact(value) else { return nil }
        return neighbour(of: view)
    }

    /// A caption counts for figures under labels of amounts and for whatever is written as money is.
    private func isUnder(_ caption: Unit, _ value: ValueReader.Found, _ view: BlockView, _ isLabelled: Bool) -> Bool {
        guard !view.isProse else { return false }
        return isLabelled || isGrouped(value) || caption.power > 0 && isExact(value)
    }

    /// "All amounts in euro" alone in a row of a table, by table.
    private func footers() -> [Int: Unit] {
        var footers: [Int: Unit] = [:]
        for view in views where view.block.group > 0 && !view.block.cells.isEmpty {
            let filled = view.block.cells.filter { !$0.span.isEmpty }
            guard filled.count == 1, view.range.count <= 14,
                !view.values.contains(where: { $0.mention.kind == .money }),
                let unit = unit(in: view.range, view)
            else { continue }
            footers[view.block.group] = unit
        }
        return footers
    }

    /// A short line or heading that names a currency and no amount: "Finansējums, EUR", "Költségvetés (ezer Ft)".
    private func caption(_ view: BlockView) -> Unit? {
        guard view.block.cells.isEmpty, view.block.value == nil, view.range.count <= 14,
            view.block.headingLevel != nil || !view.isProse,
            !view.values.contains(where: { $0.mention.kind == .money && !isThousand($0) })
        else { return nil }
        guard var unit = unit(in: view.range, view) else { return nil }
        if unit.power == 0, view.values.contains(where: isThousand) { unit.power = 3 }
        return unit
    }

    /// "(figures in 1000 kr)": a thousand of a currency is its unit.
    private func isThousand(_ value: ValueReader.Found) -> Bool {
        guard case .money(let money) = value.mention.value else { return false }
        return money.amount == ExactDecimal(1000)
    }

    /// The one currency of the page's amounts and captions.
    private func onlyCurrency() -> Unit? {
        var currencies: Set<String> = []
        for view in views {
            for value in view.values {
                if case .money(let money) = value.mention.value { currencies.insert(money.currency) }
            }
            if let caption = caption(view) { currencies.insert(caption.currency) }
        }
        return currencies.count == 1 ? currencies.first.map { Unit(currency: $0, power: 0) } : nil
    }

    /// The one currency that any word or sign of the page names: "Importi in euro" below a table.
    private func onlyCurrencyWord() -> Unit? {
        var currencies: Set<String> = []
        for view in views {
            let currencyReader = CurrencyReader(reading: view.reading)
            for match in view.reading.matches where match.meaning == .currency {
                guard let hit = currencyReader.hit(match) else { continue }
                currencies.insert(hit.code == "kr" ? crown ?? hit.code : hit.code)
            }
            if currencies.count > 1 { return nil }
        }
        return currencies.first.map { Unit(currency: $0, power: 0) }
    }

    /// "986.000" alone in a cell of a row or column for amounts.
    private func isGroupedCell(_ value: ValueReader.Found, _ view: BlockView, _ labelled: [Range<Int>]) -> Bool {
        guard view.block.cells.count > 1, isGrouped(value), value.body.count >= 3,
            labelled.contains(where: { $0.contains(value.tokens.lowerBound) })
        else { return false }
        return view.block.cells.contains { view.tokens($0.span) == value.body }
    }

    /// "1 612 044,10" alone in a cell or behind a label: thousands in groups and two decimals.
    private func isPlainlyMoney(_ value: ValueReader.Found, _ view: BlockView) -> Bool {
        let last = value.body.upperBound - 1
        guard isGrouped(value), value.body.count >= 4, view.reading.digits(last) == 2,
            [UInt8(ascii: ","), UInt8(ascii: ".")].contains(view.reading.ascii(last - 1))
        else { return false }
        let part =
            view.block.cells.first { view.tokens($0.span).contains(value.body.lowerBound) }?.span ?? view.block.value
        return part.map { view.tokens($0) == value.body } ?? false
    }

    private func isGrouped(_ value: ValueReader.Found) -> Bool {
        guard case .number(let n) = value.mention.value else { return false }
        return value.body.count >= 2 && ExactDecimal(1000) <= n
    }

    /// The currency that the words of a header name, with "thousand" or "million" before or behind it.
    private func unit(in tokens: Range<Int>, _ view: BlockView) -> Unit? {
        let r = view.reading
        let currencies = CurrencyReader(reading: r)
        var found: Unit?
        for i in tokens {
            for match in r.at(i) where match.meaning == .currency || match.meaning == .magnitudeCurrency {
                guard found == nil, match.end <= tokens.upperBound, let hit = currencies.hit(match) else { continue }
                var power = hit.power ?? 0
                for j in [match.start - 1, match.start - 2, match.end] where tokens.contains(j) {
                    if let magnitude = r.first(.magnitude, at: j), let n = Int(r.entry(magnitude).key) { power += n }
                }
                found = Unit(currency: hit.code == "kr" ? crown ?? hit.code : hit.code, power: power)
            }
        }
        return found
    }

    /// The one currency of the amounts in the lines around.
    private func neighbour(of view: BlockView) -> Unit? {
        var currencies: Set<String> = []
        for near in views[max(0, view.index - 6)..<min(views.count, view.index + 5)] {
            for value in near.values {
                if case .money(let money) = value.mention.value { currencies.insert(money.currency) }
            }
        }
        return currencies.count == 1 ? currencies.first.map { Unit(currency: $0, power: 0) } : nil
    }

    private func isAmount(_ value: ValueReader.Found, _ view: BlockView) -> Bool {
        guard value.mention.kind == .number, !value.isCounted, case .number(let n) = value.mention.value else {
            return false
        }
        return ExactDecimal(0) < n
    }

    /// Grouped thousands or two decimals: hardly anything but money is written so.
    private func isExact(_ value: ValueReader.Found) -> Bool {
        if case .number(let n) = value.mention.value, n < ExactDecimal(1000), n.scale != 2 { return false }
        return value.body.count >= 3
    }

    private func give(_ unit: Unit, _ value: inout ValueReader.Found, _ view: BlockView) {
        guard case .number(var n) = value.mention.value else { return }
        if let money = NumberReader(reading: view.reading).read(
            at: value.body.lowerBound, isMoney: true, beforeMagnitude: { _ in false }), money.tokens == value.body
        {
            n = money.value
        }
        guard let amount = n.scaled(byPowerOfTen: unit.power) else { return }
        value.mention.kind = .money
        value.mention.value = .money(Money(amount: amount, currency: unit.currency))
        value.mention.alternatives = []
        value.mention.rule = Self.rule
        value.mention.confidence = 0.85
    }
}
