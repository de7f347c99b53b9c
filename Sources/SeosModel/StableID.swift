/// Identifiers that depend on content alone: the same corpus gives the same ids, whatever the order of reading.
///
/// 53 bits of FNV-1a (64 bit, folded through a finaliser), so that every reader, JavaScript included, keeps them
/// exactly. Zero is never given.
public enum StableID {
    /// - Parameter parts: joined by U+001F, which no name holds.
    public static func make(_ parts: String...) -> Int64 { make(parts) }

    public static func make(_ parts: [String]) -> Int64 {
        var h: UInt64 = 0xcbf2_9ce4_8422_2325
        for (i, part) in parts.enumerated() {
            if i > 0 { h = (h ^ 0x1F) &* 0x100_0000_01b3 }
            for byte in part.utf8 { h = (h ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        h ^= h >> 33
        h = h &* 0xff51_afd7_ed55_8ccd
        h ^= h >> 33
        h = h &* 0xc4ce_b9fe_1a85_ec53
        h ^= h >> 33
        let id = Int64(h & 0x1F_FFFF_FFFF_FFFF)
        return id == 0 ? 1 : id
    }
}
