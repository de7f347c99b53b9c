/// Collects the characters of a block with white space collapsed as browsers do.
struct InkBuffer {
    private enum Gap {
        case none, space, noBreak
    }

    private(set) var bytes: [UInt8] = []
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

    mutating func append(
        _ text: ArraySlice<UInt8>, inLink: Bool, inBold: Bool, isMarked: Bool = false, inTime: Bool = false
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
        inkBytes = 0
        linkBytes = 0
        boldBytes = 0
        markedBytes = 0
        timeBytes = 0
        gap = .none
    }
}
