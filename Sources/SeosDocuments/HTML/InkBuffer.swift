/// Collects the characters of a block with white space collapsed as browsers do.
struct InkBuffer {
    private enum Gap {
        case none, space, noBreak
    }

    private(set) var bytes: [UInt8] = []
    /// Where the bytes stand in the text of the page.
    private(set) var marks: [InkMark] = []
    private(set) var inkBytes = 0
    private(set) var linkBytes = 0
    private(set) var boldBytes = 0
    /// Bytes inside inline elements that the names of their classes tell apart, and inside `time`.
    private(set) var markedBytes = 0
    private(set) var timeBytes = 0
    private var gap = Gap.none
    /// Keeps white space as it is.
    var isVerbatim = false

    var isEmpty: Bool { bytes.isEmpty }
    /// Whether white space stands behind the last word.
    var endsWithSpace: Bool { gap != .none }

    mutating func append(
        _ text: ArraySlice<UInt8>, inLink: Bool, inBold: Bool, isMarked: Bool = false, inTime: Bool = false,
        isOfPage: Bool = true
    ) {
        text.withUnsafeBufferPointer { p in
            let before = inkBytes
            var i = 0
            while i < p.count {
                let b = p[i]
                if b == 0x20 || (b >= 0x09 && b <= 0x0D) {
                    if isVerbatim {
                        bytes.append(b)
                    } else {
                        gap = .space
                    }
                    i += 1
                } else if b == 0xC2, i + 1 < p.count, p[i + 1] == 0xA0, !isVerbatim {
                    // A no-break space stays what it is unless it stands among other spaces.
                    gap = gap == .none ? .noBreak : gap
                    i += 2
                } else {
                    closeGap()
                    let start = i
                    while i < p.count, p[i] > 0x20, !(p[i] == 0xC2 && i + 1 < p.count && p[i + 1] == 0xA0) { i += 1 }
                    if i == start { i += 1 }
                    if isOfPage { mark(page: text.startIndex + start, length: i - start) }
                    bytes.append(contentsOf: p[start..<i])
                    inkBytes += i - start
                }
            }
            if inLink { linkBytes += inkBytes - before }
            if inBold { boldBytes += inkBytes - before }
            if isMarked { markedBytes += inkBytes - before }
            if inTime { timeBytes += inkBytes - before }
        }
    }

    /// Notes where the next bytes come from. A single space between two words goes with them.
    private mutating func mark(page: Int, length: Int) {
        let block = bytes.count
        if let last = marks.last, page - Int(last.page) == block - Int(last.block) {
            marks[marks.count - 1].length = Int32(block + length) - last.block
        } else {
            marks.append(InkMark(block: Int32(block), page: Int32(page), length: Int32(length)))
        }
    }

    private mutating func closeGap() {
        if gap != .none, let last = bytes.last, last != 0x0A, last != 0x09 {
            if gap == .space {
                bytes.append(0x20)
            } else {
                bytes.append(0xC2)
                bytes.append(0xA0)
            }
        }
        gap = .none
    }

    mutating func space() { if !isVerbatim { gap = .space } }

    mutating func breakLine() {
        gap = .none
        if isVerbatim {
            bytes.append(0x0A)
        } else if let last = bytes.last, last != 0x0A, last != 0x09 {
            bytes.append(0x0A)
        }
    }

    /// A tab between two cells of a row.
    mutating func separate() {
        dropTrailingBreaks()
        bytes.append(0x09)
    }

    mutating func dropTrailingBreaks() {
        gap = .none
        while bytes.last == 0x0A || (isVerbatim && bytes.last == 0x20) { bytes.removeLast() }
    }

    mutating func clear() {
        bytes = []
        marks = []
        inkBytes = 0
        linkBytes = 0
        boldBytes = 0
        markedBytes = 0
        timeBytes = 0
        gap = .none
    }
}

extension InkBuffer {
    /// Words that stand nowhere in the page.
    init(plain text: String) {
        self.init()
        appendPlain(text)
    }

    mutating func appendPlain(_ text: String) {
        append(Array(text.utf8)[...], inLink: false, inBold: false, isOfPage: false)
    }

    /// Puts another buffer behind this one.
    mutating func append(_ other: InkBuffer) {
        closeGap()
        let shift = bytes.count
        bytes += other.bytes
        marks += other.marks(movedBy: shift)
        inkBytes += other.inkBytes
    }

    func marks(movedBy distance: Int) -> [InkMark] {
        marks.map { InkMark(block: $0.block + Int32(distance), page: $0.page, length: $0.length) }
    }
}
