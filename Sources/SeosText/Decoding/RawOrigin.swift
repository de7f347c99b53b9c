public import SeosModel

/// The way from decoded text back to the raw bytes it was made from.
public enum RawOrigin: Sendable, Hashable {
    /// A U+FFFD at an offset of the decoded text, and the raw bytes it stands for.
    public struct Repair: Sendable, Hashable {
        public var text: Int
        public var raw: Range<Int>
    }

    /// Raw bytes of a character of the Basic Multilingual Plane, and of one beyond it.
    public struct Widths: Sendable, Hashable {
        public var inPlane: Int
        public var beyond: Int
    }

    /// The bytes themselves from an offset on, save for repairs, in order.
    case utf8(from: Int, repairs: [Repair])
    /// So many bytes for each character, from an offset on.
    case perScalar(from: Int, Widths)
    case unknown

    /// A map to raw bytes from one to offsets of the decoded text.
    ///
    /// - Parameters:
    ///   - runs: their `raw` ranges count bytes of `decoded`.
    ///   - decoded: the decoded text.
    public func map(_ runs: [SourceMap.Run], decoded: [UInt8]) -> SourceMap? {
        switch self {
        case .unknown: return nil
        case .utf8(let start, let repairs):
            if repairs.isEmpty {
                if start == 0 { return SourceMap(runs) }
                return SourceMap(
                    runs.map {
                        SourceMap.Run(
                            text: $0.text, raw: $0.raw.lowerBound + start..<$0.raw.upperBound + start,
                            isExact: $0.isExact)
                    })
            }
            return SourceMap(runs.flatMap { Self.split($0, start, repairs) })
        case .perScalar(let start, let widths):
            let marks = ScalarMarks(decoded, start, widths)
            return SourceMap(runs.flatMap { marks.split($0) })
        }
    }

    /// Repairs are runs of their own.
    private static func split(_ run: SourceMap.Run, _ start: Int, _ repairs: [Repair]) -> [SourceMap.Run] {
        var (low, high) = (0, repairs.count)
        while low < high {
            let middle = (low + high) / 2
            if repairs[middle].text + 3 <= run.raw.lowerBound { low = middle + 1 } else { high = middle }
        }
        /// The raw offset of a decoded one that lies behind the repairs before `next`.
        func raw(_ offset: Int, before next: Int) -> Int {
            next == 0 ? start + offset : repairs[next - 1].raw.upperBound + offset - (repairs[next - 1].text + 3)
        }
        guard low < repairs.count, repairs[low].text < run.raw.upperBound else {
            return [
                SourceMap.Run(
                    text: run.text, raw: raw(run.raw.lowerBound, before: low)..<raw(run.raw.upperBound, before: low),
                    isExact: run.isExact)
            ]
        }
        var last = low
        while last < repairs.count, repairs[last].text < run.raw.upperBound { last += 1 }
        guard run.isExact else {
            let from = min(raw(run.raw.lowerBound, before: low), repairs[low].raw.lowerBound)
            let to = max(from, raw(run.raw.upperBound, before: last))
            return [SourceMap.Run(text: run.text, raw: from..<to, isExact: false)]
        }
        var pieces: [SourceMap.Run] = []
        var at = run.raw.lowerBound
        func text(_ range: Range<Int>) -> Range<Int> {
            let shift = run.text.lowerBound - run.raw.lowerBound
            return range.lowerBound + shift..<range.upperBound + shift
        }
        for k in low..<last {
            let repair = repairs[k]
            if repair.text > at {
                pieces.append(
                    SourceMap.Run(
                        text: text(at..<repair.text), raw: raw(at, before: k)..<raw(repair.text, before: k),
                        isExact: true))
            }
            let end = min(repair.text + 3, run.raw.upperBound)
            pieces.append(SourceMap.Run(text: text(max(at, repair.text)..<end), raw: repair.raw, isExact: false))
            at = end
        }
        if at < run.raw.upperBound {
            pieces.append(
                SourceMap.Run(
                    text: text(at..<run.raw.upperBound),
                    raw: raw(at, before: last)..<raw(run.raw.upperBound, before: last),
                    isExact: true))
        }
        return pieces
    }
}

/// Raw offsets of some characters of a decoded text, from which those of the others are counted.
private struct ScalarMarks {
    private static let distance = 1024
    private let decoded: [UInt8]
    private let widths: RawOrigin.Widths
    private var marks: [Int] = []

    init(_ decoded: [UInt8], _ start: Int, _ widths: RawOrigin.Widths) {
        self.decoded = decoded
        self.widths = widths
        var raw = start
        for (i, b) in decoded.enumerated() {
            if i % Self.distance == 0 { marks.append(raw) }
            raw += width(b)
        }
        if decoded.count % Self.distance == 0 { marks.append(raw) }
    }

    /// Counted at the first byte of a character.
    private func width(_ b: UInt8) -> Int { b & 0xC0 == 0x80 ? 0 : b >= 0xF0 ? widths.beyond : widths.inPlane }

    private func raw(_ offset: Int) -> Int {
        var i = min(offset, decoded.count) / Self.distance
        var raw = marks[i]
        i *= Self.distance
        while i < offset, i < decoded.count {
            raw += width(decoded[i])
            i += 1
        }
        return raw
    }

    /// Where a character is a byte, ASCII is exact, and what is not ASCII a run of its own.
    func split(_ run: SourceMap.Run) -> [SourceMap.Run] {
        guard run.isExact, widths.inPlane == 1 else {
            return [
                SourceMap.Run(
                    text: run.text, raw: raw(run.raw.lowerBound)..<raw(run.raw.upperBound), isExact: false)
            ]
        }
        var pieces: [SourceMap.Run] = []
        let shift = run.text.lowerBound - run.raw.lowerBound
        var from = raw(run.raw.lowerBound)
        var i = run.raw.lowerBound
        while i < run.raw.upperBound {
            let start = i
            let isASCII = decoded[i] < 0x80
            var to = from
            while i < run.raw.upperBound, (decoded[i] < 0x80) == isASCII {
                to += width(decoded[i])
                i += 1
            }
            pieces.append(SourceMap.Run(text: start + shift..<i + shift, raw: from..<to, isExact: isASCII))
            from = to
        }
        return pieces
    }
}
