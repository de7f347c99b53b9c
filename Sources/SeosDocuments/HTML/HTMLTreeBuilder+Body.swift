/// Tags in the body of a page.
extension HTMLTreeBuilder {
    mutating func startInBody(_ tag: Tag) {
        switch tag.tag {
        case .html: return
        case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
            _ = startInHead(tag)
        case .body: if isOpen(.body) { framesetAllowed = false }
        case .frameset:
            guard framesetAllowed, open.count > 1, isHTML(open[1], .body) else { return }
            detach(open[1])
            popTo(1)
            push(tag)
            mode = .inFrameset
        case _ where tag.tag.closesParagraph:
            closeParagraph()
            push(tag)
        case .h1, .h2, .h3, .h4, .h5, .h6:
            closeParagraph()
            if nodes[Int(current)].space == .html, self.tag(current).headingLevel != nil { pop() }
            push(tag)
        case .pre, .listing:
            closeParagraph()
            push(tag)
            framesetAllowed = false
        case .form:
            if form >= 0, !isOpen(.template) { return }
            closeParagraph()
            let node = push(tag)
            if !isOpen(.template) { form = node }
        case .li: startItem(tag) { $0 == .li }
        case .dd, .dt: startItem(tag) { $0 == .dd || $0 == .dt }
        case .plaintext:
            closeParagraph()
            push(tag)
            isPlain = true
        case .button:
            if isInScope(.button) {
                closeImplied()
                pop(until: .button)
            }
            reopenFormatting()
            push(tag)
            framesetAllowed = false
        case .a:
            if let open = formattingAfterMarker(.a) {
                adopt(.a, tag.name)
                forgetFormatting(open)
                removeFromOpen(open)
            }
            reopenFormatting()
            rememberFormatting(push(tag))
        case .nobr:
            reopenFormatting()
            if isInScope(.nobr) {
                adopt(.nobr, tag.name)
                reopenFormatting()
            }
            rememberFormatting(push(tag))
        case _ where tag.tag.isFormatting:
            reopenFormatting()
            rememberFormatting(push(tag))
        case .applet, .marquee, .object:
            reopenFormatting()
            if push(tag) >= 0 { formatting.append(-1) }
            framesetAllowed = false
        case .table:
            if !isQuirky { closeParagraph() }
            framesetAllowed = false
            if push(tag) >= 0 { mode = .inTable }
        case .area, .br, .embed, .img, .keygen, .wbr, .image:
            reopenFormatting()
            var tag = tag
            if tag.tag == .image { tag.tag = .img }
            leaf(tag)
            framesetAllowed = false
        case .input:
            reopenFormatting()
            leaf(tag)
            if !tag.isHiddenInput { framesetAllowed = false }
        case .param, .source, .track: leaf(tag)
        case .hr:
            closeParagraph()
            leaf(tag)
            framesetAllowed = false
        case .textarea:
            push(tag)
            framesetAllowed = false
        case .xmp:
            closeParagraph()
            reopenFormatting()
            push(tag)
            framesetAllowed = false
        case .iframe:
            push(tag)
            framesetAllowed = false
        case .noembed, .noscript: push(tag)
        case .select:
            reopenFormatting()
            framesetAllowed = false
            guard push(tag) >= 0 else { return }
            switch mode {
            case .inTable, .inCaption, .inTableBody, .inRow, .inCell: mode = .inSelectInTable
            default: mode = .inSelect
            }
        case .optgroup, .option:
            if currentIs(.option) { pop() }
            reopenFormatting()
            push(tag)
        case .rb, .rtc:
            if isInScope(.ruby) { closeImplied() }
            push(tag)
        case .rp, .rt:
            if isInScope(.ruby) { closeImplied(except: .rtc) }
            push(tag)
        case .math, .svg:
            reopenFormatting()
            let space: Space = tag.tag == .svg ? .svg : .math
            if tag.isSelfClosed { leaf(tag, space: space) } else { push(tag, space: space) }
        case .caption, .col, .colgroup, .frame, .head, .tbody, .td, .tfoot, .th, .thead, .tr: return
        default:
            reopenFormatting()
            push(tag)
        }
    }

    /// An item of a list ends the item before it.
    private mutating func startItem(_ tag: Tag, isAlike: (HTMLTag) -> Bool) {
        framesetAllowed = false
        for node in open.reversed() {
            let name = self.tag(node)
            if nodes[Int(node)].space == .html, isAlike(name) {
                closeImplied(except: name)
                pop(until: name)
                break
            }
            if isSpecialNode(node), !isHTML(node, .address), !isHTML(node, .div), !isHTML(node, .p) { break }
        }
        closeParagraph()
        push(tag)
    }

    mutating func endInBody(_ tag: HTMLTag, _ name: UInt64) {
        switch tag {
        case .template: closeTemplate()
        case .body, .html: if isInScope(.body) { mode = .afterBody }
        case _ where tag.closesParagraph && tag != .p, .button, .listing, .pre:
            guard isInScope(tag) else { return }
            closeImplied()
            pop(until: tag)
        case .form:
            if isOpen(.template) {
                guard isInScope(.form) else { return }
                closeImplied()
                pop(until: .form)
            } else {
                let node = form
                form = -1
                guard node >= 0, isInScope(node: node) else { return }
                closeImplied()
                removeFromOpen(node)
            }
        case .p:
            if !hasParagraph { _ = supply(.p) }
            closeParagraph()
        case .li:
            guard isInListScope(.li) else { return }
            closeImplied(except: .li)
            pop(until: .li)
        case .dd, .dt:
            guard isInScope(tag) else { return }
            closeImplied(except: tag)
            pop(until: tag)
        case .h1, .h2, .h3, .h4, .h5, .h6:
            guard isInScope({ $0.headingLevel != nil }) else { return }
            closeImplied()
            popUntil { $0.headingLevel != nil }
        case _ where tag.isFormatting: adopt(tag, name)
        case .applet, .marquee, .object:
            guard isInScope(tag) else { return }
            closeImplied()
            pop(until: tag)
            clearFormattingToMarker()
        case .br:
            reopenFormatting()
            leaf(Tag(tag: .br, name: name, element: -1))
            framesetAllowed = false
        default: endOther(name)
        }
    }
}
