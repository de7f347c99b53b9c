/// What a tag or a run of text does in each of the standard's insertion modes.
extension HTMLTreeBuilder {
    mutating func start(_ tag: Tag) {
        if isForeign(startTag: tag) { return startForeign(tag) }
        switch mode {
        case .beforeHTML, .beforeHead, .inHead, .afterHead: startBeforeBody(tag)
        case .inBody: startInBody(tag)
        case .inTable: startInTable(tag)
        case .inCaption: startInCaption(tag)
        case .inColumnGroup: startInColumnGroup(tag)
        case .inTableBody: startInTableBody(tag)
        case .inRow: startInRow(tag)
        case .inCell: startInCell(tag)
        case .inSelect, .inSelectInTable: startInSelect(tag)
        case .inTemplate: startInTemplate(tag)
        case .afterBody:
            if tag.tag == .html { return }
            mode = .inBody
            start(tag)
        case .inFrameset, .afterFrameset: startInFrameset(tag)
        }
    }

    mutating func end(_ tag: HTMLTag, _ name: UInt64) {
        if endsIgnored(name) { return }
        if isForeignCurrent, endForeign(tag, name) { return }
        switch mode {
        case .beforeHTML, .beforeHead, .inHead, .afterHead: endBeforeBody(tag, name)
        case .inBody: endInBody(tag, name)
        case .inTable: endInTable(tag, name)
        case .inCaption: endInCaption(tag, name)
        case .inColumnGroup: endInColumnGroup(tag, name)
        case .inTableBody: endInTableBody(tag, name)
        case .inRow: endInRow(tag, name)
        case .inCell: endInCell(tag, name)
        case .inSelect, .inSelectInTable: endInSelect(tag, name)
        case .inTemplate: if tag == .template { closeTemplate() }
        case .afterBody:
            if tag == .html || tag == .body { return }
            mode = .inBody
            end(tag, name)
        case .inFrameset:
            if tag == .frameset, open.count > 1 {
                pop()
                if !currentIs(.frameset) { mode = .afterFrameset }
            }
        case .afterFrameset: break
        }
    }

    // MARK: - Before the body

    private mutating func startBeforeBody(_ tag: Tag) {
        switch mode {
        case .beforeHTML:
            if tag.tag == .html {
                push(tag)
                mode = .beforeHead
                return
            }
            _ = supply(.html)
            mode = .beforeHead
            startBeforeBody(tag)
        case .beforeHead:
            if tag.tag == .html { return }
            if tag.tag == .head {
                head = push(tag)
                mode = .inHead
                return
            }
            head = supply(.head)
            mode = .inHead
            startBeforeBody(tag)
        case .inHead:
            if tag.tag == .html || tag.tag == .head { return }
            if startInHead(tag) { return }
            pop()
            mode = .afterHead
            startBeforeBody(tag)
        default:
            switch tag.tag {
            case .html, .head: return
            case .body:
                push(tag)
                framesetAllowed = false
                mode = .inBody
            case .frameset:
                push(tag)
                mode = .inFrameset
            case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
                if head >= 0 { open.append(head) }
                _ = startInHead(tag)
                if head >= 0 { removeFromOpen(head) }
            default:
                _ = supply(.body)
                mode = .inBody
                start(tag)
            }
        }
    }

    /// - Returns: whether the tag belongs into a head.
    mutating func startInHead(_ tag: Tag) -> Bool {
        switch tag.tag {
        case .base, .basefont, .bgsound, .link, .meta: leaf(tag)
        case .title, .noscript, .noframes, .style, .script: push(tag)
        case .template:
            guard push(tag) >= 0 else { return true }
            formatting.append(-1)
            framesetAllowed = false
            mode = .inTemplate
            templateModes.append(.inTemplate)
        default: return false
        }
        return true
    }

    private mutating func endBeforeBody(_ tag: HTMLTag, _ name: UInt64) {
        if tag == .template { return closeTemplate() }
        switch (mode, tag) {
        case (.inHead, .head):
            pop()
            mode = .afterHead
        case (_, .body), (_, .html), (_, .br):
            leaveHead()
            end(tag, name)
        case (.beforeHTML, .head), (.beforeHead, .head):
            leaveHead(upTo: .inHead)
            end(tag, name)
        default: break
        }
    }

    /// Supplies what is missing before the body.
    mutating func leaveHead(upTo last: Mode = .inBody) {
        if mode == .beforeHTML {
            _ = supply(.html)
            mode = .beforeHead
        }
        if mode == .beforeHead {
            head = supply(.head)
            mode = .inHead
        }
        if last == .inHead { return }
        if mode == .inHead {
            pop()
            mode = .afterHead
        }
        if mode == .afterHead {
            _ = supply(.body)
            mode = .inBody
        }
    }

    // MARK: - Templates and select

    mutating func closeTemplate() {
        guard isOpen(.template) else { return }
        closeImplied()
        pop(until: .template)
        clearFormattingToMarker()
        if !templateModes.isEmpty { templateModes.removeLast() }
        resetMode()
    }

    private mutating func startInTemplate(_ tag: Tag) {
        let next: Mode
        switch tag.tag {
        case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
            _ = startInHead(tag)
            return
        case .caption, .colgroup, .tbody, .tfoot, .thead: next = .inTable
        case .col: next = .inColumnGroup
        case .tr: next = .inTableBody
        case .td, .th: next = .inRow
        default: next = .inBody
        }
        if !templateModes.isEmpty { templateModes[templateModes.count - 1] = next }
        mode = next
        start(tag)
    }

    private mutating func startInSelect(_ tag: Tag) {
        if mode == .inSelectInTable {
            switch tag.tag {
            case .caption, .table, .tbody, .tfoot, .thead, .tr, .td, .th:
                pop(until: .select)
                resetMode()
                return start(tag)
            default: break
            }
        }
        switch tag.tag {
        case .option:
            if currentIs(.option) { pop() }
            push(tag)
        case .optgroup:
            if currentIs(.option) { pop() }
            if currentIs(.optgroup) { pop() }
            push(tag)
        case .hr:
            if currentIs(.option) { pop() }
            if currentIs(.optgroup) { pop() }
            leaf(tag)
        case .select:
            guard isInSelectScope(.select) else { return }
            pop(until: .select)
            resetMode()
        case .input, .keygen, .textarea:
            guard isInSelectScope(.select) else { return }
            pop(until: .select)
            resetMode()
            start(tag)
        case .script, .template: _ = startInHead(tag)
        default: break
        }
    }

    private mutating func endInSelect(_ tag: HTMLTag, _ name: UInt64) {
        if mode == .inSelectInTable {
            switch tag {
            case .caption, .table, .tbody, .tfoot, .thead, .tr, .td, .th:
                guard isInTableScope(tag) else { return }
                pop(until: .select)
                resetMode()
                return end(tag, name)
            default: break
            }
        }
        switch tag {
        case .optgroup:
            if currentIs(.option), open.count > 1, isHTML(open[open.count - 2], .optgroup) { pop() }
            if currentIs(.optgroup) { pop() }
        case .option: if currentIs(.option) { pop() }
        case .select:
            guard isInSelectScope(.select) else { return }
            pop(until: .select)
            resetMode()
        case .template: closeTemplate()
        default: break
        }
    }

    private mutating func startInFrameset(_ tag: Tag) {
        switch tag.tag {
        case .frameset where mode == .inFrameset: push(tag)
        case .frame where mode == .inFrameset: leaf(tag)
        case .noframes: _ = startInHead(tag)
        default: break
        }
    }

    /// The mode that fits the elements that are open.
    mutating func resetMode() {
        for i in open.indices.reversed() where nodes[Int(open[i])].space == .html {
            let isLast = i == 0
            switch tag(open[i]) {
            case .select:
                mode = .inSelect
                for k in (0..<i).reversed() {
                    if isHTML(open[k], .template) { break }
                    if isHTML(open[k], .table) {
                        mode = .inSelectInTable
                        break
                    }
                }
                return
            case .td where !isLast, .th where !isLast: mode = .inCell
            case .tr: mode = .inRow
            case .tbody, .thead, .tfoot: mode = .inTableBody
            case .caption: mode = .inCaption
            case .colgroup: mode = .inColumnGroup
            case .table: mode = .inTable
            case .template: mode = templateModes.last ?? .inBody
            case .head where !isLast: mode = .inHead
            case .body: mode = .inBody
            case .frameset: mode = .inFrameset
            case .html: mode = head < 0 ? .beforeHead : .afterHead
            default: continue
            }
            return
        }
        mode = .inBody
    }
}
