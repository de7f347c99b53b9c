/// Tags in tables.
extension HTMLTreeBuilder {
    mutating func startInTable(_ tag: Tag) {
        switch tag.tag {
        case .caption:
            popBack(to: Self.isTableContext)
            formatting.append(-1)
            push(tag)
            mode = .inCaption
        case .colgroup:
            popBack(to: Self.isTableContext)
            push(tag)
            mode = .inColumnGroup
        case .col:
            popBack(to: Self.isTableContext)
            _ = supply(.colgroup)
            mode = .inColumnGroup
            start(tag)
        case .tbody, .tfoot, .thead:
            popBack(to: Self.isTableContext)
            push(tag)
            mode = .inTableBody
        case .td, .th, .tr:
            popBack(to: Self.isTableContext)
            _ = supply(.tbody)
            mode = .inTableBody
            startInTableBody(tag)
        case .table:
            guard isInTableScope(.table) else { return }
            pop(until: .table)
            resetMode()
            start(tag)
        case .style, .script, .template: _ = startInHead(tag)
        case .input where tag.isHiddenInput: leaf(tag)
        case .form:
            if form >= 0 || isOpen(.template) { return }
            let node = push(tag)
            form = node
            if node >= 0 { pop() }
        default:
            isFostering = true
            startInBody(tag)
            isFostering = false
        }
    }

    mutating func endInTable(_ tag: HTMLTag, _ name: UInt64) {
        switch tag {
        case .table:
            guard isInTableScope(.table) else { return }
            pop(until: .table)
            resetMode()
        case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: return
        case .template: closeTemplate()
        default:
            isFostering = true
            endInBody(tag, name)
            isFostering = false
        }
    }

    static func isTableContext(_ tag: HTMLTag) -> Bool { tag == .table || tag == .template || tag == .html }

    private static func isBodyContext(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .tbody, .tfoot, .thead, .template, .html: return true
        default: return false
        }
    }

    private static func isRowContext(_ tag: HTMLTag) -> Bool { tag == .tr || tag == .template || tag == .html }

    private static func isSection(_ tag: HTMLTag) -> Bool { tag == .tbody || tag == .thead || tag == .tfoot }

    // MARK: - Captions and columns

    private mutating func closeCaption() -> Bool {
        guard isInTableScope(.caption) else { return false }
        closeImplied()
        pop(until: .caption)
        clearFormattingToMarker()
        mode = .inTable
        return true
    }

    mutating func startInCaption(_ tag: Tag) {
        switch tag.tag {
        case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr:
            if closeCaption() { start(tag) }
        default: startInBody(tag)
        }
    }

    mutating func endInCaption(_ tag: HTMLTag, _ name: UInt64) {
        switch tag {
        case .caption: _ = closeCaption()
        case .table: if closeCaption() { end(tag, name) }
        case .body, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: return
        default: endInBody(tag, name)
        }
    }

    mutating func startInColumnGroup(_ tag: Tag) {
        switch tag.tag {
        case .html: return
        case .col: leaf(tag)
        case .template: _ = startInHead(tag)
        default:
            guard currentIs(.colgroup) else { return }
            pop()
            mode = .inTable
            start(tag)
        }
    }

    mutating func endInColumnGroup(_ tag: HTMLTag, _ name: UInt64) {
        switch tag {
        case .colgroup:
            guard currentIs(.colgroup) else { return }
            pop()
            mode = .inTable
        case .col: return
        case .template: closeTemplate()
        default:
            guard currentIs(.colgroup) else { return }
            pop()
            mode = .inTable
            end(tag, name)
        }
    }

    // MARK: - Rows and cells

    mutating func startInTableBody(_ tag: Tag) {
        switch tag.tag {
        case .tr:
            popBack(to: Self.isBodyContext)
            push(tag)
            mode = .inRow
        case .td, .th:
            popBack(to: Self.isBodyContext)
            _ = supply(.tr)
            mode = .inRow
            startInRow(tag)
        case .caption, .col, .colgroup, .tbody, .tfoot, .thead:
            guard isInTableScope(Self.isSection) else { return }
            popBack(to: Self.isBodyContext)
            pop()
            mode = .inTable
            start(tag)
        default: startInTable(tag)
        }
    }

    mutating func endInTableBody(_ tag: HTMLTag, _ name: UInt64) {
        switch tag {
        case .tbody, .tfoot, .thead:
            guard isInTableScope(tag) else { return }
            popBack(to: Self.isBodyContext)
            pop()
            mode = .inTable
        case .table:
            guard isInTableScope(Self.isSection) else { return }
            popBack(to: Self.isBodyContext)
            pop()
            mode = .inTable
            end(tag, name)
        case .body, .caption, .col, .colgroup, .html, .td, .th, .tr: return
        default: endInTable(tag, name)
        }
    }

    private mutating func closeRow() -> Bool {
        guard isInTableScope(.tr) else { return false }
        popBack(to: Self.isRowContext)
        pop()
        mode = .inTableBody
        return true
    }

    mutating func startInRow(_ tag: Tag) {
        switch tag.tag {
        case .td, .th:
            popBack(to: Self.isRowContext)
            push(tag)
            mode = .inCell
            formatting.append(-1)
        case .caption, .col, .colgroup, .tbody, .tfoot, .thead, .tr: if closeRow() { start(tag) }
        default: startInTable(tag)
        }
    }

    mutating func endInRow(_ tag: HTMLTag, _ name: UInt64) {
        switch tag {
        case .tr: _ = closeRow()
        case .table: if closeRow() { end(tag, name) }
        case .tbody, .tfoot, .thead:
            if isInTableScope(tag), closeRow() { end(tag, name) }
        case .body, .caption, .col, .colgroup, .html, .td, .th: return
        default: endInTable(tag, name)
        }
    }

    private mutating func closeCell() {
        closeImplied()
        popUntil { $0 == .td || $0 == .th }
        clearFormattingToMarker()
        mode = .inRow
    }

    mutating func startInCell(_ tag: Tag) {
        switch tag.tag {
        case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr:
            guard isInTableScope({ $0 == .td || $0 == .th }) else { return }
            closeCell()
            start(tag)
        default: startInBody(tag)
        }
    }

    mutating func endInCell(_ tag: HTMLTag, _ name: UInt64) {
        switch tag {
        case .td, .th:
            guard isInTableScope(tag) else { return }
            closeImplied()
            pop(until: tag)
            clearFormattingToMarker()
            mode = .inRow
        case .body, .caption, .col, .colgroup, .html: return
        case .table, .tbody, .tfoot, .thead, .tr:
            guard isInTableScope(tag) else { return }
            closeCell()
            end(tag, name)
        default: endInBody(tag, name)
        }
    }
}
