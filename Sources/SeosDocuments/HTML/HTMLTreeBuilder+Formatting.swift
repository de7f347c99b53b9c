/// Formatting elements that are not closed where they should be.
extension HTMLTreeBuilder {
    /// Remembers an element that was just opened; of three alike only the last three are kept.
    mutating func rememberFormatting(_ node: Int32) {
        guard node >= 0 else { return }
        var alike = 0
        for i in formatting.indices.reversed() {
            let other = formatting[i]
            if other < 0 { break }
            if nodes[Int(other)].name == nodes[Int(node)].name, isAlike(other, node) {
                alike += 1
                if alike == 3 {
                    formatting.remove(at: i)
                    break
                }
            }
        }
        formatting.append(node)
        if formatting.count > Self.mostFormatting, let first = formatting.firstIndex(where: { $0 >= 0 }) {
            formatting.remove(at: first)
        }
    }

    /// Attributes are compared by the tag they came from, which is enough for tags without any.
    private func isAlike(_ a: Int32, _ b: Int32) -> Bool {
        nodes[Int(a)].element == nodes[Int(b)].element || (nodes[Int(a)].isBare && nodes[Int(b)].isBare)
    }

    mutating func reopenFormatting() {
        guard let last = formatting.last, last >= 0, !open.contains(last) else { return }
        var i = formatting.count - 1
        while i > 0, formatting[i - 1] >= 0, !open.contains(formatting[i - 1]) { i -= 1 }
        while i < formatting.count {
            guard open.count < maxDepth else { return }
            let old = nodes[Int(formatting[i])]
            let node = push(Tag(tag: old.tag, name: old.name, element: old.element, isBare: old.isBare))
            guard node >= 0 else { return }
            formatting[i] = node
            i += 1
        }
    }

    mutating func clearFormattingToMarker() {
        while let last = formatting.popLast(), last >= 0 {}
    }

    func formattingAfterMarker(_ tag: HTMLTag) -> Int32? {
        for node in formatting.reversed() {
            if node < 0 { return nil }
            if self.tag(node) == tag { return node }
        }
        return nil
    }

    mutating func forgetFormatting(_ node: Int32) {
        if let i = formatting.lastIndex(of: node) { formatting.remove(at: i) }
    }

    /// The adoption agency algorithm of the standard, for the end tag of a formatting element.
    mutating func adopt(_ tag: HTMLTag, _ name: UInt64) {
        if currentIs(tag), !formatting.contains(current) {
            pop()
            return
        }
        for _ in 0..<8 {
            guard let element = formattingAfterMarker(tag) else { return endOther(name) }
            guard let place = open.lastIndex(of: element) else { return forgetFormatting(element) }
            guard isInScope(node: element) else { return }
            guard
                let furthest = open[(place + 1)...].firstIndex(where: {
                    isSpecialNode($0)
                })
            else {
                popTo(place)
                return forgetFormatting(element)
            }
            let block = open[furthest]
            let ancestor = place > 0 ? open[place - 1] : 0
            var bookmark = formatting.lastIndex(of: element) ?? formatting.count
            var last = block
            var at = furthest
            var inner = 0
            while true {
                inner += 1
                at -= 1
                guard at > place else { break }
                let node = open[at]
                if inner > 3, let i = formatting.lastIndex(of: node) {
                    formatting.remove(at: i)
                    if i < bookmark { bookmark -= 1 }
                }
                guard let listed = formatting.lastIndex(of: node) else {
                    removeFromOpen(node)
                    continue
                }
                let old = nodes[Int(node)]
                let copy = make(Tag(tag: old.tag, name: old.name, element: old.element, isBare: old.isBare))
                formatting[listed] = copy
                open[at] = copy
                if last == block { bookmark = listed + 1 }
                detach(last)
                append(last, to: copy)
                last = copy
            }
            detach(last)
            let wasFostering = isFostering
            isFostering = true
            put(last, at: self.place(for: ancestor))
            isFostering = wasFostering
            let old = nodes[Int(element)]
            let copy = make(Tag(tag: old.tag, name: old.name, element: old.element, isBare: old.isBare))
            var child = nodes[Int(block)].first
            while child >= 0 {
                let next = nodes[Int(child)].next
                detach(child)
                append(child, to: copy)
                child = next
            }
            append(copy, to: block)
            if let i = formatting.lastIndex(of: element) {
                formatting.remove(at: i)
                if i < bookmark { bookmark -= 1 }
            }
            formatting.insert(copy, at: max(0, min(bookmark, formatting.count)))
            removeFromOpen(element)
            if let i = open.lastIndex(of: block) { open.insert(copy, at: i + 1) } else { open.append(copy) }
        }
    }

    func isSpecialNode(_ node: Int32) -> Bool {
        switch nodes[Int(node)].space {
        case .html: return tag(node).isSpecial
        case .svg: return [.foreignObject, .desc, .title].contains(tag(node))
        case .math: return [.mi, .mo, .mn, .ms, .mtext, .annotationXML].contains(tag(node))
        }
    }

    /// "Any other end tag": closes the innermost element of the name unless a special element stands between.
    mutating func endOther(_ name: UInt64) {
        for i in open.indices.reversed() {
            let node = open[i]
            if nodes[Int(node)].name == name, nodes[Int(node)].space == .html {
                closeImplied(except: tag(node))
                if open.count > i { popTo(i) }
                return
            }
            if isSpecialNode(node) { return }
        }
    }
}
