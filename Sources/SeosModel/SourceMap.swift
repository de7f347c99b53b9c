/// Where the words of a document's stored text stand in its raw bytes.
///
/// Kept as runs of text and raw bytes that advance together. Character references, repairs and characters that
/// normalisation changed are runs of their own, whose ends map and whose middle does not. Line ends that Seos put
/// between blocks, and white space that it collapsed, belong to no run.
public struct SourceMap: Sendable, Hashable {
    /// A stretch of stored text and the raw bytes that say it.
    public struct Run: Sendable, Hashable {
        /// UTF-8 bytes of the stored text.
        public var text: Range<Int>
        public var raw: Range<Int>
        /// Whether each byte of text is the raw byte at the same distance from the start.
        public var isExact: Bool

        public init(text: Range<Int>, raw: Range<Int>, isExact: Bool) {
            self.text = text
            self.raw = raw
            self.isExact = isExact && text.count == raw.count
        }
    }

    /// Runs as numbers of seven bits a byte: gap since the last run's text, length and exactness, distance from the
    /// last run's raw end, and the raw length of what is not exact.
    private var packed: [UInt8] = []
    public private(set) var count = 0

    /// - Parameter runs: in the order of the text, not overlapping there.
    public init(_ runs: some Sequence<Run>) {
        var last = Run(text: 0..<0, raw: 0..<0, isExact: true)
        var pending: Run?
        for run in runs where !run.text.isEmpty && run.text.lowerBound >= (pending ?? last).text.upperBound {
            if let open = pending {
                if open.isExact, run.isExact, open.text.upperBound == run.text.lowerBound,
                    open.raw.upperBound == run.raw.lowerBound
                {
                    pending = Run(
                        text: open.text.lowerBound..<run.text.upperBound,
                        raw: open.raw.lowerBound..<run.raw.upperBound, isExact: true)
                    continue
                }
                pack(open, after: last)
                last = open
            }
            pending = run
        }
        if let pending { pack(pending, after: last) }
    }

    private mutating func pack(_ run: Run, after last: Run) {
        number(run.text.lowerBound - last.text.upperBound)
        number(run.text.count << 1 | (run.isExact ? 0 : 1))
        let jump = run.raw.lowerBound - last.raw.upperBound
        number(jump >= 0 ? jump << 1 : (-jump << 1) - 1)
        if !run.isExact { number(run.raw.count) }
        count += 1
    }

    private mutating func number(_ value: Int) {
        var rest = UInt(bitPattern: max(0, value))
        while rest >= 0x80 {
            packed.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        packed.append(UInt8(rest))
    }

    public var runs: [Run] {
        var runs: [Run] = []
        runs.reserveCapacity(count)
        var i = 0
        func number() -> Int {
            var value = 0
            var shift = 0
            while i < packed.count, shift < 56 {
                value |= Int(packed[i] & 0x7F) << shift
                shift += 7
                i += 1
                if packed[i - 1] < 0x80 { break }
            }
            return value
        }
        var text = 0
        var raw = 0
        for _ in 0..<count {
            let start = text + number()
            let length = number()
            let jump = number()
            let from = raw + (jump & 1 == 0 ? jump >> 1 : -((jump + 1) >> 1))
            let isExact = length & 1 == 0
            let rawLength = isExact ? length >> 1 : number()
            text = start + length >> 1
            raw = from + rawLength
            runs.append(Run(text: start..<text, raw: from..<raw, isExact: isExact))
        }
        return runs
    }

    /// The raw bytes that say these words: the smallest range that holds all of them, nil when none are known.
    ///
    /// - Parameter spans: in any order. The work is linear in the runs, whatever the number of spans.
    public func rawRanges(of spans: [SourceSpan]) -> [Range<Int>?] {
        let runs = self.runs
        return spans.map { span in
            var (low, high) = (0, runs.count)
            while low < high {
                let middle = (low + high) / 2
                if runs[middle].text.upperBound <= span.start { low = middle + 1 } else { high = middle }
            }
            var found: Range<Int>?
            while low < runs.count, runs[low].text.lowerBound < span.end {
                let run = runs[low]
                var raw = run.raw
                if run.isExact {
                    let from = max(span.start, run.text.lowerBound) - run.text.lowerBound
                    let to = min(span.end, run.text.upperBound) - run.text.lowerBound
                    raw = run.raw.lowerBound + from..<run.raw.lowerBound + to
                }
                found =
                    found.map { min($0.lowerBound, raw.lowerBound)..<max($0.upperBound, raw.upperBound) } ?? raw
                low += 1
            }
            return found
        }
    }

    public func rawRange(of span: SourceSpan) -> Range<Int>? { rawRanges(of: [span])[0] }
}
