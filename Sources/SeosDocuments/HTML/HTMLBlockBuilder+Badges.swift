internal import SeosModel

/// Marks beside titles: how far a project is, in a word or two.
extension HTMLBlockBuilder {
    /// `<h2>Quiet woods <span class="state">running</span></h2>`: a word or two behind a title that say how far it is.
    func isBadge(_ i: Int, _ node: HTMLTree.Node) -> Bool {
        guard context.heading > 0, ink.inkBytes > 0, ink.endsWithSpace, node.tag == .span || node.tag == .small,
            Int(node.end) - i <= Self.mostNodes,
            let heading = frames.last(where: { tree.nodes[Int($0.node)].tag.headingLevel != nil })
        else { return false }
        let own = ((i + 1)..<Int(node.end)).flatMap { text(of: $0) }.split { $0 <= 0x20 }
        guard (1...3).contains(own.count),
            !(Int(node.end)..<Int(heading.end)).contains(where: { text(of: $0).contains { $0 > 0x20 } })
        else { return false }
        if let names = tree.value(.class, of: i), Self.namesBadge(names) { return true }
        let first = String(decoding: own[0], as: UTF8.self).unicodeScalars.first
        return tree.value(.class, of: i) != nil && first?.properties.isLowercase == true
    }

    /// A badge holds hardly anything but its words.
    private static let mostNodes = 8

    private func text(of k: Int) -> ArraySlice<UInt8> {
        let node = tree.nodes[k]
        guard node.tag == .text else { return [] }
        return tree.text[Int(node.text.lowerBound)..<Int(node.text.upperBound)]
    }

    static let badges: Set<[UInt8]> = Set(
        ["badge", "status", "state", "pill", "chip", "tag", "label"].map { Array($0.utf8) })

    /// "badge", "project-status", "label label-success": what style sheets call a mark beside a title.
    static func namesBadge(_ names: ArraySlice<UInt8>) -> Bool {
        names.split { $0 == 0x20 || $0 == 0x2D || $0 == 0x5F }.contains { badges.contains(Array($0)) }
    }
}
