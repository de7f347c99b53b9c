internal import SeosModel

/// A block before the text of its document is put together: ranges count bytes of the block itself.
struct BlockDraft {
    struct Cell {
        var range: Range<Int>
        var isHeader = false
        /// Draft and cell that hold the column's header.
        var header: (draft: Int, cell: Int)?
        var isBold = false
    }

    var kind: Block.Kind
    var bytes: [UInt8]
    var cells: [Cell] = []
    var label: Range<Int>?
    /// Another draft whose label this one shares.
    var labelOwner: Int?
    var value: Range<Int>?
    var group = 0
    var role: Block.Role = .content
    var language = "und"
    /// Innermost element that starts a line, for what the markup says of the block; -1 outside markup.
    var node: Int32 = -1
    /// Bytes other than white space, and how many of them stand in links.
    var inkBytes = 0
    var linkBytes = 0
    /// Where the bytes stand in the text of the page.
    var marks: [InkMark] = []
    /// All of it stands in `time` elements.
    var isTime = false

    init(kind: Block.Kind, bytes: [UInt8]) {
        self.kind = kind
        self.bytes = bytes
    }

    var isHeading: Bool {
        if case .heading = kind { return true }
        return false
    }

    var isListItem: Bool {
        if case .listItem = kind { return true }
        return false
    }

    var linkDensity: Double { inkBytes == 0 ? 0 : Double(linkBytes) / Double(inkBytes) }
}
