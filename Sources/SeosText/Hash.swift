/// FNV-1a over folded bytes, one step at a time.
public enum Hash {
    public static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    @inlinable
    public static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

    @inlinable
    public static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = seed
        for b in bytes { hash = step(hash, b) }
        return hash
    }
}
