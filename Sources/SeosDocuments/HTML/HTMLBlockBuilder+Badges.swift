internal import SeosModel

/// Marks beside titles: how far a project is, in a word or two.
extension HTMLBlockBuilder {
    /// `<h2>Quiet woods <span class="state">running</span></h2>`: a word or two behind a title that say how far it is.
    func isBadge(_ i: Int, _ node: HTMLTree.Node) -> Bool {
        guard context.heading > 0, ink.inkBytes > 0, node.tag == .span || node.tag == .small,
            let heading = frames.last(where: { tree.nodes[Int($0.node)].tag.headingLevel != nil })
        else { return false }
        func text(_ nodes: Range<Int>) -> [UInt8] {
            nodes.filter { tree.nodes[$0].tag == .text }.flatMap { k in
                tree.text[Int(tree.nodes[k].text.lowerBound)..<Int(tree.nodes[k].text.upperBound)]
            }
        }
        let own = text((i + 1)..<Int(node.end)).split { $0 <= 0x20 }
        guard (1...3).contains(own.count), !text(Int(node.end)..<Int(heading.end)).contains(where: { $0 > 0x20 }),
            ink.endsWithSpace
        else { return false }
        if let names = tree.value(.class, of: i), Self.namesBadge(names) { return true }
        let first = String(decoding: own[0], as: UTF8.self).unicodeScalars.first
        return tree.value(.class, of: i) != nil && first?.properties.isLowercase == true
    }

    /// Classes such as `field-label`, `field__label`, `label`, `label-above`.
    static let badges: Set<[UInt8]> = Set(
        ["badge", "status", "state", "pill", "chip", "tag", "label"].map { Array($0.utf8) })

    /// "badge", "project-status", "label label-success": what style sheets call a mark beside a title.
    static func namesBadge(_ names: ArraySlice<UInt8>) -> Bool {
        names.split { $0 == 0x20 || $0 == 0x2D || $0 == 0x5F }.contains { badges.contains(Array($0)) }
    }
}
