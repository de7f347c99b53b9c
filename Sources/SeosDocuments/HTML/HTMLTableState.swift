/// A table that is being read.
struct HTMLTableState {
    /// Rows and cells, or a frame for the layout of the page.
    var isData: Bool
    var isRowOpen = false
    var cells: [BlockDraft.Cell] = []
    /// Columns of `cells`.
    var columns: [Int] = []
    var column = 0
    var cellStart = 0
    var boldBefore = 0
    var inkBefore = 0
    var openCellNode: Int?
    /// Rows that a cell above still covers, by column.
    var covered: [Int] = []
    /// Draft and cell that head a column.
    var headers: [Int: (draft: Int, cell: Int)] = [:]
    var rows = 0
    var cellCount = 0
    /// The drafts of the rows, while they are few.
    var drafts: [Int] = []
}
