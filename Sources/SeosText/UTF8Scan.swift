extension String {
    /// Whether the bytes of a text stand inside: what `contains` says of texts in one normal form, without its cost.
    public func holds(_ text: some StringProtocol) -> Bool {
        let wanted = Array(text.utf8)
        guard let first = wanted.first else { return true }
        var own = self
        return own.withUTF8 { bytes in
            guard bytes.count >= wanted.count else { return false }
            return (0...(bytes.count - wanted.count)).contains { start in
                bytes[start] == first && wanted.indices.allSatisfy { bytes[start + $0] == wanted[$0] }
            }
        }
    }
}

/// Stepping through UTF-8 that is known to be valid.
public enum UTF8Scan {
    /// The code point that begins at byte `i`, and its length in bytes.
    @inline(__always)
    public static func codePoint(_ p: UnsafeBufferPointer<UInt8>, _ i: Int) -> (UInt32, Int) {
        let b = UInt32(p[i])
        if b < 0x80 { return (b, 1) }
        if b < 0xE0, i + 1 < p.count { return ((b & 0x1F) << 6 | UInt32(p[i + 1]) & 0x3F, 2) }
        if b < 0xF0, i + 2 < p.count {
            return ((b & 0x0F) << 12 | (UInt32(p[i + 1]) & 0x3F) << 6 | UInt32(p[i + 2]) & 0x3F, 3)
        }
        if i + 3 < p.count {
            return (
                (b & 0x07) << 18 | (UInt32(p[i + 1]) & 0x3F) << 12 | (UInt32(p[i + 2]) & 0x3F) << 6
                    | UInt32(p[i + 3]) & 0x3F, 4
            )
        }
        return (0xFFFD, 1)
    }
}
