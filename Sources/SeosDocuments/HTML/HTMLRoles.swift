internal import SeosModel

/// What the markup says of the elements of a page: what they are for, what is hidden, how much of them is links.
struct HTMLRoles {
    /// Role of an element and of what is inside it.
    private(set) var roles: [Block.Role?]
    /// Whether the role rests on a name that is often wrong, or on an `aside`.
    private(set) var isDoubtful: [Bool]
    private(set) var isHidden: [Bool]
    /// Panels that a click opens: by their name or role, or since they are hidden until then.
    private var isFold: [Bool]
    /// Elements whose names say that they hold the body of an article.
    private(set) var bodies: [Int] = []
    /// Bytes other than white space below a node, and those in links.
    private(set) var ink: [Int]
    private(set) var linkInk: [Int]
    private var dropped: [Bool]
    /// The element before an element, -1 for a first child.
    private var before: [Int32]
    /// Nodes of pictures, in order.
    private var pictures: [Int] = []
    /// Hashed ids of what a click shows.
    private var targets: Set<UInt64> = []
    /// Elements by the hash of their id.
    private var panels: [UInt64: Int] = [:]
    /// The entry of a blog that the page shows.
    private var post: PostNames?

    init(_ tree: HTMLTree) {
        let count = tree.nodes.count
        roles = [Block.Role?](repeating: nil, count: count)
        isDoubtful = [Bool](repeating: false, count: count)
        isHidden = [Bool](repeating: false, count: count)
        isFold = [Bool](repeating: false, count: count)
        dropped = [Bool](repeating: false, count: count)
        ink = [Int](repeating: 0, count: count)
        linkInk = [Int](repeating: 0, count: count)
        before = [Int32](repeating: -1, count: count)
        measure(tree)
        collectTargets(tree)
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
        var last = [Int32](repeating: -1, count: tree.nodes.count)
        for (i, node) in tree.nodes.enumerated() {
            let parent = Int(node.parent)
            inLink[i] = node.tag == .a || (parent >= 0 && inLink[parent])
            if node.tag != .text, parent >= 0 {
                before[i] = last[parent]
                last[parent] = Int32(i)
            }
            if node.tag == .img || node.tag == .picture { pictures.append(i) }
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

    /// The ids that `aria-controls`, `data-target` and links inside the page name.
    private mutating func collectTargets(_ tree: HTMLTree) {
        for i in tree.nodes.indices where tree.nodes[i].element >= 0 {
            if let id = tree.value(.id, of: i) { panels[Self.hash(id)] = i }
            for name in [HTMLAttribute.ariaControls, .dataTarget, .dataBootstrapTarget, .href] {
                guard var id = tree.value(name, of: i), !id.isEmpty else { continue }
                if id.first == 0x23 { id = id.dropFirst() } else if name == .href { continue }
                if !id.isEmpty { targets.insert(Self.hash(id)) }
            }
        }
    }

    private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for b in bytes { hash = (hash ^ UInt64(b)) &* 0x100_0000_01b3 }
        return hash
    }

    private mutating func assign(_ i: Int, _ tree: HTMLTree, pageInk: Int, isInMain: Bool) {
        let node = tree.nodes[i]
        var hints: NameHints = []
        if let names = tree.value(.class, of: i) { hints.formUnion(NameHints.of(names)) }
        if let id = tree.value(.id, of: i) { hints.formUnion(NameHints.of(id)) }
        let isFrame = node.tag == .html || node.tag == .body || node.tag == .main || node.tag == .article
        let itemprop = tree.string(.itemprop, of: i)?.lowercased()
        if hints.contains(.body) || itemprop == "articlebody" { bodies.append(i) }
        // What holds most of the page is no bar at its side, whatever its name.
        let share = Double(ink[i]) / Double(max(1, pageInk))
        hide(i, tree, hints, share: share)
        isFold[i] = isHidden[i] || hints.contains(.fold) || tree.string(.role, of: i)?.lowercased() == "tabpanel"
        if node.tag == .body, let classes = tree.value(.class, of: i) { post = PostNames(page: classes) }
        if isOtherPost(i, tree), share < 0.9 {
            roles[i] = .related
            return
        }
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
        if hints.contains(.related), itemprop == "description" || itemprop == "articlebody" { return }
        named(i, tree, hints, share: share, isInMain: isInMain)
    }

    /// The words below a picture: a line or two, or more where there is a picture beside them.
    private func isCaption(_ i: Int, _ tree: HTMLTree, _ hints: NameHints) -> Bool {
        guard !hints.contains(.body), hints.isDisjoint(with: [.related, .weak]) || ink[i] >= 80 else { return false }
        if captionsFigure(i, tree) { return false }
        if hints.isDisjoint(with: [.weak, .fold]), ink[i] < 250 || linkDensity(i) > 0.15 { return true }
        guard ink[i] < 700, linkDensity(i) < 0.5, !hints.contains(.related) else { return false }
        if hints.contains(.picture) { return true }
        var box = Int(tree.nodes[i].parent)
        for _ in 0..<2 where box >= 0 {
            // What holds much more than the caption is no frame of a picture.
            guard ink[box] < ink[i] * 2 + 100 else { return false }
            if framesPicture(box..<Int(tree.nodes[box].end)) { return true }
            box = Int(tree.nodes[box].parent)
        }
        return false
    }

    /// `<div><div>€2m</div><div class="caption">Total budget</div></div>`: a few words below a figure, and no picture.
    private func captionsFigure(_ i: Int, _ tree: HTMLTree) -> Bool {
        let box = Int(tree.nodes[i].parent)
        guard box >= 0, ink[i] < 60, ink[box] > ink[i], ink[box] < 120, !framesPicture(box..<Int(tree.nodes[box].end))
        else { return false }
        return tree.text(below: box, limit: 40).withUnsafeBufferPointer { p in
            let range = TextShape.trimmed(p, 0..<p.count)
            return range.prefix(4).contains { TextShape.isDigit(p[$0]) }
        }
    }

    /// Whether an element holds another entry than the one the page shows.
    private func isOtherPost(_ i: Int, _ tree: HTMLTree) -> Bool {
        guard let post, let classes = tree.value(.class, of: i), let own = PostNames(element: classes) else {
            return false
        }
        return own.type == post.type && own.number != post.number
    }

    private mutating func named(
        _ i: Int, _ tree: HTMLTree, _ hints: NameHints, share: Double, isInMain: Bool
    ) {
        if hints.contains(.notice), share < 0.6 {
            roles[i] = .notice
        } else if hints.contains(.picture), ink[i] < 300, linkInk[i] == 0, framesPicture(i..<Int(tree.nodes[i].end)) {
            roles[i] = .furniture
        } else if hints.contains(.caption), share < 0.4, isCaption(i, tree, hints) {
            roles[i] = .furniture
        } else if hints.contains(.comments), share < 0.9 {
            roles[i] = .furniture
        } else if hints.contains(.body) || hints.contains(.fold) {
            return
        } else if share > 0.4 {
            return
        } else if hints.contains(.box), share < 0.3 {
            roles[i] = .furniture
        } else if hints.contains(.footer) {
            roles[i] = .footer
        } else if hints.contains(.weak) {
            let looksThePart = linkDensity(i) > 0.4 || ink[i] < 80
            // Inside an article a class "teaser" holds its first paragraph as often as a link to another.
            // Without a link to it there is no other page to tease.
            let mayBe = hints.contains(.teaser) ? linkInk[i] > 0 : !hints.contains(.builder)
            guard
                looksThePart && !(hints.contains(.builder) && linkDensity(i) < 0.4)
                    || hints.contains(.related) && share < 0.25 && !isInMain && mayBe
            else { return }
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
        // What opens a panel is its heading.
        case .button: return opensPanel(i, tree) ? nil : .furniture
        case .select, .option: return .furniture
        case .form: return ink[i] < 400 && share < 0.2 ? .furniture : nil
        case .figcaption: return .furniture
        case .dialog: return share < 0.3 ? .notice : nil
        case .search: return .furniture
        default: return nil
        }
    }

    private func opensPanel(_ i: Int, _ tree: HTMLTree) -> Bool {
        let parent = Int(tree.nodes[i].parent)
        if parent >= 0, tree.nodes[parent].tag.headingLevel != nil { return true }
        guard
            [HTMLAttribute.ariaControls, .dataTarget, .dataBootstrapTarget].contains(where: { name in
                tree.value(name, of: i).map { targetsText($0) } ?? false
            })
        else { return false }
        return ink[i] >= 4
    }

    /// Whether an address leads to a panel of this page that a click opens.
    func namesFold(_ href: ArraySlice<UInt8>) -> Bool {
        guard href.first == 0x23, href.count > 1, let node = panels[Self.hash(href.dropFirst())] else { return false }
        return isFold[node] && ink[node] >= 20 && linkDensity(node) < 0.5
    }

    /// Whether what a button opens holds more text than links: a panel, not a menu.
    private func targetsText(_ value: ArraySlice<UInt8>) -> Bool {
        let id = value.first == 0x23 ? value.dropFirst() : value
        guard let node = panels[Self.hash(id)] else { return false }
        return ink[node] >= 80 && linkDensity(node) < 0.5
    }

    /// Whether a picture stands inside, by search in the sorted list of them.
    private func framesPicture(_ range: Range<Int>) -> Bool {
        var (low, high) = (0, pictures.count)
        while low < high {
            let middle = (low + high) / 2
            if pictures[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < pictures.count && pictures[low] < range.upperBound
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
    private mutating func hide(_ i: Int, _ tree: HTMLTree, _ hints: NameHints, share: Double) {
        let hiddenAttribute = tree.value(.hidden, of: i)
        var hides = hiddenAttribute != nil && !(hiddenAttribute?.elementsEqual("until-found".utf8) ?? false)
        if !hides, let style = tree.value(.style, of: i) { hides = Self.hides(style) }
        // "d-none d-md-block" is shown on wide screens.
        let isNamedHidden =
            !hides && hints.contains(.hidden)
            && !(tree.value(.class, of: i) ?? []).contains { $0 == 0x3A || ($0 >= 0x30 && $0 <= 0x39) }
            && !(tree.string(.class, of: i) ?? "").contains("-block")
        guard hides || isNamedHidden else { return }
        isHidden[i] = true
        let isMenu = tree.nodes[i].tag == .nav || linkDensity(i) > 0.5
        if hints.contains(.fold) || opens(i, tree, isMenu: isMenu) { return }
        if hides, isMenu {
            dropped[i] = true
        } else if ink[i] < 80 || share < 0.3 {
            roles[i] = .furniture
        }
    }

    /// Whether a click shows a hidden element: it is named as a target, or stands right behind a heading or button.
    private func opens(_ i: Int, _ tree: HTMLTree, isMenu: Bool) -> Bool {
        if let id = tree.value(.id, of: i), targets.contains(Self.hash(id)) { return true }
        let parent = Int(tree.nodes[i].parent)
        guard parent >= 0 else { return true }
        let previous = Int(before[i])
        guard previous >= 0 else { return false }
        switch tree.nodes[previous].tag {
        case .h1, .h2, .h3, .h4, .h5, .h6, .button, .summary, .dt: return true
        case .a: return tree.value(.href, of: previous)?.first.map { $0 == 0x23 } ?? true
        default: return !isMenu && ink[previous] > 0 && ink[previous] < 60
        }
    }

    /// `display: none` or `visibility: hidden`, in any case and spacing.
    private static func hides(_ style: ArraySlice<UInt8>) -> Bool {
        var plain: [UInt8] = []
        for b in style.prefix(2000) where b > 0x20 { plain.append(b >= 0x41 && b <= 0x5A ? b | 0x20 : b) }
        return plain.withUnsafeBufferPointer { p in
            for i in p.indices where p[i] == 0x3A {
                if HTMLTokenizer.matches(p, i, ":none"), i >= 7, HTMLTokenizer.matches(p, i - 7, "display") {
                    return true
                }
                if HTMLTokenizer.matches(p, i, ":hidden"), i >= 10, HTMLTokenizer.matches(p, i - 10, "visibility") {
                    return true
                }
            }
            return false
        }
    }
}
