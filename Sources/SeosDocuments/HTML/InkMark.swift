/// Bytes of a block that are bytes of the page's text, from the same place on.
struct InkMark {
    /// Offset in the block.
    var block: Int32
    /// Offset in ``HTMLTree/text``.
    var page: Int32
    var length: Int32

    /// The marks of a part of a block, counted from its start.
    ///
    /// - Parameter first: the first mark that may concern it; moved on, so that parts in order are found in one pass.
    static func marks(_ marks: [InkMark], of part: Range<Int>, from first: inout Int) -> [InkMark] {
        while first < marks.count, Int(marks[first].block + marks[first].length) <= part.lowerBound { first += 1 }
        var found: [InkMark] = []
        var k = first
        while k < marks.count, Int(marks[k].block) < part.upperBound {
            let start = max(Int(marks[k].block), part.lowerBound)
            let end = min(Int(marks[k].block + marks[k].length), part.upperBound)
            let page = Int(marks[k].page) + start - Int(marks[k].block)
            found.append(
                InkMark(block: Int32(start - part.lowerBound), page: Int32(page), length: Int32(end - start)))
            k += 1
        }
        return found
    }
}
