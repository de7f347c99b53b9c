internal import SeosModel

/// What the markup says of the elements of a page: what they are for, what is hidden, how much of them is links.
struct HTMLRoles {
    /// Role of an element and of what is inside it.
    private(set) var roles: [Block.Role?]
    /// Whether the role rests on a name that is often wrong, or on an `aside`.
    private(set) var isDoubtful: [Bool]
    private(set) var isHidden: [Bool]
    /// Elements whose names say that they hold the body of an article.
    private(set) var bodies: [Int] = []
    /// Bytes other than white space below a node, and those in links.
    private(set) var ink: [Int]
    private(set) var linkInk: [Int]
    private var dropped: [Bool]

    init(_ tree: HTMLTree) {
        let count = tree.nodes.count
        roles = [Block.Role?](repeating: nil, count: count)
        isDoubtful = [Bool](repeating: false, count: count)
        isHidden = [Bool](repeating: false, count: count)
        dropped = [Bool](repeating: false, count: count)
        ink = [Int](repeating: 0, count: count)
        linkInk = [Int](repeating: 0, count: count)
        measure(tree)
        let pageInk = tree.nodes.indices.reduce(0) { tree.nodes[$1].parent < 0 ? $0 + ink[$1] : $0 }
        var mainDepth = 0
        var open: [(end: Int, isMain: Bool)] = []
        for i in 0..<count where tree.nodes[i].tag != .text {
            while let last = open.last, last.end <= i {
                if last.isMain { mainDepth -= 1 }
                open.removeLast()
            }
            let node = tree.nodes[i]
            let isMain = node.tag == .main || node.tag == .article
            open.append((Int(node.end), isMain))
            if isMain { mainDepth += 1 }
            guard node.element >= 0, ink[i] > 0 else { continue }
            assign(i, tree, pageInk: pageInk, isInMain: mainDepth > (isMain ? 1 : 0))
        }
    }

    func isDropped(_ node: Int) -> Bool { dropped[node] }

    func linkDensity(_ node: Int) -> Double { ink[node] == 0 ? 0 : Double(linkInk[node]) / Double(ink[node]) }

    private mutating func measure(_ tree: HTMLTree) {
        var inLink = [Bool](repeating: false, count: tree.nodes.count)
        for (i, node) in tree.nodes.enumerated() {
            let parent = Int(node.parent)
            inLink[i] = node.tag == .a || (parent >= 0 && inLink[parent])
            guard node.tag == .text else { continue }
            for k in Int(node.text.lowerBound)..<Int(node.text.upperBound) where tree.text[k] > 0x20 { ink[i] += 1 }
            if inLink[i] { linkInk[i] = ink[i] }
        }
        for i in tree.nodes.indices.reversed() {
            let parent = Int(tree.nodes[i].parent)
            guard parent >= 0 else { continue }
            ink[parent] += ink[i]
            linkInk[parent] += linkInk[i]
        }
    }

    private mutating func assign(_ i: Int, _ tree: HTMLTree, pageInk: Int, isInMain: Bool) {
        let node = tree.nodes[i]
        var hints: NameHints = []
        if let names = tree.value(.class, of: i) { hints.formUnion(NameHints.of(names)) }
        if let id = tree.value(.id, of: i) { hints.formUnion(NameHints.of(id)) }
        let isFrame = node.tag == .html || node.tag == .body || node.tag == .main || node.tag == .article
        let itemprop = tree.string(.itemprop, of: i)?.lowercased()
        if hints.contains(.body) || itemprop == "articlebody" { bodies.append(i) }
        hide(i, tree, hints)
        // What holds most of the page is no bar at its side, whatever its name.
        let share = Double(ink[i]) / Double(max(1, pageInk))
        guard !isFrame else { return }
        if let role = tree.string(.role, of: i)?.lowercased(), let meaning = Self.meaning(ofRole: role), share < 0.5 {
            roles[i] = meaning
            isDoubtful[i] = role == "complementary" || role == "search"
            return
        }
        if let meaning = meaning(of: node.tag, i, tree, share: share, isInMain: isInMain) {
            roles[i] = meaning
            return
        }
        guard !hints.isEmpty, node.tag != .h1, node.tag != .a || hints.contains(.navigation) else { return }
        named(i, hints, share: share, isInMain: isInMain)
    }

    private mutating func named(_ i: Int, _ hints: NameHints, share: Double, isInMain: Bool) {
        if hints.contains(.notice), share < 0.6 {
            roles[i] = .notice
        } else if hints.contains(.comments), share < 0.9 {
            roles[i] = .furniture
        } else if hints.contains(.body) || hints.contains(.fold) {
            return
        } else if share > 0.4 {
            return
        } else if hints.contains(.footer) {
            roles[i] = .footer
        } else if hints.contains(.weak) {
            let looksThePart = linkDensity(i) > 0.4 || ink[i] < 80
            // Inside an article a class "teaser" holds its first paragraph as often as a link to another.
            guard looksThePart || hints.contains(.related) && share < 0.25 && !isInMain else { return }
            isDoubtful[i] = true
            roles[i] = hints.contains(.navigation) ? .navigation : hints.contains(.related) ? .related : .furniture
        } else if hints.contains(.navigation) {
            guard linkDensity(i) > 0.3 || ink[i] < 300 else { return }
            roles[i] = .navigation
        } else if hints.contains(.related) {
            roles[i] = .related
        } else if hints.contains(.furniture) {
            // Running text without links is no set of buttons.
            guard ink[i] < 250 || linkDensity(i) > 0.15 else { return }
            roles[i] = .furniture
        }
    }

    private mutating func meaning(
        of tag: HTMLTag, _ i: Int, _ tree: HTMLTree, share: Double, isInMain: Bool
    ) -> Block.Role? {
        switch tag {
        case .nav: return share < 0.5 ? .navigation : nil
        case .footer:
            return share > 0.4 ? nil : isInMain ? (ink[i] < 400 || linkDensity(i) > 0.4 ? .furniture : nil) : .footer
        case .header:
            guard !isInMain, share < 0.3 else { return nil }
            return linkDensity(i) > 0.4 || ink[i] < 60 ? .navigation : nil
        case .aside:
            guard share < 0.4 else { return nil }
            isDoubtful[i] = true
            return .related
        case .button, .select, .option:
            return .furniture
        case .form: return ink[i] < 400 && share < 0.2 ? .furniture : nil
        case .figcaption: return .furniture
        case .dialog: return share < 0.3 ? .notice : nil
        case .search: return .furniture
        default: return nil
        }
    }

    private static func meaning(ofRole role: String) -> Block.Role? {
        switch role {
        case "navigation", "menu", "menubar": return .navigation
        case "contentinfo": return .footer
        case "complementary": return .related
        case "search": return .furniture
        case "dialog", "alertdialog": return .notice
        default: return nil
        }
    }

    /// Menus that stay shut are never shown and dropped; panels that open are content; the rest is furniture.
    private mutating func hide(_ i: Int, _ tree: HTMLTree, _ hints: NameHints) {
        let hiddenAttribute = tree.value(.hidden, of: i)
        var hides = hiddenAttribute != nil && !(hiddenAttribute?.elementsEqual("until-found".utf8) ?? false)
        if !hides, let style = tree.string(.style, of: i)?.lowercased() {
            let plain = style.filter { $0 != " " }
            hides = plain.contains("display:none") || plain.contains("visibility:hidden")
        }
        guard hides else { return }
        isHidden[i] = true
        if tree.nodes[i].tag == .nav || linkDensity(i) > 0.5 {
            dropped[i] = true
        } else if !hints.contains(.fold) && ink[i] < 80 {
            roles[i] = .furniture
        }
    }
}
